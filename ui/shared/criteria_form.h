// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/photo_criteria.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QFormLayout>
#include <QLineEdit>
#include <QStringListModel>
#include <QWidget>

namespace likeness::ui {

/// Where PhotoCriteria are typed in.
class CriteriaForm : public QWidget {
    Q_OBJECT

public:
    /// The fields are named for tests: "<prefix>Tag", "<prefix>Since", …
    explicit CriteriaForm(const QString& prefix, QWidget* parent = nullptr);

    PhotoCriteria criteria() const;
    void clear() { setCriteria({}); }
    /// Tells of it by changed().
    void setCriteria(const PhotoCriteria& criteria);
    /// What the field of tags offers.
    void setTagNames(const QStringList& names) { tagNames_.setStringList(names); }

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void layOut(const QString& prefix);
    void retranslate();

    QStringListModel tagNames_;
    QFormLayout* form_;
    QLineEdit* tag_;
    QCheckBox* since_;
    QDateEdit* from_;
    QCheckBox* until_;
    QDateEdit* to_;
    QComboBox* rating_;
    QComboBox* label_;
};

} // namespace likeness::ui
