// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/indexer.h"
#include "ui/shared/library_session.h"

#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

namespace likeness::ui {

/// What goes on at the bottom of the window: indexing with its rate and time left, Pause, problems, the
/// library.
class StatusBar : public QWidget {
    Q_OBJECT

public:
    explicit StatusBar(LibrarySession& session, QWidget* parent = nullptr);

Q_SIGNALS:
    void problemsRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void layOut();
    void retranslate();
    void showState();
    QString activityText() const;
    QString rateText() const;

    LibrarySession& session_;
    IndexProgress progress_;
    QLabel* activity_;
    QProgressBar* bar_;
    QLabel* rate_;
    QToolButton* pause_;
    QToolButton* problems_;
    QLabel* library_;
};

} // namespace likeness::ui
