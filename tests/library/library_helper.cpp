// SPDX-License-Identifier: GPL-3.0-or-later
// A process of its own for tests: one that is killed, that has no rights, or that has no room.
//
//     library_helper index LIBRARY FOLDER      says what happens, a line each
//     library_helper hold LIBRARY              holds the writer's lock until its standard input ends
//     library_helper open create|write|read LIBRARY
//     library_helper query LIBRARY PHOTO       says the files that are alike, a line each
//     library_helper scan FOLDER
//     library_helper thumbnail LIBRARY         puts and finds one
// LIKENESS_TEST_FILE_LIMIT in the environment: bytes that no file may exceed.
#include "core/base/path_text.h"
#include "core/library/folder_scan.h"
#include "core/library/index_loading.h"
#include "core/library/thumbnail_cache.h"
#include "core/library/writer_lock.h"
#include "core/search/search_engine.h"
#include "tests/library/indexing_fixture.h"

#include <csignal>
#include <cstdlib>
#include <iostream>
#include <sys/resource.h>

using namespace likeness;

namespace {

void say(const std::string& line) {
    std::cout << line << std::endl;
}

int sayError(const Error& error) {
    std::string line = "error " + std::string(errorCodeName(error.code));
    for (const std::string& argument : error.arguments)
        line += " " + argument;
    say(line);
    return 1;
}

class SpeakingObserver : public IndexObserver {
public:
    void onProgress(const IndexProgress& progress) override {
        if (progress.phase == IndexProgress::Phase::Scanning)
            say("scanning");
    }
    void onPhotosChanged() override { say("changed"); }
    void onIndexed(std::span<const PhotoId> photos) override {
        for (const PhotoId photo : photos)
            say("indexed " + std::to_string(photo.value));
    }
    void onFinished(const Result<IndexSummary>& summary) override {
        if (!summary) {
            sayError(summary.error());
            return;
        }
        for (const Error& error : summary->folderErrors)
            sayError(error);
        say("finished " + std::to_string(summary->indexed) + " indexed " + std::to_string(summary->problems) +
            " problems " + std::to_string(summary->missing) + " missing");
    }
};

int index(const std::filesystem::path& library, const std::filesystem::path& folder) {
    IndexOptions options;
    options.libraryFile = library;
    options.folders = {folder};
    SpeakingObserver observer;
    Indexer indexer(options, test::recipe(), nullptr, observer);
    indexer.start();
    indexer.wait();
    return 0;
}

int hold(const std::filesystem::path& library) {
    const auto lock = WriterLock::acquire(library);
    if (!lock)
        return sayError(lock.error());
    say("locked");
    std::cin.get();
    return 0;
}

int open(const std::string& mode, const std::filesystem::path& library) {
    const OpenMode wanted = mode == "create"  ? OpenMode::Create
                            : mode == "write" ? OpenMode::Write
                                              : OpenMode::ReadOnly;
    const auto database = Database::open(library, wanted);
    if (!database)
        return sayError(database.error());
    const auto counts = PhotoRepository(*database).counts();
    if (!counts)
        return sayError(counts.error());
    say("photos " + std::to_string(counts->photos));
    return 0;
}

int query(const std::filesystem::path& library, const std::filesystem::path& photo) {
    const auto database = Database::open(library, OpenMode::ReadOnly);
    if (!database)
        return sayError(database.error());
    const auto indexes = loadIndexes(*database, *test::recipe());
    if (!indexes)
        return sayError(indexes.error());
    const auto network = openBackbone(test::recipe()->pack(), quickEngine);
    if (!network)
        return sayError(network.error());
    SearchEngine engine(*database, **indexes, test::recipe(), network->backbone.get());
    SearchRequest request;
    request.query = photo;
    const auto result = engine.search(request);
    if (!result)
        return sayError(result.error());
    for (const RankedPhoto& found : result->photos)
        say(PhotoRepository(*database).photo(found.photo)->file.native());
    return 0;
}

int scan(const std::filesystem::path& folder) {
    const auto tally =
        scanFolder(folder, {}, [](const FoundFile& file) { say("found " + file.relativePath.native()); });
    for (const Error& error : tally.folderErrors)
        sayError(error);
    return 0;
}

int thumbnail(const std::filesystem::path& library) {
    auto cache = ThumbnailCache::open(library);
    if (!cache)
        return sayError(cache.error());
    const Thumbnail one{PhotoId{1}, {2, 3}, Bytes(10)};
    if (const auto put = cache->put(std::span(&one, 1)); !put)
        return sayError(put.error());
    const auto found = cache->find(one.photo, one.stamp);
    if (!found)
        return sayError(found.error());
    say(found->has_value() ? "found" : "nothing");
    return 0;
}

void limitFileSize() {
    const char* limit = std::getenv("LIKENESS_TEST_FILE_LIMIT");
    if (limit == nullptr)
        return;
    const auto bytes = static_cast<rlim_t>(std::strtoull(limit, nullptr, 10));
    const rlimit both{bytes, bytes};
    ::setrlimit(RLIMIT_FSIZE, &both);
    std::signal(SIGXFSZ, SIG_IGN);
}

} // namespace

int main(int argc, char** argv) {
    limitFileSize();
    const std::vector<std::string> words(argv + 1, argv + argc);
    if (words.size() == 3 && words[0] == "index")
        return index(words[1], words[2]);
    if (words.size() == 2 && words[0] == "hold")
        return hold(words[1]);
    if (words.size() == 3 && words[0] == "open")
        return open(words[1], words[2]);
    if (words.size() == 3 && words[0] == "query")
        return query(words[1], words[2]);
    if (words.size() == 2 && words[0] == "scan")
        return scan(words[1]);
    if (words.size() == 2 && words[0] == "thumbnail")
        return thumbnail(words[1]);
    say("see the top of library_helper.cpp");
    return 2;
}
