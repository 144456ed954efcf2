"""Material that was read becomes a Document that can be rendered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from diptych.material.blocks import Figure
from diptych.material.charts.files import with_chart_data
from diptych.material.checks import check, texts_of
from diptych.material.citing.bibliography import Bibliography
from diptych.material.cross_references import check_references, with_references
from diptych.material.document import Document
from diptych.material.exercises import with_exercises
from diptych.material.findings import Finding, SourceError
from diptych.material.labels import Labels
from diptych.material.languages.lacking import lacking_remark
from diptych.material.length_checks import check_lengths
from diptych.material.links import link_remarks
from diptych.material.model import Material
from diptych.material.numbering import all_blocks, number
from diptych.material.option_letters import letters_of, with_answers_in_latin
from diptych.material.picture_checks import picture_warnings
from diptych.material.pictures import PictureFile, load_picture
from diptych.material.program_lines import with_programs
from diptych.material.weight import check_weight


def prepare(material: Material, folder: Path, labels: Labels) -> Document:
    """The document, with its pictures read from `folder`.

    Raises SourceError with every finding where parts of the material do not agree.
    """
    pictures: dict[str, PictureFile] = {}
    joined, missing, libraries = _with_library(material, folder)
    lettered = with_answers_in_latin(joined, labels)
    programs = with_programs(lettered, folder)
    charts = with_chart_data(programs.material, folder)
    material = charts.material
    checked = list(check(material))
    findings = [finding for finding in checked if finding.severity == "error"]
    findings += [*missing, *programs.findings, *charts.findings]
    findings += [*check_lengths(material), *check_weight(material)]
    findings += _load_pictures(material, folder, pictures)
    if findings:
        raise SourceError(tuple(sorted(findings, key=lambda finding: finding.place)))
    remarks = [finding for finding in checked if finding.severity == "warning"]
    remarks += [*picture_warnings(material, pictures), *link_remarks(texts_of(material), labels)]
    remarks += lacking_remark(labels)
    material = with_exercises(material, labels)
    bibliography = Bibliography(material.references, labels, material.citation_style)
    if material.citation_style == "chicago-notes":
        from diptych.material.citing.cited_notes import with_cited_notes

        material = with_cited_notes(material, bibliography)
    numbering = number(material, letters_of(labels))
    if unnamed := tuple(check_references(material, numbering, labels)):
        raise SourceError(unnamed)
    material = with_references(material, numbering, labels)
    files = {**programs.digests, **charts.digests}
    warnings = tuple(sorted(remarks, key=lambda finding: finding.place))
    return Document(material, numbering, bibliography, labels, pictures, files, libraries, warnings)


def _with_library(
    material: Material, folder: Path
) -> tuple[Material, tuple[Finding, ...], Mapping[str, bytes]]:
    """The material with the works that it cites from its files, what is wrong with them, and the files."""
    if not material.bibliography:
        return material, (), {}
    from diptych.material.csl.library import with_library

    joined = with_library(material, folder)
    return joined.material, joined.findings, joined.files


def _load_pictures(material: Material, folder: Path, pictures: dict[str, PictureFile]) -> Iterator[Finding]:
    for block in all_blocks(material.sections):
        if isinstance(block, Figure) and block.figure not in pictures:
            try:
                pictures[block.figure] = load_picture(folder, block.figure, block.place)
            except SourceError as error:
                yield from error.findings
