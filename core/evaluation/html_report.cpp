// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/experiment_charts.h"
#include "core/evaluation/experiment_json.h"
#include "core/evaluation/report.h"
#include "core/evaluation/svg_chart.h"
#include "core/image/decoder.h"
#include "core/image/thumbnail.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

namespace likeness {
namespace {

constexpr std::string_view style = R"(
:root { --ground:#fff; --card:#f6f7f9; --text:#1d2127; --muted:#5c6570; --grid:#d9dde3; --c0:#1f6feb; --c1:#c2410c;
 --c2:#15803d; --c3:#9333ea; --c4:#be123c; --c5:#0e7490; --c6:#a16207; --c7:#4b5563 }
@media (prefers-color-scheme: dark) { :root { --ground:#16181c; --card:#1f2329; --text:#e6e9ee; --muted:#a2abb7;
 --grid:#3a414b; --c0:#6ea8fe; --c1:#fb923c; --c2:#4ade80; --c3:#c084fc; --c4:#fb7185; --c5:#22d3ee; --c6:#facc15;
 --c7:#cbd5e1 } }
body { margin:0 auto; max-width:1160px; padding:24px; background:var(--ground); color:var(--text);
 font:15px/1.5 system-ui,"Noto Sans","Noto Sans CJK SC",sans-serif }
h1 { font-size:26px; margin:0 0 4px } h2 { font-size:19px; margin:32px 0 8px }
.muted { color:var(--muted) } .charts { display:grid; grid-template-columns:repeat(auto-fit,minmax(480px,1fr)); gap:16px }
.chart { background:var(--card); border-radius:8px; width:100%; height:auto; padding:6px; box-sizing:border-box }
.scroll { overflow-x:auto } table { border-collapse:collapse; font-size:13px } th,td { padding:4px 10px; text-align:right;
 border-bottom:1px solid var(--grid); white-space:nowrap } th:first-child,td:first-child { text-align:left }
.failure { display:flex; gap:8px; align-items:flex-start; margin:8px 0; padding:8px; background:var(--card); border-radius:8px }
figure { margin:0; width:132px } figure img { width:132px; height:100px; object-fit:contain; background:var(--ground) }
figcaption { font-size:11px; overflow-wrap:anywhere; color:var(--muted) } .query img { outline:2px solid var(--c0) }
pre { background:var(--card); padding:12px; border-radius:8px; overflow-x:auto; font-size:12px }
dl { display:grid; grid-template-columns:max-content 1fr; gap:2px 16px } dt { color:var(--muted) } dd { margin:0 }
@media print { .failure, .chart { break-inside:avoid } }
)";

std::string fixed(double value, int decimals) {
    std::array<char, 40> text{};
    const auto [end, error] =
        std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed, decimals);
    return {text.data(), end};
}

std::string base64(std::span<const std::byte> bytes) {
    constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        std::uint32_t block = 0;
        for (std::size_t j = 0; j < 3; ++j)
            block = block << 8U | (i + j < bytes.size() ? std::to_integer<std::uint32_t>(bytes[i + j]) : 0);
        for (std::size_t j = 0; j < 4; ++j)
            text += i + j > bytes.size() ? '=' : digits[block >> (18 - 6 * j) & 63U];
    }
    return text;
}

/// Small pictures, each file read once.
class Pictures {
public:
    /// An img element; empty where the file can't be read.
    std::string image(const std::string& file) {
        const auto known = images_.find(file);
        if (known != images_.end())
            return known->second;
        return images_.emplace(file, read(file)).first->second;
    }

private:
    std::string read(const std::string& file) const {
        constexpr int side = 132;
        auto photo = decoder_.decodeToFit(file, side);
        if (!photo)
            return "";
        const auto jpeg = encodeThumbnail(*photo);
        return jpeg ? "<img alt=\"\" src=\"data:image/jpeg;base64," + base64(*jpeg) + "\">" : "";
    }

