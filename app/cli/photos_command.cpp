// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of photos: photos (by filters), rate, label and remarks.
#include "app/cli/command.h"
#include "app/cli/exit_code.h"
#include "app/cli/named_photos.h"
#include "app/cli/opened_library.h"
#include "app/cli/output.h"
#include "app/cli/search_arguments.h"
#include "core/base/path_text.h"
#include "core/library/photo_repository.h"
#include "core/library/remark_file.h"

#include <CLI/CLI.hpp>

#include <iostream>
#include <memory>

namespace likeness::cli {
namespace {

struct PhotosArguments {
    explicit PhotosArguments(CLI::App& syntax) : filter(syntax) {
        syntax.add_flag("--json", json, "Print one JSON object");
    }

    FilterArguments filter;
    bool json = false;
};

Result<std::vector<Photo>> readPhotos(const std::filesystem::path& libraryFile, const PhotoFilter& filter) {
    const auto database = Database::open(libraryFile, OpenMode::ReadOnly);
    if (!database)
        return database.error();
    const auto photos = photosMeant(*database, filter);
    return photos ? PhotoRepository(*database).photos(*photos) : photos.error();
}

nlohmann::ordered_json toJson(const std::vector<Photo>& photos) {
    auto list = nlohmann::ordered_json::array();
    for (const Photo& photo : photos)
        list.push_back(
            {{"path", pathText(photo.file)}, {"camera", photo.camera}, {"missing", photo.missing}});
    return {{"photos", std::move(list)}};
}

int runPhotos(const GlobalOptions& options, const PhotosArguments& arguments) {
    const auto filter = arguments.filter.filter();
    if (!filter) {
        fail(filter.error());
        return WrongUsage;
    }
    const auto photos = readPhotos(options.libraryFile, *filter);
    if (!photos)
        return fail(photos.error());
    if (arguments.json)
        printJson(toJson(*photos));
    else if (photos->empty())
        printNote("No photo of the library is meant by this.");
    else
        for (const Photo& photo : *photos)
            printLine(pathText(photo.file));
    return Success;
}

/// A value that photos are given.
template <typename Value>
struct MarkArguments {
    Value value{};
    std::vector<std::string> photos;
};

template <typename Mark>
int mark(const GlobalOptions& options, const std::vector<std::string>& files, Mark set) {
    const auto library = openForWriting(options.libraryFile);
    if (!library)
        return fail(library.error());
    const auto photos = photosOf(library->database, files);
    if (!photos)
        return fail(photos.error());
    const auto done = set(MarkRepository(library->database), *photos);
    return done ? Success : fail(done.error());
}

int label(const GlobalOptions& options, const MarkArguments<std::string>& arguments) {
    const auto colour = colourLabelFromName(arguments.value);
    if (!colour) {
        fail(makeError(ErrorCode::InvalidArgument, {"'" + arguments.value + "' is no colour label"}));
        return WrongUsage;
    }
    return mark(options, arguments.photos, [&](const MarkRepository& marks, const auto& photos) {
        return marks.setLabel(*colour, photos);
    });
}

struct RemarkArguments {
    explicit RemarkArguments(CLI::App& syntax) {
        syntax.add_flag("--json", json, "Print a JSON array instead of a table");
        syntax.add_option("--import", import, "Add the remarks of this file (.json, or a table)");
    }

    bool json = false;
    std::string import;
};

int importRemarks(const GlobalOptions& options, const std::string& file) {
    const auto read = readRemarks(file);
    if (!read)
        return fail(read.error());
    const auto library = openForWriting(options.libraryFile);
    if (!library)
        return fail(library.error());
    const auto tally = takeRemarks(library->database, *read);
    if (!tally)
        return fail(tally.error());
    printLine(counted(tally->taken, "remark") + " taken over");
    if (tally->unknown > 0)
        printNote(counted(tally->unknown, "remark") + " about photos that the library doesn't have");
    return Success;
}

int runRemarks(const GlobalOptions& options, const RemarkArguments& arguments) {
    if (!arguments.import.empty())
        return importRemarks(options, arguments.import);
    const auto database = Database::open(options.libraryFile, OpenMode::ReadOnly);
    if (!database)
        return fail(database.error());
    const auto all = remarks(*database);
    if (!all)
        return fail(all.error());
    std::cout << (arguments.json ? remarksAsJson(*all) : remarksAsCsv(*all));
    return Success;
}

} // namespace

Command photosCommand(CLI::App& program) {
    CLI::App* syntax =
        program.add_subcommand("photos", "Photos of the library, by words, tags, dates, stars and labels");
    auto arguments = std::make_shared<PhotosArguments>(*syntax);
    return {syntax, [arguments](const GlobalOptions& options) { return runPhotos(options, *arguments); }};
}

Command rateCommand(CLI::App& program) {
    CLI::App* syntax =
        program.add_subcommand("rate", "Gives photos stars, in the library alone: no photo is changed");
    auto arguments = std::make_shared<MarkArguments<int>>();
    syntax->add_option("STARS", arguments->value, "0 to 5; 0 takes the rating away")
        ->required()
        ->check(CLI::Range(0, mostStars));
    syntax->add_option("PHOTO", arguments->photos, "Photos in the library's folders")->required();
    return {syntax, [arguments](const GlobalOptions& options) {
                return mark(options, arguments->photos, [&](const MarkRepository& marks, const auto& photos) {
                    return marks.setRating(arguments->value, photos);
                });
            }};
}

Command labelCommand(CLI::App& program) {
    CLI::App* syntax = program.add_subcommand(
        "label", "Gives photos a colour label, in the library alone: no photo is changed");
    auto arguments = std::make_shared<MarkArguments<std::string>>();
    syntax
        ->add_option("COLOUR", arguments->value,
                     "red, orange, yellow, green, blue, violet; none takes it away")
        ->required();
    syntax->add_option("PHOTO", arguments->photos, "Photos in the library's folders")->required();
    return {syntax, [arguments](const GlobalOptions& options) { return label(options, *arguments); }};
}

Command remarksCommand(CLI::App& program) {
    CLI::App* syntax =
        program.add_subcommand("remarks", "Tags, stars and colour labels of all photos, and their import");
    auto arguments = std::make_shared<RemarkArguments>(*syntax);
    return {syntax, [arguments](const GlobalOptions& options) { return runRemarks(options, *arguments); }};
}

} // namespace likeness::cli
