// SPDX-License-Identifier: GPL-3.0-or-later
// What the workspace does on the user's and the presenter's behalf; how it is built stands in
// duplicates_workspace.cpp.
#include "ui/duplicates/duplicates_workspace.h"

#include "ui/duplicates/keeper_dialog.h"
#include "ui/duplicates/plan_dialog.h"
#include "ui/shared/formats.h"

#include <QFileDialog>
#include <QInputDialog>

#include <algorithm>

namespace likeness::ui {

void DuplicatesWorkspace::showGroups() {
    tree_->expandAll();
    for (int row = 0; row < presenter_.groups().rowCount(); ++row)
        tree_->setFirstColumnSpanned(row, {}, true);
    const QModelIndex top = presenter_.groups().index(0, 0);
    tree_->setCurrentIndex(
        presenter_.groups().index(std::min(1, presenter_.groups().rowCount(top) - 1), 0, top));
    showCurrent();
    QMetaObject::invokeMethod(this, &DuplicatesWorkspace::wantThumbnails, Qt::QueuedConnection);
}

/// The reference is compared with the first member.
void DuplicatesWorkspace::showCurrent() {
    const DuplicateTreeModel& groups = presenter_.groups();
    const QModelIndex current = tree_->currentIndex().siblingAtColumn(0);
    const DuplicateGroup* group = groups.group(current);
    if (group == nullptr) {
        comparison_->clear();
        return;
    }
    presenter_.lookAt(group);
    const QModelIndex top = groups.photo(current) == nullptr ? current : current.parent();
    const QModelIndex reference = groups.index(0, 0, top);
    const QModelIndex other = current == top || current.row() == 0 ? groups.index(1, 0, top) : current;
    const auto side = [&](const QModelIndex& index) {
        const Photo& photo = *groups.photo(index);
        return DuplicateComparison::Side{photo, photo.id == group->keeper};
    };
    comparison_->show(side(reference), side(other), groups.similarity(other));
    const QSignalBlocker quiet(grid_->selectionModel());
    grid_->setCurrentIndex(presenter_.groupPhotos().indexOf(groups.photo(other)->id));
    grid_->viewport()->update();
    grid_->doItemsLayout();
    constexpr int margin = 10;
    grid_->setFixedHeight(
        std::clamp(grid_->visualRect(presenter_.groupPhotos().index(0)).height() + margin, 80, 190));
}

void DuplicatesWorkspace::wantThumbnails() {
    std::vector<ThumbnailRequest> wanted;
    const int bottom = tree_->viewport()->height();
    for (QModelIndex index = tree_->indexAt({1, 1});
         index.isValid() && tree_->visualRect(index).top() < bottom; index = tree_->indexBelow(index))
        if (presenter_.groups().photo(index) != nullptr)
            wanted.push_back(index.data(ThumbnailRole).value<ThumbnailRequest>());
    const int side = static_cast<int>(thumbnailSide * devicePixelRatioF());
    presenter_.thumbnails().want(this, {side, side}, std::move(wanted));
}

void DuplicatesWorkspace::openRules() {
    auto* dialog = new KeeperDialog(presenter_.rules(), presenter_.protectedFolders(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        presenter_.setRules(dialog->rules());
        presenter_.setProtectedFolders(dialog->protectedFolders());
        Q_EMIT rulesChanged(dialog->rules());
    });
    dialog->open();
}

void DuplicatesWorkspace::chooseFolder() {
    auto* dialog = new QFileDialog(this, tr("Move the chosen photos to"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& folder) {
        presenter_.plan({DuplicateAction::Kind::MoveToFolder, toPath(folder), {}});
    });
    dialog->open();
}

void DuplicatesWorkspace::chooseTag() {
    auto* dialog = new QInputDialog(this);
    dialog->setObjectName(QStringLiteral("tagDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Tag the chosen photos"));
    dialog->setLabelText(tr("Tag, its levels parted by “/”:"));
    dialog->setOkButtonText(tr("Tag"));
    dialog->setCancelButtonText(tr("Cancel"));
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString& tag) {
        if (!tag.trimmed().isEmpty())
            presenter_.plan({DuplicateAction::Kind::Tag, {}, tag.trimmed().toStdString()});
    });
    dialog->open();
}

void DuplicatesWorkspace::confirm(const DuplicatePlan& plan) {
    auto* dialog = new PlanDialog(plan, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, plan] { presenter_.carryOut(plan); });
    dialog->open();
}

void DuplicatesWorkspace::emptyButtonClicked() {
    if (presenter_.canSearch())
        presenter_.search();
    else if (!presenter_.isBusy())
        Q_EMIT addFolderRequested();
}

} // namespace likeness::ui
