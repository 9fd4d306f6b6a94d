// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/metadata_dialog.h"

#include "ui/shared/error_text.h"
#include "ui/shared/formats.h"

#include <QEvent>
#include <QHeaderView>
#include <QVBoxLayout>

namespace likeness::ui {

MetadataDialog::MetadataDialog(std::filesystem::path file, QWidget* parent)
    : QDialog(parent),
      file_(std::move(file)),
      filter_(new QLineEdit(this)),
      table_(new QTableView(this)),
      note_(new QLabel(this)),
      close_(new QPushButton(this)),
      thread_(QStringLiteral("metadata")) {
    setObjectName(QStringLiteral("metadataDialog"));
    filter_->setObjectName(QStringLiteral("metadataFilter"));
    table_->setObjectName(QStringLiteral("metadataTable"));
    filter_->setClearButtonEnabled(true);
    filtered_.setSourceModel(&model_);
    filtered_.setFilterKeyColumn(-1); // all
    filtered_.setFilterCaseSensitivity(Qt::CaseInsensitive);
    table_->setModel(&filtered_);
    table_->setEditTriggers(QTableView::NoEditTriggers);
    table_->setSelectionBehavior(QTableView::SelectRows);
    table_->setShowGrid(false);
    table_->verticalHeader()->hide();
    table_->horizontalHeader()->setStretchLastSection(true);
    table_->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    note_->setProperty("muted", true);
    note_->setWordWrap(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->setSpacing(12);
    layout->addWidget(filter_);
    layout->addWidget(table_, 1);
    layout->addWidget(note_);
    layout->addWidget(close_, 0, Qt::AlignRight);
    resize(680, 560);
    connect(filter_, &QLineEdit::textChanged, &filtered_, &QSortFilterProxyModel::setFilterFixedString);
    connect(close_, &QPushButton::clicked, this, &QDialog::accept);
    close_->setAutoDefault(false);
    retranslate();
    thread_.post([this] {
        auto table = metadataTable(file_);
        QMetaObject::invokeMethod(this, [this, table = std::move(table)] { take(table); });
    });
}

void MetadataDialog::take(const Result<std::vector<MetadataEntry>>& table) {
    isRead_ = true;
    if (!table) {
        note_->setText(translatedError(table.error()));
        return;
    }
    for (const MetadataEntry& entry : *table)
        model_.appendRow({new QStandardItem(QString::fromStdString(entry.key)),
                          new QStandardItem(QString::fromStdString(entry.value))});
    table_->resizeColumnToContents(0);
    retranslate();
}

void MetadataDialog::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void MetadataDialog::retranslate() {
    setWindowTitle(tr("Metadata of %1").arg(pathName(file_)));
    filter_->setPlaceholderText(tr("Filter"));
    filter_->setAccessibleName(tr("Filter"));
    table_->setAccessibleName(windowTitle());
    model_.setHorizontalHeaderLabels({tr("Tag"), tr("Value")});
    close_->setText(tr("Close"));
    if (isRead_ && model_.rowCount() == 0)
        note_->setText(tr("The file has no EXIF, IPTC or XMP metadata."));
    note_->setVisible(!note_->text().isEmpty());
}

} // namespace likeness::ui
