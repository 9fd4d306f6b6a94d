// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/photos/photos_presenter.h"
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
