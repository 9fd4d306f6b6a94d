// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>

namespace likeness {

/// The text in the language of the reader, for an English text of core. Qt's lupdate finds such texts by the
/// name `translate` of the function that is called with context and text.
using Translator = std::function<std::string(const char* context, const char* text)>;

/// Leaves texts in English.
inline std::string inEnglish(const char*, const char* text) {
    return text;
}

} // namespace likeness
