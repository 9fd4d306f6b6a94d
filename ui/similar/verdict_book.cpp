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

Result<void> exportVerdicts(const std::filesystem::path& library, const std::filesystem::path& file) {
    const auto database = Database::open(library, OpenMode::ReadOnly);
    if (!database)
        return database.error();
    const auto verdicts = listedVerdicts(*database);
    if (!verdicts)
        return verdicts.error();
    const std::string text =
        file.extension() == ".json" ? verdictsAsJson(*verdicts) : verdictsAsCsv(*verdicts);
    return writeFileAtomically(file, std::as_bytes(std::span(text)));
}

Result<void> importVerdicts(const std::filesystem::path& library, const std::filesystem::path& file) {
    const auto verdicts = readVerdicts(file);
    if (!verdicts)
        return verdicts.error();
    const auto database = Database::open(library, OpenMode::Write);
    if (!database)
        return database.error();
    return VerdictRepository(*database).set(*verdicts);
}

} // namespace

VerdictBook::VerdictBook(LibrarySession& session, SimilarPresenter& similar, QObject* parent)
    : QObject(parent),
      session_(session),
      similar_(similar),
      thread_(std::make_unique<WorkerThread>(QStringLiteral("verdicts"))) {
    connect(&similar, &SimilarPresenter::queryChanged, this, [this] {
        query_.reset();
        verdicts_.clear();
        show();
    });
    connect(&similar, &SimilarPresenter::answered, this, &VerdictBook::turnToQuery);
    connect(&similar, &SimilarPresenter::refined, this, &VerdictBook::turnToQuery);
}

VerdictBook::~VerdictBook() {
    thread_.reset();
}

Result<VerdictBook::Page> VerdictBook::read(const std::filesystem::path& library, const PhotoQuery& query,
                                            const std::vector<PhotoId>& results) {
    const auto database = Database::open(library, OpenMode::ReadOnly);
    if (!database)
        return database.error();
    const VerdictRepository repository(*database);
    Page page;
    if (const auto* id = std::get_if<PhotoId>(&query)) {
        const auto own = repository.contentsOf(std::span(id, 1));
        if (!own)
            return own.error();
        if (const auto found = own->find(*id); found != own->end())
            page.query = found->second;
    } else if (const auto* file = std::get_if<std::filesystem::path>(&query)) {
        const auto content = contentHash(*file);
        if (!content)
            return content.error();
        page.query = *content;
    }
    if (!page.query)
        return page;
    auto contents = repository.contentsOf(results);
    if (!contents)
        return contents.error();
    page.contents = *std::move(contents);
    std::vector<ContentHash> hashes;
    for (const auto& [photo, content] : page.contents)
        hashes.push_back(content);
    auto verdicts = repository.between(*page.query, hashes);
    if (!verdicts)
        return verdicts.error();
    page.verdicts = *std::move(verdicts);
    return page;
}

void VerdictBook::turnToQuery() {
    const PhotoQuery* query = similar_.query();
    if (query == nullptr)
        return;
    std::vector<PhotoId> results;
    for (const RankedPhoto& result : similar_.results().ranked())
        results.push_back(result.photo);
    thread_->post([this, query = *query, results = std::move(results), library = session_.libraryFile(),
                   question = ++question_] {
        auto page = read(library, query, results);
        QMetaObject::invokeMethod(this, [this, question, page = std::move(page)] {
            if (question != question_)
                return;
            if (page)
                take(*page);
            else
                Q_EMIT failed(page.error());
        });
    });
}

void VerdictBook::take(const Page& page) {
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
    thread_->post(
        [this, set = std::move(set), removed = std::move(removed), library = session_.libraryFile()] {
            const auto database = Database::open(library, OpenMode::Write);
            auto outcome = database ? VerdictRepository(*database).set(set) : Result<void>(database.error());
            if (outcome)
                outcome = VerdictRepository(*database).remove(removed);
            if (!outcome)
                QMetaObject::invokeMethod(this, [this, error = outcome.error()] {
                    turnToQuery();
                    Q_EMIT failed(error);
                });
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
    thread_->post([this, file, library = session_.libraryFile()] {
        const auto outcome = exportVerdicts(library, toPath(file));
        QMetaObject::invokeMethod(this, [this, file, outcome] { Q_EMIT written(file, outcome); });
    });
}

void VerdictBook::importFrom(const QString& file) {
    thread_->post([this, file, library = session_.libraryFile()] {
        const auto outcome = importVerdicts(library, toPath(file));
        QMetaObject::invokeMethod(this, [this, file, outcome] {
            turnToQuery();
            Q_EMIT written(file, outcome);
        });
    });
}

} // namespace likeness::ui
