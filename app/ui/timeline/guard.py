"""How gently the timeline shows what strangers wrote: clearly, in words alone, with gaps. No Qt.

Rules:
- It follows the settings at once, and changes nothing that is sealed.
- The list has the words first where the person wants so: no small picture is fetched then, blurred or not.
- Coarse words have gaps in rows and pane alike, until the person asks for those of the chosen row.
"""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from app.casework import Labelled
from app.settings import Settings
from app.timeline import Gaps, read_gaps
from app.ui.timeline.details import Detail
from app.ui.timeline.lines import RowText
from evidence_store import EntryId

_WORDS = ("reading", "gaps.toml")


class Guard:
    """What is chosen, as the list and the pane need it.

    Attributes:
        words_only: no small pictures stand in the list.
        with_gaps: coarse words have gaps.
    """

    def __init__(self, settings: Settings, resources: Path) -> None:
        self.words_only = settings.words_only
        self.with_gaps = settings.reads_with_gaps
        self._settings = settings
        self._resources = resources
        self._gaps: Gaps | None = None
        self._asked: EntryId | None = None

    def follow(self) -> bool:
        """Take what is chosen now; return whether it is something else than before."""
        now = (self._settings.words_only, self._settings.reads_with_gaps)
        changed = now != (self.words_only, self.with_gaps)
        self.words_only, self.with_gaps = now
        return changed

    def choose(self, *, words_only: bool | None, gaps: bool | None) -> bool:
        """Keep what was chosen, for the next start too; return whether it is something else than before."""
        if words_only is not None:
            self._settings.choose_words_only(only=words_only)
        if gaps is not None:
            self._settings.choose_gaps(gaps=gaps)
        return self.follow()

    def show_words_of(self, id: EntryId | None) -> None:
        """Show the words of one thing whole, until another one is asked for."""
        self._asked = id

    def line(self, line: RowText, id: EntryId) -> RowText:
        """Return a row's words as they are to be shown."""
        if not self.with_gaps or id == self._asked:
            return line
        of = self._of
        return replace(
            line,
            title=of(line.title),
            second=of(line.second),
            spoken=of(line.spoken),
            covered=of(line.covered),
        )

    def detail(self, detail: Detail) -> Detail:
        """Return the pane's words as they are to be shown."""
        if not self.with_gaps or detail.id == self._asked:
            return detail
        title = self._of(detail.title)
        said = tuple(map(self._field, detail.read_for_you))
        fields = tuple(map(self._field, detail.fields))
        changed = (title, said, fields) != (detail.title, detail.read_for_you, detail.fields)
        line = self.line(detail.line, detail.id)
        return replace(
            detail, title=title, fields=fields, read_for_you=said, line=line, with_gaps=changed
        )

    def _field(self, field: Labelled) -> Labelled:
        if field.link or field.technical:
            return field
        return replace(
            field,
            value=self._of(field.value),
            before=tuple(map(self._of, field.before)),
            rest=tuple(map(self._of, field.rest)),
        )

    def _of(self, text: str) -> str:
        if self._gaps is None:
            self._gaps = read_gaps(self._resources.joinpath(*_WORDS))
        return self._gaps.in_text(text)
