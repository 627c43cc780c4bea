"""How originals, and what is made from them, change the state of a case. The rules stand in folding.py."""

from __future__ import annotations

from typing import TypeVar

from msgspec.structs import replace

from app.casework import items, records
from app.casework.apart import whole_capture, whole_file
from app.casework.decoding import Decoded, Gap
from app.casework.items import ExhibitKind, WhyUnplaced
from app.casework.placing import placed, unplaced, with_rows
from app.casework.state import CaseState, Shelf
from evidence_store import ObjectBody

T = TypeVar("T")


def add_capture(state: CaseState, entry: Decoded, facts: records.CaptureFacts) -> CaseState:
    """A picture of the screen: the next exhibit."""
    full = entry.read("full", records.CaptureFull)
    told = facts if full else None
    return add_exhibit(state, entry, ExhibitKind.CAPTURE, whole_capture(facts, full), told)


def add_file(state: CaseState, entry: Decoded, facts: records.FileFacts) -> CaseState:
    """A file as received: the next exhibit."""
    full = entry.read("full", records.FileFull)
    told = facts if full else None
    return add_exhibit(state, entry, ExhibitKind.FILE, whole_file(facts, full), told)


def add_exhibit(
    state: CaseState,
    entry: Decoded,
    kind: ExhibitKind,
    facts: records.CaptureFacts | records.FileFacts | Gap,
    told: records.CaptureFacts | records.FileFacts | None = None,
) -> CaseState:
    """An original: the next exhibit, for ever under this number."""
    index = len(state.exhibits)
    exhibit = items.Exhibit(
        number=index + 1,
        original=entry.id,
        time=entry.time,
        kind=kind,
        facts=facts,
        screen=entry.read("screen", records.CaptureScreen),
        window=entry.read("window", records.CaptureWindow),
        source=entry.read("source", records.FileSource),
        findings=entry.read("findings", records.FileFindings),
        told=told,
        object=entry.read("object", ObjectBody),
        person=entry.read("person", records.Person),
        machine=entry.read("machine", records.Machine),
    )
    state = replace(state, exhibits=state.exhibits.added(exhibit))
    return placed(state, entry.id, Shelf.EXHIBIT, index)


def add_view(state: CaseState, entry: Decoded, facts: records.ViewFacts) -> CaseState:
    """A picture that stands for a file."""
    place = state.places.get(facts.parent)
    if place is None or place.shelf is not Shelf.EXHIBIT:
        return unplaced(state, entry, WhyUnplaced.NO_TARGET)
    exhibit = state.exhibits[place.index]
    view = items.View(
        entry.id,
        entry.time,
        facts,
        entry.read("object", ObjectBody),
        shown=entry.read("shown", records.ViewShown),
    )
    exhibit = replace(exhibit, views=(*exhibit.views, view))
    state = replace(state, exhibits=state.exhibits.replaced(place.index, exhibit))
    return placed(state, entry.id, Shelf.EXHIBIT, place.index)


def add_working_copy(
    state: CaseState, entry: Decoded, facts: records.WorkingCopyFacts
) -> CaseState:
    """A copy with marks and black boxes."""
    place = state.places.get(facts.parent)
    if place is None or place.shelf is not Shelf.EXHIBIT:
        return unplaced(state, entry, WhyUnplaced.NO_TARGET)
    exhibit = state.exhibits[place.index]
    copy = items.WorkingCopy(
        entry.id,
        entry.time,
        facts,
        entry.read("marks", records.WorkingCopyMarks),
        entry.read("redactions", records.WorkingCopyRedactions),
        entry.read("full", records.WorkingCopyFull),
        entry.read("object", ObjectBody),
    )
    exhibit = replace(exhibit, copies=(*exhibit.copies, copy))
    state = replace(state, exhibits=state.exhibits.replaced(place.index, exhibit))
    return placed(state, entry.id, Shelf.EXHIBIT, place.index)


def put_out_of_sight(state: CaseState, entry: Decoded, facts: records.Hidden) -> CaseState:
    """Hide a thing, or one picture made from an exhibit, or show it again."""
    place = state.places.get(facts.target)
    if (
        place is None
        or facts.target.chain != entry.id.chain
        or place.shelf in (Shelf.DOSSIER, Shelf.DELIVERY)
    ):
        return unplaced(state, entry, WhyUnplaced.NO_TARGET)
    rows = getattr(state, place.shelf)
    thing = rows[place.index]
    if isinstance(thing, items.Exhibit) and thing.original != facts.target:
        thing = replace(
            thing,
            views=tuple(_hide(view, facts) for view in thing.views),
            copies=tuple(_hide(copy, facts) for copy in thing.copies),
        )
    else:
        thing = replace(thing, hidden=facts.hidden)
    return with_rows(state, place.shelf, rows.replaced(place.index, thing))


def _hide(derived: T, facts: records.Hidden) -> T:
    if isinstance(derived, items.View | items.WorkingCopy) and derived.entry == facts.target:
        return replace(derived, hidden=facts.hidden)
    return derived
