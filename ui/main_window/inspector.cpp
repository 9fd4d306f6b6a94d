// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/inspector.h"

#include "ui/shared/error_text.h"
#include "ui/shared/formats.h"

#include <QEvent>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace likeness::ui {

Inspector::Inspector(PreviewLoader& previews, QWidget* parent)
    : QWidget(parent), pages_(new QStackedWidget(this)), nothing_(new QLabel(this)) {
    setObjectName(QStringLiteral("inspector"));
    setAttribute(Qt::WA_StyledBackground);
    setMinimumWidth(200);
    nothing_->setProperty("muted", true);
    nothing_->setAlignment(Qt::AlignCenter);
    nothing_->setWordWrap(true);
    pages_->addWidget(nothing_);
    pages_->addWidget(makeDetails(previews));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->addWidget(pages_);
    connect(view_, &PhotoView::loaded, this, [this](const Preview& preview) {
        preview_ = preview;
        showFacts();
        fitPhoto();
    });
    retranslate();
}

QWidget* Inspector::makeDetails(PreviewLoader& previews) {
    auto* details = new QWidget(this);
    view_ = new PhotoView(previews, details);
    view_->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    whyAlike_ = new WhyAlike(*view_, details);
    matches_ = new MatchOverlay(*view_);
    marks_ = new MarkEditor(details);
    tags_ = new TagEditor(details);
    metadata_ = new QToolButton(details);
    metadata_->setObjectName(QStringLiteral("inspectorMetadata"));
    metadata_->setProperty("flat", true);
    name_ = new ElidedLabel(details);
    name_->setProperty("heading", true);
    name_->setObjectName(QStringLiteral("inspectorName"));
    rows_ = new QGridLayout;
    rows_->setHorizontalSpacing(12);
    rows_->setVerticalSpacing(6);
    rows_->setColumnStretch(1, 1);
    findSimilar_ = new QPushButton(details);
    findSimilar_->setObjectName(QStringLiteral("inspectorFindSimilar"));
    findSimilar_->setProperty("shortcutOf", QStringLiteral("findSimilar"));
    showFile_ = new QPushButton(details);
    showFile_->setObjectName(QStringLiteral("inspectorShowFile"));
    showFile_->setProperty("shortcutOf", QStringLiteral("showFile"));
    layOut(*details);
    connect(findSimilar_, &QPushButton::clicked, this, &Inspector::findSimilarRequested);
    connect(showFile_, &QPushButton::clicked, this, &Inspector::showFileRequested);
    connect(metadata_, &QToolButton::clicked, this, &Inspector::metadataRequested);
    connect(whyAlike_, &WhyAlike::requested, this, [this] {
        if (photo_ && similarity_)
            Q_EMIT whyAlikeRequested(photo_->id);
    });
    return details;
}

void Inspector::layOut(QWidget& details) {
    auto* layout = new QVBoxLayout(&details);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(view_);
    layout->addWidget(name_);
    layout->addWidget(marks_);
    layout->addLayout(rows_);
    layout->addWidget(metadata_, 0, Qt::AlignLeft);
    layout->addWidget(tags_);
    layout->addStretch(1);
    layout->addWidget(whyAlike_);
    layout->addWidget(findSimilar_);
    layout->addWidget(showFile_);
}

void Inspector::show(const QModelIndex& index) {
    const auto* model = qobject_cast<const PhotoModel*>(index.model());
    const PhotoRow* photo = model ? model->photo(index) : nullptr;
    pages_->setCurrentIndex(photo ? 1 : 0);
    if (!photo) {
        photo_.reset();
        return;
    }
    const std::filesystem::path file = model->file(index);
    if (file != file_) {
        preview_.reset();
        whyAlike_->clear();
    }
    photo_ = *photo;
    file_ = file;
    folder_ = model->snapshot().place(*photo);
    view_->showFile(file_);
    showRanking(index);
    name_->setFullText(nameText(photo->name));
    fitPhoto();
    showFacts();
}

void Inspector::showRanking(const QModelIndex& index) {
    const QVariant similarity = index.data(SimilarityRole);
    similarity_ = similarity.isValid() ? std::optional(similarity.toDouble()) : std::nullopt;
    matches_->setMatches(index.data(MatchesRole).value<Matches>());
    whyAlike_->setVisible(similarity_.has_value());
    whyAlike_->ask();
}

void Inspector::showWhyAlike(PhotoId photo, const Result<ShareMap>& map) {
    if (photo_ && photo_->id == photo)
        whyAlike_->showMap(map);
}

QString Inspector::stateText() const {
    if (photo_->missing)
        return tr("Missing");
    switch (photo_->state) {
    case PhotoState::Pending:
        return tr("Not yet indexed");
    case PhotoState::Problem:
        return tr("Can't be read");
    case PhotoState::Indexed:
        return tr("Indexed");
    }
    return {};
}

