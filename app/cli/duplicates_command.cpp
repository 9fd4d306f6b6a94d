// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/duplicate_progress.h"
#include "app/cli/exit_code.h"
#include "app/cli/output.h"
#include "core/base/path_text.h"
#include "core/library/duplicate_repository.h"
#include "core/library/writer_lock.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cmath>
#include <memory>

namespace likeness::cli {
namespace {

struct Arguments {
    explicit Arguments(CLI::App& syntax) {
        syntax.add_flag("--exact", exact, "Files of the same bytes; without any kind: all three");
        syntax.add_flag("--near", near, "The same picture, saved again, resized, edited, cut or turned");
        syntax.add_flag("--bursts", bursts, "Photos of a scene that were taken one after the other");
        syntax.add_option("--keep", rules, "What speaks for a photo, the most important first")
            ->type_name("RULE,…")
            ->capture_default_str();
        syntax.add_option("--prefer", preferred, "Folders whose photos are rather kept, the best first")
            ->type_name("FOLDER");
        syntax.add_option("--seconds", seconds, "Between two photos of a burst")
            ->check(CLI::Range(0, 86'400))
            ->capture_default_str();
        syntax.add_option("--protect", protect, "Folders whose photos are to be left alone from now on")
            ->type_name("FOLDER");
        syntax.add_option("--unprotect", unprotect, "Folders to take that protection off")
            ->type_name("FOLDER");
        syntax.add_flag("--json", json, "Print one JSON object");
    }

    bool exact = false;
    bool near = false;
    bool bursts = false;
    std::string rules = "resolution,size,oldest";
    std::vector<std::string> preferred;
    std::int64_t seconds = 10;
    std::vector<std::string> protect;
    std::vector<std::string> unprotect;
    bool json = false;
};

Result<DuplicateRequest> requestOf(const GlobalOptions& options, const Arguments& arguments) {
    DuplicateRequest request;
    if (arguments.exact || arguments.near || arguments.bursts) {
        request.kinds.clear();
        if (arguments.exact)
            request.kinds.push_back(DuplicateKind::Exact);
        if (arguments.near)
            request.kinds.push_back(DuplicateKind::Near);
        if (arguments.bursts)
            request.kinds.push_back(DuplicateKind::Burst);
    }
    auto rules = keeperRulesFromText(arguments.rules);
    if (!rules)
        return rules.error();
    request.keepers.rules = *std::move(rules);
    for (const std::string& folder : arguments.preferred)
        request.keepers.preferredFolders.push_back(absolutePath(folder));
    request.bursts.seconds = arguments.seconds;
    request.limits = options.limits;
    return request;
}

Result<void> protectFolders(const GlobalOptions& options, const Arguments& arguments) {
    if (arguments.protect.empty() && arguments.unprotect.empty())
        return {};
    const auto database = Database::open(options.libraryFile, OpenMode::Write);
    if (!database)
        return database.error();
    const auto lock = WriterLock::acquire(options.libraryFile);
    if (!lock)
        return lock.error();
    const DuplicateRepository repository(*database);
    for (const std::string& folder : arguments.protect)
        if (auto done = repository.protect(absolutePath(folder)); !done)
            return done;
    for (const std::string& folder : arguments.unprotect)
        if (auto done = repository.unprotect(absolutePath(folder)); !done)
            return done;
    return {};
}

nlohmann::ordered_json toJson(const Photo& photo, const DuplicateGroup& group) {
    return {{"path", photo.file.native()},
            {"bytes", photo.stamp.bytes},
            {"width", photo.width},
            {"height", photo.height},
            {"keep", photo.id == group.keeper}};
}

nlohmann::ordered_json toJson(const DuplicateReport& report) {
    auto groups = nlohmann::ordered_json::array();
    for (const DuplicateGroup& group : report.groups) {
        auto members = nlohmann::ordered_json::array();
        for (const DuplicateMember& member : group.members) {
            auto one = toJson(report.photos.at(member.photo), group);
            one["similarity"] = rounded(member.similarity * 100, 1);
            members.push_back(std::move(one));
        }
        groups.push_back({{"kind", duplicateKindName(group.kind)},
                          {"reference", toJson(report.photos.at(group.reference), group)},
                          {"members", std::move(members)},
                          {"freeable_bytes", group.freeableBytes}});
    }
    return {{"searched", report.searched},
            {"unreadable", report.unreadable},
            {"seconds", rounded(std::chrono::duration<double>(report.elapsed).count(), 2)},
            {"groups", std::move(groups)}};
}

std::string megabytes(std::int64_t bytes) {
    return decimal(static_cast<double>(bytes) / 1e6, 1) + " MB";
}

void print(const Photo& photo, const DuplicateGroup& group, const std::string& likeness) {
    printLine(std::string(photo.id == group.keeper ? "  keep " : "       ") + likeness + "  " +
              std::to_string(photo.width) + " x " + std::to_string(photo.height) + "  " +
              megabytes(photo.stamp.bytes) + "  " + pathText(photo.file));
}

void print(const DuplicateReport& report) {
    std::int64_t bytes = 0;
    for (const DuplicateGroup& group : report.groups) {
        printLine(std::string(duplicateKindName(group.kind)) + ", " +
                  counted(static_cast<std::int64_t>(group.members.size()) + 1, "photo") + ", " +
                  megabytes(group.freeableBytes) + " could be freed");
        print(report.photos.at(group.reference), group, "    ");
        for (const DuplicateMember& member : group.members) {
            const std::string share = std::to_string(std::lround(member.similarity * 100)) + "%";
            print(report.photos.at(member.photo), group,
                  std::string(4 - std::min<std::size_t>(share.size(), 4), ' ') + share);
        }
        bytes += group.freeableBytes;
    }
    printLine(counted(static_cast<std::int64_t>(report.groups.size()), "group") + " among " +
              counted(static_cast<std::int64_t>(report.searched), "photo") + ", " + megabytes(bytes) +
              " could be freed");
    if (report.unreadable > 0)
        printNote(counted(static_cast<std::int64_t>(report.unreadable), "photo") +
                  " could not be compared: likeness-cli index looks at them again.");
}

int run(const GlobalOptions& options, const Arguments& arguments) {
    const Interruption interruption;
    const auto request = requestOf(options, arguments);
    if (!request) {
        fail(request.error());
        return WrongUsage;
    }
    if (auto done = protectFolders(options, arguments); !done)
        return fail(done.error());
    const auto library = openLibrary(options);
    if (!library)
        return fail(library.error());
    const auto report = findWithProgress(*library, *request, interruption);
    if (interruption.signal() != 0)
        return exitCodeOfSignal(interruption.signal());
    if (!report)
        return fail(report.error());
    if (arguments.json)
        printJson(toJson(*report));
    else
        print(*report);
    return Success;
}

} // namespace

Command duplicatesCommand(CLI::App& program) {
    CLI::App* syntax = program.add_subcommand(
        "duplicates",
        "Lists exact copies, near-duplicates and bursts, with the photo that is suggested to keep");
    auto arguments = std::make_shared<Arguments>(*syntax);
    return {syntax, [arguments](const GlobalOptions& options) { return run(options, *arguments); }};
}

} // namespace likeness::cli
