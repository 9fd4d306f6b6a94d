# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by run.sh, test.sh and .ci/run, from the root of the project.

# packages_in SECTION...: the packages of these sections of installer/packages.txt, one a line.
packages_in() {
    local section
    for section in "$@"; do
        sed -n "/^\[$section\]/,/^\[/{/^[a-z0-9]/p}" installer/packages.txt
    done
}

# need_packages SECTION...: installs what is missing on Debian and its kin; elsewhere lists it.
need_packages() {
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        packages_missing_elsewhere "$@"
        return
    fi
    local package missing=()
    for package in $(packages_in "$@"); do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] && return
    echo "Installing ${#missing[@]} packages: ${missing[*]}"
    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null; then
            echo "Neither root nor sudo here. As root, run: apt-get install ${missing[*]}" >&2
            exit 1
        fi
        as_root=(sudo)
    fi
    "${as_root[@]}" apt-get update -qq
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get -o DPkg::Lock::Timeout=300 install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

# Where there is no apt: the build goes on, and CMake names what it can't find.
packages_missing_elsewhere() {
    echo "This is no Debian: please install what these Debian packages hold, by your system's names:"
    packages_in "$@" | paste -sd' ' | fold -sw 100
    command -v cmake >/dev/null && command -v ninja >/dev/null && return
    echo "cmake and ninja are missing, so nothing can be built yet." >&2
    exit 1
}
