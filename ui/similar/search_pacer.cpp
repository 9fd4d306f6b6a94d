// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/similar/search_pacer.h"

namespace likeness::ui {

SearchPacer::SearchPacer(QObject* parent) : QObject(parent) {
    slow_.setSingleShot(true);
    slow_.setInterval(patience);
    connect(&slow_, &QTimer::timeout, this, [this] {
        busy_ = true;
        Q_EMIT busyChanged();
    });
}

void SearchPacer::refine() {
    if (inFlight_)
        changed_ = true;
    else
        send();
}

void SearchPacer::begin() {
    send();
}

void SearchPacer::send() {
    inFlight_ = true;
    changed_ = false;
    settled_ = false;
    slow_.start();
    Q_EMIT due();
}

void SearchPacer::takeAnswer(SearchStage stage) {
    inFlight_ = false;
    if (changed_)
        send();
    else if (stage == SearchStage::Final)
        rest();
}

void SearchPacer::rest() {
    settled_ = true;
    slow_.stop();
    if (!busy_)
        return;
    busy_ = false;
    Q_EMIT busyChanged();
}

} // namespace likeness::ui
