// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/granularity.h"

#include <QObject>

#include <optional>
#include <string>
#include <vector>

namespace likeness::ui {

/// A way to make codes: "itq", 256 bits, of whole photos, learned from the library.
struct CodebookName {
    enum class Origin { Library, Pack };
    std::string method;
    int bits = 0;
    Granularity granularity = Granularity::Global;
    Origin origin = Origin::Library;
    bool operator==(const CodebookName&) const = default;
};

/// The codebooks of the open library: which there are, which one is searched with. Main thread.
class CodebookCatalog : public QObject {
    Q_OBJECT

public:
    struct Training {
        CodebookName codebook;
        double share = 0; // done, 0 to 1
    };

    using QObject::QObject;

    /// Those that can be searched with at once.
    virtual std::vector<CodebookName> availableCodebooks() const = 0;
    /// What is searched with; none until the library was read, and where the granularity can't be searched.
    virtual std::optional<CodebookName> current(Granularity granularity) const = 0;
    /// What will be searched with as soon as all photos have such codes; none where nothing is to change.
    virtual std::optional<CodebookName> coming(Granularity granularity) const = 0;
    virtual std::optional<Training> training() const = 0;
    /// A codebook that there is none of can be made.
    virtual bool canTrain() const = 0;
    /// Searches with it from now on; one that does not exist yet is trained before, in the background. Photos
    /// may have to be indexed with it first: the former one answers until that is done.
    virtual void useCodebook(const CodebookName& codebook) = 0;

Q_SIGNALS:
    void changed(); // any of the above
    void failed(const likeness::Error& error);
};

} // namespace likeness::ui
