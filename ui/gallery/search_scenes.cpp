// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/scenes.h"

#include "ui/training/training_dialog.h"

#include <tuple>

namespace likeness::ui {

void photos(Camera& camera, Stage& stage) {
    auto* grid = stage.find<ThumbnailGrid>("photosGrid");
    await([&] { return grid->model()->rowCount() > 0; });
    const QModelIndex first = grid->model()->index(0, 0);
    const auto choose = [&](const QString& name) {
        grid->setCurrentIndex(grid->model()->match(first, Qt::DisplayRole, name).value(0, first));
    };
    const std::tuple<const char*, const char*, const char*> marks[] = {{"dress-2.jpg", "rate3", "label2"},
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
    camera.inAllLooks(stage, QStringLiteral("photos"));
    auto* choice = stage.find<QWidget>("choicePanel");
    Camera::forEachLook([&](ThemeChoice theme, const QString& language, const QString& look) {
        camera.wear(theme, language);
        choice->resize(choice->sizeHint());
        camera.savePicture(*choice, QStringLiteral("choice-") + look);
    });
    stage.find<QComboBox>("chooseRating")->setCurrentIndex(3);
    stage.find<QLineEdit>("chooseTag")->setText(QStringLiteral("Places"));
    Q_EMIT stage.find<QLineEdit>("chooseTag")->editingFinished();
    camera.inAllLooks(stage, QStringLiteral("photos-chosen"));
    stage.find<QPushButton>("chooseClear")->click();
    QTest::keyClick(grid, Qt::Key_Return);
    camera.save(stage, QStringLiteral("viewer-light-en"), ThemeChoice::Light, QStringLiteral("en"));
    QTest::keyClick(stage.find<QWidget>("viewerView"), Qt::Key_Escape);
}

void similar(Camera& camera, Stage& stage) {
    // A shortcut would need a window manager that makes the window the active one.
    stage.find<QAction>("findSimilar")->trigger();
    auto* results = stage.find<ThumbnailGrid>("resultsGrid");
    stage.find<QSlider>("threshold")->setValue(0);
    await([&] { return results->model()->rowCount() > 0; });
    stage.find<QSlider>("threshold")->setValue(1);
    results->setCurrentIndex(results->model()->index(3, 0));
    await([&] { return stage.find<QAction>("verdictUndecided")->isEnabled(); });
    stage.find<QAction>("verdictUndecided")->trigger();
    results->setCurrentIndex(results->model()->index(1, 0));
    stage.find<QAction>("verdictMatch")->trigger();
    camera.inAllLooks(stage, QStringLiteral("similar"));
    stage.find<QAction>("resultsAsList")->trigger();
    camera.inAllLooks(stage, QStringLiteral("similar-list"));
    stage.find<QAction>("resultsAsList")->trigger();
    methodMenu(camera, stage);
}

void similarAlone(Camera& camera, Stage& stage) {
    photos(camera, stage); // chooses the query
    similar(camera, stage);
}

void methodMenu(Camera& camera, Stage& stage) {
    auto* button = stage.find<QToolButton>("methodButton");
    QMenu* const menu = button->menu();
    auto* methods = menu->findChild<QMenu*>(QStringLiteral("hashMethod"));
    Camera::forEachLook([&](ThemeChoice theme, const QString& language, const QString& look) {
        camera.wear(theme, language);
        const int left = stage.window.width() - menu->sizeHint().width() - methods->sizeHint().width();
        const int top = button->mapTo(&stage.window, QPoint(0, button->height())).y();
        camera.savePicture(stage.window, {menu, methods}, stage.window.mapToGlobal(QPoint(left, top)),
                           QStringLiteral("method-") + look);
    });
}

void training(Camera& camera, Stage& stage) {
    stage.find<QAction>("trainCodebook")->trigger();
    auto* labels = stage.find<QComboBox>("trainingLabels");
    labels->setCurrentIndex(labels->findData(static_cast<int>(LabelSource::Folders)));
    auto* bits = stage.find<QComboBox>("trainingBits");
    bits->setCurrentIndex(bits->findData(1024));
    const auto* curves = stage.find<CurveChart>("trainingLoss");
    const auto* use = stage.find<QPushButton>("trainingUse");
    Camera::forEachLook([&](ThemeChoice theme, const QString& language, const QString& look) {
        camera.wear(theme, language);
        await([&] { return stage.find<QPushButton>("trainingStart")->isEnabled(); });
        stage.find<QPushButton>("trainingStart")->click();
        await([&] { return use->isVisible() || curves->curves().front().points.size() >= 12; });
        camera.savePicture(*stage.find<TrainingDialog>("trainingDialog"), QStringLiteral("training-") + look);
        stage.find<QPushButton>("trainingCancel")->click();
        await([&] { return use->isVisible(); });
        stage.find<QPushButton>("trainingDiscard")->click();
    });
    camera.wear(ThemeChoice::Light, QStringLiteral("en"));
    stage.find<QToolButton>("trainingAdvanced")->click();
    stage.find<QPushButton>("trainingStart")->click();
    await([&] { return use->isVisible(); });
    camera.savePicture(*stage.find<TrainingDialog>("trainingDialog"),
                       QStringLiteral("training-done-light-en"));
    stage.find<QPushButton>("trainingDiscard")->click();
    stage.find<QPushButton>("trainingClose")->click();
}

void regionPartAndFused(Camera& camera, Stage& stage, const std::filesystem::path& scene) {
    stage.search([&] { stage.window.searchBy(scene); });
    QTest::qWait(settlingMs); // the photo that is drawn on
    stage.search([&] { stage.find<QAction>("toolRegion")->trigger(); });
    stage.search([&] { stage.drag({.345, .04}, {.64, .55}); });
    camera.inAllLooks(stage, QStringLiteral("region"));
    stage.find<QPushButton>("whyAlike")->setChecked(true);
    camera.save(stage, QStringLiteral("why-alike-dark-en"), ThemeChoice::Dark, QStringLiteral("en"));
    stage.find<QPushButton>("whyAlike")->setChecked(false);
    auto* results = stage.find<ThumbnailGrid>("resultsGrid");
    QTest::keyClick(results, Qt::Key_Space);
    camera.save(stage, QStringLiteral("region-viewer-light-en"), ThemeChoice::Light, QStringLiteral("en"));
    QTest::keyClick(stage.find<QWidget>("viewerView"), Qt::Key_Escape);
    stage.find<QAction>("toolPart")->trigger();
    stage.search([&] { stage.click({.49, .28}); });
    stage.search([&] { stage.drag({.84, .60}, {.93, .76}); });
    camera.inAllLooks(stage, QStringLiteral("part"));
    stage.find<QAction>("alsoLike")->trigger();
    stage.search([&] { stage.find<QAction>("toolFused")->trigger(); });
    results->setCurrentIndex(results->model()->index(3, 0));
    stage.search([&] { stage.find<QAction>("notLike")->trigger(); });
    camera.inAllLooks(stage, QStringLiteral("fused"));
}

} // namespace likeness::ui
