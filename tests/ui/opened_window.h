// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/quick_engine.h"
#include "ui/main_window/main_window.h"
#include "ui/shared/formats.h"

#include <QTemporaryDir>
#include <QtTest>

namespace likeness::ui {

constexpr int indexingLimitMs = 120'000;

/// A new library in a temporary folder, with its window, in English and light colours.
struct OpenedWindow {
    OpenedWindow()
        : session({toPath(place.filePath(QStringLiteral("test.likeness"))), quickEngine, 1}),
          window({session, fullPace(settings), theme, language}) {
        language.apply(QStringLiteral("en"));
        theme.apply(ThemeChoice::Light);
        window.resize(1280, 800);
        window.show();
    }

    template <typename T>
    T* find(const char* name) {
        T* found = window.findChild<T*>(QLatin1String(name));
        if (!found)
            qFatal("the window has no %s", name);
        return found;
    }

    /// Copies the first `perKind` sample photos of each kind.
    std::filesystem::path copySamples(const QStringList& kinds, int perKind) {
        for (const QString& kind : kinds) {
            QDir().mkpath(place.filePath(QStringLiteral("photos/") + kind));
            for (int i = 1; i <= perKind; ++i) {
                const QString name = QStringLiteral("/%1/%1-%2.jpg").arg(kind).arg(i);
                QFile::copy(QStringLiteral(LIKENESS_SOURCE_DIR "/resources/samples") + name,
                            place.filePath(QStringLiteral("photos")) + name);
            }
        }
        return toPath(place.filePath(QStringLiteral("photos")));
    }

    /// Copies them, adds their folder and waits until all are indexed and shown.
    void indexSamples(const QStringList& kinds, int perKind) {
        const int count = static_cast<int>(kinds.size()) * perKind;
        window.addFolders({copySamples(kinds, perKind)});
        QTRY_COMPARE_WITH_TIMEOUT(session.snapshot()->indexedCount(), count, indexingLimitMs);
        QTRY_VERIFY_WITH_TIMEOUT(!session.isIndexing(), indexingLimitMs);
        QTRY_COMPARE(find<ThumbnailGrid>("photosGrid")->model()->rowCount(), count);
    }

    /// However busy other tests keep the machine.
    static Settings& fullPace(Settings& settings) {
        settings.setPace(PaceChoice::Full);
        settings.setWatchesFolders(false); // tests change files when they want to
        return settings;
    }

    QTemporaryDir place;
    Settings settings;
    Theme theme;
    Language language;
    LibrarySession session;
    MainWindow window;
};

} // namespace likeness::ui
