// SPDX-License-Identifier: GPL-3.0-or-later
// Qt's lupdate finds the texts by the name `translate`.
#include "core/base/html_text.h"
#include "core/base/number_text.h"
#include "core/evaluation/experiment_charts.h"
#include "core/evaluation/report.h"
#include "core/evaluation/report_content.h"
#include "core/evaluation/svg_chart.h"
#include "core/image/decoder.h"
#include "core/image/outline.h"
#include "core/image/thumbnail.h"

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

/// Small pictures, each file read once.
class Pictures {
public:
    /// An img element; empty where the file can't be read.
    std::string image(const std::string& file) {
        const auto known = images_.find(file);
        if (known != images_.end())
            return known->second;
        return images_.emplace(file, read(file, wholePhoto)).first->second;
    }

    /// The same with its box, where it isn't all of it.
    std::string query(const Failure& failure) {
        return failure.box == wholePhoto ? image(failure.photo) : read(failure.photo, failure.box);
    }

private:
    std::string read(const std::string& file, const Rectangle& box) const {
        constexpr int side = 132;
        auto photo = decoder_.decodeToFit(file, side);
        if (!photo)
            return "";
        if (box != wholePhoto)
            drawOutline(photo->image, box);
        const auto jpeg = encodeThumbnail(*photo);
        return jpeg ? "<img alt=\"\" src=\"data:image/jpeg;base64," + base64(*jpeg) + "\">" : "";
    }

    Decoder decoder_;
    std::map<std::string, std::string> images_;
};

std::string list(const std::vector<ReportFact>& facts) {
    std::string text = "<dl>\n";
    for (const ReportFact& fact : facts)
        text += "<dt>" + escaped(fact.name) + "</dt><dd>" + escaped(fact.text) + "</dd>\n";
    return text + "</dl>\n";
}

std::string row(const std::string& cell, const std::vector<std::string>& cells) {
    std::string text = "<tr>";
    for (const std::string& content : cells)
        text += "<" + cell + ">" + escaped(content) + "</" + cell + ">";
    return text + "</tr>\n";
}

std::string note(const std::string& text) {
    return text.empty() ? "" : "<p class=\"muted\">" + escaped(text) + "</p>\n";
}

std::string heading(const std::string& title) {
    return "<h2>" + escaped(title) + "</h2>\n";
}

std::string section(const ReportTable& table) {
    std::string text =
        heading(table.title) + note(table.note) + "<div class=\"scroll\"><table>\n" + row("th", table.header);
    for (const auto& cells : table.rows)
        text += row("td", cells);
    return text + "</table></div>\n";
}

std::string figure(const std::string& kind, const std::string& image, const std::string& file,
                   const std::string& figure) {
    return "<figure" + kind + ">" + image + "<figcaption>" + escaped(captionOf(file)) + "<br>" + figure +
           "</figcaption></figure>";
}

std::string section(const ReportFailures& failures, Pictures& pictures) {
    std::string text = "<h3>" + escaped(failures.title) + "</h3>\n";
    for (const Failure& failure : failures.queries) {
        text += "<div class=\"failure\">" + figure(" class=\"query\"", pictures.query(failure), failure.photo,
                                                   "AP " + fixedNumber(failure.averagePrecision, 3));
        for (const WrongResult& wrong : failure.wrong)
            text += figure("", pictures.image(wrong.photo), wrong.photo,
                           fixedNumber(100 * wrong.score, 0) + " %");
        text += "</div>\n";
    }
    return text;
}

std::string head(const ReportContent& content, const std::string& language) {
    return "<!DOCTYPE html>\n<html lang=\"" + language +
           "\"><head><meta charset=\"utf-8\">"
           "<meta name=\"viewport\" content=\"width=device-width\"><title>" +
           escaped(content.title + ": " + content.subject) + "</title><style>" + std::string(style) +
           "</style></head><body>\n<h1>" + escaped(content.title) + "</h1>" + note(content.subject);
}

} // namespace

std::string htmlReport(const Experiment& experiment, const Translator& translate) {
    if (experiment.runs.empty())
        return "";
    const ReportContent content = reportContent(experiment, translate);
    std::string text = head(content, translate("Report", "en")) + heading(content.headings.setUp) +
                       list(content.setUp) + heading(content.headings.charts) + "<div class=\"charts\">\n";
    for (const ExperimentChart& chart : chartsOf(experiment, translate))
        text += svgText(chart.chart);
    text += "</div>\n";
    for (const ReportTable& table : content.tables)
        text += section(table);
    Pictures pictures;
    text += heading(content.headings.failures) + note(content.failuresNote);
    for (const ReportFailures& failures : content.failures)
        text += section(failures, pictures);
    return text + heading(content.headings.repeat) + note(content.repeatNote) + "<pre>" +
           escaped(content.options) + "</pre>\n" + heading(content.headings.fingerprints) +
           list(content.fingerprints) + "</body></html>\n";
}

} // namespace likeness
