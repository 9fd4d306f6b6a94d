// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/scenes.h"

#include "ui/compare/compare_workspace.h"
#include "ui/duplicates/keeper_dialog.h"
#include "ui/duplicates/plan_dialog.h"
#include "ui/settings/settings_dialog.h"

#include <algorithm>

namespace likeness::ui {

void settings(Camera& camera, Stage& stage) {
    stage.find<QAction>("settings")->trigger();
    auto* dialog = stage.find<SettingsDialog>("settingsDialog");
    await([&] { return stage.find<QComboBox>("settingsPack")->count() > 1; });
    Camera::forEachLook([&](ThemeChoice theme, const QString& language, const QString& look) {
        camera.wear(theme, language);
        dialog->adjustSize();
        QTest::qWait(settlingMs);
        camera.savePicture(*dialog, QStringLiteral("settings-") + look);
    });
    dialog->accept();
}

void inFullSwing(Camera& camera, Stage& stage) {
    await([&] { return stage.session.isIndexing(); });
    const auto* bar = stage.find<QProgressBar>("indexProgress");
    await([&] { return bar->value() > 20 || !stage.session.isIndexing(); });
    camera.save(stage, QStringLiteral("indexing-light-en"), ThemeChoice::Light, QStringLiteral("en"));
}

void quality(Camera& camera, Stage& stage) {
    stage.find<QAbstractButton>("tabQuality")->click();
    camera.save(stage, QStringLiteral("quality-start-light-en"), ThemeChoice::Light, QStringLiteral("en"));
    for (const char* check :
         {"quality-itq", "quality-deep", "quality-hsv", "quality-lbp", "quality-hog", "quality-phash"})
        stage.find<QCheckBox>(check)->setChecked(true);
    auto* start = stage.find<QPushButton>("qualityStart");
    auto* pause = stage.find<QPushButton>("qualityPause");
    const auto* figures = stage.find<QTableView>("qualityFigures");
    start->click();
    await([&] { return figures->model()->rowCount() >= 3 || !pause->isEnabled(); });
    pause->click();
    camera.save(stage, QStringLiteral("quality-running-light-en"), ThemeChoice::Light, QStringLiteral("en"));
    if (start->isEnabled())
        start->click();
    await([&] { return start->isEnabled() && !pause->isEnabled(); });
    camera.inAllLooks(stage, QStringLiteral("quality"));
    auto* chart = stage.find<QComboBox>("qualityChart");
    for (const char* id : {"classes", "time", "histogram", "bits"}) {
        chart->setCurrentIndex(std::max(0, chart->findData(QString::fromLatin1(id))));
        camera.save(stage, QStringLiteral("quality-%1-dark-en").arg(QLatin1String(id)), ThemeChoice::Dark,
                    QStringLiteral("en"));
    }
}

void caseWork(Camera& camera, Stage& stage) {
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
    Camera::forEachLook([&](ThemeChoice theme, const QString& language, const QString& look) {
        camera.wear(theme, language);
        camera.savePicture(*dialog, QStringLiteral("case-") + look);
    });
    delete dialog;
}

void help(Camera& camera, Stage& stage) {
    stage.find<QToolButton>("tabSimilar")->click();
    stage.find<QAction>("help")->trigger();
    stage.find<QAction>("about")->trigger();
    Camera::forEachLook([&](ThemeChoice theme, const QString& language, const QString& look) {
        camera.wear(theme, language);
        camera.savePicture(*stage.find<QWidget>("helpWindow"), QStringLiteral("manual-") + look);
    });
    camera.wear(ThemeChoice::Light, QStringLiteral("en"));
    camera.savePicture(*stage.find<QWidget>("aboutDialog"), QStringLiteral("about-light-en"));
    delete stage.find<QWidget>("aboutDialog");
    delete stage.find<QWidget>("helpWindow");
}

void compare(Camera& camera, Stage& stage) {
    stage.find<QToolButton>("tabCompare")->click();
    camera.inAllLooks(stage, QStringLiteral("compare-start"));
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
        return std::ranges::none_of(panes, [](const ComparePane* pane) { return pane->image().isNull(); });
    };
    select({QStringLiteral("collage-1.made-collage.jpg"), QStringLiteral("shirt-2.jpg")});
    stage.find<QAction>("compare")->trigger();
    await(hasLoaded);
    auto* spots = stage.find<QToolButton>("compareSpots");
    spots->click();
    await([&] { return stage.find<QLabel>("compareHint")->text() != CompareWorkspace::tr("Comparing…"); });
    camera.inAllLooks(stage, QStringLiteral("compare-spots"));
    spots->click();
    stage.find<QToolButton>("tabPhotos")->click();
    select({QStringLiteral("hat-1.jpg"), QStringLiteral("hat-2.jpg"), QStringLiteral("hat-3.jpg")});
    stage.find<QAction>("compare")->trigger();
    await(hasLoaded);
    camera.inAllLooks(stage, QStringLiteral("compare"));
}

void problems(Camera& camera, Stage& stage) {
    stage.find<QToolButton>("problemsButton")->click();
    camera.inAllLooks(stage, QStringLiteral("problems"));
}

void duplicates(Camera& camera, Stage& stage) {
    stage.find<QToolButton>("tabDuplicates")->click();
    camera.inAllLooks(stage, QStringLiteral("duplicates-start"));
    auto* view = stage.find<QWidget>("duplicatesView");
    view->findChild<EmptyView*>()->findChild<QPushButton*>()->click();
    auto* tree = stage.find<QTreeView>("duplicateGroups");
    await([&] { return tree->model()->rowCount() > 0; });
    stage.find<QPushButton>("chooseAllButKeepers")->click();
    tree->setCurrentIndex(tree->model()->index(2, 0, tree->model()->index(0, 0)));
    camera.inAllLooks(stage, QStringLiteral("duplicates"));
    Camera::forEachLook([&](ThemeChoice theme, const QString& language, const QString& look) {
        camera.wear(theme, language);
        stage.find<QPushButton>("duplicateRules")->click();
        QTest::qWait(settlingMs);
        auto* rules = stage.find<KeeperDialog>("keeperDialog");
        camera.savePicture(*rules, QStringLiteral("duplicate-rules-") + look);
        delete rules;
        stage.find<QPushButton>("duplicatesTrash")->click();
        await([&] { return stage.find<PlanDialog>("planDialog") != nullptr; });
        auto* plan = stage.find<PlanDialog>("planDialog");
        QTest::qWait(settlingMs);
        camera.savePicture(*plan, QStringLiteral("duplicate-plan-") + look);
        delete plan;
    });
}

} // namespace likeness::ui
