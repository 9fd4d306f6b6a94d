// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/help_window.h"

#include <QDir>
#include <QEvent>
#include <QFile>
#include <QHBoxLayout>
#include <QShortcut>
#include <QSignalBlocker>

#include <algorithm>

namespace likeness::ui {
namespace {

QString contentOf(const QString& file) {
    QFile chapter(file);
    return chapter.open(QIODevice::ReadOnly) ? QString::fromUtf8(chapter.readAll()) : QString();
}

/// The first line without its sign.
QString titleOf(const QString& chapter) {
    return chapter.section(QLatin1Char('\n'), 0, 0).mid(2);
}

} // namespace

HelpWindow::HelpWindow(QWidget* parent)
    : QWidget(parent, Qt::Window), chapters_(new QListWidget(this)), text_(new ManualText(this)) {
    setObjectName(QStringLiteral("helpWindow"));
    setAttribute(Qt::WA_DeleteOnClose);
    chapters_->setObjectName(QStringLiteral("helpChapters"));
    chapters_->setFixedWidth(180);
    chapters_->setFrameShape(QFrame::NoFrame);
    chapters_->setSpacing(3);
    text_->setObjectName(QStringLiteral("helpText"));
    text_->setFrameShape(QFrame::NoFrame);
    text_->document()->setDocumentMargin(20);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(1);
    layout->addWidget(chapters_);
    layout->addWidget(text_, 1);
    resize(860, 680);
    connect(chapters_, &QListWidget::currentRowChanged, this, &HelpWindow::showCurrent);
    connect(new QShortcut(QKeySequence(Qt::Key_Escape), this), &QShortcut::activated, this, &QWidget::close);
    listChapters();
}

/// In the order of their numbers; in English where the language has no manual.
void HelpWindow::listChapters() {
    setWindowTitle(tr("Manual"));
    chapters_->setAccessibleName(tr("Chapters"));
    //: The folder of the manual in this language: "en" or "zh_CN".
    QDir folder(QStringLiteral(":/manual/") + tr("en"));
    if (!folder.exists())
        folder.setPath(QStringLiteral(":/manual/en"));
    const int row = std::max(0, chapters_->currentRow());
    const QSignalBlocker quiet(chapters_);
    chapters_->clear();
    for (const QString& name : folder.entryList(QDir::Files, QDir::Name)) {
        auto* item = new QListWidgetItem(titleOf(contentOf(folder.filePath(name))), chapters_);
        item->setData(Qt::UserRole, folder.filePath(name));
    }
    chapters_->setCurrentRow(row);
    showCurrent();
}

void HelpWindow::showChapter(const QString& name) {
    for (int row = 0; row < chapters_->count(); ++row)
        if (chapters_->item(row)->data(Qt::UserRole).toString().endsWith(QStringLiteral("-%1.md").arg(name)))
            chapters_->setCurrentRow(row);
}

void HelpWindow::showCurrent() {
    if (const QListWidgetItem* chapter = chapters_->currentItem())
        text_->showFile(chapter->data(Qt::UserRole).toString());
}

void HelpWindow::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        listChapters();
    QWidget::changeEvent(event);
}

} // namespace likeness::ui
