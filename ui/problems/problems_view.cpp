// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/problems/problems_view.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QVBoxLayout>

namespace likeness::ui {

ProblemsView::ProblemsView(QWidget* parent)
    : QWidget(parent),
      title_(new QLabel(this)),
      table_(new QTableView(this)),
      showFile_(new QPushButton(this)),
      tryAgain_(new QPushButton(this)),
      empty_(new EmptyView(QStringLiteral("done"), this)),
      pages_(new QStackedWidget(this)) {
    setObjectName(QStringLiteral("problemsView"));
    setAttribute(Qt::WA_StyledBackground);
    title_->setProperty("heading", true);
    showFile_->setObjectName(QStringLiteral("problemShowFile"));
    tryAgain_->setObjectName(QStringLiteral("problemTryAgain"));
    tryAgain_->setProperty("shortcutOf", QStringLiteral("lookForChanges"));
    dressTable();
    pages_->addWidget(table_);
    pages_->addWidget(empty_);
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(12, 8, 12, 8);
    bar->setSpacing(8);
    bar->addWidget(title_, 1);
    bar->addWidget(showFile_);
    bar->addWidget(tryAgain_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(pages_, 1);
    connect(tryAgain_, &QPushButton::clicked, this, &ProblemsView::tryAgainRequested);
    connect(empty_, &EmptyView::buttonClicked, this, &ProblemsView::photosRequested);
    connect(showFile_, &QPushButton::clicked, this,
            [this] { Q_EMIT showFileRequested(model_.file(table_->currentIndex())); });
    retranslate();
}

void ProblemsView::dressTable() {
    table_->setObjectName(QStringLiteral("problemsTable"));
    table_->setModel(&model_);
    table_->setFrameShape(QFrame::NoFrame);
    table_->setShowGrid(false);
    table_->setWordWrap(true);
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setSelectionMode(QAbstractItemView::SingleSelection);
    table_->setTabKeyNavigation(false);
    table_->verticalHeader()->hide();
    table_->verticalHeader()->setDefaultSectionSize(3 * fontMetrics().height());
    table_->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table_->horizontalHeader()->setHighlightSections(false);
    table_->horizontalHeader()->setStretchLastSection(true);
    table_->setColumnWidth(ProblemListModel::File, 190);
    table_->setColumnWidth(ProblemListModel::Folder, 200);
    connect(table_->selectionModel(), &QItemSelectionModel::currentChanged, this, &ProblemsView::showState);
}

void ProblemsView::setSnapshot(const SnapshotPtr& snapshot) {
    model_.setSnapshot(snapshot);
    showState();
}

void ProblemsView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ProblemsView::retranslate() {
    table_->setAccessibleName(tr("Files that could not be read"));
    showFile_->setText(tr("Show in file manager"));
    tryAgain_->setText(tr("Try again"));
    tryAgain_->setToolTip(tr("Looks at all folders anew"));
    empty_->setTexts(tr("No problems"), tr("Every photo that was found could be read."),
                     tr("Show the photos"));
    model_.retranslate();
    showState();
}

void ProblemsView::showState() {
    const int count = model_.rowCount();
    title_->setText(tr("%n file(s) could not be read", nullptr, count));
    title_->setVisible(count > 0);
    showFile_->setEnabled(table_->currentIndex().isValid());
    showFile_->setVisible(count > 0);
    tryAgain_->setVisible(count > 0);
    pages_->setCurrentIndex(count > 0 ? 0 : 1);
}

} // namespace likeness::ui
