// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/training/fit_report.h"

#include "core/hashing/rerank_score.h"
#include "models/training/retrieval.h"

#include <algorithm>
#include <array>
#include <iomanip>
#include <string>
#include <utility>

namespace likeness::training {
namespace {

struct NamedRerank {
    std::string_view name;
    Rerank by;
};
constexpr std::array reranks{NamedRerank{"asymmetric", Rerank::Asymmetric},
                             NamedRerank{"whitened cosine", Rerank::Cosine}, NamedRerank{"sum", Rerank::Sum},
                             NamedRerank{"full, expanded", Rerank::Expansion}};

double combined(const QueryCodes& query, const PhotoCodes& photo) {
    return rerankScore(query, photo.global, photo.rerank);
}

void printFigures(const EncodedSet& set, std::string_view fit, const Codebook& codebook, std::ostream& out) {
    const auto print = [&](std::string_view ranking, const RetrievalFigures& figures, double error) {
        out << std::left << std::setw(22) << set.name << std::setw(10) << fit << std::setw(18) << ranking
            << std::fixed << std::setprecision(3) << figures.map << "  " << figures.precisionAt1
            << "         " << error << '\n';
    };
    const Calibrations& calibrations = codebook.calibrations;
    print("codes", rankByCodes(set), calibrationErrorOf(set, codesScores, calibrations.codes));
    for (const auto& [name, by] : reranks) {
        const Scores scores = rerankedBy(by, calibrations);
        print(name, rankInFull(set, scores),
              calibrationErrorOf(set, scores, calibrationOf(calibrations, by)));
    }
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
    printCalibration("codes", codebook.calibrations.codes, out);
    for (const auto& [name, by] : reranks)
        printCalibration(name, calibrationOf(codebook.calibrations, by), out);
    for (std::size_t i = 0; i < sets.size(); ++i)
        printSimilarities(sets[i], sets[(i + 1) % sets.size()], codebook.calibrations.full, out);
    out << "set                   fitted    ranking           mAP    precision@1   calibration error\n";
    for (const EncodedSet& set : sets) {
        printFigures(set, "on all", codebook, out);
        auto other = fitCodebook(samples, pack, options, set.name);
        if (!other)
            return other.error();
        calibrate(*other, samples, pack, set.name);
        const EncodedSet unseen = encodeSet(set.name, samples, Recipe(pack, *other));
        printFigures(unseen, "without", *other, out);
    }
    return {};
}

} // namespace likeness::training
