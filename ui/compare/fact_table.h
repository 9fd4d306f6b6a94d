// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/preview_loader.h"

#include <QGridLayout>
#include <QScrollArea>
#include <QString>

#include <vector>

namespace likeness::ui {

/// What the files say about several photos, a column for each; what differs is bold.
class FactTable : public QScrollArea {
    Q_OBJECT

public:
    explicit FactTable(QWidget* parent = nullptr);

    /// Photos that are still to be read are empty columns; facts that no photo has are left out.
    void show(const std::vector<Preview>& photos);
    using QWidget::show;

private:
    void addRow(const QString& name, const QStringList& values);

    QGridLayout* rows_;
};

} // namespace likeness::ui
