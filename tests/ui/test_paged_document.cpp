// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/paged_document.h"

#include "ui/shared/formats.h"

#include <QAbstractTextDocumentLayout>
#include <QTemporaryDir>
#include <QTextDocument>
#include <QTextTable>
#include <QtTest>

#include <cmath>

using namespace likeness;
using namespace likeness::ui;

class TestPagedDocument : public QObject {
    Q_OBJECT

    static constexpr double page = 400;

    /// A heading and tables of some lines each, on pages that don't fit whole tables.
    static void fill(QTextDocument& document, int lines) {
        QString html = QStringLiteral("<h1>Title</h1>");
        for (int i = 0; i < 12; ++i) {
            if (i % 3 == 0)
                html += QStringLiteral("<h2>Chapter</h2>");
            html += QStringLiteral("<table><tr><td>");
            for (int line = 0; line < lines; ++line)
                html += QStringLiteral("a line<br>");
            html += QStringLiteral("</td></tr></table>");
        }
        document.setHtml(html);
        document.setPageSize({500, page});
    }

    static std::vector<QRectF> places(const QTextDocument& document) {
        std::vector<QRectF> places;
        for (QTextFrame* frame : document.rootFrame()->childFrames())
            places.push_back(document.documentLayout()->frameBoundingRect(frame));
        return places;
    }

    static int broken(const QTextDocument& document) {
        const auto all = places(document);
        return static_cast<int>(std::count_if(all.begin(), all.end(), [](const QRectF& place) {
            return std::floor(place.top() / page) != std::floor((place.bottom() - 1) / page);
        }));
    }

private Q_SLOTS:
    void tablesMoveToTheNextPage() {
        QTextDocument document;
        fill(document, 6);
        QVERIFY(broken(document) > 0);
        keepTablesWhole(document);
        QCOMPARE(broken(document), 0);
    }

    void headingsGoWithThem() {
        QTextDocument document;
        fill(document, 9);
        keepTablesWhole(document);
        for (QTextFrame* frame : document.rootFrame()->childFrames()) {
            const QTextBlock above = frame->firstCursorPosition().block().previous();
            if (above.text() != QStringLiteral("Chapter"))
                continue;
            const QRectF heading = document.documentLayout()->blockBoundingRect(above);
            const QRectF table = document.documentLayout()->frameBoundingRect(frame);
            QCOMPARE(std::floor(heading.top() / page), std::floor(table.top() / page));
        }
    }

    void oneThatFitsOnNoPageStays() {
        QTextDocument document;
        fill(document, 60);
        keepTablesWhole(document);
        QVERIFY(broken(document) > 0);
    }

    void aFileThatCannotBeWrittenIsTold() {
        const QTemporaryDir place;
        QTextDocument document;
        fill(document, 3);
        const auto file = toPath(place.filePath(QStringLiteral("a.pdf")));
        QVERIFY(writePdf(document, file));
        QVERIFY(std::filesystem::file_size(file) > 1000);
        QCOMPARE(writePdf(document, file / "b.pdf").error().code, ErrorCode::FileNotWritable);
    }
};

QTEST_MAIN(TestPagedDocument)
#include "test_paged_document.moc"
