// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QTextDocument>

#include <filesystem>

namespace likeness::ui {

/// Writes the document as a PDF file on pages of A4. For any thread that owns the document. FileNotWritable,
/// DiskFull.
Result<void> writePdf(QTextDocument& document, const std::filesystem::path& file);

/// Moves tables that would break across two pages, but fit on one, to the next page, with a heading above
/// them and a line between. The document has its page size.
void keepTablesWhole(const QTextDocument& document);

} // namespace likeness::ui
