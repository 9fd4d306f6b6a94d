// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"

#include <array>
#include <utility>

namespace likeness {
namespace {

using enum ErrorCode;

constexpr std::array names{
    std::pair{Cancelled, std::string_view{"Cancelled"}},
    std::pair{InvalidArgument, std::string_view{"InvalidArgument"}},
    std::pair{FileNotFound, std::string_view{"FileNotFound"}},
    std::pair{FileNotReadable, std::string_view{"FileNotReadable"}},
    std::pair{FileEmpty, std::string_view{"FileEmpty"}},
    std::pair{FileTooLarge, std::string_view{"FileTooLarge"}},
    std::pair{FileNotWritable, std::string_view{"FileNotWritable"}},
    std::pair{FolderNotFound, std::string_view{"FolderNotFound"}},
    std::pair{FolderNotReadable, std::string_view{"FolderNotReadable"}},
    std::pair{UnsupportedFormat, std::string_view{"UnsupportedFormat"}},
    std::pair{UnsupportedVariant, std::string_view{"UnsupportedVariant"}},
    std::pair{DecodeFailed, std::string_view{"DecodeFailed"}},
    std::pair{TooManyPixels, std::string_view{"TooManyPixels"}},
    std::pair{DecodeTimeout, std::string_view{"DecodeTimeout"}},
    std::pair{NoRawPreview, std::string_view{"NoRawPreview"}},
    std::pair{PackNotFound, std::string_view{"PackNotFound"}},
    std::pair{PackInvalid, std::string_view{"PackInvalid"}},
    std::pair{PackDamaged, std::string_view{"PackDamaged"}},
    std::pair{PackNotIndexed, std::string_view{"PackNotIndexed"}},
    std::pair{NetworkFailed, std::string_view{"NetworkFailed"}},
    std::pair{EngineUnavailable, std::string_view{"EngineUnavailable"}},
    std::pair{PrecisionUnavailable, std::string_view{"PrecisionUnavailable"}},
    std::pair{CodebookUnreadable, std::string_view{"CodebookUnreadable"}},
    std::pair{CodebookDamaged, std::string_view{"CodebookDamaged"}},
    std::pair{CodebookForeign, std::string_view{"CodebookForeign"}},
    std::pair{TrainingDataTooFew, std::string_view{"TrainingDataTooFew"}},
    std::pair{LibraryNotFound, std::string_view{"LibraryNotFound"}},
    std::pair{LibraryForeign, std::string_view{"LibraryForeign"}},
    std::pair{LibraryNewer, std::string_view{"LibraryNewer"}},
    std::pair{LibraryDamaged, std::string_view{"LibraryDamaged"}},
    std::pair{LibraryInUse, std::string_view{"LibraryInUse"}},
    std::pair{LibraryReadOnly, std::string_view{"LibraryReadOnly"}},
    std::pair{LibraryFailed, std::string_view{"LibraryFailed"}},
    std::pair{DiskFull, std::string_view{"DiskFull"}},
    std::pair{PhotoUnknown, std::string_view{"PhotoUnknown"}},
    std::pair{PhotoNotIndexed, std::string_view{"PhotoNotIndexed"}},
    std::pair{LibraryEmpty, std::string_view{"LibraryEmpty"}},
    std::pair{GranularityMissing, std::string_view{"GranularityMissing"}},
    std::pair{NotYetIndexed, std::string_view{"NotYetIndexed"}},
    std::pair{NoLabels, std::string_view{"NoLabels"}},
    std::pair{NoBoxes, std::string_view{"NoBoxes"}},
    std::pair{DatasetInvalid, std::string_view{"DatasetInvalid"}},
    std::pair{CodebookMissing, std::string_view{"CodebookMissing"}},
};

constexpr auto codes = [] {
    std::array<ErrorCode, names.size()> all{};
    for (std::size_t i = 0; i < names.size(); ++i)
        all[i] = names[i].first;
    return all;
}();

// The table is indexed by code, so it must list the codes in order and without a gap.
static_assert([] {
    for (std::size_t i = 0; i < names.size(); ++i)
        if (static_cast<std::size_t>(names[i].first) != i)
            return false;
    return names.size() == static_cast<std::size_t>(CodebookMissing) + 1;
}());

} // namespace

std::span<const ErrorCode> allErrorCodes() {
    return codes;
}

std::string_view errorCodeName(ErrorCode code) {
    return names[static_cast<std::size_t>(code)].second;
}

std::optional<ErrorCode> errorCodeFromName(std::string_view name) {
    for (const auto& [code, text] : names)
        if (text == name)
            return code;
    return std::nullopt;
}

Error makeError(ErrorCode code, std::vector<std::string> arguments) {
    std::string text{errorCodeName(code)};
    for (std::size_t i = 0; i < arguments.size(); ++i)
        text += (i == 0 ? ": " : ", ") + arguments[i];
    return {code, std::move(arguments), std::move(text)};
}

} // namespace likeness
