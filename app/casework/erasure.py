"""What erasing a thing takes, what is looked at before, and what stays all the same. Pure.

Rules (docs/kinds.md, rule 11):
- All parts of all entries of a thing go, but who acted, on what, and what the kind keeps (``erasing=`` in its file).
- Pictures that were made from an original, and reports that hold it, are listed; the person decides whether they go.
- Of a report only the file goes: that it was made, for whom and of which exhibits is the course of events.
- Which reports hold something that is no exhibit is not known: those made since it stood are listed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
from msgspec.structs import replace

from app.casework.erasing import KEPT_PARTS, Erasing
from app.casework.errors import NotErasableThingError
from app.casework.exhibit import Exhibit
from app.casework.in_timeline import ReportTogether, reports_of
from app.casework.kind import Kept, Kind, Written
from app.casework.kinds import KINDS
from app.casework.kinds.capture import CaptureFacts
from app.casework.kinds.compared import COMPARED, Compared
from app.casework.kinds.dossier import SealedDossier
from app.casework.kinds.file import FileWithin
from app.casework.kinds.incident import INCIDENT, Incident
from app.casework.kinds.incident_more import IncidentQuoteFrom
from app.casework.kinds.picture_text import PICTURE_TEXT
from app.casework.kinds.witness import WITNESS, Witnessed
from app.casework.named.shared_texts import shared_texts_of
from app.casework.state import CaseState, Thing, entries_of
from app.casework.versions import Versioned
from app.language import Language
from evidence_store import EntryId

_FILE = "object"
_BY_TAG = {kind.tag: kind for kind in KINDS}


class NamedBy(msgspec.Struct, frozen=True):
    """Something that names what is to be erased, and stays."""

    kind: Kept[Any]
    thing: Versioned[Any] | Witnessed | Compared


class ErasurePlan(msgspec.Struct, frozen=True):
    """What erasing a thing means.

    Attributes:
        thing: what is to be erased.
        own: its entries, oldest first.
        made_from: the views and working copies of an original, oldest first.
        beside: exhibits that may show the same: of the same grab, or files that lay in it.
        named_by: what names it, and stays.
        reports: reports that hold it, or may; with their packages and who got them.
        shared: what stood in reports instead of its texts that name somebody, oldest first; it goes too.
        read: what a program read in its pictures, or its quote was taken from, oldest first; it goes too.
        says: what else follows, an English msgid; "" for nothing.
    """

    thing: Thing
    own: tuple[EntryId, ...]
    made_from: tuple[EntryId, ...] = ()
    beside: tuple[Exhibit, ...] = ()
    named_by: tuple[NamedBy, ...] = ()
    reports: tuple[ReportTogether, ...] = ()
    shared: tuple[EntryId, ...] = ()
    read: tuple[EntryId, ...] = ()
    says: str = ""


def plan_erasure(state: CaseState, entry: EntryId) -> ErasurePlan:
    """Return what erasing the thing of an entry means.

    Raises:
        NotErasableThingError: the entry is of no thing that is erased by itself.
    """
    plan = _plan(state, entry)
    texts = (shared_texts_of(state, each) for each in (*plan.own, *plan.made_from))
    shared = {text.entry for found in texts for text in found}
    return replace(
        plan,
        shared=tuple(sorted(shared, key=lambda each: each.seq)),
        read=tuple(_readings(state, plan)),
    )


def _readings(state: CaseState, plan: ErasurePlan) -> Iterator[EntryId]:
    """What was read in its pictures; and what its quote was taken from, where no other post's was."""
    pictures = {*plan.own, *plan.made_from} if isinstance(plan.thing, Exhibit) else set()
    mine = {each for entry in plan.own for each in _quoted_from(state, entry)}
    others = {
        each
        for post in state.of(INCIDENT)
        if post is not plan.thing
        for each in _read_for(post.current)
    }
    for reading in state.of(PICTURE_TEXT):
        if reading.facts.read_in in pictures or reading.entry in mine - others:
            yield reading.entry


def _quoted_from(state: CaseState, entry: EntryId) -> tuple[EntryId, ...]:
    thing = state.thing_of(entry)
    if not isinstance(thing, Versioned) or not isinstance(thing.current, Incident):
        return ()
    return tuple(each for version in thing.versions for each in _read_for(version.value))


def _read_for(post: Incident) -> tuple[EntryId, ...]:
    source = post.quote_from
    return source.readings if isinstance(source, IncidentQuoteFrom) else ()


