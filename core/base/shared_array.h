// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <span>
#include <utility>

namespace likeness {

/// An array that doesn't change, and a share in whatever holds its memory: a vector, or a mapped file.
template <typename T>
class SharedArray {
public:
    SharedArray() = default;
    SharedArray(std::span<const T> items, std::shared_ptr<const void> owner)
        : items_(items), owner_(std::move(owner)) {}

    template <typename Vector>
    static SharedArray of(Vector items) {
        auto owner = std::make_shared<const Vector>(std::move(items));
        return {std::span<const T>(*owner), owner};
    }

    std::span<const T> items() const { return items_; }

private:
    std::span<const T> items_;
    std::shared_ptr<const void> owner_;
};

} // namespace likeness
