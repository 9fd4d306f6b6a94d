// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/paged_document.h"

#include "core/base/file_io.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QPdfWriter>
#include <QTextBlock>
#include <QTextTable>

#include <cmath>

namespace likeness::ui {
namespace {

constexpr int dotsPerInch = 96;

/// The heading right above a table; invalid where there is none.
QTextBlock headingOf(const QTextTable& table) {
    const QTextBlock above = table.firstCursorPosition().block().previous();
    return above.isValid() && above.blockFormat().headingLevel() > 0 ? above : QTextBlock();
}

void breakBefore(QTextTable& table, const QTextBlock& heading) {
    if (heading.isValid()) {
        QTextBlockFormat format = heading.blockFormat();
        format.setPageBreakPolicy(QTextFormat::PageBreak_AlwaysBefore);
        QTextCursor(heading).setBlockFormat(format);
        return;
    }
    QTextTableFormat format = table.format();
    format.setPageBreakPolicy(QTextFormat::PageBreak_AlwaysBefore);
    table.setFormat(format);
}

} // namespace

void keepTablesWhole(const QTextDocument& document) {
    const auto* layout = document.documentLayout();
    const qreal page = document.pageSize().height();
    for (QTextFrame* frame : document.rootFrame()->childFrames()) {
        auto* table = qobject_cast<QTextTable*>(frame);
        if (table == nullptr)
            continue;
        const QTextBlock heading = headingOf(*table);
        const QRectF place = layout->frameBoundingRect(table);
        const qreal top = heading.isValid() ? layout->blockBoundingRect(heading).top() : place.top();
        const bool breaks = std::floor(top / page) != std::floor((place.bottom() - 1) / page);
        if (breaks && place.bottom() - top <= page)
            breakBefore(*table, heading);
    }
}

Result<void> writePdf(QTextDocument& document, const std::filesystem::path& file) {
    QBuffer pages;
    pages.open(QIODevice::WriteOnly);
    QPdfWriter writer(&pages);
    writer.setResolution(dotsPerInch);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF(14, 14, 14, 14), QPageLayout::Millimeter);
    writer.setTitle(QStringLiteral("Likeness"));
    document.setPageSize(writer.pageLayout().paintRectPixels(dotsPerInch).size());
    keepTablesWhole(document);
    document.print(&writer);
    const QByteArray& bytes = pages.data();
    return writeFileAtomically(
        file, std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size()))));
}

} // namespace likeness::ui
