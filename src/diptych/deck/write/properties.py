"""What the file says of itself: title, authors, language, licence. No clock and no machine is asked."""

from __future__ import annotations

from diptych.deck.values import Deck, Properties
from diptych.deck.write.ooxml import part, text
from diptych.material.moment import moment_set

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_CUSTOM = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"


def core_part(properties: Properties) -> bytes:
    """Title, authors, subject, keywords, language and dates (ISO/IEC 29500-2, core properties)."""
    authors = "; ".join(properties.authors)
    told = (
        ("dc:title", properties.title),
        ("dc:subject", properties.subject),
        ("dc:creator", authors),
        ("cp:keywords", ", ".join(properties.keywords)),
        ("dc:description", properties.description),
        ("cp:lastModifiedBy", authors),
        ("dc:language", properties.lang),
        ("cp:version", properties.version),
    )
    entries = (f"<{name}>{text(value)}</{name}>" for name, value in told if value)
    return part(f"<cp:coreProperties {_CORE}>{''.join(entries)}{_dates()}</cp:coreProperties>")


def app_part(deck: Deck) -> bytes:
    """What wrote the file, and how many slides and notes it has."""
    notes = sum(bool(slide.notes) for slide in deck.slides)
    hidden = sum(slide.hidden for slide in deck.slides)
    wide = "Widescreen" if deck.width * 9 == deck.height * 16 else "On-screen Show (4:3)"
    return part(
        f'<Properties xmlns="{_OFFICE}/extended-properties"><PresentationFormat>{wide}</PresentationFormat>'
        f"<Slides>{len(deck.slides)}</Slides><Notes>{notes}</Notes><HiddenSlides>{hidden}</HiddenSlides>"
        "<Application>Diptych</Application></Properties>"
    )


def custom_part(properties: Properties) -> bytes:
    """The licence, for which the core properties have no field; empty where there is none."""
    if not properties.license:
        return b""
    return part(
        f'<Properties xmlns="{_OFFICE}/custom-properties" xmlns:vt="{_OFFICE}/docPropsVTypes">'
        f'<property fmtid="{_CUSTOM}" pid="2" name="License">'
        f"<vt:lpwstr>{text(properties.license)}</vt:lpwstr></property></Properties>"
    )


_DATES = ("created", "modified")
_CORE = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)


def _dates() -> str:
    """The moment that the user set, else no dates."""
    moment = moment_set()
    if not moment:
        return ""
    return "".join(f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{moment}</dcterms:{name}>' for name in _DATES)
