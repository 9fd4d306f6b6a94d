// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/photo_geometry.h"
#include "ui/shared/theme.h"
#include "ui/similar/box_editor.h"

#include <QtTest>

using namespace likeness;
using namespace likeness::ui;

namespace {

bool nearly(const Rectangle& a, const Rectangle& b) {
    const double most = .009; // pixels are whole
    return std::abs(a.x - b.x) < most && std::abs(a.y - b.y) < most && std::abs(a.width - b.width) < most &&
           std::abs(a.height - b.height) < most;
}

/// A photo of 3 : 2 on a square view, so that it doesn't begin at the view's corner.
struct Desk {
    Desk() : view(previews), editor(new BoxEditor(view)) {
        view.resize(420, 420);
        QImage photo(600, 400, QImage::Format_RGB32);
        photo.fill(Qt::darkGreen);
        view.showImage(photo);
        view.show();
    }

    QPoint at(double x, double y) { return toView(Point{x, y}, view.photoPlace()).toPoint(); }

    void drag(QPoint from, QPoint to) {
        QTest::mousePress(editor, Qt::LeftButton, {}, from);
        QTest::mouseMove(editor, (from + to) / 2);
        QTest::mouseMove(editor, to);
        QTest::mouseRelease(editor, Qt::LeftButton, {}, to);
    }

    Theme theme;
    PreviewLoader previews;
    PhotoView view;
    BoxEditor* editor; // the view's
};

} // namespace

