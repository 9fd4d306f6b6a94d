// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/opened_window.h"
#include "ui/help/about_dialog.h"
#include "ui/help/help_window.h"

#include <QClipboard>
#include <QListWidget>
#include <QTextBrowser>

#include <memory>

using namespace likeness;
using namespace likeness::ui;

class TestHelp : public QObject {
    Q_OBJECT

    std::unique_ptr<OpenedWindow> window_;

    QString shownText() { return window_->find<QTextBrowser>("helpText")->toPlainText(); }
    QStringList titles() {
        QStringList titles;
        const auto* chapters = window_->find<QListWidget>("helpChapters");
        for (int row = 0; row < chapters->count(); ++row)
            titles.append(chapters->item(row)->text());
        return titles;
    }
    void help() { window_->find<QAction>("help")->trigger(); }

private Q_SLOTS:
    void initTestCase() { window_ = std::make_unique<OpenedWindow>(); }
    void cleanupTestCase() { window_.reset(); }

    void theManualOpensAtTheChapterOfTheWorkspace() {
        window_->find<QAbstractButton>("tabCompare")->click();
        help();
        QVERIFY(shownText().startsWith(QStringLiteral("Compare")));
        window_->find<QAbstractButton>("tabQuality")->click();
        help();
        QVERIFY(shownText().startsWith(QStringLiteral("Quality")));
        QCOMPARE(window_->window.findChildren<HelpWindow*>().size(), 1);
    }

    void theManualIsAsLongInChinese() {
        help();
        const QStringList english = titles();
        window_->language.apply(QStringLiteral("zh_CN"));
        QTRY_VERIFY(titles().contains(QStringLiteral("相似")));
        QCOMPARE(titles().size(), english.size());
        QVERIFY(english.size() >= 7);
        window_->language.apply(QStringLiteral("en"));
        QTRY_COMPARE(titles(), english);
    }

    void aboutNamesLicencesAndModelsAndCopiesDiagnostics() {
        window_->find<QAction>("about")->trigger();
        const QString text = window_->find<QTextBrowser>("aboutText")->toPlainText();
        for (const char* part : {"Apache-2.0", "LGPL-3.0", "EfficientNet"})
            QVERIFY2(text.contains(QLatin1String(part)), part);
        window_->find<QPushButton>("copyDiagnostics")->click();
        const QString copied = QGuiApplication::clipboard()->text();
        QVERIFY(copied.contains(QStringLiteral("Qt ")) && copied.contains(QStringLiteral("0 photos")));
        QVERIFY(!copied.contains(window_->place.path()));
        window_->find<QDialog>("aboutDialog")->close();
    }

    void everyPictureOfTheManualIsThere() {
        int pictures = 0;
        for (const char* language : {"en", "zh_CN"})
            for (const QFileInfo& chapter :
                 QDir(QStringLiteral(":/manual/") + QLatin1String(language)).entryInfoList()) {
                QFile file(chapter.filePath());
                QVERIFY(file.open(QIODevice::ReadOnly));
                static const QRegularExpression picture(QStringLiteral("\\]\\(([^)]*\\.jpg)\\)"));
                for (auto found = picture.globalMatch(QString::fromUtf8(file.readAll())); found.hasNext();
                     ++pictures) {
                    const QString name =
                        QDir::cleanPath(chapter.path() + QLatin1Char('/') + found.next().captured(1));
                    QVERIFY2(!QImage(name).isNull(), qPrintable(name));
                }
            }
        QVERIFY(pictures >= 14);
    }
};

QTEST_MAIN(TestHelp)
#include "test_help.moc"
