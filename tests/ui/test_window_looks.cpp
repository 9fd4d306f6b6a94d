// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/clipped_text.h"
#include "tests/ui/opened_window.h"

#include "ui/shared/elided_label.h"

#include <QtTest>

using namespace likeness;
using namespace likeness::ui;

namespace {

/// Every text that the window shows.
QStringList visibleTexts(const QWidget& window) {
    QStringList texts;
    for (const QLabel* label : window.findChildren<QLabel*>())
        if (label->isVisible())
            texts.append(label->text());
    for (const QAbstractButton* button : window.findChildren<QAbstractButton*>())
        if (button->isVisible())
            texts.append(button->text());
    return texts;
}

} // namespace

class TestWindowLooks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        window_ = std::make_unique<OpenedWindow>();
        QTRY_VERIFY(window_->session.isLoaded());
    }

    void cleanupTestCase() { window_.reset(); }

    void theFirstRunFitsInEachLanguage() { fitsInEachLanguage(); }

    void theLanguageSwitchesInPlaceAndBack() {
        window_->language.apply(QStringLiteral("en"));
        const QStringList english = visibleTexts(window_->window);
        QVERIFY(english.contains(QStringLiteral("Add a folder…")));
        window_->language.apply(QStringLiteral("zh_CN"));
        QTRY_VERIFY(visibleTexts(window_->window).contains(QStringLiteral("添加文件夹…")));
        const QStringList chinese = visibleTexts(window_->window);
        const QFont font = window_->find<QLabel>("activity")->font();
        QVERIFY(font.families().contains(QStringLiteral("Noto Sans CJK SC")));
        for (const QString& text : english)
            if (text.size() > 3 && text != QStringLiteral("Likeness") &&
                !text.contains(QStringLiteral("test")))
                QVERIFY2(!chinese.contains(text), qPrintable(text));
        window_->language.apply(QStringLiteral("en"));
        QTRY_COMPARE(visibleTexts(window_->window), english);
    }

    void theThemeChangesColoursInPlace() {
        window_->theme.apply(ThemeChoice::Dark);
        QVERIFY(Theme::isDark());
        QTRY_VERIFY(window_->window.grab().toImage().pixelColor(640, 10).lightness() < 80);
        window_->theme.apply(ThemeChoice::Light);
        QTRY_VERIFY(window_->window.grab().toImage().pixelColor(640, 10).lightness() > 200);
    }

    void textStandsOutFromItsGround() {
        for (const ThemeColors& colors : {lightColors(), darkColors()}) {
            for (const QColor& ground : {colors.panel, colors.workspace})
                for (const QColor& text : {colors.text, colors.muted})
                    QVERIFY2(contrast(text, ground) >= 4.5, qPrintable(text.name() + ground.name()));
            QVERIFY(contrast(colors.onAccent, colors.accent) >= 4.5);
            QVERIFY(contrast(colors.warning, colors.panel) >= 4.5);
        }
    }

    void eachViewFitsInEachLanguage() {
        window_->window.addFolders(
            {window_->copySamples({QStringLiteral("hat"), QStringLiteral("shoes")}, 3)});
        QTRY_VERIFY_WITH_TIMEOUT(window_->session.snapshot()->indexedCount() == 6, indexingLimitMs);
        auto* photos = window_->find<ThumbnailGrid>("photosGrid");
        QTRY_COMPARE(photos->model()->rowCount(), 6);
        photos->setCurrentIndex(photos->model()->index(0, 0));
        fitsInEachLanguage();
        QTest::keyClick(photos, Qt::Key_S);
        auto* results = window_->find<ThumbnailGrid>("resultsGrid");
        window_->find<QSlider>("threshold")->setValue(0);
        QTRY_VERIFY_WITH_TIMEOUT(results->model()->rowCount() == 5, indexingLimitMs);
        fitsInEachLanguage();
        window_->find<QSlider>("threshold")->setValue(100);
        fitsInEachLanguage();
        QTest::keyClick(photos, Qt::Key_Return);
        fitsInEachLanguage();
    }

    void everyWidgetThatTakesKeysHasANameForScreenReaders() {
        for (const QWidget* widget : window_->window.findChildren<QWidget*>()) {
            const bool plain = widget->focusPolicy() == Qt::NoFocus || !widget->isVisible() ||
                               qobject_cast<const QAbstractButton*>(widget) ||
                               widget->objectName().startsWith(QStringLiteral("qt_"));
            if (!plain && qobject_cast<const QAbstractItemView*>(widget))
                QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
        }
        for (const QAbstractButton* button : window_->window.findChildren<QAbstractButton*>())
            if (button->isVisible() && button->objectName() != QStringLiteral("qt_toolbar_ext_button") &&
                !qobject_cast<QLineEdit*>(button->parentWidget()))
                QVERIFY2(!button->text().isEmpty() || !button->accessibleName().isEmpty(),
                         qPrintable(button->objectName()));
    }

private:
    static double luminance(const QColor& color) {
        const auto linear = [](double value) {
            return value <= .04045 ? value / 12.92 : std::pow((value + .055) / 1.055, 2.4);
        };
        return .2126 * linear(color.redF()) + .7152 * linear(color.greenF()) + .0722 * linear(color.blueF());
    }

    /// WCAG 2.1, contrast ratio.
    static double contrast(const QColor& a, const QColor& b) {
        const double first = luminance(a);
        const double second = luminance(b);
        return (std::max(first, second) + .05) / (std::min(first, second) + .05);
    }

    void fitsInEachLanguage() {
        for (const LanguageName& language : availableLanguages()) {
            window_->language.apply(language.code);
            QTRY_COMPARE(clippedText(window_->window), QString());
            QVERIFY(window_->window.minimumSizeHint().width() <= 1280);
            QCOMPARE(window_->window.size(), QSize(1280, 800));
        }
    }

    std::unique_ptr<OpenedWindow> window_;
};

QTEST_MAIN(TestWindowLooks)
#include "test_window_looks.moc"
