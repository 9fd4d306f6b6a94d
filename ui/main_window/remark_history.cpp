// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/remark_history.h"

#include "ui/shared/colour_labels.h"

#include <QUndoCommand>

#include <functional>
#include <utility>

namespace likeness::ui {
namespace {

constexpr int mostSteps = 200;

class Step : public QUndoCommand {
public:
    Step(const QString& text, std::function<void()> back, std::function<void()> again)
        : QUndoCommand(text), back_(std::move(back)), again_(std::move(again)) {}

    void undo() override { back_(); }
    /// Called also when the step is kept, after it was done.
    void redo() override {
        if (!std::exchange(isNew_, false))
            again_();
    }

private:
    std::function<void()> back_;
    std::function<void()> again_;
    bool isNew_ = true;
};

} // namespace

RemarkHistory::RemarkHistory(TagBook& tags, MarkBook& marks, QObject* parent)
    : QObject(parent), tags_(tags), marks_(marks) {
    steps_.setUndoLimit(mostSteps);
    connect(&marks, &MarkBook::remarked, this, &RemarkHistory::keepMarks);
    connect(&tags, &TagBook::given, this, [this](const QString& name, const std::vector<PhotoId>& photos) {
        keepTag(TagStep::Given, name, photos);
    });
    connect(&tags, &TagBook::taken, this, [this](const QString& name, const std::vector<PhotoId>& photos) {
        keepTag(TagStep::Taken, name, photos);
    });
    connect(&steps_, &QUndoStack::indexChanged, this, &RemarkHistory::changed);
}

void RemarkHistory::keepMarks(const MarkBook::Marks& before, const MarkBook::Marks& after) {
    const PhotoMarks& now = after.front().second;
    const bool isRating = now.rating != before.front().second.rating;
    const QString text = !isRating         ? colourLabelText(now.label)
                         : now.rating == 0 ? tr("No stars")
                                           : starsText(now.rating);
    steps_.push(new Step(
        text, [this, before] { marks_.set(before, RemarkOrigin::History); },
        [this, after] { marks_.set(after, RemarkOrigin::History); }));
}

void RemarkHistory::keepTag(TagStep step, const QString& name, const std::vector<PhotoId>& photos) {
    const std::function<void()> give = [this, name, photos] {
        tags_.add(name, photos, RemarkOrigin::History);
    };
    const std::function<void()> take = [this, name, photos] {
        tags_.remove(name, photos, RemarkOrigin::History);
    };
    steps_.push(step == TagStep::Given ? new Step(tr("Tag %1").arg(name), take, give)
                                       : new Step(tr("Tag %1 taken away").arg(name), give, take));
}

} // namespace likeness::ui
