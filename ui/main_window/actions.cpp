// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/actions.h"

#include "ui/shared/colour_labels.h"
#include "ui/shared/theme.h"

#include <QWidget>

#include <utility>

namespace likeness::ui {

Actions::Actions(QWidget* window) : QObject(window) {
    addFolder = make(QStringLiteral("addFolder"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O)});
    searchByPhoto = make(QStringLiteral("searchByPhoto"), {QKeySequence::Open});
    paste = make(QStringLiteral("paste"), {QKeySequence::Paste});
    lookForChanges = make(QStringLiteral("lookForChanges"), {QKeySequence(Qt::Key_F5)});
    pauseOrResume = make(QStringLiteral("pauseOrResume"), {QKeySequence(Qt::CTRL | Qt::Key_P)});
    findSimilar = make(QStringLiteral("findSimilar"), {QKeySequence(Qt::Key_S)});
    alsoLike = make(QStringLiteral("alsoLike"), {QKeySequence(Qt::Key_L)});
    notLike = make(QStringLiteral("notLike"), {QKeySequence(Qt::SHIFT | Qt::Key_L)});
    compare = make(QStringLiteral("compare"), {QKeySequence(Qt::Key_C)});
    saveQuery = make(QStringLiteral("saveQuery"), {QKeySequence(Qt::CTRL | Qt::Key_S)});
    open = make(QStringLiteral("open"), {});
    back = make(QStringLiteral("back"), {QKeySequence(Qt::ALT | Qt::Key_Left)});
    forward = make(QStringLiteral("forward"), {QKeySequence(Qt::ALT | Qt::Key_Right)});
    showFile = make(QStringLiteral("showFile"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E)});
    copyPath = make(QStringLiteral("copyPath"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C)});
    openWith = make(QStringLiteral("openWith"), {QKeySequence(Qt::CTRL | Qt::Key_E)});
    metadata = make(QStringLiteral("metadata"), {QKeySequence(Qt::CTRL | Qt::Key_D)});
    for (int stars = 0; stars <= mostStars; ++stars)
        rate[static_cast<std::size_t>(stars)] =
            make(QStringLiteral("rate%1").arg(stars),
                 {QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_0 + stars))});
    for (const ColourLabel each : allColourLabels)
        label[static_cast<std::size_t>(each)] =
            make(QStringLiteral("label%1").arg(static_cast<int>(each)), {});
    undo = make(QStringLiteral("undo"), {QKeySequence::Undo});
    redo = make(QStringLiteral("redo"), {QKeySequence::Redo});
    filter = make(QStringLiteral("filter"), {QKeySequence::Find});
    zoomIn = make(QStringLiteral("zoomIn"),
                  {QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)});
    zoomOut = make(QStringLiteral("zoomOut"), {QKeySequence(Qt::CTRL | Qt::Key_Minus)});
    inspector = make(QStringLiteral("inspector"), {QKeySequence(Qt::CTRL | Qt::Key_I)});
    inspector->setCheckable(true);
    inspector->setChecked(true);
    fullScreen = make(QStringLiteral("fullScreen"), {QKeySequence(Qt::Key_F11)});
    newLibrary = make(QStringLiteral("newLibrary"), {QKeySequence::New});
    openLibrary = make(QStringLiteral("openLibrary"), {});
    closeLibrary = make(QStringLiteral("closeLibrary"), {QKeySequence::Close});
    moveLibrary = make(QStringLiteral("moveLibrary"), {});
    checkLibrary = make(QStringLiteral("checkLibrary"), {});
    backUpLibrary = make(QStringLiteral("backUpLibrary"), {});
    leaveOut = make(QStringLiteral("leaveOut"), {});
    exportRemarks = make(QStringLiteral("exportRemarks"), {});
    importRemarks = make(QStringLiteral("importRemarks"), {});
    relink = make(QStringLiteral("relink"), {});
    caseWork = make(QStringLiteral("caseWork"), {QKeySequence(Qt::CTRL | Qt::Key_K)});
    report = make(QStringLiteral("report"), {QKeySequence(Qt::CTRL | Qt::Key_R)});
    train = make(QStringLiteral("trainCodebook"), {QKeySequence(Qt::CTRL | Qt::Key_T)});
    settings = make(QStringLiteral("settings"), {QKeySequence(Qt::CTRL | Qt::Key_Comma)});
    shortcuts = make(QStringLiteral("shortcuts"), {QKeySequence(Qt::CTRL | Qt::Key_F1)});
    help = make(QStringLiteral("help"), {QKeySequence::HelpContents});
    about = make(QStringLiteral("about"), {});
    quit = make(QStringLiteral("quit"), {QKeySequence(Qt::CTRL | Qt::Key_Q)});
    for (QAction* action : findChildren<QAction*>())
        window->addAction(action);
    retranslate();
    redraw();
}

