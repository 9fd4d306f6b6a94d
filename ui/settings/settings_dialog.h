// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/pack_catalog.h"
#include "ui/shared/settings.h"

#include "core/features/engine_choice.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>

#include <vector>

namespace likeness::ui {

/// Language, theme, engine, threads, pace, and the library's model pack. Each change takes effect at once;
/// there is nothing to confirm.
class SettingsDialog : public QDialog {
    Q_OBJECT

public:
    /// Both outlive the dialog.
    SettingsDialog(Settings& settings, PackCatalog& packs, QWidget* parent = nullptr);

    /// Shows beside each engine how fast it was when it was measured.
    void setEngineSpeeds(std::vector<EngineSpeed> speeds);

Q_SIGNALS:
    void languageChosen(const QString& code);
    void themeChosen(likeness::ui::ThemeChoice choice);
    void engineChosen(likeness::Engine engine);
    void threadsChosen(int threads);
    void paceChosen(likeness::ui::PaceChoice choice);
    void watchingChosen(bool watches);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();
    void connectChoices();
    void showPacks();
    QString packText() const;
    void retranslate();
    void retranslateEngines();
    QString engineTitle(Engine engine) const;

    Settings& settings_;
    PackCatalog& packs_;
    QFormLayout* form_;
    QComboBox* language_;
    QComboBox* theme_;
    QComboBox* engine_;
    QSpinBox* threads_;
    QComboBox* pace_;
    QCheckBox* watching_;
    QComboBox* pack_;
    QLabel* packNote_;
    QLabel* note_;
    QPushButton* close_;
    std::vector<EngineSpeed> speeds_;
};

} // namespace likeness::ui
