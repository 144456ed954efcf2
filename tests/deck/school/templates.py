"""Templates as schools have them, made when a test needs one: each is python-pptx's own with one change."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pptx
from pptx import Presentation

WIDE = (12_192_000, 6_858_000)
# What LibreOffice 7.4 saves of a presentation of two slides in our own design.
LIBREOFFICE = Path(__file__).with_name("libreoffice.pptx")

_DEFAULT = Path(pptx.__file__).parent / "templates" / "default.pptx"
_MASTERS = r"ppt/slideMasters/slideMaster\d+\.xml"
_LAYOUTS = r"ppt/slideLayouts/slideLayout\d+\.xml"
_THEME = r"ppt/theme/theme1\.xml"
_TYPES = r"\[Content_Types\]\.xml"
_MAIN = "presentationml.presentation.main+xml"
_DARK_MAP = (
    'bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2" accent1="accent1" accent2="accent2" accent3="accent3" '
    'accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"'
)

Parts = dict[str, bytes]


def office(size: tuple[int, int] = WIDE) -> bytes:
    """The eleven slide layouts that PowerPoint starts with, for slides of that width and height in EMU."""
    return _packed(_office_parts(size))


def as_potx(template: bytes) -> bytes:
    """The template as a POTX file."""
    return _packed(
        _changed(_parts(template), _TYPES, (_MAIN, _MAIN.replace("presentation.main", "template.main")))
    )


def localised(names: Sequence[str], *, types: bool = True) -> bytes:
    """Slide layouts of other names, in PowerPoint's order; without their `type` where it is not kept."""
    parts = _office_parts(WIDE)
    for number, name in enumerate(names, 1):
        own = rf"ppt/slideLayouts/slideLayout{number}\.xml"
        _changed(parts, own, (r'<p:cSld name="[^"]*"', f'<p:cSld name="{name}"'))
        if not types:
            _changed(parts, own, (r'(<p:sldLayout [^>]*?) type="\w+"', r"\1"))
    return _packed(parts)


def dark() -> bytes:
    """A master that shows the theme's dark colour as ground, by its mapping of colours."""
    return _packed(
        _changed(_office_parts(WIDE), _MASTERS, (r"<p:clrMap [^>]*/>", f"<p:clrMap {_DARK_MAP}/>"))
    )


def in_font(family: str) -> bytes:
    """A theme with that family for headings and text."""
    pair = (r'(<a:latin typeface=")[^"]*', rf"\g<1>{family}")
    return _packed(_changed(_office_parts(WIDE), _THEME, pair))


def with_layouts(*names: str) -> bytes:
    """A template with those slide layouts alone."""

    def keep(presentation: pptx.presentation.Presentation) -> None:
        for layout in list(presentation.slide_layouts):
            if layout.name not in names:
                presentation.slide_layouts.remove(layout)

    return _saved(office(), keep)


def with_slides(count: int) -> bytes:
    """A template with slides in it that say `Old slide 1` and so on, each with notes."""

    def add(presentation: pptx.presentation.Presentation) -> None:
        for number in range(count):
            slide = presentation.slides.add_slide(presentation.slide_layouts[number % 7])
            for placeholder in slide.placeholders:
                if placeholder.has_text_frame:
                    placeholder.text_frame.text = f"Old slide {number + 1}"
            frame = slide.notes_slide.notes_text_frame
            assert frame is not None
            frame.text = f"Old notes {number + 1}"

    return _saved(office(), add)


def without_indexes() -> bytes:
    """Placeholders that bear no number, as LibreOffice leaves them."""
    return _packed(_changed(_office_parts(WIDE), _LAYOUTS, (r'(<p:ph [^>]*?) idx="\d+"', r"\1")))


