// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/photo_formats.h"

#include <QtTest>

using namespace likeness;

class TestPhotoFormats : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everySuffixOfAPhotoIsKnownInAnyCase() {
        for (const char* name : {"a.jpg", "a.JPG", "a.Jpeg", "a.jpe", "a.jfif", "a.png", "a.webp", "a.tif",
                                 "a.TIFF", "a.heic", "a.HEIF", "a.avif", "a.gif", "a.bmp", "b.old.jpg"})
            QVERIFY2(fileKindBySuffix(name) == FileKind::Photo, name);
    }

    void rawFilesAreToldApart() {
        for (const char* name :
             {"a.cr2", "a.CR3", "a.nef", "a.ARW", "a.dng", "a.orf", "a.rw2", "a.raf", "a.pef"})
            QVERIFY2(fileKindBySuffix(name) == FileKind::RawPhoto, name);
    }

    void everythingElseIsNoPhoto() {
        for (const char* name : {"a.txt", "a.pdf", "a.svg", "a.jxl", "a.mp4", "a.xmp", "jpg", ".jpg", "a.",
                                 "a", "a.jpg~", "a.jpg.part", ""})
            QVERIFY2(fileKindBySuffix(name) == FileKind::Other, name);
    }

    void namesThatAreNotUtf8AreJudgedByTheirSuffixToo() {
        QCOMPARE(fileKindBySuffix("\xFF\xFE\n.jpg"), FileKind::Photo);
        QCOMPARE(fileKindBySuffix("照片.JPG"), FileKind::Photo);
        QCOMPARE(fileKindBySuffix("a.jp\xFF"), FileKind::Other);
    }
};

QTEST_APPLESS_MAIN(TestPhotoFormats)
#include "test_photo_formats.moc"
