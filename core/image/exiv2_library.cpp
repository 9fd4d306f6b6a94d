// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/exiv2_library.h"

#include "core/base/path_text.h"

#include <cerrno>
#include <cstring>
#include <unistd.h>

#include "core/base/log.h"
#include "core/base/path_text.h"

#include <mutex>

namespace likeness {
namespace {

/// Exiv2's XMP toolkit keeps global state; Exiv2 calls this around each use of it.
void lockXmp(void* mutex, bool lock) {
    if (lock)
        static_cast<std::recursive_mutex*>(mutex)->lock();
    else
        static_cast<std::recursive_mutex*>(mutex)->unlock();
}

bool start() {
    static std::recursive_mutex xmpMutex;
    Exiv2::LogMsg::setLevel(Exiv2::LogMsg::mute);
    Exiv2::enableBMFF(true);
    return Exiv2::XmpParser::initialize(&lockXmp, &xmpMutex);
}

} // namespace

std::unique_ptr<Exiv2::Image> openWithExiv2(const std::filesystem::path& file) {
    static const bool started = start();
    if (!started)
        return nullptr;
    try {
        std::unique_ptr<Exiv2::Image> image(Exiv2::ImageFactory::open(file.native()).release());
        image->readMetadata();
        return image;
    } catch (const std::exception& failure) {
        log(LogLevel::Debug, "no metadata in " + pathText(file) + ": " + printableText(failure.what()));
        return nullptr;
    }
}

Result<void> checkReadable(const std::filesystem::path& file) {
    if (::access(file.c_str(), R_OK) == 0)
        return {};
    if (errno == ENOENT || errno == ENOTDIR)
        return makeError(ErrorCode::FileNotFound, {pathText(file)});
    return makeError(ErrorCode::FileNotReadable, {pathText(file), std::strerror(errno)});
}

} // namespace likeness
