// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/photo_marks.h"

#include <QAction>
#include <QObject>

#include <array>

namespace likeness::ui {

/// Everything that the window can do, each with its shortcut. The window connects them.
class Actions : public QObject {
    Q_OBJECT

public:
    explicit Actions(QWidget* window);

    QAction* addFolder;
    QAction* searchByPhoto;
    QAction* paste;
    QAction* lookForChanges;
    QAction* pauseOrResume;
    QAction* findSimilar;
    QAction* alsoLike;
    QAction* notLike;
    QAction* compare;
    QAction* saveQuery;
    QAction* open;
    QAction* back;
    QAction* forward;
    QAction* showFile;
    QAction* openWith;
    QAction* metadata;
    QAction* copyPath;
    std::array<QAction*, mostStars + 1> rate{};           // by stars
    std::array<QAction*, allColourLabels.size()> label{}; // by ColourLabel
    QAction* undo;                                        // of tags, stars and labels
    QAction* redo;
    QAction* filter;
    QAction* zoomIn;
    QAction* zoomOut;
    QAction* inspector;
    QAction* fullScreen;
    QAction* newLibrary;
    QAction* openLibrary;
    QAction* closeLibrary;
    QAction* moveLibrary;
    QAction* checkLibrary;
    QAction* backUpLibrary;
    QAction* leaveOut;
    QAction* exportRemarks;
    QAction* importRemarks;
    QAction* relink;
    QAction* caseWork;
    QAction* report;
    QAction* train;
    QAction* settings;
    QAction* shortcuts;
    QAction* help;
    QAction* about;
    QAction* quit;

    /// In the language of the window.
    void retranslate();
    /// Icons in the colours of the theme.
    void redraw();

private:
    QAction* make(const QString& name, const QList<QKeySequence>& keys);
};

} // namespace likeness::ui
