"""What a folder of finished files holds, of what it was made, and how."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from diptych.build.digests import digest

if TYPE_CHECKING:
    from diptych.build.inputs import Inputs

MANIFEST = "manifest.json"
FORMAT = 1
_OWN = "source"  # the files that belong to one source alone


class ManifestError(ValueError):
    """What is no manifest, or one that this version of Diptych cannot read."""


@dataclass(frozen=True)
class Made:
    """One finished file: its digest and bytes, its pages, slides or questions, and how it is made."""

    sha256: str
    size: int
    unit: str
    count: int
    options: Mapping[str, str | int | bool] = field(default_factory=dict)


@dataclass(frozen=True)
class Build:
    """What was made of one source at one time.

    `path` is where its YAML lies, from the folder that the build was started in; only its name where it
    lies elsewhere. `design` is what holds for all outputs: the layout, and what the command line says of
    the deck. `created` is the moment that the user set.
    """

    source: str
    path: str
    design: Mapping[str, str]
    inputs: Inputs
    versions: Mapping[str, str]
    outputs: Mapping[str, Made]
    created: str = ""

    def with_outputs(self, outputs: Mapping[str, Made]) -> Build:
        """The same, but for these outputs."""
        return replace(self, outputs=outputs)


@dataclass(frozen=True)
class Manifest:
    """All that stands in one folder. Each name is in one of the builds only."""

    builds: tuple[Build, ...] = ()

    def outputs(self) -> dict[str, Made]:
        """Every file by its name."""
        return {name: made for build in self.builds for name, made in build.outputs.items()}

    def with_builds(self, added: Sequence[Build]) -> Manifest:
        """The manifest after other builds, whose outputs take the place of those of the same names.

        No two of them are of the same source.
        """
        new = {build.source: build for build in added}
        taken = {name: made for build in added for name, made in build.outputs.items()}
        kept: list[Build] = []
        for build in self._without(taken):
            other = new.get(build.source)
            if other and build.with_outputs({}) == other.with_outputs({}):
                new[build.source] = other.with_outputs({**build.outputs, **other.outputs})
            else:
                kept.append(build)
        return _in_order((*kept, *new.values()))

    def of(self, names: Mapping[str, object]) -> Manifest:
        """The manifest of those files alone."""
        gone = {name: made for name, made in self.outputs().items() if name not in names}
        return _in_order(tuple(self._without(gone)))

    def left_over(self, builds: Iterable[Build]) -> Iterator[str]:
        """The files of the same sources that are made from something else than these builds are."""
        new = {build.source: build for build in builds}
        for other in self.builds:
            build = new.get(other.source)
            if build and other.inputs != build.inputs:
                yield from (name for name in other.outputs if name not in build.outputs)

    def data(self) -> bytes:
        """The manifest as a file (JSON), the same for the same content, with one build a line."""
        common = Common()
        builds = ",\n".join(_json(_told(build, common)) for build in self.builds)
        shared = ",\n".join(f"{_json(key)}: {_json(common.table[key])}" for key in sorted(common.table))
        text = f'{{"format": {FORMAT},\n"common": {{\n{shared}\n}},\n"builds": [\n{builds}\n]}}\n'
        return text.encode("utf-8", "surrogatepass")

    def _without(self, names: Mapping[str, object]) -> Iterator[Build]:
        for build in self.builds:
            outputs = {name: made for name, made in build.outputs.items() if name not in names}
            if outputs:
                yield build if len(outputs) == len(build.outputs) else build.with_outputs(outputs)


class Common:
    """What builds share, such as the files of a layout, told once: of 15 kB a build, 1 is its own."""

    def __init__(self) -> None:
        self.table: dict[str, Mapping[str, str]] = {}
        self.known: dict[int, str] = {}

    def key(self, values: Mapping[str, str]) -> str:
        """The key under which these values stand in the table from now on; the same for the same values.

        They must live as long as this does.
        """
        if id(values) not in self.known:
            key = digest(json.dumps(dict(values), sort_keys=True).encode("ascii"))[:16]
            self.table.setdefault(key, dict(values))
            self.known[id(values)] = key
        return self.known[id(values)]


def read_manifest(path: Path) -> Manifest:
    """The manifest in a file. Raises OSError where there is none, ManifestError for any other file."""
    try:
        content = json.loads(path.read_bytes().decode("utf-8", "surrogatepass"))
        if content["format"] != FORMAT:
            raise ManifestError(f"{path} is of another version of Diptych")
        common = {key: _texts(values) for key, values in content["common"].items()}
        return Manifest(tuple(_build(build, common) for build in content["builds"]))
    except ManifestError:
        raise
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise ManifestError(f"{path} is no manifest of Diptych's, or damaged") from None


def _in_order(builds: tuple[Build, ...]) -> Manifest:
    return Manifest(tuple(sorted(builds, key=lambda build: (build.source, min(build.outputs)))))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _told(build: Build, common: Common) -> dict[str, Any]:
    told: dict[str, Any] = {
        "source": build.source,
        "path": build.path,
        "design": dict(build.design),
        "inputs": {
            kind: dict(files) if kind == _OWN else common.key(files) for kind, files in build.inputs.items()
        },
        "versions": common.key(build.versions),
        "outputs": {name: _told_output(made) for name, made in build.outputs.items()},
    }
    return told | ({"created": build.created} if build.created else {})


def _told_output(made: Made) -> dict[str, Any]:
    return {
        "sha256": made.sha256,
        "bytes": made.size,
        f"{made.unit}s": made.count,
        "options": dict(made.options),
    }


def _build(told: Mapping[str, Any], common: Mapping[str, Mapping[str, str]]) -> Build:
    return Build(
        source=_plain(told["source"]),
        path=str(told["path"]),
        design=_texts(told["design"]),
        inputs={
            str(kind): _texts(files) if kind == _OWN else common[files]
            for kind, files in told["inputs"].items()
        },
        versions=common[told["versions"]],
        outputs={_plain(name): _made(made) for name, made in told["outputs"].items()},
        created=str(told.get("created", "")),
    )


def _made(told: Mapping[str, Any]) -> Made:
    unit = next(unit for unit in ("page", "slide", "question", "") if f"{unit}s" in told or not unit)
    options = {str(key): value for key, value in told["options"].items()}
    if any(not isinstance(value, str | int) for value in options.values()):
        raise ManifestError("options are words, numbers, or true")
    return Made(str(told["sha256"]), int(told["bytes"]), unit, int(told.get(f"{unit}s", 0)), options)


def _texts(values: Mapping[str, Any]) -> dict[str, str]:
    return {str(key): str(value) for key, value in values.items()}


def _plain(name: object) -> str:
    """A name of a file in the folder itself."""
    if not isinstance(name, str) or not name or "/" in name or "\\" in name or name in {".", ".."}:
        raise ManifestError(f"`{name}` is no plain name")
    return name
