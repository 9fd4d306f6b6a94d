// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/photos/photos_presenter.h"
#include "ui/shared/chip_bar.h"
#include "ui/shared/criteria_form.h"

#include <QPushButton>
#include <QToolButton>

namespace likeness::ui {

/// Tells how many criteria pick the photos that are shown, and opens the form that sets them.
class ChoiceButton : public QToolButton {
    Q_OBJECT

public:
    explicit ChoiceButton(PhotosPresenter& presenter, QWidget* parent = nullptr);

    CriteriaForm& form() { return *form_; }
    /// One for each criterion in force.
    std::vector<ChipBar::Chip> chips();

Q_SIGNALS:
    /// Other criteria, or other texts for them.
    void changed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void take();
    void retranslate();

    PhotosPresenter& presenter_;
    CriteriaForm* form_;
    QPushButton* clear_;
};

} // namespace likeness::ui
