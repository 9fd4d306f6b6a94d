// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/duplicates/duplicate_action.h"

#include <QDialog>

namespace likeness::ui {

/// Says what is going to happen, and which photos are left as they are and why, before anything happens.
class PlanDialog : public QDialog {
    Q_OBJECT

public:
    explicit PlanDialog(const DuplicatePlan& plan, QWidget* parent = nullptr);

private:
    QWidget* makeRefusals(const DuplicatePlan& plan);
};

} // namespace likeness::ui
