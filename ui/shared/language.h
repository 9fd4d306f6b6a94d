// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QTranslator>

#include <span>
#include <string>

namespace likeness::ui {

struct LanguageName {
    QString code;  // "en", "zh_CN"
    QString title; // in the language itself
};

/// The languages that the window speaks.
std::span<const LanguageName> availableLanguages();

/// The text in the language of the window: a Translator of core. Any thread.
std::string inWindowLanguage(const char* context, const char* text);

/// Translates the running program. A change reaches every widget as QEvent::LanguageChange.
class Language {
public:
    Language() = default;
    ~Language();
    Language(const Language&) = delete;
    Language& operator=(const Language&) = delete;
    Language(Language&&) = delete;
    Language& operator=(Language&&) = delete;

    /// "en", "zh_CN", or empty for the system's language.
    void apply(const QString& code);
    /// The language in use.
    const QString& code() const { return code_; }

private:
    void chooseFonts() const;

    QString code_;
    QTranslator texts_;
    QTranslator qtTexts_;
};

} // namespace likeness::ui
