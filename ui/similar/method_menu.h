// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/similar/method_presenter.h"

#include <QAction>
#include <QMenu>
#include <QToolButton>

#include <vector>

namespace likeness::ui {

/// The button "Method" with its menu: how codes are made, how results are re-ranked, which variants of the
/// query are looked for.
class MethodMenu : public QToolButton {
    Q_OBJECT

public:
    explicit MethodMenu(MethodPresenter& presenter, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();
    QMenu* addChoices(const char* name);
    void showChoices();
    void showPackCodebook();
    void showOffer(const QString& action, const CodebookName& codebook, const QString& text);
    void showButton();
    void retranslate();

    MethodPresenter& presenter_;
    QMenu* menu_;
    QMenu* methods_;
    QMenu* lengths_;
    QAction* ofPack_ = nullptr;
    QMenu* reranking_;
    QAction* mirrored_ = nullptr;
    QAction* rotated_ = nullptr;
    QAction* train_ = nullptr;
};

} // namespace likeness::ui
