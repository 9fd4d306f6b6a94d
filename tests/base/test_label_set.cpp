// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/label_set.h"

#include <QtTest>

using namespace likeness;

class TestLabelSet : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anyCommonLabelIsShared() {
        QVERIFY(sharesLabel({1, 4, 9}, {2, 9}));
        QVERIFY(!sharesLabel({1, 4, 9}, {2, 5}));
        QVERIFY(sharesLabel({3}, {3}));
    }

    void theRarestLabelIsThatOfTheFewestPhotos() {
        const std::vector<LabelSet> labels{{0, 7}, {0}, {0, 7}, {5, 7}};
        QCOMPARE(rarestLabels(labels), (std::vector<int>{0, 0, 0, 5})); // 0 and 7 have three each
    }
};

QTEST_APPLESS_MAIN(TestLabelSet)
#include "test_label_set.moc"
