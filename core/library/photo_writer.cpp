// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/photo_writer.h"

#include "core/library/problem_row.h"
#include "core/library/sqlite_guard.h"
#include "core/library/sqlite_values.h"

#include <SQLiteCpp/Transaction.h>

namespace likeness {

struct PhotoWriter::Statements {
    explicit Statements(const SQLite::Database& handle)
        : indexed(handle,
                  "UPDATE photo SET bytes = ?, modified_ns = ?, content_hash = ?, width = ?, height = ?, "
                  "format = ?, taken_at = ?, camera = ?, state = 1, missing = 0 WHERE id = ?"),
          reencoded(handle,
                    "UPDATE photo SET bytes = coalesce(?, bytes), modified_ns = coalesce(?, modified_ns), "
                    "state = 1, missing = 0 WHERE id = ?"),
          unreadable(handle, "UPDATE photo SET bytes = ?, modified_ns = ?, content_hash = NULL, state = 2, "
                             "missing = 0 WHERE id = ?"),
          gone(handle, "UPDATE photo SET missing = 1 WHERE id = ?"),
          descriptor(handle, "INSERT OR REPLACE INTO descriptor VALUES (?, ?, ?)"),
          code(handle, "INSERT OR REPLACE INTO code VALUES (?, ?, ?)"),
          rerank(handle, "INSERT OR REPLACE INTO rerank_vector VALUES (?, ?, ?)"),
          problem(handle, "INSERT OR REPLACE INTO problem VALUES (?, ?, ?, ?)"),
          dropProblem(handle, "DELETE FROM problem WHERE photo_id = ?"),
          dropDescriptor(handle, "DELETE FROM descriptor WHERE photo_id = ?"),
          dropCodes(handle,
                    "DELETE FROM code WHERE photo_id = ? AND code_set_id IN (SELECT id FROM code_set)"),
          dropRerank(handle, "DELETE FROM rerank_vector WHERE photo_id = ? AND code_set_id IN "
                             "(SELECT id FROM code_set)") {}

    SQLite::Statement indexed;
    SQLite::Statement reencoded;
    SQLite::Statement unreadable;
    SQLite::Statement gone;
    SQLite::Statement descriptor;
    SQLite::Statement code;
    SQLite::Statement rerank;
    SQLite::Statement problem;
    SQLite::Statement dropProblem;
    SQLite::Statement dropDescriptor;
    SQLite::Statement dropCodes;
    SQLite::Statement dropRerank;
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
        transaction.commit();
    });
}

void PhotoWriter::storeOutcome(PhotoId photo, const IndexedPhoto& outcome) {
    dropCodes(photo);
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
    update.bind(9, photo.value);
    runOnce(update);
    storeDescriptor(photo, outcome.codes.descriptor);
    storeCodes(photo, outcome.codes);
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
    dropCodes(photo);
    statements_->dropDescriptor.bind(1, photo.value);
    runOnce(statements_->dropDescriptor);
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

void PhotoWriter::storeDescriptor(PhotoId photo, const QuantisedDescriptor& descriptor) {
    statements_->descriptor.bind(1, photo.value);
    statements_->descriptor.bind(2, ids_.network);
    bindBytes(statements_->descriptor, 3, toBlob(descriptor));
    runOnce(statements_->descriptor);
}

void PhotoWriter::storeCodes(PhotoId photo, const PhotoCodes& codes) {
    statements_->code.bind(1, ids_.codeSet);
    statements_->code.bind(2, photo.value);
    bindBytes(statements_->code, 3, codes.global.toBytes());
    runOnce(statements_->code);
    statements_->rerank.bind(1, ids_.codeSet);
    statements_->rerank.bind(2, photo.value);
    bindBytes(statements_->rerank, 3, toBlob(codes.rerank));
    runOnce(statements_->rerank);
    statements_->dropProblem.bind(1, photo.value);
    runOnce(statements_->dropProblem);
}

/// Of every code set: they were made from a content that the file no longer has.
void PhotoWriter::dropCodes(PhotoId photo) {
    for (SQLite::Statement* drop : {&statements_->dropCodes, &statements_->dropRerank}) {
        drop->bind(1, photo.value);
        runOnce(*drop);
    }
}

} // namespace likeness
