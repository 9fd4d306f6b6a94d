// SPDX-License-Identifier: GPL-3.0-or-later
// likeness-gallery OUT [--size WxH]: drives the real window over real photos and saves pictures of its views,
// light and dark, in each language. For docs/make_screenshots.sh; not installed.
#include "ui/compare/compare_workspace.h"
#include "ui/duplicates/keeper_dialog.h"
#include "ui/duplicates/plan_dialog.h"
#include "ui/gallery/pictures.h"
#include "ui/gallery/stage.h"
#include "ui/main_window/main_window.h"
#include "ui/settings/settings_dialog.h"
#include "ui/shared/formats.h"
#include "ui/training/training_dialog.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <map>

namespace {

using namespace likeness;
using namespace likeness::ui;

constexpr int settlingMs = 900; // thumbnails and previews arrive, all of them

class Gallery {
public:
    /// `only`: the view that is wanted; empty: all.
    Gallery(QString out, QSize size, QString only)
        : out_(std::move(out)), size_(size), only_(std::move(only)) {
        QDir().mkpath(out_);
    }

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
            inFullSwing(home);
        else
            await([&] { return home.session.isIndexing(); });
        await([&] { return !home.session.isIndexing(); });
        if (!only_.isEmpty()) {
            const auto view = views().find(only_);
            if (view != views().end())
                (this->*view->second)(home);
            return view != views().end() ? 0 : 2;
        }
        photos(home);
        similar(home);
        training(home);
        regionPartAndFused(home, toPath(pictures + QStringLiteral("/scenes/collage-1.made-collage.jpg")));
        compare(home);
        caseWork(home);
        help(home);
        quality(home);
        problems(home);
        duplicates(home);
        return 0;
    }

private:
    /// Those that can be had alone.
    using Views = std::map<QString, void (Gallery::*)(Stage&)>;
    static const Views& views() {
        static const Views all{{QStringLiteral("case"), &Gallery::caseWork},
                               {QStringLiteral("compare"), &Gallery::compare},
                               {QStringLiteral("duplicates"), &Gallery::duplicates},
                               {QStringLiteral("help"), &Gallery::help},
                               {QStringLiteral("photos"), &Gallery::photos},
                               {QStringLiteral("quality"), &Gallery::quality},
                               {QStringLiteral("similar"), &Gallery::similarAlone}};
        return all;
    }

    void firstRun() {
        Stage empty(place_.filePath(QStringLiteral("Empty.likeness")), settings_, theme_, language_, size_);
        inAllLooks(empty, "first-run");
        settings(empty);
    }

    void settings(Stage& stage) {
        stage.find<QAction>("settings")->trigger();
        auto* dialog = stage.find<SettingsDialog>("settingsDialog");
        await([&] { return stage.find<QComboBox>("settingsPack")->count() > 1; });
        forEachLook([&](ThemeChoice theme, const QString& language, const QString& look) {
            wear(theme, language);
            dialog->adjustSize();
            QTest::qWait(settlingMs);
            savePicture(*dialog, QStringLiteral("settings-") + look);
        });
        dialog->accept();
    }

    void inFullSwing(Stage& stage) {
        await([&] { return stage.session.isIndexing(); });
        const auto* bar = stage.find<QProgressBar>("indexProgress");
        await([&] { return bar->value() > 20 || !stage.session.isIndexing(); });
        save(stage, "indexing-light-en", ThemeChoice::Light, QStringLiteral("en"));
    }

