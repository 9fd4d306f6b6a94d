// SPDX-License-Identifier: GPL-3.0-or-later
// What the window does with its library as a case.
#include "ui/main_window/main_window.h"

#include "ui/casework/case_dialog.h"
#include "ui/shared/formats.h"

namespace likeness::ui {

void MainWindow::connectCase() {
    connect(actions_->caseWork, &QAction::triggered, this, &MainWindow::openCase);
    connect(actions_->report, &QAction::triggered, this, &MainWindow::chooseReport);
    const auto follow = [this] { actions_->report->setEnabled(case_.canReport()); };
    connect(&case_, &CaseKeeper::reportable, this, follow);
    follow();
    connect(&case_, &CaseKeeper::failed, notice_, &Notice::showError);
    connect(&case_, &CaseKeeper::reported, this, [this](const std::filesystem::path& file) {
        notice_->showText(tr("The report is in %1.").arg(toQString(file)));
    });
}

/// One at a time; it stays beside the window.
void MainWindow::openCase() {
    auto* dialog = findChild<CaseDialog*>();
    if (dialog == nullptr) {
        dialog = new CaseDialog(case_, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &CaseDialog::reportRequested, this, &MainWindow::chooseReport);
    }
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
}

void MainWindow::chooseReport() {
    const QString pdf = tr("PDF (*.pdf)");
    const QString html = tr("HTML (*.html)");
    auto* dialog = new QFileDialog(this, tr("Report on this query"),
                                   toQString(parts_.session.libraryFile().parent_path()),
                                   pdf + QStringLiteral(";;") + html);
    dialog->setObjectName(QStringLiteral("reportDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    connect(dialog, &QFileDialog::fileSelected, this, [this, dialog, html](const QString& file) {
        const bool named = file.endsWith(QStringLiteral(".pdf")) || file.endsWith(QStringLiteral(".html"));
        const QString suffix =
            dialog->selectedNameFilter() == html ? QStringLiteral(".html") : QStringLiteral(".pdf");
        case_.writeReport(toPath(named ? file : file + suffix));
    });
    dialog->open();
}

} // namespace likeness::ui
