// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/compare/compare_pane.h"
#include "ui/compare/compare_presenter.h"
#include "ui/compare/fact_table.h"
#include "ui/compare/spot_lines.h"
#include "ui/main_window/workspace.h"
#include "ui/shared/empty_view.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>
#include <QToolButton>

#include <vector>

namespace likeness::ui {

/// Two to four photos beside each other, zoomed and moved together; while Space is held each place shows the
/// next photo. Differences and shared spots are drawn over them, what their files say stands below.
class CompareWorkspace : public Workspace {
    Q_OBJECT

public:
    CompareWorkspace(ComparePresenter& presenter, ThumbnailLoader& thumbnails, PreviewLoader& previews,
                     QWidget* parent = nullptr);

    QString title() const override { return tr("Compare"); }
    QString chapter() const override { return QStringLiteral("compare"); }
    void setFilter(const QString&) override {} // what is compared was chosen by hand
    ThumbnailGrid& grid() override { return *grid_; }
    PhotoModel& photos() override { return presenter_.list(); }
    void setTileWidth(int) override {} // the strip is small
    void takeFocus() override { setFocus(); }

Q_SIGNALS:
    void photosRequested();

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    QWidget* makeTools();
    QWidget* makeComparison();
    void connectParts();
    void showPhotos();
    void showFacts();
    void showFindings();
    void coverWithDifferences();
    QString hint() const;
    QString differenceText() const;
    void setView(const LinkedView& view);
    void showActualSize();
    void flicker(bool isOn);
    void choose(QToolButton& button, ComparePresenter::Finding finding);
    void retranslate();

    ComparePresenter& presenter_;
    PreviewLoader& previews_;
    QStackedWidget* pages_;
    EmptyView* empty_;
    QToolButton* fit_;
    QToolButton* actual_;
    QToolButton* differences_;
    QToolButton* spots_;
    QLabel* hint_;
    QWidget* row_ = nullptr; // holds the panes
    QHBoxLayout* rowLayout_ = nullptr;
    std::vector<ComparePane*> panes_;
    SpotLines* lines_ = nullptr;
    FactTable* facts_;
    ThumbnailGrid* grid_;
    LinkedView view_;
};

} // namespace likeness::ui