    Decoder decoder_;
    std::map<std::string, std::string> images_;
};

std::string nameOfFile(const std::string& file) {
    const std::filesystem::path path = file;
    return (path.parent_path().filename() / path.filename()).string();
}

std::string entry(const std::string& title, const std::string& text) {
    return text.empty() ? "" : "<dt>" + escaped(title) + "</dt><dd>" + escaped(text) + "</dd>\n";
}

std::string setUp(const Experiment& experiment) {
    const RunResult& run = experiment.runs.back();
    std::string text =
        "<dl>\n" + entry("Date", experiment.date) + entry("Likeness", experiment.version) +
        entry("Library", experiment.library) + entry("Counts as the same", experiment.truth) +
        entry("Photos", std::to_string(run.photos)) +
        entry("Queries", std::to_string(run.queries) + ", each against all others") +
        entry("Left out",
              run.withoutMatch > 0 ? std::to_string(run.withoutMatch) + " queries without any match" : "") +
        entry("Learning and testing", experiment.separation) +
        entry("Seed", std::to_string(experiment.options.seed));
    for (const auto& [name, value] : experiment.versions)
        text += entry(name, value);
    for (const std::string& warning : experiment.warnings)
        text += entry("Note", warning);
    return text + "</dl>\n";
}

std::string timeOf(const RunResult& run, const std::string& stage) {
    const auto time = std::ranges::find(run.times, stage, &StageTime::stage);
    return time == run.times.end() ? "–" : fixed(time->median, 2) + " / " + fixed(time->p95, 2);
}

std::string row(const std::string& cell, const std::vector<std::string>& cells) {
    std::string text = "<tr>";
    for (const std::string& content : cells)
        text += "<" + cell + ">" + escaped(content) + "</" + cell + ">";
    return text + "</tr>\n";
}

std::string figures(const Experiment& experiment) {
    const std::string k = "@" + std::to_string(experiment.options.cut);
    std::string text =
        "<div class=\"scroll\"><table>\n" +
        row("th",
            {"", "level", "mAP", "95 % interval", "mAP" + k, "macro mAP", "HashNet" + k, "P@1",
             "accuracy (P@" + std::to_string(experiment.options.accuracyCut) + ")", "nDCG" + k, "best F1",
             "P in radius 2", "empty balls", "calibration error", "localisation", "IoU", "bytes/photo"});
    for (const RunResult& run : experiment.runs) {
        const bool hasRadius = !run.byRadius.empty();
        const bool hasPlaces = run.localisation > 0;
        text += row("td", {run.title(), run.level, fixed(run.map, 4),
                           fixed(run.mapInterval.low, 3) + " – " + fixed(run.mapInterval.high, 3),
                           fixed(run.mapAtCut, 4), fixed(run.macroMap, 4), fixed(run.hashNetMap, 4),
                           fixed(run.precisionAt1, 4), fixed(run.accuracy, 4), fixed(run.ndcg, 4),
                           fixed(run.bestF1, 4), hasRadius ? fixed(run.precisionRadius2, 4) : "–",
                           hasRadius ? fixed(run.emptyBallRate, 3) : "–", fixed(run.calibrationError, 3),
                           hasPlaces ? fixed(run.localisation, 3) : "–",
                           hasPlaces ? fixed(run.meanIou, 3) : "–", fixed(run.bytesPerPhoto, 0)});
    }
    return text + "</table></div>\n";
}

std::string times(const Experiment& experiment) {
    std::string text = "<div class=\"scroll\"><table>\n" +
                       row("th", {"ms: median / 95 %", "level", "decode", "extract", "network", "encode",
                                  "scan", "rerank", "all but decode"});
    for (const RunResult& run : experiment.runs)
        text += row("td", {run.title(), run.level, timeOf(run, "decode"), timeOf(run, "extract"),
                           timeOf(run, "network"), timeOf(run, "encode"), timeOf(run, "scan"),
                           timeOf(run, "rerank"), timeOf(run, "total")});
    return text + "</table></div>\n";
}

/// Mean relative mAP of each corruption over its severities.
std::string robustnessTable(const Experiment& experiment) {
    std::vector<std::string> header{""};
    std::string rows;
    for (const RunResult& run : experiment.runs) {
        std::vector<std::pair<std::string, std::vector<double>>> columns;
        for (const RobustnessPoint& point : run.robustness) {
            if (columns.empty() || columns.back().first != point.corruption)
                columns.emplace_back(point.corruption, std::vector<double>());
            columns.back().second.push_back(point.relative);
        }
        if (columns.empty())
            continue;
        std::vector<std::string> cells{run.title()};
        header.resize(1);
        for (const auto& [name, values] : columns) {
            header.push_back(name);
            cells.push_back(fixed(meanOf(values), 3));
        }
        rows += row("td", cells);
    }
    if (rows.empty())
        return "";
    return "<h2>Robustness</h2>\n<p class=\"muted\">mAP of corrupted queries over that of the same queries "
           "uncorrupted, at a short side of 224 pixels, mean of severities 1 to 5, " +
           std::to_string(experiment.options.robustnessQueries) +
           " queries. The overlays of frost are made by code.</p><div class=\"scroll\"><table>\n" +
           row("th", header) + rows + "</table></div>\n";
}

std::string failures(const Experiment& experiment) {
    constexpr std::size_t mostRuns = 3;
    constexpr std::size_t mostQueries = 6;
    Pictures pictures;
    std::string text;
    for (std::size_t i = 0; i < std::min(mostRuns, experiment.runs.size()); ++i) {
        const RunResult& run = experiment.runs[i];
        text += "<h3>" + escaped(run.title() + ", " + run.level) + "</h3>\n";
        for (std::size_t j = 0; j < std::min(mostQueries, run.failures.size()); ++j) {
            const Failure& failure = run.failures[j];
            text += "<div class=\"failure\"><figure class=\"query\">" + pictures.image(failure.photo) +
                    "<figcaption>" + escaped(nameOfFile(failure.photo)) + "<br>AP " +
                    fixed(failure.averagePrecision, 3) + "</figcaption></figure>";
            for (const WrongResult& wrong : failure.wrong)
                text += "<figure>" + pictures.image(wrong.photo) + "<figcaption>" +
                        escaped(nameOfFile(wrong.photo)) + "<br>" + fixed(100 * wrong.score, 0) +
                        " %</figcaption></figure>";
            text += "</div>\n";
        }
    }
    return text;
}

} // namespace

std::string htmlReport(const Experiment& experiment) {
    if (experiment.runs.empty())
        return "";
    std::string text = "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
                       "<meta name=\"viewport\" content=\"width=device-width\"><title>Retrieval quality: " +
                       escaped(experiment.truth) + "</title><style>" + std::string(style) +
                       "</style></head><body>\n<h1>Retrieval quality</h1><p class=\"muted\">" +
                       escaped(experiment.truth) + "</p>\n<h2>Set-up</h2>\n" + setUp(experiment) +
                       "<h2>Charts</h2><div class=\"charts\">\n";
    for (const ExperimentChart& chart : chartsOf(experiment))
        text += svgText(chart.chart);
    text +=
        "</div>\n<h2>Figures</h2>\n<p class=\"muted\">Means over queries; ties by expectation. Each query is "
        "left out of its own ranking.</p>" +
        figures(experiment) + "<h2>Time</h2>\n" + times(experiment) + robustnessTable(experiment) +
        "<h2>Failures</h2>\n<p class=\"muted\">The queries with the lowest average precision, and the first "
        "wrong photos that each found.</p>\n" +
        failures(experiment) +
        "<h2>To repeat it</h2>\n<p>Save this as options.json: <code>likeness-cli evaluate --config "
        "options.json --report report.html</code></p><pre>" +
        escaped(toJson(experiment.options)) + "</pre>\n<h2>Fingerprints</h2><dl>\n";
    for (const RunResult& run : experiment.runs)
        text +=
            entry(run.title(), run.fingerprint + (run.fittedOn.empty() ? "" : "; fitted on " + run.fittedOn));
    return text + "</dl>\n</body></html>\n";
}

} // namespace likeness
