#!/bin/sh
# Prepares .venv with Diptych and its dependencies, and Pango where it can. Safe to run again.
# Usage: sh scripts/prepare.sh [extra,extra]
set -eu
cd "$(dirname "$0")/.."
extras="${1:-}"
python="${PYTHON:-python3}"

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; elif command -v sudo >/dev/null 2>&1; then sudo "$@"; else return 1; fi
}

apt_install() {
    command -v apt-get >/dev/null 2>&1 || return 1
    as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq || return 1
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

has_libraries() {
    "$python" -c 'import ctypes, sys; [ctypes.CDLL(name) for name in sys.argv[1:]]' "$@" 2>/dev/null
}

if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    echo "Diptych needs Python 3.11 or newer; $python is not. Set PYTHON=/path/to/python3.11" >&2
    exit 1
fi

# WeasyPrint draws text with Pango. It comes from the system; no Python package brings it on Linux.
if [ "$(uname -s)" = Linux ]; then
    if ! has_libraries libpango-1.0.so.0 libpangoft2-1.0.so.0; then
        if ! apt_install libpango-1.0-0 libpangoft2-1.0-0; then
            echo "Install Pango with your system's packages, then run this again:" >&2
            echo "  Debian, Ubuntu: apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0" >&2
            echo "  Fedora: dnf install pango    Arch: pacman -S pango    Alpine: apk add pango" >&2
            exit 1
        fi
    fi
    # Without it fonts are cut down twelve times slower; not every release has the package.
    has_libraries libharfbuzz-subset.so.0 || apt_install libharfbuzz-subset0 2>/dev/null || true
fi

if ! [ -x .venv/bin/python ] || ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
    rm -rf .venv
    "$python" -m venv .venv >/dev/null 2>&1 || {
        # Debian and Ubuntu keep the venv module in a package of its own.
        version="$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')"
        rm -rf .venv
        apt_install "python$version-venv" || apt_install python3-venv || {
            echo "Install Python's venv module (Debian, Ubuntu: apt install python3-venv)" >&2
            exit 1
        }
        "$python" -m venv .venv
    }
fi

# Nothing is installed again while what to install stays the same.
if ! cmp -s pyproject.toml .venv/installed.toml || ! grep -qsx "$extras" .venv/installed.extras; then
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --editable ".${extras:+[$extras]}"
    cp pyproject.toml .venv/installed.toml
    printf '%s\n' "" "$extras" > .venv/installed.extras
fi
