"""The missing words of running text, gathered for the bank that stands below each part of a cloze handout."""

from __future__ import annotations

from dataclasses import dataclass

from diptych.handout.edition import Edition
from diptych.handout.inline import InlineWriter
from diptych.material.findings import source_error
from diptych.material.order import mixed

_HINT = "mark words of a text so: `[word]{gap}`"


@dataclass
class WordBanks:
    """Takes the words of gaps from the writer as the pages are written."""

    writer: InlineWriter
    edition: Edition
    taken: int = 0

    def take(self) -> tuple[str, ...]:
        """The words of the gaps since the last bank, each once and mixed; none where no bank is wanted."""
        if self.edition.form != "cloze":
            return ()
        missing, self.taken = self.writer.gap_words[self.taken :], len(self.writer.gap_words)
        words = tuple(dict.fromkeys(missing))
        return tuple(words[index] for index in mixed(words))


def check_gaps(edition: Edition, writer: InlineWriter) -> None:
    """Raises SourceError where a cloze handout was written and its text has no gap."""
    if edition.form == "cloze" and edition.edition != "answers" and not writer.gap_words:
        place = writer.document.material.sections[0].place
        message = "a handout with `notes: cloze` needs gaps, and no text has one, or names a key term"
        raise source_error(message, place, _HINT, kind="no-gaps")
