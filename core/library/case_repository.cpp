// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/case_repository.h"

#include "core/base/path_text.h"
#include "core/library/settings_table.h"
#include "core/library/sqlite_guard.h"
#include "core/library/sqlite_values.h"

#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace likeness {
namespace {

using Json = nlohmann::ordered_json;

/// As the library writes them; in the order of CaseActionKind.
constexpr std::array<std::string_view, 9> kindNames{"log begun",          "folder added", "folder removed",
                                                    "photos indexed",     "query asked",  "verdict given",
                                                    "verdict taken back", "files moved",  "report made"};

CaseActionKind kindOf(std::string_view name) {
    return static_cast<CaseActionKind>(std::ranges::find(kindNames, name) - kindNames.begin());
}

/// Paths in it may be no UTF-8.
std::vector<CaseDetail> detailsOf(const std::string& text) {
    const Json parsed = Json::parse(text, nullptr, false);
    if (!parsed.is_object())
        return {{"details", printableText(text)}};
    std::vector<CaseDetail> details;
    for (const auto& [name, value] : parsed.items())
        details.push_back({name, value.is_string() ? value.get<std::string>() : value.dump()});
    return details;
}

std::string jsonOf(const std::vector<CaseDetail>& details) {
    Json object = Json::object();
    for (const CaseDetail& detail : details)
        object[detail.name] = detail.text;
    return object.dump(-1, ' ', false, Json::error_handler_t::replace);
}

constexpr std::array factNames{std::pair("case.title", &CaseFacts::title),
                               std::pair("case.examiner", &CaseFacts::examiner),
                               std::pair("case.notes", &CaseFacts::notes)};

} // namespace

Result<CaseFacts> CaseRepository::facts() const {
    return guarded(database_.file(), [this] {
        CaseFacts facts;
        for (const auto& [name, fact] : factNames)
            facts.*fact = setting(database_.handle(), name).value_or(std::string());
        return facts;
    });
}

Result<void> CaseRepository::setFacts(const CaseFacts& facts) const {
    return guarded(database_.file(), [&] {
        SQLite::Transaction transaction(database_.handle(), SQLite::TransactionBehavior::IMMEDIATE);
        for (const auto& [name, fact] : factNames)
            setSetting(database_.handle(), name, facts.*fact);
        transaction.commit();
    });
}

Result<std::vector<CaseAction>> CaseRepository::actions() const {
    return guarded(database_.file(), [this] {
        SQLite::Statement query(database_.handle(),
                                "SELECT kind, details, done_at FROM case_action ORDER BY id");
        std::vector<CaseAction> actions;
        while (query.executeStep())
            actions.push_back({kindOf(query.getColumn(0).getString()),
                               detailsOf(query.getColumn(1).getString()), query.getColumn(2).getInt64()});
        return actions;
    });
}

Result<void> CaseRepository::add(std::span<const CaseAction> actions) const {
    return guarded(database_.file(), [&] {
        SQLite::Transaction transaction(database_.handle(), SQLite::TransactionBehavior::IMMEDIATE);
        SQLite::Statement insert(database_.handle(), "INSERT INTO case_action (done_at, kind, details) "
                                                     "VALUES (CAST(strftime('%s', 'now') AS INTEGER), ?, ?)");
        for (const CaseAction& action : actions) {
            insert.bind(1, std::string(kindNames.at(static_cast<std::size_t>(action.kind))));
            insert.bind(2, jsonOf(action.details));
            runOnce(insert);
        }
        transaction.commit();
    });
}

} // namespace likeness
