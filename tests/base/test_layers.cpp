// SPDX-License-Identifier: GPL-3.0-or-later
// The architecture as a test: what a folder may include.
#include <QtTest>

#include <array>

class TestLayers : public QObject {
    Q_OBJECT

    struct Include {
        QString file;
        QString header;
    };

    static std::vector<Include> includesBelow(const QString& folder) {
        static const QRegularExpression pattern(QStringLiteral("^\\s*#\\s*include\\s*[<\"]([^>\"]+)[>\"]"),
                                                QRegularExpression::MultilineOption);
        std::vector<Include> includes;
        QDirIterator files(QStringLiteral(LIKENESS_SOURCE_DIR "/") + folder,
                           {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            [&] { QVERIFY(file.open(QIODevice::ReadOnly)); }();
            auto matches = pattern.globalMatch(QString::fromUtf8(file.readAll()));
            while (matches.hasNext())
                includes.push_back({file.fileName(), matches.next().captured(1)});
        }
        return includes;
    }

    static QByteArray described(const Include& include) {
        return (include.file + QStringLiteral(" includes ") + include.header).toUtf8();
    }

private Q_SLOTS:
    void coreReachesForNoWindow() {
        static const QRegularExpression gui(
            QStringLiteral("^(QtGui|QtWidgets|QtCharts|QtSvg|ui/|app/"
                           "|QWidget|QPixmap|QImage|QPainter|QIcon|QColor|QFont|QGui|QApplication|QChart)"));
        const auto includes = includesBelow(QStringLiteral("core"));
        QVERIFY(includes.size() > 50);
        for (const Include& include : includes)
            QVERIFY2(!gui.match(include.header).hasMatch(), described(include).constData());
    }

    void onlyTheLibraryMayUseQt() {
        static const QRegularExpression qt(QStringLiteral("^Q[A-Zt]"));
        for (const Include& include : includesBelow(QStringLiteral("core")))
            if (!include.file.contains(QStringLiteral("/core/library/")))
                QVERIFY2(!qt.match(include.header).hasMatch(), described(include).constData());
    }

    void dataFlowsOneWayThroughTheFoldersOfCore() {
        static const QStringList order{QStringLiteral("base"),       QStringLiteral("image"),
                                       QStringLiteral("features"),   QStringLiteral("hashing"),
                                       QStringLiteral("index"),      QStringLiteral("library"),
                                       QStringLiteral("search"),     QStringLiteral("duplicates"),
                                       QStringLiteral("evaluation"), QStringLiteral("casework")};
        for (qsizetype i = 0; i < order.size(); ++i)
            for (const Include& include : includesBelow(QStringLiteral("core/") + order[i])) {
                const QStringList parts = include.header.split(QLatin1Char('/'));
                if (parts.size() == 3 && parts[0] == QLatin1String("core"))
                    QVERIFY2(order.indexOf(parts[1]) <= i && order.contains(parts[1]),
                             described(include).constData());
            }
    }

    void theProgramsAndTheWindowPointDownwards() {
        for (const Include& include : includesBelow(QStringLiteral("ui")))
            QVERIFY2(!include.header.startsWith(QStringLiteral("app/")), described(include).constData());
        for (const Include& include : includesBelow(QStringLiteral("app/cli")))
            QVERIFY2(!include.header.startsWith(QStringLiteral("ui/")), described(include).constData());
    }
};

QTEST_APPLESS_MAIN(TestLayers)
#include "test_layers.moc"
