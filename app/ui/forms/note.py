"""The form for a note, with its two zones clearly told apart. No Qt."""

from __future__ import annotations

from app.actions.open_case import OpenCase
from app.actions.record_facts import write_note
from app.casework import Note, Zone
from app.casework.records import NoteFacts, NoteText
from app.language import Language
from app.ui.forms.model import Field, FieldKind, Option, Section, Sheet, Values
from app.ui.forms.things import as_it_stands, draft_key, thing_to_correct
from evidence_store import EntryId


class NoteForm:
    """A new note, about something or on its own; or a correction of one."""

    def __init__(
        self,
        case: OpenCase,
        language: Language,
        about: EntryId | None = None,
        note: EntryId | None = None,
    ) -> None:
        self._language = language
        self._corrects, self._old = thing_to_correct(case, note, Note)
        self._about = self._old.facts.about if self._old else about
        exhibit = case.state.exhibit_of(about) if about is not None else None
        self._number = exhibit.number if exhibit else 0
        private = self._corrects is not None and self._corrects.chain == case.chains.private
        self._zone = Zone.PRIVATE if private else Zone.EVIDENCE
        target = self._corrects or about
        self.key = draft_key(case, "note", target, correction=self.corrects)
        self.before: Values = self._fill(self._old, self._zone)
        self.sheet = self._sheet()
        self.whole = False
        self.done = language.text("The note is saved and locked")

    @property
    def corrects(self) -> bool:
        """Whether something sealed is corrected."""
        return self._corrects is not None

    def follow(self, changed: str, values: Values) -> Values:
        """Nothing follows."""
        return {}

    def seal(self, case: OpenCase, values: Values) -> EntryId:
        """Seal one entry, in the zone that was chosen."""
        return write_note(
            case,
            values["text"],
            NoteFacts(about=self._about, corrects=self._corrects),
            private=values["zone"] == Zone.PRIVATE.value,
            draft=self.key,
        )

    @staticmethod
    def _fill(old: Note | None, zone: Zone) -> Values:
        return {"zone": zone.value, "text": as_it_stands(old and old.text, NoteText).text}

    def _sheet(self) -> Sheet:
        text = self._language.text
        title = text("Write a note")
        if self._number:
            title = text("Write a note about Exhibit {number}", number=self._number)
        return Sheet(
            title=text("Correct the note") if self.corrects else title,
            lead=text("What you write now is still fresh. A few words are enough."),
            sections=(
                Section(
                    "",
                    (
                        Field(
                            "zone",
                            text("Who may read it?"),
                            FieldKind.CARDS,
                            options=(
                                Option(
                                    Zone.EVIDENCE.value,
                                    text("Neutral note"),
                                    text(
                                        "May stand in a dossier. Write only what you saw, heard and did."
                                    ),
                                ),
                                Option(
                                    Zone.PRIVATE.value,
                                    text("Private note"),
                                    text(
                                        "Never leaves this vault with a dossier. For how it felt, and for what only "
                                        "you should read."
                                    ),
                                ),
                            ),
                            fixed=self.corrects,
                            help=text("It stays what it was from the start.")
                            if self.corrects
                            else "",
                        ),
                        Field("text", text("Note"), FieldKind.AREA, lines=9),
                    ),
                ),
            ),
        )
