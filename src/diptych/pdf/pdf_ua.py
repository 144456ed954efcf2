"""PDF/UA-1 where WeasyPrint leaves it unfinished. The one module that uses its private functions.

Written for WeasyPrint 70. What is mended: the language of elements inside the document, the scope of
table headers, summaries of tables, list bodies and the numbering of lists, notes, words for blanks,
decorative pictures, empty elements, running headers and footers (artifacts), the words and the print flag
of links, the metadata, and the fields of forms.

What is `aria-hidden` is an artifact; what else HTML may say is in `said_in_html.py`, and how the room to
write becomes fields in `forms.py`.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from diptych import meanwhile
from diptych.material.moment import moment_set
from diptych.pdf.anchors import OURS, TextArea
from diptych.pdf.archive import NEVER_CHANGES, RELATIONSHIP, Attachment
from diptych.pdf.boxes import mend_figure, numbering, room_inside
from diptych.pdf.forms import Form
from diptych.pdf.glyph_characters import right_to_left_glyphs
from diptych.pdf.reading_order import tell_order
from diptych.pdf.said_in_html import mend_element
from diptych.pdf.structure import (
    added,
    array,
    dictionary,
    join_columns,
    object_of,
    put_list_item_right,
    put_note_into,
    string,
)
from diptych.pdf.table_headers import name_headers
from diptych.pdf.weasyprint_import import import_weasyprint
from diptych.pdf.xmp import with_claim_of_ua, with_licence

_PRINT_FLAG = 4  # ISO 32000-1, table 165
_BOLD = 600
# The stroke that makes outlines of formulas bold, in thousandths of an em.
_BOLDER = 34


def write_pdf_ua(
    rendering: Any, licence: str, archive: Sequence[Attachment] | None = None, form: Form | None = None
) -> bytes:
    """The bytes of a rendered WeasyPrint document as PDF/UA-1, mended.

    With an archive it is PDF/A-3a too, and holds these files. With a form, the room to write becomes fields
    of it.
    """
    _mend_metadata(rendering.metadata, licence, archive is not None)
    if archive:
        rendering.metadata.attachments = [_embedded(one) for one in archive]
    mender = _Mender(rendering, form)
    with _mended_tags(mender), warnings.catch_warnings():
        # WeasyPrint leaves the file of the colour profile to be closed by Python.
        warnings.simplefilter("ignore", ResourceWarning)
        data: bytes = rendering.write_pdf(
            pdf_variant="pdf/a-3a" if archive is not None else "pdf/ua-1",
            custom_metadata=True,
            finisher=partial(_finish, mender=mender, archive=archive or ()),
        )
    return data


def text_area(page: Any) -> TextArea:
    """Where the text of a page of a rendered WeasyPrint document may stand, and where it ends."""
    box = page._page_box
    text = box.children[0]
    foot = text.border_box_y() + text.border_height()
    return TextArea(box.content_box_y(), box.height, foot)


@contextmanager
def _mended_tags(mender: _Mender) -> Iterator[None]:
    """While this lasts, WeasyPrint's tags go through the mender, and what it hides are artifacts."""
    from weasyprint import pdf as making  # type: ignore[import-untyped]
    from weasyprint.images import SVGImage  # type: ignore[import-untyped]
    from weasyprint.pdf import stream, tags  # type: ignore[import-untyped]

    build, fonts = tags._build_box_tree, making.build_fonts_dictionary
    marked = stream.Stream.marked

    def told_fonts(pdf: Any, used: Mapping[Any, Any], *rest: Any) -> Any:
        for font in used.values():
            font.to_unicode |= right_to_left_glyphs(font.file_content, font.to_unicode)
        return fonts(pdf, used, *rest)

    def build_mended(box: Any, parent: Any, pdf: Any, page: int, *rest: Any) -> Iterator[Any]:
        box = getattr(box, "_box", box)
        if id(box) in mender.artifacts:
            return
        mender.make_field(box, pdf, page)
        for element in build(box, parent, pdf, page, *rest):
            if mender.mend(element, box, pdf, page):
                yield element

    def marked_or_artifact(self: Any, box: Any, tag: str) -> Any:
        return self.artifact() if id(box) in mender.artifacts else marked(self, box, tag)

    mended = meanwhile.attribute(tags, "_build_box_tree", build_mended)
    drawn = meanwhile.attribute(SVGImage, "draw", _in_ink_of_text(SVGImage.draw))
    told = meanwhile.attribute(making, "build_fonts_dictionary", told_fonts)
    with mended, drawn, told, meanwhile.attribute(stream.Stream, "marked", marked_or_artifact):
        yield


def _in_ink_of_text(draw: Callable[..., None]) -> Callable[..., None]:
    """Drawing that gives formulas the colour and weight of the text around them."""

    def draw_formula(image: Any, page: Any, width: float, height: float, style: Any) -> None:
        root = image._svg.tree
        if root.get("class") == "formula":
            red, green, blue = (round(part * 255) for part in style["color"].to("srgb").coordinates)
            root.attrib["color"] = f"#{red:02x}{green:02x}{blue:02x}"
            root.attrib["stroke-width"] = str(_BOLDER if style["font_weight"] >= _BOLD else 0)
        draw(image, page, width, height, style)

    return draw_formula


