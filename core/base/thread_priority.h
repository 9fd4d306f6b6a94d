// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace likeness {

/// Makes the calling thread give way to all others, of this program and of others, that have something to do.
/// It can't be taken back.
void giveWayToOthers();

} // namespace likeness
