// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/error_text.h"
#include "ui/shared/formats.h"
#include "ui/shared/language.h"

#include "core/base/error_text.h"

#include <QXmlStreamReader>
#include <QtTest>

using namespace likeness;
using namespace likeness::ui;

class TestUiTexts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyErrorIsToldInEachLanguage() {
        Language language;
        for (const ErrorCode code : allErrorCodes()) {
            const Error error = makeError(code, {"α", "β", "γ", "δ"});
            language.apply(QStringLiteral("en"));
            const QString english = translatedError(error);
            QCOMPARE(english, QString::fromStdString(likeness::errorText(error)));
            language.apply(QStringLiteral("zh_CN"));
            const QString chinese = translatedError(error);
            QVERIFY2(chinese != english, errorCodeName(code).data());
            for (const QChar argument : QStringLiteral("αβγδ"))
                QCOMPARE(chinese.contains(argument), english.contains(argument));
        }
    }

    void noTranslationIsUnfinished() {
        QFile file(QStringLiteral(LIKENESS_SOURCE_DIR "/resources/translations/likeness_zh_CN.ts"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QXmlStreamReader xml(&file);
        int texts = 0;
        while (!xml.atEnd()) {
            xml.readNext();
            if (!xml.isStartElement() || xml.name() != QStringLiteral("translation"))
                continue;
            ++texts;
            QVERIFY2(!xml.attributes().hasAttribute(QStringLiteral("type")),
                     qPrintable(QString::number(xml.lineNumber())));
        }
        QVERIFY(!xml.hasError());
        QVERIFY(texts > 150);
    }

    void numbersAndTimesAreWrittenInTheLanguage() {
        Language language;
        language.apply(QStringLiteral("en"));
        QCOMPARE(countText(8213), QStringLiteral("8,213"));
        QCOMPARE(durationText(std::chrono::seconds(170)), QStringLiteral("3 min left"));
        QCOMPARE(percentText(.456), QStringLiteral("46 %"));
        QCOMPARE(dateText(0), QStringLiteral("1970-01-01 00:00"));
        language.apply(QStringLiteral("zh_CN"));
        QCOMPARE(durationText(std::chrono::seconds(170)), QStringLiteral("剩余 3 分钟"));
    }

    void namesThatAreNotUtf8AreShownAndStillFound() {
        const std::filesystem::path path("/photos/caf\xE9.jpg");
        QVERIFY(pathName(path).startsWith(QStringLiteral("caf")));
        QCOMPARE(toPath(QStringLiteral("/photos/猫.jpg")).native(), std::string("/photos/猫.jpg"));
    }
};

QTEST_MAIN(TestUiTexts)
#include "test_ui_texts.moc"
