// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/photo_overlay.h"

#include "core/search/search_result.h"

#include <vector>

namespace likeness::ui {

/// Shows on a large photo where it matches the query.
class MatchOverlay : public PhotoOverlay {
    Q_OBJECT

public:
    explicit MatchOverlay(PhotoView& view);
    void setMatches(std::vector<MatchedPlace> matches);
    const std::vector<MatchedPlace>& matches() const { return matches_; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<MatchedPlace> matches_;
};

} // namespace likeness::ui
