// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/metadata.h"

#include "core/base/path_text.h"
#include "core/image/exiv2_library.h"
#include "core/image/keywords.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <sstream>
#include <string_view>

namespace likeness {
namespace {

/// Cameras pad with blanks and NUL bytes.
std::string tidied(std::string_view text) {
    text = text.substr(0, text.find('\0'));
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos)
        return {};
    return printableText(text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1));
}

std::string shortNumber(double number) {
    std::ostringstream text;
    text << std::round(number * 10) / 10;
    return text.str();
}

/// Reads the tags of one photo; a tag that isn't there reads as empty.
class Tags {
public:
    explicit Tags(const Exiv2::Image& image)
        : exif_(image.exifData()), iptc_(image.iptcData()), xmp_(image.xmpData()) {}

    std::string exifText(const char* key) const {
        const auto found = exif_.findKey(Exiv2::ExifKey(key));
        return found == exif_.end() ? std::string() : tidied(found->toString());
    }
    std::string iptcText(const char* key) const {
        const auto found = iptc_.findKey(Exiv2::IptcKey(key));
        return found == iptc_.end() ? std::string() : tidied(found->toString());
    }
    std::string xmpText(const char* key) const {
        const auto found = xmp_.findKey(Exiv2::XmpKey(key));
        return found == xmp_.end() || found->count() == 0 ? std::string() : tidied(found->toString(0));
    }
    /// As Exiv2 puts it into words, for tags that are numbers to the camera.
    std::string spelled(Exiv2::ExifData::const_iterator found) const {
        return found == exif_.end() ? std::string() : tidied(found->print(&exif_));
    }
    std::optional<double> fraction(Exiv2::ExifData::const_iterator found, long part = 0) const {
        if (found == exif_.end() || part >= found->count())
            return std::nullopt;
        const Exiv2::Rational value = found->toRational(part);
        if (value.second == 0)
            return std::nullopt;
        return static_cast<double>(value.first) / value.second;
    }
    const Exiv2::ExifData& exif() const { return exif_; }

private:
    const Exiv2::ExifData& exif_;
    const Exiv2::IptcData& iptc_;
    const Exiv2::XmpData& xmp_;
};

/// "YYYY?MM?DD?HH?MM?SS" with any separators, as EXIF and XMP write it.
std::optional<std::int64_t> secondsOf(std::string_view text) {
    static constexpr std::array<std::size_t, 6> offsets{0, 5, 8, 11, 14, 17};
    std::array<int, 6> part{};
    for (std::size_t i = 0; i < part.size(); ++i) {
        if (text.size() < offsets[i] + 2)
            return std::nullopt;
        const char* begin = text.data() + offsets[i];
        const char* end = begin + (i == 0 ? 4 : 2);
        if (std::from_chars(begin, end, part[i]).ptr != end)
            return std::nullopt;
    }
    using namespace std::chrono;
    const year_month_day day{year(part[0]), month(static_cast<unsigned>(part[1])),
                             std::chrono::day(static_cast<unsigned>(part[2]))};
    if (!day.ok() || part[0] == 0 || part[3] > 23 || part[4] > 59 || part[5] > 60)
        return std::nullopt;
    const auto time = sys_days(day) + hours(part[3]) + minutes(part[4]) + seconds(part[5]);
    return duration_cast<seconds>(time.time_since_epoch()).count();
}

std::optional<std::int64_t> takenAt(const Tags& tags) {
    for (const char* key :
         {"Exif.Photo.DateTimeOriginal", "Exif.Photo.DateTimeDigitized", "Exif.Image.DateTime"})
        if (const auto seconds = secondsOf(tags.exifText(key)))
            return seconds;
    for (const char* key : {"Xmp.exif.DateTimeOriginal", "Xmp.photoshop.DateCreated", "Xmp.xmp.CreateDate"})
        if (const auto seconds = secondsOf(tags.xmpText(key)))
            return seconds;
    return std::nullopt;
}

std::string camera(const Tags& tags) {
    const std::string maker = tags.exifText("Exif.Image.Make");
    const std::string model = tags.exifText("Exif.Image.Model");
    const std::string_view makerWord = std::string_view(maker).substr(0, maker.find(' '));
    const auto sameLetter = [](char a, char b) { return (a | 32) == (b | 32); };
    const bool saidTwice = !makerWord.empty() && model.size() >= makerWord.size() &&
                           std::equal(makerWord.begin(), makerWord.end(), model.begin(), sameLetter);
    if (saidTwice || maker.empty() || model.empty())
        return model.empty() ? maker : model;
    return maker + " " + model;
}

