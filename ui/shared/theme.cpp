// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/theme.h"

#include <QApplication>
#include <QFile>
#include <QPainter>
#include <QPalette>
#include <QStyleFactory>
#include <QSvgRenderer>

#include <utility>

namespace likeness::ui {

namespace {

bool darkIsOn = false;

QPalette paletteOf(const ThemeColors& c) {
    QPalette palette;
    palette.setColor(QPalette::Window, c.panel);
    palette.setColor(QPalette::WindowText, c.text);
    palette.setColor(QPalette::Base, c.field);
    palette.setColor(QPalette::AlternateBase, c.workspace);
    palette.setColor(QPalette::Text, c.text);
    palette.setColor(QPalette::Button, c.button);
    palette.setColor(QPalette::ButtonText, c.text);
    palette.setColor(QPalette::BrightText, c.onAccent);
    palette.setColor(QPalette::Highlight, c.accent);
    palette.setColor(QPalette::HighlightedText, c.onAccent);
    palette.setColor(QPalette::Link, c.accent);
    palette.setColor(QPalette::PlaceholderText, c.muted);
    palette.setColor(QPalette::ToolTipBase, c.panel);
    palette.setColor(QPalette::ToolTipText, c.text);
    palette.setColor(QPalette::Light, c.hover);
    palette.setColor(QPalette::Midlight, c.button);
    palette.setColor(QPalette::Mid, c.border);
    palette.setColor(QPalette::Dark, c.border);
    palette.setColor(QPalette::Shadow, c.border.darker(140));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, c.muted);
    return palette;
}

QString styleSheetOf(const ThemeColors& c) {
    QFile file(QStringLiteral(":/themes/likeness.qss"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString sheet = QString::fromUtf8(file.readAll());
    const std::pair<const char*, QColor> names[] = {
        {"@panel", c.panel}, {"@workspace", c.workspace}, {"@border", c.border},     {"@text", c.text},
        {"@muted", c.muted}, {"@accent", c.accent},       {"@onAccent", c.onAccent}, {"@button", c.button},
        {"@hover", c.hover}, {"@field", c.field},         {"@warning", c.warning}};
    for (const auto& [name, color] : names)
        sheet.replace(QLatin1String(name) + QLatin1Char(';'), color.name() + QLatin1Char(';'));
    return sheet;
}

} // namespace

const ThemeColors& lightColors() {
    static const ThemeColors colors{QColor(0xffffff), QColor(0xf4f5f7), QColor(0xe0e3e8), QColor(0x1c2025),
                                    QColor(0x5b6470), QColor(0x1a6fe0), QColor(0xffffff), QColor(0xeef0f4),
                                    QColor(0xe3e6ec), QColor(0xf6f7f9), QColor(0xa85b00)};
    return colors;
}

const ThemeColors& darkColors() {
    static const ThemeColors colors{QColor(0x24282d), QColor(0x1d1f22), QColor(0x363b42), QColor(0xe6e9ec),
                                    QColor(0x9da5ae), QColor(0x4c9bff), QColor(0x0c1520), QColor(0x30353c),
                                    QColor(0x3a4048), QColor(0x1d1f22), QColor(0xf0a94a)};
    return colors;
}

Theme::Theme(QObject* parent) : QObject(parent) {
    // Else a style sheet keeps the window's font from its children.
    QApplication::setAttribute(Qt::AA_UseStyleSheetPropagationInWidgetStyles);
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    connect(&system_, &SystemColorScheme::changed, this, [this] {
        if (choice_ == ThemeChoice::System)
            show();
    });
}

void Theme::apply(ThemeChoice choice) {
    choice_ = choice;
    show();
}

void Theme::show() {
    darkIsOn = choice_ == ThemeChoice::Dark || (choice_ == ThemeChoice::System && system_.isDark());
    QApplication::setPalette(paletteOf(colors()));
    qApp->setStyleSheet(styleSheetOf(colors()));
    Q_EMIT changed();
}

bool Theme::isDark() {
    return darkIsOn;
}

const ThemeColors& Theme::colors() {
    return darkIsOn ? darkColors() : lightColors();
}

QPixmap themedPixmap(const QString& name, int side, const QColor& color, qreal pixelRatio) {
    QFile file(QStringLiteral(":/icons/") + name + QStringLiteral(".svg"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray svg = file.readAll().replace("currentColor", color.name().toLatin1());
    QPixmap pixmap(QSize(side, side) * pixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    QSvgRenderer(svg).render(&painter, QRectF(QPointF(0, 0), QSizeF(pixmap.size())));
    painter.end();
    pixmap.setDevicePixelRatio(pixelRatio);
    return pixmap;
}

QIcon themedIcon(const QString& name) {
    QIcon icon;
    for (const qreal ratio : {1.0, 2.0}) {
        icon.addPixmap(themedPixmap(name, 16, Theme::colors().text, ratio));
        icon.addPixmap(themedPixmap(name, 16, Theme::colors().muted, ratio), QIcon::Disabled);
    }
    return icon;
}

} // namespace likeness::ui
