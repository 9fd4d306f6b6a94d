// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/quick_engine.h"
#include "ui/shared/formats.h"
#include "ui/shared/library_session.h"

#include <QTemporaryDir>
#include <QtTest>

namespace likeness::ui {

/// A new library in a temporary folder, without a window.
struct OpenedLibrary {
    static constexpr int limitMs = 120'000;

    OpenedLibrary() : session({toPath(place.filePath(QStringLiteral("test.likeness"))), quickEngine, 1}) {}

    /// Copies sample photos ("hat-1.jpg") and indexes them.
    void indexSamples(const QStringList& names) {
        QDir().mkpath(place.filePath(QStringLiteral("photos")));
        for (const QString& name : names)
            QFile::copy(QStringLiteral(LIKENESS_SOURCE_DIR "/resources/samples/%1/%2")
                            .arg(name.section(QLatin1Char('-'), 0, 0), name),
                        place.filePath(QStringLiteral("photos/") + name));
        session.index({toPath(place.filePath(QStringLiteral("photos")))});
        QTRY_COMPARE_WITH_TIMEOUT(session.snapshot()->indexedCount(), names.size(), limitMs);
        QTRY_VERIFY_WITH_TIMEOUT(!session.isIndexing(), limitMs);
    }

    PhotoId photo(const QString& name) const {
        for (const PhotoRow& row : session.snapshot()->photos())
            if (row.name == name.toStdString())
                return row.id;
        return {};
    }

    QTemporaryDir place;
    LibrarySession session;
};

} // namespace likeness::ui
