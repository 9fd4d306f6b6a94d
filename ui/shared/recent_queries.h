// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <filesystem>
#include <vector>

namespace likeness::ui {

/// The photos last searched by, newest first. Kept in "<library>-recent", so that they live and die with
/// their library.
class RecentQueries : public QObject {
    Q_OBJECT

public:
    static constexpr int limit = 6;

    explicit RecentQueries(const std::filesystem::path& libraryFile, QObject* parent = nullptr);

    const std::vector<std::filesystem::path>& files() const { return files_; }
    void add(const std::filesystem::path& file);

Q_SIGNALS:
    void changed();

private:
    QString store_;
    std::vector<std::filesystem::path> files_;
};

} // namespace likeness::ui
