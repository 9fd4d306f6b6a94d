// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <filesystem>

namespace likeness {

enum class LibraryFileKind {
    Absent,  // no such file
    Empty,   // no bytes: what a "save as" dialog or a start that was interrupted leaves
    Library, // its header is that of a Likeness library
};

/// Looks at the header's 100 bytes without SQLite, so that a file that is refused stays as it is to the byte.
/// LibraryForeign, LibraryNewer, LibraryDamaged (header, or fewer bytes than the header promises),
/// LibraryFailed where the file can't be read. Deeper damage shows when SQLite meets it.
Result<LibraryFileKind> inspectLibraryFile(const std::filesystem::path& file);

/// True where the file lies on a drive of the network (NFS, SMB, FUSE, …). Write-ahead logging needs memory
/// shared by all readers, which such drives can't give.
bool isOnNetworkDrive(const std::filesystem::path& file);

/// The same for a file system's magic number, as statfs() tells it.
bool isNetworkFileSystem(unsigned long magic);

} // namespace likeness
