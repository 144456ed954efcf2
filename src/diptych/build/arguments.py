"""The command line: its verbs and options."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

VERBS = ("build", "check", "new", "schema", "layouts")


def parse_arguments(argv: Sequence[str] | None, version: str) -> argparse.Namespace:
    """The verb and its options; a command line that names no verb means `build`.

    Exits with 2, as argparse does, where the words make no sense.
    """
    words = list(sys.argv[1:] if argv is None else argv)
    if not any(word in VERBS or word in {"-h", "--help", "--version"} for word in words[:1]):
        words.insert(0, "build")
    return _parser(version).parse_args(words)


def _parser(version: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="make_docs.py",
        description="Build a printed handout (PDF) and a lecture deck (PPTX) from one YAML summary.",
        epilog="Without a verb, everything in sources/ is built into build/.",
    )
    parser.add_argument("--version", action="version", version=f"diptych {version}")
    parser.set_defaults(quiet=False, verbose=False, printed_deck="", ink="colour", questions="")
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True)
    _add_build(verbs.add_parser("build", help="build handouts and decks (the default)"))
    _add_reading(verbs.add_parser("check", help="tell what is wrong, write nothing"))
    starter = verbs.add_parser("new", help="write a source to start from into sources/NAME/")
    starter.add_argument("name", metavar="NAME", help="the folder's name, such as water-cycle")
    schema = verbs.add_parser("schema", help="print the JSON Schema of a source")
    schema.add_argument("--markdown", action="store_true", help="print the vocabulary as a page to read")
    _add_layouts(verbs.add_parser("layouts", help="tell which slide layouts of a template serve for what"))
    return parser


def _add_build(parser: argparse.ArgumentParser) -> None:
    _add_reading(parser)
    parser.add_argument(
        "-o", "--output", type=Path, default=Path("build"), metavar="FOLDER", help="where the files go"
    )
    parser.add_argument("--only", choices=("handout", "deck"), help="build one panel only")
    parser.add_argument("--open", action="store_true", help="open the files when they are built")
    parser.add_argument(
        "--printed-deck",
        choices=("notes", "three", "six"),
        default="",
        help="print the slides too: one a page with its notes, or so many with lines to write on",
    )
    parser.add_argument(
        "--questions", choices=("gift",), default="", help="write the questions for Moodle too, with answers"
    )
    parser.add_argument(
        "--ink", choices=("colour", "grey"), default="colour", help="the colours of the printed slides"
    )


def _add_layouts(parser: argparse.ArgumentParser) -> None:
    _add_layout(parser)
    _add_deck(parser)
    parser.add_argument("-q", "--quiet", action="store_true", help=argparse.SUPPRESS)


def _add_layout(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--layout", default="", metavar="NAME", help="the layout, from layouts/ or those shipped"
    )


def _add_deck(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--template",
        type=Path,
        metavar="FILE",
        help="the presentation (PPTX, POTX) whose design to use",
    )
    parser.add_argument("--aspect", choices=("16:9", "4:3"), default="", help="the shape of the slides")
    parser.add_argument("--scheme", choices=("light", "dark"), default="", help="light or dark slides")


def _add_reading(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths",
        nargs="*",
        type=Path,
        default=[Path("sources")],
        metavar="SOURCE",
        help="YAML files, or folders of sources (default: sources)",
    )
    _add_layout(parser)
    _add_deck(parser)
    volume = parser.add_mutually_exclusive_group()
    volume.add_argument("-q", "--quiet", action="store_true", help="tell errors only")
    volume.add_argument(
        "-v", "--verbose", action="store_true", help="tell every stage, and the trace of a bug"
    )
