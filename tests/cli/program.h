// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

#include <filesystem>

namespace likeness::testing {

/// What a run of the program left.
struct Finished {
    int exitCode = -1; // -1: it crashed or didn't start
    QByteArray out;
    QByteArray err;

    /// An empty object where the output is not one JSON object.
    QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
};

/// Long: on a machine that is busy with other work a photo takes seconds.
inline constexpr int patienceMs = 600'000;

inline Finished finish(QProcess& process) {
    const bool ended = process.waitForFinished(patienceMs) && process.exitStatus() == QProcess::NormalExit;
    return {ended ? process.exitCode() : -1, process.readAllStandardOutput(), process.readAllStandardError()};
}

/// Runs likeness-cli as a script would: with pipes, and without anything to read.
inline Finished runProgram(const QStringList& arguments) {
    QProcess process;
    process.start(QStringLiteral(LIKENESS_CLI), arguments);
    return finish(process);
}

/// The same through the shell, where $0 is the program and $1, $2, … are the arguments.
inline Finished runScript(const QString& script, const QStringList& arguments) {
    QProcess process;
    process.start(QStringLiteral("/bin/sh"),
                  QStringList{QStringLiteral("-c"), script, QStringLiteral(LIKENESS_CLI)} + arguments);
    return finish(process);
}

/// A folder of its own with a library file in it that isn't there yet.
class Workplace {
public:
    Workplace() = default;
    Workplace(const Workplace&) = delete;
    Workplace& operator=(const Workplace&) = delete;
    Workplace(Workplace&&) = delete;
    Workplace& operator=(Workplace&&) = delete;
    /// QTemporaryDir can't remove names that are not UTF-8.
    ~Workplace() {
        std::error_code ignored;
        std::filesystem::remove_all(file("photos"), ignored);
    }

    QString path(const char* name) const { return folder_.filePath(QString::fromUtf8(name)); }
    std::filesystem::path file(const char* name) const { return path(name).toStdString(); }
    QString library() const { return path("test.likeness"); }

    /// Runs the program with this library.
    Finished run(const QStringList& arguments) const {
        return runProgram(QStringList{QStringLiteral("--library"), library()} + arguments);
    }

private:
    QTemporaryDir folder_;
};

/// "a b c" as three arguments.
inline QStringList words(const char* text) {
    return QString::fromUtf8(text).split(QLatin1Char(' '));
}

} // namespace likeness::testing
