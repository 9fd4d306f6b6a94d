// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/svg_chart.h"

#include "core/base/html_text.h"
#include "core/base/number_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>

namespace likeness {
namespace {

constexpr double width = 520;
constexpr double height = 300;
constexpr double left = 52;
constexpr double right = 12;
constexpr double top = 30;
constexpr double bottom = 46;
constexpr double legendLine = 16;
constexpr int colours = 8;

std::string number(double value) {
    return fixedNumber(value, 1);
}

/// As short as it can be: .1234, 120, 3.5.
std::string shortNumber(double value) {
    std::array<char, 32> text{};
    const auto [end, error] =
        std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::general, 3);
    return {text.data(), end};
}

std::string colour(std::size_t series) {
    return "var(--c" + std::to_string(series % colours) + ")";
}

/// So many characters of UTF-8 at most, with "…" in the place of others.
std::string shortened(const std::string& text, std::size_t most) {
    std::size_t characters = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool isFirstByte = (static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U;
        if (isFirstByte && ++characters > most)
            return text.substr(0, i) + "…";
    }
    return text;
}

/// Curves beyond the first colours are told apart by dashes as well.
std::string dashes(std::size_t series) {
    static constexpr std::array patterns{"", "6 3", "2 3", "8 3 2 3"};
    return patterns.at(series % patterns.size());
}

class Drawing {
public:
    explicit Drawing(const SvgChart& chart) : chart_(chart) {
        low_ = chart.lowest;
        high_ = chart.highest;
        first_ = std::numeric_limits<double>::max();
        last_ = std::numeric_limits<double>::lowest();
        for (const SvgSeries& series : chart.series)
            for (const auto& [x, y] : series.points) {
                first_ = std::min(first_, scaled(x));
                last_ = std::max(last_, scaled(x));
                high_ = std::max(high_, y);
            }
        if (chart.kind == SvgChart::Kind::Bars || !chart.categories.empty()) {
            first_ = -.5;
            last_ = static_cast<double>(chart.categories.size()) - .5;
        }
        if (first_ >= last_) {
            const double middle = first_ > 1e300 ? 0 : first_;
            first_ = middle - .5;
            last_ = middle + .5;
        }
        roundAxes();
    }

    std::string text() {
        const std::size_t lines = (chart_.series.size() + legendColumns() - 1) / legendColumns();
        const double legend = legendLine * static_cast<double>(chart_.series.size() > 1 ? lines : 0);
        text_ = "<svg class=\"chart\" viewBox=\"0 0 " + fixedNumber(width, 0) + " " +
                fixedNumber(height + 6 + legend, 0) + "\" role=\"img\" aria-label=\"" +
                escaped(chart_.title) +
                "\" xmlns=\"http://www.w3.org/2000/svg\" font-family=\"sans-serif\" font-size=\"11\">\n";
        label(width / 2, 16, "middle", chart_.title, "font-weight=\"600\" font-size=\"13\"");
        axes();
        for (std::size_t i = 0; i < chart_.series.size(); ++i)
            chart_.kind == SvgChart::Kind::Bars ? bars(i) : curve(i);
        if (chart_.series.size() > 1)
            legendLines();
        return text_ + "</svg>\n";
    }

private:
    /// Shares get an axis from 0 to 1, and heights above 1 one that ends at a round number.
    void roundAxes() {
        const bool isShare = chart_.kind == SvgChart::Kind::Lines && chart_.categories.empty() &&
                             chart_.xScale == SvgChart::Scale::Linear && first_ >= 0 && last_ <= 1;
        if (isShare) {
            first_ = 0;
            last_ = 1;
        }
        constexpr double roundTo = .5;
        if (high_ > 1)
            high_ = std::ceil(high_ / roundTo) * roundTo;
        else if (high_ < 1)
            high_ = std::ceil(high_ * 20) / 20;
    }

    double scaled(double x) const {
        return chart_.xScale == SvgChart::Scale::Logarithmic ? std::log10(std::max(x, 1e-9)) : x;
    }
    double atX(double scaledX) const {
        return left + (scaledX - first_) / (last_ - first_) * (width - left - right);
    }
    double atY(double y) const {
        return height - bottom - (y - low_) / (high_ - low_) * (height - top - bottom);
    }

    void label(double x, double y, const std::string& anchor, const std::string& text,
               const std::string& more = "") {
        text_ += "<text x=\"" + number(x) + "\" y=\"" + number(y) + "\" text-anchor=\"" + anchor +
                 "\" fill=\"var(--text)\" " + more + ">" + escaped(text) + "</text>\n";
    }
    void line(double x1, double y1, double x2, double y2) {
        text_ += "<line x1=\"" + number(x1) + "\" y1=\"" + number(y1) + "\" x2=\"" + number(x2) + "\" y2=\"" +
                 number(y2) + "\" stroke=\"var(--grid)\"/>\n";
    }

