// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/status_bar.h"

#include "ui/shared/formats.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>

namespace likeness::ui {

StatusBar::StatusBar(LibrarySession& session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      activity_(new QLabel(this)),
      bar_(new QProgressBar(this)),
      rate_(new QLabel(this)),
      pause_(new QToolButton(this)),
      problems_(new QToolButton(this)),
      library_(new QLabel(this)) {
    layOut();
    connect(&session_, &LibrarySession::progressed, this, [this](const IndexProgress& progress) {
        progress_ = progress;
        showState();
    });
    connect(&session_, &LibrarySession::indexingChanged, this, [this] {
        if (!session_.isIndexing())
            progress_ = {};
        showState();
    });
    connect(&session_, &LibrarySession::snapshotChanged, this, &StatusBar::showState);
    connect(problems_, &QToolButton::clicked, this, &StatusBar::problemsRequested);
    connect(pause_, &QToolButton::clicked, this, [this] {
        if (session_.isPaused())
            session_.resume();
        else
            session_.pause();
    });
    retranslate();
}

void StatusBar::layOut() {
    setObjectName(QStringLiteral("statusBar"));
    setAttribute(Qt::WA_StyledBackground);
    activity_->setObjectName(QStringLiteral("activity"));
    bar_->setObjectName(QStringLiteral("indexProgress"));
    bar_->setTextVisible(false);
    bar_->setFixedWidth(180);
    pause_->setObjectName(QStringLiteral("pause"));
    pause_->setProperty("shortcutOf", QStringLiteral("pauseOrResume"));
    problems_->setObjectName(QStringLiteral("problemsButton"));
    problems_->setProperty("flat", true);
    for (QLabel* quiet : {rate_, library_})
        quiet->setProperty("muted", true);
    setFixedHeight(36);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 0, 12, 0);
    layout->setSpacing(12);
    layout->addWidget(activity_);
    layout->addWidget(bar_);
    layout->addWidget(rate_);
    layout->addWidget(pause_);
    layout->addStretch(1);
    layout->addWidget(problems_);
    layout->addWidget(library_);
}

void StatusBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void StatusBar::retranslate() {
    bar_->setAccessibleName(tr("Indexing progress"));
    problems_->setToolTip(tr("Show the files that could not be read"));
    library_->setText(tr("Library: %1").arg(nameText(session_.libraryFile().stem().native())));
    library_->setToolTip(nameText(session_.libraryFile().native()));
    showState();
}

QString StatusBar::activityText() const {
    if (!session_.isLoaded())
        return tr("Opening the library…");
    if (!session_.isIndexing() && session_.snapshot()->photos().empty())
        return tr("No photos yet");
    if (!session_.isIndexing())
        return tr("%n photo(s) indexed", nullptr, static_cast<int>(session_.snapshot()->indexedCount()));
    if (progress_.phase == IndexProgress::Phase::Scanning && progress_.done == 0)
        return tr("Looking for photos: %1 found").arg(countText(progress_.found));
    const QString text = session_.isPaused() ? tr("Paused at %1 of %2") : tr("Indexing %1 of %2");
    return text.arg(countText(progress_.done), countText(progress_.toIndex));
}

QString StatusBar::rateText() const {
    if (session_.isPaused() || progress_.photosPerSecond <= 0)
        return {};
    const int decimals = progress_.photosPerSecond < 10 ? 1 : 0;
    QString rate = tr("%1 photos/s").arg(QLocale().toString(progress_.photosPerSecond, 'f', decimals));
    if (progress_.pace == Pace::Gentle)
        rate += QStringLiteral(" · ") + tr("gently");
    return progress_.timeLeft ? rate + QStringLiteral(" · ") + durationText(*progress_.timeLeft) : rate;
}

void StatusBar::showState() {
    const bool indexing = session_.isIndexing();
    activity_->setText(activityText());
    bar_->setRange(0, static_cast<int>(std::max<std::int64_t>(progress_.toIndex, 1)));
    bar_->setValue(static_cast<int>(progress_.done));
    rate_->setText(rateText());
    rate_->setToolTip(
        progress_.pace == Pace::Gentle
            ? tr("One thread, with rests: on battery, while other programs work, or as chosen in "
                 "the settings")
            : QString());
    for (QWidget* part :
         {static_cast<QWidget*>(bar_), static_cast<QWidget*>(rate_), static_cast<QWidget*>(pause_)})
        part->setVisible(indexing);
    pause_->setText(session_.isPaused() ? tr("Resume") : tr("Pause"));
    pause_->setToolTip(tr("Pause or resume indexing"));
    const auto problems = static_cast<int>(session_.snapshot()->problems().size());
    problems_->setText(tr("%n problem(s)", nullptr, problems));
    problems_->setVisible(problems > 0);
}

} // namespace likeness::ui
