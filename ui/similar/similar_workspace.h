// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/main_window/workspace.h"
#include "ui/shared/empty_view.h"
#include "ui/shared/results_look.h"
#include "ui/similar/query_panel.h"
#include "ui/similar/result_table.h"
#include "ui/similar/results_header.h"
#include "ui/similar/similar_presenter.h"
#include "ui/similar/verdict_bar.h"

#include <QSplitter>
#include <QStackedWidget>

#include <optional>

namespace likeness::ui {

/// The heart of the program: the photo that is searched by beside the photos most like it.
class SimilarWorkspace : public Workspace {
    Q_OBJECT

public:
    SimilarWorkspace(SimilarPresenter& presenter, VerdictBook& verdicts, CodebookCatalog& codebooks,
                     ThumbnailLoader& thumbnails, PreviewLoader& previews, QWidget* parent = nullptr);

    QString title() const override { return tr("Similar"); }
    QString chapter() const override { return QStringLiteral("similar"); }
    void setFilter(const QString& text) override { presenter_.setFilter(text); }
    ThumbnailGrid& grid() override { return *grid_; }
    PhotoModel& photos() override { return presenter_.results(); }
    QSplitter& splitter() { return *splitter_; }
    ResultTable& table() { return *table_; }
    ResultsLook look() const;
    void setLook(ResultsLook look);
    void takeFocus() override { shownResults().setFocus(); }
    VerdictBar& verdicts() { return *verdicts_; }
    void setTagNames(const QStringList& names) override { header_->restriction().setTagNames(names); }
    void explain(PhotoId photo) override { presenter_.explain(photo); }
    bool canUndo() const override { return verdicts_->canUndo(); }

Q_SIGNALS:
    void choosePhotoRequested();
    void indexAgainRequested();
    void trainingRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeResults();
    std::vector<PhotoId> selectedResults();
    void retranslate() { showState(); }
    void showState();
    void showError(const Error& error);
    void helpWithNoResults();
    QAbstractItemView& shownResults();
    void showLook();
    void openMenu(const QPoint& place);
    void rememberPlace();
    void keepPlace();

    SimilarPresenter& presenter_;
    MethodPresenter method_;
    ThumbnailGrid* grid_;
    ResultTable* table_;
    ResultsHeader* header_;
    VerdictBar* verdicts_;
    EmptyView* noQuery_;
    EmptyView* noResults_;
    QStackedWidget* pages_;   // no query yet, or query and results
    QStackedWidget* results_; // grid or table, or why they are empty
    QSplitter* splitter_;
    std::optional<PhotoId> selected_; // before results change
    int scrolled_ = 0;
};

} // namespace likeness::ui
