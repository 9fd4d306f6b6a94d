// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/casework/case_pdf.h"

#include "core/base/file_io.h"

#include <QBuffer>
#include <QPdfWriter>
#include <QTextDocument>

namespace likeness::ui {

Result<void> writeCasePdf(const std::string& html, const std::filesystem::path& file) {
    constexpr int dotsPerInch = 96;
    QBuffer pages;
    pages.open(QIODevice::WriteOnly);
    QPdfWriter writer(&pages);
    writer.setResolution(dotsPerInch);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF(14, 14, 14, 14), QPageLayout::Millimeter);
    writer.setTitle(QStringLiteral("Likeness"));
    QTextDocument document;
    document.setHtml(QString::fromStdString(html));
    document.setPageSize(writer.pageLayout().paintRectPixels(dotsPerInch).size());
    document.print(&writer);
    const QByteArray& bytes = pages.data();
    return writeFileAtomically(
        file, std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size()))));
}

} // namespace likeness::ui
