"""The folder that finished files go to: nothing of a user's is lost there, and it tells what it holds."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from diptych.build.checksums import SHA256SUMS, checksums_data, read_checksums
from diptych.build.digests import digest
from diptych.build.files import make_folder, remove_parts, write_whole
from diptych.build.kept_aside import keep_aside
from diptych.build.lock import folder_lock
from diptych.build.manifest import MANIFEST, Build, Made, Manifest, ManifestError, read_manifest

# The manifest as it will be, while files are given their names: what was killed then is made out by it.
NEXT = ".manifest.next.json"
PATIENCE = 10.0  # seconds; writing takes a fraction of one

Tell = Callable[[Iterable[str]], object]


class OutputFolder:
    """A folder of finished files. `tell` is given what a user should know of what lies there."""

    def __init__(self, path: Path, tell: Tell, patience: float = PATIENCE) -> None:
        self.path = path
        self.tell = tell
        self.patience = patience

    def prepare(self) -> None:
        """Make the folder, and clear away what a build that was killed left over.

        Raises OSError where nothing can be written there, UsageError where another build does not end.
        """
        with self._alone():
            pass

    def put(self, files: Mapping[str, bytes], builds: Sequence[Build]) -> None:
        """Put the files of some builds there, all or none, and keep account of them.

        A file that was changed after it was built is kept under another name. Raises what `prepare` does.
        """
        with self._alone():
            listed = self._read(MANIFEST)
            before = self._with_unfinished(listed)
            made = {name: one for build in builds for name, one in build.outputs.items()}
            after = self._present(before.with_builds(builds), made)
            manifest = after.data()
            written = {**files, SHA256SUMS: _checksums(after, manifest), MANIFEST: manifest}
            known = before.outputs()
            # A manifest that tells of builds is ours: a large one is not read twice.
            doubtful = written.keys() - ({MANIFEST} if listed.builds else set())
            changed = [name for name in sorted(doubtful) if not self._is_ours(name, known, made)]
            write_whole(
                {self.path / name: data for name, data in written.items()},
                ready=lambda: self._get_ready(changed, manifest),
            )
            (self.path / NEXT).unlink(missing_ok=True)
        self.tell(self._left_over(name) for name in after.left_over(builds))

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """While this lasts, no other build writes there: temporary files are those of builds that ended."""
        make_folder(self.path)
        with folder_lock(self.path, self.patience):
            remove_parts(self.path)
            yield

    def _with_unfinished(self, known: Manifest) -> Manifest:
        """What the folder holds by its manifest, and by that of a build that did not come to its end."""
        for build in self._read(NEXT).builds:
            done = {name: one for name, one in build.outputs.items() if self._digest(name) == one.sha256}
            if done:
                known = known.with_builds([build.with_outputs(done)])
        return known

    def _read(self, name: str) -> Manifest:
        try:
            return read_manifest(self.path / name)
        except (OSError, ManifestError):
            return Manifest()

    def _present(self, manifest: Manifest, made: Mapping[str, Made]) -> Manifest:
        """The manifest without files that somebody took away."""
        with os.scandir(self.path) as entries:
            there = {entry.name: entry for entry in entries if entry.is_file()}
        return manifest.of({**there, **made})

    def _is_ours(self, name: str, before: Mapping[str, Made], made: Mapping[str, Made]) -> bool:
        """Whether the file that lies there, if there is one, was built and is as it was then."""
        path = self.path / name
        if not path.is_file():
            return True
        if name == MANIFEST:
            return _is_manifest(path)
        if name == SHA256SUMS:
            names = before.keys() | made.keys() | {MANIFEST}
            return names >= read_checksums(path.read_bytes()).keys()
        known = (before.get(name), made[name])
        return self._digest(name) in {one.sha256 for one in known if one}

    def _get_ready(self, changed: Iterable[str], manifest: bytes) -> None:
        """All is written and nothing has its name yet."""
        for name in changed:
            self.tell([self._kept(name, keep_aside(self.path / name))])
        write_whole({self.path / NEXT: manifest})

    def _digest(self, name: str) -> str:
        try:
            return digest((self.path / name).read_bytes())
        except OSError:
            return ""

    def _kept(self, name: str, aside: Path) -> str:
        return f"{self.path / name} is not as it was built; it is kept as {aside.name}"

    def _left_over(self, name: str) -> str:
        return (
            f"{self.path / name} is of an earlier build and was not made again; delete it if it is not wanted"
        )


def _checksums(manifest: Manifest, data: bytes) -> bytes:
    digests = {name: made.sha256 for name, made in manifest.outputs().items()}
    return checksums_data({**digests, MANIFEST: digest(data)})


def _is_manifest(path: Path) -> bool:
    try:
        read_manifest(path)
    except ManifestError:
        return False
    return True
