"""What can be wrong with the YAML itself."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from diptych.material.kinds.kind import Kind

SYNTAX: Mapping[str, Kind] = MappingProxyType(
    {
        "yaml-syntax": Kind(
            "The file is not valid YAML at this place.",
            "Compare it with the lines above: `key: value`, and `- ` before each entry of a list.",
        ),
        "unquoted-colon": Kind(
            "A colon followed by a space ends a key, and so cannot stand inside text without quotes.",
            "Put the whole text in double quotes.",
        ),
        "tab-indent": Kind(
            "A line is indented with a tab, which YAML does not allow.",
            "Indent with spaces; most editors can turn tabs into spaces.",
        ),
        "wrong-indent": Kind(
            "A line begins in another column than the lines it belongs to.",
            "Begin it in the same column as its neighbours, or further in to put it below the line above.",
        ),
        "open-quote": Kind(
            "A quotation mark is opened and never closed.",
            "Close it at the end of the text.",
        ),
        "text-after-quote": Kind(
            "A text in quotes goes on after its closing quotation mark.",
            "Put the whole text in quotes, and use the other kind of quotation mark inside it.",
        ),
        "special-first-character": Kind(
            "A text begins with a character that has a meaning of its own in YAML, such as `*` or `[`.",
            "Put the whole text in double quotes.",
        ),
        "missing-space": Kind(
            "A colon after a key, or a hyphen before a list entry, needs a space behind it.",
            "Write `key: value` and `- entry`.",
        ),
        "missing-colon": Kind(
            "A key stands without its colon.",
            "Write `key: value`.",
        ),
        "text-without-bar": Kind(
            "A text of several lines holds what YAML takes for keys or lists.",
            "Write `|` behind its key, and the text on the lines below, two spaces further in.",
        ),
        "merge-conflict": Kind(
            "The file holds both sides of a conflict that Git could not settle.",
            "Keep the lines that you want, and delete the three marker lines.",
        ),
        "typographic-quotes": Kind(
            "Curly quotation marks are part of the text; only straight ones put a text in quotes.",
            "Write straight quotation marks around the text.",
        ),
        "key-twice": Kind(
            "A key stands twice in the same place, so that one of the two would be lost.",
            "Keep one of them, or join the two.",
        ),
        "second-document": Kind(
            "A line `---` begins a second document, and a source is one.",
            "Delete the line.",
        ),
        "markdown-in-yaml": Kind(
            "Text in Markdown stands where YAML is expected.",
            "Put it below `- text: |`, indented.",
        ),
        "open-bracket": Kind(
            "A bracket or brace is opened and never closed, or closed and never opened.",
            "Close it; or put the text in quotes where the bracket belongs to the text.",
        ),
        "formula-in-braces": Kind(
            "A formula with braces stands in a list or mapping on one line, which has braces of its own.",
            "Put the text in single quotes, or each entry on a line of its own.",
        ),
        "list-or-keys": Kind(
            "Entries of a list and keys with values stand side by side in one place.",
            "Begin every line with `- `, or none.",
        ),
        "misplaced-list": Kind(
            "A list begins on a line that already holds something else.",
            "Put the list on the lines below, indented.",
        ),
        "backslash-in-quotes": Kind(
            "In double quotes a backslash begins a code for another character.",
            "Use single quotes, or write the backslash twice.",
        ),
        "not-utf-8": Kind(
            "The file was saved in an older encoding than UTF-8.",
            "Save it as UTF-8.",
        ),
        "unprintable-character": Kind(
            "The text holds a character that cannot be printed.",
            "Delete it.",
        ),
        "empty-file": Kind(
            "The file holds nothing to build.",
            "Begin it with `title:` and `sections:`.",
        ),
        "file-unreadable": Kind(
            "The file is there and cannot be read.",
            "Look at its permissions, and whether another program holds it.",
        ),
        "too-much": Kind(
            "There is more here than one lesson can hold or one page can show.",
            "Part it, or leave out what is not needed.",
        ),
    }
)