    void photos(Stage& stage) {
        auto* grid = stage.find<ThumbnailGrid>("photosGrid");
        await([&] { return grid->model()->rowCount() > 0; });
        const QModelIndex first = grid->model()->index(0, 0);
        const auto choose = [&](const QString& name) {
            grid->setCurrentIndex(grid->model()->match(first, Qt::DisplayRole, name).value(0, first));
        };
        const std::tuple<const char*, const char*, const char*> marks[] = {
            {"dress-2.jpg", "rate3", "label2"},
            {"dress-3.jpg", "rate5", "label0"},
            {"dress-5.jpg", "rate0", "label4"}};
        for (const auto& [name, stars, label] : marks) {
            choose(QLatin1String(name));
            stage.find<QAction>(stars)->trigger();
            stage.find<QAction>(label)->trigger();
        }
        choose(QStringLiteral("shoes-3.jpg"));
        stage.find<QAction>("rate4")->trigger();
        stage.find<QLineEdit>("tagLine")->setText(QStringLiteral("Places/Lisbon"));
        QTest::keyClick(stage.find<QLineEdit>("tagLine"), Qt::Key_Return);
        grid->scrollToTop();
        inAllLooks(stage, "photos");
        auto* choice = stage.find<QWidget>("choicePanel");
        forEachLook([&](ThemeChoice theme, const QString& language, const QString& look) {
            wear(theme, language);
            choice->resize(choice->sizeHint());
            savePicture(*choice, QStringLiteral("choice-") + look);
        });
        stage.find<QComboBox>("chooseRating")->setCurrentIndex(3);
        stage.find<QLineEdit>("chooseTag")->setText(QStringLiteral("Places"));
        Q_EMIT stage.find<QLineEdit>("chooseTag")->editingFinished();
        inAllLooks(stage, "photos-chosen");
        stage.find<QPushButton>("chooseClear")->click();
        QTest::keyClick(grid, Qt::Key_Return);
        save(stage, "viewer-light-en", ThemeChoice::Light, QStringLiteral("en"));
        QTest::keyClick(stage.find<QWidget>("viewerView"), Qt::Key_Escape);
    }

    void similarAlone(Stage& stage) {
        photos(stage); // chooses the query
        similar(stage);
    }

    void similar(Stage& stage) {
        // A shortcut would need a window manager that makes the window the active one.
        stage.find<QAction>("findSimilar")->trigger();
        auto* results = stage.find<ThumbnailGrid>("resultsGrid");
        stage.find<QSlider>("threshold")->setValue(0);
        await([&] { return results->model()->rowCount() > 0; });
        stage.find<QSlider>("threshold")->setValue(5);
        results->setCurrentIndex(results->model()->index(3, 0));
        await([&] { return stage.find<QAction>("verdictUndecided")->isEnabled(); });
        stage.find<QAction>("verdictUndecided")->trigger();
        results->setCurrentIndex(results->model()->index(1, 0));
        stage.find<QAction>("verdictMatch")->trigger();
        inAllLooks(stage, "similar");
        stage.find<QAction>("resultsAsList")->trigger();
        inAllLooks(stage, "similar-list");
        stage.find<QAction>("resultsAsList")->trigger();
    }

    /// Caught while it runs, then with what came of it.
    void training(Stage& stage) {
        stage.find<QAction>("trainCodebook")->trigger();
        auto* labels = stage.find<QComboBox>("trainingLabels");
        labels->setCurrentIndex(labels->findData(static_cast<int>(LabelSource::Folders)));
        auto* bits = stage.find<QComboBox>("trainingBits");
        bits->setCurrentIndex(bits->findData(1024));
        const auto* curves = stage.find<CurveChart>("trainingLoss");
        const auto* use = stage.find<QPushButton>("trainingUse");
        forEachLook([&](ThemeChoice theme, const QString& language, const QString& look) {
            wear(theme, language);
            await([&] { return stage.find<QPushButton>("trainingStart")->isEnabled(); });
            stage.find<QPushButton>("trainingStart")->click();
            await([&] { return use->isVisible() || curves->curves().front().points.size() >= 12; });
            savePicture(*stage.find<TrainingDialog>("trainingDialog"), QStringLiteral("training-") + look);
            stage.find<QPushButton>("trainingCancel")->click();
            await([&] { return use->isVisible(); });
            stage.find<QPushButton>("trainingDiscard")->click();
        });
        wear(ThemeChoice::Light, QStringLiteral("en"));
        stage.find<QToolButton>("trainingAdvanced")->click();
        stage.find<QPushButton>("trainingStart")->click();
        await([&] { return use->isVisible(); });
        savePicture(*stage.find<TrainingDialog>("trainingDialog"), QStringLiteral("training-done-light-en"));
        stage.find<QPushButton>("trainingDiscard")->click();
        stage.find<QPushButton>("trainingClose")->click();
    }

