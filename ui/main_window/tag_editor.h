// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QLineEdit>
#include <QStringList>
#include <QStringListModel>
#include <QWidget>

namespace likeness::ui {

/// The tags of a photo, each with a way to take it off, and a line for more, which completes known names.
class TagEditor : public QWidget {
    Q_OBJECT

public:
    explicit TagEditor(QWidget* parent = nullptr);

    void show(const QStringList& tags, const QStringList& names);
    using QWidget::show;

Q_SIGNALS:
    void added(const QString& name);
    void removed(const QString& name);

protected:
    void changeEvent(QEvent* event) override;

private:
    void showTags();
    void retranslate();

    QStringList tags_;
    QStringListModel names_;
    QLabel* list_;
    QLineEdit* line_;
};

} // namespace likeness::ui
