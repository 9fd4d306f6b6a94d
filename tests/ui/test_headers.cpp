// SPDX-License-Identifier: GPL-3.0-or-later
// Holds nothing but the precompiled headers that the tests of the window share.