QList<Inspector::Fact> Inspector::facts() const {
    QList<Fact> facts;
    if (similarity_)
        facts.append({tr("Similarity"), percentText(*similarity_)});
    facts.append(matchFacts());
    const auto takenAt =
        preview_ && preview_->metadata.takenAt ? preview_->metadata.takenAt : photo_->takenAt;
    if (takenAt)
        facts.append({tr("Taken"), dateText(*takenAt)});
    facts.append(cameraFacts());
    if (photo_->width > 0)
        facts.append({tr("Size"), dimensionsText(photo_->width, photo_->height)});
    const QString format = QString::fromStdString(photo_->format);
    const QString bytes = sizeText(photo_->stamp.bytes);
    facts.append({tr("File"), format.isEmpty() ? bytes : QStringLiteral("%1, %2").arg(format, bytes)});
    facts.append({tr("Folder"), folder_});
    facts.append({tr("State"), stateText()});
    return facts;
}

/// Where it matches, in words: the outlines alone would leave out who can't see them.
QList<Inspector::Fact> Inspector::matchFacts() const {
    QList<Fact> facts;
    const std::vector<MatchedPlace>& matches = matches_->matches();
    const auto isSpot = [](const MatchedPlace& match) { return match.granularity == Granularity::Part; };
    const auto region = std::find_if_not(matches.begin(), matches.end(), isSpot);
    const auto percent = [](double share) { return std::lround(share * 100); };
    if (region != matches.end())
        facts.append({tr("Region"), tr("%1, %2 · %3 × %4 %")
                                        .arg(percent(region->place.x))
                                        .arg(percent(region->place.y))
                                        .arg(percent(region->place.width))
                                        .arg(percent(region->place.height))});
    if (const auto spots = std::count_if(matches.begin(), matches.end(), isSpot); spots > 0)
        facts.append({tr("Spots"), countText(spots)});
    return facts;
}

QList<Inspector::Fact> Inspector::cameraFacts() const {
    QList<Fact> facts;
    const auto add = [&facts](const QString& what, const std::string& value) {
        if (!value.empty())
            facts.append({what, QString::fromStdString(value)});
    };
    if (!preview_) {
        add(tr("Camera"), photo_->camera);
        return facts;
    }
    const PhotoMetadata& metadata = preview_->metadata;
    add(tr("Camera"), metadata.camera);
    add(tr("Lens"), metadata.lens);
    QStringList exposure;
    for (const std::string& part : {metadata.exposure, metadata.aperture})
        if (!part.empty())
            exposure.append(QString::fromStdString(part));
    add(tr("Exposure"), exposure.join(QStringLiteral(", ")).toStdString());
    add(tr("ISO"), metadata.iso);
    add(tr("Focal length"), metadata.focalLength);
    add(tr("Place"), metadata.place);
    return facts;
}

void Inspector::showFacts() {
    while (QLayoutItem* item = rows_->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    shownRows_ = 0;
    if (!photo_)
        return;
    for (const auto& [what, value] : facts()) {
        auto* text = new ElidedLabel(this);
        text->setFullText(value);
        addRow(what, text);
    }
    addMapLink();
    showFile_->setEnabled(!photo_->missing);
}

void Inspector::addRow(const QString& what, QLabel* text) {
    auto* title = new QLabel(what, this);
    title->setProperty("muted", true);
    rows_->addWidget(title, shownRows_, 0);
    rows_->addWidget(text, shownRows_++, 1);
}

/// The browser opens it, where the user wants that; nothing here asks the network.
void Inspector::addMapLink() {
    if (!preview_ || !preview_->metadata.latitude || !preview_->metadata.longitude)
        return;
    const double latitude = *preview_->metadata.latitude;
    const double longitude = *preview_->metadata.longitude;
    const QString url = QStringLiteral("https://www.openstreetmap.org/?mlat=%1&amp;mlon=%2#map=15/%1/%2")
                            .arg(latitude, 0, 'f', 6)
                            .arg(longitude, 0, 'f', 6);
    auto* link = new QLabel(this);
    link->setObjectName(QStringLiteral("inspectorMap"));
    link->setText(QStringLiteral("<a href=\"%1\">%2, %3</a>")
                      .arg(url, QLocale().toString(latitude, 'f', 4), QLocale().toString(longitude, 'f', 4)));
    link->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    link->setOpenExternalLinks(true);
    link->setToolTip(tr("Show the place on a map, in the browser"));
    addRow(tr("Map"), link);
}

void Inspector::fitPhoto() {
    QSize shape = photo_ ? QSize(photo_->width, photo_->height) : QSize();
    if (preview_ && !preview_->error)
        shape = QSize(preview_->fullWidth, preview_->fullHeight);
    if (shape.isEmpty())
        shape = QSize(4, 3);
    const int width = std::max(1, this->width() - 24);
    view_->setFixedHeight(
        std::clamp(width * shape.height() / shape.width(), 80, std::max(120, height() / 3)));
}

void Inspector::resizeEvent(QResizeEvent*) {
    fitPhoto();
}

void Inspector::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void Inspector::retranslate() {
    setAccessibleName(tr("Inspector"));
    nothing_->setText(tr("Select a photo to see what is known about it."));
    view_->setAccessibleName(tr("Preview"));
    metadata_->setText(tr("All metadata…"));
    findSimilar_->setText(tr("Find similar"));
    findSimilar_->setToolTip(tr("Search by this photo"));
    showFile_->setText(tr("Show in file manager"));
    showFile_->setToolTip(tr("Show the file in the file manager"));
    showFacts();
}

} // namespace likeness::ui
