// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error_text.h"
#include "core/base/result.h"

#include <QtTest>

#include <set>

using namespace likeness;

class TestError : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCodeHasItsOwnNameAndIsFoundByIt() {
        std::set<std::string_view> names;
        for (ErrorCode code : allErrorCodes()) {
            QVERIFY(names.insert(errorCodeName(code)).second);
            QCOMPARE(errorCodeFromName(errorCodeName(code)), std::optional(code));
        }
        QVERIFY(!errorCodeFromName("NoSuchCode"));
    }

    void everyCodeTellsThePersonSomething() {
        for (ErrorCode code : allErrorCodes())
            QVERIFY2(errorTemplate(code).size() > 20, errorCodeName(code).data());
    }

    void argumentsAreFilledInWhereTheTemplateNamesThem() {
        const Error error = makeError(ErrorCode::FileNotReadable, {"a.jpg", "Permission denied"});
        QCOMPARE(errorText(error),
                 std::string("a.jpg can't be opened (Permission denied). Check its permissions."));
        QCOMPARE(fillTemplate("%2 of %1, 100 %", {"%2", "b"}), std::string("b of %2, 100 %"));
        QCOMPARE(fillTemplate("%3", {"a"}), std::string("%3"));
    }

    void aResultHoldsItsValueOrItsError() {
        Result<int> value = 7;
        QVERIFY(value);
        QCOMPARE(*value, 7);
        Result<int> failure = makeError(ErrorCode::FileEmpty, {"a.jpg"});
        QVERIFY(!failure);
        QCOMPARE(failure.error().code, ErrorCode::FileEmpty);
        QCOMPARE(failure.error().text, std::string("FileEmpty: a.jpg"));
    }
};

QTEST_APPLESS_MAIN(TestError)
#include "test_error.moc"