    void regionPartAndFused(Stage& stage, const std::filesystem::path& scene) {
        stage.search([&] { stage.window.searchBy(scene); });
        QTest::qWait(settlingMs); // the photo that is drawn on
        stage.search([&] { stage.find<QAction>("toolRegion")->trigger(); });
        stage.search([&] { stage.drag({.345, .04}, {.64, .55}); });
        inAllLooks(stage, "region");
        stage.find<QPushButton>("whyAlike")->setChecked(true);
        save(stage, "why-alike-dark-en", ThemeChoice::Dark, QStringLiteral("en"));
        stage.find<QPushButton>("whyAlike")->setChecked(false);
        auto* results = stage.find<ThumbnailGrid>("resultsGrid");
        QTest::keyClick(results, Qt::Key_Space);
        save(stage, "region-viewer-light-en", ThemeChoice::Light, QStringLiteral("en"));
        QTest::keyClick(stage.find<QWidget>("viewerView"), Qt::Key_Escape);
        stage.find<QAction>("toolPart")->trigger();
        stage.search([&] { stage.click({.49, .28}); });
        stage.search([&] { stage.drag({.84, .60}, {.93, .76}); });
        inAllLooks(stage, "part");
        stage.find<QAction>("alsoLike")->trigger();
        stage.search([&] { stage.find<QAction>("toolFused")->trigger(); });
        results->setCurrentIndex(results->model()->index(3, 0));
        stage.search([&] { stage.find<QAction>("notLike")->trigger(); });
        inAllLooks(stage, "fused");
    }

    /// Caught while it runs, then finished.
    void quality(Stage& stage) {
        stage.find<QAbstractButton>("tabQuality")->click();
        save(stage, "quality-start-light-en", ThemeChoice::Light, QStringLiteral("en"));
        for (const char* check :
             {"quality-itq", "quality-deep", "quality-hsv", "quality-lbp", "quality-hog", "quality-phash"})
            stage.find<QCheckBox>(check)->setChecked(true);
        auto* start = stage.find<QPushButton>("qualityStart");
        auto* pause = stage.find<QPushButton>("qualityPause");
        const auto* figures = stage.find<QTableView>("qualityFigures");
        start->click();
        await([&] { return figures->model()->rowCount() >= 3 || !pause->isEnabled(); });
        pause->click();
        save(stage, "quality-running-light-en", ThemeChoice::Light, QStringLiteral("en"));
        if (start->isEnabled())
            start->click();
        await([&] { return start->isEnabled() && !pause->isEnabled(); });
        inAllLooks(stage, "quality");
        auto* chart = stage.find<QComboBox>("qualityChart");
        for (const char* id : {"classes", "time", "histogram", "bits"}) {
            chart->setCurrentIndex(std::max(0, chart->findData(QString::fromLatin1(id))));
            save(stage, QStringLiteral("quality-%1-dark-en").arg(QLatin1String(id)), ThemeChoice::Dark,
                 QStringLiteral("en"));
        }
    }

    void caseWork(Stage& stage) {
        stage.find<QToolButton>("tabPhotos")->click();
        auto* grid = stage.find<ThumbnailGrid>("photosGrid");
        grid->setCurrentIndex(grid->model()->index(0, 0));
        stage.find<QAction>("findSimilar")->trigger();
        await([&] { return stage.find<QAction>("report")->isEnabled(); });
        stage.find<QAction>("verdictMatch")->trigger();
        QTest::qWait(2 * settlingMs); // the query is in the log
        stage.find<QAction>("caseWork")->trigger();
        auto* dialog = stage.find<QDialog>("caseDialog");
        await([&] { return stage.find<QTableView>("caseLog")->model()->rowCount() > 0; });
        stage.find<QLineEdit>("caseTitle")->setText(QStringLiteral("2026-117"));
        forEachLook([&](ThemeChoice theme, const QString& language, const QString& look) {
            wear(theme, language);
            savePicture(*dialog, QStringLiteral("case-") + look);
        });
        delete dialog;
    }

    void help(Stage& stage) {
        stage.find<QToolButton>("tabSimilar")->click();
        stage.find<QAction>("help")->trigger();
        stage.find<QAction>("about")->trigger();
        forEachLook([&](ThemeChoice theme, const QString& language, const QString& look) {
            wear(theme, language);
            savePicture(*stage.find<QWidget>("helpWindow"), QStringLiteral("manual-") + look);
        });
        wear(ThemeChoice::Light, QStringLiteral("en"));
        savePicture(*stage.find<QWidget>("aboutDialog"), QStringLiteral("about-light-en"));
        delete stage.find<QWidget>("aboutDialog");
        delete stage.find<QWidget>("helpWindow");
    }

