// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/similar/saved_query.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace likeness::ui {
namespace {

constexpr int version = 1;

/// Names of files needn't be UTF-8.
QString textOf(const std::filesystem::path& path) {
    return QString::fromLatin1(QByteArray::fromStdString(path.native()).toPercentEncoding("/"));
}

std::filesystem::path pathFrom(const QJsonValue& text) {
    return QByteArray::fromPercentEncoding(text.toString().toLatin1()).toStdString();
}

QJsonArray arrayOf(const std::vector<std::filesystem::path>& paths) {
    QJsonArray array;
    for (const auto& path : paths)
        array.append(textOf(path));
    return array;
}

std::vector<std::filesystem::path> pathsFrom(const QJsonValue& array) {
    std::vector<std::filesystem::path> paths;
    for (const auto& text : array.toArray())
        paths.push_back(pathFrom(text));
    return paths;
}

QJsonArray arrayOf(const std::vector<Rectangle>& places) {
    QJsonArray array;
    for (const Rectangle& place : places)
        array.append(QJsonArray{place.x, place.y, place.width, place.height});
    return array;
}

std::vector<Rectangle> placesFrom(const QJsonValue& array) {
    std::vector<Rectangle> places;
    for (const auto& value : array.toArray()) {
        const QJsonArray numbers = value.toArray();
        places.push_back(
            {numbers[0].toDouble(), numbers[1].toDouble(), numbers[2].toDouble(), numbers[3].toDouble()});
    }
    return places;
}

QJsonValue dayText(const std::optional<QDate>& day) {
    return day ? QJsonValue(day->toString(Qt::ISODate)) : QJsonValue();
}

std::optional<QDate> dayFrom(const QJsonValue& text) {
    const QDate day = QDate::fromString(text.toString(), Qt::ISODate);
    return day.isValid() ? std::optional(day) : std::nullopt;
}

QJsonObject objectOf(const Restriction& restriction) {
    const PhotoCriteria& criteria = restriction.criteria;
    return {{QStringLiteral("folder"), textOf(restriction.folder)},
            {QStringLiteral("tag"), criteria.tag},
            {QStringLiteral("from"), dayText(criteria.from)},
            {QStringLiteral("to"), dayText(criteria.to)},
            {QStringLiteral("rating"), criteria.ratingAtLeast},
            {QStringLiteral("label"), criteria.label ? static_cast<int>(*criteria.label) : 0},
            {QStringLiteral("notInItsFolder"), restriction.notInItsFolder},
            {QStringLiteral("notOfItsBurst"), restriction.notOfItsBurst}};
}

Restriction restrictionFrom(const QJsonObject& object) {
    Restriction restriction;
    restriction.folder = pathFrom(object[u"folder"]).native();
    restriction.criteria.tag = object[u"tag"].toString();
    restriction.criteria.from = dayFrom(object[u"from"]);
    restriction.criteria.to = dayFrom(object[u"to"]);
    restriction.criteria.ratingAtLeast = object[u"rating"].toInt();
    if (const int label = object[u"label"].toInt();
        label > 0 && label < static_cast<int>(allColourLabels.size()))
        restriction.criteria.label = static_cast<ColourLabel>(label);
    restriction.notInItsFolder = object[u"notInItsFolder"].toBool();
    restriction.notOfItsBurst = object[u"notOfItsBurst"].toBool();
    return restriction;
}

} // namespace

QByteArray toJson(const SavedQuery& query) {
    return QJsonDocument(QJsonObject{{QStringLiteral("version"), version},
                                     {QStringLiteral("photo"), textOf(query.photo)},
                                     {QStringLiteral("tool"), static_cast<int>(query.tool)},
                                     {QStringLiteral("region"), arrayOf(query.region)},
                                     {QStringLiteral("spots"), arrayOf(query.spots)},
                                     {QStringLiteral("alsoLike"), arrayOf(query.alsoLike)},
                                     {QStringLiteral("unlike"), arrayOf(query.unlike)},
                                     {QStringLiteral("combination"), static_cast<int>(query.combination)},
                                     {QStringLiteral("restriction"), objectOf(query.restriction)}})
        .toJson(QJsonDocument::Compact);
}

std::optional<SavedQuery> savedQueryFrom(const QByteArray& json) {
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const int tool = object[u"tool"].toInt(-1);
    if (object[u"version"].toInt() != version || tool < 0 || tool > static_cast<int>(SearchMode::Fused))
        return std::nullopt;
    SavedQuery query;
    query.photo = pathFrom(object[u"photo"]);
    query.tool = static_cast<SearchMode>(tool);
    query.region = placesFrom(object[u"region"]);
    query.spots = placesFrom(object[u"spots"]);
    query.alsoLike = pathsFrom(object[u"alsoLike"]);
    query.unlike = pathsFrom(object[u"unlike"]);
    query.combination = object[u"combination"].toInt() == static_cast<int>(Combination::Best)
                            ? Combination::Best
                            : Combination::Mean;
    query.restriction = restrictionFrom(object[u"restriction"].toObject());
    return query;
}

} // namespace likeness::ui
