// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/why_alike.h"

#include "ui/shared/error_text.h"
#include "ui/shared/heat_map.h"
#include "ui/shared/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace likeness::ui {

/// The colours of the map from little to most, as they look over a dark photo.
class WhyAlike::Legend : public QWidget {
public:
    explicit Legend(QWidget* parent) : QWidget(parent) { setFixedHeight(6); }

protected:
    void paintEvent(QPaintEvent*) override {
        QLinearGradient colors(0, 0, width(), 0);
        constexpr int steps = 8;
        for (int i = 0; i <= steps; ++i)
            colors.setColorAt(static_cast<qreal>(i) / steps, heatColor(static_cast<double>(i) / steps));
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        for (const QBrush& brush : {QBrush(QColor(0x2a2d31)), QBrush(colors)}) {
            painter.setBrush(brush);
            painter.drawRoundedRect(rect(), 3, 3);
        }
    }
};

WhyAlike::WhyAlike(PhotoView& preview, QWidget* parent)
    : QWidget(parent),
      heat_(new HeatOverlay(preview)),
      button_(new QPushButton(this)),
      legend_(new QWidget(this)),
      least_(new QLabel(legend_)),
      most_(new QLabel(legend_)),
      message_(new QLabel(this)) {
    button_->setObjectName(QStringLiteral("whyAlike"));
    legend_->setObjectName(QStringLiteral("whyAlikeLegend"));
    message_->setObjectName(QStringLiteral("whyAlikeMessage"));
    button_->setCheckable(true);
    message_->setWordWrap(true);
    for (QLabel* label : {least_, most_, message_})
        label->setProperty("muted", true);
    auto* ends = new QHBoxLayout;
    ends->addWidget(least_);
    ends->addStretch(1);
    ends->addWidget(most_);
    auto* legend = new QVBoxLayout(legend_);
    legend->setContentsMargins(0, 0, 0, 0);
    legend->setSpacing(4);
    legend->addWidget(new Legend(legend_));
    legend->addLayout(ends);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(legend_);
    layout->addWidget(message_);
    layout->addWidget(button_);
    connect(button_, &QPushButton::toggled, this, &WhyAlike::toggle);
    retranslate();
    toggle();
}

void WhyAlike::clear() {
    heat_->clear();
    message_->hide();
}

void WhyAlike::ask() {
    if (button_->isChecked())
        Q_EMIT requested();
}

void WhyAlike::toggle() {
    legend_->setVisible(button_->isChecked());
    clear();
    ask();
}

void WhyAlike::showMap(const Result<ShareMap>& map) {
    if (!button_->isChecked())
        return;
    if (map)
        heat_->setShares(*map);
    else
        message_->setText(translatedError(map.error()));
    message_->setVisible(!map);
}

void WhyAlike::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void WhyAlike::retranslate() {
    button_->setText(tr("Why alike"));
    button_->setToolTip(tr("Show which places of this photo make it like the query"));
    least_->setText(tr("adds little"));
    most_->setText(tr("adds most"));
}

} // namespace likeness::ui
