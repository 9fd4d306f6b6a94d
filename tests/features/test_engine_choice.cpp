// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file_io.h"
#include "core/features/engine_choice.h"
#include "core/features/onednn_backbone.h"

#include <QtTest>

#include <algorithm>
#include <span>

using namespace likeness;

class TestEngineChoice : public QObject {
    Q_OBJECT

    ModelPack pack_;

    static void write(const std::filesystem::path& file, const std::string& text) {
        std::filesystem::create_directories(file.parent_path());
        QVERIFY(writeFileAtomically(file, std::as_bytes(std::span(text))));
    }

    QByteArray fileWith(const char* speeds) const {
        const QByteArray entry =
            "{'" + QByteArray::fromStdString(engineSpeedKey(pack_)) + "': " + speeds + '}';
        return QByteArray(entry).replace('\'', '"');
    }

private Q_SLOTS:
    void initTestCase() {
        const auto pack = findModelPack("efficientnet-lite0-224");
        QVERIFY(pack);
        pack_ = *pack;
    }
    void init() { std::filesystem::remove(EngineSpeedFile::defaultFile()); }

    void everyEngineThatRunsThePackIsMeasuredTheFastestFirst() {
        const auto speeds = measureEngines(pack_);
        QVERIFY(std::ranges::is_sorted(speeds, {}, &EngineSpeed::milliseconds));
        QVERIFY(std::ranges::find(speeds, Engine::Cpu, &EngineSpeed::engine) != speeds.end());
        QCOMPARE(std::ranges::find(speeds, Engine::OneDnn, &EngineSpeed::engine) != speeds.end(),
                 !oneDnnVersion().empty());
        for (const EngineSpeed& speed : speeds)
            QVERIFY(speed.milliseconds > 0);
    }

    void whatAnEngineCantRunIsNotMeasured() {
        const auto small = findModelPack("small-cnn-224");
        QVERIFY(small);
        const auto speeds = measureEngines(*small);
        QVERIFY(std::ranges::find(speeds, Engine::OneDnn, &EngineSpeed::engine) == speeds.end());
        QVERIFY(!speeds.empty());
    }

    void threadsPerPassAreTheSameAfterMeasuring() {
        setThreadsPerPass(1);
        measureEngines(pack_);
        QCOMPARE(threadsPerPass(), 1);
    }

    void aMeasurementIsRemembered() {
        const auto measured = engineSpeeds(pack_);
        const auto remembered = EngineSpeedFile().find(engineSpeedKey(pack_));
        QVERIFY(remembered);
        QCOMPARE(remembered->size(), measured.size());
        QCOMPARE(remembered->front().engine, measured.front().engine);
        QCOMPARE(fastestEngine(pack_), measured.front().engine);
    }

    void whatIsRememberedIsNotMeasuredAgain() {
        // No measurement would find OpenCV so fast.
        EngineSpeedFile().remember(engineSpeedKey(pack_), {{Engine::Cpu, 0.001}, {Engine::OneDnn, 5}});
        QCOMPARE(engineSpeeds(pack_).front().milliseconds, 0.001);
        const auto opened = openBackbone(pack_, Engine::Auto);
        QVERIFY(opened);
        QCOMPARE(opened->engine, Engine::Cpu);
        QVERIFY(opened->notice.empty());
    }

    void anotherNetworkIsMeasuredForItself() {
        EngineSpeedFile().remember("another key", {{Engine::Cpu, 0.001}});
        QVERIFY(engineSpeeds(pack_).front().milliseconds > 0.001);
        QVERIFY(EngineSpeedFile().find("another key"));
        ModelPack other = pack_;
        other.networkSha256 = std::string(64, '0');
        QVERIFY(engineSpeedKey(other) != engineSpeedKey(pack_));
        other = pack_;
        other.precision = Precision::Bf16;
        QVERIFY(engineSpeedKey(other) != engineSpeedKey(pack_));
    }

    void aDamagedFileIsReplaced_data() {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("no JSON") << QByteArray("{");
        QTest::newRow("no object") << QByteArray("[1, 2]");
        QTest::newRow("an engine that is none") << fileWith("[{'engine': 'abacus', 'ms': 1}]");
        QTest::newRow("no speed") << fileWith("[{'engine': 'cpu'}]");
        QTest::newRow("nothing measured") << fileWith("[]");
    }

    void aDamagedFileIsReplaced() {
        QFETCH(QByteArray, content);
        write(EngineSpeedFile::defaultFile(), content.toStdString());
        const auto speeds = engineSpeeds(pack_);
        QVERIFY(!speeds.empty());
        QCOMPARE(EngineSpeedFile().find(engineSpeedKey(pack_))->size(), speeds.size());
    }

    void autoOpensTheFastestEngine() {
        const auto opened = openBackbone(pack_, Engine::Auto);
        QVERIFY(opened);
        QCOMPARE(opened->engine, fastestEngine(pack_));
    }
};

QTEST_APPLESS_MAIN(TestEngineChoice)
#include "test_engine_choice.moc"
