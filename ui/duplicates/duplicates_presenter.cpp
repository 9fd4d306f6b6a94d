// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/duplicates/duplicates_presenter.h"

#include <algorithm>
#include <set>

namespace likeness::ui {
namespace {

/// The report without these photos; a group that has one photo left goes.
DuplicateReportPtr without(const DuplicateReport& report, const std::set<PhotoId>& gone,
                           const KeeperPolicy& policy) {
    auto left = std::make_shared<DuplicateReport>(report);
    for (DuplicateGroup& group : left->groups) {
        std::erase_if(group.members,
                      [&](const DuplicateMember& member) { return gone.contains(member.photo); });
        if (gone.contains(group.reference) && !group.members.empty()) {
            group.reference = group.members.front().photo;
            group.members.erase(group.members.begin());
        }
    }
    std::erase_if(left->groups, [&](const DuplicateGroup& group) {
        return group.members.empty() || gone.contains(group.reference);
    });
    for (const PhotoId photo : gone)
        left->photos.erase(photo);
    suggestKeepers(*left, policy);
    return left;
}

} // namespace

DuplicatesPresenter::DuplicatesPresenter(LibrarySession& session, std::vector<KeeperRule> rules,
                                         QObject* parent)
    : QObject(parent),
      session_(session),
      thumbnails_(session.libraryFile()),
      groups_(thumbnails_),
      worker_(std::make_unique<LibraryWorker>(QStringLiteral("duplicates"), session.libraryFile())) {
    policy_.rules = std::move(rules);
    connect(&session, &LibrarySession::becameSearchable, this, &DuplicatesPresenter::readProtectedFolders);
    connect(&session, &LibrarySession::becameSearchable, this, &DuplicatesPresenter::changed);
    connect(&session, &LibrarySession::indexingChanged, this, &DuplicatesPresenter::changed);
    connect(&session, &LibrarySession::snapshotChanged, this, [this] {
        lookAt(nullptr);
        Q_EMIT changed();
    });
}

DuplicatesPresenter::~DuplicatesPresenter() {
    stop_.request_stop();
    worker_.reset();
}

bool DuplicatesPresenter::canSearch() const {
    return session_.recipe() && !session_.isIndexing() && !isBusy() &&
           session_.snapshot()->indexedCount() > 0;
}

/// Photos that left the library since are left out. Null: keeps the group, in the newest snapshot.
void DuplicatesPresenter::lookAt(const DuplicateGroup* group) {
    if (group != nullptr) {
        lookedAt_ = {group->reference};
        for (const DuplicateMember& member : group->members)
            lookedAt_.push_back(member.photo);
    }
    std::vector<std::uint32_t> rows;
    for (const PhotoId photo : lookedAt_)
        if (const auto row = session_.snapshot()->rowOf(photo))
            rows.push_back(*row);
    groupPhotos_.show(session_.snapshot(), std::move(rows));
}

void DuplicatesPresenter::setKind(DuplicateKind kind) {
    kind_ = kind;
    if (report_)
        showReport(report_);
}

void DuplicatesPresenter::setFilter(const QString& text) {
    filter_ = text;
    if (report_)
        showReport(report_);
}

void DuplicatesPresenter::search() {
    if (!canSearch())
        return;
    searching_ = true;
    progress_.reset();
    undoable_.clear(); // what was done stays done; the report that it belongs to goes
    stop_ = {};
    Q_EMIT changed();
    DuplicateRequest request;
    request.keepers = policy_;
    const auto progress = [this](const DuplicateProgress& now) {
        QMetaObject::invokeMethod(this, [this, now] {
            progress_ = now;
            Q_EMIT changed();
        });
    };
    worker_->with(
        OpenMode::ReadOnly,
        [indexes = session_.indexes(), recipe = session_.recipe(), request,
         run = DuplicateRun{stop_.get_token(), progress}](const Database& database) {
            return findDuplicates(database, indexes->global, *recipe, request, run);
        },
        [this](const Result<DuplicateReport>& report) { take(report); });
}

void DuplicatesPresenter::take(const Result<DuplicateReport>& report) {
    searching_ = false;
    progress_.reset();
    if (report) {
        showReport(std::make_shared<const DuplicateReport>(*report));
        return;
    }
    if (report.error().code != ErrorCode::Cancelled)
        Q_EMIT failed(report.error());
    Q_EMIT changed();
}

void DuplicatesPresenter::cancel() {
    stop_.request_stop();
}

void DuplicatesPresenter::showReport(DuplicateReportPtr report) {
    report_ = std::move(report);
    counts_ = {};
    for (const DuplicateGroup& group : report_->groups) {
        Count& count = counts_[static_cast<std::size_t>(group.kind)];
        ++count.groups;
        count.bytes += group.freeableBytes;
    }
    groups_.show(report_, kind_, filter_);
    Q_EMIT changed();
}

void DuplicatesPresenter::plan(const DuplicateAction& action) {
    if (!report_ || isBusy() || groups_.chosen().empty())
        return;
    acting_ = true;
    Q_EMIT changed();
    worker_->with(
        OpenMode::ReadOnly,
        [report = report_, action,
         chosen = std::vector<PhotoId>(groups_.chosen().begin(), groups_.chosen().end())](
            const Database& database) { return planAction(database, report->groups, chosen, action); },
        [this](const Result<DuplicatePlan>& plan) {
            acting_ = false;
            if (plan)
                Q_EMIT planned(*plan);
            else
                Q_EMIT failed(plan.error());
            Q_EMIT changed();
        });
}

void DuplicatesPresenter::carryOut(const DuplicatePlan& plan) {
    if (isBusy() || session_.isIndexing())
        return;
    acting_ = true;
    stop_ = {};
    Q_EMIT changed();
    worker_->with(
        OpenMode::Write,
        [plan, stop = stop_.get_token()](const Database& database) {
            return likeness::carryOut(database, plan, {}, stop);
        },
        [this, plan](const Result<DuplicateOutcome>& outcome) {
            acting_ = false;
            if (outcome)
                finish(plan, *outcome);
            else
                Q_EMIT failed(outcome.error());
            Q_EMIT changed();
        });
}

void DuplicatesPresenter::finish(const DuplicatePlan& plan, const DuplicateOutcome& outcome) {
    if (!outcome.moved.empty() || !outcome.tagged.empty() || !outcome.apart.empty())
        undoable_.push_back({outcome, report_});
    std::set<PhotoId> gone;
    for (const MovedPhoto& photo : outcome.moved)
        gone.insert(photo.photo.id);
    if (outcome.action.kind == DuplicateAction::Kind::NotDuplicates)
        for (const Photo& photo : plan.photos)
            gone.insert(photo.id);
    groups_.clearChoice();
    showReport(without(*report_, gone, policy_));
    session_.showChanges();
    for (const Error& error : outcome.failures)
        Q_EMIT failed(error);
    Q_EMIT done(outcome);
}

void DuplicatesPresenter::undo() {
    if (!canUndo() || session_.isIndexing())
        return;
    acting_ = true;
    Q_EMIT changed();
    worker_->with(
        OpenMode::Write,
        [outcome = undoable_.back().outcome](const Database& database) {
            return likeness::undo(database, outcome);
        },
        [this](const Result<DuplicateOutcome>& back) {
            acting_ = false;
            if (!back) {
                Q_EMIT failed(back.error());
                Q_EMIT changed();
                return;
            }
            const Undoable last = undoable_.back();
            undoable_.pop_back();
            showReport(last.before);
            suggestAnew();
            session_.showChanges();
            for (const Error& error : back->failures)
                Q_EMIT failed(error);
            Q_EMIT undone(*back);
        });
}

void DuplicatesPresenter::suggestAnew() {
    if (!report_)
        return;
    auto anew = std::make_shared<DuplicateReport>(*report_);
    suggestKeepers(*anew, policy_);
    showReport(std::move(anew));
}

void DuplicatesPresenter::setRules(std::vector<KeeperRule> rules) {
    policy_.rules = std::move(rules);
    suggestAnew();
}

void DuplicatesPresenter::readProtectedFolders() {
    worker_->with(
        OpenMode::ReadOnly,
        [](const Database& database) { return DuplicateRepository(database).protectedFolders(); },
        [this](const Result<std::vector<std::filesystem::path>>& folders) {
            if (!folders || *folders == policy_.protectedFolders)
                return;
            policy_.protectedFolders = *folders;
            suggestAnew();
        });
}

void DuplicatesPresenter::setProtectedFolders(std::vector<std::filesystem::path> folders) {
    worker_->with(
        OpenMode::Write,
        [wanted = std::move(folders)](const Database& database) -> Result<bool> {
            const DuplicateRepository repository(database);
            const auto known = repository.protectedFolders();
            if (!known)
                return known.error();
            for (const auto& folder : *known)
                if (std::ranges::find(wanted, folder) == wanted.end())
                    if (auto removed = repository.unprotect(folder); !removed)
                        return removed.error();
            for (const auto& folder : wanted)
                if (auto added = repository.protect(folder); !added)
                    return added.error();
            return true;
        },
        [this](const Result<bool>& kept) {
            if (!kept)
                Q_EMIT failed(kept.error());
            readProtectedFolders();
        });
}

} // namespace likeness::ui
