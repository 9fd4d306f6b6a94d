// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/result_list_model.h"

#include <algorithm>

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

void ResultListModel::setJudgements(Judgements judgements) {
    if (judgements_ == judgements)
        return;
    judgements_ = std::move(judgements);
    std::vector<std::uint32_t> rows = shownRows();
    if (std::is_permutation(rows.begin(), rows.end(), PhotoModel::rows().begin(), PhotoModel::rows().end()))
        reorder(std::move(rows));
    else
        show(snapshot_, std::move(rows));
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0), index(rowCount() - 1, columns - 1),
                           {VerdictRole, Qt::DisplayRole, Qt::DecorationRole});
}

void ResultListModel::setRejected(Rejected rejected) {
    if (rejected_ == rejected)
        return;
    rejected_ = rejected;
    update(snapshot_);
}

int ResultListModel::rejectedCount() const {
    return static_cast<int>(std::ranges::count_if(ranked_, [this](const RankedPhoto& result) {
        return judgementOf(result.photo) == Judgement::NoMatch;
    }));
}

std::optional<Judgement> ResultListModel::judgementOf(PhotoId photo) const {
    const auto found = judgements_.find(photo);
    return found == judgements_.end() ? std::nullopt : std::optional(found->second);
}

const RankedPhoto* ResultListModel::rankingOf(PhotoId photo) const {
    const auto found = ranks_.find(photo);
    return found == ranks_.end() ? nullptr : &ranked_[found->second];
}

void ResultListModel::update(SnapshotPtr snapshot) {
    snapshot_ = std::move(snapshot);
    show(snapshot_, shownRows());
}

std::vector<std::uint32_t> ResultListModel::shownRows() const {
    const TextFilter filter(filter_);
    std::vector<std::uint32_t> rows;
    for (const RankedPhoto& result : ranked_) {
        if (rejected_ == Rejected::Hidden && judgementOf(result.photo) == Judgement::NoMatch)
            continue;
        const auto row = snapshot_->rowOf(result.photo);
        if (row && snapshot_->photos()[*row].belongsToOther)
            continue; // the photo that it belongs to is a result, too
        if (row && result.similarity >= threshold_ && filter.accepts(*snapshot_, snapshot_->photos()[*row]))
            rows.push_back(*row);
    }
    return ordered(std::move(rows));
}

} // namespace likeness::ui
