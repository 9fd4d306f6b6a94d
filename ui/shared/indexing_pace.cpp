// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/indexing_pace.h"

namespace likeness::ui {

using namespace std::chrono_literals;

IndexingPace::IndexingPace(LibrarySession& session, PaceChoice choice, QObject* parent)
    : QObject(parent), session_(session), choice_(choice) {
    timer_.setInterval(5s);
    connect(&timer_, &QTimer::timeout, this, &IndexingPace::look);
    connect(&session_, &LibrarySession::indexingChanged, this, [this] {
        if (!session_.isIndexing())
            timer_.stop();
        else if (!timer_.isActive())
            timer_.start();
    });
    look();
}

void IndexingPace::choose(PaceChoice choice) {
    choice_ = choice;
    look();
}

Pace IndexingPace::paceFor(bool onBattery, double othersShare, Pace before) {
    constexpr double busy = .5;
    constexpr double calm = .25;
    if (onBattery || othersShare > busy)
        return Pace::Gentle;
    return othersShare < calm ? Pace::Full : before;
}

void IndexingPace::look() {
    const double others = others_.share().value_or(0);
    switch (choice_) {
    case PaceChoice::Automatic:
        session_.setPace(paceFor(isOnBattery(), others, session_.pace()));
        break;
    case PaceChoice::Full:
        session_.setPace(Pace::Full);
        break;
    case PaceChoice::Gentle:
        session_.setPace(Pace::Gentle);
        break;
    }
}

} // namespace likeness::ui
