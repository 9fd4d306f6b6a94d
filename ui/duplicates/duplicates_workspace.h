// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/duplicates/duplicate_comparison.h"
#include "ui/duplicates/duplicates_presenter.h"
#include "ui/main_window/workspace.h"
#include "ui/shared/empty_view.h"

#include <QButtonGroup>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeView>

namespace likeness::ui {

/// Groups of duplicates beside a comparison of two photos of a group; below, what is to be done with those
/// that were chosen.
class DuplicatesWorkspace : public Workspace {
    Q_OBJECT

public:
    DuplicatesWorkspace(DuplicatesPresenter& presenter, ThumbnailLoader& thumbnails, PreviewLoader& previews,
                        QWidget* parent = nullptr);

    QString title() const override { return tr("Duplicates"); }
    QString chapter() const override { return QStringLiteral("duplicates"); }
    void setFilter(const QString& text) override { presenter_.setFilter(text); }
    ThumbnailGrid& grid() override { return *grid_; }
    PhotoModel& photos() override { return presenter_.groupPhotos(); }
    void takeFocus() override;
    bool canUndo() const override { return presenter_.canUndo(); }

Q_SIGNALS:
    void rulesChanged(const std::vector<likeness::KeeperRule>& rules);
    void addFolderRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    static constexpr int thumbnailSide = 40; // in the list, pixels

    QWidget* makeToolRow();
    QWidget* makeGroups(PreviewLoader& previews);
    QWidget* makeActionRow();
    QWidget* makeBusyPage();
    void dressTree();
    void connectParts();
    void connectActions();
    void retranslate();
    void showState();
    void showPage();
    void showChoice();
    void showGroups();
    void showCurrent();
    void wantThumbnails();
    void openRules();
    void chooseFolder();
    void chooseTag();
    void confirm(const DuplicatePlan& plan);
    void emptyButtonClicked();

    DuplicatesPresenter& presenter_;
    QButtonGroup kinds_;
    QLabel* summary_;
    QPushButton* rules_;
    QPushButton* again_;
    QStackedWidget* pages_; // groups, empty, busy
    QTreeView* tree_;
    DuplicateComparison* comparison_ = nullptr;
    ThumbnailGrid* grid_;
    EmptyView* empty_;
    QLabel* busyText_;
    QProgressBar* progress_;
    QPushButton* cancel_;
    QWidget* actionRow_ = nullptr;
    QLabel* choice_;
    QPushButton* chooseAll_;
    QPushButton* chooseNone_;
    QPushButton* undo_;
    QPushButton* tag_;
    QPushButton* apart_;
    QPushButton* move_;
    QPushButton* trash_;
    QString lastOutcome_;
};

} // namespace likeness::ui
