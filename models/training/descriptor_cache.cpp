// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/training/descriptor_cache.h"

#include "core/base/file_io.h"
#include "core/base/little_endian.h"
#include "core/base/path_text.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace likeness::training {
namespace {

constexpr std::string_view magic = "LIKENDC2";

void append(Bytes& bytes, std::string_view text) {
    appendLittleEndian(bytes, static_cast<std::uint32_t>(text.size()));
    const auto raw = std::as_bytes(std::span(text));
    bytes.insert(bytes.end(), raw.begin(), raw.end());
}

void append(Bytes& bytes, const Sample& sample) {
    append(bytes, sample.file);
    append(bytes, sample.set);
    append(bytes, sample.label);
    appendLittleEndian(bytes, static_cast<std::uint32_t>(sample.crop));
    append(bytes, granularityName(sample.granularity));
    appendLittleEndian(bytes, static_cast<std::uint32_t>(sample.descriptor.size()));
    for (float value : sample.descriptor)
        appendLittleEndian(bytes, value);
}

/// Takes values off the front; once the bytes run out it gives zeros and says so.
class Reader {
public:
    explicit Reader(std::span<const std::byte> bytes) : left_(bytes) {}

    bool atEnd() const { return left_.empty(); }
    bool ranOut() const { return ranOut_; }

    std::uint32_t number() {
        const auto bytes = take(sizeof(std::uint32_t));
        return ranOut_ ? 0 : readLittleEndian<std::uint32_t>(bytes);
    }

    std::string text() {
        const auto bytes = take(number());
        return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
    }

    Descriptor descriptor() {
        const std::size_t length = number();
        const auto bytes = take(length * sizeof(float));
        Descriptor values(bytes.size() / sizeof(float));
        for (std::size_t i = 0; i < values.size(); ++i)
            values[i] = readLittleEndian<float>(bytes.subspan(i * sizeof(float)));
        return values;
    }

private:
    std::span<const std::byte> take(std::size_t size) {
        ranOut_ = ranOut_ || size > left_.size();
        if (ranOut_)
            return {};
        const auto taken = left_.first(size);
        left_ = left_.subspan(size);
        return taken;
    }

    std::span<const std::byte> left_;
    bool ranOut_ = false;
};

} // namespace

Result<DescriptorCache> readDescriptorCache(const std::filesystem::path& file) {
    const auto bytes = readFile(file);
    if (!bytes)
        return bytes.error();
    Reader reader(*bytes);
    const bool known = reader.text() == magic;
    DescriptorCache cache;
    cache.key = reader.text();
    while (known && !reader.ranOut() && !reader.atEnd()) {
        Sample sample{reader.text(), reader.text(), reader.text(), 0, Granularity::Global, {}};
        sample.crop = static_cast<int>(reader.number());
        sample.granularity = granularityFromName(reader.text()).value_or(Granularity::Global);
        sample.descriptor = reader.descriptor();
        cache.samples.push_back(std::move(sample));
    }
    if (!known || reader.ranOut())
        return makeError(ErrorCode::InvalidArgument, {pathText(file) + " is no whole cache of descriptors"});
    return cache;
}

Result<void> writeDescriptorCache(const DescriptorCache& cache, const std::filesystem::path& file) {
    Bytes bytes;
    append(bytes, magic);
    append(bytes, cache.key);
    for (const Sample& sample : cache.samples)
        append(bytes, sample);
    return writeFileAtomically(file, bytes);
}

} // namespace likeness::training
