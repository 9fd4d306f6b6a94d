// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/segment_list.h"

#include "core/index/code_segment.h"

#include <QtTest>

using namespace likeness;

namespace {

/// One word per photo.
CodeSegment segment(std::initializer_list<std::pair<std::int64_t, std::uint64_t>> codes) {
    CodeSegment::Builder builder;
    for (const auto& [photo, word] : codes)
        builder.append(PhotoId{photo}, std::span(&word, 1));
    return builder.finish();
}

std::uint64_t wordOf(const SegmentList<CodeSegment>& list, std::int64_t photo) {
    const auto place = list.find({photo});
    return place ? place->part->segment.code(place->row).front() : 0;
}

} // namespace

class TestSegmentList : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aLargeSegmentIsNotCopiedForAFewPhotos() {
        SegmentList<CodeSegment> list;
        list.add(segment({{1, 10}, {2, 20}, {3, 30}, {5, 50}, {6, 60}}));
        const auto* const memory = list.parts().front().segment.words.items().data();
        list.add(segment({{4, 40}}));
        QCOMPARE(list.parts().size(), std::size_t{2});
        QCOMPARE(list.parts().front().segment.words.items().data(), memory);
        QCOMPARE(list.size(), std::size_t{6});
        QCOMPARE(wordOf(list, 4), std::uint64_t{40});
        QCOMPARE(wordOf(list, 5), std::uint64_t{50});
    }

    void segmentsOfLikeSizeBecomeOneInTheOrderOfTheirPhotos() {
        SegmentList<CodeSegment> list;
        list.add(segment({{2, 20}, {9, 90}}));
        list.add(segment({{1, 10}, {5, 50}}));
        QCOMPARE(list.parts().size(), std::size_t{1});
        const auto photos = list.parts().front().segment.photos.items();
        QVERIFY(std::ranges::equal(photos, std::vector<PhotoId>{{1}, {2}, {5}, {9}}));
        QCOMPARE(wordOf(list, 9), std::uint64_t{90});
    }

    void aNewCodeTakesTheOldOnesPlace() {
        SegmentList<CodeSegment> list;
        list.add(segment({{1, 10}, {2, 20}, {3, 30}}));
        list.add(segment({{2, 21}}));
        QCOMPARE(list.size(), std::size_t{3});
        QCOMPARE(wordOf(list, 2), std::uint64_t{21});
        list.add(segment({{2, 22}}));
        QCOMPARE(list.size(), std::size_t{3});
        QCOMPARE(wordOf(list, 2), std::uint64_t{22});
    }

    void whatIsRemovedIsGoneAlsoAfterAMerge() {
        SegmentList<CodeSegment> list;
        list.add(segment({{1, 10}, {2, 20}}));
        list.remove(std::vector<PhotoId>{{2}, {7}});
        QCOMPARE(list.size(), std::size_t{1});
        QVERIFY(!list.find({2}));
        list.add(segment({{3, 30}}));
        QVERIFY(!list.find({2}));
        QCOMPARE(list.size(), std::size_t{2});
        list.remove(std::vector<PhotoId>{{1}, {3}});
        QVERIFY(list.parts().empty());
    }
};

QTEST_GUILESS_MAIN(TestSegmentList)
#include "test_segment_list.moc"
