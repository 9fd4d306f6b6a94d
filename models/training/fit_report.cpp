// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/training/fit_report.h"

#include "core/hashing/rerank_score.h"
#include "models/training/retrieval.h"

#include <algorithm>
#include <iomanip>
#include <string>
#include <utility>

namespace likeness::training {
namespace {

double whitenedCosine(const QueryCodes& query, const PhotoCodes& photo) {
    return static_cast<double>(dot(query.rerank, photo.rerank));
}

double asymmetric(const QueryCodes& query, const PhotoCodes& photo) {
    return asymmetricSimilarity(query.projected, photo.global);
}

double byCodes(const QueryCodes& query, const PhotoCodes& photo) {
    return 1.0 - 2.0 * hammingDistance(query.global, photo.global) / query.global.bits();
}

double combined(const QueryCodes& query, const PhotoCodes& photo) {
    return rerankScore(query, photo.global, photo.rerank);
}

void printFigures(const EncodedSet& set, std::string_view fit, std::ostream& out) {
    const auto print = [&](std::string_view ranking, const RetrievalFigures& figures) {
        out << std::left << std::setw(22) << set.name << std::setw(10) << fit << std::setw(18) << ranking
            << std::fixed << std::setprecision(3) << figures.map << "  " << figures.precisionAt1 << '\n';
    };
    print("codes", rankByCodes(set));
    print("asymmetric", rankInFull(set, asymmetric));
    print("whitened cosine", rankInFull(set, whitenedCosine));
    print("full", rankInFull(set, combined));
}

void printCalibrationErrors(const EncodedSet& set, std::string_view fit, const Codebook& codebook,
                            std::ostream& out) {
    out << std::left << std::setw(22) << set.name << std::setw(10) << fit << std::setw(18)
        << "calibration error" << std::fixed << std::setprecision(3) << "full "
        << calibrationErrorOf(set, combined, codebook.full) << "  codes "
        << calibrationErrorOf(set, byCodes, codebook.codes) << '\n';
}

/// Deciles of the calibrated similarity.
void printSpread(std::string_view what, std::vector<double> similarities, std::ostream& out) {
    if (similarities.empty())
        return;
    std::ranges::sort(similarities);
    out << "  " << std::left << std::setw(24) << what << std::setprecision(3);
    for (std::size_t percent : {1U, 10U, 50U, 90U, 99U})
        out << percent << " %: " << similarities[(similarities.size() - 1) * percent / 100] << "  ";
    out << '\n';
}

void printSimilarities(const EncodedSet& set, const EncodedSet& others, const Calibration& calibration,
                       std::ostream& out) {
    std::vector<double> same;
    std::vector<double> alike;
    std::vector<double> near;
    std::vector<double> foreign;
    for (std::size_t query = 0; query < set.size(); ++query) {
        const auto similarity = [&](const PhotoCodes& photo) {
            return calibration.similarity(combined(set.queries[query], photo));
        };
        same.push_back(similarity(set.photos[query]));
        auto order = hammingOrder(set, query);
        order.resize(std::min<std::size_t>(order.size(), 100));
        for (std::size_t photo : order)
            (set.labels[photo] == set.labels[query] ? alike : near).push_back(similarity(set.photos[photo]));
        foreign.push_back(similarity(others.photos[query % others.size()]));
    }
    out << set.name << ", calibrated similarity:\n";
    printSpread("the photo itself", std::move(same), out);
    printSpread("nearest 100, same class", std::move(alike), out);
    printSpread("nearest 100, others", std::move(near), out);
    printSpread("photos of another set", std::move(foreign), out);
}

void printCalibration(std::string_view score, const Calibration& calibration, std::ostream& out) {
    out << "calibration of " << score << ": slope " << calibration.slope << ", offset " << calibration.offset
        << '\n';
}

} // namespace

Result<void> printReport(const std::vector<Sample>& samples, const ModelPack& pack, const Codebook& codebook,
                         const FitOptions& options, std::ostream& out) {
    const Recipe recipe(pack, codebook);
    std::vector<EncodedSet> sets;
    for (const std::string& name : labelledSets(samples))
        sets.push_back(encodeSet(name, samples, recipe));
    printCalibration("full", codebook.full, out);
    printCalibration("codes", codebook.codes, out);
    for (std::size_t i = 0; i < sets.size(); ++i)
        printSimilarities(sets[i], sets[(i + 1) % sets.size()], codebook.full, out);
    out << "set                   fitted    ranking           mAP    precision@1\n";
    for (const EncodedSet& set : sets) {
        printFigures(set, "on all", out);
        printCalibrationErrors(set, "on all", codebook, out);
        auto other = fitCodebook(samples, pack, options, set.name);
        if (!other)
            return other.error();
        calibrate(*other, samples, pack, set.name);
        const EncodedSet unseen = encodeSet(set.name, samples, Recipe(pack, *other));
        printFigures(unseen, "without", out);
        printCalibrationErrors(unseen, "without", *other, out);
    }
    return {};
}

} // namespace likeness::training
