// SPDX-License-Identifier: GPL-3.0-or-later
// likeness-gallery OUT [--size WxH]: drives the real window over real photos and saves pictures of its views,
// light and dark, in each language. For docs/make_screenshots.sh; not installed.
#include "ui/gallery/pictures.h"
#include "ui/gallery/scenes.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QTemporaryDir>

#include <map>

namespace {

using namespace likeness;
using namespace likeness::ui;

/// Those that can be had alone.
using Scenes = std::map<QString, void (*)(Camera&, Stage&)>;

const Scenes& scenes() {
    static const Scenes all{{QStringLiteral("case"), caseWork},         {QStringLiteral("compare"), compare},
                            {QStringLiteral("duplicates"), duplicates}, {QStringLiteral("help"), help},
                            {QStringLiteral("photos"), photos},         {QStringLiteral("quality"), quality},
                            {QStringLiteral("similar"), similarAlone}};
    return all;
}

class Gallery {
public:
    /// `only`: the view that is wanted; empty: all.
    Gallery(QString out, QSize size, QString only)
        : camera_(std::move(out), theme_, language_), size_(size), only_(std::move(only)) {}

    int run() {
        settings_.setPace(PaceChoice::Full); // however busy the machine is
        settings_.setWatchesFolders(false);  // nothing changes by itself in a picture
        const QString pictures = place_.filePath(QStringLiteral("Pictures"));
        makePictures(pictures);
        if (only_.isEmpty())
            firstRun();
        Stage home(place_.filePath(QStringLiteral("Home.likeness")), settings_, theme_, language_, size_);
        home.window.addFolders({toPath(pictures)});
        if (only_.isEmpty())
            inFullSwing(camera_, home);
        else
            await([&] { return home.session.isIndexing(); });
        await([&] { return !home.session.isIndexing(); });
        return only_.isEmpty() ? all(home, pictures) : one(home);
    }

private:
    void firstRun() {
        Stage empty(place_.filePath(QStringLiteral("Empty.likeness")), settings_, theme_, language_, size_);
        camera_.inAllLooks(empty, QStringLiteral("first-run"));
        settings(camera_, empty);
    }

    int one(Stage& home) {
        const auto scene = scenes().find(only_);
        if (scene == scenes().end())
            return 2;
        scene->second(camera_, home);
        return 0;
    }

    int all(Stage& home, const QString& pictures) {
        photos(camera_, home);
        similar(camera_, home);
        training(camera_, home);
        regionPartAndFused(camera_, home,
                           toPath(pictures + QStringLiteral("/scenes/collage-1.made-collage.jpg")));
        for (const auto scene : {compare, caseWork, help, quality, problems, duplicates})
            scene(camera_, home);
        return 0;
    }

    QTemporaryDir place_;
    Settings settings_;
    Theme theme_;
    Language language_;
    Camera camera_;
    QSize size_;
    QString only_;
};

} // namespace

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("likeness-gallery"));
    QCoreApplication::setOrganizationName(QStringLiteral("likeness"));
    QCommandLineParser parser;
    const QCommandLineOption size(QStringLiteral("size"), QStringLiteral("Size of the window."),
                                  QStringLiteral("WxH"), QStringLiteral("1280x800"));
    const QCommandLineOption only(
        QStringLiteral("only"),
        QStringLiteral("This view alone: case, compare, duplicates, help, photos, quality, similar."),
        QStringLiteral("view"));
    parser.addOption(size);
    parser.addOption(only);
    parser.addPositionalArgument(QStringLiteral("out"), QStringLiteral("Folder for the pictures."));
    parser.process(app);
    const QStringList sides = parser.value(size).split(QLatin1Char('x'));
    if (parser.positionalArguments().size() != 1 || sides.size() != 2)
        parser.showHelp(2);
    return Gallery(parser.positionalArguments().front(), QSize(sides[0].toInt(), sides[1].toInt()),
                   parser.value(only))
        .run();
}
