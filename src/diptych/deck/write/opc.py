"""Lists and zip files of the Open Packaging Conventions (ECMA-376, part 2), written without python-pptx."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping

from diptych.deck.write.ooxml import attribute, part

_PACKED_ALREADY = (".png", ".jpeg", ".jpg", ".gif", ".wdp", ".mp4", ".xlsx")
_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
_RELATIONSHIPS = "application/vnd.openxmlformats-package.relationships+xml"


def content_types(kinds: Mapping[str, str]) -> bytes:
    """The list of content types for parts by name; pictures and the like go by their endings."""
    defaults = {"rels": _RELATIONSHIPS, "xml": "application/xml"}
    overrides = {}
    for name, kind in kinds.items():
        ending = name.rpartition(".")[2].lower()
        if ending == "xml" or defaults.setdefault(ending, kind) != kind:
            overrides[name] = kind
    listed = [
        *(f'<Default Extension="{attribute(end)}" ContentType="{kind}"/>' for end, kind in defaults.items()),
        *(
            f'<Override PartName="/{attribute(name)}" ContentType="{kind}"/>'
            for name, kind in overrides.items()
        ),
    ]
    space = "http://schemas.openxmlformats.org/package/2006/content-types"
    return part(f'<Types xmlns="{space}">{"".join(listed)}</Types>')


def relations(targets: Iterable[tuple[str, str]]) -> bytes:
    """A list of relations (type, target), numbered rId1, rId2 …"""
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    entries = (
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{attribute(target)}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return part(f'<Relationships xmlns="{space}">{"".join(entries)}</Relationships>')


def zip_parts(files: Mapping[str, bytes], packed: bool = True) -> bytes:
    """A zip file in the given order, without dates; pictures are stored, for they are packed already.

    What is read again at once need not be `packed`.
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in files.items():
            info = zipfile.ZipInfo(name, _ZIP_EPOCH)
            info.create_system = 0
            stored = not packed or name.endswith(_PACKED_ALREADY)
            info.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            archive.writestr(info, data)
    return buffer.getvalue()
