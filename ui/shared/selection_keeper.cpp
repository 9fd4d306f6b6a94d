// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/selection_keeper.h"

namespace likeness::ui {

SelectionKeeper::SelectionKeeper(QAbstractItemView& view, PhotoModel& model)
    : QObject(&view), view_(view), model_(model) {
    connect(&model, &PhotoModel::aboutToReplace, this, &SelectionKeeper::note);
    connect(&model, &PhotoModel::replaced, this, &SelectionKeeper::restore);
}

void SelectionKeeper::note() {
    selected_.clear();
    for (const QModelIndex& index : view_.selectionModel()->selectedIndexes())
        if (const PhotoRow* photo = model_.photo(index))
            selected_.insert(photo->id);
    const PhotoRow* const current = model_.photo(view_.currentIndex());
    current_ = current != nullptr ? std::optional(current->id) : std::nullopt;
}

void SelectionKeeper::restore() {
    QItemSelection selection;
    for (int row = 0; !selected_.empty() && row < model_.rowCount(); ++row)
        if (const QModelIndex index = model_.index(row); selected_.contains(model_.photo(index)->id))
            selection.select(index, index);
    const QModelIndex current = current_ ? model_.indexOf(*current_) : QModelIndex();
    if (current.isValid()) {
        view_.selectionModel()->setCurrentIndex(current, QItemSelectionModel::NoUpdate);
        view_.scrollTo(current);
    }
    if (!selection.isEmpty())
        view_.selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
}

} // namespace likeness::ui
