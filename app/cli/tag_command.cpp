// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/exit_code.h"
#include "app/cli/named_photos.h"
#include "app/cli/opened_library.h"
#include "app/cli/output.h"
#include "core/library/database.h"
#include "core/library/tag_repository.h"

#include <CLI/CLI.hpp>

#include <memory>
#include <string>
#include <vector>

namespace likeness::cli {
namespace {

struct TagArguments {
    explicit TagArguments(CLI::App& syntax) {
        syntax.add_option("NAME", name, "The tag; levels are parted by '/': Places/Paris")->required();
        auto* ofPhotos = syntax.add_option("PHOTO", photos, "Photos in the library's folders");
        auto* taken =
            syntax.add_flag("--remove", remove, "Take the tag away; from all photos where none is named");
        syntax.add_option("--rename", newName, "Give the tag, and those below it, another name everywhere")
            ->type_name("NEW")
            ->excludes(ofPhotos)
            ->excludes(taken);
    }

    bool saysWhatToDo() const { return remove || !newName.empty() || !photos.empty(); }

    std::string name;
    std::string newName;
    std::vector<std::string> photos;
    bool remove = false;
};

/// Of the tag itself, on all photos. Returns how many.
Result<std::int64_t> changeEverywhere(const TagRepository& tags, const TagArguments& arguments) {
    return arguments.remove ? tags.removeEverywhere(arguments.name)
                            : tags.rename(arguments.name, arguments.newName);
}

/// Returns how many photos were changed.
Result<std::int64_t> tag(const std::filesystem::path& libraryFile, const TagArguments& arguments) {
    const auto library = openForWriting(libraryFile);
    if (!library)
        return library.error();
    if (arguments.photos.empty())
        return changeEverywhere(TagRepository(library->database), arguments);
    const auto photos = photosOf(library->database, arguments.photos);
    if (!photos)
        return photos.error();
    const TagRepository tags(library->database);
    const auto changed =
        arguments.remove ? tags.remove(arguments.name, *photos) : tags.add(arguments.name, *photos);
    return changed ? Result<std::int64_t>(std::ssize(*changed)) : changed.error();
}

Result<std::vector<TagCount>> readTags(const std::filesystem::path& libraryFile) {
    const auto database = Database::open(libraryFile, OpenMode::ReadOnly);
    if (!database)
        return database.error();
    return TagRepository(*database).tags();
}

nlohmann::ordered_json toJson(const std::vector<TagCount>& tags) {
    auto list = nlohmann::ordered_json::array();
    for (const TagCount& tag : tags)
        list.push_back({{"name", tag.name}, {"photos", tag.photos}});
    return {{"tags", std::move(list)}};
}

void print(const std::vector<TagCount>& tags) {
    if (tags.empty())
        printNote("No tags yet: likeness-cli tag NAME PHOTO... gives one.");
    for (const TagCount& tag : tags)
        printLine(tag.name + "  " + std::to_string(tag.photos));
}

} // namespace

Command tagCommand(CLI::App& program) {
    CLI::App* syntax =
        program.add_subcommand("tag", "Gives photos a tag, in the library alone: no photo is changed");
    auto arguments = std::make_shared<TagArguments>(*syntax);
    return {syntax, [arguments](const GlobalOptions& options) -> int {
                if (!arguments->saysWhatToDo()) {
                    printNote("Name the photos that get the tag.");
                    return WrongUsage;
                }
                const auto changed = tag(options.libraryFile, *arguments);
                if (!changed)
                    return fail(changed.error());
                printNote(std::to_string(*changed) + " photos changed.");
                return Success;
            }};
}

Command tagsCommand(CLI::App& program) {
    CLI::App* syntax = program.add_subcommand("tags", "All tags, each with the number of its photos");
    auto json = std::make_shared<bool>(false);
    syntax->add_flag("--json", *json, "Print one JSON object");
    return {syntax, [json](const GlobalOptions& options) -> int {
                const auto tags = readTags(options.libraryFile);
                if (!tags)
                    return fail(tags.error());
                if (*json)
                    printJson(toJson(*tags));
                else
                    print(*tags);
                return Success;
            }};
}

} // namespace likeness::cli
