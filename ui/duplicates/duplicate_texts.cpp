// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/duplicates/duplicate_texts.h"

#include "ui/shared/formats.h"

namespace likeness::ui {

QString DuplicateTexts::kind(DuplicateKind kind) {
    switch (kind) {
    case DuplicateKind::Exact:
        return tr("Exact copies");
    case DuplicateKind::Near:
        return tr("Near-duplicates");
    case DuplicateKind::Burst:
        break;
    }
    return tr("Bursts");
}

QString DuplicateTexts::rule(KeeperRule rule) {
    switch (rule) {
    case KeeperRule::Resolution:
        return tr("More pixels");
    case KeeperRule::FileSize:
        return tr("Larger file");
    case KeeperRule::Oldest:
        return tr("Older file");
    case KeeperRule::Newest:
        return tr("Newer file");
    case KeeperRule::Format:
        return tr("Better format: RAW, TIFF, PNG, HEIC, JPEG");
    case KeeperRule::ShortPath:
        break;
    }
    return tr("Fewer folders above it");
}

QString DuplicateTexts::progress(const DuplicateProgress& progress) {
    const QString done = countText(static_cast<std::int64_t>(progress.done));
    const QString total = countText(static_cast<std::int64_t>(progress.total));
    switch (progress.phase) {
    case DuplicateProgress::Phase::Reading:
        return tr("Looking at photos: %1 of %2").arg(done, total);
    case DuplicateProgress::Phase::Proposing:
        return tr("Looking for pairs: %1 of %2 photos").arg(done, total);
    case DuplicateProgress::Phase::Comparing:
        break;
    }
    return tr("Comparing pairs: %1 of %2").arg(done, total);
}

QString DuplicateTexts::refusal(const RefusedPhoto& photo) {
    const QString name = toQString(photo.file);
    switch (photo.reason) {
    case Refusal::Protected:
        return tr("%1 lies in a protected folder. Take the protection off under “Rules” to move it.")
            .arg(name);
    case Refusal::Changed:
        return tr("%1 has changed since it was indexed. Look for changes (F5), then search again.").arg(name);
    case Refusal::Gone:
        return tr("%1 is not there any more. Look for changes (F5).").arg(name);
    case Refusal::LastOne:
        break;
    }
    return tr("%1 stays: no photo of its group would be left.").arg(name);
}

QString DuplicateTexts::plan(const DuplicatePlan& plan) {
    const int count = static_cast<int>(plan.photos.size());
    switch (plan.action.kind) {
    case DuplicateAction::Kind::Trash:
        return tr("%n photo(s) will be moved to the trash; that frees %1 once the trash is emptied.", nullptr,
                  count)
            .arg(sizeText(plan.bytes));
    case DuplicateAction::Kind::MoveToFolder:
        return tr("%n photo(s), %1, will be moved to %2.", nullptr, count)
            .arg(sizeText(plan.bytes), toQString(plan.action.folder));
    case DuplicateAction::Kind::Tag:
        return tr("%n photo(s) will get the tag “%1”.", nullptr, count)
            .arg(QString::fromStdString(plan.action.tag));
    case DuplicateAction::Kind::NotDuplicates:
        break;
    }
    return tr("%n photo(s) will not be shown as duplicates of the others in their groups any more.", nullptr,
              count);
}

QString DuplicateTexts::outcome(const DuplicateOutcome& outcome) {
    const int moved = static_cast<int>(outcome.moved.size());
    switch (outcome.action.kind) {
    case DuplicateAction::Kind::Trash:
        return tr("%n photo(s), %1, moved to the trash", nullptr, moved).arg(sizeText(outcome.bytes));
    case DuplicateAction::Kind::MoveToFolder:
        return tr("%n photo(s), %1, moved", nullptr, moved).arg(sizeText(outcome.bytes));
    case DuplicateAction::Kind::Tag:
        return tr("%n photo(s) tagged", nullptr, static_cast<int>(outcome.tagged.size()));
    case DuplicateAction::Kind::NotDuplicates:
        break;
    }
    return tr("Remembered as no duplicates");
}

QString DuplicateTexts::action(DuplicateAction::Kind kind) {
    switch (kind) {
    case DuplicateAction::Kind::Trash:
        return tr("Move to trash");
    case DuplicateAction::Kind::MoveToFolder:
        return tr("Move");
    case DuplicateAction::Kind::Tag:
        return tr("Tag");
    case DuplicateAction::Kind::NotDuplicates:
        break;
    }
    return tr("Not duplicates");
}

} // namespace likeness::ui
