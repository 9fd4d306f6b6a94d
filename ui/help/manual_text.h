// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextBrowser>

namespace likeness::ui {

/// A chapter of the manual; its pictures are made as wide as a page.
class ManualText : public QTextBrowser {
    Q_OBJECT

public:
    using QTextBrowser::QTextBrowser;

    /// Markdown; pictures are found from its own folder on.
    void showFile(const QString& file);

protected:
    QVariant loadResource(int type, const QUrl& name) override;

private:
    QString folder_;
};

} // namespace likeness::ui
