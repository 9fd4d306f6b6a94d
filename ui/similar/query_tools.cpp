// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/similar/query_tools.h"

#include "ui/shared/theme.h"

#include <QEvent>
#include <QHBoxLayout>

#include <algorithm>

namespace likeness::ui {

namespace {

struct Tool {
    SearchMode mode;
    const char* name;
    const char* icon;
};

constexpr int margin = 2;
constexpr int spacing = 2;
constexpr std::array tools{
    Tool{SearchMode::Whole, "toolWhole", "whole"}, Tool{SearchMode::Region, "toolRegion", "region"},
    Tool{SearchMode::Part, "toolPart", "part"}, Tool{SearchMode::Fused, "toolFused", "fused"}};

QIcon toolIcon(const char* name) {
    QIcon icon = themedIcon(QLatin1String(name));
    for (const qreal ratio : {1.0, 2.0})
        icon.addPixmap(themedPixmap(QLatin1String(name), 16, Theme::colors().onAccent, ratio), QIcon::Normal,
                       QIcon::On);
    return icon;
}

} // namespace

QueryTools::QueryTools(QWidget* parent) : QFrame(parent), group_(new QActionGroup(this)) {
    setObjectName(QStringLiteral("queryTools"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(spacing);
    for (std::size_t i = 0; i < tools.size(); ++i) {
        auto* action = new QAction(group_);
        action->setObjectName(QLatin1String(tools[i].name));
        action->setCheckable(true);
        action->setShortcut(QKeySequence(Qt::Key_1 + static_cast<int>(i)));
        connect(action, &QAction::triggered, this, [this, mode = tools[i].mode] { Q_EMIT toolChosen(mode); });
        buttons_[i] = new SegmentButton(this);
        buttons_[i]->setObjectName(QLatin1String(tools[i].name));
        buttons_[i]->setDefaultAction(action);
        layout->addWidget(buttons_[i], 1);
    }
    setTool(SearchMode::Whole);
    retranslate();
}

void QueryTools::setTool(SearchMode tool) {
    for (std::size_t i = 0; i < tools.size(); ++i)
        if (tools[i].mode == tool)
            group_->actions().at(static_cast<qsizetype>(i))->setChecked(true);
}

int QueryTools::widthBesideIcons() const {
    int widest = 0;
    for (const SegmentButton* button : buttons_)
        widest = std::max(widest, button->wideWidth());
    return 4 * widest + 3 * spacing + 2 * (margin + 1);
}

QSize QueryTools::sizeHint() const {
    return {widthBesideIcons(), QFrame::sizeHint().height()};
}

QSize QueryTools::minimumSizeHint() const {
    return {4 * 52, QFrame::minimumSizeHint().height()};
}

/// Texts stand beside their icons where there is room, else under them.
void QueryTools::resizeEvent(QResizeEvent*) {
    const bool wide = width() >= widthBesideIcons();
    for (SegmentButton* button : buttons_) {
        if (wide)
            button->setWide();
        else
            button->setNarrow();
    }
}

void QueryTools::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        retranslate();
    QFrame::changeEvent(event);
}

void QueryTools::retranslate() {
    const std::array texts{tr("Whole"), tr("Region"), tr("Part"), tr("Fused")};
    const std::array tips{tr("Find photos that are alike as wholes"),
                          tr("Find a region: drag a box on the photo"),
                          tr("Find parts: click on them, or drag small boxes"),
                          tr("Find by whole photo, region and parts together")};
    for (std::size_t i = 0; i < tools.size(); ++i) {
        QAction* action = group_->actions().at(static_cast<qsizetype>(i));
        action->setText(texts[i]);
        action->setToolTip(tips[i]);
        action->setIcon(toolIcon(tools[i].icon));
        buttons_[i]->setAccessibleName(texts[i]);
        buttons_[i]->setAccessibleDescription(tips[i]);
    }
    updateGeometry();
    resizeEvent(nullptr);
}

} // namespace likeness::ui
