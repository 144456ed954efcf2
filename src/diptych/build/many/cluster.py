"""Sources are built by the machines of a Dask cluster."""

from __future__ import annotations

import logging
import time
import warnings
from collections.abc import Iterator, Mapping
from concurrent.futures import Executor
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from diptych import meanwhile
from diptych.build.many.alike import differences
from diptych.build.many.doing import environment_here
from diptych.build.sources import UsageError

if TYPE_CHECKING:
    from distributed import Client

_PATIENCE = 10  # seconds
_SELDOM = 5.0  # seconds between two questions who is there
_MOST_NAMED = 5
# Those that Dask gives handlers of their own (`distributed.config`); all others of its pass on to these.
_LOGGERS = ("distributed", "distributed.client", "distributed.gc", "tornado", "tornado.application")


@dataclass
class Cluster:
    """What hands jobs to workers, and how many of these there are: some come later, and some go."""

    client: Client
    executor: Executor
    count: int = 0
    asked: float = 0.0

    def workers(self) -> int:
        """How many workers it has now, or had a moment ago."""
        if time.monotonic() - self.asked >= _SELDOM or not self.asked:
            with suppress(OSError):  # a scheduler that is gone is told of by the jobs
                self.count = len(self.client.scheduler_info(n_workers=-1)["workers"])
            self.asked = time.monotonic()
        return self.count


@contextmanager
def cluster(address: str, environment: Mapping[str, str]) -> Iterator[Cluster]:
    """The cluster of a scheduler, such as `tcp://10.0.0.7:8786`, while this lasts.

    Raises UsageError where nobody answers there, where Dask is not installed, and where a worker would
    not make the files that this environment makes.
    """
    try:
        import dask
        from distributed import Client
    except ImportError:
        raise UsageError("`--cluster` needs Dask: pip install 'diptych[cluster]'") from None
    # A job brings its pictures with it, which Dask takes for a mistake.
    large = dask.config.set({"distributed.admin.large-graph-warning-threshold": "1TB"})
    with _saying_nothing(), large, _connected(Client, address) as client:
        _see_that_all_are_alike(client, environment)
        yield Cluster(client, client.get_executor())


@contextmanager
def _saying_nothing() -> Iterator[None]:
    """While this lasts, Dask logs nothing, and warns of nothing: what matters comes as an error."""
    with ExitStack() as stack:
        for name in _LOGGERS:
            silent = meanwhile.attribute(logging.getLogger(name), "handlers", [logging.NullHandler()])
            stack.enter_context(silent)
        stack.enter_context(warnings.catch_warnings())
        warnings.simplefilter("ignore")
        yield


def _connected(client: Any, address: str) -> Client:
    try:
        connected: Client = client(address, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        told = " ".join(str(error).split())
        raise UsageError(f"there is no Dask scheduler at {address}: {told}") from None
    return connected


def _see_that_all_are_alike(client: Client, environment: Mapping[str, str]) -> None:
    """Raises UsageError that names each worker on which files would come out otherwise, and why."""
    try:
        client.run_on_scheduler(_nothing)  # type: ignore[no-untyped-call]
    except Exception as error:  # the scheduler looks into each job
        raise UsageError(f"the scheduler has no Diptych of this version: {_first_line(error)}") from None
    answers = client.run(environment_here, on_error="return")
    other = {worker: told for worker, one in answers.items() if (told := _other(one, environment))}
    if other:
        lines = [f"\n  {worker}: {told}" for worker, told in sorted(other.items())]
        more = f"\n  and {len(lines) - _MOST_NAMED:,} more" if len(lines) > _MOST_NAMED else ""
        raise UsageError(
            "workers must have what this machine has, so that files come out the same; "
            f"install it there, and start them again:{''.join(lines[:_MOST_NAMED])}{more}"
        )


def _nothing() -> None:
    """Needs nothing but Diptych itself."""


def _other(answer: Mapping[str, str] | Exception, environment: Mapping[str, str]) -> str:
    if isinstance(answer, Exception):
        return f"has no Diptych of this version: {_first_line(answer)}"
    return "; ".join(differences(answer, environment))


def _first_line(error: Exception) -> str:
    # Dask gives an Exception for one that it cannot bring over, and names that in it.
    kind = "" if type(error) is Exception else f"{type(error).__name__}: "
    return f"{kind}{error}".partition("\n")[0]
