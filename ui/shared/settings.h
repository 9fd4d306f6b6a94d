// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/pace_choice.h"
#include "ui/shared/photo_arrangement.h"
#include "ui/shared/results_look.h"
#include "ui/shared/search_manner.h"
#include "ui/shared/theme_choice.h"

#include "core/duplicates/keeper_rules.h"
#include "core/features/backbone.h"

#include <QByteArray>
#include <QKeySequence>
#include <QSettings>
#include <QString>

#include <filesystem>
#include <optional>
#include <vector>

namespace likeness::ui {

/// What the window remembers between starts. Main thread.
class Settings {
public:
    QString language() const; // "en", "zh_CN"; empty: the system's
    void setLanguage(const QString& code);
    ThemeChoice theme() const;
    void setTheme(ThemeChoice choice);
    Engine engine() const;
    void setEngine(Engine engine);
    int threads() const; // 0: one per core
    void setThreads(int threads);
    PaceChoice pace() const;
    void setPace(PaceChoice choice);
    int tileWidth() const;
    void setTileWidth(int width);
    PhotoSort photoSort() const;
    void setPhotoSort(PhotoSort sort);
    bool groupsPhotos() const; // under headings
    void setGroupsPhotos(bool isGrouped);
    bool watchesFolders() const; // for changes
    void setWatchesFolders(bool watches);
    double threshold() const; // least similarity shown, 0 to 1
    void setThreshold(double similarity);
    ResultsLook resultsLook() const;
    void setResultsLook(ResultsLook look);
    SearchManner searchManner() const;
    void setSearchManner(const SearchManner& manner);
    std::vector<KeeperRule> keeperRules() const; // of duplicates, the most important first
    void setKeeperRules(const std::vector<KeeperRule>& rules);
    /// Libraries that were opened, the last one first; those that are gone are left out.
    std::vector<std::filesystem::path> recentLibraries() const;
    void addRecentLibrary(const std::filesystem::path& file);
    /// Keys that the user gave to an action; nothing: the usual ones.
    std::optional<QKeySequence> shortcut(const QString& action) const;
    void setShortcut(const QString& action, const std::optional<QKeySequence>& keys);
    QByteArray state(const QString& name) const; // of windows and splitters
    void setState(const QString& name, const QByteArray& state);

private:
    QSettings store_;
};

} // namespace likeness::ui
