"""What a source is made from is gathered into a job, without building anything."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from diptych.build.many.job import TEMPLATES, Files, Job
from diptych.build.order import Order
from diptych.build.records.file_digests import files_under
from diptych.build.sources import SourceFile, UsageError, text_of
from diptych.layout.shipped import shipped_layouts
from diptych.layout.yaml_files import read_yaml
from diptych.material import tree
from diptych.material.source_files import inside, is_file

_LONGEST = 300  # characters of a path
_FONTS = frozenset({".ttf", ".otf"})


def job_of(source: SourceFile, order: Order, environment: Mapping[str, str]) -> Job:
    """The job of building one source by an order, to be done in an environment like this one.

    Each text in the source that is the path of a file in its folder stands for that file. Raises SourceError
    where the source cannot be read, LayoutError where a layout of the user's own cannot, UsageError where
    there is no such template.
    """
    data, folder = source.data(), source.path.parent
    content, _ = tree.read_tree(text_of(data))
    layout = order.layout or _layout_named(content)
    files = dict(_named_files(content, folder))
    return Job(
        name=source.name,
        folder=folder.name or "source",
        main=source.path.name,
        files=tuple({**files, source.path.name: data}.items()),
        layouts=tuple(_layout_files(layout, order.layouts)),
        template=tuple(_template_files(order.deck.template)),
        layout=order.layout,
        aspect=order.deck.aspect,
        scheme=order.deck.scheme,
        request=order.request,
        strict=order.strict,
        words=order.words,
        environment=environment,
    )


def _layout_named(content: tree.Tree) -> str:
    named = content.get("layout") if isinstance(content, tree.Mapping) else None
    return named.text if isinstance(named, tree.Scalar) else "classic"


def _named_files(content: tree.Tree, folder: Path) -> Iterator[tuple[str, bytes]]:
    for text in dict.fromkeys(_texts(content)):
        path = None if Path(text).is_absolute() else inside(folder, text)
        if path and is_file(path):
            yield text, path.read_bytes()
            if path.suffix.lower() in TEMPLATES:
                yield from _fonts_beside(path.parent, Path(text).parent)
    for name, path in files_under(folder / "labels"):
        yield f"labels/{name}", path.read_bytes()


def _texts(content: tree.Tree) -> Iterator[str]:
    """All texts that can be a path, keys left out."""
    if isinstance(content, tree.Scalar):
        if 0 < len(content.text) <= _LONGEST and "\n" not in content.text and "\0" not in content.text:
            yield content.text
    elif isinstance(content, tree.Sequence):
        for item in content.items:
            yield from _texts(item)
    else:
        for _, value in content.entries:
            yield from _texts(value)


def _layout_files(name: str, roots: Sequence[Path]) -> Iterator[tuple[str, bytes]]:
    """The files of a layout and of those that it extends, as far as they are the user's own."""
    seen: set[str] = set()
    while name and name not in seen:
        seen.add(name)
        folder = next((root / name for root in roots if (root / name / "theme.yaml").is_file()), None)
        if not folder or folder.resolve().is_relative_to(shipped_layouts().resolve()):
            return
        for inner, path in files_under(folder):
            yield f"{name}/{inner}", path.read_bytes()
        name = str(read_yaml(folder / "theme.yaml").get("extends", ""))


def _template_files(template: Path | None) -> Files:
    if not template:
        return ()
    if not template.is_file():
        raise UsageError(f"there is no template {template}")
    return ((template.name, template.read_bytes()), *_fonts_beside(template.parent, Path()))


def _fonts_beside(folder: Path, inner: Path) -> Iterator[tuple[str, bytes]]:
    for place in (folder, folder / "fonts"):
        for path in sorted(place.iterdir()) if place.is_dir() else ():
            if path.suffix.casefold() in _FONTS:
                yield (inner / path.relative_to(folder)).as_posix(), path.read_bytes()
