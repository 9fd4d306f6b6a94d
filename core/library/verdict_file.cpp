// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/verdict_file.h"

#include "core/base/csv.h"
#include "core/base/hex_text.h"
#include "core/base/path_text.h"
#include "core/base/record_file.h"
#include "core/library/photo_repository.h"
#include "core/library/verdict_repository.h"

#include <nlohmann/json.hpp>

#include <array>
#include <charconv>
#include <optional>
#include <string_view>

namespace likeness {
namespace {

using Json = nlohmann::ordered_json;

std::optional<ContentHash> hashFrom(const std::string& hex) {
    ContentHash hash{};
    return readHexText(hex, hash) ? std::optional(hash) : std::nullopt;
}

std::optional<Judgement> judgementFrom(const std::string& name) {
    for (const Judgement judgement : {Judgement::Undecided, Judgement::Match, Judgement::NoMatch})
        if (judgementName(judgement) == name)
            return judgement;
    return std::nullopt;
}

std::optional<Verdict> verdictFrom(const std::vector<std::string>& fields) {
    constexpr std::size_t needed = 5;
    if (fields.size() < needed)
        return std::nullopt;
    const auto first = hashFrom(fields[0]);
    const auto second = hashFrom(fields[1]);
    const auto judgement = judgementFrom(fields[2]);
    std::int64_t time = 0;
    const std::string& text = fields[4];
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), time);
    if (!first || !second || !judgement || error != std::errc() || stop != text.data() + text.size())
        return std::nullopt;
    return Verdict{contentPair(*first, *second), *judgement, fields[3], time};
}

} // namespace

Result<std::vector<ListedVerdict>> listedVerdicts(const Database& database) {
    const VerdictRepository repository(database);
    const auto verdicts = repository.all();
    if (!verdicts)
        return verdicts.error();
    const auto fileOf = [&](const ContentHash& content) -> Result<std::filesystem::path> {
        const auto id = repository.photoOf(content);
        if (!id || !*id)
            return id ? Result<std::filesystem::path>(std::filesystem::path()) : id.error();
        const auto photo = PhotoRepository(database).photo(**id);
        return photo ? Result<std::filesystem::path>(photo->file) : photo.error();
    };
    std::vector<ListedVerdict> listed;
    for (const Verdict& verdict : *verdicts) {
        const auto first = fileOf(verdict.contents.first);
        const auto second = fileOf(verdict.contents.second);
        if (!first || !second)
            return !first ? first.error() : second.error();
        listed.push_back({verdict, *first, *second});
    }
    return listed;
}

std::string verdictsAsCsv(const std::vector<ListedVerdict>& verdicts) {
    std::string text = "first,second,judgement,note,judged_at,first_file,second_file\r\n";
    for (const auto& [verdict, first, second] : verdicts)
        text += csvLine({hexText(verdict.contents.first), hexText(verdict.contents.second),
                         std::string(judgementName(verdict.judgement)), verdict.note,
                         std::to_string(verdict.judgedAt), pathText(first), pathText(second)});
    return text;
}

std::string verdictsAsJson(const std::vector<ListedVerdict>& verdicts) {
    Json list = Json::array();
    for (const auto& [verdict, first, second] : verdicts)
        list.push_back({{"first", hexText(verdict.contents.first)},
                        {"second", hexText(verdict.contents.second)},
                        {"judgement", judgementName(verdict.judgement)},
                        {"note", verdict.note},
                        {"judged_at", verdict.judgedAt},
                        {"first_file", pathText(first)},
                        {"second_file", pathText(second)}});
    constexpr int indent = 2;
    return list.dump(indent, ' ', false, Json::error_handler_t::replace) + "\n";
}

Result<std::vector<Verdict>> readVerdicts(const std::filesystem::path& file) {
    constexpr std::array<std::string_view, 5> names{"first", "second", "judgement", "note", "judged_at"};
    return parseRecords(file, names, verdictFrom, "not a verdict");
}

} // namespace likeness
