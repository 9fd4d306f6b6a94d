// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/clipped_text.h"
#include "tests/ui/opened_window.h"

#include <QScrollBar>
#include <QtTest>

using namespace likeness;
using namespace likeness::ui;

class TestSimilarLooks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        window_ = std::make_unique<OpenedWindow>();
        window_->window.addFolders(
            {window_->copySamples({QStringLiteral("hat"), QStringLiteral("shoes")}, 2)});
        QTRY_VERIFY_WITH_TIMEOUT(window_->session.snapshot()->indexedCount() == 4, indexingLimitMs);
        auto* photos = window_->find<ThumbnailGrid>("photosGrid");
        QTRY_COMPARE(photos->model()->rowCount(), 4);
        photos->setCurrentIndex(photos->model()->index(0, 0));
        QTest::keyClick(photos, Qt::Key_S);
        auto* results = window_->find<ThumbnailGrid>("resultsGrid");
        window_->find<QSlider>("threshold")->setValue(0);
        QTRY_COMPARE_WITH_TIMEOUT(results->model()->rowCount(), 3, indexingLimitMs);
        window_->find<QAction>("alsoLike")->trigger();
        window_->find<QPushButton>("whyAlike")->setChecked(true);
    }

    void cleanupTestCase() { window_.reset(); }

    void eachToolFitsInEachLanguageAndSize_data() {
        QTest::addColumn<QString>("tool");
        QTest::addColumn<QSize>("size");
        for (const char* tool : {"toolWhole", "toolRegion", "toolPart", "toolFused"})
            for (const QSize size : {QSize(1280, 800), QSize(1024, 700)})
                QTest::addRow("%s at %d", tool, size.width()) << QString::fromLatin1(tool) << size;
    }

    void eachToolFitsInEachLanguageAndSize() {
        QFETCH(QString, tool);
        QFETCH(QSize, size);
        window_->window.resize(size);
        window_->find<QAction>(tool.toLatin1().constData())->trigger();
        for (const LanguageName& language : availableLanguages()) {
            window_->language.apply(language.code);
            QTRY_COMPARE(clippedText(window_->window), QString());
            QCOMPARE(window_->window.size(), size);
            QVERIFY(liesInside(*window_->find<QWidget>("queryPanel")));
        }
    }

    void everyControlHasANameForScreenReaders() {
        window_->find<QAction>("toolFused")->trigger();
        const auto* workspace = window_->find<QWidget>("similarView");
        for (const QWidget* control : workspace->findChildren<QWidget*>()) {
            const bool takesKeys = control->focusPolicy() != Qt::NoFocus && control->isVisible() &&
                                   !qobject_cast<const QAbstractButton*>(control) &&
                                   !control->objectName().startsWith(QStringLiteral("qt_"));
            if (takesKeys && !qobject_cast<const QScrollBar*>(control) && !isFrame(*control))
                QVERIFY2(!control->accessibleName().isEmpty(), qPrintable(control->objectName()));
        }
    }

private:
    static bool isFrame(const QWidget& widget) {
        return qobject_cast<const QSplitter*>(&widget) || qobject_cast<const QStackedWidget*>(&widget);
    }

    /// No child sticks out below, or lies over another one of the column.
    static bool liesInside(const QWidget& panel) {
        int bottom = 0;
        for (const QObject* child : panel.children()) {
            const auto* widget = qobject_cast<const QWidget*>(child);
            if (widget && widget->isVisible())
                bottom = std::max(bottom, widget->geometry().bottom());
        }
        return bottom < panel.height();
    }

    std::unique_ptr<OpenedWindow> window_;
};

QTEST_MAIN(TestSimilarLooks)
#include "test_similar_looks.moc"
