// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/photo_writer.h"

#include "core/library/photo_words.h"
#include "core/library/problem_row.h"
#include "core/library/sqlite_guard.h"
#include "core/library/sqlite_values.h"
#include "core/library/tag_writer.h"

#include <SQLiteCpp/Transaction.h>

namespace likeness {

struct PhotoWriter::Statements {
    explicit Statements(const SQLite::Database& handle)
        : indexed(
              handle,
              "UPDATE photo SET bytes = ?, modified_ns = ?, content_hash = ?, width = ?, height = ?, "
              "format = ?, taken_at = ?, camera = ?, place = ?, state = 1, missing = 0, keywords_read = 1 "
              "WHERE id = ?"),
          reencoded(handle,
                    "UPDATE photo SET bytes = coalesce(?, bytes), modified_ns = coalesce(?, modified_ns), "
                    "state = 1, missing = 0 WHERE id = ?"),
          unreadable(handle, "UPDATE photo SET bytes = ?, modified_ns = ?, content_hash = NULL, state = 2, "
                             "missing = 0 WHERE id = ?"),
          gone(handle, "UPDATE photo SET missing = 1 WHERE id = ?"),
          descriptor(handle, "INSERT OR REPLACE INTO descriptor (photo_id, network_id, vector, saliency) "
                             "VALUES (?, ?, ?, ?)"),
          code(handle, "INSERT OR REPLACE INTO code VALUES (?, ?, ?)"),
          rerank(handle,
                 "INSERT OR REPLACE INTO rerank_vector (code_set_id, photo_id, vector) VALUES (?, ?, ?)"),
          problem(handle, "INSERT OR REPLACE INTO problem VALUES (?, ?, ?, ?)"),
          sameContent(handle, "SELECT 1 FROM photo WHERE id = ? AND content_hash = ?"),
          dropProblem(handle, "DELETE FROM problem WHERE photo_id = ?"),
          dropDescriptor(handle, "DELETE FROM descriptor WHERE photo_id = ?"),
          dropCodes(handle,
                    "DELETE FROM code WHERE photo_id = ? AND code_set_id IN (SELECT id FROM code_set)"),
          dropRerank(handle, "DELETE FROM rerank_vector WHERE photo_id = ? AND code_set_id IN "
                             "(SELECT id FROM code_set)"),
          tags(handle) {}

