// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/settings.h"

#include "ui/shared/formats.h"

#include <algorithm>

namespace likeness::ui {

namespace {

/// The stored number as an enumerator, the first one where it is none.
template <typename Enum>
Enum enumerator(const QVariant& stored, Enum last) {
    const int number = stored.toInt();
    return number >= 0 && number <= static_cast<int>(last) ? static_cast<Enum>(number) : Enum{};
}

} // namespace

QString Settings::language() const {
    return store_.value(QStringLiteral("language")).toString();
}

void Settings::setLanguage(const QString& code) {
    store_.setValue(QStringLiteral("language"), code);
}

ThemeChoice Settings::theme() const {
    return enumerator(store_.value(QStringLiteral("theme")), ThemeChoice::Dark);
}

void Settings::setTheme(ThemeChoice choice) {
    store_.setValue(QStringLiteral("theme"), static_cast<int>(choice));
}

Engine Settings::engine() const {
    const QString name = store_.value(QStringLiteral("engineName")).toString();
    return engineFromName(name.toStdString()).value_or(Engine::Auto);
}

void Settings::setEngine(Engine engine) {
    const std::string_view name = engineName(engine);
    store_.setValue(QStringLiteral("engineName"), QString::fromUtf8(name.data(), std::ssize(name)));
}

int Settings::threads() const {
    return std::clamp(store_.value(QStringLiteral("threads")).toInt(), 0, 256);
}

void Settings::setThreads(int threads) {
    store_.setValue(QStringLiteral("threads"), threads);
}

PaceChoice Settings::pace() const {
    const int stored = store_.value(QStringLiteral("pace")).toInt();
    return static_cast<PaceChoice>(std::clamp(stored, 0, static_cast<int>(PaceChoice::Gentle)));
}

void Settings::setPace(PaceChoice choice) {
    store_.setValue(QStringLiteral("pace"), static_cast<int>(choice));
}

int Settings::tileWidth() const {
    return std::clamp(store_.value(QStringLiteral("tileWidth"), 152).toInt(), 64, 320);
}

void Settings::setTileWidth(int width) {
    store_.setValue(QStringLiteral("tileWidth"), width);
}

PhotoSort Settings::photoSort() const {
    return enumerator(store_.value(QStringLiteral("photoSort"), static_cast<int>(PhotoSort::Folder)),
                      PhotoSort::Folder);
}

void Settings::setPhotoSort(PhotoSort sort) {
    store_.setValue(QStringLiteral("photoSort"), static_cast<int>(sort));
}

bool Settings::groupsPhotos() const {
    return store_.value(QStringLiteral("groupsPhotos"), true).toBool();
}

void Settings::setGroupsPhotos(bool isGrouped) {
    store_.setValue(QStringLiteral("groupsPhotos"), isGrouped);
}

bool Settings::watchesFolders() const {
    return store_.value(QStringLiteral("watchesFolders"), true).toBool();
}

void Settings::setWatchesFolders(bool watches) {
    store_.setValue(QStringLiteral("watchesFolders"), watches);
}

double Settings::threshold() const {
    return std::clamp(store_.value(QStringLiteral("threshold"), .01).toDouble(), 0.0, 1.0);
}

void Settings::setThreshold(double similarity) {
    store_.setValue(QStringLiteral("threshold"), similarity);
}

ResultsLook Settings::resultsLook() const {
    return enumerator(store_.value(QStringLiteral("resultsLook")), ResultsLook::List);
}

void Settings::setResultsLook(ResultsLook look) {
    store_.setValue(QStringLiteral("resultsLook"), static_cast<int>(look));
}

SearchManner Settings::searchManner() const {
    const auto stored = [this](const char* name, const QVariant& otherwise = {}) {
        return store_.value(QLatin1String("search/") + QLatin1String(name), otherwise);
    };
    const auto weight = [&](const char* name, double otherwise) {
        return std::clamp(stored(name, otherwise).toDouble(), 0.0, 1.0);
    };
    SearchManner manner;
    manner.ranking = enumerator(stored("ranking", static_cast<int>(manner.ranking)), Ranking::Full);
    manner.rerank = enumerator(stored("rerank"), Rerank::Asymmetric);
    manner.fusion = enumerator(stored("fusion"), Fusion::Concatenated);
    manner.weights = {weight("weightWhole", manner.weights.global),
                      weight("weightRegion", manner.weights.region),
                      weight("weightPart", manner.weights.part)};
    manner.mirrored = stored("mirrored").toBool();
    manner.rotated = stored("rotated").toBool();
    return manner;
}

void Settings::setSearchManner(const SearchManner& manner) {
    const auto store = [this](const char* name, const QVariant& value) {
        store_.setValue(QLatin1String("search/") + QLatin1String(name), value);
    };
    store("ranking", static_cast<int>(manner.ranking));
    store("rerank", static_cast<int>(manner.rerank));
    store("fusion", static_cast<int>(manner.fusion));
    store("weightWhole", manner.weights.global);
    store("weightRegion", manner.weights.region);
    store("weightPart", manner.weights.part);
    store("mirrored", manner.mirrored);
    store("rotated", manner.rotated);
}

std::vector<KeeperRule> Settings::keeperRules() const {
    const QString names = store_.value(QStringLiteral("duplicates/rules")).toString();
    auto rules = keeperRulesFromText(names.toStdString());
    return names.isEmpty() || !rules ? KeeperPolicy().rules : *std::move(rules);
}

void Settings::setKeeperRules(const std::vector<KeeperRule>& rules) {
    QStringList names;
    for (const KeeperRule rule : rules)
        names.append(QString::fromLatin1(keeperRuleName(rule).data()));
    store_.setValue(QStringLiteral("duplicates/rules"), names.join(QLatin1Char(',')));
}

std::vector<std::filesystem::path> Settings::recentLibraries() const {
    std::vector<std::filesystem::path> files;
    for (const QString& name : store_.value(QStringLiteral("recentLibraries")).toStringList())
        if (std::error_code gone; std::filesystem::exists(toPath(name), gone))
            files.push_back(toPath(name));
    return files;
}

void Settings::addRecentLibrary(const std::filesystem::path& file) {
    constexpr qsizetype most = 8;
    QStringList names = store_.value(QStringLiteral("recentLibraries")).toStringList();
    names.removeAll(toQString(file));
    names.prepend(toQString(file));
    store_.setValue(QStringLiteral("recentLibraries"), names.mid(0, most));
}

std::optional<QKeySequence> Settings::shortcut(const QString& action) const {
    const QString key = QStringLiteral("shortcuts/") + action;
    if (!store_.contains(key))
        return std::nullopt;
    return QKeySequence(store_.value(key).toString(), QKeySequence::PortableText);
}

void Settings::setShortcut(const QString& action, const std::optional<QKeySequence>& keys) {
    const QString key = QStringLiteral("shortcuts/") + action;
    if (keys)
        store_.setValue(key, keys->toString(QKeySequence::PortableText));
    else
        store_.remove(key);
}

QByteArray Settings::state(const QString& name) const {
    return store_.value(QStringLiteral("state/") + name).toByteArray();
}

void Settings::setState(const QString& name, const QByteArray& state) {
    store_.setValue(QStringLiteral("state/") + name, state);
}

} // namespace likeness::ui
