// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/photo_arrangement.h"
#include "ui/shared/photo_model.h"

#include "core/search/search_engine.h"

#include <unordered_map>
#include <vector>

namespace likeness::ui {

/// Photos ranked by their likeness to a query, best first: those that reach a threshold and pass the text
/// filter.
class ResultListModel : public PhotoModel {
    Q_OBJECT

public:
    using PhotoModel::PhotoModel;

    void setResults(SnapshotPtr snapshot, std::vector<RankedPhoto> ranked);
    void setSnapshot(SnapshotPtr snapshot);
    /// Least similarity shown, 0 to 1.
    void setThreshold(double similarity);
    double threshold() const { return threshold_; }
    void setFilter(const QString& text);

    /// All of the last answer, whatever the threshold.
    const std::vector<RankedPhoto>& ranked() const { return ranked_; }

protected:
    std::optional<double> similarityOf(const PhotoRow& photo) const override;

private:
    void update(SnapshotPtr snapshot);

    SnapshotPtr snapshot_ = std::make_shared<const LibrarySnapshot>();
    std::vector<RankedPhoto> ranked_;
    std::unordered_map<PhotoId, double> similarities_;
    double threshold_ = 0;
    QString filter_;
};

} // namespace likeness::ui
