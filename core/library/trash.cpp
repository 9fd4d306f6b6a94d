// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/trash.h"

#include "core/base/data_folder.h"
#include "core/base/path_text.h"
#include "core/library/content_hash.h"
#include "core/library/file_mover.h"

#include <QFile>

#include <cerrno>
#include <cstring>
#include <string>
#include <unistd.h>

namespace likeness {
namespace {

namespace fs = std::filesystem;

Error notWritable(const fs::path& file, const std::string& reason) {
    return makeError(ErrorCode::FileNotWritable, {pathText(file), reason});
}

} // namespace

Result<fs::path> moveToTrash(const fs::path& file) {
    if (isGone(file))
        return makeError(ErrorCode::FileNotFound, {pathText(file)});
    if (::eaccess(file.parent_path().c_str(), W_OK) != 0)
        return notWritable(file, std::strerror(errno));
    const QByteArray bytes(file.c_str());
    const QString name = QFile::decodeName(bytes);
    if (QFile::encodeName(name) != bytes)
        return notWritable(file, "its name is no valid text, which the trash can't keep");
    std::error_code shownByTheMove;
    fs::create_directories(dataFolder().parent_path(), shownByTheMove); // Qt makes the trash in it alone
    QFile handle(name);
    if (!handle.moveToTrash())
        return notWritable(file, handle.errorString().toStdString());
    return fs::path(QFile::encodeName(handle.fileName()).toStdString());
}

Result<void> restoreFromTrash(const fs::path& inTrash, const fs::path& file) {
    std::error_code reason;
    fs::create_directories(file.parent_path(), reason);
    if (reason)
        return notWritable(file, reason.message());
    if (auto moved = moveFile(inTrash, file); !moved)
        return moved;
    fs::path note = inTrash.parent_path().parent_path() / "info" / inTrash.filename();
    note += ".trashinfo";
    fs::remove(note, reason); // without its file it says nothing
    return {};
}

} // namespace likeness
