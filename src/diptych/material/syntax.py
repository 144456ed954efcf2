"""What the YAML parser says, in the words of somebody who writes a lesson.

The parser tells where it gave up, which may be far below the mistake. So the lines before are looked at for
what people do wrong; a mistake is told where the text, with that line mended, can be read further.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

import yaml

from diptych.material.findings import Finding
from diptych.material.limits import MAX_DEPTH, MAX_VALUES
from diptych.material.yaml_mistakes.beginnings import beginning_mistakes, pasted_text
from diptych.material.yaml_mistakes.certain import conflicts
from diptych.material.yaml_mistakes.indents import indent_mistakes
from diptych.material.yaml_mistakes.known_keys import known_keys
from diptych.material.yaml_mistakes.lines import Line, lines_of
from diptych.material.yaml_mistakes.mistake import Mistake
from diptych.material.yaml_mistakes.parser_words import parser_finding
from diptych.material.yaml_mistakes.texts import text_mistakes
from diptych.material.yaml_mistakes.values import value_mistakes

# So much is tried, and no more: each try reads the text again.
_LONGEST_TEXT, _LONGEST_LINE = 200_000, 2_000
_MOST_TRIES, _MOST_TOLD, _MOST_LINES, _NEAR = 60, 10, 400, 3
_END = 10**9


def syntax_findings(error: yaml.MarkedYAMLError, text: str) -> tuple[Finding, ...]:
    """The mistakes that keep the text from being read, in the order of the file; at least one."""
    texts = text.splitlines()
    if certain := [mistake.finding for mistake in conflicts(texts)]:
        return tuple(certain[:_MOST_TOLD])
    found: list[Finding] = []
    failure: yaml.MarkedYAMLError | None = error
    while failure and len(found) < _MOST_TOLD:
        mistake = _explanation(failure, texts) if len(text) <= _LONGEST_TEXT else None
        if not mistake:
            found += [parser_finding(failure, text)] if not found else []
            break
        found.append(mistake.finding)
        texts = [mistake.mended.get(number, line) for number, line in enumerate(texts)]
        failure = failure_of(texts)
    return tuple(sorted(set(found), key=lambda one: one.place))


def failure_of(texts: list[str]) -> yaml.MarkedYAMLError | None:
    """What keeps the lines from being read, if anything does."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    depth = 0
    try:
        for count, event in enumerate(yaml.parse("\n".join(texts) + "\n", Loader=loader)):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if count > 3 * MAX_VALUES or depth > MAX_DEPTH:
                return None
    except yaml.MarkedYAMLError as error:
        return error
    except yaml.reader.ReaderError:
        return None
    return None


def _explanation(error: yaml.MarkedYAMLError, texts: list[str]) -> Mistake | None:
    """The mistake that, once mended, lets the text be read furthest: a likely one, else any."""
    if "escape code" in (error.problem or ""):
        return None  # the parser tells the very place
    lines = [line for line in lines_of(texts) if len(line.text) <= _LONGEST_LINE]
    before = [line for line in lines if line.number <= _reached(error)][-_MOST_LINES:]
    likely, far = _best(_likely(before, texts), error, texts)
    if far == _END:
        return likely
    other, farther = _best(_less_likely(before, texts), error, texts)
    if not (likely and other):
        return likely or other
    return other if farther > far and other.cost <= likely.cost + 1 else likely


def _best(
    candidates: Iterator[Mistake], error: yaml.MarkedYAMLError, texts: list[str]
) -> tuple[Mistake | None, int]:
    """The mistake that, once mended with the least change, leads furthest, and to which line."""
    reached = _reached(error)
    opened = error.context_mark.line if error.context_mark else reached
    best, furthest, cost = None, -1, 0
    for mistake in islice(candidates, _MOST_TRIES):
        further = _reached(failure_of([mistake.mended.get(i, line) for i, line in enumerate(texts)]))
        least = opened if mistake.line == opened else reached
        if further > least and (further, -mistake.cost) > (furthest, -cost):
            best, furthest, cost = mistake, further, mistake.cost
        if furthest == _END and cost == 1:
            break
    return best, furthest


def _reached(error: yaml.MarkedYAMLError | None) -> int:
    """The line in which the parser gave up, from 0."""
    mark = error and (error.problem_mark or error.context_mark)
    return mark.line if mark else _END


def _likely(before: list[Line], texts: list[str]) -> Iterator[Mistake]:
    """What a line shows by itself, the nearest first."""
    for line in reversed(before):
        yield from beginning_mistakes(line, texts, known_keys())
        yield from value_mistakes(line)


def _less_likely(before: list[Line], texts: list[str]) -> Iterator[Mistake]:
    """What lines show beside others, and what is no YAML at all; only where the parser gave up."""
    for index in range(len(before) - 1, max(len(before) - 1 - _NEAR, -1), -1):
        yield from text_mistakes(before[index], before[:index], texts)
        yield from indent_mistakes(before[index], before[:index], before[-1], texts)
        yield from pasted_text(before[index], texts)
