// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/main_window/main_window.h"
#include "ui/shared/formats.h"
#include "ui/shared/photo_geometry.h"
#include "ui/similar/box_editor.h"

#include <QTest>

#include <functional>

namespace likeness::ui {

/// Ends the program where it never becomes true.
inline void await(const std::function<bool()>& condition) {
    constexpr int limitMs = 600'000;
    if (!QTest::qWaitFor(condition, limitMs))
        qFatal("waited in vain");
}

/// One open library with its window.
struct Stage {
    Stage(const QString& library, Settings& settings, Theme& theme, Language& language, QSize size)
        : session({toPath(library), Engine::Auto, 0}), window({session, settings, theme, language}) {
        QObject::connect(&session, &LibrarySession::searchAnswered, &window, [this](const auto& result) {
            isAnswered = !result || result->stage == SearchStage::Final;
        });
        window.resize(size);
        window.show();
        await([this] { return session.isLoaded(); });
    }

    template <typename T>
    T* find(const char* name) {
        return window.findChild<T*>(QLatin1String(name));
    }

    /// Does what starts a search, and waits for its final answer.
    void search(const std::function<void()>& start) {
        isAnswered = false;
        start();
        await([this] { return isAnswered; });
    }

    /// On the query photo, in fractions of it.
    void click(Point point) {
        QTest::mouseClick(find<BoxEditor>("boxEditor"), Qt::LeftButton, {}, at(point));
    }

    void drag(Point from, Point to) {
        auto* editor = find<BoxEditor>("boxEditor");
        QTest::mousePress(editor, Qt::LeftButton, {}, at(from));
        for (const QPoint step : {at(from) + QPoint(8, 8), at(to)})
            QTest::mouseMove(editor, step);
        QTest::mouseRelease(editor, Qt::LeftButton, {}, at(to));
    }

    QPoint at(Point point) { return toView(point, find<PhotoView>("queryPhoto")->photoPlace()).toPoint(); }

    bool isAnswered = false; // the last search, finally
    LibrarySession session;
    MainWindow window;
};

} // namespace likeness::ui