class TestBoxEditor : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { desk_ = std::make_unique<Desk>(); }
    void cleanup() { desk_.reset(); }

    void draggingDrawsARegion() {
        desk_->editor->edit(BoxEditor::Kind::Region, {});
        const QSignalSpy edited(desk_->editor, &BoxEditor::boxesEdited);
        desk_->drag(desk_->at(.2, .3), desk_->at(.7, .8));
        QCOMPARE(desk_->editor->boxes().size(), 1U);
        QVERIFY(nearly(desk_->editor->boxes()[0], {.2, .3, .5, .5}));
        QVERIFY(edited.count() >= 2); // while it is drawn
    }

    void aRegionIsMovedByItsInside() {
        desk_->editor->edit(BoxEditor::Kind::Region, {{.2, .2, .4, .4}});
        desk_->drag(desk_->at(.4, .4), desk_->at(.5, .3));
        QVERIFY(nearly(desk_->editor->boxes()[0], {.3, .1, .4, .4}));
    }

    void aRegionIsResizedByAHandle() {
        desk_->editor->edit(BoxEditor::Kind::Region, {{.2, .2, .4, .4}});
        desk_->drag(desk_->at(.6, .6), desk_->at(.8, .9));
        QVERIFY(nearly(desk_->editor->boxes()[0], {.2, .2, .6, .7}));
        desk_->drag(desk_->at(.2, .55), desk_->at(.1, .2));
        QVERIFY(nearly(desk_->editor->boxes()[0], {.1, .2, .7, .7}));
    }

    void aDragBesideTheRegionDrawsAnother() {
        desk_->editor->edit(BoxEditor::Kind::Region, {{.1, .1, .2, .2}});
        desk_->drag(desk_->at(.5, .5), desk_->at(.9, .9));
        QCOMPARE(desk_->editor->boxes().size(), 1U);
        QVERIFY(nearly(desk_->editor->boxes()[0], {.5, .5, .4, .4}));
    }

    void aMereClickLeavesTheRegion() {
        desk_->editor->edit(BoxEditor::Kind::Region, {{.1, .1, .2, .2}});
        const QSignalSpy edited(desk_->editor, &BoxEditor::boxesEdited);
        QTest::mouseClick(desk_->editor, Qt::LeftButton, {}, desk_->at(.8, .8));
        QCOMPARE(edited.count(), 0);
    }

    void arrowsMoveTheRegionAndShiftResizesIt() {
        desk_->editor->edit(BoxEditor::Kind::Region, {{.2, .2, .4, .4}});
        QTest::keyClick(desk_->editor, Qt::Key_Right);
        QTest::keyClick(desk_->editor, Qt::Key_Down);
        QVERIFY(nearly(desk_->editor->boxes()[0], {.21, .21, .4, .4}));
        QVERIFY(desk_->editor->boxes()[0].x > .205 && desk_->editor->boxes()[0].y > .205);
        QTest::keyClick(desk_->editor, Qt::Key_Right, Qt::ShiftModifier);
        QVERIFY(nearly(desk_->editor->boxes()[0], {.21, .21, .41, .4}));
        QVERIFY(desk_->editor->boxes()[0].width > .405);
    }

    void escapeAndDeleteClearTheRegionAndEnterPutsOne() {
        for (const auto key : {Qt::Key_Escape, Qt::Key_Delete}) {
            desk_->editor->edit(BoxEditor::Kind::Region, {{.2, .2, .4, .4}});
            QTest::keyClick(desk_->editor, key);
            QVERIFY(desk_->editor->boxes().empty());
        }
        QTest::keyClick(desk_->editor, Qt::Key_Return);
        QCOMPARE(desk_->editor->boxes().size(), 1U);
    }

    void aClickPutsASpotAndADragASmallBox() {
        desk_->editor->edit(BoxEditor::Kind::Spots, {});
        QTest::mouseClick(desk_->editor, Qt::LeftButton, {}, desk_->at(.3, .4));
        desk_->drag(desk_->at(.6, .6), desk_->at(.8, .75));
        QCOMPARE(desk_->editor->boxes().size(), 2U);
        QVERIFY(nearly(desk_->editor->boxes()[0], {.3, .4, 0, 0}));
        QCOMPARE(desk_->editor->boxes()[0].width, 0.0);
        QVERIFY(nearly(desk_->editor->boxes()[1], {.6, .6, .2, .15}));
    }

    void aSpotThatIsClickedIsRemovedByDelete() {
        desk_->editor->edit(BoxEditor::Kind::Spots, {{.3, .4, 0, 0}, {.6, .6, .2, .2}});
        QTest::mouseClick(desk_->editor, Qt::LeftButton, {}, desk_->at(.3, .4));
        QCOMPARE(desk_->editor->boxes().size(), 2U);
        QTest::keyClick(desk_->editor, Qt::Key_Delete);
        QCOMPARE(desk_->editor->boxes(), (std::vector<Rectangle>{{.6, .6, .2, .2}}));
    }

    void spotsAreChosenMovedAndAddedByKeys() {
        desk_->editor->edit(BoxEditor::Kind::Spots, {{.3, .4, 0, 0}, {.6, .6, .2, .2}});
        QTest::keyClick(desk_->editor, Qt::Key_Space);
        QTest::keyClick(desk_->editor, Qt::Key_Space);
        QTest::keyClick(desk_->editor, Qt::Key_Left);
        QVERIFY(nearly(desk_->editor->boxes()[1], {.59, .6, .2, .2}));
        QVERIFY(desk_->editor->boxes()[1].x < .595);
        QTest::keyClick(desk_->editor, Qt::Key_Return);
        QCOMPARE(desk_->editor->boxes().size(), 3U);
        QTest::keyClick(desk_->editor, Qt::Key_Escape);
        QCOMPARE(desk_->editor->boxes().size(), 3U);
        QTest::keyClick(desk_->editor, Qt::Key_Escape);
        QVERIFY(desk_->editor->boxes().empty());
    }

    void theCursorTellsWhatADragWouldDo() {
        desk_->editor->edit(BoxEditor::Kind::Region, {{.2, .2, .4, .4}});
        QTest::mouseMove(desk_->editor, desk_->at(.6, .6));
        QCOMPARE(desk_->editor->cursor().shape(), Qt::SizeFDiagCursor);
        QTest::mouseMove(desk_->editor, desk_->at(.4, .4));
        QCOMPARE(desk_->editor->cursor().shape(), Qt::SizeAllCursor);
        QTest::mouseMove(desk_->editor, desk_->at(.9, .9));
        QCOMPARE(desk_->editor->cursor().shape(), Qt::CrossCursor);
    }

    void aClickIsDrawnAsTheSpotThatWasSearchedBy() {
        desk_->editor->edit(BoxEditor::Kind::Spots, {{.3, .4, 0, 0}});
        desk_->editor->setSearchedPlaces({{.25, .3, .2, .2}});
        const QRectF expected = toView(Rectangle{.25, .3, .2, .2}, desk_->view.photoPlace());
        QCOMPARE(desk_->editor->viewPlace(0), expected);
    }

    void boxesFollowAPhotoThatChangesItsSize() {
        desk_->editor->edit(BoxEditor::Kind::Region, {{.2, .2, .4, .4}});
        desk_->view.resize(240, 300);
        QTRY_COMPARE(desk_->editor->size(), desk_->view.size());
        QVERIFY(QRectF(desk_->view.photoPlace()).contains(desk_->editor->viewPlace(0)));
    }

private:
    std::unique_ptr<Desk> desk_;
};

QTEST_MAIN(TestBoxEditor)
#include "test_box_editor.moc"
