// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/fact_table.h"

#include "ui/shared/elided_label.h"
#include "ui/shared/formats.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace likeness::ui {
namespace {

using Fact = std::pair<QString, std::function<QString(const Preview&)>>;

QString text(const std::string& utf8) {
    return QString::fromStdString(utf8);
}

QString placeText(const PhotoMetadata& metadata) {
    if (!metadata.latitude || !metadata.longitude)
        return {};
    return QStringLiteral("%1, %2").arg(*metadata.latitude, 0, 'f', 5).arg(*metadata.longitude, 0, 'f', 5);
}

std::vector<Fact> facts() {
    return {
        {FactTable::tr("Name"), [](const Preview& p) { return pathName(p.file); }},
        {FactTable::tr("Folder"), [](const Preview& p) { return toQString(p.file.parent_path()); }},
        {FactTable::tr("Pixels"), [](const Preview& p) { return dimensionsText(p.fullWidth, p.fullHeight); }},
        {FactTable::tr("File"),
         [](const Preview& p) { return QStringLiteral("%1, %2").arg(text(p.format), sizeText(p.bytes)); }},
        {FactTable::tr("Taken"),
         [](const Preview& p) { return p.metadata.takenAt ? dateText(*p.metadata.takenAt) : QString(); }},
        {FactTable::tr("Camera"), [](const Preview& p) { return text(p.metadata.camera); }},
        {FactTable::tr("Lens"), [](const Preview& p) { return text(p.metadata.lens); }},
        {FactTable::tr("Exposure"), [](const Preview& p) { return text(p.metadata.exposure); }},
        {FactTable::tr("Aperture"), [](const Preview& p) { return text(p.metadata.aperture); }},
        {FactTable::tr("ISO"), [](const Preview& p) { return text(p.metadata.iso); }},
        {FactTable::tr("Focal length"), [](const Preview& p) { return text(p.metadata.focalLength); }},
        {FactTable::tr("Place"), [](const Preview& p) { return placeText(p.metadata); }},
        {FactTable::tr("Description"), [](const Preview& p) { return text(p.metadata.description); }}};
}

} // namespace

FactTable::FactTable(QWidget* parent) : QScrollArea(parent) {
    setObjectName(QStringLiteral("compareFacts"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* content = new QWidget(this);
    rows_ = new QGridLayout(content);
    rows_->setContentsMargins(12, 4, 12, 4);
    rows_->setHorizontalSpacing(12);
    rows_->setVerticalSpacing(3);
    setWidget(content);
}

void FactTable::show(const std::vector<Preview>& photos) {
    while (QLayoutItem* item = rows_->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const auto& [name, valueOf] : facts()) {
        QStringList values;
        for (const Preview& photo : photos)
            values.append(photo.file.empty() ? QString() : valueOf(photo));
        if (std::ranges::any_of(values, [](const QString& value) { return !value.isEmpty(); }))
            addRow(name, values);
    }
    rows_->setRowStretch(rows_->rowCount(), 1);
}

void FactTable::addRow(const QString& name, const QStringList& values) {
    const int row = rows_->rowCount();
    auto* title = new QLabel(name, widget());
    title->setProperty("muted", true);
    rows_->addWidget(title, row, 0);
    const bool differs = values.count(values.front()) != values.size();
    for (int column = 0; column < values.size(); ++column) {
        auto* value = new ElidedLabel(widget());
        value->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        QFont font = value->font();
        font.setWeight(differs ? QFont::Bold : QFont::Normal);
        value->setFont(font);
        value->setFullText(values[column].isEmpty() ? QStringLiteral("–") : values[column]);
        rows_->addWidget(value, row, column + 1);
        rows_->setColumnStretch(column + 1, 1);
    }
}

} // namespace likeness::ui
