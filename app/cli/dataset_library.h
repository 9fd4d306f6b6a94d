// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/global_options.h"
#include "app/cli/interruption.h"
#include "core/base/result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace likeness::cli {

/// The library that holds a dataset's photos: the one of the options where it has some of them, else one in
/// the user's cache folder, which is made, or brought up to date, with each of the packs (the default one
/// where none is named). Errors of Database::open, Indexer.
Result<std::filesystem::path> libraryOfDataset(const std::filesystem::path& dataset,
                                               const GlobalOptions& options,
                                               const std::vector<std::string>& packs,
                                               const Interruption& interruption);

} // namespace likeness::cli
