// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/library_session.h"
#include "ui/shared/pace_choice.h"

#include "core/base/machine_state.h"

#include <QObject>
#include <QTimer>

namespace likeness::ui {

/// Sets the session's pace by what the user chose, and by how the machine fares. Main thread.
class IndexingPace : public QObject {
    Q_OBJECT

public:
    /// The session outlives it.
    IndexingPace(LibrarySession& session, PaceChoice choice, QObject* parent = nullptr);

    void choose(PaceChoice choice);

    /// What Automatic makes of a look at the machine. Other programs are at work where they use more than .5
    /// of it; so that the pace doesn't flutter, it is full again only below .25.
    static Pace paceFor(bool onBattery, double othersShare, Pace before);

private:
    void look();

    LibrarySession& session_;
    PaceChoice choice_;
    OtherPrograms others_;
    QTimer timer_;
};

} // namespace likeness::ui
