// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/tag_editor.h"

#include "ui/shared/theme.h"

#include <QCompleter>
#include <QEvent>
#include <QVBoxLayout>

namespace likeness::ui {

TagEditor::TagEditor(QWidget* parent) : QWidget(parent), list_(new QLabel(this)), line_(new QLineEdit(this)) {
    setObjectName(QStringLiteral("tagEditor"));
    list_->setObjectName(QStringLiteral("tagList"));
    list_->setTextFormat(Qt::RichText);
    list_->setWordWrap(true);
    list_->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    line_->setObjectName(QStringLiteral("tagLine"));
    auto* completer = new QCompleter(&names_, this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    line_->setCompleter(completer);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(list_);
    layout->addWidget(line_);
    connect(list_, &QLabel::linkActivated, this, [this](const QString& number) {
        const QString name = tags_.value(number.toInt());
        if (!name.isEmpty())
            Q_EMIT removed(name);
    });
    connect(line_, &QLineEdit::returnPressed, this, [this] {
        const QString name = line_->text().trimmed();
        line_->clear();
        if (!name.isEmpty())
            Q_EMIT added(name);
    });
    retranslate();
}

void TagEditor::show(const QStringList& tags, const QStringList& names) {
    tags_ = tags;
    names_.setStringList(names);
    showTags();
}

/// A tag and its cross stay on one line.
void TagEditor::showTags() {
    QStringList parts;
    for (qsizetype i = 0; i < tags_.size(); ++i)
        parts.append(QStringLiteral("<span style='white-space:nowrap'>%1&nbsp;<a href='%2' title='%3' "
                                    "style='color:%4;text-decoration:none'>×</a></span>")
                         .arg(tags_[i].toHtmlEscaped())
                         .arg(i)
                         .arg(tr("Take this tag off").toHtmlEscaped(), Theme::colors().muted.name()));
    list_->setText(parts.join(QStringLiteral(" &nbsp; ")));
    list_->setVisible(!tags_.isEmpty());
}

void TagEditor::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        retranslate();
    QWidget::changeEvent(event);
}

void TagEditor::retranslate() {
    list_->setAccessibleName(tr("Tags"));
    line_->setPlaceholderText(tr("Add a tag"));
    line_->setAccessibleName(tr("Add a tag"));
    line_->setToolTip(tr("Gives all selected photos a tag; levels are parted by '/': Places/Paris"));
    showTags();
}

} // namespace likeness::ui
