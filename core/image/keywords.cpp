// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/keywords.h"

#include "core/base/path_text.h"

#include <algorithm>
#include <string_view>

namespace likeness {
namespace {

constexpr std::size_t mostKeywords = 500;
constexpr std::size_t mostBytes = 1000; // of one

class Keywords {
public:
    void add(const std::string& text) {
        const std::string keyword = printableText(text);
        if (keyword.empty() || keyword.size() > mostBytes || all_.size() >= mostKeywords)
            return;
        if (std::ranges::find(all_, keyword) == all_.end())
            all_.push_back(keyword);
    }
    bool empty() const { return all_.empty(); }
    std::vector<std::string> take() { return std::move(all_); }

    /// Whether the word is a level of one that was added.
    bool hasLevel(std::string_view word) const {
        return std::ranges::any_of(all_, [word](std::string_view keyword) {
            for (std::size_t begin = 0; begin <= keyword.size();) {
                const std::size_t end = std::min(keyword.find('/', begin), keyword.size());
                if (keyword.substr(begin, end - begin) == word)
                    return true;
                begin = end + 1;
            }
            return false;
        });
    }

private:
    std::vector<std::string> all_;
};

std::vector<std::string> xmpList(const Exiv2::XmpData& xmp, const char* key) {
    std::vector<std::string> texts;
    const auto found = xmp.findKey(Exiv2::XmpKey(key));
    for (long i = 0; found != xmp.end() && i < found->count(); ++i)
        texts.push_back(found->toString(i));
    return texts;
}

/// ISO 8859-1, which old programs wrote, as UTF-8.
std::string fromLatin1(std::string_view text) {
    std::string utf8;
    for (const char each : text) {
        const auto byte = static_cast<unsigned char>(each);
        if (byte < 0x80U) {
            utf8 += each;
            continue;
        }
        utf8 += static_cast<char>(0xC0U | (byte >> 6U));
        utf8 += static_cast<char>(0x80U | (byte & 0x3FU));
    }
    return utf8;
}

void addIptc(const Exiv2::IptcData& iptc, Keywords& keywords) {
    const bool isUtf8 = iptc.detectCharset() != nullptr;
    for (const Exiv2::Iptcdatum& datum : iptc)
        if (datum.record() == Exiv2::IptcDataSets::application2 &&
            datum.tag() == Exiv2::IptcDataSets::Keywords)
            keywords.add(isUtf8 ? datum.toString() : fromLatin1(datum.toString()));
}

} // namespace

std::vector<std::string> keywordsOf(const Exiv2::Image& image) {
    const Exiv2::XmpData& xmp = image.xmpData();
    Keywords keywords;
    for (const std::string& text : xmpList(xmp, "Xmp.digiKam.TagsList"))
        keywords.add(text);
    for (std::string text : xmpList(xmp, "Xmp.lr.hierarchicalSubject")) {
        std::ranges::replace(text, '|', '/');
        keywords.add(text);
    }
    for (const std::string& text : xmpList(xmp, "Xmp.dc.subject"))
        if (!keywords.hasLevel(text))
            keywords.add(text);
    if (keywords.empty())
        addIptc(image.iptcData(), keywords);
    return keywords.take();
}

} // namespace likeness
