// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/mark_editor.h"

#include "ui/shared/colour_labels.h"
#include "ui/shared/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QStyle>
#include <QVBoxLayout>

namespace likeness::ui {

MarkEditor::MarkEditor(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("markEditor"));
    auto* stars = new QHBoxLayout;
    auto* labels = new QHBoxLayout;
    for (QHBoxLayout* row : {stars, labels})
        row->setSpacing(0);
    const auto add = [this](QHBoxLayout* row, const QString& name) {
        auto* button = new QToolButton(this);
        button->setObjectName(name);
        button->setProperty("mark", true);
        row->addWidget(button);
        return button;
    };
    for (int star = 1; star <= mostStars; ++star) {
        QToolButton* button = add(stars, QStringLiteral("star%1").arg(star));
        button->setProperty("shortcutOf", QStringLiteral("rate%1").arg(star));
        stars_[static_cast<std::size_t>(star - 1)] = button;
        // Once more on the last star takes the rating away.
        connect(button, &QToolButton::clicked, this,
                [this, star] { Q_EMIT ratingChosen(marks_.rating == star ? 0 : star); });
    }
    for (const ColourLabel label : allColourLabels) {
        const std::string_view name = colourLabelName(label);
        QToolButton* button =
            add(labels, QStringLiteral("label-") + QLatin1String(name.data(), std::ssize(name)));
        button->setCheckable(true);
        labels_[static_cast<std::size_t>(label)] = button;
        connect(button, &QToolButton::clicked, this, [this, label] {
            show(marks_); // until the answer is there
            Q_EMIT labelChosen(label);
        });
    }
    stars->addStretch(1);
    labels->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addLayout(stars);
    layout->addLayout(labels);
    retranslate();
}

void MarkEditor::show(const PhotoMarks& marks) {
    marks_ = marks;
    for (std::size_t i = 0; i < stars_.size(); ++i) {
        const bool isOn = static_cast<int>(i) < marks.rating;
        stars_[i]->setText(isOn ? QStringLiteral("★") : QStringLiteral("☆"));
        if (stars_[i]->property("on").toBool() != isOn) {
            stars_[i]->setProperty("on", isOn);
            stars_[i]->style()->polish(stars_[i]); // the style sheet asks for it
        }
        stars_[i]->setAccessibleDescription(isOn ? tr("given") : QString());
    }
    for (const ColourLabel label : allColourLabels)
        labels_[static_cast<std::size_t>(label)]->setChecked(label == marks.label);
}

void MarkEditor::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        retranslate();
    QWidget::changeEvent(event);
}

void MarkEditor::retranslate() {
    for (int star = 1; star <= mostStars; ++star) {
        QToolButton* button = stars_[static_cast<std::size_t>(star - 1)];
        button->setAccessibleName(tr("%n star(s)", nullptr, star));
        button->setToolTip(button->accessibleName());
    }
    for (const ColourLabel label : allColourLabels) {
        QToolButton* button = labels_[static_cast<std::size_t>(label)];
        button->setIcon(colourLabelIcon(label));
        button->setAccessibleName(colourLabelText(label));
        button->setToolTip(colourLabelText(label));
    }
    show(marks_);
}

} // namespace likeness::ui