def with_body_beside_strip() -> bytes:
    """`Title and Content` with a low second placeholder below the body, for the name of a department."""
    strip = (
        '<p:sp><p:nvSpPr><p:cNvPr id="90" name="Department"/><p:cNvSpPr/><p:nvPr><p:ph type="body" idx="13"/>'
        '</p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="838200" y="6200000"/><a:ext cx="7600000" cy="300000"/>'
        "</a:xfrm></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p/></p:txBody></p:sp></p:spTree>"
    )
    second = r"ppt/slideLayouts/slideLayout2\.xml"
    return _packed(_changed(_office_parts(WIDE), second, ("</p:spTree>", strip)))


def in_capitals(size: float, pitch: float) -> bytes:
    """Titles in spaced capitals of that size, with a line pitch, both in points."""

    def change(style: re.Match[str]) -> str:
        first, rest = style[0].split("</a:lvl1pPr>", 1)
        first = re.sub(r"<a:lnSpc>.*?</a:lnSpc>", "", first)
        head = f'\\1<a:lnSpc><a:spcPts val="{round(pitch * 100)}"/></a:lnSpc>'
        first = re.sub(r"(<a:lvl1pPr[^>]*>)", head, first)
        run = f'<a:defRPr cap="all" spc="300" sz="{round(size * 100)}"'
        return re.sub(r'<a:defRPr(?: sz="\d+")?', run, first) + "</a:lvl1pPr>" + rest

    parts = _office_parts(WIDE)
    for name in [name for name in parts if re.fullmatch(_MASTERS, name)]:
        text = parts[name].decode()
        parts[name] = re.sub(r"<p:titleStyle>.*?</p:titleStyle>", change, text, flags=re.DOTALL).encode()
    return _packed(parts)


def with_macros() -> bytes:
    """A presentation of PowerPoint's that may hold macros (PPTM)."""
    kind = (
        "application/vnd.openxmlformats-officedocument." + _MAIN,
        "application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml",
    )
    return _packed(_changed(_office_parts(WIDE), _TYPES, (re.escape(kind[0]), kind[1])))


def locked() -> bytes:
    """The beginning of a presentation that a password protects: no zip file, but an OLE container."""
    head = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504)
    return head + "EncryptedPackage".encode("utf-16-le") + bytes(4096)


def cut_off() -> bytes:
    """Half of a template, as a broken download leaves it."""
    whole = office()
    return whole[: len(whole) // 2]


def _office_parts(size: tuple[int, int]) -> Parts:
    parts = _parts(_DEFAULT.read_bytes())
    across, down = size[0] / 9_144_000, size[1] / 6_858_000

    def scaled(match: re.Match[str]) -> str:
        one, other = round(int(match[3]) * across), round(int(match[5]) * down)
        return f'<a:{match[1]} {match[2]}="{one}" {match[4]}="{other}"'

    for name in [name for name in parts if re.fullmatch(f"{_MASTERS}|{_LAYOUTS}", name)]:
        text = parts[name].decode()
        parts[name] = re.sub(r'<a:(off|ext) (c?x)="(\d+)" (c?y)="(\d+)"', scaled, text).encode()
    sized = f'<p:sldSz cx="{size[0]}" cy="{size[1]}"/>'
    return _changed(parts, r"ppt/presentation\.xml", (r"<p:sldSz [^>]*/>", sized))


def _parts(data: bytes) -> Parts:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _changed(parts: Parts, pattern: str, *pairs: tuple[str, str]) -> Parts:
    """The same parts, with regular expressions replaced in those whose names match; each must be there."""
    found = [name for name in parts if re.fullmatch(pattern, name)]
    assert found, f"no part is named {pattern}"
    for name in found:
        text = parts[name].decode()
        for old, new in pairs:
            text = re.sub(old, new, text, flags=re.DOTALL)
        parts[name] = text.encode()
    return parts


def _packed(parts: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(parts, key=lambda one: (one != "[Content_Types].xml", one)):
            archive.writestr(zipfile.ZipInfo(name), parts[name], zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _saved(data: bytes, change: Callable[[pptx.presentation.Presentation], None]) -> bytes:
    presentation = Presentation(io.BytesIO(data))
    change(presentation)
    buffer = io.BytesIO()
    presentation.save(buffer)
    return buffer.getvalue()
