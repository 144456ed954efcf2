"""Material with all that both panels need beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from diptych.material.citing.bibliography import Bibliography
from diptych.material.facts import Source
from diptych.material.findings import Finding
from diptych.material.labels import Labels
from diptych.material.model import Material
from diptych.material.numbering import Numbering
from diptych.material.pictures import PictureFile


@dataclass(frozen=True)
class Document:
    """One source, read and checked: material, numbers, references, words and pictures.

    `pictures` holds every picture file by the path that the YAML gives, `files` the SHA-256 of those that
    other words come from, `libraries` every file of references as it was read. `warnings` are what its
    author should look at. `for_students` says that nothing is to be solved.
    """

    material: Material
    numbering: Numbering
    bibliography: Bibliography
    labels: Labels
    pictures: Mapping[str, PictureFile] = field(repr=False)
    files: Mapping[str, str] = field(default_factory=dict, repr=False)
    libraries: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    warnings: tuple[Finding, ...] = ()
    for_students: bool = False

    def source(self, source_id: str) -> Source:
        """The primary source of that id."""
        return next(source for source in self.material.sources if source.id == source_id)