@dataclass
class _Mender:
    """Mends the structure elements of one rendering as they are made."""

    rendering: Any
    form: Form | None
    artifacts: set[int] = field(init=False)
    _mended: set[int] = field(default_factory=set)
    _named: dict[str, Any] = field(default_factory=dict)
    _tables: int = 0

    def __post_init__(self) -> None:
        self.artifacts = _artifacts(self.rendering)

    def make_field(self, box: Any, pdf: Any, page: int) -> None:
        """Where the source wants a field, the box gets one, which WeasyPrint then tags."""
        source = _source(box)
        if self.form and source is not None and source.get("data-field"):
            room = room_inside(box, self.rendering.pages[page].height)
            box.widget_annotation = self.form.field(source.attrib, room, pdf, pdf.page_references[page])

    def mend(self, element: Any, box: Any, pdf: Any, page: int) -> bool:
        """Mend one structure element; false where it is empty and should be left out.

        WeasyPrint hands those of the page's body through once more, with the body's box.
        """
        if element.number in self._mended:
            return True
        self._mended.add(element.number)
        source = _source(box)
        if source is not None:
            mend_element(element, source, fields=self.form is not None)
            self._identify(element, source)
        self._mend_whole(element, box, source, pdf)
        mend_figure(element, box, self.rendering.pages[page].height)
        tell_order(element, box, pdf)
        return bool(element["K"]) or element["S"] not in ("/Div", "/NonStruct", "/Span")

    def finish(self, pdf: Any) -> None:
        """The index of named elements, wanted where there are any (ISO 32000-1, table 322)."""
        named = sorted(self._named.items())
        if named:
            entries = array(entry for name, one in named for entry in (string(name), one.reference))
            index = added(pdf, dictionary({"Names": entries}))
            object_of(pdf, pdf.catalog["StructTreeRoot"])["IDTree"] = index.reference

    def _mend_whole(self, element: Any, box: Any, source: Any, pdf: Any) -> None:
        """Mend lists, their items and tables, whose parts stand already."""
        if element["S"] == "/L":
            join_columns(element, pdf)
            element["A"] = dictionary({"O": "/List", "ListNumbering": f"/{numbering(box)}"})
        if element["S"] == "/LI":
            put_list_item_right(element, pdf)
            if source is not None and source.get("data-tag") == "Note":
                name = self._unused(source.get("id"))
                self._named[name] = put_note_into(element, name, pdf)
        if element["S"] == "/Table":
            self._tables += 1
            self._named |= name_headers(element, f"table-{self._tables}", pdf)

    def _identify(self, element: Any, source: Any) -> None:
        """Blocks and headings keep their names, so that each can be found again in the file."""
        name = source.get("data-block", "")
        if element["S"].startswith("/H"):
            name = source.get("id", "").removeprefix(OURS) or name
        if name:
            name = self._unused(name)
            self._named[name] = element
            element["ID"] = string(name)

    def _unused(self, name: str) -> str:
        """The name, or another one for what goes on over the page."""
        while name in self._named:
            name += "+"
        return name


def _artifacts(rendering: Any) -> set[int]:
    """Running headers and footers, and what is hidden from readers: their boxes with all that is inside."""
    hidden = (
        box
        for page in rendering.pages
        for box in page._page_box.descendants(placeholders=True)
        if type(box).__name__ == "MarginBox" or _is_hidden(box)
    )
    return {id(inner) for box in hidden for inner in box.descendants(placeholders=True)}


def _is_hidden(box: Any) -> bool:
    return box.element is not None and box.element.get("aria-hidden") == "true"


def _source(box: Any) -> Any:
    """The HTML element that the box is for; none for what CSS alone makes."""
    source = getattr(box, "element", None)
    return source if source is not None and "::" not in box.element_tag else None


def _finish(rendering: Any, pdf: Any, mender: _Mender, archive: Sequence[Attachment]) -> None:
    _finish_links(rendering)
    mender.finish(pdf)
    if rendering.pages[0]._page_box.children[0].style["direction"] == "rtl":
        pdf.catalog["ViewerPreferences"]["Direction"] = "/R2L"
    if archive:
        _finish_attachments(pdf, archive)
    if mender.form:
        mender.form.finish(pdf)


def _finish_attachments(pdf: Any, archive: Sequence[Attachment]) -> None:
    """WeasyPrint lists them twice, and asks the system what kind of files they are."""
    pdf.catalog["AF"] = array(dict.fromkeys(pdf.catalog["AF"]))
    found = [thing for thing in pdf.objects if getattr(thing, "extra", {}).get("Type") == "/EmbeddedFile"]
    for embedded, attachment in zip(found, archive, strict=True):
        embedded.extra["Subtype"] = "/" + attachment.media_type.replace("/", "#2f")


def _finish_links(rendering: Any) -> None:
    """Links are printed, and told by their words or title."""
    for page in rendering.pages:
        for box in page._page_box.descendants(placeholders=True):
            if (link := box.link_annotation) is not None:
                link["F"] = _PRINT_FLAG
                words = box.element.get("title") or " ".join("".join(box.element.itertext()).split())
                if words:
                    link["Contents"] = string(words)


def _mend_metadata(metadata: Any, licence: str, archived: bool) -> None:
    """All XMP stands in one RDF element, and plain, so that catalogues find it without unpacking.

    It tells the moment that the user set, and none of the machine's.
    """
    metadata.created = metadata.modified = moment_set() or None
    generate: Callable[..., bytes] = metadata.generate_rdf_metadata
    include = metadata.include_in_pdf

    def generate_more(*arguments: Any) -> bytes:
        rdf = with_licence(generate(*arguments), licence)
        return with_claim_of_ua(rdf) if archived else rdf

    def include_plain(*arguments: Any, compress: bool = False, **others: Any) -> None:
        include(*arguments[:4], compress=False, **others)

    metadata.generate_rdf_metadata = generate_more
    metadata.include_in_pdf = include_plain


def _embedded(attachment: Attachment) -> Any:
    """WeasyPrint's attachment."""
    return import_weasyprint().Attachment(
        string=attachment.data,
        name=attachment.name,
        description=attachment.description,
        relationship=RELATIONSHIP,
        created=NEVER_CHANGES,
        modified=NEVER_CHANGES,
    )
