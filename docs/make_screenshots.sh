#!/usr/bin/env bash
# Makes docs/screenshots anew: the real window over the sample photos, light and dark, in both languages.
# Usage: docs/make_screenshots.sh [BUILD_FOLDER [OUT_FOLDER [WIDTHxHEIGHT]]]
set -euo pipefail
cd "$(dirname "$0")/.."
build=${1:-build/dev}
out=${2:-docs/screenshots}
size=${3:-1280x800}
cmake --build "$build" --target likeness-gallery
settings=$(mktemp -d)
trap 'rm -rf "$settings"' EXIT
export XDG_CONFIG_HOME=$settings XDG_DATA_HOME=$settings XDG_CACHE_HOME=$settings LC_ALL=C.UTF-8
gallery=$(find "$build" -name likeness-gallery -type f | head -1)
xvfb-run -a -s "-screen 0 1920x1200x24 -dpi 96" "$gallery" "$out" --size "$size"
ls -l "$out"
