// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/database.h"
#include "ui/main_window/desk.h"
#include "ui/shared/formats.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>

namespace {

using namespace likeness;
using namespace likeness::ui;

struct Wishes {
    std::filesystem::path library;
    Handed handed; // folders to index, photo to search by
};

/// The one that was open last.
std::filesystem::path usualLibrary(const Settings& settings) {
    const auto recent = settings.recentLibraries();
    return recent.empty() ? defaultLibraryFile() : recent.front();
}

Wishes readWishes(const QApplication& app, const Settings& settings) {
    QCommandLineParser parser;
    parser.setApplicationDescription(QCoreApplication::translate("Main", "Finds photos that are alike."));
    const QCommandLineOption library(QStringLiteral("library"),
                                     QCoreApplication::translate("Main", "The library to open."),
                                     QCoreApplication::translate("Main", "file"));
    parser.addOption(library);
    parser.addPositionalArgument(
        QStringLiteral("place"),
        QCoreApplication::translate("Main", "A folder to index, a photo to search by, or a library to open."),
        QStringLiteral("[FOLDER|PHOTO|LIBRARY.likeness]"));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.process(app);
    Wishes wishes;
    wishes.library = parser.isSet(library) ? toPath(QFileInfo(parser.value(library)).absoluteFilePath())
                                           : usualLibrary(settings);
    for (const QString& argument : parser.positionalArguments()) {
        const QFileInfo place(argument);
        if (place.isDir())
            wishes.handed.folders.push_back(toPath(place.absoluteFilePath()));
        else if (place.suffix() == QStringLiteral("likeness"))
            wishes.library = toPath(place.absoluteFilePath());
        else
            wishes.handed.files.push_back(toPath(place.absoluteFilePath()));
    }
    return wishes;
}

} // namespace

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("likeness"));
    QCoreApplication::setOrganizationName(QStringLiteral("likeness"));
    QCoreApplication::setApplicationVersion(QStringLiteral(LIKENESS_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("io.github.likeness.Likeness"));
    Settings settings;
    Language language;
    language.apply(settings.language());
    const Wishes wishes = readWishes(app, settings);
    Theme theme;
    theme.apply(settings.theme());
    Desk desk({settings, theme, language});
    desk.open(wishes.library);
    desk.window().take(wishes.handed);
    return QApplication::exec();
}
