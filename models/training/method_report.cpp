// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/training/method_report.h"

#include "core/hashing/codebook_training.h"
#include "models/training/retrieval.h"

#include <iomanip>
#include <string>

namespace likeness::training {
namespace {

TrainingData dataWithout(const std::string& set, const std::vector<Sample>& samples, const ModelPack& pack) {
    TrainingData data;
    data.length = pack.descriptorLength();
    data.description = "all sets but " + set;
    for (const Sample& sample : samples)
        if (sample.set != set && sample.granularity == Granularity::Global)
            data.values.insert(data.values.end(), sample.descriptor.begin(), sample.descriptor.end());
    return data;
}

Result<double> mapWithout(const std::string& set, const std::string& method,
                          const std::vector<Sample>& samples, const ModelPack& pack, const Codebook& codebook,
                          const FitOptions& options) {
    CodebookTrainingOptions training;
    training.method = method;
    training.bits = options.bits;
    training.seed = options.seed;
    const auto trained = trainCodebook(dataWithout(set, samples, pack), training, pack, codebook);
    if (!trained)
        return trained.error();
    Codebook searched = trained->codebook;
    searched.whitening = codebook.whitening;
    return rankByCodes(encodeSet(set, samples, Recipe(pack, searched))).map;
}

} // namespace

Result<void> printMethods(const std::vector<Sample>& samples, const ModelPack& pack, const Codebook& codebook,
                          const FitOptions& options, std::ostream& out) {
    const std::vector<std::string> sets = labelledSets(samples);
    out << "mAP by codes of " << options.bits << " bits, trained without the set\n" << std::setw(8) << "";
    for (const std::string& set : sets)
        out << std::setw(14) << set;
    out << std::setw(14) << "mean" << std::fixed << std::setprecision(3) << '\n';
    for (const std::string_view method : trainableMethods) {
        double sum = 0;
        out << std::left << std::setw(8) << method << std::right;
        for (const std::string& set : sets) {
            const auto map = mapWithout(set, std::string(method), samples, pack, codebook, options);
            if (!map)
                return map.error();
            sum += *map;
            out << std::setw(14) << *map << std::flush;
        }
        out << std::setw(14) << sum / static_cast<double>(sets.size()) << '\n';
    }
    return {};
}

} // namespace likeness::training
