"""Every slide as it was written: what a reader, a screen reader and PowerPoint need of it.

The rules are those of Microsoft's accessibility checker, and what the Open XML SDK does not look at.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from diptych.proof.opc import OpenPackage

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_TITLES = {"title", "ctrTitle"}
# Points times 100: running text, and the small print of footers, captions and credits.
SMALLEST_TEXT, SMALLEST_PRINT = 1800, 1200
# Words in a drawing, which its description tells as well.
SMALLEST_DRAWN = 1400


def slide_faults(package: OpenPackage, name: str, width: int, height: int) -> Iterator[str]:
    """What is wrong with one slide; `width` and `height` of the slide in EMU."""
    tree = package.tree(name)
    yield from _id_faults(tree)
    yield from _title_faults(tree)
    yield from _description_faults(tree)
    yield from _table_faults(tree)
    yield from _text_faults(tree)
    yield from _place_faults(tree, width, height)
    yield from _relation_faults(package, name, tree)


def title_of(tree: Any) -> str:
    """The text of the slide's title placeholder; empty where there is none."""
    for shape in tree.iter(f"{P}sp"):
        if _placeholder(shape) in _TITLES:
            return "".join(text.text or "" for text in shape.iter(f"{A}t")).strip()
    return ""


def _placeholder(shape: Any) -> str:
    """The kind of placeholder that the shape fills; empty where it is a free shape."""
    found = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
    return "" if found is None else found.get("type", "body")


def _id_faults(tree: Any) -> Iterator[str]:
    for id_, times in Counter(one.get("id") for one in tree.iter(f"{P}cNvPr")).items():
        if times > 1:
            yield f"the shape id {id_} is used {times} times"


def _title_faults(tree: Any) -> Iterator[str]:
    if not title_of(tree):
        yield "the slide has no title"
    shapes = list(tree.find(f"{P}cSld/{P}spTree").iter(f"{P}sp"))
    if shapes and _placeholder(shapes[0]) not in _TITLES:
        yield "the title is not the first shape that is read"


def _description_faults(tree: Any) -> Iterator[str]:
    for kind in ("pic", "graphicFrame", "grpSp"):
        for shape in tree.iter(f"{P}{kind}"):
            properties = next(shape.iter(f"{P}cNvPr"))
            text = properties.get("descr", "")
            decorative = any(mark.get("val") == "1" for mark in properties.iter(_DECORATIVE))
            if not text.strip() and not decorative:
                yield f"`{properties.get('name')}` has no alternative text"


def _table_faults(tree: Any) -> Iterator[str]:
    for table in tree.iter(f"{A}tbl"):
        columns = len(table.findall(f"{A}tblGrid/{A}gridCol"))
        for row in table.iter(f"{A}tr"):
            cells = len(row.findall(f"{A}tc"))
            if cells != columns:
                yield f"a row has {cells} cells where the table has {columns} columns"
        properties = table.find(f"{A}tblPr")
        if properties is None or properties.get("firstRow") != "1":
            yield "a table does not mark its header row"


def _text_faults(tree: Any) -> Iterator[str]:
    for run in (*tree.iter(f"{A}r"), *tree.iter(f"{A}fld")):
        properties = run.find(f"{A}rPr")
        text = (run.findtext(f"{A}t") or "")[:40]
        if properties is None or not properties.get("lang"):
            yield f"the language of `{text}` is not given"
            continue
        size = int(properties.get("sz", SMALLEST_TEXT))
        floor = SMALLEST_PRINT if _is_small_print(run) else SMALLEST_TEXT
        floor = SMALLEST_DRAWN if _is_drawn(run) else floor
        if size < floor:
            yield f"`{text}` is set in {size / 100:g} pt, below {floor / 100:g} pt"


def _is_small_print(run: Any) -> bool:
    """True in footers, slide numbers, captions and credits."""
    shape = next(run.iterancestors(f"{P}sp"), None)
    if shape is None:
        return False
    name = next(shape.iter(f"{P}cNvPr")).get("name", "").lower()
    return _placeholder(shape) in {"ftr", "sldNum", "dt"} or name in {"caption", "details"}


def _is_drawn(run: Any) -> bool:
    """True of words in a group that is described as a whole."""
    groups = run.iterancestors(f"{P}grpSp")
    return any(group.find(f"{P}nvGrpSpPr/{P}cNvPr").get("descr") for group in groups)


def _place_faults(tree: Any, width: int, height: int) -> Iterator[str]:
    for shape in tree.find(f"{P}cSld/{P}spTree"):
        transform = next((one for one in shape.iter(f"{A}xfrm", f"{P}xfrm")), None)
        if transform is None or transform.find(f"{A}off") is None or shape.tag.endswith("PrSp"):
            continue
        offset, extent = transform.find(f"{A}off"), transform.find(f"{A}ext")
        x, y = int(offset.get("x")), int(offset.get("y"))
        right, bottom = x + int(extent.get("cx")), y + int(extent.get("cy"))
        if x < 0 or y < 0 or right > width or bottom > height:
            name = next(shape.iter(f"{P}cNvPr")).get("name")
            yield f"`{name}` reaches outside the slide"


def _relation_faults(package: OpenPackage, name: str, tree: Any) -> Iterator[str]:
    known = {one.id for one in package.relations(name)}
    for element in tree.iter():
        for key, value in element.attrib.items():
            if key.startswith(R) and value and value not in known:
                yield f"the relation {value} is used and not declared"
