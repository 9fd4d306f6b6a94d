// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quality/chart_export.h"

#include "core/base/file_io.h"
#include "core/evaluation/experiment_charts.h"
#include "core/evaluation/report.h"
#include "ui/shared/formats.h"

#include <QPainter>
#include <QPdfWriter>
#include <QSvgRenderer>

#include <array>

namespace likeness::ui {
namespace {

/// The colours that a page gives by CSS variables, for renderers that know no CSS.
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

Error notWritable(const QString& file) {
    return makeError(ErrorCode::FileNotWritable, {file.toStdString(), "?"});
}

/// One chart on each page, then nothing: the tables are in the HTML report.
Result<void> writePdf(const std::vector<SvgChart>& charts, const QString& file) {
    QPdfWriter writer(file);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageOrientation(QPageLayout::Landscape);
    QPainter painter;
    if (!painter.begin(&writer))
        return notWritable(file);
    for (std::size_t i = 0; i < charts.size(); ++i) {
        if (i > 0)
            writer.newPage();
        QSvgRenderer renderer(lightSvg(charts[i]));
        renderer.setAspectRatioMode(Qt::KeepAspectRatio);
        renderer.render(&painter);
    }
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
        return writePdf({chart}, file);
    return makeError(ErrorCode::InvalidArgument, {file.toStdString()});
}

Result<void> exportReport(const Experiment& experiment, const QString& file) {
    if (!file.endsWith(QLatin1String(".pdf")))
        return writeReport(experiment, toPath(file));
    std::vector<SvgChart> charts;
    for (const ExperimentChart& chart : chartsOf(experiment))
        charts.push_back(chart.chart);
    return writePdf(charts, file);
}

} // namespace likeness::ui
