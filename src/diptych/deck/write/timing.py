"""Points that come in click by click, and how one slide gives way to the next (ISO/IEC 29500-1, 19.5)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import count, pairwise

from diptych.deck.values import TextParagraph
from diptych.deck.write.ooxml import P14

_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_NOW = '<p:stCondLst><p:cond delay="0"/></p:stCondLst>'
_ON_CLICK = '<p:stCondLst><p:cond delay="indefinite"/></p:stCondLst>'
_SLIDE = "<p:tgtEl><p:sldTgt/></p:tgtEl>"
# The entrance effect "Appear": nothing moves.
_APPEAR = 'presetID="1" presetClass="entr" presetSubtype="0" fill="hold" grpId="0"'

# A shape's id on the slide, and for each click the paragraphs that it brings in.
Built = tuple[int, tuple[range, ...]]


def clicks(paragraphs: Sequence[TextParagraph]) -> tuple[range, ...]:
    """The paragraphs that each click brings in: one of the first level with those below it."""
    starts = [index for index, one in enumerate(paragraphs) if one.level == 0 or index == 0]
    return tuple(range(start, end) for start, end in pairwise([*starts, len(paragraphs)]))


def timing(built: Iterable[Built]) -> str:
    """The timing of a slide whose shapes come in by clicks, in their order; nothing where there are none."""
    listed = tuple(built)
    if not listed:
        return ""
    ids = count(3)
    effects = "".join(_click(shape, step, ids) for shape, steps in listed for step in steps)
    built_list = "".join(f'<p:bldP spid="{shape}" grpId="0" build="p"/>' for shape, _ in listed)
    return (
        '<p:timing><p:tnLst><p:par><p:cTn id="1" dur="indefinite" restart="never" nodeType="tmRoot">'
        '<p:childTnLst><p:seq concurrent="1" nextAc="seek"><p:cTn id="2" dur="indefinite" nodeType="mainSeq">'
        f"<p:childTnLst>{effects}</p:childTnLst></p:cTn>"
        f'<p:prevCondLst><p:cond evt="onPrev" delay="0">{_SLIDE}</p:cond></p:prevCondLst>'
        f'<p:nextCondLst><p:cond evt="onNext" delay="0">{_SLIDE}</p:cond></p:nextCondLst>'
        "</p:seq></p:childTnLst></p:cTn></p:par></p:tnLst>"
        f"<p:bldLst>{built_list}</p:bldLst></p:timing>"
    )


def transition(kind: str) -> str:
    """A quiet fade, for programs that know its length and for those that do not; nothing for no kind."""
    if not kind:
        return ""
    fade = "<p:fade/></p:transition>"
    return (
        f'<mc:AlternateContent xmlns:mc="{_MC}"><mc:Choice xmlns:p14="{P14}" Requires="p14">'
        f'<p:transition spd="med" p14:dur="700">{fade}</mc:Choice>'
        f'<mc:Fallback><p:transition spd="med">{fade}</mc:Fallback></mc:AlternateContent>'
    )


def _click(shape: int, paragraphs: range, ids: Iterator[int]) -> str:
    outer, inner = next(ids), next(ids)
    effects = "".join(_effect(shape, index, index == paragraphs.start, ids) for index in paragraphs)
    return (
        f'<p:par><p:cTn id="{outer}" fill="hold">{_ON_CLICK}<p:childTnLst>'
        f'<p:par><p:cTn id="{inner}" fill="hold">{_NOW}<p:childTnLst>{effects}</p:childTnLst></p:cTn></p:par>'
        "</p:childTnLst></p:cTn></p:par>"
    )


def _effect(shape: int, paragraph: int, clicked: bool, ids: Iterator[int]) -> str:
    effect, behaviour = next(ids), next(ids)
    node = "clickEffect" if clicked else "withEffect"
    return (
        f'<p:par><p:cTn id="{effect}" {_APPEAR} nodeType="{node}">{_NOW}<p:childTnLst><p:set><p:cBhvr>'
        f'<p:cTn id="{behaviour}" dur="1" fill="hold">{_NOW}</p:cTn>'
        f'<p:tgtEl><p:spTgt spid="{shape}"><p:txEl><p:pRg st="{paragraph}" end="{paragraph}"/></p:txEl>'
        "</p:spTgt></p:tgtEl><p:attrNameLst><p:attrName>style.visibility</p:attrName></p:attrNameLst>"
        '</p:cBhvr><p:to><p:strVal val="visible"/></p:to></p:set></p:childTnLst></p:cTn></p:par>'
    )
