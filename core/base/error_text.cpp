// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error_text.h"

// Marks the texts for Qt's lupdate without bringing Qt here.
#define QT_TRANSLATE_NOOP(context, text) text

namespace likeness {

std::string_view errorTemplate(ErrorCode code) {
    switch (code) {
    case ErrorCode::Cancelled:
        return QT_TRANSLATE_NOOP("ErrorText", "Cancelled. What was done so far is kept.");
    case ErrorCode::InvalidArgument:
        return QT_TRANSLATE_NOOP("ErrorText", "This can't be done as asked: %1.");
    case ErrorCode::FileNotFound:
        return QT_TRANSLATE_NOOP("ErrorText",
                                 "%1 is not there. Check the name, or whether its drive is connected.");
    case ErrorCode::FileNotReadable:
        return QT_TRANSLATE_NOOP("ErrorText", "%1 can't be opened (%2). Check its permissions.");
    case ErrorCode::FileEmpty:
        return QT_TRANSLATE_NOOP("ErrorText", "%1 is empty. Restore it from a backup or remove it.");
    case ErrorCode::FileTooLarge:
        return QT_TRANSLATE_NOOP("ErrorText",
                                 "%1 has %2 bytes, more than the limit of %3. Raise the limit to read it.");
    case ErrorCode::FileNotWritable:
        return QT_TRANSLATE_NOOP(
            "ErrorText",
            "%1 can't be written (%2). Check the folder's permissions, or choose another folder.");
    case ErrorCode::FolderNotFound:
        return QT_TRANSLATE_NOOP(
            "ErrorText", "The folder %1 is not there. Check the name, or whether its drive is connected.");
    case ErrorCode::FolderNotReadable:
        return QT_TRANSLATE_NOOP("ErrorText", "The folder %1 can't be opened (%2). Check its permissions.");
    case ErrorCode::UnsupportedFormat:
        return QT_TRANSLATE_NOOP("ErrorText",
                                 "%1 is no photo in a format that can be read. Convert it to JPEG or PNG.");
    case ErrorCode::UnsupportedVariant:
        return QT_TRANSLATE_NOOP(
            "ErrorText",
            "%1 is of a rare kind of its format, which can't be read (%2). Convert it to JPEG or PNG.");
    case ErrorCode::DecodeFailed:
        return QT_TRANSLATE_NOOP(
            "ErrorText", "%1 is damaged or incomplete (%2). Restore it from a backup or copy it again.");
    case ErrorCode::TooManyPixels:
        return QT_TRANSLATE_NOOP("ErrorText", "%1 has %2 x %3 pixels, more than the limit of %4 megapixels. "
                                              "Raise the limit to read it.");
    case ErrorCode::DecodeTimeout:
        return QT_TRANSLATE_NOOP("ErrorText", "%1 took longer than %2 seconds to read and was given up. "
                                              "Raise the limit, or convert the file.");
    case ErrorCode::NoRawPreview:
        return QT_TRANSLATE_NOOP("ErrorText",
                                 "%1 is a RAW photo without a preview inside. Export it as JPEG.");
    case ErrorCode::PackNotFound:
        return QT_TRANSLATE_NOOP("ErrorText",
                                 "The model pack %1 was not found in %2. Install Likeness again, or set "
                                 "LIKENESS_MODELS to the folder that holds it.");
    case ErrorCode::PackInvalid:
        return QT_TRANSLATE_NOOP("ErrorText", "The model pack's description %1 can't be used: %2. "
                                              "Correct it, or install the pack again.");
    case ErrorCode::PackDamaged:
        return QT_TRANSLATE_NOOP(
            "ErrorText", "%1 differs from its checksum, so it is not used. Install the model pack again.");
    case ErrorCode::PackNotIndexed:
        return QT_TRANSLATE_NOOP(
            "ErrorText", "The library %2 has no codes of the model pack %1. Index its photos with that "
                         "pack, too: likeness-cli --library %2 --pack %1 index");
    case ErrorCode::NetworkFailed:
        return QT_TRANSLATE_NOOP(
            "ErrorText",
            "The network %1 can't be run (%2). Choose another engine, or install the pack again.");
    case ErrorCode::EngineUnavailable:
        return QT_TRANSLATE_NOOP("ErrorText",
                                 "The engine %1 is not available on this machine. Choose another one.");
    case ErrorCode::PrecisionUnavailable:
        return QT_TRANSLATE_NOOP("ErrorText",
                                 "The library's codes were computed in %1, which this machine or the chosen "
                                 "engine can't do. Choose the engine onednn, or index the library in f32.");
    case ErrorCode::CodebookUnreadable:
        return QT_TRANSLATE_NOOP("ErrorText",
                                 "The codebook %1 can't be read: %2. Install the model pack again.");
    case ErrorCode::CodebookDamaged:
        return QT_TRANSLATE_NOOP(
            "ErrorText", "The codebook %1 differs from its checksum, so it is not used. Install it again.");
    case ErrorCode::CodebookForeign:
        return QT_TRANSLATE_NOOP("ErrorText",
                                 "The codebook %1 was made for another network than that of the pack %2. "
                                 "Choose a codebook of this pack.");
    case ErrorCode::TrainingDataTooFew:
        return QT_TRANSLATE_NOOP("ErrorText",
                                 "%1 photos are too few to learn from, %2 are needed. Add more photos.");
    case ErrorCode::LibraryNotFound:
        return QT_TRANSLATE_NOOP("ErrorText", "There is no library %1. Index a folder to make one.");
    case ErrorCode::LibraryForeign:
        return QT_TRANSLATE_NOOP("ErrorText",
                                 "%1 is not a Likeness library. It was left as it is; choose another file.");
    case ErrorCode::LibraryNewer:
        return QT_TRANSLATE_NOOP(
            "ErrorText", "The library %1 was made by a newer Likeness (format %2, this one knows %3). "
                         "It was left as it is; update Likeness.");
    case ErrorCode::LibraryDamaged:
        return QT_TRANSLATE_NOOP("ErrorText",
                                 "The library %1 is damaged (%2). It was left as it is; restore a backup, "
                                 "or index into a new library.");
    case ErrorCode::LibraryInUse:
        return QT_TRANSLATE_NOOP("ErrorText",
                                 "The library %1 is being indexed by another Likeness (process %2). "
                                 "Wait until it is done, or stop it there.");
    case ErrorCode::LibraryReadOnly:
        return QT_TRANSLATE_NOOP(
            "ErrorText",
            "The library %1 can't be changed. Check the permissions of the file and its folder.");
    case ErrorCode::LibraryFailed:
        return QT_TRANSLATE_NOOP(
            "ErrorText", "The library %1 could not be used (%2). Try again; if it stays, restore a backup.");
    case ErrorCode::DiskFull:
        return QT_TRANSLATE_NOOP("ErrorText",
                                 "The disk is full: %1 can't grow. Make room and go on; nothing was lost.");
    case ErrorCode::PhotoUnknown:
        return QT_TRANSLATE_NOOP("ErrorText", "The library has no photo %1. It may have been removed.");
    case ErrorCode::PhotoNotIndexed:
        return QT_TRANSLATE_NOOP("ErrorText", "%1 is not indexed yet. Wait for the index to reach it.");
    case ErrorCode::LibraryEmpty:
        return QT_TRANSLATE_NOOP("ErrorText", "No photo is indexed in the library %1. Index a folder first.");
    case ErrorCode::GranularityMissing:
        return QT_TRANSLATE_NOOP("ErrorText", "The model pack %1 can't search by %2. Choose another pack, or "
                                              "search by whole photos.");
    case ErrorCode::NotYetIndexed:
        return QT_TRANSLATE_NOOP("ErrorText",
                                 "No photo of the library %1 is indexed for searching by %2 yet. "
                                 "Look at its folders again: index them once more.");
    case ErrorCode::NoLabels:
        return QT_TRANSLATE_NOOP("ErrorText",
                                 "No two photos of the library %1 share a label. Put photos of a kind into a "
                                 "folder of their own, or give them the same tag.");
    case ErrorCode::NoBoxes:
        return QT_TRANSLATE_NOOP("ErrorText",
                                 "No labelled boxes were found (%1). Check that the labels lie where "
                                 "that layout has them.");
    case ErrorCode::DatasetInvalid:
        return QT_TRANSLATE_NOOP("ErrorText",
                                 "%1 can't be read as labels of photos: %2. Correct it, or choose the layout "
                                 "that the photos lie in.");
    case ErrorCode::CodebookMissing:
        return QT_TRANSLATE_NOOP("ErrorText", "The library has no codebook %1 of %2 bits. Train one on its "
                                              "photos first.");
    }
    return {};
}

std::string fillTemplate(std::string_view text, const std::vector<std::string>& arguments) {
    std::string filled;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool isMark = text[i] == '%' && i + 1 < text.size() && text[i + 1] >= '1' && text[i + 1] <= '9';
        const auto argument = isMark ? static_cast<std::size_t>(text[i + 1] - '1') : 0;
        if (!isMark || argument >= arguments.size()) {
            filled += text[i];
            continue;
        }
        filled += arguments[argument];
        ++i;
    }
    return filled;
}

std::string errorText(const Error& error) {
    return fillTemplate(errorTemplate(error.code), error.arguments);
}

} // namespace likeness
