// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/similar/method_menu.h"

#include "ui/shared/formats.h"
#include "ui/shared/theme.h"

#include <QActionGroup>
#include <QEvent>

namespace likeness::ui {

MethodMenu::MethodMenu(MethodPresenter& presenter, QWidget* parent)
    : QToolButton(parent),
      presenter_(presenter),
      menu_(new QMenu(this)),
      methods_(addChoices("hashMethod")),
      lengths_(addChoices("codeLength")),
      reranking_(addChoices("reranking")) {
    setObjectName(QStringLiteral("methodButton"));
    setPopupMode(QToolButton::InstantPopup);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setProperty("flat", true);
    setMenu(menu_);
    fill();
    connect(&presenter_, &MethodPresenter::changed, this, &MethodMenu::showChoices);
    retranslate();
}

QMenu* MethodMenu::addChoices(const char* name) {
    QMenu* choices = menu_->addMenu(QString());
    choices->setObjectName(QLatin1String(name));
    auto* group = new QActionGroup(choices);
    group->setObjectName(QLatin1String(name));
    return choices;
}

void MethodMenu::fill() {
    const auto add = [this](QMenu* menu, const QString& name, auto chosen) {
        QAction* action = menu->addAction(QString());
        action->setObjectName(name);
        action->setCheckable(true);
        menu->findChild<QActionGroup*>()->addAction(action);
        connect(action, &QAction::triggered, this, chosen);
        return action;
    };
    ofPack_ = add(methods_, QStringLiteral("packCodebook"), [this] { presenter_.choosePackCodebook(); });
    methods_->addSeparator();
    for (const char* method : MethodPresenter::methods)
        add(methods_, QLatin1String("method-") + QLatin1String(method),
            [this, method] { presenter_.chooseMethod(method); });
    for (const int bits : MethodPresenter::lengths)
        add(lengths_, QStringLiteral("bits-%1").arg(bits), [this, bits] { presenter_.chooseLength(bits); });
    for (const int choice : {0, 1, 2, 3, 4})
        add(reranking_, QStringLiteral("reranking-%1").arg(choice),
            [this, choice] { presenter_.chooseReranking(static_cast<MethodPresenter::Reranking>(choice)); });
    menu_->addSeparator();
    mirrored_ = menu_->addAction(QString());
    rotated_ = menu_->addAction(QString());
    mirrored_->setObjectName(QStringLiteral("mirrored"));
    rotated_->setObjectName(QStringLiteral("rotated"));
    for (QAction* variant : {mirrored_, rotated_})
        variant->setCheckable(true);
    connect(mirrored_, &QAction::triggered, &presenter_, &MethodPresenter::toggleMirrored);
    connect(rotated_, &QAction::triggered, &presenter_, &MethodPresenter::toggleRotated);
    menu_->addSeparator();
    train_ = menu_->addAction(QString());
    train_->setObjectName(QStringLiteral("train"));
    connect(train_, &QAction::triggered, &presenter_, &MethodPresenter::requestTraining);
}

void MethodMenu::showPackCodebook() {
    const auto own = presenter_.packCodebook();
    ofPack_->setVisible(own.has_value());
    if (!own)
        return;
    ofPack_->setText(
        tr("%1 · %2 bits, of the model pack").arg(MethodPresenter::methodText(own->method)).arg(own->bits));
    ofPack_->setChecked(*own == presenter_.codebook());
}

void MethodMenu::showOffer(const QString& name, const CodebookName& codebook, const QString& text) {
    auto* action = menu_->findChild<QAction*>(name);
    const MethodPresenter::Offer offer = presenter_.offerOf(codebook);
    const bool isTrained = offer != MethodPresenter::Offer::Trainable;
    const bool isOfWindows = codebook.granularity != Granularity::Global;
    action->setText(isTrained     ? text
                    : isOfWindows ? tr("%1 (trains and indexes first)").arg(text)
                                  : tr("%1 (trains first)").arg(text));
    action->setEnabled(offer != MethodPresenter::Offer::Missing);
    action->setChecked(codebook == presenter_.codebook());
}

void MethodMenu::showChoices() {
    const CodebookName now = presenter_.codebook();
    showPackCodebook();
    for (const char* method : MethodPresenter::methods)
        showOffer(QLatin1String("method-") + QLatin1String(method), {method, now.bits, now.granularity},
                  MethodPresenter::methodText(method));
    for (const int bits : MethodPresenter::lengths)
        showOffer(QStringLiteral("bits-%1").arg(bits), {now.method, bits, now.granularity},
                  tr("%1 bits").arg(bits));
    reranking_->actions().at(static_cast<int>(presenter_.reranking()))->setChecked(true);
    mirrored_->setChecked(presenter_.mirrored());
    rotated_->setChecked(presenter_.rotated());
    showButton();
}

/// The button says what is in use, and the tooltip whose it is.
void MethodMenu::showButton() {
    const CodebookName now = presenter_.codebook();
    setToolTip(now.origin == CodebookName::Origin::Pack
                   ? tr("Method: how photos become codes, and how results are ranked. The codebook is the "
                        "model pack's.")
                   : tr("Method: how photos become codes, and how results are ranked. The codebook was "
                        "learned from this library."));
    const QString method = MethodPresenter::methodText(now.method);
    if (now.bits == 0)
        setText(tr("Method"));
    else if (const auto training = presenter_.training())
        setText(tr("%1 · %2 bits, training %3").arg(method).arg(now.bits).arg(percentText(training->share)));
    else if (presenter_.isComing())
        setText(tr("%1 · %2 bits, being indexed").arg(method).arg(now.bits));
    else
        setText(tr("%1 · %2 bits").arg(method).arg(now.bits));
}

void MethodMenu::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        retranslate();
    QToolButton::changeEvent(event);
}

void MethodMenu::retranslate() {
    setIcon(themedIcon(QStringLiteral("method")));
    setAccessibleName(tr("Method"));
    methods_->setTitle(tr("Hash method"));
    lengths_->setTitle(tr("Code length"));
    reranking_->setTitle(tr("Re-ranking"));
    const QStringList rerankings{tr("Like the best two, too"), tr("Cosine and asymmetric distance"),
                                 tr("Cosine"), tr("Asymmetric distance"), tr("Off: by codes alone")};
    for (qsizetype i = 0; i < rerankings.size(); ++i)
        reranking_->actions().at(i)->setText(rerankings.at(i));
    mirrored_->setText(tr("Also mirrored"));
    rotated_->setText(tr("Also turned by quarters"));
    train_->setText(tr("Train…"));
    showChoices();
}

} // namespace likeness::ui
