#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# ./run.sh [FOLDER]: installs what is missing, builds Likeness and starts its window on FOLDER, or on the sample
# collection. Without a display it shows the command line doing the same job instead.
set -euo pipefail
given=${1:-}
[ -z "$given" ] || given=$(realpath -- "$given")
cd "$(dirname "$(realpath "$0")")"
. installer/packages.sh

if [ -n "$given" ] && [ ! -d "$given" ]; then
    echo "$given is not a folder. Usage: ./run.sh [FOLDER]" >&2
    exit 2
fi
need_packages build run

echo "Building (the first time takes a few minutes)…"
cmake --preset release >build-release.log 2>&1 || { cat build-release.log; exit 1; }
cmake --build --preset release
rm -f build-release.log
programs=build/release/bin

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    if [ -n "$given" ]; then
        exec "$programs/likeness" "$given"
    fi
    exec "$programs/likeness" --library build/release/samples.likeness resources/samples
fi

echo
echo "There is no display here, so the window can't open. The command line does the same job:"
photos=${given:-resources/samples}
library=build/release/samples.likeness
[ -z "$given" ] || library=build/release/folder.likeness
show() { echo; echo "\$ likeness-cli $*"; "$programs/likeness-cli" "$@"; }
first_photo() { find "$photos" -type f \( -iname '*.jpg' -o -iname '*.jpeg' -o -iname '*.png' \) | sort | sed -n 1p; }
show --library "$library" index "$photos"
show --library "$library" status
query=$(first_photo)
if [ -n "$query" ]; then
    show --library "$library" query "$query" --top 10
fi
