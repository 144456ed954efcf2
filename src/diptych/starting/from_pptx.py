"""A presentation becomes a draft: titles, points, tables, pictures, charts, notes."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from diptych.build.sources import UsageError
from diptych.starting.draft import Block, Draft, DraftSection, figure, remainder
from diptych.starting.marks import printable, unmarked

# Unpacked, no lesson is larger; what is, was made to fill a disk.
_MOST_UNPACKED = 1_000_000_000
_COUNTED = re.compile(r"\s*\(\d+/\d+\)$")
_FOOTERS = {13, 15, 16}  # slide number, footer, date
_ENDINGS = {"image/png": "png", "image/jpeg": "jpg", "image/svg+xml": "svg"}
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_KINDS = {"PIE": "pie", "DOUGHNUT": "doughnut", "LINE": "line", "AREA": "area", "STACKED": "stacked"}


def draft_from_pptx(data: bytes) -> Draft:
    """The draft. Raises UsageError where the file is no presentation that can be read."""
    from pptx import Presentation

    _check(data)
    try:
        presentation = Presentation(io.BytesIO(data))
        draft = Draft(title=unmarked(presentation.core_properties.title or ""))
        draft.lang = _language(presentation)
        for number, slide in enumerate(presentation.slides, 1):
            _take(slide, number, draft)
    except UsageError:
        raise
    except Exception as error:
        message = f"it cannot be read as a presentation ({type(error).__name__}); save it anew in PowerPoint"
        raise UsageError(message) from error
    return draft


def _check(data: bytes) -> None:
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise UsageError("it is an old or a locked presentation; save it as .pptx without a password")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            size = sum(part.file_size for part in package.infolist())
    except (zipfile.BadZipFile, ValueError) as error:
        raise UsageError("it is no .pptx file, or only a part of one") from error
    if size > _MOST_UNPACKED:
        raise UsageError("unpacked it would fill the disk; it is no lesson")


def _language(presentation: Any) -> str:
    """The language of most runs."""
    found = [
        run.get("lang")
        for slide in presentation.slides
        for run in slide._element.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}rPr")
        if run.get("lang")
    ]
    return max(sorted(set(found)), key=found.count) if found else ""


def _take(slide: Any, number: int, draft: Draft) -> None:
    """One slide becomes a section, or goes on with that of the slide before, which has the same title."""
    title_shape = slide.shapes.title
    title = _COUNTED.sub("", unmarked(title_shape.text_frame.text)) if title_shape is not None else ""
    if number == 1 and title:
        draft.title = title
    name = title or f"Slide {number}"
    if not draft.sections or draft.sections[-1].title != name:
        draft.sections.append(DraftSection(name))
    section = draft.sections[-1]
    for shape in _in_reading_order(slide.shapes):
        if title_shape is None or shape.shape_id != title_shape.shape_id:
            section.content += _blocks(shape, draft, number)
    if slide.has_notes_slide and slide.notes_slide.notes_text_frame is not None:
        words = slide.notes_slide.notes_text_frame.text.strip()
        section.notes += (
            ["\n\n".join(unmarked(one) for one in words.split("\n") if one.strip())] if words else []
        )


def _in_reading_order(shapes: Any) -> Iterator[Any]:
    """The shapes as they stand in the file, which is the order for screen readers; groups opened."""
    for shape in shapes:
        if shape.shape_type == 6:
            yield from _in_reading_order(shape.shapes)
        else:
            yield shape


def _blocks(shape: Any, draft: Draft, number: int) -> list[Block]:
    if shape.is_placeholder and shape.placeholder_format.type in _FOOTERS:
        return []
    if getattr(shape, "has_chart", False) and shape.has_chart:
        return [_chart(shape)]
    if getattr(shape, "has_table", False) and shape.has_table:
        return [_table(shape.table)]
    if hasattr(shape, "image"):
        return [_picture(shape, draft, number)]
    if shape.has_text_frame:
        return _texts(shape.text_frame)
    if shape.shape_type in {9, None} and not hasattr(shape, "graphic"):  # a line tells nothing by itself
        return [] if "cxnSp" in shape._element.tag else [remainder(f"slide {number}: {_named(shape)}")]
    return [remainder(f"slide {number}: {_named(shape)}")]


def _named(shape: Any) -> str:
    words = shape._element.nvXxPr.cNvPr.get("descr") if hasattr(shape._element, "nvXxPr") else ""
    return f"{shape.name}, which is no text, table, picture or chart" + (f": {words}" if words else "")


def _texts(frame: Any) -> list[Block]:
    """Paragraphs as points; one alone as text."""
    rows = [(one.level, unmarked(one.text)) for one in frame.paragraphs if printable(one.text).strip()]
    if not rows:
        return []
    if len(rows) == 1:
        return [{"text": rows[0][1], "slide": [rows[0][1]]}]
    return [{"points": _nested(rows)}]


def _nested(rows: list[tuple[int, str]]) -> list[Any]:
    """Points with those of deeper levels below them."""
    found: list[Any] = []
    index, level = 0, min(row[0] for row in rows)
    while index < len(rows):
        end = index + 1
        while end < len(rows) and rows[end][0] > level:
            end += 1
        below = rows[index + 1 : end]
        words = rows[index][1]
        found.append({"point": words, "points": _nested(below)} if below else words)
        index = end
    return found


def _table(table: Any) -> Block:
    rows = [[unmarked(cell.text_frame.text) for cell in row.cells] for row in table.rows]
    return {"table": "", "header": rows[0], "rows": rows[1:] or [["" for _ in rows[0]]]}


def _picture(shape: Any, draft: Draft, number: int) -> Block:
    """The picture whole: what the slide cut off is not lost."""
    words = printable(shape._element.nvPicPr.cNvPr.get("descr") or "").strip()
    try:
        image = shape.image
    except (KeyError, ValueError):
        return remainder(f"slide {number}: a picture that is not in the file: {words}")
    ending = _ENDINGS.get(image.content_type)
    if not ending:
        return remainder(f"slide {number}: a picture of the kind {image.content_type}: {words}")
    alt = "" if re.fullmatch(r"[\w .-]+\.(png|jpe?g|gif|svg|emf|wmf)", words, re.IGNORECASE) else words
    return figure(draft.picture(f"slide-{number}.{ending}", image.blob), " ".join(alt.split()))


def _chart(shape: Any) -> Block:
    """The chart with its data; values against values as points."""
    chart = shape.chart
    title = chart.chart_title.text_frame.text if chart.has_title and chart.chart_title.has_text_frame else ""
    words: Block = {"chart": unmarked(title or shape.name)}
    type_name = str(chart.chart_type)
    series = [one for plot in chart.plots for one in plot.series]
    names = [unmarked(str(one)) for one in chart.plots[0].categories]
    if "XY" in type_name or "BUBBLE" in type_name or not names:
        return {**words, "kind": "scatter", **_points(series)}
    kind = next((ours for theirs, ours in _KINDS.items() if theirs in type_name), "bar")
    values = [{"name": printable(str(one.name)) or "Values", "values": list(one.values)} for one in series]
    words = {**words, "kind": kind, "categories": names}
    if len(values) == 1:
        return {**words, "values": values[0]["values"]}
    return {**words, "kind": "grouped" if kind == "bar" else kind, "series": values}


def _points(series: list[Any]) -> Block:
    """Points as rows, a column for each series."""
    names = [printable(str(one.name)) or "Values" for one in series]
    rows = [
        [x, *(y if other == column else None for other in range(len(series)))]
        for column, one in enumerate(series)
        for x, y in zip(_numbers(one, "xVal"), _numbers(one, "yVal"), strict=False)
    ]
    return {"header": ["x", *names], "rows": rows or [[0, *(0 for _ in names)]]}


def _numbers(series: Any, tag: str) -> list[float]:
    found = series._element.findall(f"{_CHART}{tag}//{_CHART}pt/{_CHART}v")
    return [float(one.text) for one in found]
