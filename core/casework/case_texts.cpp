// SPDX-License-Identifier: GPL-3.0-or-later
// Qt's lupdate finds the texts by the name `translate`.
#include "core/casework/case_texts.h"

#include <array>
#include <cmath>
#include <ctime>
#include <utility>

namespace likeness {
namespace {

/// Of a detail in the log; as it is where it is not known.
std::string nameText(const std::string& name, const Translator& translate) {
    const std::array names{std::pair("folder", translate("Case", "folder")),
                           std::pair("photos", translate("Case", "photos")),
                           std::pair("moved", translate("Case", "moved")),
                           std::pair("missing", translate("Case", "missing")),
                           std::pair("problems", translate("Case", "can't be read")),
                           std::pair("photo", translate("Case", "photo")),
                           std::pair("tool", translate("Case", "tool")),
                           std::pair("places", translate("Case", "places")),
                           std::pair("first", translate("Case", "first content")),
                           std::pair("second", translate("Case", "second content")),
                           std::pair("judgement", translate("Case", "judgement")),
                           std::pair("note", translate("Case", "reason")),
                           std::pair("from", translate("Case", "from")),
                           std::pair("to", translate("Case", "to")),
                           std::pair("file", translate("Case", "file")),
                           std::pair("sha256", translate("Case", "SHA-256"))};
    for (const auto& [known, text] : names)
        if (name == known)
            return text;
    return name;
}

/// Some details are words of ours.
std::string valueText(const CaseDetail& detail, const Translator& translate) {
    if (detail.name == "judgement")
        for (const Judgement each : {Judgement::Undecided, Judgement::Match, Judgement::NoMatch})
            if (detail.text == judgementName(each))
                return judgementText(each, translate);
    if (detail.name == "tool")
        for (const SearchMode each :
             {SearchMode::Whole, SearchMode::Region, SearchMode::Part, SearchMode::Fused})
            if (detail.text == toolText(each, inEnglish))
                return toolText(each, translate);
    return detail.text;
}

std::string percent(double share) {
    return std::to_string(std::lround(share * 100)) + " %";
}

} // namespace

std::string actionText(CaseActionKind kind, const Translator& translate) {
    switch (kind) {
    case CaseActionKind::LogBegun:
        return translate("Case", "Log begun");
    case CaseActionKind::FolderAdded:
        return translate("Case", "Folder added");
    case CaseActionKind::FolderRemoved:
        return translate("Case", "Folder removed");
    case CaseActionKind::PhotosIndexed:
        return translate("Case", "Photos indexed");
    case CaseActionKind::QueryAsked:
        return translate("Case", "Query asked");
    case CaseActionKind::VerdictGiven:
        return translate("Case", "Verdict given");
    case CaseActionKind::VerdictTakenBack:
        return translate("Case", "Verdict taken back");
    case CaseActionKind::FilesMoved:
        return translate("Case", "File moved");
    case CaseActionKind::ReportMade:
        return translate("Case", "Report made");
    }
    return translate("Case", "Unknown");
}

std::string detailsText(const CaseAction& action, const Translator& translate) {
    std::string text;
    for (const CaseDetail& detail : action.details)
        if (!detail.text.empty())
            text += (text.empty() ? "" : "; ") + nameText(detail.name, translate) + ": " +
                    valueText(detail, translate);
    return text;
}

std::string judgementText(Judgement judgement, const Translator& translate) {
    switch (judgement) {
    case Judgement::Match:
        return translate("Case", "Match");
    case Judgement::NoMatch:
        return translate("Case", "Not a match");
    case Judgement::Undecided:
        break;
    }
    return translate("Case", "Undecided");
}

std::string toolText(SearchMode tool, const Translator& translate) {
    switch (tool) {
    case SearchMode::Region:
        return translate("Case", "Region");
    case SearchMode::Part:
        return translate("Case", "Part");
    case SearchMode::Fused:
        return translate("Case", "Fused");
    case SearchMode::Whole:
        break;
    }
    return translate("Case", "Whole photo");
}

std::string utcText(std::int64_t secondsSince1970) {
    const auto time = static_cast<std::time_t>(secondsSince1970);
    std::tm parts{};
    ::gmtime_r(&time, &parts);
    std::array<char, 32> text{};
    return {text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%d %H:%M:%S UTC", &parts)};
}

std::string placeText(const Rectangle& place) {
    return "x " + percent(place.x) + ", y " + percent(place.y) + ", " + percent(place.width) + " × " +
           percent(place.height);
}

CaseAction queryAction(const std::string& photo, const SearchRequest& request) {
    CaseAction action{CaseActionKind::QueryAsked,
                      {{"photo", photo}, {"tool", toolText(request.mode, inEnglish)}}};
    std::string places;
    for (const Rectangle& box : request.boxes)
        places += (places.empty() ? "" : " | ") + placeText(box);
    if (request.mode != SearchMode::Whole)
        action.details.push_back({"places", places});
    return action;
}

} // namespace likeness
