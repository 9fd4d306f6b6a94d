// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hashing/recipe.h"
#include "core/index/live_index.h"
#include "core/library/code_repository.h"
#include "core/library/database.h"
#include "core/library/indexer.h"
#include "core/library/photo_repository.h"
#include "tests/quick_engine.h"

#include <QTemporaryDir>

#include <future>
#include <memory>
#include <optional>

namespace likeness::testing {

/// The 80 labelled photos of the repository.
inline const std::filesystem::path samplesFolder = LIKENESS_SOURCE_DIR "/resources/samples";

/// Tells the end of an indexing run to the thread that waits for it.
class EndOfIndexing : public IndexObserver {
public:
    void onProgress(const IndexProgress&) override {}
    void onPhotosChanged() override {}
    void onIndexed(std::span<const PhotoId>) override {}
    void onFinished(const Result<IndexSummary>& summary) override { end_.set_value(summary); }
    Result<IndexSummary> wait() { return end_.get_future().get(); }

private:
    std::promise<Result<IndexSummary>> end_;
};

/// A library of one folder, indexed by the real network into a file that goes away with the object.
class IndexedFolder {
public:
    /// Check `error()` before anything else is used.
    explicit IndexedFolder(const std::filesystem::path& folder) {
        auto recipe = loadDefaultRecipe();
        if (!recipe) {
            error_ = recipe.error().text;
            return;
        }
        recipe_ = std::move(*recipe);
        liveIndex_ = std::make_unique<LiveIndexes>(*recipe_);
        index(folder);
        open();
    }

    const std::string& error() const { return error_; }
    std::filesystem::path file() const {
        return home_.filePath(QStringLiteral("test.likeness")).toStdString();
    }
    const Database& database() const { return *database_; }
    const LiveIndexes& liveIndex() const { return *liveIndex_; }
    const std::shared_ptr<const Recipe>& recipe() const { return recipe_; }
    PhotoRepository photos() const { return PhotoRepository(*database_); }
    CodeRepository codes() const { return {*database_, recipe_->fingerprint()}; }

private:
    void index(const std::filesystem::path& folder) {
        IndexOptions options;
        options.libraryFile = file();
        options.folders = {folder};
        options.engine = quickEngine;
        EndOfIndexing end;
        Indexer indexer(options, recipe_, liveIndex_.get(), end);
        indexer.start();
        if (const auto summary = end.wait(); !summary)
            error_ = summary.error().text;
    }

    void open() {
        auto database = Database::open(file(), OpenMode::ReadOnly);
        if (database)
            database_.emplace(std::move(*database));
        else
            error_ = database.error().text;
    }

    QTemporaryDir home_;
    std::shared_ptr<const Recipe> recipe_;
    std::unique_ptr<LiveIndexes> liveIndex_;
    std::optional<Database> database_;
    std::string error_;
};

} // namespace likeness::testing
