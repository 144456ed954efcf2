"""Slides of activities: what the class does, with whom, for how long, and with what."""

from __future__ import annotations

from diptych.deck.design.slide_layouts import Area
from diptych.deck.measure.fit import demand, fit, sized
from diptych.deck.measure.heights import narrowed, paragraph_lines, text_height
from diptych.deck.plan.lists import wording
from diptych.deck.plan.paragraphs import Paragraphs, item_list, lines, prose
from diptych.deck.plan.runs import Voice, join
from diptych.deck.plan.studio import Content, Studio, placed
from diptych.deck.values import Run
from diptych.material.blocks import Activity

_LAYOUT = "activity"


def activity_content(studio: Studio, activity: Activity, named: bool) -> Content:
    """Time and grouping, then materials, instructions and steps; its name too, unless it is `named` above."""
    voice = studio.voice.in_language(activity.lang)
    name = () if named else voice.rich(activity.activity)
    details = lines([join((name, _time(voice, activity), voice.rich(activity.grouping)), " · ")])
    own = (*prose(activity.instructions, voice), *item_list(activity.steps, voice, "number"))
    body = (*lines([_materials(voice, activity)]), *wording(activity, voice, own, "number"))
    return _arranged(studio, activity, details, body)


def _arranged(studio: Studio, activity: Activity, details: Paragraphs, body: Paragraphs) -> Content:
    """The details, and close below them the body on as many slides as it needs."""
    above, area = studio.area(_LAYOUT, "details"), studio.area(_LAYOUT, "body")
    words = _in_fewest_lines(studio, above, demand(details, above, studio.fonts, activity.place))
    height = text_height(words, above, studio.fonts) if words else 0
    if above.anchor == "top" and area.box.y >= above.box.bottom:
        top = above.box.y + (height + area.box.y - above.box.bottom if words else 0)
        area = narrowed(area, area.box._replace(y=top, height=area.box.bottom - top))
        above = narrowed(above, above.box._replace(height=height))
    parts = (
        (*placed(above, words, activity.place), *placed(area, group, activity.place))
        for group in fit(body, area, studio.fonts, activity.place)
    )
    return Content(_LAYOUT, tuple(parts))


def _in_fewest_lines(studio: Studio, area: Area, words: Paragraphs) -> Paragraphs:
    """The words, that fit, in the largest size that needs the fewest lines."""
    fitting = [sized(words, size, area) for size in area.sizes if words and size <= words[0].size]
    counts = [sum(paragraph_lines(one, area, studio.fonts) for one in group) for group in fitting]
    return fitting[counts.index(min(counts))] if fitting else words


def _time(voice: Voice, activity: Activity) -> tuple[Run, ...]:
    return voice.label("minutes", count=activity.minutes) if activity.minutes else ()


def _materials(voice: Voice, activity: Activity) -> tuple[Run, ...]:
    if not activity.materials:
        return ()
    named = join((voice.rich(material) for material in activity.materials), " · ")
    return join((voice.label("materials", bold=True, colour="third"), named), voice.colon)
