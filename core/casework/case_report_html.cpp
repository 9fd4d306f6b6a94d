// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error_text.h"
#include "core/base/html_text.h"
#include "core/base/number_text.h"
#include "core/base/path_text.h"
#include "core/casework/case_report.h"
#include "core/image/thumbnail.h"

#include <cmath>
#include <unordered_map>

namespace likeness {
namespace {

/// Paper is white, whatever the reader's theme.
constexpr std::string_view style = R"(
body { background-color: #ffffff; color: #1d2127; font-family: "Noto Sans", "Noto Sans CJK SC", sans-serif; font-size: 10pt; }
h1 { font-size: 20pt; } h2 { font-size: 14pt; margin-top: 20px; }
table { border-collapse: collapse; } td, th { text-align: left; vertical-align: top; padding: 4px 10px 4px 0; }
th { background-color: #eef0f3; } .result { break-inside: avoid; } .muted { color: #5c6570; } .code { font-family: monospace; font-size: 8pt; }
)";

class CaseHtml {
public:
    CaseHtml(const CaseReport& report, const Translator& translate) : report_(report), translate_(translate) {
        for (const ReportedFile& file : report.files)
            files_.emplace(file.file.native(), &file);
    }

    std::string text() const {
        const std::string title =
            report_.facts.title.empty() ? translate("Case", "Case report") : report_.facts.title;
        return "<!DOCTYPE html>\n<html lang=\"" + translate("Case", "en") +
               "\"><head><meta charset=\"utf-8\"><title>" + escaped(title) + "</title><style>" +
               std::string(style) + "</style></head><body>\n<h1>" + escaped(title) + "</h1>\n" + facts() +
               query() + results() + method() + files() + verdicts() + log() + "</body></html>\n";
    }

private:
    std::string translate(const char* context, const char* text) const { return translate_(context, text); }

    using Cells = std::vector<std::string>;

    static std::string heading(const std::string& title) { return "<h2>" + escaped(title) + "</h2>\n"; }

    /// Cells are HTML.
    static std::string row(const std::string& tag, const Cells& cells) {
        std::string html = "<tr>";
        for (const std::string& cell : cells)
            html += "<" + tag + ">" + cell + "</" + tag + ">";
        return html + "</tr>\n";
    }

    static std::string table(const std::string& rows) {
        return "<table cellpadding=\"3\">\n" + rows + "</table>\n";
    }

    /// What is not known is left out.
    static std::string fact(const std::string& name, const std::string& text) {
        return text.empty()
                   ? ""
                   : row("td", {"<span class=\"muted\">" + escaped(name) + "</span>", escaped(text)});
    }

    static std::string picture(const Bytes& jpeg) {
        return jpeg.empty() ? "" : "<img alt=\"\" src=\"data:image/jpeg;base64," + base64(jpeg) + "\">";
    }

    static std::string code(const std::string& text) { return "<span class=\"code\">" + text + "</span>"; }

    std::string none() const {
        return "<p class=\"muted\">" + escaped(translate("Case", "None.")) + "</p>\n";
    }

    std::string facts() const {
        std::string notes = escaped(report_.facts.notes);
        for (std::size_t at = notes.find('\n'); at != std::string::npos; at = notes.find('\n', at + 5))
            notes.replace(at, 1, "<br>\n");
        return table(fact(translate("Case", "Examiner"), report_.facts.examiner) +
                     fact(translate("Case", "Report made"), utcText(report_.madeAt)) +
                     fact(translate("Case", "Library"), pathText(report_.library)) +
                     fact("Likeness", report_.version)) +
               (notes.empty() ? "" : "<p>" + notes + "</p>\n");
    }

    std::string query() const {
        std::string rows = fact(translate("Case", "Photo"), report_.query.empty()
                                                                ? translate("Case", "Pasted, without a file")
                                                                : pathText(report_.query)) +
                           fact(translate("Case", "SHA-256"), sumOf(report_.query)) +
                           fact(translate("Case", "Tool"), toolText(report_.request.mode, translate_));
        for (const Rectangle& place : report_.queryPlaces)
            rows += fact(translate("Case", "Searched by"), placeText(place));
        for (const auto& file : report_.alsoLike)
            rows += fact(translate("Case", "Also like"), pathText(file));
        for (const auto& file : report_.unlike)
            rows += fact(translate("Case", "Not like"), pathText(file));
        rows += fact(translate("Case", "Photos searched"), std::to_string(report_.searched));
        return heading(translate("Case", "Query")) + "<p>" + picture(report_.queryPicture) + "</p>\n" +
               table(rows);
    }

    std::string sumOf(const std::filesystem::path& file) const {
        const auto found = files_.find(file.native());
        return found == files_.end() ? "" : found->second->sha256;
    }

    std::string results() const {
        std::string html = heading(translate("Case", "Results"));
        if (report_.results.empty())
            return html + none();
        std::size_t rank = 0;
        for (const ReportedResult& result : report_.results) // one table each, so that none breaks in print
            html += "<table class=\"result\" cellpadding=\"3\"><tr><td width=\"28\">" +
                    std::to_string(++rank) + "</td><td width=\"" + std::to_string(thumbnailSide + 8) + "\">" +
                    picture(result.picture) + "</td><td>" + described(result) + "</td></tr></table>\n";
        return html;
    }

    std::string described(const ReportedResult& result) const {
        const RankedPhoto& ranked = result.ranked;
        std::string html = "<b>" + escaped(pathText(result.file)) + "</b><br>" + code(sumOf(result.file)) +
                           "<br>" + escaped(translate("Case", "Similarity")) + " " +
                           std::to_string(std::lround(ranked.similarity * 100)) + " %; " +
                           escaped(translate("Case", "Hamming distance")) + " " +
                           std::to_string(ranked.hammingDistance) + "; " +
                           escaped(translate("Case", "score")) + " " + fixedNumber(ranked.score, 3);
        for (const MatchedPlace& match : ranked.matches)
            html += "<br>" + escaped(translate("Case", "Matched place")) + ": " + placeText(match.place);
        if (result.verdict)
            html += "<br><b>" + escaped(judged(*result.verdict)) + "</b>";
        return html;
    }

    std::string judged(const Verdict& verdict) const {
        return judgementText(verdict.judgement, translate_) + ", " + utcText(verdict.judgedAt) +
               (verdict.note.empty() ? "" : ": " + verdict.note);
    }

    std::string granularityText(Granularity granularity) const {
        switch (granularity) {
        case Granularity::Region:
            return toolText(SearchMode::Region, translate_);
        case Granularity::Part:
            return toolText(SearchMode::Part, translate_);
        case Granularity::Global:
            break;
        }
        return toolText(SearchMode::Whole, translate_);
    }

    std::string method() const {
        std::string rows =
            fact(translate("Case", "Model"), report_.pack) +
            fact(translate("Case", "SHA-256 of the network"), report_.networkSha256) +
            fact(translate("Case", "Precision"), report_.precision) +
            fact(translate("Case", "Order"), report_.request.ranking == Ranking::Codes
                                                 ? translate("Case", "By Hamming distance alone")
                                                 : translate("Case", "By Hamming distance, then re-ranked"));
        for (const ReportedCodes& codes : report_.codes)
            rows += fact(granularityText(codes.granularity),
                         codes.method + ", " + std::to_string(codes.bits) + " " +
                             translate("Case", "bits, fingerprint") + " " + codes.fingerprint);
        return heading(translate("Case", "Method")) + table(rows);
    }

    std::string files() const {
        std::string rows = row("th", {escaped(translate("Case", "File")), escaped(translate("Case", "Bytes")),
                                      escaped(translate("Case", "SHA-256"))});
        for (const ReportedFile& file : report_.files)
            rows += row("td", {escaped(pathText(file.file)), file.problem ? "" : std::to_string(file.bytes),
                               file.problem ? escaped(problemText(*file.problem)) : code(file.sha256)});
        return heading(translate("Case", "Files named in this report")) + table(rows);
    }

    std::string problemText(const Error& error) const {
        return fillTemplate(translate("ErrorText", std::string(errorTemplate(error.code)).c_str()),
                            error.arguments);
    }

    std::string verdicts() const {
        std::string rows =
            row("th", {escaped(translate("Case", "Photos")), escaped(translate("Case", "Verdict"))});
        for (const ListedVerdict& verdict : report_.verdicts)
            rows += row("td", {escaped(pathText(verdict.first)) + "<br>" + escaped(pathText(verdict.second)),
                               escaped(judged(verdict.verdict))});
        return heading(translate("Case", "Verdicts")) + (report_.verdicts.empty() ? none() : table(rows));
    }

    std::string log() const {
        std::string rows =
            row("th", {escaped(translate("Case", "Time")), escaped(translate("Case", "Action")),
                       escaped(translate("Case", "Details"))});
        for (const CaseAction& action : report_.log)
            rows += row("td", {utcText(action.doneAt), escaped(actionText(action.kind, translate_)),
                               escaped(detailsText(action, translate_))});
        return heading(translate("Case", "Log")) + table(rows);
    }

    const CaseReport& report_;
    const Translator& translate_;
    std::unordered_map<std::string, const ReportedFile*> files_;
};

} // namespace

std::string caseReportHtml(const CaseReport& report, const Translator& translate) {
    return CaseHtml(report, translate).text();
}

} // namespace likeness
