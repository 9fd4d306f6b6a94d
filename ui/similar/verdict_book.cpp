// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/similar/verdict_book.h"

#include "core/base/file_io.h"
#include "core/library/content_hash.h"
#include "core/library/verdict_file.h"
#include "ui/shared/formats.h"

#include <QDateTime>

#include <algorithm>

namespace likeness::ui {
namespace {

Result<void> exportVerdicts(const Database& database, const std::filesystem::path& file) {
    const auto verdicts = listedVerdicts(database);
    if (!verdicts)
        return verdicts.error();
    const std::string text =
        file.extension() == ".json" ? verdictsAsJson(*verdicts) : verdictsAsCsv(*verdicts);
    return writeFileAtomically(file, std::as_bytes(std::span(text)));
}

Result<void> importVerdicts(const Database& database, const std::filesystem::path& file) {
    const auto verdicts = readVerdicts(file);
    return verdicts ? VerdictRepository(database).set(*verdicts) : verdicts.error();
}

/// Nothing for pasted pixels, and for a photo that has not been indexed.
Result<std::optional<ContentHash>> contentOf(const VerdictRepository& repository, const PhotoQuery& query) {
    using Content = std::optional<ContentHash>;
    if (const auto* file = std::get_if<std::filesystem::path>(&query)) {
        const auto content = contentHash(*file);
        return content ? Result<Content>(*content) : content.error();
    }
    const auto* id = std::get_if<PhotoId>(&query);
    if (id == nullptr)
        return Content();
    const auto own = repository.contentsOf(std::span(id, 1));
    if (!own)
        return own.error();
    const auto found = own->find(*id);
    return found == own->end() ? Content() : Content(found->second);
}

} // namespace

VerdictBook::VerdictBook(LibrarySession& session, SimilarPresenter& similar, QObject* parent)
    : QObject(parent), similar_(similar), worker_(QStringLiteral("verdicts"), session.libraryFile()) {
    connect(&similar, &SimilarPresenter::queryChanged, this, [this] {
        ++queries_;
        query_.reset();
        verdicts_.clear();
        show();
    });
    connect(&similar, &SimilarPresenter::answered, this, &VerdictBook::turnToQuery);
    connect(&similar, &SimilarPresenter::refined, this, &VerdictBook::turnToQuery);
}

Result<VerdictBook::Page> VerdictBook::read(const VerdictRepository& repository,
                                            const std::optional<ContentHash>& content,
                                            const std::vector<PhotoId>& results) {
    if (!content)
        return Page();
    auto contents = repository.contentsOf(results);
    if (!contents)
        return contents.error();
    std::vector<ContentHash> hashes;
    for (const auto& [photo, hash] : *contents)
        hashes.push_back(hash);
    auto verdicts = repository.between(*content, hashes);
    if (!verdicts)
        return verdicts.error();
    return Page{content, *std::move(contents), *std::move(verdicts)};
}

void VerdictBook::turnToQuery() {
    readsAgain_ = isReading_;
    const PhotoQuery* query = similar_.query();
    if (isReading_ || query == nullptr)
        return;
    isReading_ = true;
    std::vector<PhotoId> results;
    for (const RankedPhoto& result : similar_.results().ranked())
        results.push_back(result.photo);
    worker_.with(
        OpenMode::ReadOnly,
        [query = *query, known = query_,
         results = std::move(results)](const Database& database) -> Result<Page> {
            const VerdictRepository repository(database);
            const auto content =
                known ? Result<std::optional<ContentHash>>(known) : contentOf(repository, query);
            return content ? read(repository, *content, results) : content.error();
        },
        [this, number = queries_](const Result<Page>& page) { take(number, page); });
}

void VerdictBook::take(std::uint64_t query, const Result<Page>& page) {
    isReading_ = false;
    if (readsAgain_)
        turnToQuery();
    else if (query != queries_)
        return; // the next answer turns to the new one
    else if (!page)
        Q_EMIT failed(page.error());
    else
        open(*page);
}

void VerdictBook::open(const Page& page) {
    query_ = page.query;
    contents_ = page.contents;
    verdicts_.clear();
    for (const Verdict& verdict : page.verdicts)
        verdicts_.emplace(verdict.contents, verdict);
    show();
}

const Verdict* VerdictBook::verdictOn(PhotoId photo) const {
    const auto content = contents_.find(photo);
    if (!query_ || content == contents_.end())
        return nullptr;
    const auto found = verdicts_.find(contentPair(*query_, content->second));
    return found == verdicts_.end() ? nullptr : &found->second;
}

std::optional<Verdict> VerdictBook::standing(const ContentPair& pair) const {
    const auto found = verdicts_.find(pair);
    return found == verdicts_.end() ? std::nullopt : std::optional(found->second);
}

void VerdictBook::judge(const std::vector<PhotoId>& photos, Judgement judgement) {
    if (!query_)
        return;
    const bool isSoAlready = std::ranges::all_of(photos, [&](PhotoId photo) {
        const Verdict* verdict = verdictOn(photo);
        return verdict != nullptr && verdict->judgement == judgement;
    });
    Verdicts after;
    for (const PhotoId photo : photos) {
        const auto content = contents_.find(photo);
        if (content == contents_.end())
            continue;
        const ContentPair pair = contentPair(*query_, content->second);
        const Verdict* former = verdictOn(photo);
        if (isSoAlready)
            after.emplace_back(pair, std::nullopt);
        else
            after.emplace_back(pair, Verdict{pair, judgement, former ? former->note : std::string(),
                                             QDateTime::currentSecsSinceEpoch()});
    }
    change(std::move(after));
}

void VerdictBook::note(PhotoId photo, const QString& text) {
    const Verdict* former = verdictOn(photo);
    if (former == nullptr || former->note == text.toStdString())
        return;
    Verdict noted = *former;
    noted.note = text.toStdString();
    change({{noted.contents, noted}});
}

void VerdictBook::change(Verdicts after) {
    if (after.empty())
        return;
    Verdicts before;
    for (const auto& [pair, verdict] : after)
        before.emplace_back(pair, standing(pair));
    undone_.clear();
    write(after);
    done_.push_back({std::move(before), std::move(after)});
    show();
}

void VerdictBook::undo() {
    if (done_.empty())
        return;
    write(done_.back().before);
    undone_.push_back(std::move(done_.back()));
    done_.pop_back();
    show();
}

void VerdictBook::redo() {
    if (undone_.empty())
        return;
    write(undone_.back().after);
    done_.push_back(std::move(undone_.back()));
    undone_.pop_back();
    show();
}

/// At once in what is shown, soon in the library; what can't be written is read anew.
void VerdictBook::write(const Verdicts& verdicts) {
    readsAgain_ = isReading_; // what is on its way is older
    std::vector<Verdict> set;
    std::vector<ContentPair> removed;
    for (const auto& [pair, verdict] : verdicts) {
        verdicts_.erase(pair);
        if (verdict) {
            set.push_back(*verdict);
            verdicts_.emplace(pair, *verdict);
        } else {
            removed.push_back(pair);
        }
    }
    worker_.with(
        OpenMode::Write,
        [set = std::move(set), removed = std::move(removed)](const Database& database) {
            const VerdictRepository repository(database);
            const auto kept = repository.set(set);
            return kept ? repository.remove(removed) : kept;
        },
        [this](const Result<void>& outcome) {
            if (outcome) {
                Q_EMIT stored();
                return;
            }
            turnToQuery();
            Q_EMIT failed(outcome.error());
        });
}

void VerdictBook::show() {
    ResultListModel::Judgements judgements;
    for (const auto& [photo, content] : contents_)
        if (const Verdict* verdict = verdictOn(photo))
            judgements.emplace(photo, verdict->judgement);
    similar_.results().setJudgements(std::move(judgements));
    Q_EMIT changed();
}

void VerdictBook::exportTo(const QString& file) {
    worker_.with(
        OpenMode::ReadOnly,
        [path = toPath(file)](const Database& database) { return exportVerdicts(database, path); },
        [this, file](const Result<void>& outcome) { Q_EMIT written(file, outcome); });
}

void VerdictBook::importFrom(const QString& file) {
    worker_.with(
        OpenMode::Write,
        [path = toPath(file)](const Database& database) { return importVerdicts(database, path); },
        [this, file](const Result<void>& outcome) {
            turnToQuery();
            Q_EMIT written(file, outcome);
        });
}

} // namespace likeness::ui
