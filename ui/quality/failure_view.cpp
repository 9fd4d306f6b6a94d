// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quality/failure_view.h"

#include "ui/shared/formats.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace likeness::ui {

FailureView::FailureView(LibrarySession& session, ThumbnailLoader& thumbnails, QWidget* parent)
    : QWidget(parent),
      session_(session),
      title_(new QLabel(this)),
      choice_(new QComboBox(this)),
      grid_(new ThumbnailGrid(thumbnails, this)) {
    choice_->setObjectName(QStringLiteral("qualityFailure"));
    choice_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    grid_->setObjectName(QStringLiteral("failuresGrid"));
    grid_->setModel(&photos_);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(12, 4, 12, 0);
    row->addWidget(title_);
    row->addWidget(choice_, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(row);
    layout->addWidget(grid_, 1);
    setMinimumHeight(120);
    connect(choice_, &QComboBox::currentIndexChanged, this, &FailureView::showQuery);
    retranslate();
}

void FailureView::setFailures(std::vector<Failure> failures) {
    failures_ = std::move(failures);
    listQueries();
}

void FailureView::listQueries() {
    const QSignalBlocker quiet(choice_);
    const int before = choice_->currentIndex();
    choice_->clear();
    for (const Failure& failure : failures_) {
        const std::filesystem::path file = failure.photo;
        choice_->addItem(tr("%1: average precision %2")
                             .arg(toQString(file.parent_path().filename() / file.filename()),
                                  QLocale().toString(failure.averagePrecision, 'f', 3)));
    }
    choice_->setCurrentIndex(std::clamp(before, std::min(0, choice_->count() - 1), choice_->count() - 1));
    showQuery();
}

const Failure* FailureView::current() const {
    const auto number = static_cast<std::size_t>(std::max(0, choice_->currentIndex()));
    return number < failures_.size() ? &failures_[number] : nullptr;
}

/// The query, with its box where it is one, then the wrong photos that it found.
void FailureView::showQuery() {
    const SnapshotPtr snapshot = session_.snapshot();
    std::vector<RankedPhoto> ranked;
    if (const Failure* failure = current()) {
        const auto add = [&](const std::filesystem::path& file, double similarity) {
            if (const auto row = snapshot->rowOf(file))
                ranked.push_back({snapshot->photos()[*row].id, 0, similarity, similarity});
        };
        add(failure->photo, 1);
        if (!ranked.empty() && failure->box != wholePhoto)
            ranked.front().matches.push_back({Granularity::Region, failure->box});
        for (const WrongResult& wrong : failure->wrong)
            add(wrong.photo, wrong.score);
    }
    photos_.setResults(snapshot, std::move(ranked));
}

void FailureView::explain(PhotoId photo) {
    const Failure* failure = current();
    if (failure == nullptr || photos_.ranked().empty())
        return;
    SearchRequest request;
    if (failure->box != wholePhoto) {
        request.mode = SearchMode::Region;
        request.boxes = {failure->box};
    }
    session_.explain(std::filesystem::path(failure->photo), std::move(request), photo);
}

void FailureView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void FailureView::retranslate() {
    title_->setText(tr("Failures"));
    choice_->setAccessibleName(tr("Failures"));
    listQueries();
}

} // namespace likeness::ui
