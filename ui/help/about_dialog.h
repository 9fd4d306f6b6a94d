// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/library_session.h"

#include <QDialog>
#include <QTextBrowser>

namespace likeness::ui {

/// What a report on a fault needs: versions, machine, engine and counts. No names of photos or folders.
QString diagnostics(const LibrarySession& session);

/// The program with its version, the libraries and models that it stands on with their licences, and the
/// diagnostics to be copied.
class AboutDialog : public QDialog {
    Q_OBJECT

public:
    explicit AboutDialog(const LibrarySession& session, QWidget* parent = nullptr);

private:
    static QString text();

    QTextBrowser* text_;
};

} // namespace likeness::ui
