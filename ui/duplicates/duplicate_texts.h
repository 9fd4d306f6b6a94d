// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/duplicates/duplicate_action.h"
#include "core/duplicates/keeper_rules.h"
#include "core/duplicates/run_control.h"

#include <QCoreApplication>
#include <QString>

namespace likeness::ui {

/// What the window says of duplicates, in its language.
class DuplicateTexts {
    Q_DECLARE_TR_FUNCTIONS(DuplicateTexts)

public:
    static QString kind(DuplicateKind kind);
    static QString rule(KeeperRule rule);
    static QString progress(const DuplicateProgress& progress);
    /// "a.jpg lies in a protected folder …": why it is left and what to do.
    static QString refusal(const RefusedPhoto& photo);
    /// What will happen, with the space.
    static QString plan(const DuplicatePlan& plan);
    /// What happened, with the space.
    static QString outcome(const DuplicateOutcome& outcome);
    /// The button that carries it out.
    static QString action(DuplicateAction::Kind kind);
};

} // namespace likeness::ui
