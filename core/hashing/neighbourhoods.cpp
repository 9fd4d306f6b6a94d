// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hashing/neighbourhoods.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <set>

namespace likeness {
namespace {

std::vector<int> largest(const Eigen::RowVectorXf& scores, int count) {
    std::vector<int> order(static_cast<std::size_t>(scores.size()));
    std::iota(order.begin(), order.end(), 0);
    const auto better = [&scores](int a, int b) {
        return scores[a] > scores[b] || (scores[a] == scores[b] && a < b);
    };
    std::partial_sort(order.begin(), order.begin() + count, order.end(), better);
    order.resize(static_cast<std::size_t>(count));
    return order;
}

} // namespace

Result<Neighbourhoods> nearestNeighbours(const RowMajorFloats& samples, int count,
                                         const std::stop_token& stop) {
    constexpr Eigen::Index block = 256;
    const RowMajorFloats unit = UnitRows(samples).rows;
    const int kept = std::min(count, static_cast<int>(samples.rows()) - 1);
    Neighbourhoods neighbours;
    for (Eigen::Index first = 0; first < unit.rows(); first += block) {
        if (stop.stop_requested())
            return makeError(ErrorCode::Cancelled);
        const Eigen::Index size = std::min(block, unit.rows() - first);
        RowMajorFloats cosines = unit.middleRows(first, size) * unit.transpose();
        for (Eigen::Index i = 0; i < size; ++i) {
            cosines(i, first + i) = std::numeric_limits<float>::lowest(); // itself
            neighbours.push_back(largest(cosines.row(i), kept));
        }
    }
    return neighbours;
}

Neighbourhoods neighboursAmong(const Neighbourhoods& all, std::span<const int> rows, int count) {
    std::vector<int> place(all.size(), -1);
    for (std::size_t i = 0; i < rows.size(); ++i)
        place[static_cast<std::size_t>(rows[i])] = static_cast<int>(i);
    Neighbourhoods among;
    for (int row : rows) {
        std::vector<int> kept;
        for (int neighbour : all[static_cast<std::size_t>(row)])
            if (static_cast<int>(kept.size()) < count && place[static_cast<std::size_t>(neighbour)] >= 0)
                kept.push_back(place[static_cast<std::size_t>(neighbour)]);
        among.push_back(std::move(kept));
    }
    return among;
}

RelevantPlaces relevantByNeighbours(const Neighbourhoods& all, const Split& split, int count) {
    const Neighbourhoods among = neighboursAmong(all, split.training, count);
    std::vector<std::set<int>> linked(among.size());
    for (std::size_t i = 0; i < among.size(); ++i)
        for (int neighbour : among[i]) {
            linked[i].insert(neighbour);
            linked[static_cast<std::size_t>(neighbour)].insert(static_cast<int>(i));
        }
    std::vector<int> place(all.size(), -1);
    for (std::size_t i = 0; i < split.training.size(); ++i)
        place[static_cast<std::size_t>(split.training[i])] = static_cast<int>(i);

    RelevantPlaces relevant;
    for (int sample : split.held) {
        std::set<int> found;
        int taken = 0;
        for (int neighbour : all[static_cast<std::size_t>(sample)]) {
            const int at = place[static_cast<std::size_t>(neighbour)];
            if (at < 0 || taken == count)
                continue;
            ++taken;
            found.insert(at);
            found.insert(linked[static_cast<std::size_t>(at)].begin(),
                         linked[static_cast<std::size_t>(at)].end());
        }
        relevant.emplace_back(found.begin(), found.end());
    }
    return relevant;
}

NeighbourObjective::NeighbourObjective(Neighbourhoods neighbours, const NeighbourOptions& options)
    : neighbours_(std::move(neighbours)), options_(options) {}

std::vector<int> NeighbourObjective::rowsOf(std::span<const int> anchors, std::mt19937_64& random) const {
    std::vector<int> rows;
    for (int anchor : anchors) {
        const std::vector<int>& near = neighbours_[static_cast<std::size_t>(anchor)];
        rows.push_back(anchor);
        rows.push_back(near.empty() ? anchor : near[random() % near.size()]);
    }
    return rows;
}

LossAndGradient NeighbourObjective::loss(const RowMajorFloats& outputs, std::span<const int> rows) const {
    std::vector<int> partners;
    for (int i = 0; i < static_cast<int>(rows.size()); ++i)
        partners.push_back(i ^ 1);
    const UnitRows unit(outputs);
    RowMajorFloats logits = unit.rows * unit.rows.transpose() / options_.temperature;
    logits.diagonal().setConstant(-1e9F); // no one is its own partner
    const double contrast = crossEntropy(logits, partners);
    const RowMajorFloats both = logits + logits.transpose();
    const float perRow = 1.0F / (options_.temperature * static_cast<float>(outputs.rows()));
    const RowMajorFloats toSigns =
        outputs.unaryExpr([](float value) { return value - (value > 0.0F ? 1.0F : -1.0F); });
    const float perOutput = options_.quantisation / static_cast<float>(outputs.size());
    return {contrast + static_cast<double>(perOutput * toSigns.squaredNorm()),
            unit.backward(both * unit.rows * perRow) + 2.0F * perOutput * toSigns};
}

} // namespace likeness
