// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/photo_arrangement.h"
#include "ui/shared/photo_model.h"

#include "core/search/search_result.h"

#include <cstddef>
#include <unordered_map>
#include <vector>

namespace likeness::ui {

/// Photos ranked by their likeness to a query: those that reach a threshold and pass the text filter. Best
/// first, until sort() orders them by another column; what a column doesn't know of a photo comes last.
class ResultListModel : public PhotoModel {
    Q_OBJECT

public:
    enum Column { Name, Similarity, Verdict, Taken, Folder, Size, Camera, columns };

    using PhotoModel::PhotoModel;

    int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : columns; }
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// Only a row's first cell can be selected.
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    void sort(int column, Qt::SortOrder order) override;

    void setResults(SnapshotPtr snapshot, std::vector<RankedPhoto> ranked);
    void setSnapshot(SnapshotPtr snapshot);
    /// Least similarity shown, 0 to 1.
    void setThreshold(double similarity);
    double threshold() const { return threshold_; }
    void setFilter(const QString& text);

    using Judgements = std::unordered_map<PhotoId, Judgement>;
    void setJudgements(Judgements judgements);
    /// Results that were judged not to match; hidden unless they are asked for.
    enum class Rejected { Hidden, Shown };
    void setRejected(Rejected rejected);
    Rejected rejected() const { return rejected_; }
    int rejectedCount() const;

    /// All of the last answer, whatever the threshold.
    const std::vector<RankedPhoto>& ranked() const { return ranked_; }
    /// Null where the photo is not among them.
    const RankedPhoto* rankingOf(PhotoId photo) const;

    /// How a judgement is shown everywhere: its word, and the name of its icon.
    static QString verdictText(Judgement judgement);
    static QString verdictIcon(Judgement judgement);

protected:
    const RankedPhoto* rankingOf(const PhotoRow& photo) const override { return rankingOf(photo.id); }
    std::optional<Judgement> judgementOf(PhotoId photo) const override;

private:
    void update(SnapshotPtr snapshot);
    std::vector<std::uint32_t> shownRows() const;
    std::vector<std::uint32_t> ordered(std::vector<std::uint32_t> bestFirst) const;
    QString cellText(const PhotoRow& photo, int column) const;

    SnapshotPtr snapshot_ = std::make_shared<const LibrarySnapshot>();
    std::vector<RankedPhoto> ranked_;
    std::unordered_map<PhotoId, std::size_t> ranks_; // indices into ranked_
    double threshold_ = 0;
    QString filter_;
    Judgements judgements_;
    Rejected rejected_ = Rejected::Hidden;
    int sortColumn_ = Similarity;
    Qt::SortOrder sortOrder_ = Qt::DescendingOrder;
};

} // namespace likeness::ui
