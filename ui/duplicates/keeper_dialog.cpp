// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/duplicates/keeper_dialog.h"

#include "ui/duplicates/duplicate_texts.h"
#include "ui/shared/formats.h"

#include <QDialogButtonBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace likeness::ui {
namespace {

QLabel* heading(const QString& text, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setProperty("heading", true);
    return label;
}

QLabel* explanation(const QString& text, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setProperty("muted", true);
    label->setWordWrap(true);
    return label;
}

} // namespace

KeeperDialog::KeeperDialog(std::span<const KeeperRule> rules,
                           std::span<const std::filesystem::path> protectedFolders, QWidget* parent)
    : QDialog(parent),
      rules_(new QListWidget(this)),
      up_(new QPushButton(tr("Up"), this)),
      down_(new QPushButton(tr("Down"), this)),
      folders_(new QListWidget(this)) {
    setObjectName(QStringLiteral("keeperDialog"));
    setWindowTitle(tr("Rules for duplicates"));
    resize(500, 520);
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(8);
    layout->addWidget(heading(tr("Which photo to keep"), this));
    layout->addWidget(explanation(
        tr("The first rule in use that tells two photos apart decides what is suggested."), this));
    layout->addLayout(makeRules(rules));
    layout->addSpacing(8);
    layout->addWidget(heading(tr("Protected folders"), this));
    layout->addWidget(explanation(
        tr("Photos in them and below are suggested to keep, and are never moved from here."), this));
    layout->addLayout(makeFolders());
    for (const auto& folder : protectedFolders)
        addFolder(folder);
    auto* buttons = new QDialogButtonBox(this);
    auto* apply = new QPushButton(tr("Use these rules"), this);
    apply->setObjectName(QStringLiteral("keeperApply"));
    apply->setProperty("primary", true);
    buttons->addButton(apply, QDialogButtonBox::AcceptRole);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

QLayout* KeeperDialog::makeRules(std::span<const KeeperRule> rules) {
    rules_->setObjectName(QStringLiteral("keeperRules"));
    rules_->setAccessibleName(tr("Which photo to keep"));
    rules_->setDragDropMode(QAbstractItemView::InternalMove);
    up_->setObjectName(QStringLiteral("keeperUp"));
    down_->setObjectName(QStringLiteral("keeperDown"));
    for (const KeeperRule rule : rules)
        addRule(rule, Qt::Checked);
    for (const KeeperRule rule : allKeeperRules)
        if (std::ranges::find(rules, rule) == rules.end())
            addRule(rule, Qt::Unchecked);
    rules_->setCurrentRow(0);
    connect(up_, &QPushButton::clicked, this, [this] { move(-1); });
    connect(down_, &QPushButton::clicked, this, [this] { move(1); });
    auto* buttons = new QVBoxLayout;
    buttons->addWidget(up_);
    buttons->addWidget(down_);
    buttons->addStretch();
    auto* row = new QHBoxLayout;
    row->addWidget(rules_, 1);
    row->addLayout(buttons);
    return row;
}

QLayout* KeeperDialog::makeFolders() {
    folders_->setObjectName(QStringLiteral("protectedFolders"));
    folders_->setAccessibleName(tr("Protected folders"));
    auto* add = new QPushButton(tr("Add…"), this);
    add->setObjectName(QStringLiteral("protectFolder"));
    auto* remove = new QPushButton(tr("Remove"), this);
    remove->setObjectName(QStringLiteral("unprotectFolder"));
    connect(add, &QPushButton::clicked, this, &KeeperDialog::chooseFolder);
    connect(remove, &QPushButton::clicked, this, [this] { delete folders_->currentItem(); });
    auto* buttons = new QVBoxLayout;
    buttons->addWidget(add);
    buttons->addWidget(remove);
    buttons->addStretch();
    auto* row = new QHBoxLayout;
    row->addWidget(folders_, 1);
    row->addLayout(buttons);
    return row;
}

void KeeperDialog::addRule(KeeperRule rule, Qt::CheckState state) {
    auto* item = new QListWidgetItem(DuplicateTexts::rule(rule), rules_);
    item->setData(Qt::UserRole, static_cast<int>(rule));
    item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
    item->setCheckState(state);
}

void KeeperDialog::addFolder(const std::filesystem::path& folder) {
    auto* item = new QListWidgetItem(toQString(folder), folders_);
    item->setData(Qt::UserRole, QByteArray::fromStdString(folder.native()));
}

void KeeperDialog::move(int rows) {
    const int from = rules_->currentRow();
    const int to = from + rows;
    if (from < 0 || to < 0 || to >= rules_->count())
        return;
    rules_->insertItem(to, rules_->takeItem(from));
    rules_->setCurrentRow(to);
}

void KeeperDialog::chooseFolder() {
    auto* dialog = new QFileDialog(this, tr("Protect a folder"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString& folder) { addFolder(toPath(folder)); });
    dialog->open();
}

std::vector<KeeperRule> KeeperDialog::rules() const {
    std::vector<KeeperRule> rules;
    for (int row = 0; row < rules_->count(); ++row)
        if (rules_->item(row)->checkState() == Qt::Checked)
            rules.push_back(static_cast<KeeperRule>(rules_->item(row)->data(Qt::UserRole).toInt()));
    return rules;
}

std::vector<std::filesystem::path> KeeperDialog::protectedFolders() const {
    std::vector<std::filesystem::path> folders;
    for (int row = 0; row < folders_->count(); ++row)
        folders.emplace_back(folders_->item(row)->data(Qt::UserRole).toByteArray().toStdString());
    return folders;
}

} // namespace likeness::ui
