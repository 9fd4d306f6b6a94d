// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/file_io.h"
#include "core/base/result.h"
#include "core/casework/case_texts.h"
#include "core/hashing/recipe.h"
#include "core/library/case_repository.h"
#include "core/library/verdict_file.h"
#include "core/search/search_request.h"
#include "core/search/search_result.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace likeness {

/// A file that the report names.
struct ReportedFile {
    std::filesystem::path file;
    std::uintmax_t bytes = 0;
    std::string sha256;           // empty where the file can't be read
    std::optional<Error> problem; // why it can't
};

struct ReportedResult {
    RankedPhoto ranked;
    std::filesystem::path file;
    Bytes picture; // JPEG with the matched places drawn on it; empty where the file can't be read
    std::optional<Verdict> verdict;
};

/// Codes of a granularity, as they were compared.
struct ReportedCodes {
    Granularity granularity = Granularity::Global;
    std::string method;
    int bits = 0;
    Fingerprint fingerprint;
};

/// A query of a case with its results, and everything that is needed to judge and to repeat it.
struct CaseReport {
    CaseFacts facts;
    std::string version;     // of the program
    std::int64_t madeAt = 0; // seconds since 1970
    std::filesystem::path library;
    SearchRequest request;
    std::filesystem::path query; // empty for pixels without a file
    Bytes queryPicture;          // with the places that were searched by
    std::vector<std::filesystem::path> alsoLike;
    std::vector<std::filesystem::path> unlike;
    std::vector<Rectangle> queryPlaces;
    std::size_t searched = 0;
    std::vector<ReportedResult> results;
    std::string pack;
    std::string networkSha256;
    std::string precision;
    std::vector<ReportedCodes> codes;
    std::vector<ListedVerdict> verdicts; // all of the case
    std::vector<CaseAction> log;
    std::vector<ReportedFile> files; // each file named above, once
};

/// What the report is about. All outlive the call.
struct CaseReportSource {
    const Database& database;
    const Recipe& recipe;
    const SearchRequest& request;
    const SearchResult& result; // its photos are those to be shown
    std::string version;
    std::int64_t time = 0; // of now, seconds since 1970
};

/// Reads the files that are named; none is written to. One that can't be read is listed with the reason.
/// LibraryFailed, LibraryDamaged; PhotoUnknown where a photo left the library since it was found.
Result<CaseReport> makeCaseReport(const CaseReportSource& source);

/// One HTML file without scripts; pictures are in it. Its HTML is so plain that QTextDocument understands it.
std::string caseReportHtml(const CaseReport& report, const Translator& translate);

/// InvalidArgument where the file would lie among the photos of the library, which are never written beside.
Result<void> checkReportPlace(const Database& database, const std::filesystem::path& file);

/// Logs that a report was made of a query, with its own SHA-256. LibraryReadOnly, LibraryFailed, DiskFull.
Result<void> logReport(const Database& database, const CaseReport& report, const std::filesystem::path& file);

} // namespace likeness
