"""HTML becomes a PDF/UA-1 file, or an error that names what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import Any

from diptych.layout.theme import Theme
from diptych.material.findings import SourceError
from diptych.once import Once
from diptych.pdf.anchors import Stands, stands
from diptych.pdf.archive import SHARP_PICTURES, Attachment
from diptych.pdf.assets import BASE, Assets, fetcher, font_faces
from diptych.pdf.complaints import Places, complaints_of_weasyprint, findings_from
from diptych.pdf.fonts import only_fonts_of
from diptych.pdf.form_font import FormFont
from diptych.pdf.forms import Form
from diptych.pdf.pdf_ua import text_area, write_pdf_ua
from diptych.pdf.weasyprint_import import import_weasyprint


@dataclass(frozen=True)
class LoadedFonts:
    """Fonts that WeasyPrint has loaded, and the style sheet that names them."""

    configuration: Any
    sheet: Any


@dataclass(frozen=True)
class PdfFile:
    """A PDF: the number of its pages, where its anchors and headings stand, and remarks on it.

    It is written when it is first asked for, as some are only set to count their pages; what was set in type
    takes much memory, and goes then.
    """

    pages: int
    writing: Callable[[], bytes] = field(repr=False, compare=False)
    stands: Stands = field(default=Stands(), repr=False)
    remarks: tuple[str, ...] = ()

    @cached_property
    def data(self) -> bytes:
        """The bytes of the file. Raises SourceError for what cannot be drawn."""
        return self.writing()

    @property
    def pages_of(self) -> Mapping[str, int]:
        """The page of each anchor, counted from 1."""
        return {name: int(at) + 1 for name, at in self.stands.anchors.items()}


def typeset(
    html: str,
    assets: Assets,
    licence: str,
    places: Places,
    *,
    archive: Sequence[Attachment] | None = None,
    fillable: bool = False,
    fonts: dict[str, LoadedFonts] | None = None,
) -> PdfFile:
    """The PDF/UA-1 file of the HTML, which may load these assets; the licence goes into its metadata.

    Where there is an `archive`, the file is PDF/A-3a, too, with these files embedded. Where `fillable`, all
    that the HTML marks as room to write becomes fields. `fonts` keeps those that were loaded, by their rules.
    Raises ValueError where both are asked for; SourceError for all that WeasyPrint would only log, here a
    picture that cannot be read or a CSS property that it does not know, and when the file is written a
    character that no font has; MissingLibraryError without Pango.
    """
    if archive is not None and fillable:
        raise ValueError("an archive keeps a file as it is; it cannot have fields to fill in")
    with _listening(assets.theme, places) as complaints:
        rendering = _rendering(html, assets, archive is not None, {} if fonts is None else fonts)
        found = stands(rendering, [text_area(one) for one in rendering.pages])
        form = _form(assets.theme, rendering.metadata.lang) if fillable else None
        write = partial(write_pdf_ua, rendering, licence, archive, form)
        if complaints:
            write()  # all that is wrong is told at once

    def written() -> bytes:
        with _listening(assets.theme, places):
            return write()

    return PdfFile(len(rendering.pages), Once(written), found)


@contextmanager
def _listening(theme: Theme, places: Places) -> Iterator[list[str]]:
    """While this lasts, only the fonts of the theme are there. Raises SourceError for what is logged."""
    with only_fonts_of(theme), complaints_of_weasyprint() as complaints:
        yield complaints
    if complaints:
        raise SourceError(findings_from(complaints, places))


def _rendering(html: str, assets: Assets, archived: bool, fonts: dict[str, LoadedFonts]) -> Any:
    """The pages set in type by WeasyPrint."""
    weasyprint = import_weasyprint()
    page = weasyprint.HTML(string=html, base_url=BASE, url_fetcher=fetcher(assets))
    kept = {} if fonts is None else fonts
    if (faces := font_faces(assets.theme, html)) not in kept:
        kept[faces] = _loaded(faces, assets)
    sheets = [kept[faces].sheet] + ([weasyprint.CSS(string=SHARP_PICTURES)] if archived else [])
    variant = "pdf/a-3a" if archived else "pdf/ua-1"
    return page.render(font_config=kept[faces].configuration, stylesheets=sheets, pdf_variant=variant)


def _loaded(faces: str, assets: Assets) -> LoadedFonts:
    weasyprint = import_weasyprint()
    configuration = weasyprint.text.fonts.FontConfiguration()
    sheet = weasyprint.CSS(string=faces, url_fetcher=fetcher(assets), font_config=configuration)
    return LoadedFonts(configuration, sheet)


def _form(theme: Theme, lang: str) -> Form:
    """An empty form, in which one types as the headings and labels are set."""
    return Form(FormFont(theme.handout.heading.regular, lang), theme.colours["ink"])
