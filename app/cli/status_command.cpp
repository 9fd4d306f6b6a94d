// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/exit_code.h"
#include "app/cli/output.h"
#include "core/base/path_text.h"
#include "core/library/code_set.h"
#include "core/library/codebook_repository.h"
#include "core/library/database.h"
#include "core/library/photo_repository.h"
#include "core/library/recipe_succession.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace likeness::cli {
namespace {

/// Codes of the library, and what they are for.
struct CodesStatus {
    CodeSetProgress set;
    std::string pack; // its name; what its descriptors are named where no installed pack has it
    std::string use;  // "searched", "next": indexing makes them; "kept"
};

struct Status {
    PhotoCounts counts;
    std::vector<Root> roots;
    std::vector<CodesStatus> codes;
};

std::string packNameOf(const std::string& source, std::span<const ModelPack> packs) {
    const auto found = std::ranges::find_if(
        packs, [&source](const ModelPack& pack) { return source.starts_with(pack.networkSha256); });
    return found == packs.end() ? source : found->name;
}

Result<std::vector<CodesStatus>> readCodes(const Database& database) {
    const auto sets = codeSetProgress(database);
    if (!sets)
        return sets.error();
    const auto searched = libraryRecipe(database);
    if (!searched)
        return searched.error();
    const auto next = recipeToIndexWith(database);
    if (!next)
        return next.error();
    const std::vector<ModelPack> packs = installedModelPacks();
    std::vector<CodesStatus> codes;
    for (const CodeSetProgress& set : *sets) {
        const bool isSearched = (*searched)->fingerprint(set.granularity) == set.fingerprint;
        const bool isNext = (*next)->fingerprint(set.granularity) == set.fingerprint;
        codes.push_back({set, packNameOf(set.descriptorSource, packs),
                         isSearched ? "searched"
                         : isNext   ? "next"
                                    : "kept"});
    }
    for (const Granularity granularity : allGranularities)
        if (const Codebook* coming = (*next)->codebook(granularity);
            coming != nullptr && std::ranges::find(*sets, (*next)->fingerprint(granularity),
                                                   &CodeSetProgress::fingerprint) == sets->end())
            codes.push_back(
                {{granularity, (*next)->fingerprint(granularity), (*next)->pack().descriptorSource(),
                  std::string(coming->encoder->method()), coming->encoder->bits(), 0},
                 (*next)->pack().name,
                 "next"});
    return codes;
}

Result<Status> readStatus(const std::filesystem::path& libraryFile) {
    const auto database = Database::open(libraryFile, OpenMode::ReadOnly);
    if (!database)
        return database.error();
    const PhotoRepository repository(*database);
    const auto counts = repository.counts();
    if (!counts)
        return counts.error();
    auto roots = repository.roots();
    if (!roots)
        return roots.error();
    auto codes = readCodes(*database);
    if (!codes)
        return codes.error();
    return Status{*counts, std::move(*roots), *std::move(codes)};
}

nlohmann::ordered_json toJson(const CodesStatus& codes) {
    return {{"granularity", granularityName(codes.set.granularity)},
            {"method", codes.set.method},
            {"bits", codes.set.bits},
            {"pack", codes.pack},
            {"photos", codes.set.photos},
            {"use", codes.use}};
}

nlohmann::ordered_json toJson(const std::filesystem::path& libraryFile, const Status& status) {
    auto folders = nlohmann::ordered_json::array();
    for (const Root& root : status.roots)
        folders.push_back(root.folder.native());
    auto codes = nlohmann::ordered_json::array();
    for (const CodesStatus& one : status.codes)
        codes.push_back(toJson(one));
    return {{"library", libraryFile.native()},    {"photos", status.counts.photos},
            {"indexed", status.counts.indexed},   {"pending", status.counts.pending},
            {"problems", status.counts.problems}, {"missing", status.counts.missing},
            {"folders", std::move(folders)},      {"codes", std::move(codes)}};
}

void print(const CodesStatus& codes, std::int64_t indexed) {
    std::string line = "Codes     " + std::string(granularityName(codes.set.granularity)) + ", " +
                       codes.set.method + ", " + std::to_string(codes.set.bits) + " bits, " + codes.pack +
                       ": " + std::to_string(codes.set.photos) + " of " + counted(indexed, "photo");
    if (codes.use == "searched")
        line += ", searched";
    if (codes.use == "next")
        line += ", searched once all have them: likeness-cli index goes on";
    printLine(line);
}

void print(const std::filesystem::path& libraryFile, const Status& status) {
    printLine("Library   " + pathText(libraryFile));
    printLine("Photos    " + std::to_string(status.counts.photos));
    printLine("Indexed   " + std::to_string(status.counts.indexed));
    printLine("Pending   " + std::to_string(status.counts.pending));
    printLine("Problems  " + std::to_string(status.counts.problems));
    printLine("Missing   " + std::to_string(status.counts.missing));
    for (const Root& root : status.roots)
        printLine("Folder    " + pathText(root.folder));
    for (const CodesStatus& codes : status.codes)
        print(codes, status.counts.indexed);
}

} // namespace

Command statusCommand(CLI::App& program) {
    CLI::App* syntax = program.add_subcommand("status", "Counts of the library");
    auto json = std::make_shared<bool>(false);
    syntax->add_flag("--json", *json, "Print one JSON object");
    return {syntax, [json](const GlobalOptions& options) -> int {
                const auto status = readStatus(options.libraryFile);
                if (!status)
                    return fail(status.error());
                if (*json)
                    printJson(toJson(options.libraryFile, *status));
                else
                    print(options.libraryFile, *status);
                return Success;
            }};
}

} // namespace likeness::cli
