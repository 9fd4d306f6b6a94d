// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quality/pdf_report.h"

#include "core/base/number_text.h"
#include "core/evaluation/experiment_charts.h"
#include "core/evaluation/report_content.h"
#include "core/image/decoder.h"
#include "core/image/outline.h"
#include "ui/shared/formats.h"
#include "ui/shared/image_conversion.h"
#include "ui/shared/language.h"
#include "ui/shared/paged_document.h"

#include <QPainter>
#include <QSvgRenderer>
#include <QTextDocument>

#include <algorithm>
#include <array>

namespace likeness::ui {
namespace {

constexpr int chartWidth = 340; // dots of a page, 96 an inch, as the lengths below
constexpr int pictureSide = 88;
constexpr int sharpness = 3; // pixels of a picture for each dot of the page

constexpr const char* style =
    "body { font-size: 9pt; color: #1d2127 } h1 { font-size: 18pt } "
    "h2 { font-size: 13pt; margin-top: 14px } h3 { font-size: 10pt } "
    ".muted { color: #5c6570 } th { background-color: #eef0f3; text-align: right } "
    "td { text-align: right } .name { text-align: left } .caption { font-size: 7pt } "
    ".page { page-break-before: always } pre { font-size: 8pt }";

QString text(const std::string& utf8) {
    return QString::fromStdString(utf8).toHtmlEscaped();
}

/// The pages as a document; pictures are resources of it.
class Pages {
public:
    explicit Pages(QTextDocument& document) : document_(document) {}

    QString of(const Experiment& experiment) {
        const ReportContent content = reportContent(experiment, inWindowLanguage);
        QString html = heading(QStringLiteral("h1"), content.title) + note(content.subject) +
                       heading(QStringLiteral("h2"), content.headings.setUp) + facts(content.setUp) +
                       heading(QStringLiteral("h2"), content.headings.charts) +
                       charts(chartsOf(experiment, inWindowLanguage));
        html += newPage();
        for (const ReportTable& table : content.tables)
            html += heading(QStringLiteral("h2"), table.title) + note(table.note) + turned(table);
        html +=
            newPage() + heading(QStringLiteral("h2"), content.headings.failures) + note(content.failuresNote);
        for (const ReportFailures& failures : content.failures)
            html += heading(QStringLiteral("h3"), failures.title) + pictures(failures);
        return html + newPage() + heading(QStringLiteral("h2"), content.headings.repeat) +
               note(content.repeatNote) + QStringLiteral("<pre>%1</pre>").arg(text(content.options)) +
               heading(QStringLiteral("h2"), content.headings.fingerprints) + facts(content.fingerprints);
    }

private:
    static QString heading(const QString& level, const std::string& title) {
        return QStringLiteral("<%1>%2</%1>").arg(level, text(title));
    }

    static QString newPage() { return QStringLiteral("<p class='page'></p>"); }

    static QString note(const std::string& note) {
        return note.empty() ? QString() : QStringLiteral("<p class='muted'>%1</p>").arg(text(note));
    }

    static QString facts(const std::vector<ReportFact>& facts) {
        QString html = QStringLiteral("<table cellpadding='2'>");
        for (const ReportFact& fact : facts)
            html += QStringLiteral("<tr><td class='name'><span class='muted'>%1</span></td>"
                                   "<td class='name'>%2</td></tr>")
                        .arg(text(fact.name), text(fact.text));
        return html + QStringLiteral("</table>");
    }

    /// Two beside each other, in a table of their own so that none breaks.
    QString charts(const std::vector<ExperimentChart>& charts) {
        QString html;
        for (std::size_t i = 0; i < charts.size(); ++i)
            html += (i % 2 == 0 ? QStringLiteral("<table><tr><td>") : QStringLiteral("<td>")) +
                    image(drawn(charts[i].chart), chartWidth) +
                    (i % 2 == 1 || i + 1 == charts.size() ? QStringLiteral("</td></tr></table>")
                                                          : QStringLiteral("</td>"));
        return html;
    }

