"""Notes pages: the slide's picture, the speaker's words with their lists, the number."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from diptych.deck.template.layouts import EMPTY_TREE, NUMBER_FIELD
from diptych.deck.template.masters import notes_area
from diptych.deck.values import TextParagraph
from diptych.deck.write.ooxml import NAMESPACES, attribute, culture, part
from diptych.deck.write.text import Sheet, paragraphs, text_sheet


def notes_part(words: Iterable[TextParagraph], number: int, sheet: Sheet) -> bytes:
    """The notes page of the slide of that number; sizes are those of the notes master."""
    area = notes_area(sheet.rtl)
    spaced = (replace(one, space_before=area.space_before) for one in words)
    body = paragraphs(spaced, area, text_sheet(sheet), sized=False)
    return part(
        f"<p:notes {NAMESPACES}><p:cSld><p:spTree>{EMPTY_TREE}{_SLIDE_IMAGE}"
        f"{_shape(3, 'Notes', 'body', 3, body)}"
        f"{_shape(4, 'Slide number', 'sldNum', 5, _field(number, sheet))}"
        "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
    )


_SLIDE_IMAGE = (
    '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide image"/>'
    '<p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>'
    '<p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>'
)


def _shape(number: int, name: str, kind: str, index: int, words: str) -> str:
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/>'
        '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="{kind}" sz="quarter" idx="{index}"/></p:nvPr></p:nvSpPr><p:spPr/>'
        f"<p:txBody><a:bodyPr/><a:lstStyle/>{words}</p:txBody></p:sp>"
    )


def _field(number: int, sheet: Sheet) -> str:
    lang = attribute(culture(sheet.lang))
    return (
        f'<a:p><a:fld id="{NUMBER_FIELD}" type="slidenum"><a:rPr lang="{lang}"/><a:t>{number}</a:t></a:fld>'
        f'<a:endParaRPr lang="{lang}"/></a:p>'
    )
