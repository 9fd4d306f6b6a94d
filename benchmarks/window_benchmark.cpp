// SPDX-License-Identifier: GPL-3.0-or-later
// Drives the window on a large library as a user would, and prints how long it kept the user waiting: until
// the first thumbnails, for a key, while scrolling, and while photos are indexed. A block is an event of the
// main thread that took more than a frame (16 ms); the worst ten are named.
#include "ui/main_window/main_window.h"
#include "ui/shared/formats.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QTest>
#include <QThread>
#include <QWheelEvent>

#include <algorithm>
#include <cstdio>

using namespace likeness;
using namespace likeness::ui;

namespace {

struct Block {
    double milliseconds = 0;
    QString phase;
    QString what; // receiver and type of the event
};

/// Times each event that reaches the main thread from outside another one.
class TimedApplication : public QApplication {
public:
    using QApplication::QApplication;

    bool notify(QObject* receiver, QEvent* event) override {
        // Other threads deliver their events through here, too.
        if (QThread::currentThread() != thread() || depth_ > 0)
            return QApplication::notify(receiver, event);
        const QString what =
            QStringLiteral("%1 %2, event %3")
                .arg(QLatin1String(receiver->metaObject()->className()), receiver->objectName())
                .arg(static_cast<int>(event->type()));
        ++depth_;
        QElapsedTimer timer;
        timer.start();
        const bool done = QApplication::notify(receiver, event);
        const double took = static_cast<double>(timer.nsecsElapsed()) / 1e6;
        --depth_;
        constexpr double frame = 16;
        if (took > frame)
            blocks_.push_back({took, phase_, what});
        return done;
    }

    void setPhase(const QString& phase) { phase_ = phase; }
    std::vector<Block> worst() {
        std::ranges::sort(blocks_, std::greater(), &Block::milliseconds);
        return blocks_;
    }

private:
    int depth_ = 0;
    QString phase_;
    std::vector<Block> blocks_;
};

void print(const char* what, double milliseconds) {
    std::printf("%-44s %8.0f ms\n", what, milliseconds);
}

/// Once around the loop at a time, so that every event is timed.
template <typename Condition>
double waitFor(Condition condition) {
    QElapsedTimer timer;
    timer.start();
    while (!condition() && timer.elapsed() < 300'000)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 5);
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

void scroll(ThumbnailGrid& grid, int notches) {
    for (int i = 0; i < notches; ++i) {
        QWheelEvent wheel(QPointF(50, 50), grid.mapToGlobal(QPointF(50, 50)), {}, {0, -240}, Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(grid.viewport(), &wheel);
        waitFor([timer = QDeadlineTimer(16)] { return timer.hasExpired(); });
    }
}

} // namespace

int main(int argc, char** argv) {
    TimedApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addPositionalArgument(QStringLiteral("library"), QStringLiteral("Made by likeness-make-library"));
    const QCommandLineOption index(QStringLiteral("index"), QStringLiteral("A folder to index meanwhile"),
                                   QStringLiteral("folder"));
    parser.addOption(index);
    parser.addHelpOption();
    parser.process(app);
    if (parser.positionalArguments().isEmpty())
        parser.showHelp(2);
    QElapsedTimer start;
    start.start();
    app.setPhase(QStringLiteral("start"));
    Settings settings;
    settings.setWatchesFolders(false);
    settings.setPace(PaceChoice::Full);
    Theme theme;
    Language language;
    language.apply(QStringLiteral("en"));
    theme.apply(ThemeChoice::Light);
    LibrarySession session({toPath(parser.positionalArguments().front()), Engine::Auto, 0});
    MainWindow window({session, settings, theme, language});
    window.resize(1280, 800);
    window.show();
    auto* grid = window.findChild<ThumbnailGrid*>(QStringLiteral("photosGrid"));
    auto* thumbnails = window.findChild<ThumbnailLoader*>();
    bool hasThumbnail = false;
    QObject::connect(thumbnails, &ThumbnailLoader::loaded, &app, [&] { hasThumbnail = true; });
    waitFor([&] { return hasThumbnail; });
    print("until the first thumbnail", static_cast<double>(start.nsecsElapsed()) / 1e6);
    waitFor([&] { return session.indexes() != nullptr; });
    print("until it can be searched", static_cast<double>(start.nsecsElapsed()) / 1e6);
    std::printf("%lld photos\n", static_cast<long long>(grid->model()->rowCount()));
    app.setPhase(QStringLiteral("keys"));
    QElapsedTimer key;
    key.start();
    grid->setCurrentIndex(grid->model()->index(0, 0));
    QTest::keyClick(grid, Qt::Key_Right);
    QCoreApplication::processEvents();
    print("a key, answered", static_cast<double>(key.nsecsElapsed()) / 1e6);
    app.setPhase(QStringLiteral("scrolling"));
    scroll(*grid, 200);
    app.setPhase(QStringLiteral("sorting and filtering"));
    window.findChild<QLineEdit*>(QStringLiteral("textFilter"))->setText(QStringLiteral("1"));
    print("a filter of one letter",
          waitFor([&, before = grid->model()->rowCount()] { return grid->model()->rowCount() != before; }));
    window.findChild<QLineEdit*>(QStringLiteral("textFilter"))->clear();
    waitFor([timer = QDeadlineTimer(2000)] { return timer.hasExpired(); });
    if (parser.isSet(index)) {
        app.setPhase(QStringLiteral("indexing"));
        window.addFolders({toPath(parser.value(index))});
        waitFor([&] { return session.isIndexing(); });
        while (session.isIndexing())
            scroll(*grid, 10);
    }
    const std::vector<Block> worst = app.worst();
    std::printf("%zu blocks over 16 ms; the worst:\n", worst.size());
    for (std::size_t i = 0; i < std::min<std::size_t>(10, worst.size()); ++i)
        std::printf("%8.0f ms  %s: %s\n", worst[i].milliseconds, qPrintable(worst[i].phase),
                    qPrintable(worst[i].what));
    return 0;
}
