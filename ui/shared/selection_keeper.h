// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/photo_model.h"

#include <QAbstractItemView>

#include <optional>
#include <unordered_set>

namespace likeness::ui {

/// Keeps what is selected in a view of photos, and which one is current, where the model replaces its list:
/// of the photos that are still in it.
class SelectionKeeper : public QObject {
    Q_OBJECT

public:
    /// The view shows the model, and owns the keeper.
    SelectionKeeper(QAbstractItemView& view, PhotoModel& model);

private:
    void note();
    void restore();

    QAbstractItemView& view_;
    PhotoModel& model_;
    std::unordered_set<PhotoId> selected_;
    std::optional<PhotoId> current_;
};

} // namespace likeness::ui
