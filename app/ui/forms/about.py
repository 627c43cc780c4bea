"""What one form is about: its kind, the thing that it corrects, the exhibit that it was opened for. No Qt."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from app.casework import CaseState, FieldKind, Versioned, Written, thing_of_kind, written_kind
from app.casework.kinds.capture import CaptureFacts
from app.casework.kinds.incident import Incident
from app.ui.forms.offered import target
from app.ui.forms.whole_series import whole_series
from app.ui.routes import Write
from app.vocabulary import moment_of
from evidence_store import EntryId

# Drafts are kept under these names since before the kinds had forms.
_DRAFT_NAMES = {"incident": "post", "notification": "message", "handed_over": "hand_over"}


class FormAbout:
    """What a route to a form names, found in the case.

    Attributes:
        kind: what is written down.
        thing: what is corrected, as it stands; None for a new one.
        exhibit: the exhibit that the form was opened for.
        named: the entry that the route names.
        about: what a new one is about, as its kind names it.
    """

    def __init__(self, state: CaseState, route: Write) -> None:
        self._state = state
        self.kind: Written[Any] = written_kind(route.kind)
        self.thing = thing_of_kind(state, self.kind, route.corrects)
        self.exhibit = state.exhibit_of(route.about) if route.about is not None else None
        self.named = route.about
        self.about = self._target(route.about)

    @property
    def corrects(self) -> bool:
        """Whether something sealed is corrected."""
        return self.thing is not None

    def stood(self, name: str, otherwise: Any = None) -> Any:  # noqa: ANN401 - of whatever the field holds
        """Return what a field of the corrected thing holds; an empty one where its part was erased.

        Args:
            name: of the field; "" for none.
            otherwise: what is returned where nothing is corrected, or the field has no part.
        """
        if self.thing is None or not name:
            return otherwise
        field = self.kind.field(name)
        if not field.part:
            return otherwise
        part = getattr(self.thing.current, field.part)
        of = self.kind.said[field.part]
        return getattr(part if isinstance(part, of) else of(), field.key)

    def every(self) -> tuple[EntryId, ...]:
        """Return what a new one is about, with the other pictures of its series."""
        return whole_series(self._state, self.exhibit, self.about or self.named)

    def pictures(self, entry: EntryId) -> tuple[EntryId, ...]:
        """Return the exhibit itself, or those of a post."""
        thing = self._state.thing_of(entry)
        if isinstance(thing, Versioned) and isinstance(thing.current, Incident):
            return thing.current.facts.exhibits
        return (entry,)

    def picture_time(self) -> datetime | None:
        """Return when the first picture was taken that it is about; None where it is about none."""
        exhibit = self.exhibit
        if exhibit is None and self.kind.about:
            named = self.stood(self.kind.about)
            first = next(iter(named), None) if isinstance(named, tuple) else named
            exhibit = self._state.exhibit_of(first) if first is not None else None
        facts = exhibit.facts if exhibit is not None else None
        return moment_of(facts.captured_at) if isinstance(facts, CaptureFacts) else None

    def draft_key(self, case_id: str, offered: Collection[EntryId]) -> str:
        """Return what names its draft: one for each form and target, and apart for each case of the vault.

        Args:
            case_id: the case.
            offered: what its fields offer, such as the contact who was told; the route may name one.
        """
        chosen = self.named if self.named in offered else None
        about = self.thing.id if self.thing is not None else self.about or chosen
        target = f"{about.chain}/{about.seq}" if about is not None else "-"
        name = _DRAFT_NAMES.get(self.kind.tag, self.kind.tag)
        new = "correct" if self.corrects else "new"
        return f"form/{case_id}/{name}/{new}/{target}"

    def _target(self, about: EntryId | None) -> EntryId | None:
        if not self.kind.about or self.corrects:
            return None
        field = self.kind.field(self.kind.about)
        if field.kind is FieldKind.ENTRIES and field.names_exhibits:
            return self.exhibit.original if self.exhibit is not None else None
        return target(self._state, self.kind, about)
