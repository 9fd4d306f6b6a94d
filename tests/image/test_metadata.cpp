// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/metadata.h"
#include "core/image/metadata_table.h"
#include "tests/image/test_photos.h"

#include <algorithm>
#include <exiv2/exiv2.hpp>
#include <thread>

using namespace likeness;
using namespace likeness::test;

class TestMetadata : public QObject {
    Q_OBJECT

    Folder folder_;

    /// A photo that carries the tags which `fill` sets.
    template <typename Fill>
    std::filesystem::path photoWith(const std::string& name, Fill&& fill) {
        save(vipsOf(quarters(40, 30)), folder_ / name);
        auto image = Exiv2::ImageFactory::open((folder_ / name).native());
        image->readMetadata();
        fill(image->exifData(), image->xmpData());
        image->writeMetadata();
        return folder_ / name;
    }

    std::filesystem::path cameraPhoto(const std::string& name) {
        return photoWith(name, [](Exiv2::ExifData& exif, Exiv2::XmpData&) {
            exif["Exif.Image.Make"] = "NIKON CORPORATION";
            exif["Exif.Image.Model"] = "NIKON D70";
            exif["Exif.Photo.LensModel"] = "AF-S 18-70mm\n";
            exif["Exif.Photo.DateTimeOriginal"] = "2001:09:09 01:46:40";
            exif["Exif.Photo.ExposureTime"] = Exiv2::URational(1, 250);
            exif["Exif.Photo.FNumber"] = Exiv2::URational(28, 10);
            exif["Exif.Photo.ISOSpeedRatings"] = std::uint16_t{400};
            exif["Exif.Photo.FocalLength"] = Exiv2::URational(35, 1);
            exif["Exif.Image.ImageDescription"] = "  湖 and\nmountain ";
            exif["Exif.GPSInfo.GPSLatitude"] = "30/1 15/1 0/1";
            exif["Exif.GPSInfo.GPSLatitudeRef"] = "S";
            exif["Exif.GPSInfo.GPSLongitude"] = "120/1 30/1 36/1";
            exif["Exif.GPSInfo.GPSLongitudeRef"] = "E";
        });
    }

private Q_SLOTS:
    void whatTheCameraWroteIsRead() {
        for (const char* name : {"a.jpg", "a.png", "a.webp", "a.tif"}) {
            const auto metadata = readMetadata(cameraPhoto(name));
            QVERIFY2(metadata.ok(), name);
            QVERIFY(metadata->takenAt == 1'000'000'000);
            QCOMPARE(metadata->camera, std::string("NIKON D70"));
            QCOMPARE(metadata->lens, std::string("AF-S 18-70mm"));
            QCOMPARE(metadata->exposure, std::string("1/250 s"));
            QCOMPARE(metadata->aperture, std::string("f/2.8"));
            QCOMPARE(metadata->iso, std::string("400"));
            QCOMPARE(metadata->focalLength, std::string("35 mm"));
            QCOMPARE(metadata->description, std::string("湖 and\\nmountain"));
            QCOMPARE(metadata->latitude.value(), -30.25);
            QCOMPARE(metadata->longitude.value(), 120.51);
        }
    }

    void xmpServesWhereExifIsSilent() {
        const auto file = photoWith("xmp.jpg", [](Exiv2::ExifData&, Exiv2::XmpData& xmp) {
            xmp["Xmp.xmp.CreateDate"] = "2001-09-09T01:46:40+08:00";
            xmp["Xmp.dc.description"] = "lang=x-default a \"quoted\" lake";
        });
        const auto metadata = readMetadata(file);
        QVERIFY(metadata->takenAt == 1'000'000'000);
        QCOMPARE(metadata->description, std::string("a \"quoted\" lake"));
    }

    void nonsenseIsLeftOut() {
        const auto file = photoWith("odd.jpg", [](Exiv2::ExifData& exif, Exiv2::XmpData&) {
            exif["Exif.Photo.DateTimeOriginal"] = "0000:00:00 00:00:00";
            exif["Exif.Photo.ExposureTime"] = Exiv2::URational(0, 0);
            exif["Exif.Photo.FNumber"] = Exiv2::URational(0, 1);
            exif["Exif.Image.Make"] = "   ";
            exif["Exif.GPSInfo.GPSLatitude"] = "930/1 0/1 0/1";
            exif["Exif.GPSInfo.GPSLongitude"] = "20/0 0/1 0/1";
        });
        const auto metadata = readMetadata(file);
        QVERIFY(metadata);
        QVERIFY(!metadata->takenAt && !metadata->latitude && !metadata->longitude);
        QVERIFY(metadata->exposure.empty() && metadata->aperture.empty() && metadata->camera.empty());
    }

    void aLongExposureIsInSeconds() {
        const auto file = photoWith("night.jpg", [](Exiv2::ExifData& exif, Exiv2::XmpData&) {
            exif["Exif.Photo.ExposureTime"] = Exiv2::URational(25, 10);
        });
        QCOMPARE(readMetadata(file)->exposure, std::string("2.5 s"));
    }

    void textsAreMadeValidUtf8() {
        const auto file = photoWith("latin1.jpg", [](Exiv2::ExifData& exif, Exiv2::XmpData&) {
            exif["Exif.Image.Model"] = "Cam\xE9ra";
        });
        QCOMPARE(readMetadata(file)->camera, std::string("Cam\uFFFDra"));
    }

    void keywordsAreReadFromXmpWithTheirLevels() {
        const auto file = photoWith("keywords.jpg", [](Exiv2::ExifData&, Exiv2::XmpData& xmp) {
            xmp["Xmp.digiKam.TagsList"] = "Places/Paris";
            xmp["Xmp.lr.hierarchicalSubject"] = "Animals|Cat";
            for (const char* subject : {"Paris", "Places", "Cat", "sunset", "sunset", "湖"})
                xmp["Xmp.dc.subject"] = subject;
        });
        QCOMPARE(readMetadata(file)->keywords,
                 (std::vector<std::string>{"Places/Paris", "Animals/Cat", "sunset", "湖"}));
    }

    void iptcKeywordsServeWhereXmpHasNone() {
        const auto addIptc = [this](const char* name, const std::vector<std::string>& keywords) {
            auto image = Exiv2::ImageFactory::open((folder_ / name).native());
            image->readMetadata();
            for (const std::string& keyword : keywords) {
                Exiv2::StringValue value(keyword);
                image->iptcData().add(Exiv2::IptcKey("Iptc.Application2.Keywords"), &value);
            }
            image->writeMetadata();
        };
        photoWith("iptc.jpg", [](auto&, auto&) {});
        addIptc("iptc.jpg", {"lake", "湖"});
        QCOMPARE(readMetadata(folder_ / "iptc.jpg")->keywords, (std::vector<std::string>{"lake", "湖"}));
        photoWith("latin.jpg", [](auto&, auto&) {});
        addIptc("latin.jpg", {"caf\xE9"});
        QCOMPARE(readMetadata(folder_ / "latin.jpg")->keywords, (std::vector<std::string>{"café"}));
        photoWith("two.jpg", [](auto&, Exiv2::XmpData& xmp) { xmp["Xmp.dc.subject"] = "sunset"; });
        addIptc("two.jpg", {"lake"});
        QCOMPARE(readMetadata(folder_ / "two.jpg")->keywords, (std::vector<std::string>{"sunset"}));
    }

    void aPlaceIsReadFromTheNearestOn() {
        const auto file = photoWith("place.jpg", [](Exiv2::ExifData&, Exiv2::XmpData& xmp) {
            xmp["Xmp.photoshop.Country"] = "Portugal";
            xmp["Xmp.photoshop.City"] = "Lisbon";
            xmp["Xmp.iptc.Location"] = "Belém";
        });
        QCOMPARE(readMetadata(file)->place, std::string("Belém, Lisbon, Portugal"));
    }

    void allTagsAreListedInWords() {
        const auto all = metadataTable(cameraPhoto("table.jpg"));
        QVERIFY(all);
        const auto exposure = std::ranges::find(*all, "Exif.Photo.ExposureTime", &MetadataEntry::key);
        QVERIFY(exposure != all->end());
        QCOMPARE(exposure->value, std::string("1/250 s"));
        QCOMPARE(metadataTable(folder_ / "none.jpg").error().code, ErrorCode::FileNotFound);
    }

    void aFileWithoutMetadataHasNone() {
        save(vipsOf(quarters(40, 30)), folder_ / "bare.png", "[strip]");
        saveBytes(folder_ / "text.jpg", "no photo");
        saveBytes(folder_ / "empty.jpg", "");
        const std::string whole = bytesOfFile(cameraPhoto("cut.jpg"));
        saveBytes(folder_ / "cut.jpg", whole.substr(0, 200));
        for (const char* name : {"bare.png", "text.jpg", "empty.jpg", "cut.jpg"}) {
            const auto metadata = readMetadata(folder_ / name);
            QVERIFY2(metadata.ok(), name);
            QVERIFY2(!metadata->takenAt && metadata->lens.empty(), name);
        }
    }

    void aMissingFileIsNotFound() {
        QCOMPARE(readMetadata(folder_ / "none.jpg").error().code, ErrorCode::FileNotFound);
    }

    void severalThreadsReadAtOnce() {
        const auto file = photoWith("both.jpg", [](Exiv2::ExifData& exif, Exiv2::XmpData& xmp) {
            exif["Exif.Image.Model"] = "X1";
            xmp["Xmp.dc.description"] = "lake";
        });
        std::atomic<int> right = 0;
        std::vector<std::thread> threads;
        for (int i = 0; i < 6; ++i)
            threads.emplace_back([&] {
                for (int round = 0; round < 50; ++round) {
                    const auto metadata = readMetadata(file);
                    right += metadata->camera == "X1" && metadata->description == "lake";
                }
            });
        for (std::thread& thread : threads)
            thread.join();
        QCOMPARE(right.load(), 300);
    }
};

QTEST_APPLESS_MAIN(TestMetadata)
#include "test_metadata.moc"
