"""Charts whose data stand in a file get them as rows of their own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from pathlib import Path

from diptych.material.blocks import AnyBlock, Chart
from diptych.material.charts.csv_file import CsvFile, read_csv
from diptych.material.findings import Finding, SourceError, source_error
from diptych.material.model import Material, Section
from diptych.material.scalars import Datum
from diptych.material.wording import listed


@dataclass(frozen=True)
class ChartFiles:
    """The material with the data that its charts take from files, and the SHA-256 of each such file."""

    material: Material
    digests: Mapping[str, str]
    findings: tuple[Finding, ...]


def with_chart_data(material: Material, folder: Path) -> ChartFiles:
    """The material whose charts hold their data, wherever they come from."""
    reader = _Reader(folder)
    sections = tuple(reader.section(one) for one in material.sections)
    return ChartFiles(replace(material, sections=sections), reader.digests, tuple(reader.findings))


@dataclass
class _Reader:
    """Reads the files of charts, each once."""

    folder: Path
    files: dict[str, CsvFile] = field(default_factory=dict)
    digests: dict[str, str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def section(self, section: Section) -> Section:
        content = tuple(self._block(block) for block in section.content)
        return replace(section, content=content, sections=tuple(map(self.section, section.sections)))

    def _block(self, block: AnyBlock) -> AnyBlock:
        if not isinstance(block, Chart) or not block.data.path:
            return block
        try:
            return self._filled(block)
        except SourceError as error:
            self.findings.extend(error.findings)
            return block

    def _filled(self, chart: Chart) -> Chart:
        if chart.rows or chart.categories or chart.values or chart.series:
            message = f"this chart has data of its own and takes others from `{chart.data.path}`"
            raise source_error(message, chart.place, "keep one of the two", kind="chart-data")
        name = chart.data.path
        if name not in self.files:
            self.files[name] = read_csv(self.folder, chart.data)
            self.digests[name] = self.files[name].sha256
        file = self.files[name]
        chosen = _chosen(chart, file.header)
        rows = tuple(_picked(row, chosen) for row in file.rows)
        return replace(chart, header=_picked(file.header, chosen), rows=rows)


def _picked(row: tuple[Datum, ...], chosen: list[int]) -> tuple[Datum, ...]:
    return tuple(row[index] for index in chosen)


def _chosen(chart: Chart, header: tuple[Datum, ...]) -> list[int]:
    """The columns to take, by their place in the file."""
    names = [datum.text for datum in header]
    for wanted in chart.columns:
        if wanted not in names:
            close = get_close_matches(wanted, names, n=1, cutoff=0.5)
            hint = f"did you mean `{close[0]}`?" if close else f"its columns are {listed(names[:12], 'and')}"
            raise source_error(
                f"`{chart.data.path}` has no column `{wanted}`", chart.place, hint, kind="chart-data"
            )
    return [names.index(wanted) for wanted in chart.columns] or list(range(len(names)))
