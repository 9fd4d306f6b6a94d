// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/worker_thread.h"

namespace likeness::ui {

WorkerThread::WorkerThread(const QString& name) {
    thread_.setObjectName(name);
    context_.moveToThread(&thread_);
    thread_.start();
}

void WorkerThread::finish() {
    post([this] { thread_.quit(); });
    thread_.wait();
}

WorkerThread::~WorkerThread() {
    thread_.quit();
    thread_.wait();
}

} // namespace likeness::ui
