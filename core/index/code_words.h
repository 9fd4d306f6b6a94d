// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <new>
#include <sys/mman.h>
#include <vector>

namespace likeness {

/// Memory that a scan reads fastest: on cache lines, and on huge pages where it is large and the system has
/// them.
template <typename T>
struct ScanAllocator {
    using value_type = T;

    ScanAllocator() = default;
    template <typename U>
    ScanAllocator(const ScanAllocator<U>&) {}

    T* allocate(std::size_t count) {
        void* const memory = ::operator new(count * sizeof(T), alignment(count));
        if (isLarge(count))
            madvise(memory, count * sizeof(T), MADV_HUGEPAGE);
        return static_cast<T*>(memory);
    }
    void deallocate(T* memory, std::size_t count) { ::operator delete(memory, alignment(count)); }

    bool operator==(const ScanAllocator&) const { return true; }

private:
    static constexpr std::size_t hugePage = std::size_t{2} << 20U;
    static bool isLarge(std::size_t count) { return count * sizeof(T) >= 4 * hugePage; }
    static std::align_val_t alignment(std::size_t count) {
        return std::align_val_t{isLarge(count) ? hugePage : 64};
    }
};

/// The words of many codes.
using CodeWords = std::vector<std::uint64_t, ScanAllocator<std::uint64_t>>;

} // namespace likeness
