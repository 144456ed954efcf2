"""Writes docs/errors: a page for each name that a finding can bear, with an example where there is one.

    python scripts/error_pages.py

Names, meanings and remedies are those of `material/finding_kinds.py`, examples those of
`tests/cases/mistakes`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from diptych.material.finding_kinds import KINDS
from diptych.material.kinds.kind import Kind

ROOT = Path(__file__).parents[1]
PAGES = ROOT / "docs" / "errors"
MISTAKES = ROOT / "tests" / "cases" / "mistakes"
# Longer examples hide what they show.
_LONGEST = 40


def main() -> None:
    """Write every page, and remove those of names that are gone."""
    PAGES.mkdir(exist_ok=True)
    pages = error_pages()
    for path in set(PAGES.iterdir()) - set(pages):
        path.unlink()
    for path, text in pages.items():
        path.write_text(text, "utf-8")


def error_pages() -> Mapping[Path, str]:
    """The pages by their paths, the list of all among them."""
    pages = {PAGES / f"{name}.md": _page(name, kind) for name, kind in KINDS.items()}
    return {PAGES / "index.md": _index(), **pages}


def _index() -> str:
    rows = "".join(f"| [{name}]({name}.md) | {kind.about} |\n" for name, kind in sorted(KINDS.items()))
    names = "".join(f"{name}\n" for name in sorted(KINDS))
    return (
        "# Errors and warnings\n\n"
        "The name of what is wrong stands in brackets at the end of its message. Warnings keep nothing from\n"
        "being built; `allow:` turns one off in place, with a reason.\n\n"
        f"| name | what it means |\n| --- | --- |\n{rows}\n"
        f"```{{toctree}}\n:hidden:\n\n{names}```\n"
    )


def _page(name: str, kind: Kind) -> str:
    allowed = (
        "\nA warning: the works are built all the same. Where it is meant to be so, say why, in the block,\n"
        f'in the section or at the top:\n\n```text\nallow: {{{name}: "why it is so here"}}\n```\n'
        if kind.warning
        else ""
    )
    told = f"# {name}\n\n{kind.about}\n\n**What to do.** {kind.remedy}\n{allowed}"
    return told + "".join(_example(name))


def _example(name: str) -> Iterator[str]:
    """The shortest mistake of this name alone, and what is told of it."""
    told = {path: path.read_text("utf-8") for path in MISTAKES.glob("*.txt")}
    alone = [
        path for path, text in told.items() if text.count(f"[{name}]") == 1 == text.count("lesson.yaml:")
    ]
    if not alone:
        return
    path = min(alone, key=lambda one: (len(one.with_suffix(".yaml").read_bytes()), one.name))
    source = path.with_suffix(".yaml").read_bytes().decode("utf-8", "replace").rstrip("\n")
    if source.count("\n") > _LONGEST or "```" in source or "\t" in source:
        return
    yield f"\n## An example\n\n```text\n{source}\n```\n\nis told so:\n\n```text\n{told[path].rstrip()}\n```\n"


if __name__ == "__main__":
    main()
