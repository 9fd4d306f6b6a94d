// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/path_text.h"

#include <QtTest>

using namespace likeness;

class TestPathText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void utf8StaysAsItIs() {
        const std::string name = "/照片/Crémieux \U0001F600.jpg";
        QCOMPARE(pathText(name), name);
    }

    void controlCharactersBecomeEscapes() {
        QCOMPARE(printableText("a\nb\tc\r\x01\x7F"), std::string("a\\nb\\tc\\r\\x01\\x7f"));
    }

    void bytesThatAreNotUtf8BecomeTheReplacementCharacter_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("replaced");
        QTest::newRow("latin 1") << QByteArray("a\xE9z") << 1;
        QTest::newRow("lone continuation") << QByteArray("\x80") << 1;
        QTest::newRow("overlong slash") << QByteArray("\xC0\xAF") << 2;
        QTest::newRow("surrogate") << QByteArray("\xED\xA0\x80") << 3;
        QTest::newRow("above U+10FFFF") << QByteArray("\xF4\x90\x80\x80") << 4;
        QTest::newRow("cut off") << QByteArray("\xE7\x85") << 2;
    }

    void bytesThatAreNotUtf8BecomeTheReplacementCharacter() {
        QFETCH(QByteArray, bytes);
        QFETCH(int, replaced);
        const QString text = QString::fromStdString(printableText(bytes.toStdString()));
        QCOMPARE(text.count(QChar(0xFFFD)), replaced);
        QVERIFY(text.toUtf8().contains("\xEF\xBF\xBD"));
    }
};

QTEST_APPLESS_MAIN(TestPathText)
#include "test_path_text.moc"
