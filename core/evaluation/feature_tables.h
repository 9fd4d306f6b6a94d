// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/experiment_control.h"
#include "core/evaluation/experiment_set.h"
#include "core/evaluation/feature_extractor.h"
#include "core/features/quantised_descriptor.h"
#include "core/image/decoder.h"
#include "core/library/database.h"

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace likeness {

/// The features of an experiment's photos and queries by one extractor.
struct FeatureTable {
    std::unique_ptr<FeatureExtractor> extractor;
    std::vector<QuantisedDescriptor> rows;    // of the set's photos
    std::vector<QuantisedDescriptor> queries; // of the boxes that are asked; empty where whole photos are
    std::vector<double> decodeMs;             // of a few photos, one at a time
    std::vector<double> extractMs;

    const QuantisedDescriptor& ofQuery(const ExperimentSet& set, std::size_t query) const {
        return queries.empty() ? rows[set.queries[query].row] : queries[query];
    }
};

/// Computes features once and keeps them: those of networks that the library was indexed with are its stored
/// descriptors, others are kept in the library where it can be written.
class FeatureTables {
public:
    using Progress = std::function<void(double share)>;
    /// All outlive the tables.
    FeatureTables(const Database& database, const ExperimentSet& set, DecodeLimits limits,
                  ExperimentControl& control)
        : database_(database), set_(set), decoder_(limits), control_(control) {}

    /// Takes the extractor over. Cancelled; errors of Decoder and FeatureExtractor; LibraryFailed.
    Result<const FeatureTable*> table(std::unique_ptr<FeatureExtractor> extractor, const Progress& progress);
    std::map<std::string, FeatureTable>& all() { return tables_; }

private:
    Result<void> fillRows(FeatureTable& table, const Progress& progress);
    Result<void> fillQueries(FeatureTable& table, const Progress& progress);
    Result<void> measure(FeatureTable& table);
    Result<QuantisedDescriptor> extract(FeatureTable& table, const Photo& photo) const;

    const Database& database_;
    const ExperimentSet& set_;
    Decoder decoder_;
    ExperimentControl& control_;
    std::map<std::string, FeatureTable> tables_; // by FeatureExtractor::kind()
};

} // namespace likeness
