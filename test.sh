#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# ./test.sh [ctest arguments]: installs what is missing, builds with warnings as errors, runs all tests.
set -euo pipefail
cd "$(dirname "$(realpath "$0")")"
. installer/packages.sh

need_packages build run test
cmake --preset dev
cmake --build --preset dev
exec ctest --preset dev "$@"
