// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/duplicates/keeper_rules.h"

#include <QDialog>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>

#include <filesystem>
#include <vector>

namespace likeness::ui {

/// Which photo of a group is suggested to keep: rules, in an order, each in use or not; and folders whose
/// photos are left alone.
class KeeperDialog : public QDialog {
    Q_OBJECT

public:
    KeeperDialog(std::span<const KeeperRule> rules, std::span<const std::filesystem::path> protectedFolders,
                 QWidget* parent = nullptr);

    /// Those in use, the most important first.
    std::vector<KeeperRule> rules() const;
    std::vector<std::filesystem::path> protectedFolders() const;

    void addFolder(const std::filesystem::path& folder);

private:
    QLayout* makeRules(std::span<const KeeperRule> rules);
    QLayout* makeFolders();
    void addRule(KeeperRule rule, Qt::CheckState state);
    void move(int rows);
    void chooseFolder();

    QListWidget* rules_;
    QPushButton* up_;
    QPushButton* down_;
    QListWidget* folders_;
};

} // namespace likeness::ui
