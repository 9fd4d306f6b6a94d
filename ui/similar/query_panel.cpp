// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/similar/query_panel.h"

#include "ui/shared/formats.h"
#include "ui/shared/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace likeness::ui {

QueryPanel::QueryPanel(SimilarPresenter& presenter, PreviewLoader& previews, QWidget* parent)
    : QWidget(parent),
      presenter_(presenter),
      back_(new QToolButton(this)),
      forward_(new QToolButton(this)),
      title_(new QLabel(this)),
      photo_(new PhotoView(previews, this)),
      name_(new ElidedLabel(this)),
      dimensions_(new QLabel(this)),
      place_(new ElidedLabel(this)),
      hint_(new QLabel(this)) {
    setObjectName(QStringLiteral("queryPanel"));
    setAttribute(Qt::WA_StyledBackground);
    back_->setObjectName(QStringLiteral("queryBack"));
    forward_->setObjectName(QStringLiteral("queryForward"));
    name_->setObjectName(QStringLiteral("queryName"));
    name_->setProperty("heading", true);
    hint_->setWordWrap(true);
    for (QLabel* quiet : {title_, dimensions_, static_cast<QLabel*>(place_), hint_})
        quiet->setProperty("muted", true);
    photo_->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    auto* bar = new QHBoxLayout;
    bar->setSpacing(4);
    bar->addWidget(title_, 1);
    for (QToolButton* button : {back_, forward_}) {
        button->setProperty("flat", true);
        bar->addWidget(button);
    }
    auto* nameRow = new QHBoxLayout;
    nameRow->addWidget(name_, 1);
    nameRow->addWidget(dimensions_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 6, 12, 12);
    layout->setSpacing(8);
    layout->addLayout(bar);
    layout->addWidget(photo_);
    layout->addLayout(nameRow);
    layout->addWidget(place_);
    layout->addStretch(1);
    layout->addWidget(hint_);
    connect(back_, &QToolButton::clicked, &presenter_, &SimilarPresenter::back);
    connect(forward_, &QToolButton::clicked, &presenter_, &SimilarPresenter::forward);
    connect(&presenter_, &SimilarPresenter::queryChanged, this, &QueryPanel::showQuery);
    connect(photo_, &PhotoView::loaded, this, &QueryPanel::showFacts);
    retranslate();
    showQuery();
}

void QueryPanel::showQuery() {
    back_->setEnabled(presenter_.canGoBack());
    forward_->setEnabled(presenter_.canGoForward());
    const PhotoQuery* query = presenter_.query();
    if (!query)
        return;
    const std::filesystem::path file = presenter_.queryFile();
    if (const auto* pixels = std::get_if<QImage>(query)) {
        shape_ = pixels->size();
        photo_->showImage(*pixels);
        dimensions_->setText(dimensionsText(pixels->width(), pixels->height()));
        name_->setFullText(tr("Pasted photo"));
    } else {
        const PhotoRow* photo = presenter_.queryPhoto();
        shape_ = photo ? QSize(photo->width, photo->height) : QSize();
        dimensions_->setText(photo && photo->width > 0 ? dimensionsText(photo->width, photo->height)
                                                       : QString());
        photo_->showFile(file);
        name_->setFullText(pathName(file));
    }
    const QString place = presenter_.queryPlace();
    place_->setFullText(place.isEmpty() ? tr("Not in the library") : place);
    fitPhoto();
}

void QueryPanel::showFacts(const Preview& preview) {
    if (preview.error)
        return;
    shape_ = QSize(preview.fullWidth, preview.fullHeight);
    dimensions_->setText(dimensionsText(preview.fullWidth, preview.fullHeight));
    fitPhoto();
}

/// The photo takes the panel's width, and the height that its shape asks for, as far as there is room.
void QueryPanel::fitPhoto() {
    const int width = std::max(1, this->width() - 24);
    const int most = std::max(160, height() - 200);
    const QSize shape = shape_.isEmpty() ? QSize(4, 3) : shape_;
    photo_->setFixedHeight(std::clamp(width * shape.height() / shape.width(), 120, most));
}

void QueryPanel::resizeEvent(QResizeEvent*) {
    fitPhoto();
}

void QueryPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        retranslate();
    if (event->type() == QEvent::LanguageChange)
        showQuery();
    QWidget::changeEvent(event);
}

void QueryPanel::retranslate() {
    title_->setText(tr("Searching by"));
    photo_->setAccessibleName(tr("The photo that is searched by"));
    hint_->setText(tr("S searches by the selected result, Space enlarges it, Alt+Left goes back."));
    const auto dress = [](QToolButton* button, const QString& icon, const QString& text, const QString& key) {
        button->setIcon(themedIcon(icon));
        button->setAccessibleName(text);
        button->setToolTip(QStringLiteral("%1 (%2)").arg(text, key));
    };
    dress(back_, QStringLiteral("back"), tr("Earlier query"), tr("Alt+Left"));
    dress(forward_, QStringLiteral("forward"), tr("Later query"), tr("Alt+Right"));
}

} // namespace likeness::ui
