// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/gallery/camera.h"

#include <filesystem>

/// What the gallery does in the window before it takes a picture. Views are left as they were found.
namespace likeness::ui {

void photos(Camera& camera, Stage& stage);
void similar(Camera& camera, Stage& stage);
void similarAlone(Camera& camera, Stage& stage);
void methodMenu(Camera& camera, Stage& stage);
/// Caught while it runs, then with what came of it.
void training(Camera& camera, Stage& stage);
void regionPartAndFused(Camera& camera, Stage& stage, const std::filesystem::path& scene);
void settings(Camera& camera, Stage& stage);
void inFullSwing(Camera& camera, Stage& stage);
/// Caught while it runs, then finished.
void quality(Camera& camera, Stage& stage);
void caseWork(Camera& camera, Stage& stage);
void help(Camera& camera, Stage& stage);
void compare(Camera& camera, Stage& stage);
void problems(Camera& camera, Stage& stage);
void duplicates(Camera& camera, Stage& stage);

} // namespace likeness::ui
