"""What can be wrong with texts, their marks, links and citations."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from diptych.material.kinds.kind import Kind

TEXTS: Mapping[str, Kind] = MappingProxyType(
    {
        "bad-address": Kind(
            "The address of a link cannot be opened by others.",
            "Write it in full, beginning with https://.",
        ),
        "unknown-mark": Kind(
            "Words in brackets are followed by a mark in braces that is not known.",
            "Write [word]{gap} or [Wort]{lang=de}.",
        ),
        "unused-markup": Kind(
            "The text holds a mark that has no meaning here, such as a heading of Markdown.",
            "Use the block of that kind instead, or leave the mark out.",
        ),
        "formula-syntax": Kind(
            "A formula is not written as LaTeX notation has it.",
            "Mend it at the place that the message shows.",
        ),
        "formula-without-end": Kind(
            "A formula begins with a dollar sign and never ends.",
            "Write a dollar sign where it ends; a backslash before it where money is meant.",
        ),
        "formula-too-wide": Kind(
            "A formula is wider than its column or its slide.",
            "Part it into lines with `\\\\`.",
        ),
        "long-word": Kind(
            "A word is longer than any line.",
            "Part it with spaces.",
        ),
        "vague-link": Kind(
            "The words of a link do not tell where it leads.",
            "Make the name of what it leads to the link.",
            warning=True,
        ),
        "link-without-words": Kind(
            "A link without words leads to something that has no number.",
            "Give the link words.",
        ),
        "dead-link": Kind(
            "A link leads to an id that nothing bears.",
            "Mend the id, or give it to what is meant.",
        ),
        "bad-id": Kind(
            "An id holds characters that no link can name.",
            "Use letters, digits and hyphens.",
        ),
        "id-taken": Kind(
            "Two things bear the same id.",
            "Give one of them another.",
        ),
        "unknown-citation": Kind(
            "A citation names a work that is not listed.",
            "Mend the key, or add the work to `references`.",
        ),
        "work-cited-twice": Kind(
            "One work is cited under two names.",
            "Cite it by one of them everywhere.",
        ),
        "reference-file": Kind(
            "The file of references is damaged, or is no CSL-JSON.",
            "Export it again from your library.",
        ),
        "reference-entry": Kind(
            "A work in the file of references cannot be read.",
            "Mend it in your library, and export it again.",
        ),
        "unknown-source": Kind(
            "A block names a document that is not among `sources`.",
            "Mend the name, or add the document.",
        ),
    }
)
