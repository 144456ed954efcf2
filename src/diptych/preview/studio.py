"""Makes sources in the background and keeps what the page shows; newer changes go before older ones."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from diptych.build.sources import SourceFile
from diptych.preview.made import Made, Maker
from diptych.watching.watch import Change


@dataclass
class Studio:
    """All sources by name. `version` grows with everything new that can be shown."""

    changed: threading.Condition = field(default_factory=threading.Condition)
    sources: dict[str, Made] = field(default_factory=dict)
    makers: dict[str, Maker] = field(default_factory=dict)
    wanted: list[str] = field(default_factory=list)
    version: int = 0
    problem: str = ""
    closed: bool = False

    def take(self, change: Change) -> None:
        """Have made what a change touched; what is gone is shown no more."""
        with self.changed:
            self.problem = change.problem
            names = [source.name for source in change.sources]
            for name in set(self.sources) - set(names):
                del self.sources[name], self.makers[name]
            for source in change.touched:
                self._want(source)
                if not change.words_alone:
                    self.makers[source.name].begin_anew()
            self._tell()

    def work(self) -> None:
        """Make what is wanted, one after the other, until closed."""
        while True:
            with self.changed:
                self.changed.wait_for(lambda: self.wanted or self.closed)
                if self.closed:
                    return
                name = self.wanted.pop(0)
                maker, before = self.makers[name], self.sources[name]
            maker.make(before, lambda made, name=name: self._show(name, made))  # type: ignore[misc]

    def wait(self, version: int, seconds: float) -> int:
        """The version, as soon as it is another one, or after so many seconds."""
        with self.changed:
            self.changed.wait_for(lambda: self.version != version or self.closed, seconds)
            return self.version

    def close(self) -> None:
        """End the work."""
        with self.changed:
            self.closed = True
            self.changed.notify_all()

    def shown(self) -> tuple[int, str, Sequence[Made]]:
        """The version, what is wrong where there are no sources, and all sources by their names."""
        with self.changed:
            return self.version, self.problem, [self.sources[name] for name in sorted(self.sources)]

    def _want(self, source: SourceFile) -> None:
        made = self.sources.get(source.name, Made(source))
        self.sources[source.name] = replace(made, source=source, busy="slides")
        maker = self.makers.get(source.name)
        if maker is None or maker.source != source:
            self.makers[source.name] = Maker(source)
        self.wanted = [*(name for name in self.wanted if name != source.name), source.name]

    def _show(self, name: str, made: Made) -> bool:
        """Show what was made; False where the source was changed or removed in the meantime."""
        with self.changed:
            if name not in self.sources or self.closed:
                return False
            again = name in self.wanted
            self.sources[name] = replace(made, busy="slides") if again else made
            self._tell()
            return not again

    def _tell(self) -> None:
        self.version += 1
        self.changed.notify_all()


def lines_of(path: Path) -> list[str]:
    """The lines of a source as they are now; none where it cannot be read."""
    try:
        return path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return []
