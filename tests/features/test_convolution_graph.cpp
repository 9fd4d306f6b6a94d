// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/features/convolution_graph.h"

#include <QtTest>

#include <algorithm>

using namespace likeness;

class TestConvolutionGraph : public QObject {
    Q_OBJECT

    static Result<ConvolutionGraph> graphOf(const char* name) {
        const auto pack = findModelPack(name);
        return pack ? importConvolutionGraph(*pack) : pack.error();
    }

    static bool hasClip(const Convolution& convolution) {
        return std::ranges::any_of(convolution.post, [](const PostOperation& operation) {
            return operation.kind == PostOperation::Kind::Clip && operation.high == 6.0F;
        });
    }

private Q_SLOTS:
    void anEfficientNetBecomesConvolutionsAlone() {
        const auto graph = graphOf("efficientnet-lite2-384");
        QVERIFY2(graph, graph ? "" : graph.error().text.c_str());
        const auto& all = graph->convolutions;
        QVERIFY(all.size() > 50);
        QVERIFY(std::ranges::any_of(all, [](const Convolution& c) { return c.channelsPerGroup == 1; }));
        QVERIFY(std::ranges::any_of(all, [](const Convolution& c) { return c.residual.has_value(); }));
        QVERIFY(std::ranges::any_of(all, hasClip) && !std::ranges::all_of(all, hasClip));
        QCOMPARE(graph->outputs.size(), std::size_t{2});
        QCOMPARE(graph->outputs[1], static_cast<int>(all.size()));
    }

    void eachConvolutionReadsOnlyWhatWasMadeBefore() {
        const auto graph = graphOf("efficientnet-lite0-224");
        QVERIFY(graph);
        for (int i = 0; i < static_cast<int>(graph->convolutions.size()); ++i) {
            const Convolution& convolution = graph->convolutions[static_cast<std::size_t>(i)];
            QVERIFY(convolution.source <= i && convolution.residual.value_or(0) <= i);
            QCOMPARE(convolution.bias.size(), static_cast<std::size_t>(convolution.outputChannels));
        }
    }

    void aLayerOfAnotherKindIsRefusedByName() {
        const auto graph = graphOf("small-cnn-224");
        QVERIFY(!graph);
        QCOMPARE(graph.error().code, ErrorCode::NetworkFailed);
        QVERIFY2(graph.error().text.find("Pooling") != std::string::npos, graph.error().text.c_str());
    }

    void namesThatTheNetworkDoesNotHaveAreRefused() {
        auto pack = findModelPack("efficientnet-lite0-224");
        QVERIFY(pack);
        ModelPack otherOutput = *pack;
        otherOutput.stride16.name = "no such output";
        QVERIFY(!importConvolutionGraph(otherOutput));
        ModelPack otherInput = *pack;
        otherInput.input.name = "no such input";
        QVERIFY(!importConvolutionGraph(otherInput));
    }
};

QTEST_APPLESS_MAIN(TestConvolutionGraph)
#include "test_convolution_graph.moc"
