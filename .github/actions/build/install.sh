#!/usr/bin/env bash
# Puts Diptych, from the checkout that this file is in, and all that it needs into an environment of its own.
# PYTHON is the interpreter to take. On Windows, Pango comes with the requirements.
set -euo pipefail

action="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
place="$RUNNER_TEMP/diptych"

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

apt_install() {
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

case "$RUNNER_OS" in
    Linux)
        as_root apt-get update -qq
        apt_install libpango-1.0-0 libpangoft2-1.0-0
        # Without it fonts are cut down twelve times slower; not every release has the package.
        apt_install libharfbuzz-subset0 || true
        ;;
    macOS) brew install --quiet pango ;;
esac

"$PYTHON" -m venv "$place"
installed="$place/bin/python"
if [ "$RUNNER_OS" = Windows ]; then installed="$place/Scripts/python.exe"; fi
"$installed" -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: \
    --requirement "$action/requirements.txt"
"$installed" -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation \
    "$action/../../.."
echo "python=$installed" >> "$GITHUB_OUTPUT"
