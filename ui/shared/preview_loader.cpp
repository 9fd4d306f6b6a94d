// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/preview_loader.h"

#include "ui/shared/image_conversion.h"

#include "core/image/decoder.h"

namespace likeness::ui {

namespace {

Preview read(const std::filesystem::path& file, int maxSide) {
    Preview preview;
    preview.file = file;
    std::error_code failure;
    const auto bytes = std::filesystem::file_size(file, failure);
    preview.bytes = failure ? 0 : static_cast<std::int64_t>(bytes);
    const auto decoded = Decoder().decodeToFit(file, maxSide);
    if (!decoded) {
        preview.error = decoded.error();
        return preview;
    }
    preview.image = toQImage(decoded->image);
    preview.fullWidth = decoded->fullWidth;
    preview.fullHeight = decoded->fullHeight;
    preview.format = decoded->format;
    if (auto metadata = readMetadata(file))
        preview.metadata = std::move(*metadata);
    return preview;
}

} // namespace

PreviewLoader::PreviewLoader(QObject* parent)
    : QObject(parent), thread_(std::make_unique<WorkerThread>(QStringLiteral("previews"))) {}

PreviewLoader::~PreviewLoader() {
    for (const Generation& generation : std::as_const(generations_))
        ++*generation;
    thread_.reset();
}

PreviewLoader::Generation PreviewLoader::generationOf(QObject* client) {
    Generation& generation = generations_[client];
    if (!generation) {
        generation = std::make_shared<std::atomic<std::uint64_t>>(0);
        connect(client, &QObject::destroyed, this, [this, client] {
            cancel(client);
            generations_.remove(client);
        });
    }
    return generation;
}

void PreviewLoader::load(QObject* client, const std::filesystem::path& file, int maxSide, Done done) {
    const Generation generation = generationOf(client);
    const std::uint64_t wanted = ++*generation;
    thread_->post([this, file, maxSide, generation, wanted, done = std::move(done)] {
        if (*generation != wanted)
            return;
        Preview preview = read(file, maxSide);
        QMetaObject::invokeMethod(this, [generation, wanted, done, preview = std::move(preview)] {
            if (*generation == wanted)
                done(preview);
        });
    });
}

void PreviewLoader::cancel(QObject* client) {
    if (const auto found = generations_.constFind(client); found != generations_.constEnd())
        ++**found;
}

} // namespace likeness::ui
