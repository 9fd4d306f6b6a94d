// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/casework/case_report.h"

#include "core/base/path_text.h"
#include "core/image/decoder.h"
#include "core/image/outline.h"
#include "core/image/thumbnail.h"
#include "core/library/content_hash.h"
#include "core/library/photo_repository.h"
#include "core/library/verdict_repository.h"

#include <algorithm>
#include <set>

namespace likeness {
namespace {

namespace fs = std::filesystem;

/// Empty where the photo can't be decoded: the list of files tells why.
Bytes pictureOf(Result<DecodedPhoto> photo, const std::vector<Rectangle>& places) {
    if (!photo)
        return {};
    for (const Rectangle& place : places)
        drawOutline(photo->image, place);
    auto jpeg = encodeThumbnail(*photo);
    return jpeg ? *std::move(jpeg) : Bytes();
}

Bytes pictureOf(const fs::path& file, const std::vector<Rectangle>& places) {
    return pictureOf(Decoder().decodeToFit(file, thumbnailSide), places);
}

/// Made small first, as outlines are a few pixels wide.
Bytes pictureOf(const Image& pixels, const std::vector<Rectangle>& places) {
    const auto jpeg = encodeThumbnail({pixels, pixels.width, pixels.height, {}});
    auto small = jpeg ? decodeThumbnail(*jpeg) : Result<Image>(jpeg.error());
    if (!small)
        return {};
    const int width = small->width;
    const int height = small->height;
    return pictureOf(DecodedPhoto{*std::move(small), width, height, {}}, places);
}

ReportedFile reported(const fs::path& file) {
    ReportedFile entry;
    entry.file = file;
    const auto stamp = stampOf(file);
    const auto sum = sha256HexOfFile(file);
    if (stamp && sum) {
        entry.bytes = static_cast<std::uintmax_t>(stamp->bytes);
        entry.sha256 = *sum;
    } else {
        entry.problem = stamp ? sum.error() : stamp.error();
    }
    return entry;
}

/// Gathers a report; each step may fail with the library.
class Gathering {
public:
    explicit Gathering(const CaseReportSource& source) : source_(source) {}

    Result<CaseReport> run() {
        for (const auto step : {&Gathering::readCase, &Gathering::readQuery, &Gathering::readResults})
            if (auto done = (this->*step)(); !done)
                return done.error();
        readMethod();
        listFiles();
        return std::move(report_);
    }

private:
    Result<void> readCase() {
        report_.version = source_.version;
        report_.madeAt = source_.time;
        report_.library = source_.database.file();
        const CaseRepository repository(source_.database);
        auto facts = repository.facts();
        if (!facts)
            return facts.error();
        auto log = repository.actions();
        if (!log)
            return log.error();
        auto verdicts = listedVerdicts(source_.database);
        if (!verdicts)
            return verdicts.error();
        report_.facts = *std::move(facts);
        report_.log = *std::move(log);
        report_.verdicts = *std::move(verdicts);
        return {};
    }

    Result<void> readQuery() {
        report_.request = source_.request;
        report_.searched = source_.result.searched;
        report_.queryPlaces = source_.result.queryPlaces;
        const auto query = fileOf(source_.request.query);
        if (!query)
            return query.error();
        report_.query = *query;
        const auto* const pixels = std::get_if<Image>(&source_.request.query);
        report_.queryPicture =
            pixels ? pictureOf(*pixels, report_.queryPlaces) : pictureOf(*query, report_.queryPlaces);
        return readOtherPhotos();
    }

    Result<void> readOtherPhotos() {
        for (const auto& [photos, files] : {std::pair(&source_.request.alsoLike, &report_.alsoLike),
                                            std::pair(&source_.request.unlike, &report_.unlike)})
            for (const QueryPhoto& photo : *photos) {
                auto file = fileOf(photo);
                if (!file)
                    return file.error();
                files->push_back(*std::move(file));
            }
        return {};
    }

    /// Empty for pixels.
    Result<fs::path> fileOf(const QueryPhoto& photo) const {
        if (const auto* file = std::get_if<fs::path>(&photo))
            return *file;
        const auto* id = std::get_if<PhotoId>(&photo);
        if (id == nullptr)
            return fs::path();
        auto known = PhotoRepository(source_.database).photo(*id);
        if (!known)
            return known.error();
        return std::move(known->file);
    }

