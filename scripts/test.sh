#!/bin/sh
# Runs the tests. Words given are passed on to pytest, such as -k table or -m "not slow".
set -eu
cd "$(dirname "$0")/.."
sh scripts/prepare.sh test,lint
exec .venv/bin/python -m pytest -n auto --dist loadfile "$@"
