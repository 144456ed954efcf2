"""Sources are built by the machines of a Dask cluster."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from dataclasses import dataclass

from diptych.build.sources import UsageError

_PATIENCE = 10  # seconds


@dataclass(frozen=True)
class Cluster:
    """Its executor, and how many workers it has now, at least 1."""

    executor: Executor
    workers: int


@contextmanager
def cluster(address: str) -> Iterator[Cluster]:
    """The cluster of a scheduler, such as `tcp://10.0.0.7:8786`, while this lasts.

    Raises UsageError where nobody answers there, or Dask is not installed.
    """
    try:
        from distributed import Client
    except ImportError:
        raise UsageError("`--cluster` needs Dask: pip install 'diptych[cluster]'") from None
    try:
        client = Client(address, timeout=_PATIENCE, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise UsageError(f"there is no Dask scheduler at {address}: {error}") from None
    with client:
        workers = len(client.scheduler_info(n_workers=-1)["workers"])
        yield Cluster(client.get_executor(), max(1, workers))  # type: ignore[no-untyped-call]