/// Exiv2 puts unknown lenses as "(65535)", "n/a" or "----"; none of them says anything.
std::string lens(const Tags& tags) {
    std::string text = tags.exifText("Exif.Photo.LensModel");
    if (text.empty())
        text = tags.spelled(Exiv2::lensName(tags.exif()));
    const bool saysNothing = text.starts_with('(') || text.find_first_not_of("- ") == std::string::npos ||
                             text.starts_with("Unknown") || text == "n/a";
    return saysNothing ? std::string() : text;
}

std::string exposure(const Tags& tags) {
    const auto seconds = tags.fraction(Exiv2::exposureTime(tags.exif()));
    if (!seconds || *seconds <= 0)
        return {};
    if (*seconds >= .3)
        return shortNumber(*seconds) + " s";
    return "1/" + std::to_string(std::lround(1 / *seconds)) + " s";
}

std::string positiveNumber(std::optional<double> number, std::string_view before, std::string_view after) {
    if (!number || *number <= 0)
        return {};
    return std::string(before) + shortNumber(*number) + std::string(after);
}

std::string iso(const Tags& tags) {
    const auto found = Exiv2::isoSpeed(tags.exif());
    if (found == tags.exif().end() || found->count() == 0 || found->toLong() <= 0)
        return {};
    return std::to_string(found->toLong());
}

std::string description(const Tags& tags) {
    std::string text = tags.xmpText("Xmp.dc.description");
    // An alternative in a language reads as: lang="x-default" the text
    if (text.starts_with("lang=\""))
        text = text.substr(std::min(text.size(), text.find("\" ") + 2));
    return text.empty() ? tags.exifText("Exif.Image.ImageDescription") : text;
}

/// From the nearest on: location, city, state, country.
std::string place(const Tags& tags) {
    constexpr std::array<std::pair<const char*, const char*>, 4> keys{
        {{"Xmp.iptc.Location", "Iptc.Application2.SubLocation"},
         {"Xmp.photoshop.City", "Iptc.Application2.City"},
         {"Xmp.photoshop.State", "Iptc.Application2.ProvinceState"},
         {"Xmp.photoshop.Country", "Iptc.Application2.CountryName"}}};
    std::string text;
    for (const auto& [xmp, iptc] : keys) {
        std::string part = tags.xmpText(xmp);
        if (part.empty())
            part = tags.iptcText(iptc);
        if (!part.empty())
            text += (text.empty() ? "" : ", ") + part;
    }
    return text;
}

std::optional<double> coordinate(const Tags& tags, const std::string& key, char negative, double limit) {
    const auto found = tags.exif().findKey(Exiv2::ExifKey(key));
    double degrees = 0;
    for (long part = 0; part < 3; ++part) {
        const auto value = tags.fraction(found, part);
        if (!value && part == 0)
            return std::nullopt;
        degrees += value.value_or(0) / std::pow(60, part);
    }
    if (!(degrees >= 0 && degrees <= limit))
        return std::nullopt;
    const std::string reference = tags.exifText((key + "Ref").c_str());
    return !reference.empty() && reference.front() == negative ? -degrees : degrees;
}

PhotoMetadata metadataOf(const Tags& tags) {
    PhotoMetadata metadata;
    metadata.takenAt = takenAt(tags);
    metadata.camera = camera(tags);
    metadata.lens = lens(tags);
    metadata.exposure = exposure(tags);
    metadata.aperture = positiveNumber(tags.fraction(Exiv2::fNumber(tags.exif())), "f/", "");
    metadata.iso = iso(tags);
    metadata.focalLength = positiveNumber(tags.fraction(Exiv2::focalLength(tags.exif())), "", " mm");
    metadata.description = description(tags);
    metadata.place = place(tags);
    metadata.latitude = coordinate(tags, "Exif.GPSInfo.GPSLatitude", 'S', 90);
    metadata.longitude = coordinate(tags, "Exif.GPSInfo.GPSLongitude", 'W', 180);
    if (!metadata.latitude || !metadata.longitude)
        metadata.latitude = metadata.longitude = std::nullopt;
    return metadata;
}

} // namespace

Result<PhotoMetadata> readMetadata(const std::filesystem::path& file) {
    if (auto readable = checkReadable(file); !readable)
        return readable.error();
    const std::unique_ptr<Exiv2::Image> image = openWithExiv2(file);
    if (!image)
        return PhotoMetadata{};
    try {
        PhotoMetadata metadata = metadataOf(Tags(*image));
        metadata.keywords = keywordsOf(*image);
        return metadata;
    } catch (const std::exception&) {
        return PhotoMetadata{}; // a damaged block says nothing, see the header
    }
}

} // namespace likeness
