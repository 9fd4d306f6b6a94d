// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/main_window/mark_editor.h"
#include "ui/main_window/tag_editor.h"
#include "ui/main_window/why_alike.h"
#include "ui/shared/elided_label.h"
#include "ui/shared/match_overlay.h"
#include "ui/shared/photo_model.h"
#include "ui/shared/photo_view.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>

#include <optional>
#include <utility>

namespace likeness::ui {

/// What is known of the selected photo, with a small preview and the next steps.
class Inspector : public QWidget {
    Q_OBJECT

public:
    explicit Inspector(PreviewLoader& previews, QWidget* parent = nullptr);

    /// An invalid index shows that nothing is selected.
    void show(const QModelIndex& index);
    using QWidget::show;
    TagEditor& tags() { return *tags_; }
    MarkEditor& marks() { return *marks_; }
    /// The photo that is shown; nothing where none is.
    std::optional<PhotoId> photo() const { return photo_ ? std::optional(photo_->id) : std::nullopt; }
    /// The answer to whyAlikeRequested, for the photo that was shown then.
    void showWhyAlike(PhotoId photo, const Result<ShareMap>& map);

Q_SIGNALS:
    void findSimilarRequested();
    void showFileRequested();
    void metadataRequested();
    void whyAlikeRequested(likeness::PhotoId photo);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    using Fact = std::pair<QString, QString>; // what, and how much

    QWidget* makeDetails(PreviewLoader& previews);
    void layOut(QWidget& details);
    void retranslate();
    void showFacts();
    void showRanking(const QModelIndex& index);
    QList<Fact> facts() const;
    QList<Fact> matchFacts() const;
    QList<Fact> cameraFacts() const;
    QString stateText() const;
    void addRow(const QString& what, QLabel* text);
    void addMapLink();
    void fitPhoto();

    std::optional<PhotoRow> photo_;
    std::filesystem::path file_;
    QString folder_;
    std::optional<double> similarity_;
    std::optional<Preview> preview_;
    QStackedWidget* pages_;
    QLabel* nothing_;
    PhotoView* view_ = nullptr;
    ElidedLabel* name_ = nullptr;
    QGridLayout* rows_ = nullptr;
    int shownRows_ = 0;
    MatchOverlay* matches_ = nullptr;
    MarkEditor* marks_ = nullptr;
    TagEditor* tags_ = nullptr;
    WhyAlike* whyAlike_ = nullptr;
    QToolButton* metadata_ = nullptr;
    QPushButton* findSimilar_ = nullptr;
    QPushButton* showFile_ = nullptr;
};

} // namespace likeness::ui
