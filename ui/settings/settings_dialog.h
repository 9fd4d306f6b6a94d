// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/settings.h"

#include <QComboBox>
#include <QDialog>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>

namespace likeness::ui {

/// Language, theme, engine and threads. Each change takes effect at once; there is nothing to confirm.
class SettingsDialog : public QDialog {
    Q_OBJECT

public:
    explicit SettingsDialog(Settings& settings, QWidget* parent = nullptr);

Q_SIGNALS:
    void languageChosen(const QString& code);
    void themeChosen(likeness::ui::ThemeChoice choice);
    void engineChosen(likeness::Engine engine);
    void threadsChosen(int threads);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();
    void connectChoices();
    void retranslate();

    Settings& settings_;
    QFormLayout* form_;
    QComboBox* language_;
    QComboBox* theme_;
    QComboBox* engine_;
    QSpinBox* threads_;
    QLabel* note_;
    QPushButton* close_;
};

} // namespace likeness::ui
