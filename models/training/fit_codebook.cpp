// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error_text.h"
#include "models/training/codebook_fit.h"
#include "models/training/extraction.h"
#include "models/training/fit_report.h"
#include "models/training/method_report.h"

#include <CLI/CLI.hpp>

#include <iostream>

namespace likeness::training {
namespace {

struct Settings {
    std::vector<std::filesystem::path> folders;
    std::string pack{defaultPackName};
    std::filesystem::path output;
    std::filesystem::path known; // empty: one is fitted
    std::string granularity{granularityName(Granularity::Global)};
    std::string engine{engineName(Engine::Cpu)};
    ExtractionOptions extraction;
    FitOptions fit;
    bool report = false;
    bool methods = false;
};

void describe(CLI::App& program, Settings& settings) {
    program.add_option("folders", settings.folders, "Folders of photos; sub-folders are labels")->required();
    program.add_option("--pack", settings.pack, "Model pack")->capture_default_str();
    program.add_option("--out", settings.output, "Codebook file to write")->required();
    program.add_option("--granularity", settings.granularity, "What the codes stand for")
        ->check(CLI::IsMember({"global", "region", "part"}))
        ->capture_default_str();
    program.add_option("--bits", settings.fit.bits, "Code length")->capture_default_str();
    program
        .add_option("--whitening", settings.fit.whiteningPower, "Divide components by singular value^this")
        ->capture_default_str();
    program.add_option("--dimensions", settings.fit.whiteningDimensions, "Components kept for re-ranking")
        ->capture_default_str();
    program.add_option("--crops", settings.extraction.cropsPerPhoto, "Random crops of each photo")
        ->capture_default_str();
    program.add_option("--seed", settings.extraction.seed, "Seed of crops and rotation")
        ->capture_default_str();
    program.add_option("--engine", settings.engine, "What runs the network")
        ->check(CLI::IsMember({"cpu", "onednn"}))
        ->capture_default_str();
    program.add_option("--cache", settings.extraction.cacheFile, "Keeps the descriptors for the next run");
    program
        .add_option("--calibrate", settings.known,
                    "Calibrate this codebook's similarities anew instead of fitting one")
        ->check(CLI::ExistingFile);
    program.add_flag("--report", settings.report,
                     "Measure the codebook, also on sets left out of the fitting");
    program.add_flag("--methods", settings.methods,
                     "Measure every hash method on sets left out of its fitting");
}

Result<Codebook> codebookOf(const std::vector<Sample>& samples, const ModelPack& pack,
                            Granularity granularity, const Settings& settings) {
    if (!settings.known.empty())
        return loadCodebook(settings.known, pack);
    return granularity == Granularity::Global ? fitCodebook(samples, pack, settings.fit)
                                              : fitWindowCodebook(samples, pack, granularity, settings.fit);
}

Result<void> run(Settings settings) {
    settings.fit.seed = settings.extraction.seed;
    settings.extraction.engine = *engineFromName(settings.engine);
    const auto pack = findModelPack(settings.pack);
    if (!pack)
        return pack.error();
    const auto photos = findTrainingPhotos(settings.folders);
    if (!photos)
        return photos.error();
    const auto samples = extractDescriptors(*photos, *pack, settings.extraction);
    if (!samples)
        return samples.error();
    const Granularity granularity = *granularityFromName(settings.granularity);
    const bool global = granularity == Granularity::Global;
    auto codebook = codebookOf(*samples, *pack, granularity, settings);
    if (!codebook)
        return codebook.error();
    if (global)
        calibrate(*codebook, *samples, *pack);
    const auto saved = saveCodebook(*codebook, settings.output);
    if (!saved)
        return saved.error();
    std::cout << "fitted on " << saved->fittedOn << "\nchecksum " << saved->checksum << '\n';
    if (settings.report && global)
        if (auto printed = printReport(*samples, *pack, *saved, settings.fit, std::cout); !printed)
            return printed;
    return settings.methods && global ? printMethods(*samples, *pack, *saved, settings.fit, std::cout)
                                      : Result<void>();
}

} // namespace
} // namespace likeness::training

int main(int argc, char** argv) {
    CLI::App program("Fits a codebook: ITQ codes, whitening for re-ranking, and calibrated similarities");
    likeness::training::Settings settings;
    describe(program, settings);
    CLI11_PARSE(program, argc, argv);
    const auto done = likeness::training::run(std::move(settings));
    if (!done)
        std::cerr << likeness::errorText(done.error()) << '\n';
    return done ? 0 : 1;
}