    static QImage drawn(const SvgChart& chart) {
        QSvgRenderer renderer(lightSvg(chart));
        const QSizeF size = renderer.viewBoxF().size();
        QImage image(chartWidth * sharpness,
                     static_cast<int>(chartWidth * sharpness * size.height() / size.width()),
                     QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        renderer.render(&painter);
        return image;
    }

    /// A run has more figures than fit across a page, and an experiment more runs.
    static QString turned(const ReportTable& table) {
        constexpr std::size_t runsAcross = 5;
        QString html;
        for (std::size_t first = 0; first < table.rows.size(); first += runsAcross) {
            const std::size_t end = std::min(first + runsAcross, table.rows.size());
            html += first > 0 ? QStringLiteral("<br><table cellpadding='3' width='100%'>")
                              : QStringLiteral("<table cellpadding='3' width='100%'>");
            for (std::size_t figure = 0; figure < table.header.size(); ++figure) {
                html += QStringLiteral("<tr><td class='name'>%1</td>").arg(text(table.header[figure]));
                const QString cell =
                    figure == 0 ? QStringLiteral("<th>%1</th>") : QStringLiteral("<td>%1</td>");
                for (std::size_t run = first; run < end; ++run)
                    html += cell.arg(text(table.rows[run][figure]));
                html += QStringLiteral("</tr>");
            }
            html += QStringLiteral("</table>");
        }
        return html;
    }

    QString pictures(const ReportFailures& failures) {
        QString html;
        for (const Failure& failure : failures.queries) {
            html += QStringLiteral("<table cellpadding='2'><tr>") +
                    picture(failure.photo, "AP " + fixedNumber(failure.averagePrecision, 3), failure.box);
            constexpr std::size_t across = 6;
            for (std::size_t i = 0; i < std::min(across, failure.wrong.size()); ++i)
                html += picture(failure.wrong[i].photo, fixedNumber(100 * failure.wrong[i].score, 0) + " %");
            html += QStringLiteral("</tr></table>");
        }
        return html;
    }

    /// Without a picture where the photo can't be read any more.
    QString picture(const std::string& file, const std::string& figure, const Rectangle& box = wholePhoto) {
        auto photo = decoder_.decodeToFit(file, pictureSide * sharpness);
        if (photo && box != wholePhoto)
            drawOutline(photo->image, box);
        const QString shown = photo ? image(toQImage(photo->image)
                                                .scaled(QSize(pictureSide, pictureSide) * sharpness,
                                                        Qt::KeepAspectRatio, Qt::SmoothTransformation),
                                            0)
                                    : QString();
        return QStringLiteral("<td class='name' width='%1' valign='top'>%2<br><span class='caption'>%3<br>%4"
                              "</span></td>")
            .arg(pictureSide + 6)
            .arg(shown, text(captionOf(file)), text(figure));
    }

    /// As wide as asked for, or as its pixels say.
    QString image(const QImage& picture, int width) {
        const QString name = QStringLiteral("picture:%1").arg(pictures_++);
        document_.addResource(QTextDocument::ImageResource, QUrl(name), picture);
        return QStringLiteral("<img src='%1' width='%2'>")
            .arg(name)
            .arg(width > 0 ? width : picture.width() / sharpness);
    }

    QTextDocument& document_;
    Decoder decoder_;
    int pictures_ = 0;
};

} // namespace

QByteArray lightSvg(const SvgChart& chart) {
    constexpr std::array<std::pair<const char*, const char*>, 11> colours{{{"text", "#1d2127"},
                                                                           {"muted", "#5c6570"},
                                                                           {"grid", "#d9dde3"},
                                                                           {"c0", "#1f6feb"},
                                                                           {"c1", "#c2410c"},
                                                                           {"c2", "#15803d"},
                                                                           {"c3", "#9333ea"},
                                                                           {"c4", "#be123c"},
                                                                           {"c5", "#0e7490"},
                                                                           {"c6", "#a16207"},
                                                                           {"c7", "#4b5563"}}};
    QByteArray svg = QByteArray::fromStdString(svgText(chart));
    for (const auto& [name, colour] : colours)
        svg.replace(QByteArray("var(--") + name + ")", colour);
    return svg;
}

Result<void> writePdfReport(const Experiment& experiment, const QString& file) {
    QTextDocument document;
    document.setDefaultStyleSheet(QString::fromLatin1(style));
    document.setHtml(Pages(document).of(experiment));
    return writePdf(document, toPath(file));
}

} // namespace likeness::ui
