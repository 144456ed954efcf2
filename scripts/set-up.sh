#!/bin/sh
# Sets Diptych up and builds everything in sources/ into build/.
set -eu
cd "$(dirname "$0")/.."
if ! [ -x .venv/bin/python ]; then echo "Setting up; this takes a minute …" >&2; fi
sh scripts/prepare.sh
exec .venv/bin/python make_docs.py "$@"
