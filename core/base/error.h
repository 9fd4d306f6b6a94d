// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace likeness {

/// Every failure that a user can meet. The window and the command line turn a code into translated text
/// that says what to do (ui/shared/error_text.h); what the arguments are is noted beside each code.
enum class ErrorCode {
    Cancelled,            // -
    InvalidArgument,      // what is wrong
    FileNotFound,         // file
    FileNotReadable,      // file, reason of the system
    FileEmpty,            // file
    FileTooLarge,         // file, its bytes, limit in bytes
    FileNotWritable,      // file, reason of the system
    FolderNotFound,       // folder
    FolderNotReadable,    // folder, reason of the system
    UnsupportedFormat,    // file
    UnsupportedVariant,   // file, reason of the decoder
    DecodeFailed,         // file, reason of the decoder
    TooManyPixels,        // file, width, height, limit in megapixels
    DecodeTimeout,        // file, limit in seconds
    NoRawPreview,         // file
    PackNotFound,         // pack name, folders that were searched
    PackInvalid,          // manifest file, what is wrong
    PackDamaged,          // file whose checksum differs from the manifest's
    PackNotIndexed,       // pack name, library file
    NetworkFailed,        // network file, reason of the engine
    EngineUnavailable,    // engine name
    PrecisionUnavailable, // precision
    CodebookUnreadable,   // file, reason
    CodebookDamaged,      // file
    CodebookForeign,      // file, pack that it was not made for
    TrainingDataTooFew,   // samples given, samples needed
    LibraryNotFound,      // library file
    LibraryForeign,       // file that is no Likeness library
    LibraryNewer,         // library file, its schema version, the newest version known here
    LibraryDamaged,       // library file, what the check found
    LibraryInUse,         // library file, process id of the writer
    LibraryReadOnly,      // library file
    LibraryFailed,        // library file, reason of SQLite
    DiskFull,             // file that could not grow
    PhotoUnknown,         // photo id
    PhotoNotIndexed,      // file
    LibraryEmpty,         // library file
    GranularityMissing,   // pack name, granularity
    NotYetIndexed,        // library file, granularity
    NoLabels,             // library file
    NoBoxes,              // what was looked for
    DatasetInvalid,       // file, with the line where one is wrong; what is wrong
    CodebookMissing,      // method, bits
};

/// All codes, in order of declaration.
std::span<const ErrorCode> allErrorCodes();

/// The enumerator's name; this is how the library database stores a code.
std::string_view errorCodeName(ErrorCode code);
std::optional<ErrorCode> errorCodeFromName(std::string_view name);

/// A failure that is expected to happen: a code, its arguments (UTF-8, in the order noted at the code) and an
/// English text for logs.
struct Error {
    ErrorCode code;
    std::vector<std::string> arguments;
    std::string text;
};

/// Builds an Error whose text is made of the code's name and its arguments.
Error makeError(ErrorCode code, std::vector<std::string> arguments = {});

} // namespace likeness
