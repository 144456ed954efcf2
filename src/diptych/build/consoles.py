"""Which console tells of a run: one for people, or one that gathers all for a program."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from diptych.build.console import Console


def console_for(arguments: argparse.Namespace, version: str) -> Console:
    """The console that the arguments ask for, on the streams of this process."""
    if arguments.verb not in {"build", "check"} or arguments.format == "text":
        return Console(sys.stdout, sys.stderr, quiet=arguments.quiet, verbose=arguments.verbose)
    from diptych.build.account import Account
    from diptych.build.gathering import Gatherer

    account = Account(arguments.verb, version)
    return Gatherer(sys.stdout, sys.stderr, arguments.format, account, verbose=arguments.verbose)


def tell_misuse(words: Sequence[str], message: str, version: str) -> None:
    """Write the document that a command line asked for which makes no sense otherwise, with its fault."""
    from diptych.build.account import Account
    from diptych.build.gathering import Gatherer, wanted_form

    if form := wanted_form(words):
        account = Account("build", version, errors=[message])
        Gatherer(sys.stdout, sys.stderr, form, account, verbose=False).end(2)
