// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/features/model_pack.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTemporaryDir>
#include <filesystem>
#include <string>
#include <unistd.h>
#include <vector>

namespace likeness::test {

/// Who the helper runs as.
enum class User { Same, Unprivileged };

/// Runs library_helper, which lies beside the test program.
class HelperProcess {
public:
    HelperProcess() {
        process_.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        environment_ = QProcessEnvironment::systemEnvironment();
    }

    void setVariable(const char* name, const std::string& value) {
        environment_.insert(QString::fromLatin1(name), QString::fromStdString(value));
    }

    bool start(const std::vector<std::string>& words, User user = User::Same) {
        QStringList arguments;
        for (const std::string& word : words)
            arguments << QString::fromLocal8Bit(word.data(), static_cast<qsizetype>(word.size()));
        QString program = QCoreApplication::applicationDirPath() + QStringLiteral("/library_helper");
        if (user == User::Unprivileged)
            giveUpRights(program, arguments);
        process_.setProcessEnvironment(environment_);
        process_.start(program, arguments);
        return process_.waitForStarted();
    }

    /// The next line that it says, empty at its end.
    std::string nextLine() {
        while (!process_.canReadLine())
            if (!process_.waitForReadyRead())
                break;
        return process_.readLine().trimmed().toStdString();
    }

    /// Waits for the end, and gives all lines not yet read.
    std::vector<std::string> finish() {
        process_.closeWriteChannel();
        process_.waitForFinished(120'000);
        std::vector<std::string> lines;
        for (const QByteArray& line : process_.readAllStandardOutput().split('\n'))
            if (!line.isEmpty())
                lines.push_back(line.toStdString());
        return lines;
    }

    std::vector<std::string> run(const std::vector<std::string>& words, User user = User::Same) {
        return start(words, user) ? finish() : std::vector<std::string>{"not started"};
    }

    /// kill -9. What it said before can still be read by finish().
    void kill() {
        process_.kill();
        process_.waitForFinished();
    }

    qint64 processId() const { return process_.processId(); }

private:
    /// Root is let through everywhere, so as root the helper becomes "nobody". Program and model pack are
    /// copied to where nobody can read them.
    void giveUpRights(QString& program, QStringList& arguments) {
        if (::geteuid() != 0)
            return;
        namespace fs = std::filesystem;
        const fs::path place = place_.path().toStdString();
        fs::permissions(place, fs::perms(0755));
        const fs::path copy = place / "library_helper";
        fs::copy_file(program.toStdString(), copy, fs::copy_options::overwrite_existing);
        const auto pack = findModelPack(defaultPackName);
        fs::create_directory(place / "models");
        fs::copy(pack->networkFile.parent_path(), place / "models" / defaultPackName,
                 fs::copy_options::recursive | fs::copy_options::overwrite_existing);
        environment_.insert(QStringLiteral("LIKENESS_MODELS"),
                            QString::fromStdString((place / "models").native()));
        arguments = QStringList{QStringLiteral("--reuid"),        QStringLiteral("65534"),
                                QStringLiteral("--regid"),        QStringLiteral("65534"),
                                QStringLiteral("--clear-groups"), QString::fromStdString(copy.native())} +
                    arguments;
        program = QStringLiteral("setpriv");
    }

    QTemporaryDir place_;
    QProcess process_;
    QProcessEnvironment environment_;
};

} // namespace likeness::test
