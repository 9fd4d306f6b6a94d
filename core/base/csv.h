// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace likeness {

/// A field as a table has it: quoted where it has to be.
std::string csvField(const std::string& field);

/// One line of a table (RFC 4180), with its line end; fields are quoted where they have to be.
std::string csvLine(const std::vector<std::string>& fields);

/// The rows of a table (RFC 4180), whose quoted fields may hold line breaks; empty lines are left out.
std::vector<std::vector<std::string>> csvRows(const std::string& text);

} // namespace likeness