def _plan(state: CaseState, entry: EntryId) -> ErasurePlan:
    thing = state.thing_of(entry)
    match thing:
        case Exhibit():
            return _of_exhibit(state, thing)
        case Versioned():
            kind = _kind_of(state, thing.id)
            if kind is None or kind.erasing is None:
                raise NotErasableThingError(entry.seq)
            return ErasurePlan(
                thing,
                tuple(version.entry for version in thing.versions),
                named_by=tuple(_naming(state, thing.id, kind.erasing)),
                reports=() if thing.id.chain == state.private_chain else _since(state, thing),
                says=kind.erasing.says,
            )
        case Witnessed() | Compared():
            return ErasurePlan(thing, (thing.entry,), reports=_since(state, thing))
        case SealedDossier():
            mine = (each for each in reports_of(state) if each.made.entry == thing.entry)
            return ErasurePlan(thing, (), reports=tuple(mine))
    raise NotErasableThingError(entry.seq)


def is_erasable(state: CaseState, entry: EntryId) -> bool:
    """Return whether the thing of an entry is one that is erased by itself."""
    thing = state.thing_of(entry)
    if isinstance(thing, Versioned):
        kind = _kind_of(state, thing.id)
        return kind is not None and kind.erasing is not None
    return isinstance(thing, (Exhibit, SealedDossier))


def title_of_thing(state: CaseState, thing: object, language: Language) -> str:
    """Return what a list calls an exhibit, or something that was written down; "" for what it has no name for."""
    if isinstance(thing, Exhibit):
        return language.text("Exhibit {number}", number=thing.number)
    if isinstance(thing, Versioned):
        kind: Any = _kind_of(state, thing.id)
        if isinstance(kind, Written):
            if thing.id.chain == state.private_chain:
                # What is private stands covered elsewhere, so here it is called by its kind.
                return language.text("Private: {what}", what=language.text(kind.name))
            return kind.line_of(thing.current, state, language)[0]
    return ""


def parts_that_stay(state: CaseState, entry: EntryId) -> frozenset[str]:
    """Return the names of the parts of an entry that erasing leaves."""
    kind = _kind_of(state, entry)
    own = kind.erasing.keeps if kind is not None and kind.erasing is not None else frozenset[str]()
    return KEPT_PARTS | own


def file_alone(parts: frozenset[str]) -> frozenset[str]:
    """Return which of a report's parts stay when its file goes."""
    return parts - {_FILE}


def _of_exhibit(state: CaseState, exhibit: Exhibit) -> ErasurePlan:
    kind = _BY_TAG[exhibit.kind.value]
    erasing = kind.erasing or Erasing()
    entries = entries_of(exhibit)
    holds = tuple(
        report
        for report in reports_of(state)
        if any(
            each.original in entries or each.shown in entries for each in report.made.facts.exhibits
        )
    )
    return ErasurePlan(
        exhibit,
        (exhibit.original,),
        made_from=tuple(sorted(entries - {exhibit.original}, key=lambda each: each.seq)),
        beside=tuple(each for each in state.exhibits if _is_beside(each, exhibit)),
        named_by=tuple(_naming(state, exhibit.original, erasing)),
        reports=holds,
        says=erasing.says,
    )


def _is_beside(other: Exhibit, exhibit: Exhibit) -> bool:
    if other.original == exhibit.original:
        return False
    if isinstance(other.within, FileWithin) and other.within.parent == exhibit.original:
        return True
    if other.taken_from == exhibit.original:
        return True
    grabs = [
        each.facts.grab_id if isinstance(each.facts, CaptureFacts) else ""
        for each in (other, exhibit)
    ]
    return bool(grabs[0]) and grabs[0] == grabs[1]


def _naming(state: CaseState, entry: EntryId, erasing: Erasing) -> Iterator[NamedBy]:
    for tag in erasing.lists:
        kind: Any = _BY_TAG[tag]
        if isinstance(kind, Written):
            for thing in (*state.about(entry, kind), *state.private_about(entry, kind)):
                yield NamedBy(kind, thing)
        elif kind is WITNESS:
            for signed in state.of(WITNESS):
                if signed.facts.exhibit == entry:
                    yield NamedBy(kind, signed)
        elif kind is COMPARED:
            for compared in state.of(COMPARED):
                if entry in compared.exhibits:
                    yield NamedBy(kind, compared)


def _since(
    state: CaseState, thing: Versioned[Any] | Witnessed | Compared
) -> tuple[ReportTogether, ...]:
    return tuple(each for each in reports_of(state) if each.made.entry.seq > thing.id.seq)


def _kind_of(state: CaseState, entry: EntryId) -> Kind | None:
    place = state.places.get(entry)
    if place is None:
        return None
    step = state.step_of(entry)
    own = _BY_TAG.get(step.kind) if step is not None else None
    return own or _BY_TAG.get(place.tag)