    void axes() {
        constexpr int steps = 5;
        for (int i = 0; i <= steps; ++i) {
            const double y = low_ + (high_ - low_) * i / steps;
            line(left, atY(y), width - right, atY(y));
            label(left - 6, atY(y) + 4, "end", shortNumber(y));
        }
        if (!chart_.categories.empty())
            categoryLabels();
        else if (chart_.xScale == SvgChart::Scale::Logarithmic)
            logarithmicLabels();
        else
            for (int i = 0; i <= steps; ++i)
                xLabel(first_ + (last_ - first_) * i / steps,
                       shortNumber(first_ + (last_ - first_) * i / steps));
        label((left + width - right) / 2, height - 8, "middle", chart_.xTitle);
        label(14, (top + height - bottom) / 2, "middle", chart_.yTitle,
              "transform=\"rotate(-90 14 " + number((top + height - bottom) / 2) + ")\"");
    }
    /// Powers of ten; where there is one at most, twice and five times these as well.
    void logarithmicLabels() {
        const bool isShort = std::floor(last_ + 1e-9) - std::ceil(first_ - 1e-9) < 1;
        for (double power = std::floor(first_); power <= last_ + 1e-9; ++power)
            for (const double step : {1., 2., 5.}) {
                const double at = power + std::log10(step);
                if ((step == 1 || isShort) && at >= first_ - 1e-9 && at <= last_ + 1e-9)
                    xLabel(at, shortNumber(std::pow(10, at)));
            }
    }
    void xLabel(double scaledX, const std::string& text) {
        line(atX(scaledX), top, atX(scaledX), height - bottom);
        label(atX(scaledX), height - bottom + 16, "middle", text);
    }
    /// All where there is room, else every second, third, …
    void categoryLabels() {
        constexpr std::size_t most = 12;
        const std::size_t step = (chart_.categories.size() + most - 1) / most;
        for (std::size_t i = 0; i < chart_.categories.size(); i += std::max<std::size_t>(1, step)) {
            const std::size_t room = chart_.categories.size() > 6 ? 9 : 40;
            label(atX(static_cast<double>(i)), height - bottom + 14, "middle",
                  shortened(chart_.categories[i], room), "font-size=\"9\"");
        }
    }

    void curve(std::size_t i) {
        const SvgSeries& series = chart_.series[i];
        if (chart_.kind == SvgChart::Kind::Lines) {
            text_ += "<polyline fill=\"none\" stroke-width=\"2\" stroke=\"" + colour(i) +
                     "\" stroke-dasharray=\"" + dashes(i) + "\" points=\"";
            for (const auto& [x, y] : series.points)
                text_ += number(atX(scaled(x))) + "," + number(atY(y)) + " ";
            text_ += "\"/>\n";
        }
        const std::string radius = chart_.kind == SvgChart::Kind::Lines ? "2.5" : "5";
        for (const auto& [x, y] : series.points)
            text_ += "<circle cx=\"" + number(atX(scaled(x))) + "\" cy=\"" + number(atY(y)) + "\" r=\"" +
                     radius + "\" fill=\"" + colour(i) + "\"><title>" + tip(series.name, x, y) +
                     "</title></circle>\n";
    }

    void bars(std::size_t i) {
        const auto count = static_cast<double>(chart_.series.size());
        const double step = (width - left - right) / static_cast<double>(chart_.categories.size());
        const double bar = step * .8 / count;
        for (const auto& [x, y] : chart_.series[i].points) {
            const double from = atX(x) - step * .4 + bar * static_cast<double>(i);
            const auto category = static_cast<std::size_t>(x);
            text_ += "<rect x=\"" + fixedNumber(from, 2) + "\" y=\"" + number(atY(y)) + "\" width=\"" +
                     fixedNumber(std::max(.5, bar), 2) + "\" height=\"" + number(atY(low_) - atY(y)) +
                     "\" fill=\"" + colour(i) + "\"><title>" + escaped(chart_.series[i].name) + " " +
                     escaped(chart_.categories[category]) + ": " + shortNumber(y) + "</title></rect>\n";
        }
    }

    std::string tip(const std::string& name, double x, double y) const {
        const bool isCategory = !chart_.categories.empty();
        const std::string at = isCategory ? chart_.categories[static_cast<std::size_t>(x)] : shortNumber(x);
        return escaped(name + ": " + chart_.xTitle + " " + at + ", " + chart_.yTitle + " " + shortNumber(y));
    }

    /// Two where there are many curves, none with a long name.
    std::size_t legendColumns() const {
        constexpr std::size_t few = 4;
        constexpr std::size_t roomOfHalf = 30; // characters
        const bool areShort = std::ranges::all_of(chart_.series, [](const SvgSeries& series) {
            return shortened(series.name, roomOfHalf) == series.name;
        });
        return chart_.series.size() > few && areShort ? 2 : 1;
    }

    void legendLines() {
        const std::size_t columns = legendColumns();
        for (std::size_t i = 0; i < chart_.series.size(); ++i) {
            const std::size_t row = i / columns;
            const double x = left + (width - left - right) / 2 * static_cast<double>(i % columns);
            const double y = height + 6 + legendLine * static_cast<double>(row);
            legendMark(i, x, y);
            label(x + 32, y + 4, "start", chart_.series[i].name);
        }
    }

    void legendMark(std::size_t i, double x, double y) {
        if (chart_.kind == SvgChart::Kind::Points)
            text_ += "<circle cx=\"" + number(x + 13) + "\" cy=\"" + number(y) + "\" r=\"5\" fill=\"" +
                     colour(i) + "\"/>\n";
        else
            text_ += "<line x1=\"" + number(x) + "\" y1=\"" + number(y) + "\" x2=\"" + number(x + 26) +
                     "\" y2=\"" + number(y) + "\" stroke-width=\"3\" stroke=\"" + colour(i) +
                     "\" stroke-dasharray=\"" + (chart_.kind == SvgChart::Kind::Lines ? dashes(i) : "") +
                     "\"/>\n";
    }

    const SvgChart& chart_;
    std::string text_;
    double first_ = 0;
    double last_ = 1;
    double low_ = 0;
    double high_ = 1;
};

} // namespace

std::string svgText(const SvgChart& chart) {
    return Drawing(chart).text();
}

} // namespace likeness
