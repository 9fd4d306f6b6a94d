// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/about_dialog.h"

#include "core/features/model_pack.h"
#include "core/library/library_versions.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QHash>
#include <QPushButton>
#include <QScreen>
#include <QSysInfo>
#include <QThread>
#include <QVBoxLayout>

namespace likeness::ui {
namespace {

struct Component {
    const char* name;
    const char* licence; // SPDX
};

constexpr Component components[] = {{"Qt 6", "LGPL-3.0-only"},
                                    {"Qt Charts", "GPL-3.0-only"},
                                    {"OpenCV", "Apache-2.0"},
                                    {"oneDNN", "Apache-2.0"},
                                    {"libvips", "LGPL-2.1-or-later"},
                                    {"Exiv2", "GPL-2.0-or-later"},
                                    {"SQLite", "blessing"},
                                    {"SQLiteCpp", "MIT"},
                                    {"Eigen", "MPL-2.0"},
                                    {"xxHash", "BSD-2-Clause"},
                                    {"JSON for Modern C++", "MIT"},
                                    {"yaml-cpp", "MIT"},
                                    {"pugixml", "MIT"},
                                    {"CLI11", "BSD-3-Clause"}};

QString utf8(const std::string& text) {
    return QString::fromStdString(text);
}

} // namespace

QString diagnostics(const LibrarySession& session) {
    const LibrarySnapshot& library = *session.snapshot();
    QStringList lines{QStringLiteral("Likeness %1").arg(QCoreApplication::applicationVersion()),
                      QStringLiteral("%1, %2").arg(QSysInfo::prettyProductName(), QSysInfo::kernelVersion()),
                      QStringLiteral("%1, %2 threads")
                          .arg(QSysInfo::currentCpuArchitecture())
                          .arg(QThread::idealThreadCount()),
                      QStringLiteral("Qt %1, %2, scale %3")
                          .arg(QLatin1String(qVersion()), QGuiApplication::platformName())
                          .arg(qApp->devicePixelRatio()),
                      QStringLiteral("engine %1")
                          .arg(QString::fromUtf8(engineName(session.engine()).data(),
                                                 std::ssize(engineName(session.engine()))))};
    for (const auto& [name, version] : libraryVersions())
        lines.append(QStringLiteral("%1 %2").arg(utf8(name), utf8(version)));
    if (const auto recipe = session.recipe())
        lines.append(
            QStringLiteral("pack %1, %2").arg(utf8(recipe->pack().name), utf8(recipe->fingerprint())));
    lines.append(QStringLiteral("%1 photos, %2 indexed, %3 missing, %4 problems, %5 folders")
                     .arg(library.photos().size())
                     .arg(library.indexedCount())
                     .arg(library.missingCount())
                     .arg(library.problems().size())
                     .arg(library.folders().size()));
    return lines.join(QLatin1Char('\n'));
}

AboutDialog::AboutDialog(const LibrarySession& session, QWidget* parent)
    : QDialog(parent), text_(new QTextBrowser(this)) {
    setObjectName(QStringLiteral("aboutDialog"));
    setWindowTitle(tr("About Likeness"));
    text_->setObjectName(QStringLiteral("aboutText"));
    text_->setFrameShape(QFrame::NoFrame);
    text_->setOpenExternalLinks(true);
    text_->setHtml(text());
    text_->document()->setDocumentMargin(12);
    auto* copy = new QPushButton(tr("Copy diagnostics"), this);
    auto* close = new QPushButton(tr("Close"), this);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(copy);
    buttons->addWidget(close);
    copy->setObjectName(QStringLiteral("copyDiagnostics"));
    copy->setToolTip(tr("Versions, machine, engine and counts; no names of photos or folders"));
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(8);
    layout->addWidget(text_, 1);
    layout->addLayout(buttons);
    resize(560, 520);
    connect(copy, &QPushButton::clicked, this,
            [&session] { QGuiApplication::clipboard()->setText(diagnostics(session)); });
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
}

QString AboutDialog::text() {
    QString html =
        QStringLiteral("<h2>Likeness %1</h2><p>%2</p><p>%3</p><h3>%4</h3><ul>")
            .arg(QCoreApplication::applicationVersion().toHtmlEscaped(),
                 tr("Finds photos that are alike: as a whole, in a region, or in a part."),
                 tr("Free software under the GNU General Public License, version 3 or later."), tr("Models"));
    for (const ModelPack& pack : installedModelPacks())
        html += QStringLiteral("<li><b>%1</b> (%2): %3</li>")
                    .arg(utf8(pack.title).toHtmlEscaped(), utf8(pack.licence).toHtmlEscaped(),
                         utf8(pack.attribution).toHtmlEscaped());
    html += QStringLiteral("</ul><h3>%1</h3><ul>").arg(tr("Libraries that it stands on"));
    QHash<QString, QString> versions{{QStringLiteral("Qt 6"), QLatin1String(qVersion())}};
    for (const auto& [name, version] : libraryVersions())
        versions.insert(utf8(name), utf8(version));
    for (const Component& component : components) {
        const QString name = QLatin1String(component.name);
        html += QStringLiteral("<li>%1 %2 (%3)</li>")
                    .arg(name, versions.value(name), QLatin1String(component.licence));
    }
    return html + QStringLiteral("</ul>");
}

} // namespace likeness::ui
