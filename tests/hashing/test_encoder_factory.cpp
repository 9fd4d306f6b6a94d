// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hashing/encoder_factory.h"

#include "core/hashing/linear_encoder.h"

#include <QtTest>

using namespace likeness;

namespace {

/// 3 bits of descriptors of 2 values.
std::vector<Tensor> mapTensors() {
    return tensorsOf(AffineMap{3, 2, {0.5F, -0.5F}, {1, 2, 3, 4, 5, 6}});
}

} // namespace

class TestEncoderFactory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anEncoderIsMadeOfItsOwnTensors() {
        const std::vector<float> descriptor{0.25F, 0.75F};
        for (const std::string_view method : linearMethods) {
            const auto encoder = makeEncoder(method, 3, mapTensors());
            QVERIFY(encoder);
            QCOMPARE((*encoder)->method(), method);
            const auto again = makeEncoder(method, 3, (*encoder)->tensors());
            QVERIFY(again);
            QCOMPARE((*again)->project(descriptor), (*encoder)->project(descriptor));
        }
    }

    void anUnknownMethodIsRefused() {
        const auto encoder = makeEncoder("astrology", 3, mapTensors());
        QCOMPARE(encoder.error().code, ErrorCode::CodebookUnreadable);
        QCOMPARE(encoder.error().arguments.front(), std::string("astrology"));
    }

    void tensorsOfWrongShapesAreRefused() {
        const auto refused = [](int bits, const std::vector<Tensor>& tensors) {
            const auto encoder = makeEncoder(itqMethod, bits, tensors);
            return !encoder && encoder.error().code == ErrorCode::CodebookUnreadable;
        };
        QVERIFY(refused(4, mapTensors()));
        QVERIFY(refused(3, {}));
        std::vector<Tensor> tensors = mapTensors();
        tensors.pop_back();
        QVERIFY(refused(3, tensors));
        tensors = mapTensors();
        tensors.front().columns = 1;
        QVERIFY(refused(3, tensors));
        tensors = mapTensors();
        tensors.push_back({"surplus", 1, 1, {0}});
        QVERIFY(refused(3, tensors));
    }
};

QTEST_APPLESS_MAIN(TestEncoderFactory)
#include "test_encoder_factory.moc"
