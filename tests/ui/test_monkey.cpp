// SPDX-License-Identifier: GPL-3.0-or-later
// Someone who clicks and types without sense: the program stays up, and photos stay as they are. For
// LIKENESS_MONKEY_SECONDS, or a few.
#include "tests/ui/opened_window.h"

#include "core/base/file_io.h"

#include <QApplication>
#include <QDesktopServices>
#include <QDialog>
#include <QFileDialog>
#include <QMessageBox>
#include <QRandomGenerator>
#include <QWheelEvent>

#include <algorithm>
#include <map>
#include <memory>

using namespace likeness;
using namespace likeness::ui;

class TestMonkey : public QObject {
    Q_OBJECT

    using Sums = std::map<std::filesystem::path, std::string>;

    std::unique_ptr<OpenedWindow> window_;
    QRandomGenerator random_;
    QElapsedTimer clock_;
    qint64 limit_ = 0; // ms
    int acts_ = 0;

    Sums sums() const {
        Sums sums;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(
                 toPath(window_->place.filePath(QStringLiteral("photos")))))
            if (entry.is_regular_file())
                sums[entry.path()] = *sha256HexOfFile(entry.path());
        return sums;
    }

    static int environment(const char* name, int otherwise) {
        bool isSet = false;
        const int value = qEnvironmentVariableIntValue(name, &isSet);
        return isSet ? value : otherwise;
    }

    int below(int end) { return static_cast<int>(random_.bounded(std::max(1, end))); }

    /// The next act is on its way before this one, which may open something modal.
    void act() {
        if (clock_.elapsed() > limit_)
            return;
        QTimer::singleShot(2, this, &TestMonkey::act);
        ++acts_;
        if (closesDialogs())
            return;
        QWidget* window = anyOf(visibleWindows());
        if (window == nullptr) {
            window_->window.show();
            return;
        }
        QWidgetList widgets = window->findChildren<QWidget*>();
        widgets.removeIf([](const QWidget* widget) { return !widget->isVisible(); });
        QWidget* widget = widgets.isEmpty() ? window : anyOf(widgets);
        doSomethingTo(widget);
    }

    static QWidgetList visibleWindows() {
        QWidgetList windows = QApplication::topLevelWidgets();
        windows.removeIf([](const QWidget* window) { return !window->isVisible(); });
        return windows;
    }

    QWidget* anyOf(const QWidgetList& widgets) {
        return widgets.isEmpty() ? nullptr : widgets[below(static_cast<int>(widgets.size()))];
    }

    /// Files are chosen, and photos moved, by people who mean it.
    static bool closesDialogs() {
        bool closed = false;
        for (QWidget* window : visibleWindows()) {
            const bool isMeant = qobject_cast<QFileDialog*>(window) || qobject_cast<QMessageBox*>(window) ||
                                 window->objectName() == QStringLiteral("planDialog");
            if (isMeant)
                window->close();
            closed = closed || isMeant;
        }
        return closed;
    }

    void doSomethingTo(QWidget* widget) {
        const QPoint at(below(widget->width()), below(widget->height()));
        switch (below(8)) {
        case 0:
        case 1:
        case 2:
            QTest::mouseClick(widget, Qt::LeftButton, {}, at);
            break;
        case 3:
            QTest::mouseClick(widget, below(3) == 0 ? Qt::RightButton : Qt::LeftButton, Qt::ControlModifier,
                              at);
            break;
        case 4:
            QTest::mouseDClick(widget, Qt::LeftButton, {}, at);
            break;
        case 5:
            drag(widget, at);
            break;
        case 6:
            turnWheel(widget, at);
            break;
        default:
            type(widget);
        }
    }

    void drag(QWidget* widget, const QPoint& from) {
        if (qobject_cast<QAbstractItemView*>(widget->parentWidget()))
            return; // a real drag waits for a drop that never comes
        const QPoint to(below(widget->width()), below(widget->height()));
        QTest::mousePress(widget, Qt::LeftButton, {}, from);
        QTest::mouseMove(widget, (from + to) / 2);
        QTest::mouseMove(widget, to);
        QTest::mouseRelease(widget, Qt::LeftButton, {}, to);
    }

    void turnWheel(QWidget* widget, const QPoint& at) {
        const auto modifiers = below(2) == 0 ? Qt::ControlModifier : Qt::NoModifier;
        QWheelEvent wheel(at, widget->mapToGlobal(at), {}, {0, below(2) == 0 ? 120 : -120}, Qt::NoButton,
                          modifiers, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(widget, &wheel);
    }

    void type(QWidget* widget) {
        static const std::vector<int> keys{
            Qt::Key_S,      Qt::Key_C,      Qt::Key_L,     Qt::Key_M,       Qt::Key_N,     Qt::Key_U,
            Qt::Key_G,      Qt::Key_1,      Qt::Key_2,     Qt::Key_3,       Qt::Key_4,     Qt::Key_Z,
            Qt::Key_R,      Qt::Key_Plus,   Qt::Key_Minus, Qt::Key_Left,    Qt::Key_Right, Qt::Key_Up,
            Qt::Key_Down,   Qt::Key_Home,   Qt::Key_End,   Qt::Key_Space,   Qt::Key_Tab,   Qt::Key_Return,
            Qt::Key_Escape, Qt::Key_Delete, Qt::Key_F5,    Qt::Key_PageDown};
        const auto key =
            static_cast<Qt::Key>(keys[static_cast<std::size_t>(below(static_cast<int>(keys.size())))]);
        const Qt::KeyboardModifiers modifiers = below(6) == 0   ? Qt::ControlModifier
                                                : below(6) == 0 ? Qt::AltModifier
                                                                : Qt::NoModifier;
        QTest::keyClick(widget, key, modifiers);
    }

private Q_SLOTS:
    void initTestCase() {
        for (const char* scheme : {"file", "https"}) // no program is started
            QDesktopServices::setUrlHandler(QLatin1String(scheme), this, "swallow");
        window_ = std::make_unique<OpenedWindow>();
        window_->indexSamples({QStringLiteral("hat"), QStringLiteral("shoes")}, 4);
    }

    void cleanupTestCase() { window_.reset(); }

    void nothingBreaks() {
        const Sums before = sums();
        random_.seed(static_cast<quint32>(environment("LIKENESS_MONKEY_SEED", 20261128)));
        const int seconds = environment("LIKENESS_MONKEY_SECONDS", 4);
        limit_ = 1000LL * seconds;
        clock_.start();
        act();
        QTRY_VERIFY_WITH_TIMEOUT(clock_.elapsed() > limit_, static_cast<int>(limit_) + 20'000);
        for (QWidget* window : visibleWindows())
            if (window != &window_->window)
                window->close();
        qInfo("%d acts", acts_);
        QVERIFY(acts_ > 20 * seconds);
        QCOMPARE(sums(), before);
    }

public Q_SLOTS:
    void swallow(const QUrl& /*url*/) {}
};

QTEST_MAIN(TestMonkey)
#include "test_monkey.moc"
