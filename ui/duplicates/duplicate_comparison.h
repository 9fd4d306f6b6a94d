// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/elided_label.h"
#include "ui/shared/photo_view.h"

#include "core/library/photo.h"

#include <QLabel>
#include <QWidget>

#include <array>
#include <optional>

namespace likeness::ui {

/// The reference of a group beside one of its photos, with what the library knows of both; what differs is
/// bold.
class DuplicateComparison : public QWidget {
    Q_OBJECT

public:
    DuplicateComparison(PreviewLoader& previews, QWidget* parent = nullptr);

    struct Side {
        Photo photo;
        bool isKeeper = false;
    };
    void show(const Side& reference, const Side& other, double similarity);
    void clear();

protected:
    void changeEvent(QEvent* event) override;

private:
    static constexpr int facts = 8;
    struct Column {
        PhotoView* view;
        QLabel* title;
        std::array<ElidedLabel*, facts> values;
    };
    struct Shown {
        Side reference;
        Side other;
        double similarity;
    };
    void fill();
    void fillColumn(const Column& column, const Side& side, const QString& role);

    std::array<Column, 2> columns_{};
    std::array<QLabel*, facts> names_{};
    std::optional<Shown> shown_;
};

} // namespace likeness::ui