QAction* Actions::make(const QString& name, const QList<QKeySequence>& keys) {
    auto* action = new QAction(this);
    action->setObjectName(name);
    action->setShortcuts(keys);
    return action;
}

void Actions::retranslate() {
    addFolder->setText(tr("Add a folder…"));
    searchByPhoto->setText(tr("Search by photo…"));
    paste->setText(tr("Search by the pasted photo"));
    lookForChanges->setText(tr("Look for changes"));
    pauseOrResume->setText(tr("Pause or resume indexing"));
    findSimilar->setText(tr("Find similar"));
    alsoLike->setText(tr("Also like this"));
    notLike->setText(tr("Not like this"));
    compare->setText(tr("Compare"));
    saveQuery->setText(tr("Save this query…"));
    open->setText(tr("Open"));
    back->setText(tr("Earlier query"));
    forward->setText(tr("Later query"));
    showFile->setText(tr("Show in file manager"));
    openWith->setText(tr("Open with…"));
    metadata->setText(tr("All metadata…"));
    copyPath->setText(tr("Copy path"));
    rate[0]->setText(tr("No stars"));
    for (int stars = 1; stars <= mostStars; ++stars)
        rate[static_cast<std::size_t>(stars)]->setText(starsText(stars));
    for (const ColourLabel each : allColourLabels)
        label[static_cast<std::size_t>(each)]->setText(colourLabelText(each));
    undo->setText(tr("Undo"));
    redo->setText(tr("Redo"));
    filter->setText(tr("Filter"));
    zoomIn->setText(tr("Larger thumbnails"));
    zoomOut->setText(tr("Smaller thumbnails"));
    inspector->setText(tr("Inspector"));
    fullScreen->setText(tr("Full screen"));
    newLibrary->setText(tr("New library…"));
    openLibrary->setText(tr("Open a library…"));
    closeLibrary->setText(tr("Close this library"));
    moveLibrary->setText(tr("Move this library…"));
    checkLibrary->setText(tr("Check this library"));
    backUpLibrary->setText(tr("Back up now"));
    leaveOut->setText(tr("Leave out files and folders…"));
    exportRemarks->setText(tr("Export tags, stars and labels…"));
    importRemarks->setText(tr("Import tags, stars and labels…"));
    relink->setText(tr("It lies here now…"));
    caseWork->setText(tr("Case…"));
    report->setText(tr("Report on this query…"));
    train->setText(tr("Train a codebook…"));
    settings->setText(tr("Settings…"));
    shortcuts->setText(tr("Shortcuts…"));
    help->setText(tr("Manual"));
    about->setText(tr("About Likeness"));
    quit->setText(tr("Quit"));
}

void Actions::redraw() {
    const std::pair<QAction*, const char*> icons[] = {
        {addFolder, "add"},   {searchByPhoto, "search"}, {findSimilar, "similar"}, {back, "back"},
        {forward, "forward"}, {showFile, "folder"},      {settings, "settings"}};
    for (const auto& [action, name] : icons)
        action->setIcon(themedIcon(QLatin1String(name)));
    for (const ColourLabel each : allColourLabels)
        label[static_cast<std::size_t>(each)]->setIcon(colourLabelIcon(each));
}

} // namespace likeness::ui
