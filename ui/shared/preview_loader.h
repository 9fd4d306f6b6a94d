// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/worker_thread.h"

#include "core/base/error.h"
#include "core/image/metadata.h"

#include <QHash>
#include <QImage>
#include <QObject>

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace likeness::ui {

/// A photo large, with what its file says about it.
struct Preview {
    std::filesystem::path file;
    QImage image;
    int fullWidth = 0; // upright, pixels
    int fullHeight = 0;
    std::string format;
    std::int64_t bytes = 0;
    PhotoMetadata metadata;
    std::optional<Error> error; // why there is no image
};

/// Decodes photos to show them large, on a thread of its own. A client's newer request replaces its older
/// one. Main thread.
class PreviewLoader : public QObject {
    Q_OBJECT

public:
    using Done = std::function<void(const Preview&)>;

    explicit PreviewLoader(QObject* parent = nullptr);
    ~PreviewLoader() override;

    /// `done` is called on the main thread, unless the client is gone or asked anew. Longer side in device
    /// pixels.
    void load(QObject* client, const std::filesystem::path& file, int maxSide, Done done);
    /// What the client waits for will not come.
    void cancel(QObject* client);

private:
    using Generation = std::shared_ptr<std::atomic<std::uint64_t>>;
    Generation generationOf(QObject* client);

    QHash<QObject*, Generation> generations_;
    std::unique_ptr<WorkerThread> thread_;
};

} // namespace likeness::ui
