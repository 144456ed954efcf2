"""What a new source is about: asked on a terminal, or given with the command."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeVar

from diptych.build.sources import UsageError
from diptych.material.scalars import Minutes, parse_language, parse_minutes

Value = TypeVar("Value", str, int)
_MOST_TRIES = 3
LEVELS = {"de": "Klasse 9", "fr": "Classe de 3e", "es": "3.º de ESO"}


@dataclass(frozen=True)
class Answers:
    """Title, language, level and minutes of a new source; what is empty or 0 was not said."""

    title: str = ""
    lang: str = ""
    level: str = ""
    minutes: int = 0

    def completed(self, name: str) -> Answers:
        """The answers, with what suits most where nothing is said."""
        lang = self.lang or "en"
        title = self.title or name.replace("-", " ").replace("_", " ").strip().capitalize() or "A lesson"
        level = self.level or LEVELS.get(lang.split("-")[0], "Year 9")
        return Answers(title, lang, level, self.minutes or 45)


def asked(known: Answers, name: str, ask: Callable[[str], str], tell: Callable[[str], None]) -> Answers:
    """The answers to what is not known yet; an empty line takes what stands in brackets.

    `ask` shows a question and gives the line that is typed, `tell` says what will not do. Raises UsageError
    where three lines in a row will not do.
    """
    found = known
    if not known.title:
        found = replace(found, title=ask(f"Title [{found.completed(name).title}]: ").strip())
    if not known.lang:
        found = replace(found, lang=_until_right("Language [en]: ", parsed_language, ask, tell))
    if not known.level:
        found = replace(found, level=ask(f"Level [{found.completed(name).level}]: ").strip())
    if not known.minutes:
        found = replace(found, minutes=_until_right("Minutes [45]: ", parsed_minutes, ask, tell))
    return found


def parsed_language(text: str) -> str:
    """The language tag; ValueError, which says what to write, where it is none."""
    try:
        return str(parse_language(text)) if text else ""
    except ValueError:
        raise ValueError(f"`{text}` is no language tag; write one such as en, en-GB, de, fr or es") from None


def parsed_minutes(text: str) -> int:
    """The minutes; ValueError, which says what to write, where it is no length of time."""
    try:
        minutes = int(parse_minutes(text)) if text else Minutes(0)
    except ValueError:
        raise ValueError(f"`{text}` is no length of time; write 45 or 1 h 30 min") from None
    if text and not 5 <= minutes <= 1440:
        raise ValueError(f"a lesson of {minutes} minutes has no parts; write 5 to 1440")
    return minutes


def _until_right(
    question: str, parse: Callable[[str], Value], ask: Callable[[str], str], tell: Callable[[str], None]
) -> Value:
    message = ""
    for _ in range(_MOST_TRIES):
        try:
            return parse(ask(question).strip())
        except ValueError as error:
            message = str(error)
            tell(message)
    raise UsageError(message)
