"""The files of labels that serve a language are read, the general first and the particular over it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from diptych.layout.error import LayoutError
from diptych.layout.label_checks import LabelFile, label_file
from diptych.layout.yaml_files import read_file
from diptych.material.findings import describe, source_error
from diptych.material.labels import Labels, Wording
from diptych.material.languages.tags import tags_of

# The language whose labels are whole, and stand in for those that another lacks.
_WHOLE = "en"


@dataclass(frozen=True)
class LabelFiles:
    """The folders with files of labels, farthest first: of layouts and, last, beside the source."""

    folders: Sequence[Path]

    def languages(self) -> tuple[str, ...]:
        """The languages that there are labels for."""
        return tuple(sorted({path.stem for folder in self.folders for path in folder.glob("*.yaml")}))

    def labels(self, lang: str) -> Labels:
        """The words of a language.

        Raises SourceError where there are none, telling what file to write, and LayoutError where a
        file holds a label that there is not, or a blank that nothing fills.
        """
        known = self._merged(_WHOLE, {}).words
        own = self._merged(lang, known if _WHOLE not in tags_of(lang) else {})
        if not own.words:
            raise self._unknown(lang)
        lacking = tuple(name for name in known if name not in own.words)
        words = {**{name: known[name] for name in lacking}, **own.words}
        return Labels(lang, words, own.months, lacking)

    def _merged(self, lang: str, known: Mapping[str, Wording]) -> LabelFile:
        """All that the files for a language say together; names are checked where others are `known`."""
        words: dict[str, Wording] = {}
        months: tuple[str, ...] = ()
        for path in self._paths(lang):
            one = _read(path, known or words)
            words |= one.words
            months = one.months or months
        return LabelFile(words, months)

    def _paths(self, lang: str) -> Iterator[Path]:
        """The files from the plain language to the exact tag, and of each from the farthest folder."""
        for tag in reversed(tags_of(lang)):
            yield from (path for folder in self.folders if (path := folder / f"{tag}.yaml").is_file())

    def _unknown(self, lang: str) -> Exception:
        tag = tags_of(lang)[-1]
        pattern = next(path for folder in self.folders if (path := folder / f"{_WHOLE}.yaml").is_file())
        message = f"there are no labels for the language `{lang}`, only for {', '.join(self.languages())}"
        hint = (
            f"copy {pattern} to labels/{tag}.yaml beside your source, or into your layout, "
            "and put its words into your language"
        )
        return source_error(message, hint=hint, kind="language-without-labels")


def _read(path: Path, known: Mapping[str, Wording]) -> LabelFile:
    text, tree, repeated = read_file(path)
    file, findings = label_file(tree, known, adding=path.stem == _WHOLE)
    if faults := [*repeated, *findings]:
        lines = text.split("\n")
        raise LayoutError(_told(describe(one, str(path), lines) for one in faults))
    return file


def _told(faults: Iterable[str]) -> str:
    return "\n".join(("a file of labels cannot be used", *faults))
