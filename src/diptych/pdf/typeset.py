"""HTML becomes a PDF/UA-1 file, or an error that names what is wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from diptych.layout.theme import Theme
from diptych.material.findings import SourceError
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
class PdfFile:
    """The finished PDF, the number of its pages, where its anchors and headings stand, and remarks on it."""

    data: bytes = field(repr=False)
    pages: int
    stands: Stands = field(default=Stands(), repr=False)
    remarks: tuple[str, ...] = ()

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
) -> PdfFile:
    """The PDF/UA-1 file of the HTML, which may load these assets; the licence goes into its metadata.

    Where there is an `archive`, the file is PDF/A-3a, too, with these files embedded. Where `fillable`, all
    that the HTML marks as room to write becomes fields. Raises ValueError where both are asked for;
    SourceError for all that WeasyPrint would only log: a picture that cannot be drawn, a character that no
    font has, a CSS property that it does not know; MissingLibraryError without Pango.
    """
    if archive is not None and fillable:
        raise ValueError("an archive keeps a file as it is; it cannot have fields to fill in")
    with only_fonts_of(assets.theme), complaints_of_weasyprint() as complaints:
        made = _typeset(html, assets, licence, archive, fillable)
    if complaints:
        raise SourceError(findings_from(complaints, places))
    return made


def _typeset(
    html: str, assets: Assets, licence: str, archive: Sequence[Attachment] | None, fillable: bool
) -> PdfFile:
    weasyprint = import_weasyprint()
    page = weasyprint.HTML(string=html, base_url=BASE, url_fetcher=fetcher(assets))
    fonts = weasyprint.text.fonts.FontConfiguration()
    faces = font_faces(assets.theme, html)
    sheets = [weasyprint.CSS(string=faces, url_fetcher=fetcher(assets), font_config=fonts)]
    sheets += [weasyprint.CSS(string=SHARP_PICTURES)] if archive is not None else []
    variant = "pdf/a-3a" if archive is not None else "pdf/ua-1"
    rendering = page.render(font_config=fonts, pdf_variant=variant, stylesheets=sheets)
    found = stands(rendering, [text_area(one) for one in rendering.pages])
    form = _form(assets.theme, rendering.metadata.lang) if fillable else None
    data = write_pdf_ua(rendering, licence, archive, form)
    return PdfFile(data, len(rendering.pages), found)


def _form(theme: Theme, lang: str) -> Form:
    """An empty form, in which one types as the headings and labels are set."""
    return Form(FormFont(theme.handout.heading.regular, lang), theme.colours["ink"])
