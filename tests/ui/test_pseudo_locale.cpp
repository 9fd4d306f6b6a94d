// SPDX-License-Identifier: GPL-3.0-or-later
// Every view in a language whose texts are the English ones in brackets: what is seen without them was not
// translated.
#include "tests/ui/opened_window.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QDialog>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QRegularExpression>
#include <QTranslator>

#include <memory>

using namespace likeness;
using namespace likeness::ui;

namespace {

class Brackets : public QTranslator {
public:
    bool isEmpty() const override { return false; }
    QString translate(const char* context, const char* text, const char* /*disambiguation*/,
                      int /*n*/) const override {
        if (QLatin1String(text) == QLatin1String("en") || QString::fromUtf8(text).isEmpty())
            return {}; // names a language
        if (QLatin1String(context).startsWith(QLatin1String("Q")))
            return {}; // Qt's own
        return QLatin1Char('[') + QString::fromUtf8(text) + QLatin1Char(']');
    }
};

/// Names of files and makers, numbers with their units, what programs call themselves: the same everywhere.
bool isNoText(const QString& text) {
    static const QRegularExpression plain(QStringLiteral(
        "^(<[^>]*>|[^\\p{L}]|\\b[\\p{L}]{1,2}\\b|JPEG|PNG|mAP|RAW|CSV|JSON|English|Likeness|"
        "简体中文|\\S*\\.(jpg|likeness)|hat|photos|shoes|EfficientNet\\S*|Small CNN|ITQ|LSH|Deep|bytes|test|"
        "Ctrl|Alt|Shift|Space|Esc|Return)*$"));
    return plain.match(text).hasMatch();
}

} // namespace

class TestPseudoLocale : public QObject {
    Q_OBJECT

    std::unique_ptr<OpenedWindow> window_;
    Brackets brackets_;
    QStringList bare_;

    void look(const QObject* where, const char* what, const QString& text) {
        if (!text.contains(QLatin1Char('[')) && !isNoText(text))
            bare_.append(QStringLiteral("%1 %2 %3: %4")
                             .arg(QLatin1String(where->metaObject()->className()), where->objectName(),
                                  QLatin1String(what), text));
    }

    void lookAt(const QWidget* widget) {
        look(widget, "tooltip", widget->toolTip());
        look(widget, "accessible name", widget->accessibleName());
        if (const auto* label = qobject_cast<const QLabel*>(widget))
            look(widget, "text", label->text());
        if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
            look(widget, "text", button->text());
        const bool isQts = widget->objectName().startsWith(QStringLiteral("qt_"));
        if (const auto* line = qobject_cast<const QLineEdit*>(widget); line && !isQts)
            look(widget, "placeholder", line->placeholderText());
        if (const auto* box = qobject_cast<const QComboBox*>(widget))
            for (int i = 0; i < box->count(); ++i)
                look(widget, "choice", box->itemText(i));
        if (const auto* header = qobject_cast<const QHeaderView*>(widget))
            for (int i = 0; header->model() && header->isVisible() && i < header->count(); ++i)
                look(header->parent(), "column",
                     header->model()->headerData(i, header->orientation()).toString());
        for (const QAction* action : widget->actions())
            if (!action->objectName().startsWith(QStringLiteral("_q_")))
                look(action, "action", action->text());
    }

    /// What is visible below, and the menus that could be opened.
    void lookAround(const QWidget* top) {
        lookAt(top);
        look(top, "title", top->windowTitle());
        for (const QWidget* widget : top->findChildren<QWidget*>())
            if (widget->isVisible() || qobject_cast<const QMenu*>(widget))
                lookAt(widget);
    }

    void openTab(const char* name) {
        window_->find<QAbstractButton>(name)->click();
        QTest::qWait(50);
        lookAround(&window_->window);
    }

    void openDialog(const char* action, const char* name) {
        window_->find<QAction>(action)->trigger();
        auto* dialog = window_->find<QWidget>(name);
        QTest::qWait(200); // what it reads
        lookAround(dialog);
        dialog->close();
    }

    void verifyNothingIsBare() { QVERIFY2(bare_.isEmpty(), qPrintable(bare_.join(QLatin1Char('\n')))); }

private Q_SLOTS:
    void initTestCase() {
        window_ = std::make_unique<OpenedWindow>();
        QCoreApplication::installTranslator(&brackets_);
        QTest::qWait(50);
    }

    void cleanupTestCase() {
        QCoreApplication::removeTranslator(&brackets_);
        window_.reset();
    }

    void init() { bare_.clear(); }

    void whatAnEmptyLibraryShows() {
        lookAround(&window_->window);
        verifyNothingIsBare();
    }

    void workspaces() {
        window_->indexSamples({QStringLiteral("hat"), QStringLiteral("shoes")}, 3);
        auto* grid = window_->find<ThumbnailGrid>("photosGrid");
        grid->setCurrentIndex(grid->model()->index(0, 0));
        window_->find<QAction>("rate3")->trigger();
        for (const char* tab : {"tabPhotos", "tabSimilar", "tabDuplicates", "tabCompare", "tabQuality"})
            openTab(tab);
        verifyNothingIsBare();
    }

    void aSearchWithItsTools() {
        window_->find<QAbstractButton>("tabPhotos")->click();
        const QSignalSpy answered(&window_->session, &LibrarySession::searchAnswered);
        window_->find<QAction>("findSimilar")->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(!answered.isEmpty(), indexingLimitMs);
        lookAround(&window_->window);
        for (const char* tool : {"toolRegion", "toolPart", "toolFused"})
            if (auto* button = window_->window.findChild<QAbstractButton*>(QLatin1String(tool))) {
                button->click();
                QTest::qWait(100);
                lookAround(&window_->window);
            }
        verifyNothingIsBare();
    }

    void dialogs() {
        openDialog("settings", "settingsDialog");
        openDialog("shortcuts", "shortcutDialog");
        openDialog("caseWork", "caseDialog");
        openDialog("trainCodebook", "trainingDialog");
        openDialog("metadata", "metadataDialog");
        openDialog("about", "aboutDialog");
        verifyNothingIsBare();
    }

    void theViewer() {
        window_->find<QAbstractButton>("tabPhotos")->click();
        window_->find<QAction>("open")->trigger();
        lookAround(&window_->window);
        verifyNothingIsBare();
    }
};

QTEST_MAIN(TestPseudoLocale)
#include "test_pseudo_locale.moc"
