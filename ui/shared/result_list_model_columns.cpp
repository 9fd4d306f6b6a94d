// SPDX-License-Identifier: GPL-3.0-or-later
// What the columns of results tell, and how they order them; the results themselves stand in
// result_list_model.cpp.
#include "ui/shared/formats.h"
#include "ui/shared/photo_arrangement.h"
#include "ui/shared/result_list_model.h"
#include "ui/shared/theme.h"

#include <QCollator>

#include <algorithm>
#include <array>
#include <optional>
#include <tuple>
#include <utility>

namespace likeness::ui {

namespace {

/// What a row is ordered by: a number or a text.
struct SortKey {
    double number = 0;
    QString text{};
};

/// Matches first, what is left open in the middle.
double placeOf(Judgement judgement) {
    switch (judgement) {
    case Judgement::Match:
        return 0;
    case Judgement::Undecided:
        return 1;
    case Judgement::NoMatch:
        break;
    }
    return 2;
}

/// Numbers stand below each other.
QVariant alignmentOf(int column) {
    const bool isNumber = column == ResultListModel::Similarity || column == ResultListModel::Size;
    return QVariant::fromValue((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

std::optional<SortKey> textKey(const QString& text) {
    return text.isEmpty() ? std::nullopt : std::optional(SortKey{0, text});
}

} // namespace

QString ResultListModel::verdictText(Judgement judgement) {
    switch (judgement) {
    case Judgement::Match:
        return tr("Match");
    case Judgement::NoMatch:
        return tr("No match");
    case Judgement::Undecided:
        break;
    }
    return tr("Undecided");
}

QString ResultListModel::verdictIcon(Judgement judgement) {
    switch (judgement) {
    case Judgement::Match:
        return QStringLiteral("done");
    case Judgement::NoMatch:
        return QStringLiteral("close");
    case Judgement::Undecided:
        break;
    }
    return QStringLiteral("undecided");
}

QString ResultListModel::cellText(const PhotoRow& photo, int column) const {
    const RankedPhoto* ranking = rankingOf(photo.id);
    const auto judgement = judgementOf(photo.id);
    switch (column) {
    case Similarity:
        return ranking ? percentText(ranking->similarity) : QString();
    case Verdict:
        return judgement ? verdictText(*judgement) : QString();
    case Taken:
        return photo.takenAt ? dateText(*photo.takenAt) : QString();
    case Folder:
        return snapshot_->place(photo);
    case Size:
        return sizeText(photo.stamp.bytes);
    case Camera:
        return nameText(photo.camera);
    default:
        return nameText(photo.name);
    }
}

QVariant ResultListModel::data(const QModelIndex& index, int role) const {
    const PhotoRow* row = photo(index);
    if (row == nullptr || index.column() == Name)
        return PhotoModel::data(index, role);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return cellText(*row, index.column());
    case Qt::DecorationRole: {
        const auto judgement = judgementOf(row->id);
        return index.column() == Verdict && judgement ? themedIcon(verdictIcon(*judgement)) : QVariant();
    }
    case Qt::TextAlignmentRole:
        return alignmentOf(index.column());
    default:
        return PhotoModel::data(index, role);
    }
}

QVariant ResultListModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Vertical || section < 0 || section >= columns)
        return {};
    const bool isBestAtTop = section == Similarity || section == Taken || section == Size;
    if (role == Qt::TextAlignmentRole)
        return alignmentOf(section);
    if (role == Qt::InitialSortOrderRole)
        return QVariant::fromValue(isBestAtTop ? Qt::DescendingOrder : Qt::AscendingOrder);
    const std::array titles{tr("Name"),   tr("Similarity"), tr("Verdict"), tr("Taken"),
                            tr("Folder"), tr("Size"),       tr("Camera")};
    return role == Qt::DisplayRole ? titles[static_cast<std::size_t>(section)] : QVariant();
}

Qt::ItemFlags ResultListModel::flags(const QModelIndex& index) const {
    const Qt::ItemFlags flags = PhotoModel::flags(index);
    return index.column() == Name ? flags : flags & ~Qt::ItemFlags(Qt::ItemIsSelectable);
}

void ResultListModel::sort(int column, Qt::SortOrder order) {
    if (column < 0 || column >= columns || (column == sortColumn_ && order == sortOrder_))
        return;
    sortColumn_ = column;
    sortOrder_ = order;
    reorder(shownRows());
}

std::vector<std::uint32_t> ResultListModel::ordered(std::vector<std::uint32_t> bestFirst) const {
    if (sortColumn_ == Similarity && sortOrder_ == Qt::DescendingOrder)
        return bestFirst;
    const auto keyOf = [this](const PhotoRow& photo) -> std::optional<SortKey> {
        const auto judgement = judgementOf(photo.id);
        switch (sortColumn_) {
        case Similarity:
            return SortKey{rankingOf(photo.id)->similarity};
        case Verdict:
            return judgement ? std::optional(SortKey{placeOf(*judgement)}) : std::nullopt;
        case Taken:
            return photo.takenAt ? std::optional(SortKey{static_cast<double>(*photo.takenAt)}) : std::nullopt;
        case Size:
            return SortKey{static_cast<double>(photo.stamp.bytes)};
        default:
            return textKey(cellText(photo, sortColumn_));
        }
    };
    std::vector<std::pair<std::optional<SortKey>, std::uint32_t>> keyed;
    for (const std::uint32_t row : bestFirst)
        keyed.emplace_back(keyOf(snapshot_->photos()[row]), row);
    const QCollator collator = nameCollator();
    std::stable_sort(keyed.begin(), keyed.end(), [&](const auto& one, const auto& other) {
        if (!one.first || !other.first)
            return one.first.has_value() > other.first.has_value();
        const auto& [a, b] = sortOrder_ == Qt::AscendingOrder ? std::tie(*one.first, *other.first)
                                                              : std::tie(*other.first, *one.first);
        return a.number != b.number ? a.number < b.number : collator.compare(a.text, b.text) < 0;
    });
    std::transform(keyed.begin(), keyed.end(), bestFirst.begin(),
                   [](const auto& each) { return each.second; });
    return bestFirst;
}

} // namespace likeness::ui
