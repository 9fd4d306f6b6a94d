// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/compare_presenter.h"

#include "core/image/decoder.h"

namespace likeness::ui {
namespace {

/// Longer side of what is laid over another photo.
constexpr int lookSide = 384;

ComparePresenter::Differences differencesOf(const std::vector<ComparePresenter::Compared>& photos) {
    const Decoder decoder;
    const auto look = [&decoder](const std::filesystem::path& file) -> Result<std::unique_ptr<PhotoLook>> {
        const auto photo = decoder.decodeToFit(file, lookSide);
        if (!photo)
            return photo.error();
        return std::make_unique<PhotoLook>(toGray(photo->image));
    };
    const auto first = look(photos.front().file);
    ComparePresenter::Differences differences;
    for (std::size_t i = 1; i < photos.size(); ++i) {
        const auto other = look(photos[i].file);
        if (!first || !other)
            differences.emplace_back(!first ? first.error() : other.error());
        else
            differences.emplace_back(differenceMap(**other, **first));
    }
    return differences;
}

Result<ComparePresenter::Spots> spotsOf(const std::vector<ComparePresenter::Compared>& photos,
                                        const std::filesystem::path& library, const Recipe& recipe) {
    const auto database = Database::open(library, OpenMode::ReadOnly);
    if (!database)
        return database.error();
    ComparePresenter::Spots spots;
    for (std::size_t i = 1; i < photos.size(); ++i) {
        if (!photos.front().id || !photos[i].id) {
            spots.emplace_back();
            continue;
        }
        auto matches =
            matchSpots(*database, recipe, *photos.front().id, *photos[i].id, ComparePresenter::spotsShown);
        if (!matches)
            return matches.error();
        spots.push_back(*std::move(matches));
    }
    return spots;
}

} // namespace

ComparePresenter::ComparePresenter(LibrarySession& session, QObject* parent)
    : QObject(parent), session_(session), thread_(std::make_unique<WorkerThread>(QStringLiteral("compare"))) {
    connect(&session, &LibrarySession::snapshotChanged, this, &ComparePresenter::showList);
}

ComparePresenter::~ComparePresenter() {
    thread_.reset();
}

void ComparePresenter::compare(const std::vector<PhotoId>& photos) {
    std::vector<Compared> compared;
    const LibrarySnapshot& library = *session_.snapshot();
    for (const PhotoId photo : photos)
        if (const auto row = library.rowOf(photo))
            compared.push_back({photo, library.file(library.photos()[*row])});
    compare(std::move(compared));
}

void ComparePresenter::compare(std::vector<Compared> photos) {
    leftOut_ = photos.size() > most ? photos.size() - most : 0;
    photos.resize(photos.size() - leftOut_);
    photos_ = std::move(photos);
    differences_.clear();
    spots_.clear();
    showList();
    Q_EMIT changed();
    find(finding_);
}

void ComparePresenter::showList() {
    std::vector<std::uint32_t> rows;
    for (const Compared& photo : photos_)
        if (photo.id)
            if (const auto row = session_.snapshot()->rowOf(*photo.id))
                rows.push_back(*row);
    list_.show(session_.snapshot(), std::move(rows));
}

void ComparePresenter::find(Finding finding) {
    finding_ = finding;
    ++question_;
    busy_ = finding != Finding::None && photos_.size() > 1;
    if (busy_ && finding == Finding::Differences)
        findDifferences();
    else if (busy_)
        findSpots();
    Q_EMIT found();
}

template <typename Found, typename Take>
void ComparePresenter::take(std::uint64_t question, Found found, Take take) {
    QMetaObject::invokeMethod(this, [this, question, found = std::move(found), take] {
        if (question != question_)
            return;
        busy_ = false;
        take(found);
        Q_EMIT this->found();
    });
}

void ComparePresenter::findDifferences() {
    thread_->post([this, photos = photos_, question = question_] {
        take(question, differencesOf(photos), [this](const Differences& found) { differences_ = found; });
    });
}

void ComparePresenter::findSpots() {
    const auto recipe = session_.recipe();
    if (!recipe) {
        busy_ = false;
        return;
    }
    thread_->post([this, photos = photos_, question = question_, recipe, library = session_.libraryFile()] {
        take(question, spotsOf(photos, library, *recipe), [this](const Result<Spots>& found) {
            if (found)
                spots_ = *found;
            else
                Q_EMIT failed(found.error());
        });
    });
}

} // namespace likeness::ui
