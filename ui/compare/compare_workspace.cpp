// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/compare_workspace.h"

#include "ui/shared/error_text.h"
#include "ui/shared/formats.h"
#include "ui/shared/heat_map.h"

#include <QEvent>
#include <QKeyEvent>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace likeness::ui {
namespace {

constexpr int stripTile = 64;
constexpr int stripHeight = 84;
constexpr double zoomOfAKey = 1.25;

QToolButton* toolButton(const char* name, QWidget* parent) {
    auto* button = new QToolButton(parent);
    button->setObjectName(QLatin1String(name));
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

/// The more a place differs, the brighter; a third of full luma is as different as it gets.
const std::array<QRgb, 256>& differenceColors() {
    static const auto colors = [] {
        std::array<QRgb, 256> made{};
        for (std::size_t i = 0; i < made.size(); ++i)
            made[i] = qPremultiply(heatColor(3.0 * static_cast<double>(i) / 255).rgba());
        return made;
    }();
    return colors;
}

/// Grey where the other photo doesn't reach.
QImage coverOf(const DifferenceMap& map) {
    const QRgb unknown = qPremultiply(qRgba(96, 96, 96, 150));
    QImage cover(map.width, map.height, QImage::Format_ARGB32_Premultiplied);
    auto value = map.values.begin();
    for (int y = 0; y < map.height; ++y) {
        auto* const line = reinterpret_cast<QRgb*>(cover.scanLine(y));
        for (int x = 0; x < map.width; ++x, ++value)
            line[x] = *value < 0 ? unknown : differenceColors()[static_cast<std::size_t>(*value * 255)];
    }
    return cover;
}

} // namespace

CompareWorkspace::CompareWorkspace(ComparePresenter& presenter, ThumbnailLoader& thumbnails,
                                   PreviewLoader& previews, QWidget* parent)
    : Workspace(parent),
      presenter_(presenter),
      previews_(previews),
      pages_(new QStackedWidget(this)),
      empty_(new EmptyView(QStringLiteral("similar"), this)),
      fit_(toolButton("compareFit", this)),
      actual_(toolButton("compareActual", this)),
      differences_(toolButton("compareDifferences", this)),
      spots_(toolButton("compareSpots", this)),
      hint_(new QLabel(this)),
      facts_(new FactTable(this)),
      grid_(new ThumbnailGrid(thumbnails, this)) {
    setObjectName(QStringLiteral("compareView"));
    setAttribute(Qt::WA_StyledBackground);
    setFocusPolicy(Qt::StrongFocus);
    pages_->addWidget(empty_);
    pages_->addWidget(makeComparison());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(pages_);
    connectParts();
    retranslate();
    showPhotos();
}

QWidget* CompareWorkspace::makeTools() {
    auto* tools = new QWidget(this);
    auto* layout = new QHBoxLayout(tools);
    layout->setContentsMargins(12, 6, 12, 6);
    layout->setSpacing(8);
    for (QToolButton* button : {differences_, spots_}) {
        button->setCheckable(true);
        button->setProperty("chip", true);
    }
    hint_->setObjectName(QStringLiteral("compareHint"));
    hint_->setProperty("muted", true);
    hint_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    for (QToolButton* button : {fit_, actual_, differences_, spots_})
        layout->addWidget(button);
    layout->addWidget(hint_, 1);
    return tools;
}

QWidget* CompareWorkspace::makeComparison() {
    row_ = new QWidget(this);
    row_->setObjectName(QStringLiteral("comparePanes"));
    rowLayout_ = new QHBoxLayout(row_);
    rowLayout_->setContentsMargins(12, 0, 12, 4);
    rowLayout_->setSpacing(4);
    lines_ = new SpotLines(row_);
    lines_->setObjectName(QStringLiteral("compareLines"));
    grid_->setObjectName(QStringLiteral("compareGrid"));
    grid_->setModel(&presenter_.list());
    grid_->setFixedHeight(stripHeight);
    grid_->setTileWidth(stripTile);
    auto* below = new QWidget(this);
    auto* belowLayout = new QVBoxLayout(below);
    belowLayout->setContentsMargins(0, 0, 0, 0);
    belowLayout->setSpacing(4);
    belowLayout->addWidget(facts_, 1);
    belowLayout->addWidget(grid_);
    auto* splitter = new QSplitter(Qt::Vertical, this);
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(row_);
    splitter->addWidget(below);
    splitter->setStretchFactor(0, 1);
    splitter->setSizes({450, 220});
    auto* page = new QWidget(this);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeTools());
    layout->addWidget(splitter, 1);
    return page;
}

