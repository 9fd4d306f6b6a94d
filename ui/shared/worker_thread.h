// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QThread>

#include <utility>

namespace likeness::ui {

/// A thread that runs what is posted to it, in order. Destruction waits for the task in hand and drops the
/// rest.
class WorkerThread {
public:
    explicit WorkerThread(const QString& name);
    ~WorkerThread();
    WorkerThread(const WorkerThread&) = delete;
    WorkerThread& operator=(const WorkerThread&) = delete;
    WorkerThread(WorkerThread&&) = delete;
    WorkerThread& operator=(WorkerThread&&) = delete;

    /// Waits for all that has been posted. Nothing may be posted afterwards.
    void finish();

    template <typename Task>
    void post(Task&& task) {
        QMetaObject::invokeMethod(&context_, std::forward<Task>(task), Qt::QueuedConnection);
    }

private:
    QThread thread_;
    QObject context_;
};

} // namespace likeness::ui
