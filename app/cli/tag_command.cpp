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
        syntax.add_flag("--remove", remove, "Take the tag away");
        syntax.add_option("NAME", name, "The tag; levels are parted by '/': Places/Paris")->required();
        syntax.add_option("PHOTO", photos, "Photos in the library's folders")->required();
    }

    std::string name;
    std::vector<std::string> photos;
    bool remove = false;
};

Result<void> tag(const std::filesystem::path& libraryFile, const TagArguments& arguments) {
    const auto library = openForWriting(libraryFile);
    if (!library)
        return library.error();
    const auto photos = photosOf(library->database, arguments.photos);
    if (!photos)
        return photos.error();
    const TagRepository tags(library->database);
    return arguments.remove ? tags.remove(arguments.name, *photos) : tags.add(arguments.name, *photos);
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
                const auto done = tag(options.libraryFile, *arguments);
                return done ? Success : fail(done.error());
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
