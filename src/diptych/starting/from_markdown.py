"""A Markdown document becomes a draft: its marks are ours already, for both are CommonMark."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from diptych.material.source_files import inside, is_file, read_whole
from diptych.starting.draft import Block, Draft, DraftSection, figure, remainder

_FRONT = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_NOTE = re.compile(r"^\[\^([^\]]+)\]:[ \t]*(.*(?:\n[ \t]+.*)*)\n?", re.MULTILINE)
# A link to a file beside the document leads nowhere from a printed page.
_NEARBY = re.compile(r"(?<!!)\[([^\]^]+)\]\((?!https?:|mailto:)([^)\s]+)\)")
_PICTURE = re.compile(r"!\[[^\]]*\](\([^)]*\)|\[[^\]]*\])")
_MOST = 30_000_000


def draft_from_markdown(text: str, folder: Path) -> Draft:
    """The draft; pictures are taken from the document's folder, and from nowhere else."""
    front, body = _front(text.replace("\r\n", "\n"))
    notes = {name: " ".join(words.split()) for name, words in _NOTE.findall(body)}
    body = _NOTE.sub("", body)
    draft = Draft(title=front.get("title", ""), lang=front.get("lang", ""))
    draft.authors = [name.strip() for name in front.get("author", "").split(",") if name.strip()]
    parser = MarkdownIt("commonmark").enable("table")
    tree = SyntaxTreeNode(parser.parse(body))
    reader = _Reader(draft, folder, notes, body.split("\n"))
    for node in tree.children:
        reader.take(node)
    return draft


def _front(text: str) -> tuple[dict[str, str], str]:
    """Keys and values at the top, as far as they are simple, and what follows."""
    found = _FRONT.match(text)
    if not found:
        return {}, text
    pairs = (line.partition(":") for line in found[1].split("\n") if ":" in line)
    return {key.strip(): value.strip().strip("\"'") for key, _, value in pairs}, text[found.end() :]


class _Reader:
    def __init__(self, draft: Draft, folder: Path, notes: dict[str, str], lines: Sequence[str]) -> None:
        self.draft, self.folder, self.notes, self.lines = draft, folder, notes, lines

    def take(self, node: SyntaxTreeNode) -> None:
        """Put one part of the document where it belongs."""
        if node.type == "heading":
            self._heading(self._words(node), int(node.tag[1:]))
            return
        self._here().content += self._blocks(node)

    def _heading(self, words: str, level: int) -> None:
        if level == 1 and not self.draft.title and not self.draft.sections:
            self.draft.title = words
        elif level > 2 and self.draft.sections:
            self.draft.sections[-1].sections.append(DraftSection(words))
        else:
            self.draft.sections.append(DraftSection(words))

    def _here(self) -> DraftSection:
        section = self.draft.section()
        return section.sections[-1] if section.sections else section

    def _blocks(self, node: SyntaxTreeNode) -> list[Block]:
        match node.type:
            case "paragraph":
                return self._paragraph(node)
            case "bullet_list" | "ordered_list":
                key = "points" if node.type == "bullet_list" else "steps"
                return [{key: [self._item(item) for item in node.children]}]
            case "blockquote":
                return [{"quote": "\n\n".join(self._words(part) for part in node.children)}]
            case "fence" | "code_block":
                language = node.info.split()[0] if node.info.split() else ""
                return [{"code": node.content.rstrip("\n"), **({"language": language} if language else {})}]
            case "table":
                return [self._table(node)]
            case "hr":
                return []
        return [remainder(self._raw(node))]

    def _paragraph(self, node: SyntaxTreeNode) -> list[Block]:
        """Its words, and its pictures as blocks of their own."""
        inline = node.children[0]
        pictures = [one for one in inline.children if one.type == "image"]
        words = (
            re.sub(r"!\[[^\]]*\]\([^)]*\)|!\[[^\]]*\]\[[^\]]*\]", "", self._words(node)).strip()
            if pictures
            else self._words(node)
        )
        text: list[Block] = [{"text": words}] if words else []
        return text + [self._picture(one) for one in pictures]

    def _picture(self, image: SyntaxTreeNode) -> Block:
        address, alt = str(image.attrs.get("src", "")), image.content
        path = inside(self.folder, address)
        if path is None or not is_file(path):
            return remainder(f"the picture {address} ({alt}) is not in the folder of the document")
        data = read_whole(path, _MOST)
        if data is None or path.suffix.lower() not in {".png", ".jpg", ".jpeg", ".svg"}:
            return remainder(
                f"the picture {address} ({alt}) is no PNG, JPEG or SVG of a size that can be printed"
            )
        return figure(self.draft.picture(path.name, data), alt, str(image.attrs.get("title", "")))

    def _item(self, item: SyntaxTreeNode) -> str | Block:
        words = " ".join(self._words(part) for part in item.children if part.type == "paragraph")
        below = [one for part in item.children if part.type.endswith("_list") for one in part.children]
        return {"point": words, "points": [self._item(one) for one in below]} if below else words

    def _table(self, node: SyntaxTreeNode) -> Block:
        rows = [
            [self._words(cell) for cell in row.children] for part in node.children for row in part.children
        ]
        return {"table": "", "header": rows[0], "rows": rows[1:]}

    def _words(self, node: SyntaxTreeNode) -> str:
        """The words with their marks, footnotes in their places, and no HTML."""
        raw = " ".join((node.children[0].content if node.children else "").split())
        noted = re.sub(r"\[\^([^\]]+)\]", lambda found: f"^[{self.notes.get(found[1], found[1])}]", raw)
        linked = _NEARBY.sub(r"\1 (\2)", noted)
        return re.sub(r"<(?=[/a-zA-Z!])(?!https?:|mailto:)", r"\<", linked)

    def _raw(self, node: SyntaxTreeNode) -> str:
        first, last = node.map or (0, 0)
        return "\n".join(self.lines[first:last]) or str(Token)
