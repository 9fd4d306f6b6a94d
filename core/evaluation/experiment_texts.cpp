// SPDX-License-Identifier: GPL-3.0-or-later
// Qt's lupdate finds the texts by the name `translate`.
#include "core/evaluation/experiment_texts.h"

#include "core/base/error_text.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace likeness {
namespace {

using Names = std::vector<std::pair<std::string_view, std::string>>;

/// The text of that name; the name where there is none.
std::string among(const Names& names, const std::string& name) {
    const auto found = std::ranges::find(names, name, &Names::value_type::first);
    return found == names.end() ? name : found->second;
}

} // namespace

std::string RunResult::label(const Translator& translate) const {
    std::string text = method.empty() ? translate("Report", "codebook in use") : method;
    if (bits > 0)
        text += " " + std::to_string(bits);
    if (granularity != "global" && !granularity.empty())
        text += " " + among({{"region", translate("Report", "region")},
                             {"part", translate("Report", "part")},
                             {"fused", translate("Report", "fused")}},
                            granularity);
    if (!rank.empty() && !pack.empty())
        text += ", " + (rank == "codes" ? translate("Report", "codes") : translate("Report", "re-ranked"));
    return text;
}

std::string RunResult::title(const Translator& translate) const {
    return label(translate) + (pack.empty() ? "" : " (" + pack + ")");
}

std::string nameAmong(const std::vector<RunResult>& runs, const RunResult& run, const Translator& translate) {
    const auto differ = [&](std::string RunResult::*what) {
        return std::ranges::any_of(runs, [&](const RunResult& other) {
            return !run.pack.empty() && !other.pack.empty() && other.*what != run.*what;
        });
    };
    RunResult named = run;
    if (!differ(&RunResult::rank))
        named.rank.clear();
    const bool hasLevels =
        std::ranges::any_of(runs, [&](const RunResult& other) { return other.level != run.level; });
    return (differ(&RunResult::pack) ? named.title(translate) : named.label(translate)) +
           (hasLevels ? ", " + run.level : "");
}

std::string separationText(const Separation& separation, const Translator& translate) {
    if (separation.half.empty())
        return translate("Report", "Nothing was learned here: codebooks as the library has them.");
    const std::string half =
        separation.half == "odd" ? translate("Report", "odd") : translate("Report", "even");
    return fillTemplate(
        translate("Report",
                  "Codebooks were trained on the %1 files of each class, %2 photos; none of these is a query "
                  "or a result. All that is compared has the %3 others."),
        {half, std::to_string(separation.learned), std::to_string(separation.compared)});
}

std::string separationOf(const Experiment& experiment, const Translator& translate) {
    return separationText(experiment.separated, inEnglish) == experiment.separation
               ? separationText(experiment.separated, translate)
               : experiment.separation;
}

std::string truthOf(const Experiment& experiment, const Translator& translate) {
    return among({{"folders of the library", translate("Report", "folders of the library")},
                  {"tags of the library", translate("Report", "tags of the library")},
                  {"verdicts of the library", translate("Report", "verdicts of the library")},
                  {"YOLO boxes", translate("Report", "YOLO boxes")},
                  {"COCO boxes", translate("Report", "COCO boxes")}},
                 experiment.truth);
}

std::string corruptionText(const std::string& name, const Translator& translate) {
    return among({{"noise", translate("Report", "noise")},
                  {"blur", translate("Report", "blur")},
                  {"weather", translate("Report", "weather")},
                  {"digital", translate("Report", "digital")},
                  {"crop", translate("Report", "crop")},
                  {"rotation", translate("Report", "rotation")},
                  {"flip", translate("Report", "flip")},
                  {"gaussian noise", translate("Report", "gaussian noise")},
                  {"shot noise", translate("Report", "shot noise")},
                  {"impulse noise", translate("Report", "impulse noise")},
                  {"defocus blur", translate("Report", "defocus blur")},
                  {"glass blur", translate("Report", "glass blur")},
                  {"motion blur", translate("Report", "motion blur")},
                  {"zoom blur", translate("Report", "zoom blur")},
                  {"snow", translate("Report", "snow")},
                  {"frost", translate("Report", "frost")},
                  {"fog", translate("Report", "fog")},
                  {"brightness", translate("Report", "brightness")},
                  {"contrast", translate("Report", "contrast")},
                  {"elastic", translate("Report", "elastic")},
                  {"pixelate", translate("Report", "pixelate")}},
                 name);
}

} // namespace likeness