void CompareWorkspace::connectParts() {
    connect(empty_, &EmptyView::buttonClicked, this, &CompareWorkspace::photosRequested);
    connect(fit_, &QToolButton::clicked, this, [this] { setView({}); });
    connect(actual_, &QToolButton::clicked, this, &CompareWorkspace::showActualSize);
    connect(differences_, &QToolButton::clicked, this,
            [this] { choose(*differences_, ComparePresenter::Finding::Differences); });
    connect(spots_, &QToolButton::clicked, this,
            [this] { choose(*spots_, ComparePresenter::Finding::Spots); });
    connect(&presenter_, &ComparePresenter::changed, this, &CompareWorkspace::showPhotos);
    connect(&presenter_, &ComparePresenter::found, this, &CompareWorkspace::showFindings);
}

void CompareWorkspace::choose(QToolButton& button, ComparePresenter::Finding finding) {
    presenter_.find(button.isChecked() ? finding : ComparePresenter::Finding::None);
}

void CompareWorkspace::showPhotos() {
    const auto& photos = presenter_.photos();
    pages_->setCurrentIndex(photos.size() < 2 ? 0 : 1);
    while (panes_.size() > photos.size()) {
        delete panes_.back();
        panes_.pop_back();
    }
    while (panes_.size() < photos.size()) {
        auto* pane = new ComparePane(previews_, row_);
        pane->setObjectName(QStringLiteral("comparePane%1").arg(panes_.size()));
        connect(pane, &ComparePane::loaded, this, &CompareWorkspace::showFacts);
        connect(pane, &ComparePane::viewWanted, this, &CompareWorkspace::setView);
        connect(pane, &ComparePane::actualSizeWanted, this, &CompareWorkspace::showActualSize);
        rowLayout_->addWidget(pane, 1);
        panes_.push_back(pane);
    }
    for (std::size_t i = 0; i < photos.size(); ++i) {
        panes_[i]->showFile(photos[i].file);
        panes_[i]->setAccessibleName(pathName(photos[i].file));
    }
    lines_->setPanes(panes_);
    setView({});
    showFacts();
    showFindings();
}

void CompareWorkspace::showFacts() {
    std::vector<Preview> photos;
    for (const ComparePane* pane : panes_)
        photos.push_back(pane->preview().value_or(Preview()));
    facts_->show(photos);
}

void CompareWorkspace::showFindings() {
    using Finding = ComparePresenter::Finding;
    const Finding finding = presenter_.finding();
    differences_->setChecked(finding == Finding::Differences);
    spots_->setChecked(finding == Finding::Spots);
    coverWithDifferences();
    lines_->setSpots(finding == Finding::Spots && !presenter_.isBusy() ? presenter_.spots()
                                                                       : ComparePresenter::Spots());
    hint_->setText(hint());
}

void CompareWorkspace::coverWithDifferences() {
    const bool isShown =
        presenter_.finding() == ComparePresenter::Finding::Differences && !presenter_.isBusy();
    const auto& differences = presenter_.differences();
    for (std::size_t i = 0; i < panes_.size(); ++i) {
        const bool has =
            isShown && i > 0 && i <= differences.size() && differences[i - 1] && *differences[i - 1];
        panes_[i]->setCover(has ? coverOf(**differences[i - 1]) : QImage());
    }
}

