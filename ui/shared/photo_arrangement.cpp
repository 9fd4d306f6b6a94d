// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/photo_arrangement.h"

#include "core/base/path_text.h"

#include <QCollator>
#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <numeric>
#include <optional>

namespace likeness::ui {

namespace {

using Rows = std::vector<std::uint32_t>;

/// For each folder, whether it lies in the scope.
std::vector<bool> foldersInScope(const LibrarySnapshot& snapshot, const PhotoScope& scope) {
    std::vector<bool> inScope(snapshot.folders().size(), scope.kind != PhotoScope::Kind::Folder);
    if (scope.kind != PhotoScope::Kind::Folder)
        return inScope;
    for (std::size_t i = 0; i < inScope.size(); ++i) {
        const FolderNode& folder = snapshot.folders()[i];
        inScope[i] = folder.path == scope.folder ||
                     (folder.parent >= 0 && inScope[static_cast<std::size_t>(folder.parent)]);
    }
    return inScope;
}

Rows matchingRows(const LibrarySnapshot& snapshot, const PhotoArrangement& arrangement,
                  const std::optional<std::vector<PhotoId>>& among) {
    const std::vector<bool> inScope = foldersInScope(snapshot, arrangement.scope);
    const bool onlyMissing = arrangement.scope.kind == PhotoScope::Kind::Missing;
    const auto isAsked = [&](const PhotoRow& photo) {
        return !among || std::binary_search(among->begin(), among->end(), photo.id);
    };
    Rows rows;
    rows.reserve(snapshot.photos().size());
    for (std::uint32_t i = 0; i < snapshot.photos().size(); ++i) {
        const PhotoRow& photo = snapshot.photos()[i];
        if (inScope[static_cast<std::size_t>(photo.folder)] && !photo.belongsToOther &&
            (!onlyMissing || photo.missing) && isAsked(photo))
            rows.push_back(i);
    }
    return rows;
}

std::vector<QCollatorSortKey> nameKeys(const LibrarySnapshot& snapshot, const Rows& rows) {
    const QCollator collator = nameCollator();
    std::vector<QCollatorSortKey> keys;
    keys.reserve(rows.size());
    for (const std::uint32_t row : rows)
        keys.push_back(collator.sortKey(QString::fromStdString(printableText(snapshot.photos()[row].name))));
    return keys;
}

/// What a photo's place in time is: when it was taken, else when its file was last changed.
std::int64_t moment(const PhotoRow& photo) {
    return photo.takenAt.value_or(photo.stamp.modifiedNs / 1'000'000'000);
}

template <typename Less>
Rows ordered(const Rows& rows, Less less) {
    std::vector<std::size_t> order(rows.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), less);
    Rows sorted(rows.size());
    std::transform(order.begin(), order.end(), sorted.begin(), [&](std::size_t i) { return rows[i]; });
    return sorted;
}

Rows byName(const LibrarySnapshot& snapshot, const Rows& rows) {
    const auto keys = nameKeys(snapshot, rows);
    return ordered(rows, [&](std::size_t a, std::size_t b) { return keys[a].compare(keys[b]) < 0; });
}

Rows byFolder(const LibrarySnapshot& snapshot, const Rows& rows) {
    const auto path = [&](std::uint32_t row) -> const std::string& {
        return snapshot.folders()[static_cast<std::size_t>(snapshot.photos()[row].folder)].path;
    };
    const Rows named = byName(snapshot, rows);
    return ordered(named, [&](std::size_t a, std::size_t b) { return path(named[a]) < path(named[b]); });
}

Rows sorted(const LibrarySnapshot& snapshot, Rows rows, PhotoSort sort) {
    const auto time = [&](std::size_t i) { return moment(snapshot.photos()[rows[i]]); };
    switch (sort) {
    case PhotoSort::Name:
        return byName(snapshot, rows);
    case PhotoSort::Newest:
        return ordered(rows, [&](std::size_t a, std::size_t b) { return time(a) > time(b); });
    case PhotoSort::Oldest:
        return ordered(rows, [&](std::size_t a, std::size_t b) { return time(a) < time(b); });
    case PhotoSort::Folder:
        return byFolder(snapshot, rows);
    }
    return rows;
}

QDate monthOf(const PhotoRow& photo) {
    const QDate day = QDateTime::fromSecsSinceEpoch(moment(photo), Qt::UTC).date();
    return {day.year(), day.month(), 1};
}

QString monthText(const QDate& month) {
    //: A month with its year, as QLocale writes dates: "MMMM yyyy"
    return QLocale().toString(month, QCoreApplication::translate("PhotoGroups", "MMMM yyyy"));
}

/// A heading wherever `keyOf` changes from one photo to the next.
template <typename KeyOf, typename TitleOf>
std::vector<GridSection> sectionsBy(const Rows& rows, KeyOf keyOf, TitleOf titleOf) {
    std::vector<GridSection> sections;
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (i == 0 || keyOf(rows[i]) != keyOf(rows[i - 1]))
            sections.push_back({static_cast<int>(i), titleOf(rows[i])});
    return sections;
}

std::vector<GridSection> sectionsOf(const LibrarySnapshot& snapshot, const Rows& rows, PhotoSort sort) {
    const auto photo = [&](std::uint32_t row) -> const PhotoRow& { return snapshot.photos()[row]; };
    switch (sort) {
    case PhotoSort::Name:
        return {}; // a name is a group of its own
    case PhotoSort::Newest:
    case PhotoSort::Oldest:
        return sectionsBy(
            rows, [&](std::uint32_t row) { return monthOf(photo(row)); },
            [&](std::uint32_t row) { return monthText(monthOf(photo(row))); });
    case PhotoSort::Folder:
        return sectionsBy(
            rows, [&](std::uint32_t row) { return photo(row).folder; },
            [&](std::uint32_t row) { return snapshot.place(photo(row)); });
    }
    return {};
}

} // namespace

QCollator nameCollator() {
    // The C locale knows neither numbers nor upper and lower case.
    const bool isPlain = QLocale().language() == QLocale::C;
    QCollator collator(isPlain ? QLocale(QLocale::English) : QLocale());
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    return collator;
}

TextFilter::TextFilter(const QString& text) : words_(text.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {}

bool TextFilter::accepts(const LibrarySnapshot& snapshot, const PhotoRow& photo) const {
    if (words_.isEmpty())
        return true;
    const QString text = QString::fromStdString(printableText(photo.name)) + QLatin1Char('\n') +
                         snapshot.folders()[static_cast<std::size_t>(photo.folder)].title +
                         QLatin1Char('\n') + QString::fromStdString(photo.camera);
    return std::all_of(words_.begin(), words_.end(),
                       [&](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}

PhotoFilter filterOf(const PhotoArrangement& arrangement) {
    PhotoFilter filter;
    filter.text = arrangement.filter.trimmed().toStdString();
    if (arrangement.scope.kind == PhotoScope::Kind::Tag)
        filter.tags.push_back(arrangement.scope.tag);
    arrangement.criteria.addTo(filter);
    return filter;
}

ArrangedPhotos arrange(const LibrarySnapshot& snapshot, const PhotoArrangement& arrangement,
                       const std::optional<std::vector<PhotoId>>& among) {
    ArrangedPhotos arranged;
    arranged.rows = sorted(snapshot, matchingRows(snapshot, arrangement, among), arrangement.sort);
    if (arrangement.isGrouped)
        arranged.sections = sectionsOf(snapshot, arranged.rows, arrangement.sort);
    return arranged;
}

} // namespace likeness::ui
