// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/translator.h"
#include "core/library/case_repository.h"
#include "core/library/verdict.h"
#include "core/search/search_request.h"

#include <cstdint>
#include <string>

namespace likeness {

// Texts in the language of the reader; the context is "Case".

/// What was done: "Folder added".
std::string actionText(CaseActionKind kind, const Translator& translate);
/// "photo: /evidence/1.jpg; tool: Region".
std::string detailsText(const CaseAction& action, const Translator& translate);
std::string judgementText(Judgement judgement, const Translator& translate);
std::string toolText(SearchMode tool, const Translator& translate);

/// "2026-11-27 21:30:00 UTC".
std::string utcText(std::int64_t secondsSince1970);
/// "x 12 %, y 30 %, 20 % × 25 %": of the upright photo.
std::string placeText(const Rectangle& place);

/// What the log tells of a query. `photo` is for people; empty where it has no file.
CaseAction queryAction(const std::string& photo, const SearchRequest& request);

} // namespace likeness
