// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace likeness {

/// One curve, or one kind of bar.
struct SvgSeries {
    std::string name;
    std::vector<std::pair<double, double>> points; // for bars: category number and height
};

/// A chart as SVG text, drawn with the colours of the page's CSS variables (--text, --muted, --grid and --c0
/// to --c7), so that it follows a dark page. Curves differ in dashes too, and points tell their values when
/// they are pointed at.
struct SvgChart {
    enum class Kind { Lines, Points, Bars } kind = Kind::Lines;
    std::string title;
    std::string xTitle;
    std::string yTitle;
    std::vector<SvgSeries> series;
    std::vector<std::string> categories{}; // of bars, or of whole numbers at the x axis
    enum class Scale { Linear, Logarithmic } xScale = Scale::Linear;
    double lowest = 0; // of the y axis at least
    double highest = 1;
};

std::string svgText(const SvgChart& chart);

} // namespace likeness
