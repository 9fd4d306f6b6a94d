// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/opened_window.h"
#include "ui/main_window/shortcut_dialog.h"
#include "ui/main_window/shortcut_tips.h"

#include <memory>

using namespace likeness;
using namespace likeness::ui;

class TestShortcuts : public QObject {
    Q_OBJECT

    std::unique_ptr<OpenedWindow> window_;

    QAction* action(const char* name) { return window_->find<QAction>(name); }
    ShortcutDialog* open() {
        action("shortcuts")->trigger();
        return window_->find<ShortcutDialog>("shortcutDialog");
    }
    int rowOf(const QString& text) {
        const auto* table = window_->find<QTableWidget>("shortcutTable");
        const auto found = table->findItems(text, Qt::MatchExactly);
        return found.isEmpty() ? -1 : found.front()->row();
    }
    void press(const QString& actionText, const QKeySequence& keys) {
        window_->find<QTableWidget>("shortcutTable")->setCurrentCell(rowOf(actionText), 0);
        auto* edit = window_->find<QKeySequenceEdit>("shortcutKeys");
        edit->setKeySequence(keys);
        Q_EMIT edit->editingFinished();
    }

private Q_SLOTS:
    void init() {
        QSettings().remove(QStringLiteral("shortcuts"));
        window_ = std::make_unique<OpenedWindow>();
    }
    void cleanup() { window_.reset(); }

    void allActionsAreListedWithTheirKeys() {
        auto* dialog = open();
        const auto* table = window_->find<QTableWidget>("shortcutTable");
        QVERIFY(table->rowCount() > 30);
        QCOMPARE(table->item(rowOf(QStringLiteral("Find similar")), 1)->text(), QStringLiteral("S"));
        window_->find<QLineEdit>("shortcutFilter")->setText(QStringLiteral("find sim"));
        QVERIFY(!table->isRowHidden(rowOf(QStringLiteral("Find similar"))));
        QVERIFY(table->isRowHidden(rowOf(QStringLiteral("Compare"))));
        dialog->accept();
    }

    void newKeysWorkAtOnceAndAfterAStart() {
        open();
        press(QStringLiteral("Find similar"), QKeySequence(Qt::CTRL | Qt::Key_J));
        QCOMPARE(action("findSimilar")->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_J));
        window_ = std::make_unique<OpenedWindow>();
        QCOMPARE(action("findSimilar")->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_J));
    }

    void tooltipsNameTheKeysThatWereChosen() {
        const auto* tips = window_->window.findChild<ShortcutTips*>();
        const auto* button = window_->find<QToolButton>("star3");
        QCOMPARE(tips->tipOf(*button), QStringLiteral("3 stars (Ctrl+3)"));
        const auto* filter = window_->find<QLineEdit>("textFilter");
        QCOMPARE(filter->placeholderText(), QStringLiteral("Filter (Ctrl+F)"));
        auto* dialog = open();
        press(QStringLiteral("★★★"), QKeySequence(Qt::CTRL | Qt::Key_J));
        press(QStringLiteral("Filter"), QKeySequence(Qt::CTRL | Qt::Key_G));
        dialog->accept();
        QCOMPARE(tips->tipOf(*button), QStringLiteral("3 stars (Ctrl+J)"));
        QCOMPARE(filter->placeholderText(), QStringLiteral("Filter (Ctrl+G)"));
    }

    void keysOfAnotherActionAreTakenFromIt() {
        open();
        press(QStringLiteral("Find similar"), QKeySequence(Qt::Key_C));
        QVERIFY(action("compare")->shortcut().isEmpty());
        QVERIFY(window_->find<QLabel>("shortcutNote")->text().contains(QStringLiteral("Compare")));
        window_->find<QPushButton>("shortcutReset")->click();
        QCOMPARE(action("compare")->shortcut(), QKeySequence(Qt::Key_C));
        QCOMPARE(action("findSimilar")->shortcut(), QKeySequence(Qt::Key_S));
    }

    void anActionCanBeWithoutKeys() {
        open();
        window_->find<QTableWidget>("shortcutTable")
            ->setCurrentCell(rowOf(QStringLiteral("Find similar")), 0);
        window_->find<QPushButton>("shortcutNone")->click();
        QVERIFY(action("findSimilar")->shortcut().isEmpty());
        window_ = std::make_unique<OpenedWindow>();
        QVERIFY(action("findSimilar")->shortcut().isEmpty());
    }
};

QTEST_MAIN(TestShortcuts)
#include "test_shortcuts.moc"
