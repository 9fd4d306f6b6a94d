// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/similar/query_panel.h"

#include "ui/shared/formats.h"
#include "ui/shared/theme.h"
#include "ui/similar/fusion_panel.h"
#include "ui/similar/photo_chips.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace likeness::ui {

QueryPanel::QueryPanel(SimilarPresenter& presenter, PreviewLoader& previews, QWidget* parent)
    : QWidget(parent),
      presenter_(presenter),
      back_(new QToolButton(this)),
      forward_(new QToolButton(this)),
      title_(new QLabel(this)),
      tools_(new QueryTools(this)),
      photo_(new PhotoView(previews, this)),
      editor_(new BoxEditor(*photo_)),
      name_(new ElidedLabel(this)),
      dimensions_(new QLabel(this)),
      place_(new ElidedLabel(this)),
      boxBar_(new QWidget(this)),
      boxText_(new QLabel(boxBar_)),
      clear_(new QToolButton(boxBar_)),
      fusion_(new FusionPanel(presenter, this)),
      hint_(new QLabel(this)) {
    setObjectName(QStringLiteral("queryPanel"));
    setAttribute(Qt::WA_StyledBackground);
    makeParts();
    layOut(previews);
    connectParts();
    retranslate();
    showQuery();
}

void QueryPanel::makeParts() {
    back_->setObjectName(QStringLiteral("queryBack"));
    back_->setProperty("shortcutOf", QStringLiteral("back"));
    forward_->setObjectName(QStringLiteral("queryForward"));
    forward_->setProperty("shortcutOf", QStringLiteral("forward"));
    name_->setObjectName(QStringLiteral("queryName"));
    photo_->setObjectName(QStringLiteral("queryPhoto"));
    boxText_->setObjectName(QStringLiteral("boxText"));
    clear_->setObjectName(QStringLiteral("clearBoxes"));
    name_->setProperty("heading", true);
    hint_->setWordWrap(true);
    for (QLabel* quiet : {title_, dimensions_, static_cast<QLabel*>(place_), boxText_, hint_})
        quiet->setProperty("muted", true);
    for (QToolButton* button : {back_, forward_, clear_})
        button->setProperty("flat", true);
    photo_->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    photo_->setMinimumHeight(100);
}

void QueryPanel::layOut(PreviewLoader& previews) {
    auto* bar = new QHBoxLayout;
    bar->setSpacing(4);
    bar->addWidget(title_, 1);
    bar->addWidget(back_);
    bar->addWidget(forward_);
    auto* nameRow = new QHBoxLayout;
    nameRow->addWidget(name_, 1);
    nameRow->addWidget(dimensions_);
    auto* boxRow = new QHBoxLayout(boxBar_);
    boxRow->setContentsMargins(0, 0, 0, 0);
    boxRow->addWidget(boxText_, 1);
    boxRow->addWidget(clear_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 6, 12, 12);
    layout->setSpacing(8);
    layout->addLayout(bar);
    layout->addWidget(tools_);
    layout->addWidget(photo_, 100);
    layout->addWidget(boxBar_);
    layout->addLayout(nameRow);
    layout->addWidget(place_);
    layout->addWidget(fusion_);
    layout->addWidget(new PhotoChips(presenter_, previews, this));
    layout->addStretch(1);
    layout->addWidget(hint_);
}

void QueryPanel::connectParts() {
    connect(back_, &QToolButton::clicked, &presenter_, &SimilarPresenter::back);
    connect(forward_, &QToolButton::clicked, &presenter_, &SimilarPresenter::forward);
    connect(tools_, &QueryTools::toolChosen, &presenter_, &SimilarPresenter::setTool);
    connect(tools_, &QueryTools::toolChosen, this, [this](SearchMode tool) {
        if (tool != SearchMode::Whole) // its keys are at hand
            editor_->setFocus(Qt::ShortcutFocusReason);
    });
    connect(editor_, &BoxEditor::boxesEdited, &presenter_, &SimilarPresenter::setBoxes);
    connect(clear_, &QToolButton::clicked, &presenter_, [this] { presenter_.setBoxes({}); });
    connect(&presenter_, &SimilarPresenter::queryChanged, this, &QueryPanel::showQuery);
    connect(&presenter_, &SimilarPresenter::stateChanged, this, &QueryPanel::showState);
    connect(&presenter_, &SimilarPresenter::resultsChanged, editor_,
            [this] { editor_->setSearchedPlaces(presenter_.searchedPlaces()); });
    connect(photo_, &PhotoView::loaded, this, &QueryPanel::showFacts);
}

void QueryPanel::showQuery() {
    back_->setEnabled(presenter_.canGoBack());
    forward_->setEnabled(presenter_.canGoForward());
    showState();
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

void QueryPanel::showState() {
    const QueryState& state = presenter_.state();
    tools_->setTool(state.tool);
    const bool hasBoxes = state.tool != SearchMode::Whole;
    const BoxEditor::Kind kind =
        state.tool == SearchMode::Part ? BoxEditor::Kind::Spots : BoxEditor::Kind::Region;
    editor_->edit(hasBoxes ? kind : BoxEditor::Kind::Nothing, boxesOf(state));
    boxBar_->setVisible(hasBoxes);
    fusion_->setVisible(state.tool == SearchMode::Fused);
    boxText_->setText(boxText());
    clear_->setVisible(!awaitsPlace(state));
    hint_->setText(hintText());
}

QString QueryPanel::boxText() const {
    const QueryState& state = presenter_.state();
    const auto& boxes = boxesOf(state);
    if (state.tool == SearchMode::Part)
        return boxes.empty() ? tr("Click on what matters in the photo.")
                             : tr("%n spot(s)", nullptr, static_cast<int>(boxes.size()));
    if (boxes.empty())
        return tr("Drag a box on the photo.");
    return tr("Box: %1 × %2 %")
        .arg(std::lround(boxes.front().width * 100))
        .arg(std::lround(boxes.front().height * 100));
}

QString QueryPanel::hintText() const {
    switch (presenter_.state().tool) {
    case SearchMode::Region:
    case SearchMode::Fused:
        return tr("Results follow the box. Arrow keys move it, with Shift they resize it.");
    case SearchMode::Part:
        return tr(
            "A click puts a spot, dragging draws a small box. Click on one and press Delete to remove it.");
    case SearchMode::Whole:
        break;
    }
    return tr("S searches by the selected result, Space enlarges it, Alt+Left goes back.");
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
    const QSize shape = shape_.isEmpty() ? QSize(4, 3) : shape_;
    photo_->setMaximumHeight(std::max(120, width * shape.height() / shape.width()));
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
    clear_->setText(tr("Clear"));
    clear_->setToolTip(tr("Clear what is drawn on the photo (Esc)"));
    const auto dress = [](QToolButton* button, const QString& icon, const QString& text) {
        button->setIcon(themedIcon(icon));
        button->setAccessibleName(text);
        button->setToolTip(text);
    };
    dress(back_, QStringLiteral("back"), tr("Earlier query"));
    dress(forward_, QStringLiteral("forward"), tr("Later query"));
    showState();
}

} // namespace likeness::ui
