// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/index/live_indexes.h"
#include "core/library/index_loading.h"
#include "tests/search/indexed_samples.h"

#include <memory>
#include <string>

namespace likeness::testing {

/// Another pack with which the folder of a library is indexed, too.
class SecondPack {
public:
    /// Check `error()` before anything else is used.
    SecondPack(const IndexedFolder& library, std::string_view name) {
        const auto pack = findModelPack(name);
        const auto recipe = pack ? loadRecipe(*pack) : Result<std::shared_ptr<const Recipe>>(pack.error());
        if (!recipe) {
            error_ = recipe.error().text;
            return;
        }
        recipe_ = *recipe;
        IndexOptions options;
        options.libraryFile = library.file();
        EndOfIndexing end;
        Indexer indexer(options, recipe_, nullptr, end);
        indexer.start();
        const auto summary = end.wait();
        auto indexes = loadIndexes(library.database(), *recipe_);
        if (!summary || !indexes)
            error_ = summary ? indexes.error().text : summary.error().text;
        else
            indexes_ = *std::move(indexes);
    }

    const std::string& error() const { return error_; }
    const std::shared_ptr<const Recipe>& recipe() const { return recipe_; }
    const LiveIndexes& indexes() const { return *indexes_; }

private:
    std::string error_;
    std::shared_ptr<const Recipe> recipe_;
    std::unique_ptr<LiveIndexes> indexes_;
};

} // namespace likeness::testing
