// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/search_result.h"

#include <QObject>
#include <QTimer>

#include <chrono>

namespace likeness::ui {

/// Says when to send the next search: at most one waits for its first answer, and what changes meanwhile is
/// sent with the newest state. Busy only where an answer takes longer than a person's patience, so that quick
/// ones don't flicker.
class SearchPacer : public QObject {
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds patience{300};

    explicit SearchPacer(QObject* parent = nullptr);

    /// The same query, changed: sent now, or when the answer to the last one is there.
    void refine();
    /// Another query: sent now; answers to the last one are no longer wanted.
    void begin();
    void takeAnswer(SearchStage stage);

    bool isBusy() const { return busy_; }
    /// The final answer to all that was asked is there.
    bool isSettled() const { return settled_; }

Q_SIGNALS:
    void due();
    void busyChanged();

private:
    void send();
    void rest();

    QTimer slow_;
    bool inFlight_ = false; // no answer yet
    bool changed_ = false;  // since it was sent
    bool settled_ = true;
    bool busy_ = false;
};

} // namespace likeness::ui
