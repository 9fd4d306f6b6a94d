// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>

namespace likeness::ui {

/// Numbers, dates and names as the window shows them, in the language of the window.
QString countText(std::int64_t count);
QString percentText(double share); // of 0 to 1; "94 %"
QString sizeText(std::int64_t bytes);
QString dimensionsText(int width, int height);
/// Seconds since 1970-01-01 on the camera's own clock.
QString dateText(std::int64_t localSeconds);
QString durationText(std::chrono::seconds duration);
QString millisecondsText(double milliseconds);
QString nameText(const std::string& bytes);
QString pathName(const std::filesystem::path& path);
/// The path as Qt's file functions take it.
QString toQString(const std::filesystem::path& path);
std::filesystem::path toPath(const QString& path);

} // namespace likeness::ui
