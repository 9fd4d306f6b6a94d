// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vips/vips.h>

namespace likeness {

struct GObjectUnref {
    void operator()(void* object) const { g_object_unref(object); }
};

/// Owns one reference to an object of libvips.
template <typename T>
using VipsPtr = std::unique_ptr<T, GObjectUnref>;

/// An image whose pixels may still have to be computed. Null where an operation failed; takeVipsError() then
/// says why.
using VipsImagePtr = VipsPtr<VipsImage>;

/// Starts libvips on the first call: one thread in each caller, no cache of operations, no messages to
/// standard error, and no loader but those of ImageFormat. False where it cannot start. Thread-safe.
bool startVips();

/// What libvips last complained about, in one printable line; the complaint is forgotten. libvips keeps one
/// list for the whole process, so that the line may also tell of a photo that another thread failed to read
/// at the same moment.
std::string takeVipsError();

/// After a success: what was complained about on the way did no harm, and must not be told of the next photo.
void forgetVipsErrors();

/// Calls a libvips operation whose output comes right after its inputs:
/// `vipsResult([&](VipsImage** out) { return vips_rot90(in, out, nullptr); })`.
template <typename Operation>
VipsImagePtr vipsResult(Operation&& operation) {
    VipsImage* out = nullptr;
    if (operation(&out) != 0)
        return nullptr;
    return VipsImagePtr(out);
}

} // namespace likeness