    Result<void> readResults() {
        std::optional<ContentHash> content;
        if (const auto hashed = contentHash(report_.query))
            content = *hashed; // the list of files tells why a query has none
        for (const RankedPhoto& ranked : source_.result.photos) {
            const auto photo = PhotoRepository(source_.database).photo(ranked.photo);
            if (!photo)
                return photo.error();
            std::vector<Rectangle> places;
            for (const MatchedPlace& match : ranked.matches)
                places.push_back(match.place);
            ReportedResult result{ranked, photo->file, pictureOf(photo->file, places), std::nullopt};
            if (content) {
                auto verdict = verdictOn(*content, ranked.photo);
                if (!verdict)
                    return verdict.error();
                result.verdict = *std::move(verdict);
            }
            report_.results.push_back(std::move(result));
        }
        return {};
    }

    Result<std::optional<Verdict>> verdictOn(const ContentHash& query, PhotoId photo) const {
        const VerdictRepository repository(source_.database);
        const auto contents = repository.contentsOf(std::span(&photo, 1));
        if (!contents)
            return contents.error();
        const auto own = contents->find(photo);
        if (own == contents->end())
            return std::optional<Verdict>();
        auto verdicts = repository.between(query, std::span(&own->second, 1));
        if (!verdicts)
            return verdicts.error();
        return verdicts->empty() ? std::nullopt : std::optional(verdicts->front());
    }

    void readMethod() {
        const Recipe& recipe = source_.recipe;
        report_.pack = recipe.pack().title;
        report_.networkSha256 = recipe.pack().networkSha256;
        report_.precision = precisionName(recipe.pack().precision);
        for (const Granularity granularity : allGranularities)
            if (const Codebook* codebook = recipe.codebook(granularity))
                report_.codes.push_back({granularity, std::string(codebook->encoder->method()),
                                         codebook->encoder->bits(), recipe.fingerprint(granularity)});
    }

    /// In the order in which the report names them.
    void listFiles() {
        std::vector<fs::path> named{report_.query};
        named.insert(named.end(), report_.alsoLike.begin(), report_.alsoLike.end());
        named.insert(named.end(), report_.unlike.begin(), report_.unlike.end());
        for (const ReportedResult& result : report_.results)
            named.push_back(result.file);
        for (const ListedVerdict& verdict : report_.verdicts) {
            named.push_back(verdict.first);
            named.push_back(verdict.second);
        }
        for (const CaseAction& action : report_.log)
            for (const CaseDetail& detail : action.details)
                if (detail.name == "photo")
                    named.emplace_back(detail.text);
        std::set<fs::path> seen{fs::path()};
        for (const fs::path& file : named)
            if (seen.insert(file).second)
                report_.files.push_back(reported(file));
    }

    const CaseReportSource& source_;
    CaseReport report_;
};

} // namespace

Result<CaseReport> makeCaseReport(const CaseReportSource& source) {
    return Gathering(source).run();
}

Result<void> checkReportPlace(const Database& database, const fs::path& file) {
    const auto roots = PhotoRepository(database).roots();
    if (!roots)
        return roots.error();
    const fs::path place = fs::weakly_canonical(fs::absolute(file));
    for (const Root& root : *roots)
        if (std::mismatch(root.folder.begin(), root.folder.end(), place.begin(), place.end()).first ==
            root.folder.end())
            return makeError(ErrorCode::InvalidArgument,
                             {"a report in " + pathText(root.folder) +
                              " would lie among the photos; choose a folder outside it"});
    return {};
}

Result<void> logReport(const Database& database, const CaseReport& report, const fs::path& file) {
    const auto sum = sha256HexOfFile(file);
    if (!sum)
        return sum.error();
    CaseAction action = queryAction(pathText(report.query), report.request);
    action.kind = CaseActionKind::ReportMade;
    action.details.insert(action.details.begin(), {{"file", pathText(file)}, {"sha256", *sum}});
    return CaseRepository(database).add(std::span(&action, 1));
}

} // namespace likeness
