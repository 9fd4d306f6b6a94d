// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/database.h"
#include "ui/main_window/desk.h"
#include "ui/main_window/single_instance.h"
#include "ui/shared/formats.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>

#include <algorithm>

namespace {

using namespace likeness;
using namespace likeness::ui;

/// The one that was open last.
QString usualLibrary(const Settings& settings) {
    const auto recent = settings.recentLibraries();
    return toQString(recent.empty() ? defaultLibraryFile() : recent.front());
}

/// What is to be opened, as absolute paths: folders, photos, a library.
QStringList readWishes(const QApplication& app) {
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
    QStringList wishes;
    for (const QString& argument : parser.positionalArguments())
        wishes.append(QFileInfo(argument).absoluteFilePath());
    if (parser.isSet(library))
        wishes.prepend(QFileInfo(parser.value(library)).absoluteFilePath());
    return wishes;
}

bool namesLibrary(const QStringList& wishes) {
    return std::ranges::any_of(wishes, [](const QString& wish) {
        return QFileInfo(wish).suffix() == QStringLiteral("likeness") && !QFileInfo(wish).isDir();
    });
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
    QStringList wishes = readWishes(app);
    const SingleInstance instance;
    if (!instance.isFirst() && instance.handOver(wishes))
        return 0;
    Theme theme;
    theme.apply(settings.theme());
    Desk desk({settings, theme, language});
    QObject::connect(&instance, &SingleInstance::opened, &desk, &Desk::take);
    if (!namesLibrary(wishes))
        wishes.prepend(usualLibrary(settings));
    desk.take(wishes);
    return QApplication::exec();
}
