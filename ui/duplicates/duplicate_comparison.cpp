// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/duplicates/duplicate_comparison.h"

#include "ui/shared/formats.h"

#include <QEvent>
#include <QGridLayout>

namespace likeness::ui {
namespace {

constexpr std::int64_t nanosecondsPerSecond = 1'000'000'000;

QString orDash(const QString& text) {
    return text.isEmpty() ? QStringLiteral("–") : text;
}

QStringList factsOf(const Photo& photo) {
    return {nameText(photo.file.filename().native()),
            toQString(photo.file.parent_path()),
            dimensionsText(photo.width, photo.height),
            sizeText(photo.stamp.bytes),
            orDash(nameText(photo.format)),
            orDash(photo.takenAt ? dateText(*photo.takenAt) : QString()),
            dateText(photo.stamp.modifiedNs / nanosecondsPerSecond),
            orDash(nameText(photo.camera))};
}

} // namespace

DuplicateComparison::DuplicateComparison(PreviewLoader& previews, QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("duplicateComparison"));
    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->setHorizontalSpacing(12);
    layout->setVerticalSpacing(3);
    for (int side = 0; side < 2; ++side) {
        Column& column = columns_[static_cast<std::size_t>(side)];
        column.view = new PhotoView(previews, this);
        column.view->setObjectName(side == 0 ? QStringLiteral("duplicateReference")
                                             : QStringLiteral("duplicateOther"));
        column.view->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Expanding);
        column.title = new QLabel(this);
        column.title->setProperty("heading", true);
        column.title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        layout->addWidget(column.title, 0, side + 1);
        layout->addWidget(column.view, 1, side + 1);
        layout->setColumnStretch(side + 1, 1);
    }
    layout->setRowStretch(1, 1);
    for (int fact = 0; fact < facts; ++fact) {
        auto*& name = names_[static_cast<std::size_t>(fact)];
        name = new QLabel(this);
        name->setProperty("muted", true);
        layout->addWidget(name, fact + 2, 0, Qt::AlignTop);
        for (int side = 0; side < 2; ++side) {
            auto* value = new ElidedLabel(this);
            value->setObjectName(QStringLiteral("duplicateFact%1_%2").arg(fact).arg(side));
            value->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
            columns_[static_cast<std::size_t>(side)].values[static_cast<std::size_t>(fact)] = value;
            layout->addWidget(value, fact + 2, side + 1);
        }
    }
    fill();
}

void DuplicateComparison::show(const Side& reference, const Side& other, double similarity) {
    shown_ = Shown{reference, other, similarity};
    columns_[0].view->showFile(reference.photo.file);
    columns_[1].view->showFile(other.photo.file);
    fill();
}

void DuplicateComparison::clear() {
    shown_.reset();
    for (const Column& column : columns_)
        column.view->clear();
    fill();
}

void DuplicateComparison::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        fill();
    QWidget::changeEvent(event);
}

void DuplicateComparison::fill() {
    const QStringList names{tr("Name"),   tr("Folder"), tr("Pixels"),  tr("Size"),
                            tr("Format"), tr("Taken"),  tr("Changed"), tr("Camera")};
    for (int fact = 0; fact < facts; ++fact) {
        names_[static_cast<std::size_t>(fact)]->setText(names[fact]);
        names_[static_cast<std::size_t>(fact)]->setVisible(shown_.has_value());
    }
    for (const Column& column : columns_) {
        column.title->setVisible(shown_.has_value());
        for (ElidedLabel* value : column.values)
            value->setVisible(shown_.has_value());
    }
    if (!shown_)
        return;
    fillColumn(columns_[0], shown_->reference, tr("Reference"));
    fillColumn(columns_[1], shown_->other, tr("%1 alike").arg(percentText(shown_->similarity)));
    for (std::size_t fact = 0; fact < facts; ++fact) {
        const bool differs = columns_[0].values[fact]->text() != columns_[1].values[fact]->text();
        for (const Column& column : columns_) {
            QFont font = column.values[fact]->font();
            font.setWeight(differs ? QFont::Bold : QFont::Normal);
            column.values[fact]->setFont(font);
        }
    }
}

void DuplicateComparison::fillColumn(const Column& column, const Side& side, const QString& role) {
    column.title->setText(side.isKeeper ? tr("%1 · keep").arg(role) : role);
    const QStringList values = factsOf(side.photo);
    for (int fact = 0; fact < facts; ++fact) {
        column.values[static_cast<std::size_t>(fact)]->setFullText(values[fact]);
    }
    column.view->setAccessibleName(values[0]);
}

} // namespace likeness::ui
