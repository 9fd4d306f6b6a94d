// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/error_text.h"

#include "core/base/error_text.h"

#include <QCoreApplication>

namespace likeness::ui {

QString translatedError(const Error& error) {
    const std::string english(errorTemplate(error.code));
    const QString translated = QCoreApplication::translate("ErrorText", english.c_str());
    return QString::fromStdString(fillTemplate(translated.toStdString(), error.arguments));
}

} // namespace likeness::ui
