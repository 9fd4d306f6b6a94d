// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/result_list_model.h"

namespace likeness::ui {

void ResultListModel::setResults(SnapshotPtr snapshot, std::vector<RankedPhoto> ranked) {
    ranked_ = std::move(ranked);
    ranks_.clear();
    for (std::size_t rank = 0; rank < ranked_.size(); ++rank)
        ranks_.emplace(ranked_[rank].photo, rank);
    update(std::move(snapshot));
}

void ResultListModel::setSnapshot(SnapshotPtr snapshot) {
    update(std::move(snapshot));
}

void ResultListModel::setThreshold(double similarity) {
    if (threshold_ == similarity)
        return;
    threshold_ = similarity;
    update(snapshot_);
}

void ResultListModel::setFilter(const QString& text) {
    if (filter_ == text)
        return;
    filter_ = text;
    update(snapshot_);
}

const RankedPhoto* ResultListModel::rankingOf(PhotoId photo) const {
    const auto found = ranks_.find(photo);
    return found == ranks_.end() ? nullptr : &ranked_[found->second];
}

void ResultListModel::update(SnapshotPtr snapshot) {
    snapshot_ = std::move(snapshot);
    const TextFilter filter(filter_);
    std::vector<std::uint32_t> rows;
    for (const RankedPhoto& result : ranked_) {
        const auto row = snapshot_->rowOf(result.photo);
        if (row && result.similarity >= threshold_ && filter.accepts(*snapshot_, snapshot_->photos()[*row]))
            rows.push_back(*row);
    }
    show(snapshot_, std::move(rows));
}

} // namespace likeness::ui
