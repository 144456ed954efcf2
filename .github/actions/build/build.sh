#!/usr/bin/env bash
# Builds SOURCES into OUTPUT with OPTIONS, builds them again to compare, and tells of it in the job's summary.
# PYTHON is the interpreter that Diptych was put into.
set -euo pipefail

told="$(mktemp)"

# Homebrew's libraries are not where every Python looks.
if [ "$RUNNER_OS" = macOS ]; then
    DYLD_FALLBACK_LIBRARY_PATH="$(brew --prefix)/lib"
    export DYLD_FALLBACK_LIBRARY_PATH
fi

make_docs() {
    # -P: a file of the course's that is called as a module is not taken for it.
    "$PYTHON" -P -m make_docs "$@" 2>&1 | tee -a "$told"
}

# Indented, so that nothing in a message is taken for Markdown.
summarise() {
    printf '### %s\n\n' "$1"
    head -c 500000 "$told" | sed 's/^/    /'
    if [ -f "$OUTPUT/SHA256SUMS" ]; then
        printf '\nDigests (SHA-256):\n\n'
        head -c 500000 "$OUTPUT/SHA256SUMS" | sed 's/^/    /'
    fi
} >> "$GITHUB_STEP_SUMMARY"

finish() {
    status=$?
    echo "::$pause::"
    echo "::remove-matcher owner=diptych::"
    if [ "$status" = 0 ]; then summarise "Built, proved and verified"; else summarise "Not built"; fi
    rm -f "$told"
}

# Mistakes show at their lines in pull requests. What the sources say is no command to the runner.
pause="$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')"
echo "::add-matcher::$GITHUB_ACTION_PATH/problems.json"
echo "::stop-commands::$pause"
trap finish EXIT

set -f
# shellcheck disable=SC2086 # options are words
set -- build $OPTIONS --output "$OUTPUT" --
set +f
while IFS= read -r source; do
    if [ -n "$source" ]; then set -- "$@" "$source"; fi
done <<< "$SOURCES"

make_docs "$@"
make_docs verify -- "$OUTPUT"
echo "folder=$OUTPUT" >> "$GITHUB_OUTPUT"