    SQLite::Statement indexed;
    SQLite::Statement reencoded;
    SQLite::Statement unreadable;
    SQLite::Statement gone;
    SQLite::Statement descriptor;
    SQLite::Statement code;
    SQLite::Statement rerank;
    SQLite::Statement problem;
    SQLite::Statement sameContent;
    SQLite::Statement dropProblem;
    SQLite::Statement dropDescriptor;
    SQLite::Statement dropCodes;
    SQLite::Statement dropRerank;
    TagWriter tags;
};

PhotoWriter::PhotoWriter(const Database& database, const CodeSetIds& ids,
                         std::unique_ptr<Statements> statements)
    : database_(database), ids_(ids), statements_(std::move(statements)) {}
PhotoWriter::~PhotoWriter() = default;
PhotoWriter::PhotoWriter(PhotoWriter&&) noexcept = default;

Result<PhotoWriter> PhotoWriter::open(const Database& database, const CodeSetIds& ids) {
    return guarded(database.file(), [&] {
        return PhotoWriter(database, ids, std::make_unique<Statements>(database.handle()));
    });
}

Result<void> PhotoWriter::store(std::span<const IndexResult> results) {
    return guarded(database_.file(), [this, results] {
        SQLite::Transaction transaction(database_.handle(), SQLite::TransactionBehavior::IMMEDIATE);
        for (const IndexResult& result : results)
            std::visit([&](const auto& outcome) { storeOutcome(result.photo, outcome); }, result.outcome);
        renewPhotoWords(database_.handle());
        transaction.commit();
    });
}

void PhotoWriter::storeOutcome(PhotoId photo, const IndexedPhoto& outcome) {
    const bool isSame = hasContent(photo, outcome.contentHash);
    if (!isSame)
        dropContent(photo);
    statements_->tags.store(photo, outcome.keywords,
                            isSame ? TagWriter::Content::Same : TagWriter::Content::Changed);
    SQLite::Statement& update = statements_->indexed;
    bindStamp(update, 1, 2, outcome.stamp);
    bindBytes(update, 3, outcome.contentHash);
    update.bind(4, outcome.width);
    update.bind(5, outcome.height);
    update.bind(6, outcome.format);
    if (outcome.takenAt)
        update.bind(7, *outcome.takenAt);
    else
        update.bind(7);
    update.bind(8, outcome.camera);
    update.bind(9, outcome.place);
    update.bind(10, photo.value);
    runOnce(update);
    storeDescriptor(photo, outcome);
    storeCodes(photo, outcome.codes);
    storeWindows(photo, outcome.windows);
}

void PhotoWriter::storeOutcome(PhotoId photo, const ReencodedPhoto& outcome) {
    SQLite::Statement& update = statements_->reencoded;
    update.clearBindings();
    if (outcome.stamp)
        bindStamp(update, 1, 2, *outcome.stamp);
    update.bind(3, photo.value);
    runOnce(update);
    storeCodes(photo, outcome.codes);
}

void PhotoWriter::storeOutcome(PhotoId photo, const UnreadablePhoto& outcome) {
    dropContent(photo);
    bindStamp(statements_->unreadable, 1, 2, outcome.stamp);
    statements_->unreadable.bind(3, photo.value);
    runOnce(statements_->unreadable);
    SQLite::Statement& problem = statements_->problem;
    problem.bind(1, photo.value);
    problem.bind(2, std::string(errorCodeName(outcome.error.code)));
    problem.bind(3, argumentsJson(outcome.error));
    problem.bind(4, outcome.error.text);
    runOnce(problem);
}

void PhotoWriter::storeOutcome(PhotoId photo, const GonePhoto& /*outcome*/) {
    statements_->gone.bind(1, photo.value);
    runOnce(statements_->gone);
}

void PhotoWriter::storeDescriptor(PhotoId photo, const IndexedPhoto& outcome) {
    statements_->descriptor.bind(1, photo.value);
    statements_->descriptor.bind(2, ids_.network);
    bindBytes(statements_->descriptor, 3, toBlob(outcome.codes.descriptor));
    bindBytes(statements_->descriptor, 4, std::as_bytes(std::span(outcome.windows.saliency.cells)));
    runOnce(statements_->descriptor);
}

void PhotoWriter::storeCodes(PhotoId photo, const PhotoCodes& codes) {
    storeCode(ids_.global, photo, codes.global.toBytes());
    statements_->rerank.bind(1, ids_.global);
    statements_->rerank.bind(2, photo.value);
    bindBytes(statements_->rerank, 3, toBlob(codes.rerank));
    runOnce(statements_->rerank);
    statements_->dropProblem.bind(1, photo.value);
    runOnce(statements_->dropProblem);
}

void PhotoWriter::storeWindows(PhotoId photo, const PhotoWindows& windows) {
    if (ids_.regions != 0)
        storeCode(ids_.regions, photo, windowsToBlob(windows.regions));
    if (ids_.parts != 0)
        storeCode(ids_.parts, photo, spotsToBlob(windows.parts));
}

void PhotoWriter::storeCode(std::int64_t codeSet, PhotoId photo, std::span<const std::byte> code) {
    statements_->code.bind(1, codeSet);
    statements_->code.bind(2, photo.value);
    bindBytes(statements_->code, 3, code);
    runOnce(statements_->code);
}

/// Whether the library knows the photo with this content: its codes of other code sets then stay right.
bool PhotoWriter::hasContent(PhotoId photo, const ContentHash& hash) {
    SQLite::Statement& query = statements_->sameContent;
    const StatementReset reset(query);
    query.bind(1, photo.value);
    bindBytes(query, 2, hash);
    return query.executeStep();
}

/// Descriptors of every network and codes of every code set: they were made from a content that the file no
/// longer has.
void PhotoWriter::dropContent(PhotoId photo) {
    for (SQLite::Statement* drop :
         {&statements_->dropDescriptor, &statements_->dropCodes, &statements_->dropRerank}) {
        drop->bind(1, photo.value);
        runOnce(*drop);
    }
}

} // namespace likeness
