"""An archive's copy of a PDF: PDF/A-3a beside PDF/UA-1, with the source that it was made from inside."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime

# ISO 19005-3, 6.2.8: pictures in an archive are not interpolated.
SHARP_PICTURES = "html { image-rendering: crisp-edges }"
RELATIONSHIP = "Source"  # ISO 19005-3, annex E: what the document was made from
# A file says when it was embedded. Ours says what never changes: files made twice are the same.
NEVER_CHANGES = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Attachment:
    """A file to embed: its bytes, the name that viewers show, and what it is in words."""

    name: str
    data: bytes = field(repr=False)
    description: str

    @property
    def media_type(self) -> str:
        """YAML's (RFC 9512), or that of JSON (RFC 8259), in which libraries of works come."""
        return "application/json" if self.name.endswith(".json") else "application/yaml"
