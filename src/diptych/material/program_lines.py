"""The lines of a listing: taken from a file of the source's folder, numbered, and checked."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path

from diptych.material.blocks import AnyBlock, Code
from diptych.material.findings import Finding, SourceError, source_error
from diptych.material.model import Material, Section
from diptych.material.program_languages import misspelt
from diptych.material.scalars import Lines, Verbatim
from diptych.material.source_files import FileKind, read_named

# The endings of the languages that most lessons teach.
_ENDINGS = ".py .java .js .ts .c .h .cpp .cs .rb .go .rs .sql .html .css .sh .r .hs .txt"
PROGRAM = FileKind("file", tuple(_ENDINGS.split()), 1_000_000, "choose a smaller one")


@dataclass(frozen=True)
class Programs:
    """The material with the lines that its listings take from files, and the SHA-256 of each such file."""

    material: Material
    digests: Mapping[str, str]
    findings: tuple[Finding, ...]


def with_programs(material: Material, folder: Path) -> Programs:
    """The material whose listings hold their lines, wherever they come from."""
    reader = _Reader(folder)
    sections = tuple(reader.section(one) for one in material.sections)
    return Programs(replace(material, sections=sections), reader.digests, tuple(reader.findings))


def numbered_rows(code: Code) -> tuple[tuple[int, str], ...]:
    """Every line with its number, without blank lines at both ends and spaces at the ends of lines.

    Numbers are those in the file, or count from the first that the author names, or from 1.
    """
    text = code.code if code.file else code.code.strip("\n")
    rows = [row.rstrip() for row in text.split("\n")]
    first = code.line_numbers.first
    chosen = (number for start, end in code.lines.ranges for number in range(start, end + 1))
    numbers = count(first or 1) if first or not code.lines else chosen
    numbered = list(zip(numbers, rows, strict=False))
    filled = [index for index, (_, row) in enumerate(numbered) if row]
    return tuple(numbered[filled[0] : filled[-1] + 1]) if filled else ()


def check_code(code: Code) -> Iterator[Finding]:
    """What is wrong with the keys of a listing whose lines are read."""
    if not code.code.strip() and code.file:
        return  # the file is told of where it is read
    if not code.code.strip():
        yield Finding(
            code.place,
            "this listing has no lines",
            "write them below `code: |`, indented",
            kind="listing-lines",
        )
        return
    if hint := misspelt(code.language):
        yield Finding(
            code.place,
            f"`language: {code.language}` is no language that is known",
            hint,
            kind="unknown-program-language",
        )
    if code.lines and not code.file:
        message = "`lines` chooses lines of a `file`, and this listing has none"
        yield Finding(
            code.place,
            message,
            "leave it out; `emphasise` and `line_numbers` do without a file",
            kind="key-without-effect",
        )
    else:
        yield from _check_emphasis(code)


def _check_emphasis(code: Code) -> Iterator[Finding]:
    numbers = [number for number, _ in numbered_rows(code)]
    for first, last in (ends for lines in code.emphasise for ends in lines.ranges):
        missing = [number for number in (first, last) if number not in numbers]
        if missing:
            message = f"there is no line {missing[0]} to emphasise"
            yield Finding(
                code.place,
                message,
                f"the lines of this listing are {numbers[0]} to {numbers[-1]}",
                kind="listing-lines",
            )


@dataclass
class _Reader:
    """Reads the files of listings, each once."""

    folder: Path
    texts: dict[str, str] = field(default_factory=dict)
    digests: dict[str, str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def section(self, section: Section) -> Section:
        content = tuple(self._block(block) for block in section.content)
        return replace(section, content=content, sections=tuple(map(self.section, section.sections)))

    def _block(self, block: AnyBlock) -> AnyBlock:
        if not isinstance(block, Code) or not block.file:
            return block
        try:
            return replace(block, code=self._lines(block))
        except SourceError as error:
            self.findings.extend(error.findings)
            # One fault is told, not those that follow from it.
            return replace(block, code=Verbatim(block.file), emphasise=(), lines=Lines())

    def _lines(self, block: Code) -> Verbatim:
        if block.code.strip():
            message = f"this listing has lines of its own and takes others from `{block.file}`"
            raise source_error(
                message, block.place, hint="write one of `code: |` and `file:`", kind="key-without-effect"
            )
        rows = self._text(block).split("\n")
        chosen = [rows[first - 1 : last] for first, last in block.lines.ranges] or [rows]
        if block.lines and max(last for _, last in block.lines.ranges) > len(rows):
            message = f"`{block.file}` has {len(rows)} lines"
            raise source_error(
                message, block.place, hint=f"choose from lines 1 to {len(rows)}", kind="listing-lines"
            )
        return Verbatim("\n".join(row for some in chosen for row in some))

    def _text(self, block: Code) -> str:
        if block.file not in self.texts:
            data = read_named(self.folder, block.file, block.place, PROGRAM)
            self.texts[block.file] = _decoded(data, block)
            self.digests[block.file] = hashlib.sha256(data).hexdigest()
        return self.texts[block.file]


def _decoded(data: bytes, block: Code) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise source_error(
            f"`{block.file}` is no text in UTF-8",
            block.place,
            hint="save it as UTF-8",
            kind="not-utf-8",
        ) from None
    if hidden := next((char for char in text if ord(char) < 32 and char not in "\t\r\n\f"), ""):
        message = f"`{block.file}` holds the character U+{ord(hidden):04X}, which cannot be printed"
        raise source_error(message, block.place, hint="remove it", kind="unprintable-character")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "").expandtabs(4).rstrip()
