"""A process that builds one source after the other, for as long as it is told to."""

from __future__ import annotations

import signal
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection

from diptych.build.making import Maker
from diptych.build.many.memory import MOST, memory, tidy_up
from diptych.build.many.warming import Stock
from diptych.build.order import Order
from diptych.build.outcome import Outcome
from diptych.build.process import hearing_again, own_temporary_folder, seldom_collecting

# Libraries lose some memory with each document: after so many, or so much, a new process takes over.
MOST_DOCUMENTS = 250


@dataclass(frozen=True)
class Answer:
    """What a worker says of a source; `last` where it will do no other."""

    outcome: Outcome
    last: bool


def work(order: Order, stock: Stock, ear: Connection, others: Sequence[Connection]) -> None:
    """Build the sources that are heard, tell each stage, and answer each, until nobody speaks any more.

    `others` are ends of lines that this process has only because it began as a copy.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the first process's to hear
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    hearing_again()
    for line in others:
        line.close()
    with suppress(KeyboardInterrupt, EOFError, OSError), own_temporary_folder(), seldom_collecting():
        _answer_all(order, stock, ear)


def _answer_all(order: Order, stock: Stock, ear: Connection) -> None:
    maker = Maker(order, ear.send, kept=stock.kept, recorder=stock.recorder, known=stock.digests)
    for number in range(1, MOST_DOCUMENTS + 1):
        outcome = maker.make(ear.recv())
        tidy_up()
        last = number == MOST_DOCUMENTS or memory() > MOST
        ear.send(Answer(outcome, last))
        if last:
            return