    void compare(Stage& stage) {
        stage.find<QToolButton>("tabCompare")->click();
        inAllLooks(stage, "compare-start");
        stage.find<QToolButton>("tabPhotos")->click();
        auto* grid = stage.find<ThumbnailGrid>("photosGrid");
        const auto select = [grid](const QStringList& names) {
            grid->selectionModel()->clear();
            for (const QString& name : names)
                grid->selectionModel()->select(
                    grid->model()->match(grid->model()->index(0, 0), Qt::DisplayRole, name).value(0),
                    QItemSelectionModel::Select);
        };
        const auto hasLoaded = [&stage] {
            const auto panes = stage.window.findChildren<ComparePane*>();
            return std::ranges::none_of(panes,
                                        [](const ComparePane* pane) { return pane->image().isNull(); });
        };
        select({QStringLiteral("collage-1.made-collage.jpg"), QStringLiteral("shirt-2.jpg")});
        stage.find<QAction>("compare")->trigger();
        await(hasLoaded);
        auto* spots = stage.find<QToolButton>("compareSpots");
        spots->click();
        await(
            [&] { return stage.find<QLabel>("compareHint")->text() != CompareWorkspace::tr("Comparing…"); });
        inAllLooks(stage, "compare-spots");
        spots->click();
        stage.find<QToolButton>("tabPhotos")->click();
        select({QStringLiteral("hat-1.jpg"), QStringLiteral("hat-2.jpg"), QStringLiteral("hat-3.jpg")});
        stage.find<QAction>("compare")->trigger();
        await(hasLoaded);
        inAllLooks(stage, "compare");
    }

    void problems(Stage& stage) {
        stage.find<QToolButton>("problemsButton")->click();
        inAllLooks(stage, "problems");
    }

    void duplicates(Stage& stage) {
        stage.find<QToolButton>("tabDuplicates")->click();
        inAllLooks(stage, "duplicates-start");
        auto* view = stage.find<QWidget>("duplicatesView");
        view->findChild<EmptyView*>()->findChild<QPushButton*>()->click();
        auto* tree = stage.find<QTreeView>("duplicateGroups");
        await([&] { return tree->model()->rowCount() > 0; });
        stage.find<QPushButton>("chooseAllButKeepers")->click();
        tree->setCurrentIndex(tree->model()->index(2, 0, tree->model()->index(0, 0)));
        inAllLooks(stage, "duplicates");
        forEachLook([&](ThemeChoice theme, const QString& language, const QString& look) {
            wear(theme, language);
            stage.find<QPushButton>("duplicateRules")->click();
            QTest::qWait(settlingMs);
            auto* rules = stage.find<KeeperDialog>("keeperDialog");
            savePicture(*rules, QStringLiteral("duplicate-rules-") + look);
            delete rules;
            stage.find<QPushButton>("duplicatesTrash")->click();
            await([&] { return stage.find<PlanDialog>("planDialog") != nullptr; });
            auto* plan = stage.find<PlanDialog>("planDialog");
            QTest::qWait(settlingMs);
            savePicture(*plan, QStringLiteral("duplicate-plan-") + look);
            delete plan;
        });
    }

    using Look = std::function<void(ThemeChoice, const QString& language, const QString& look)>;

    static void forEachLook(const Look& task) {
        for (const auto& [theme, name] :
             {std::pair{ThemeChoice::Light, "light"}, {ThemeChoice::Dark, "dark"}})
            for (const LanguageName& language : availableLanguages())
                task(theme, language.code, QStringLiteral("%1-%2").arg(QLatin1String(name), language.code));
    }

    void inAllLooks(Stage& stage, const QString& name) {
        forEachLook([&](ThemeChoice theme, const QString& language, const QString& look) {
            save(stage, QStringLiteral("%1-%2").arg(name, look), theme, language);
        });
    }

    void inAllLooks(Stage& stage, const char* name) { inAllLooks(stage, QString::fromLatin1(name)); }

    void save(Stage& stage, const QString& name, ThemeChoice theme, const QString& language) {
        wear(theme, language);
        savePicture(stage.window, name);
    }

    void wear(ThemeChoice theme, const QString& language) {
        theme_.apply(theme);
        language_.apply(language);
        QTest::qWait(settlingMs);
    }

    void savePicture(QWidget& widget, const QString& name) const {
        const QString file = QStringLiteral("%1/%2.jpg").arg(out_, name);
        if (!widget.grab().toImage().save(file, "JPG", 72))
            std::fprintf(stderr, "can't write %s\n", qPrintable(file));
    }

    void save(Stage& stage, const char* name, ThemeChoice theme, const QString& language) {
        save(stage, QString::fromLatin1(name), theme, language);
    }

    QString out_;
    QSize size_;
    QString only_;
    QTemporaryDir place_;
    Settings settings_;
    Theme theme_;
    Language language_;
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
