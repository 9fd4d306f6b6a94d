// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/header_bar.h"

#include "ui/shared/theme.h"

#include <QEvent>
#include <QKeyEvent>

namespace likeness::ui {

HeaderBar::HeaderBar(const Actions& actions, QWidget* parent)
    : QWidget(parent),
      filterAction_(*actions.filter),
      addFolder_(new QPushButton(this)),
      searchByPhoto_(new QPushButton(this)),
      tabRow_(new QHBoxLayout),
      filter_(new QLineEdit(this)),
      menuButton_(new QToolButton(this)),
      menu_(new QMenu(this)),
      library_(new LibraryMenu(actions, menu_)) {
    setObjectName(QStringLiteral("header"));
    setAttribute(Qt::WA_StyledBackground);
    setFixedHeight(48);
    addFolder_->setObjectName(QStringLiteral("addFolderButton"));
    addFolder_->setProperty("shortcutOf", QStringLiteral("addFolder"));
    searchByPhoto_->setObjectName(QStringLiteral("searchByPhotoButton"));
    searchByPhoto_->setProperty("shortcutOf", QStringLiteral("searchByPhoto"));
    filter_->setObjectName(QStringLiteral("textFilter"));
    filter_->setProperty("shortcutOf", QStringLiteral("filter"));
    filter_->setClearButtonEnabled(true);
    filter_->setMinimumWidth(140);
    filter_->setMaximumWidth(280);
    filter_->setAcceptDrops(false);
    filter_->installEventFilter(this);
    menuButton_->setObjectName(QStringLiteral("menuButton"));
    menuButton_->setPopupMode(QToolButton::InstantPopup);
    menuButton_->setMenu(menu_);
    tabs_.setExclusive(false);
    tabRow_->setSpacing(0);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 0, 12, 0);
    layout->setSpacing(8);
    layout->addWidget(addFolder_);
    layout->addWidget(searchByPhoto_);
    layout->addSpacing(12);
    layout->addLayout(tabRow_);
    layout->addStretch(1);
    layout->addWidget(filter_, 2);
    layout->addWidget(menuButton_);
    fillMenu(actions);
    connect(addFolder_, &QPushButton::clicked, actions.addFolder, &QAction::trigger);
    connect(searchByPhoto_, &QPushButton::clicked, actions.searchByPhoto, &QAction::trigger);
    connect(filter_, &QLineEdit::textChanged, this, &HeaderBar::filterChanged);
    connect(filter_, &QLineEdit::returnPressed, this, &HeaderBar::filterLeft);
    connect(&tabs_, &QButtonGroup::idClicked, this, &HeaderBar::tabChosen);
    connect(&filterAction_, &QAction::changed, this, &HeaderBar::showFilterKey);
    retranslate();
}

void HeaderBar::fillMenu(const Actions& actions) {
    menu_->addActions({actions.addFolder, actions.searchByPhoto, actions.paste});
    menu_->addSeparator();
    menu_->addMenu(library_);
    menu_->addActions({actions.lookForChanges, actions.pauseOrResume});
    menu_->addSeparator();
    menu_->addActions({actions.undo, actions.redo});
    menu_->addSeparator();
    menu_->addActions({actions.zoomIn, actions.zoomOut, actions.inspector, actions.fullScreen});
    menu_->addSeparator();
    menu_->addActions({actions.saveQuery, actions.caseWork, actions.report});
    menu_->addSeparator();
    menu_->addActions({actions.train, actions.settings, actions.shortcuts});
    menu_->addSeparator();
    menu_->addActions({actions.help, actions.about, actions.quit});
}

void HeaderBar::addTab(const QString& objectName) {
    auto* tab = new QToolButton(this);
    tab->setObjectName(objectName);
    tab->setProperty("tab", true);
    tab->setCheckable(true);
    tab->setFixedHeight(48);
    tabs_.addButton(tab, static_cast<int>(tabs_.buttons().size()));
    tabRow_->addWidget(tab);
}

void HeaderBar::setTabTitle(int tab, const QString& title) {
    QAbstractButton* button = tabs_.button(tab);
    const QString keys = QStringLiteral("Alt+%1").arg(tab + 1);
    button->setText(title);
    button->setShortcut(QKeySequence(keys));
    button->setToolTip(QStringLiteral("%1 (%2)").arg(title, keys));
    // The current tab is bold; the width stays the same for all.
    QFont bold = button->font();
    bold.setWeight(QFont::DemiBold);
    button->setMinimumWidth(QFontMetrics(bold).horizontalAdvance(title) + 32);
}

void HeaderBar::setCurrentTab(int tab) {
    for (QAbstractButton* button : tabs_.buttons())
        button->setChecked(tabs_.id(button) == tab);
}

bool HeaderBar::eventFilter(QObject* watched, QEvent* event) {
    if (watched != filter_ || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key != Qt::Key_Escape && key != Qt::Key_Down)
        return false;
    if (key == Qt::Key_Escape)
        filter_->clear();
    Q_EMIT filterLeft();
    return true;
}

void HeaderBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        retranslate();
    QWidget::changeEvent(event);
}

void HeaderBar::retranslate() {
    addFolder_->setIcon(themedIcon(QStringLiteral("add")));
    addFolder_->setText(tr("Folder"));
    addFolder_->setAccessibleName(tr("Add a folder"));
    addFolder_->setToolTip(tr("Add a folder with photos"));
    searchByPhoto_->setIcon(themedIcon(QStringLiteral("search")));
    searchByPhoto_->setText(tr("Search by photo…"));
    searchByPhoto_->setToolTip(
        tr("Choose a photo and find those like it; dropping or pasting one works too"));
    showFilterKey();
    filter_->setAccessibleName(tr("Filter by name, folder, tag, camera or place"));
    filter_->setToolTip(tr("Filter by name, folder, tag, camera or place"));
    menuButton_->setIcon(themedIcon(QStringLiteral("menu")));
    menuButton_->setAccessibleName(tr("Menu"));
    menuButton_->setToolTip(tr("Menu"));
}

void HeaderBar::showFilterKey() {
    const QString key = filterAction_.shortcut().toString(QKeySequence::NativeText);
    filter_->setPlaceholderText(key.isEmpty() ? tr("Filter") : tr("Filter (%1)").arg(key));
}

} // namespace likeness::ui
