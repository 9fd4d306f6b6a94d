// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quality/chart_export.h"

#include "core/base/file_io.h"
#include "core/evaluation/report.h"
#include "ui/quality/pdf_report.h"
#include "ui/shared/formats.h"
#include "ui/shared/language.h"

#include <QPainter>
#include <QPdfWriter>
#include <QSvgRenderer>

namespace likeness::ui {
namespace {

Error notWritable(const QString& file) {
    return makeError(ErrorCode::FileNotWritable, {file.toStdString(), "?"});
}

Result<void> writePdf(const SvgChart& chart, const QString& file) {
    QPdfWriter writer(file);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageOrientation(QPageLayout::Landscape);
    QPainter painter;
    if (!painter.begin(&writer))
        return notWritable(file);
    QSvgRenderer renderer(lightSvg(chart));
    renderer.setAspectRatioMode(Qt::KeepAspectRatio);
    renderer.render(&painter);
    return {};
}

} // namespace

Result<void> exportChart(QWidget& view, const SvgChart& chart, const QString& file) {
    if (file.endsWith(QLatin1String(".png")))
        return view.grab().save(file, "PNG") ? Result<void>() : notWritable(file);
    if (file.endsWith(QLatin1String(".svg"))) {
        const QByteArray svg = lightSvg(chart);
        return writeFileAtomically(
            toPath(file), std::as_bytes(std::span(svg.constData(), static_cast<std::size_t>(svg.size()))));
    }
    if (file.endsWith(QLatin1String(".pdf")))
        return writePdf(chart, file);
    return makeError(ErrorCode::InvalidArgument, {file.toStdString()});
}

Result<void> exportReport(const Experiment& experiment, const QString& file) {
    return file.endsWith(QLatin1String(".pdf")) ? writePdfReport(experiment, file)
                                                : writeReport(experiment, toPath(file), inWindowLanguage);
}

} // namespace likeness::ui