QString CompareWorkspace::differenceText() const {
    QStringList texts;
    for (const auto& difference : presenter_.differences()) {
        if (!difference)
            texts.append(translatedError(difference.error()));
        else if (!*difference)
            texts.append(tr("not the same picture as the first"));
        else
            texts.append(tr("%1 of it differs from the first").arg(percentText((*difference)->differing)));
    }
    return texts.join(QStringLiteral(" · "));
}

QString CompareWorkspace::hint() const {
    using Finding = ComparePresenter::Finding;
    if (presenter_.isBusy())
        return tr("Comparing…");
    if (presenter_.finding() == Finding::Differences)
        return differenceText();
    if (presenter_.finding() == Finding::Spots) {
        qsizetype spots = 0;
        for (const auto& of : presenter_.spots())
            spots += std::ssize(of);
        return spots > 0 ? tr("%n shared spot(s)", nullptr, static_cast<int>(spots))
                         : tr("No spot is alike, or the photos are not indexed");
    }
    if (presenter_.leftOut() > 0)
        return tr("The first %1 are shown; %n more photo(s) were selected", nullptr,
                  static_cast<int>(presenter_.leftOut()))
            .arg(ComparePresenter::most);
    return tr("Wheel zooms, dragging moves, hold Space to flicker");
}

void CompareWorkspace::setView(const LinkedView& view) {
    view_ = view;
    for (ComparePane* pane : panes_)
        pane->setView(view);
    lines_->update();
}

/// Of the first photo; the others show the same part, whatever their size.
void CompareWorkspace::showActualSize() {
    if (!panes_.empty())
        setView({view_.centre, view_.zoom > 1 ? 1.0 : panes_.front()->actualZoom()});
}

/// Each place shows the next photo, the last the first.
void CompareWorkspace::flicker(bool isOn) {
    for (std::size_t i = 0; i < panes_.size(); ++i)
        panes_[i]->setStandIn(isOn ? panes_[(i + 1) % panes_.size()]->image() : QImage());
    lines_->setVisible(!isOn);
}

void CompareWorkspace::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Space:
        if (!event->isAutoRepeat())
            flicker(true);
        break;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        setView({view_.centre, std::min(view_.zoom * zoomOfAKey, LinkedView::mostZoom)});
        break;
    case Qt::Key_Minus:
        setView({view_.centre, std::max(view_.zoom / zoomOfAKey, 1.0)});
        break;
    case Qt::Key_0:
        setView({});
        break;
    case Qt::Key_D:
        differences_->click();
        break;
    case Qt::Key_P:
        spots_->click();
        break;
    default:
        Workspace::keyPressEvent(event);
    }
}

void CompareWorkspace::keyReleaseEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat())
        flicker(false);
    Workspace::keyReleaseEvent(event);
}

void CompareWorkspace::focusOutEvent(QFocusEvent* event) {
    flicker(false);
    Workspace::focusOutEvent(event);
}

void CompareWorkspace::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Workspace::changeEvent(event);
}

void CompareWorkspace::retranslate() {
    empty_->setTexts(
        tr("Compare photos side by side"),
        tr("Select two to four photos and press C. In Similar, C compares a result with the query."),
        tr("Choose photos"));
    const auto dress = [](QToolButton* button, const QString& text, const QString& help) {
        button->setText(text);
        button->setToolTip(help);
    };
    dress(fit_, tr("Fit"), tr("Show the photos whole (0)"));
    dress(actual_, tr("1:1"),
          tr("A pixel of the first photo is one of the screen; again: whole (double click)"));
    dress(differences_, tr("Differences"),
          tr("Lay the first photo over each of the others and show where they differ (D)"));
    dress(spots_, tr("Shared spots"), tr("Join places that look alike by lines (P)"));
    grid_->setAccessibleName(tr("Photos that are compared"));
    facts_->setAccessibleName(tr("What the files say"));
    showFacts();
    showFindings();
}

} // namespace likeness::ui
