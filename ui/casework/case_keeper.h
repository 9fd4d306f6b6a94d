// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/casework/case_report.h"
#include "ui/shared/library_session.h"
#include "ui/shared/library_worker.h"
#include "ui/similar/similar_presenter.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <string>
#include <vector>

namespace likeness::ui {

/// The open library as a case: what the user says of it, its log, and reports on the query as it stands.
/// Logs queries by itself, a second after their final answer, so that boxes that are still being drawn are
/// left out. Reads and writes on a thread of its own. Main thread.
class CaseKeeper : public QObject {
    Q_OBJECT

public:
    CaseKeeper(LibrarySession& session, SimilarPresenter& similar, QObject* parent = nullptr);
    ~CaseKeeper() override;

    /// Answered by read().
    void readCase();
    void setFacts(const CaseFacts& facts);

    /// There are results to report on.
    bool canReport() const;
    /// On the results that are shown, the first `mostResults`; PDF or HTML, as the suffix says.
    void writeReport(const std::filesystem::path& file);
    static constexpr int mostResults = 50;

Q_SIGNALS:
    void read(const likeness::CaseFacts& facts, const std::vector<likeness::CaseAction>& log);
    void reportable();
    void reported(const std::filesystem::path& file);
    void failed(const likeness::Error& error);

private:
    void logQuery();
    void write(std::function<Result<void>(const Database&)> work);
    SearchResult shownResults() const;
    LibrarySession& session_;
    SimilarPresenter& similar_;
    QTimer settling_;
    std::vector<CaseDetail> lastQuery_; // in the log
    LibraryWorker worker_;
};

} // namespace likeness::ui
