// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/opened_window.h"

#include <QDesktopServices>
#include <QLabel>
#include <QUrl>

#include <exiv2/exiv2.hpp>

using namespace likeness;
using namespace likeness::ui;

/// Takes the place of the browser.
class Browser : public QObject {
    Q_OBJECT

public:
    Browser() { QDesktopServices::setUrlHandler(QStringLiteral("https"), this, "open"); }
    ~Browser() override { QDesktopServices::unsetUrlHandler(QStringLiteral("https")); }
    Browser(const Browser&) = delete;
    Browser& operator=(const Browser&) = delete;
    Browser(Browser&&) = delete;
    Browser& operator=(Browser&&) = delete;

    QUrl opened;

public Q_SLOTS:
    void open(const QUrl& url) { opened = url; }
};

class TestInspector : public QObject {
    Q_OBJECT

    static void writePlace(const std::filesystem::path& file) {
        const auto image = Exiv2::ImageFactory::open(file.native());
        image->readMetadata();
        Exiv2::ExifData& exif = image->exifData();
        exif["Exif.GPSInfo.GPSLatitudeRef"] = "N";
        exif["Exif.GPSInfo.GPSLatitude"] = "48/1 51/1 30/1";
        exif["Exif.GPSInfo.GPSLongitudeRef"] = "W";
        exif["Exif.GPSInfo.GPSLongitude"] = "2/1 15/1 0/1";
        image->writeMetadata();
    }

private Q_SLOTS:
    void aPhotoWithAPlaceLinksToAMap() {
        OpenedWindow window;
        const auto photos = window.copySamples({QStringLiteral("hat")}, 2);
        writePlace(photos / "hat" / "hat-1.jpg");
        window.window.addFolders({photos});
        auto* grid = window.find<ThumbnailGrid>("photosGrid");
        QTRY_COMPARE_WITH_TIMEOUT(grid->model()->rowCount(), 2, indexingLimitMs);
        grid->setCurrentIndex(grid->model()->index(0, 0));
        QTRY_VERIFY(window.window.findChild<QLabel*>(QStringLiteral("inspectorMap")));
        auto* link = window.find<QLabel>("inspectorMap");
        QTRY_VERIFY(link->isVisible() && link->height() > 5);
        const Browser browser;
        QTest::mouseClick(link, Qt::LeftButton, {}, QPoint(8, link->height() / 2));
        QTRY_COMPARE(browser.opened.toString(),
                     QStringLiteral("https://www.openstreetmap.org/?mlat=48.858333&mlon=-2.250000"
                                    "#map=15/48.858333/-2.250000"));
        grid->setCurrentIndex(grid->model()->index(1, 0));
        QTRY_VERIFY(window.window.findChild<QLabel*>(QStringLiteral("inspectorMap")) == nullptr);
    }
};

QTEST_MAIN(TestInspector)
#include "test_inspector.moc"
