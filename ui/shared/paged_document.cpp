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

/// The heading above a table, with a line between them at most; invalid where there is none.
QTextBlock headingOf(const QTextTable& table) {
    QTextBlock above = table.firstCursorPosition().block();
    for (int blocks = 0; blocks < 2; ++blocks) {
        above = above.previous();
        if (!above.isValid() || QTextCursor(above).currentTable() != nullptr)
            break;
        if (above.blockFormat().headingLevel() > 0)
            return above;
    }
    return {};
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
