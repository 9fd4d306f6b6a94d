// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/casework/case_keeper.h"
#include "ui/compare/compare_presenter.h"
#include "ui/duplicates/duplicates_presenter.h"
#include "ui/first_run/first_run_view.h"
#include "ui/main_window/actions.h"
#include "ui/main_window/header_bar.h"
#include "ui/main_window/inspector.h"
#include "ui/main_window/library_keeper.h"
#include "ui/main_window/notice.h"
#include "ui/main_window/remark_history.h"
#include "ui/main_window/shortcut_book.h"
#include "ui/main_window/sidebar.h"
#include "ui/main_window/status_bar.h"
#include "ui/main_window/tag_book.h"
#include "ui/main_window/workspace.h"
#include "ui/photos/photo_viewer.h"
#include "ui/photos/photos_presenter.h"
#include "ui/problems/problems_view.h"
#include "ui/quality/quality_presenter.h"
#include "ui/shared/folder_watch.h"
#include "ui/shared/indexing_pace.h"
#include "ui/shared/language.h"
#include "ui/shared/library_session.h"
#include "ui/shared/mark_book.h"
#include "ui/shared/photo_mime.h"
#include "ui/shared/recent_queries.h"
#include "ui/shared/session_codebooks.h"
#include "ui/shared/session_packs.h"
#include "ui/shared/settings.h"
#include "ui/shared/theme.h"
#include "ui/similar/saved_query_book.h"
#include "ui/similar/similar_presenter.h"
#include "ui/similar/verdict_book.h"
#include "ui/training/training_presenter.h"

#include <QFileDialog>
#include <QMainWindow>
#include <QMenu>
#include <QSplitter>
#include <QStackedWidget>

#include <functional>
#include <vector>

namespace likeness::ui {

/// The window of one library. Leads intents of its parts (find similar, open, add a folder) to the
/// presenters.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    /// All outlive the window.
    struct Parts {
        LibrarySession& session;
        Settings& settings;
        Theme& theme;
        Language& language;
    };

    explicit MainWindow(Parts parts, QWidget* parent = nullptr);
    ~MainWindow() override;

    void searchBy(const PhotoQuery& query);
    void addFolders(const std::vector<std::filesystem::path>& folders);
    /// Folders are added; the first photo is searched by.
    void take(const Handed& handed);
    void tell(const Error& error) { notice_->showError(error); }
    /// The photo of the viewer, or the current one of the workspace.
    QModelIndex currentPhoto();
    VerdictBook& verdicts() { return verdicts_; }

Q_SIGNALS:
    /// To be opened in the place of this one.
    void libraryWanted(const std::filesystem::path& file);
    /// To be put in the place of the library.
    void restoreWanted(const std::filesystem::path& backup);
    /// Where the library is to lie.
    void moveWanted(const std::filesystem::path& target);

protected:
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void makeWorkspaces();
    void addWorkspace(Workspace* workspace, const QString& tabName);
    void layOut();
    void connectActions();
    void connectParts();
    void connectSimilar();
    void connectSavedQueries();
    void connectWorkspace(Workspace* workspace);
    void connectLibrary();
    void connectKeeper();
    void connectRemarks();
    void connectMarks();
    void connectRemarkFiles();
    void connectMissing();
    void connectTags();
    void connectHistory();
    void connectCase();
    void restoreState();
    void saveState();
    void retranslate();

    Workspace& workspace() { return *workspaces_[current_]; }
    void showWorkspace(std::size_t number);
    void showHome(); // the workspace, or the first-run view where the library is empty
    void showProblems();
    void openViewer(const QModelIndex& index);
    void closeViewer();
    void followTarget(const SidebarTarget& target);
    void takeSnapshot();
    void showSidebar();
    /// Selected photos, with the raw ones that belong to them.
    std::vector<PhotoId> remarkedPhotos();
    void openMetadata();
    void chooseRemarkFile(QFileDialog::AcceptMode mode);
    void editExclusions(const std::vector<std::string>& patterns);
    void chooseMissingFile();
    void chooseMissingFolder();
    void renameTag(const QString& name);
    void askToRemoveTag(const QString& name);
    void askToRemoveExcluded(std::int64_t photos);
    /// What can be undone is named, and has its key where the workspace has nothing to undo itself.
    void showUndo();
    void tellEnd(const IndexSummary& summary);
    void inspectCurrent();
    void findSimilar();
    void nameQuery();
    /// Of the current workspace, or the photo of the viewer.
    std::vector<PhotoId> selectedPhotos();
    /// What is selected; in Similar, the query before it.
    std::vector<ComparePresenter::Compared> photosToCompare();
    void compareSelected();
    void addToQuery(void (SimilarPresenter::*add)(PhotoId));
    void zoom(int pixels);
    void chooseLibrary(const QString& title, QFileDialog::AcceptMode mode,
                       const std::function<void(const std::filesystem::path&)>& chosen);
    void ask(
        const QString& question, const QString& consequence, const QString& yes,
        const std::function<void()>& agreed, const std::function<void()>& declined = [] {});
    void askToRestore(const std::filesystem::path& backup);
    void askToRemoveFolder(const std::filesystem::path& folder);
    void askToRemoveMissing();
    void chooseFolder();
    void choosePhoto();
    void openSettings();
    void openTraining();
    void openCase();
    void chooseReport();
    void openShortcuts();
    void openHelp();
    void openAbout();

    Parts parts_;
    Actions* actions_;
    ThumbnailLoader thumbnails_;
    PreviewLoader previews_;
    RecentQueries recent_;
    PhotosPresenter photos_;
    SimilarPresenter similar_;
    SavedQueryBook saved_;
    VerdictBook verdicts_;
    CaseKeeper case_;
    DuplicatesPresenter duplicates_;
    ComparePresenter compare_;
    LibraryKeeper keeper_;
    TagBook tags_;
    MarkBook marks_;
    RemarkHistory history_;
    FolderWatch watch_;
    SessionCodebooks codebooks_;
    SessionPacks packs_;
    TrainingPresenter training_;
    IndexingPace pace_;
    QualityPresenter quality_;
    std::vector<Workspace*> workspaces_; // by tab
    std::size_t current_ = 0;
    std::size_t similarTab_ = 0;
    std::size_t compareTab_ = 0;
    QMenu* ratingMenu_;
    QMenu* labelMenu_;
    HeaderBar* header_;
    Notice* notice_;
    QSplitter* splitter_;
    Sidebar* sidebar_;
    QStackedWidget* pages_;
    FirstRunView* firstRun_;
    ProblemsView* problems_;
    PhotoViewer* viewer_;
    Inspector* inspector_;
    StatusBar* status_;
    ShortcutBook* shortcuts_ = nullptr; // there are actions only after all else
};

} // namespace likeness::ui
