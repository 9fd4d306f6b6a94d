// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QObject>
#include <QString>

#include <cstdint>
#include <string>
#include <vector>

namespace likeness::ui {

/// A model pack that is installed.
struct PackOffer {
    std::string name;
    QString title;
    QString licence; // SPDX
    QString attribution;
    int inputWidth = 0; // pixels
    int inputHeight = 0;
    bool hasRegions = false;
    bool hasParts = false;
    std::int64_t toIndex = 0; // photos of the library without its codes
};

/// The packs that the open library can be indexed and searched with. Main thread.
class PackCatalog : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// Empty until they were read.
    virtual const std::vector<PackOffer>& packs() const = 0;
    /// That the library is indexed with: the one chosen last; empty until the library was read.
    virtual std::string chosen() const = 0;
    /// That it is searched with: another one until all photos are indexed with the chosen one.
    virtual std::string searched() const = 0;
    /// Indexes with it in the background, and searches with it then.
    virtual void choose(const std::string& name) = 0;
    /// Reads packs and library anew.
    virtual void refresh() = 0;

Q_SIGNALS:
    void changed(); // any of the above
    void failed(const likeness::Error& error);
};

} // namespace likeness::ui
