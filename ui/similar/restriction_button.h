// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/chip_bar.h"
#include "ui/shared/criteria_form.h"
#include "ui/similar/similar_presenter.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

#include <vector>

namespace likeness::ui {

/// Tells how many restrictions are in force, and opens the panel that sets them. Every change searches again.
class RestrictionButton : public QToolButton {
    Q_OBJECT

public:
    explicit RestrictionButton(SimilarPresenter& presenter, QWidget* parent = nullptr);
    void setTagNames(const QStringList& names) { criteria_->setTagNames(names); }
    /// One for each restriction in force.
    std::vector<ChipBar::Chip> chips();

    using QToolButton::show;

Q_SIGNALS:
    /// Other restrictions, or other texts for them.
    void changed();

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makePanel();
    void listFolders();
    void take();
    void show(const Restriction& restriction);
    void clear();
    void showCount();
    void retranslate();

    SimilarPresenter& presenter_;
    QFormLayout* form_ = nullptr;
    QComboBox* folder_;
    CriteriaForm* criteria_;
    QCheckBox* notInItsFolder_;
    QCheckBox* notOfItsBurst_;
    QPushButton* clear_;
};

} // namespace likeness::ui
