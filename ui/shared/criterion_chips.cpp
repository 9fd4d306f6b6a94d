// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/criterion_chips.h"

#include "ui/shared/colour_labels.h"

#include <QCoreApplication>

namespace likeness::ui {
namespace {

struct CriterionTexts {
    Q_DECLARE_TR_FUNCTIONS(CriterionTexts)

public:
    static QString tag(const QString& name) { return tr("Tag: %1").arg(name); }
    static QString since(const QDate& day) { return tr("Since %1").arg(day.toString(Qt::ISODate)); }
    static QString until(const QDate& day) { return tr("Until %1").arg(day.toString(Qt::ISODate)); }
    static QString stars(int stars) {
        return stars == mostStars ? starsText(stars) : tr("%1 or more").arg(starsText(stars));
    }
};

} // namespace

std::vector<ChipBar::Chip> criterionChips(const PhotoCriteria& criteria,
                                          const std::function<void(const PhotoCriteria&)>& set) {
    std::vector<ChipBar::Chip> chips;
    const auto add = [&](const QString& text, auto takeAway) {
        PhotoCriteria without = criteria;
        takeAway(without);
        chips.push_back({text, [set, without] { set(without); }});
    };
    if (const QString name = criteria.tag.trimmed(); !name.isEmpty())
        add(CriterionTexts::tag(name), [](PhotoCriteria& without) { without.tag.clear(); });
    if (criteria.from)
        add(CriterionTexts::since(*criteria.from), [](PhotoCriteria& without) { without.from.reset(); });
    if (criteria.to)
        add(CriterionTexts::until(*criteria.to), [](PhotoCriteria& without) { without.to.reset(); });
    if (criteria.ratingAtLeast > 0)
        add(CriterionTexts::stars(criteria.ratingAtLeast),
            [](PhotoCriteria& without) { without.ratingAtLeast = 0; });
    if (criteria.label)
        add(colourLabelText(*criteria.label), [](PhotoCriteria& without) { without.label.reset(); });
    return chips;
}

} // namespace likeness::ui
