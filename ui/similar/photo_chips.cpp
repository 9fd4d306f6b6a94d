// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/similar/photo_chips.h"

#include "ui/shared/formats.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace likeness::ui {

namespace {

constexpr int gap = 6;

} // namespace

PhotoChips::PhotoChips(SimilarPresenter& presenter, PreviewLoader& previews, QWidget* parent)
    : QWidget(parent),
      presenter_(presenter),
      previews_(previews),
      area_(new QWidget(this)),
      title_(new QLabel(this)),
      combination_(new QComboBox(this)) {
    setObjectName(QStringLiteral("photoChips"));
    combination_->setObjectName(QStringLiteral("combination"));
    combination_->addItems({{}, {}}); // in the order of Combination
    title_->setProperty("muted", true);
    auto* bar = new QHBoxLayout;
    bar->addWidget(title_);
    bar->addStretch(1);
    bar->addWidget(combination_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(bar);
    layout->addWidget(area_);
    connect(combination_, &QComboBox::currentIndexChanged, this,
            [this](int choice) { presenter_.setCombination(static_cast<Combination>(choice)); });
    connect(&presenter_, &SimilarPresenter::stateChanged, this, &PhotoChips::showPhotos);
    retranslate();
    hide();
}

void PhotoChips::showPhotos() {
    const QueryState& state = presenter_.state();
    combination_->setVisible(!state.alsoLike.empty());
    const QSignalBlocker quiet(combination_);
    combination_->setCurrentIndex(static_cast<int>(state.combination));
    if (like_ == state.alsoLike && unlike_ == state.unlike)
        return;
    like_ = state.alsoLike;
    unlike_ = state.unlike;
    for (PhotoChip* chip : std::exchange(chips_, {})) {
        chip->hide();
        chip->deleteLater();
    }
    for (const PhotoId photo : like_)
        add(photo, PhotoChip::Sign::Like);
    for (const PhotoId photo : unlike_)
        add(photo, PhotoChip::Sign::Unlike);
    setVisible(!chips_.empty());
    retranslate();
    place();
}

void PhotoChips::add(PhotoId photo, PhotoChip::Sign sign) {
    auto* chip = new PhotoChip(photo, sign, area_);
    chip->showFile(previews_, presenter_.fileOf(photo));
    connect(chip, &PhotoChip::clicked, this, [this, photo] { presenter_.removePhoto(photo); });
    chip->show();
    chips_.push_back(chip);
}

void PhotoChips::place() {
    const int columns = std::max(1, (width() + gap) / (PhotoChip::side + gap));
    const auto at = [](int cell) { return cell * (PhotoChip::side + gap); };
    const int count = static_cast<int>(chips_.size());
    for (int i = 0; i < count; ++i)
        chips_[static_cast<std::size_t>(i)]->move(at(i % columns), at(i / columns));
    area_->setFixedHeight(std::max(0, at((count + columns - 1) / columns) - gap));
}

void PhotoChips::resizeEvent(QResizeEvent*) {
    place();
}

void PhotoChips::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void PhotoChips::retranslate() {
    title_->setText(tr("And by"));
    combination_->setItemText(0, tr("Like their mean"));
    combination_->setItemText(1, tr("Like any of them"));
    combination_->setAccessibleName(tr("How several photos become one ranking"));
    for (PhotoChip* chip : chips_) {
        const bool likes = chip->objectName() == QStringLiteral("likeChip");
        const QString name = pathName(presenter_.fileOf(chip->photo()));
        chip->setAccessibleName((likes ? tr("Also like %1: remove") : tr("Not like %1: remove")).arg(name));
        chip->setToolTip(chip->accessibleName());
    }
}

} // namespace likeness::ui
