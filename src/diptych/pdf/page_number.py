"""The number of a page in the words of a language, as CSS."""

from __future__ import annotations

from diptych.material.labels import Labels


def page_number_css(labels: Labels, pages: int = 0) -> str:
    """The page number's words as CSS `content`: `"Page " counter(page) " of " counter(pages)`.

    `pages` is how many there are where not all of the file's are counted.
    """
    whole = css_string(str(pages)) if pages else "counter(pages)"
    before, rest = labels("page_of", page="\0", pages="\1").split("\0")
    between, after = rest.split("\1")
    return f"{css_string(before)} counter(page) {css_string(between)} {whole} {css_string(after)}"


def css_string(text: str) -> str:
    """The text as a string of CSS."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
