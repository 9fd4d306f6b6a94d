// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/shortcut_dialog.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QVBoxLayout>

namespace likeness::ui {

ShortcutDialog::ShortcutDialog(ShortcutBook& book, QWidget* parent)
    : QDialog(parent),
      book_(book),
      filter_(new QLineEdit(this)),
      table_(new QTableWidget(0, 2, this)),
      keysLabel_(new QLabel(this)),
      keys_(new QKeySequenceEdit(this)),
      none_(new QPushButton(this)),
      reset_(new QPushButton(this)),
      note_(new QLabel(this)),
      close_(new QPushButton(this)) {
    setObjectName(QStringLiteral("shortcutDialog"));
    filter_->setObjectName(QStringLiteral("shortcutFilter"));
    table_->setObjectName(QStringLiteral("shortcutTable"));
    keys_->setObjectName(QStringLiteral("shortcutKeys"));
    none_->setObjectName(QStringLiteral("shortcutNone"));
    reset_->setObjectName(QStringLiteral("shortcutReset"));
    note_->setObjectName(QStringLiteral("shortcutNote"));
    note_->setProperty("muted", true);
    note_->setWordWrap(true);
    filter_->setClearButtonEnabled(true);
    table_->setEditTriggers(QTableWidget::NoEditTriggers);
    table_->setSelectionBehavior(QTableWidget::SelectRows);
    table_->setSelectionMode(QTableWidget::SingleSelection);
    table_->setShowGrid(false);
    table_->verticalHeader()->hide();
    table_->horizontalHeader()->setStretchLastSection(true);
    table_->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    keysLabel_->setBuddy(keys_);
    for (QPushButton* button : {none_, reset_, close_})
        button->setAutoDefault(false);
    auto* editing = new QHBoxLayout;
    editing->addWidget(keysLabel_);
    editing->addWidget(keys_, 1);
    editing->addWidget(none_);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(reset_);
    buttons->addStretch(1);
    buttons->addWidget(close_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->setSpacing(12);
    layout->addWidget(filter_);
    layout->addWidget(table_, 1);
    layout->addLayout(editing);
    layout->addWidget(note_);
    layout->addLayout(buttons);
    resize(560, 620);
    connect(filter_, &QLineEdit::textChanged, this, &ShortcutDialog::filter);
    connect(table_, &QTableWidget::currentCellChanged, this, &ShortcutDialog::showCurrent);
    connect(keys_, &QKeySequenceEdit::editingFinished, this, &ShortcutDialog::change);
    connect(none_, &QPushButton::clicked, this, [this] {
        keys_->clear();
        change();
    });
    connect(reset_, &QPushButton::clicked, this, [this] {
        book_.reset();
        note_->clear();
        list();
    });
    connect(close_, &QPushButton::clicked, this, &QDialog::accept);
    retranslate();
    table_->setCurrentCell(0, 0);
}

QAction* ShortcutDialog::current() const {
    const QTableWidgetItem* item = table_->item(table_->currentRow(), 0);
    return item ? item->data(Qt::UserRole).value<QAction*>() : nullptr;
}

void ShortcutDialog::list() {
    const QAction* chosen = current();
    const std::vector<QAction*> actions = book_.actions();
    table_->setRowCount(static_cast<int>(actions.size()));
    for (int row = 0; row < table_->rowCount(); ++row) {
        QAction* action = actions[static_cast<std::size_t>(row)];
        QString text = action->text();
        text.remove(QLatin1Char('&'));
        auto* name = new QTableWidgetItem(text);
        name->setData(Qt::UserRole, QVariant::fromValue(action));
        auto* keys = new QTableWidgetItem(action->shortcut().toString(QKeySequence::NativeText));
        QFont font = this->font();
        font.setBold(action->shortcut() != book_.usual(*action));
        keys->setFont(font);
        table_->setItem(row, 0, name);
        table_->setItem(row, 1, keys);
        if (action == chosen)
            table_->setCurrentCell(row, 0);
    }
    table_->resizeColumnToContents(0);
    filter();
    showCurrent();
}

void ShortcutDialog::filter() {
    const QString wanted = filter_->text().trimmed();
    for (int row = 0; row < table_->rowCount(); ++row) {
        const bool fits = table_->item(row, 0)->text().contains(wanted, Qt::CaseInsensitive) ||
                          table_->item(row, 1)->text().contains(wanted, Qt::CaseInsensitive);
        table_->setRowHidden(row, !fits);
    }
}

void ShortcutDialog::showCurrent() {
    const QAction* action = current();
    keys_->setEnabled(action != nullptr);
    none_->setEnabled(action != nullptr && !action->shortcut().isEmpty());
    keys_->setKeySequence(action ? action->shortcut() : QKeySequence());
}

void ShortcutDialog::change() {
    QAction* action = current();
    const QKeySequence keys = keys_->keySequence();
    if (action == nullptr || keys == action->shortcut())
        return;
    const QAction* former = book_.holderOf(keys);
    book_.set(*action, keys);
    note_->setText(
        former != nullptr && former != action
            ? tr("%1 was taken from “%2”.").arg(keys.toString(QKeySequence::NativeText), former->text())
            : QString());
    list();
}

void ShortcutDialog::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void ShortcutDialog::retranslate() {
    setWindowTitle(tr("Shortcuts"));
    filter_->setPlaceholderText(tr("Filter"));
    filter_->setAccessibleName(tr("Filter"));
    table_->setHorizontalHeaderLabels({tr("Action"), tr("Keys")});
    table_->setAccessibleName(tr("Shortcuts"));
    keysLabel_->setText(tr("&Keys"));
    keys_->setAccessibleName(tr("Keys"));
    none_->setText(tr("No keys"));
    reset_->setText(tr("All as usual"));
    close_->setText(tr("Close"));
    list();
}

} // namespace likeness::ui
