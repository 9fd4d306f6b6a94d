// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>
#include <string>

namespace likeness::cli {

/// Shows how far a run is, on standard error: a bar that is drawn over itself on a terminal, else a plain
/// line at each new phase and once a second.
class ProgressLine {
public:
    ProgressLine();

    /// `share` is 0 to 1; without one there is no bar. `text` is printable.
    void show(const std::string& phase, std::optional<double> share, const std::string& text);
    /// Takes the bar away; called before anything else is written.
    void clear();

private:
    void draw(const std::string& line);

    const bool isTerminal_;
    std::string phase_;
    std::chrono::steady_clock::time_point lastLine_;
};

} // namespace likeness::cli
