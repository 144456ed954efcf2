"""Slides of activities: what the class does, with whom, for how long, and with what."""

from __future__ import annotations

from diptych.deck.plan.lists import wording
from diptych.deck.plan.paragraphs import item_list, lines, prose
from diptych.deck.plan.runs import Voice, join
from diptych.deck.plan.studio import Content, Studio, flowing
from diptych.deck.values import Run
from diptych.material.blocks import Activity


def activity_content(studio: Studio, activity: Activity, named: bool) -> Content:
    """Time and grouping, then materials, instructions and steps; its name too, unless it is `named` above."""
    voice = studio.voice.in_language(activity.lang)
    name = () if named else voice.rich(activity.activity)
    details = lines([join((name, _time(voice, activity), voice.rich(activity.grouping)), " · ")])
    own = (*prose(activity.instructions, voice), *item_list(activity.steps, voice, "number"))
    body = (*lines([_materials(voice, activity)]), *wording(activity, voice, own, "number"))
    return flowing(studio, "activity", "body", body, activity.place, {"details": details})


def _time(voice: Voice, activity: Activity) -> tuple[Run, ...]:
    return voice.label("minutes", count=activity.minutes) if activity.minutes else ()


def _materials(voice: Voice, activity: Activity) -> tuple[Run, ...]:
    if not activity.materials:
        return ()
    named = join((voice.rich(material) for material in activity.materials), " · ")
    return join((voice.label("materials", bold=True, colour="third"), named), ": ")
