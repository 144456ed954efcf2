"""The command line: its verbs and options."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn, TypeVar

from diptych.material.scalars import parse_pages
from diptych.starting.answers import parsed_language, parsed_minutes

Value = TypeVar("Value")
VERBS = ("build", "check", "new", "schema", "layouts", "report", "verify", "doctor", "watch", "preview")
_SETS = (
    ("paper", "the paper: a4, letter, a5, a5-booklet, letter-booklet"),
    ("size", "the type: standard, clear, large-print"),
    ("spacing", "of letters, words and lines: standard, dyslexia"),
    ("margins", "standard, bound (on both sides), punched, notes"),
    ("ink", "colour, grey, saving"),
)


class MisusedError(SystemExit):
    """A command line that makes no sense; it was told on standard error, and ends the program with 2."""

    def __init__(self, message: str) -> None:
        super().__init__(2)
        self.message = message


def parse_arguments(argv: Sequence[str] | None, version: str) -> argparse.Namespace:
    """The verb and its options; a command line that names no verb means `build`.

    Raises MisusedError where the words make no sense.
    """
    words = list(sys.argv[1:] if argv is None else argv)
    if not any(word in VERBS or word in {"-h", "--help", "--version"} for word in words[:1]):
        words.insert(0, "build")
    return _parser(version).parse_args(words)


class _Parser(argparse.ArgumentParser):
    """Tells what makes no sense as argparse does, and keeps it for those who tell it otherwise."""

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self._print_message(f"{self.prog}: error: {message}\n", sys.stderr)
        raise MisusedError(message)


def _parser(version: str) -> argparse.ArgumentParser:
    parser = _Parser(
        prog="make_docs.py",
        description="Build a printed handout (PDF) and a lecture deck (PPTX) from one YAML summary.",
        epilog="Without a verb, everything in sources/ is built into build/.",
    )
    parser.add_argument("--version", action="version", version=f"diptych {version}")
    parser.set_defaults(quiet=False, verbose=False, strict=False, format="text")
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True)
    _add_build(verbs.add_parser("build", help="build handouts and decks (the default)"))
    check = verbs.add_parser("check", help="tell what is wrong, write nothing")
    _add_reading(check)
    _add_telling(check)
    report = verbs.add_parser("report", help="tell where each text of the sources stands in the works")
    _add_reading(report)
    report.add_argument("--format", choices=("text", "json", "html"), default="text", help="the table's form")
    _add_verify(verbs.add_parser("verify", help="build again and compare with the files there"))
    _add_new(verbs.add_parser("new", help="write a source to start from into sources/NAME/"))
    schema = verbs.add_parser("schema", help="print the JSON Schema of a source")
    schema.add_argument("--markdown", action="store_true", help="print the vocabulary as a page to read")
    _add_build(verbs.add_parser("watch", help="build again whenever something is saved"))
    _add_preview(verbs.add_parser("preview", help="show handout and slides in the browser as you write"))
    doctor = verbs.add_parser("doctor", help="look whether this machine has all that is needed")
    doctor.add_argument("-o", "--output", type=Path, default=Path("build"), metavar="FOLDER")
    _add_layouts(verbs.add_parser("layouts", help="tell which slide layouts of a template serve for what"))
    return parser


def _add_build(parser: argparse.ArgumentParser) -> None:
    _add_reading(parser)
    _add_telling(parser)
    parser.add_argument(
        "-o", "--output", type=Path, default=Path("build"), metavar="FOLDER", help="where the files go"
    )
    parser.add_argument("--only", choices=("handout", "deck"), help="build one panel only")
    parser.add_argument("--open", action="store_true", help="open the files when they are built")
    _add_editions(parser.add_argument_group("editions of the handout, in place of those the source names"))
    _add_further(parser.add_argument_group("further files"))


def _add_preview(parser: argparse.ArgumentParser) -> None:
    _add_paths(parser)
    _add_volume(parser)
    port = "where the page is (default: any that is free)"
    parser.add_argument("--port", type=int, default=0, metavar="N", help=port)
    editor = "what links to the source open"
    parser.add_argument(
        "--editor", choices=("vscode", "vscodium", "idea", "none"), default="vscode", help=editor
    )
    parser.add_argument("--no-open", action="store_true", help="do not open the browser")


def _add_new(parser: argparse.ArgumentParser) -> None:
    name = "the folder's name, such as water-cycle; made from the title where it is left out"
    parser.add_argument("name", nargs="?", default="", metavar="NAME", help=name)
    parser.add_argument("--title", default="", help="what is not said here is asked for on a terminal")
    parser.add_argument(
        "--lang", type=_of(parsed_language), default="", metavar="TAG", help="en, en-GB, de …"
    )
    parser.add_argument("--level", default="", help="for which year or level")
    minutes = "how long the lesson takes"
    parser.add_argument("--minutes", type=_of(parsed_minutes), default=0, metavar="N", help=minutes)
    begun = "start from a Markdown or plain-text document, or from a presentation (.pptx)"
    parser.add_argument("--from", dest="begun", type=Path, metavar="FILE", help=begun)
    parser.add_argument("--yes", action="store_true", help="ask nothing")


def _of(parse: Callable[[str], Value]) -> Callable[[str], Value]:
    """What argparse calls to read a value: it tells the message where that is none."""

    def parsed(text: str) -> Value:
        try:
            return parse(text)
        except ValueError as error:
            raise argparse.ArgumentTypeError(str(error)) from None

    return parsed


def _add_verify(parser: argparse.ArgumentParser) -> None:
    folder = "the folder that was built into (default: build)"
    parser.add_argument("folder", nargs="?", type=Path, default=Path("build"), metavar="FOLDER", help=folder)
    found = "where its sources are, if they are not where they were"
    parser.add_argument("sources", nargs="*", type=Path, metavar="SOURCE", help=found)
    _add_volume(parser)


def _add_editions(group: argparse._ArgumentGroup) -> None:
    group.add_argument(
        "--edition",
        type=_editions,
        default=(),
        metavar="WORD[,WORD]",
        help="for whom: student, teacher (answers in place, and a guide), answers (the key alone)",
    )
    group.add_argument(
        "--notes",
        choices=("outline", "prose", "cloze", "cornell", "organiser"),
        default="",
        help="the form: as written, gaps filled in, gaps with word banks, Cornell pages, all facts on a page",
    )
    for name, help_text in _SETS:
        group.add_argument(f"--{name}", default="", metavar="NAME", help=help_text)
    group.add_argument("--fit", type=_pages, default=0, metavar="PAGES", help="on so many pages at most")
    group.add_argument("--fillable", action="store_true", help="make fields of the room to write")
    group.add_argument("--archive", action="store_true", help="PDF/A-3a as well, to keep for good")


def _add_further(group: argparse._ArgumentGroup) -> None:
    group.add_argument("--flashcards", action="store_true", help="cards of terms and facts to cut out")
    group.add_argument("--exit-slips", action="store_true", help="short slips of questions, two a page")
    group.add_argument(
        "--printed-deck",
        choices=("notes", "three", "six"),
        default="",
        help="the slides on paper: one a page with its notes, or so many with lines to write on",
    )
    group.add_argument(
        "--questions", choices=("gift", "qti"), default="", help="the questions for a learning platform"
    )


def _editions(text: str) -> tuple[str, ...]:
    words = tuple(dict.fromkeys(word.strip() for word in text.split(",")))
    if unknown := [word for word in words if word not in {"student", "teacher", "answers"}]:
        raise argparse.ArgumentTypeError(f"there is no edition `{unknown[0]}`; write student,teacher,answers")
    return words


def _pages(text: str) -> int:
    try:
        return parse_pages(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"`{text}` is no number of pages; write 2") from None


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
    _add_paths(parser)
    _add_layout(parser)
    _add_deck(parser)
    _add_volume(parser)


def _add_paths(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths",
        nargs="*",
        type=Path,
        default=[Path("sources")],
        metavar="SOURCE",
        help="YAML files, or folders of sources (default: sources)",
    )


def _add_telling(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--format",
        choices=("text", "json", "github", "sarif", "junit"),
        default="text",
        help="how findings are told: as text, or as one document for a program, on standard output",
    )
    parser.add_argument("--strict", action="store_true", help="take warnings for errors")


def _add_volume(parser: argparse.ArgumentParser) -> None:
    volume = parser.add_mutually_exclusive_group()
    volume.add_argument("-q", "--quiet", action="store_true", help="tell errors only")
    volume.add_argument(
        "-v", "--verbose", action="store_true", help="tell every stage, and the trace of a bug"
    )
