// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/casework/case_keeper.h"

#include "core/base/path_text.h"
#include "ui/shared/image_conversion.h"
#include "ui/shared/language.h"
#include "ui/shared/paged_document.h"
#include "ui/shared/photo_roles.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

namespace likeness::ui {
namespace {

using namespace std::chrono_literals;

/// All that a report is made of, as it was when it was asked for.
struct Order {
    std::filesystem::path file;
    std::shared_ptr<const Recipe> recipe;
    SearchRequest request;
    SearchResult result;
    QImage pasted; // where the query is no file
    std::string version;
    std::int64_t time = 0;
};

Result<CaseReport> gather(const Database& database, const Order& order) {
    SearchRequest request = order.request;
    if (!order.pasted.isNull())
        request.query = toImage(order.pasted);
    return makeCaseReport({database, *order.recipe, request, order.result, order.version, order.time});
}

Result<void> writeFile(const std::string& html, const std::filesystem::path& file) {
    if (file.extension() != ".pdf")
        return writeFileAtomically(file, std::as_bytes(std::span(html)));
    QTextDocument document;
    document.setHtml(QString::fromStdString(html));
    return writePdf(document, file);
}

/// A report can be made of a library that can't be written; why it is not in the log then.
using MissingInLog = std::optional<Error>;

Result<MissingInLog> carryOut(const Database& database, const Order& order) {
    if (auto allowed = checkReportPlace(database, order.file); !allowed)
        return allowed.error();
    const auto report = gather(database, order);
    if (!report)
        return report.error();
    if (auto written = writeFile(caseReportHtml(*report, inWindowLanguage), order.file); !written)
        return written.error();
    const auto writable = Database::open(database.file(), OpenMode::Write);
    const auto logged = writable ? logReport(*writable, *report, order.file) : writable.error();
    return logged ? MissingInLog() : MissingInLog(logged.error());
}

} // namespace

CaseKeeper::CaseKeeper(LibrarySession& session, SimilarPresenter& similar, QObject* parent)
    : QObject(parent),
      session_(session),
      similar_(similar),
      worker_(QStringLiteral("case"), session.libraryFile()) {
    settling_.setSingleShot(true);
    settling_.setInterval(1s);
    connect(&settling_, &QTimer::timeout, this, &CaseKeeper::logQuery);
    for (const auto answer : {&SimilarPresenter::answered, &SimilarPresenter::refined})
        connect(&similar, answer, &settling_, qOverload<>(&QTimer::start));
    connect(&similar, &SimilarPresenter::resultsChanged, this, &CaseKeeper::reportable);
}

CaseKeeper::~CaseKeeper() {
    if (settling_.isActive())
        logQuery();
}

void CaseKeeper::readCase() {
    using Case = std::pair<CaseFacts, std::vector<CaseAction>>;
    worker_.with(
        OpenMode::ReadOnly,
        [](const Database& database) -> Result<Case> {
            const auto facts = CaseRepository(database).facts();
            auto log = CaseRepository(database).actions();
            if (!facts || !log)
                return facts ? log.error() : facts.error();
            return Case(*facts, *std::move(log));
        },
        [this](const Result<Case>& found) {
            if (found)
                Q_EMIT read(found->first, found->second);
            else
                Q_EMIT failed(found.error());
        });
}

void CaseKeeper::setFacts(const CaseFacts& facts) {
    write([facts](const Database& database) { return CaseRepository(database).setFacts(facts); });
}

void CaseKeeper::write(std::function<Result<void>(const Database&)> work) {
    worker_.with(OpenMode::Write, std::move(work), [this](const Result<void>& outcome) {
        if (!outcome)
            Q_EMIT failed(outcome.error());
    });
}

void CaseKeeper::logQuery() {
    if (!similar_.isSettled() || !similar_.hasAnswer())
        return;
    CaseAction action = queryAction(pathText(similar_.queryFile()), similar_.request());
    if (action.details == lastQuery_)
        return;
    lastQuery_ = action.details;
    write([action](const Database& database) { return CaseRepository(database).add(std::span(&action, 1)); });
}

bool CaseKeeper::canReport() const {
    return similar_.hasAnswer() && session_.recipe() != nullptr;
}

SearchResult CaseKeeper::shownResults() const {
    SearchResult result;
    result.searched = similar_.searchedCount();
    result.queryPlaces = similar_.searchedPlaces();
    const ResultListModel& shown = similar_.results();
    for (int row = 0; row < std::min(mostResults, shown.rowCount()); ++row)
        if (const RankedPhoto* ranked =
                shown.rankingOf(PhotoId{shown.index(row).data(PhotoIdRole).toLongLong()}))
            result.photos.push_back(*ranked);
    return result;
}

void CaseKeeper::writeReport(const std::filesystem::path& file) {
    if (!canReport())
        return;
    Order order{file,
                session_.recipe(),
                similar_.request(),
                shownResults(),
                {},
                QCoreApplication::applicationVersion().toStdString(),
                QDateTime::currentSecsSinceEpoch()};
    if (const auto* pixels = std::get_if<QImage>(similar_.query()))
        order.pasted = *pixels;
    worker_.with(
        OpenMode::ReadOnly,
        [order = std::move(order)](const Database& database) { return carryOut(database, order); },
        [this, file](const Result<MissingInLog>& outcome) {
            if (outcome)
                Q_EMIT reported(file);
            if (!outcome || *outcome)
                Q_EMIT failed(outcome ? **outcome : outcome.error());
        });
}

} // namespace likeness::ui
