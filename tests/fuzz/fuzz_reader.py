"""A coverage-guided fuzzer of the reader, the inline markup and drawings.

`python -m tests.fuzz.fuzz_reader -max_total_time=600 tests/cases/hostile` runs it, after
`pip install diptych[fuzz]`.
What it finds is written beside it as `crash-…`: keep it as a small case in `tests/cases/hostile/`.
"""

from __future__ import annotations

import sys

import atheris

with atheris.instrument_imports(include=["diptych.material", "markdown_it"]):
    from tests.fuzz.readings import read_bytes


def main() -> None:
    """Feed the reader until it breaks or the time is over."""
    atheris.Setup(sys.argv, read_bytes)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
