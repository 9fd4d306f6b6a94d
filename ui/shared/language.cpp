// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/language.h"

#include <QApplication>
#include <QFont>
#include <QFontInfo>
#include <QLibraryInfo>
#include <QLocale>

#include <array>

namespace likeness::ui {

std::span<const LanguageName> availableLanguages() {
    static const std::array languages{LanguageName{QStringLiteral("en"), QStringLiteral("English")},
                                      LanguageName{QStringLiteral("zh_CN"), QStringLiteral("简体中文")}};
    return languages;
}

std::string inWindowLanguage(const char* context, const char* text) {
    return QCoreApplication::translate(context, text).toStdString();
}

Language::~Language() {
    QApplication::removeTranslator(&texts_);
    QApplication::removeTranslator(&qtTexts_);
}

void Language::apply(const QString& code) {
    const bool systemIsChinese = QLocale::system().language() == QLocale::Chinese;
    const QString systemCode = systemIsChinese ? QStringLiteral("zh_CN") : QStringLiteral("en");
    code_ = code.isEmpty() ? systemCode : code;
    QLocale::setDefault(code.isEmpty() ? QLocale::system() : QLocale(code_));
    QApplication::removeTranslator(&texts_);
    QApplication::removeTranslator(&qtTexts_);
    if (qtTexts_.load(QStringLiteral("qtbase_") + code_, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QApplication::installTranslator(&qtTexts_);
    if (texts_.load(QStringLiteral(":/translations/likeness_") + code_ + QStringLiteral(".qm")))
        QApplication::installTranslator(&texts_);
    chooseFonts();
}

/// Han characters look different in China and Japan; a font without them must fall back to the right ones.
void Language::chooseFonts() const {
    static const QString usual = QFontInfo(QApplication::font()).family();
    QFont font = QApplication::font();
    QStringList families{usual};
    if (code_ == QStringLiteral("zh_CN"))
        families << QStringLiteral("Noto Sans CJK SC") << QStringLiteral("Source Han Sans SC")
                 << QStringLiteral("WenQuanYi Micro Hei");
    if (families == font.families())
        return;
    font.setFamilies(families);
    QApplication::setFont(font);
}

} // namespace likeness::ui
