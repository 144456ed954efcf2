"""What is asked to be made of sources."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from diptych.build.designs import DeckOptions
from diptych.build.records.freshness import LAYOUTS, words_of
from diptych.build.records.shelf import Shelf
from diptych.build.request import Request, request


@dataclass(frozen=True)
class Order:
    """What the command line asks to be made of each source, and where what they share is found.

    `layouts` are the folders of the user's own layouts, `digests` the file in which those of shared files
    are kept, if they are, `words` those on which the works depend, as records tell them. Where it is
    `strict`, warnings are errors.
    """

    layout: str = ""
    deck: DeckOptions = DeckOptions()
    request: Request = Request()
    layouts: tuple[Path, ...] = LAYOUTS
    digests: Path | None = None
    words: Mapping[str, Any] = field(default_factory=dict)
    strict: bool = False


def order_of(arguments: argparse.Namespace) -> Order:
    """What the words of the command line mean."""
    return Order(
        layout=arguments.layout,
        deck=deck_options(arguments),
        request=request(arguments),
        digests=Shelf(arguments.output).digests,
        words=words_of(vars(arguments)),
        strict=arguments.strict,
    )


def deck_options(arguments: argparse.Namespace) -> DeckOptions:
    """What the command line says of the deck."""
    return DeckOptions(arguments.template, arguments.aspect, arguments.scheme)
