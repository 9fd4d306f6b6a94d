// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/translator.h"
#include "core/evaluation/experiment.h"

#include <string>
#include <vector>

namespace likeness {

// Words about experiments in the language of the reader; the context is "Report".

/// Tells the runs of an experiment apart, as short as that can be: "deep 64", with ranking, pack and level
/// where they have several.
std::string nameAmong(const std::vector<RunResult>& runs, const RunResult& run, const Translator& translate);

std::string separationText(const Separation& separation, const Translator& translate);

/// What an experiment says of itself in English; sentences that are not known here stay as they are.
std::string separationOf(const Experiment& experiment, const Translator& translate);
std::string truthOf(const Experiment& experiment, const Translator& translate);

/// Of a corruption or a family of them.
std::string corruptionText(const std::string& name, const Translator& translate);

} // namespace likeness
