"""The fold: one entry after the other makes the state of the case. Pure and total.

Rules:
- Each chain is given in its own order; how the two chains are interleaved makes no difference. An entry that is
  not newer than the last one seen of its chain was folded before and changes nothing.
- Originals are captures and files of the evidence chain. They get the next number, for ever. One whose facts are
  withheld or erased is still known by its parts: an ``object`` beside a ``window`` or a ``source``.
- A correction names any value of a thing, the first or a later one, and becomes what stands; a part that it does
  not carry stays as it was. One that names nothing of its kind stands as a thing of its own and says so.
- Nothing crosses from one chain to the other: an entry speaks of things of its own chain.
- An erasure takes words out of entries folded before: whoever erases folds the case anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

import msgspec
from msgspec.structs import replace

from app.casework import items, records
from app.casework.decoding import Body, Decoded, Gap, GapReason, GenesisFacts, TombstoneFacts
from app.casework.items import ExhibitKind, Unplaced, Version, Versioned, WhyUnplaced
from app.casework.rows import Rows
from app.casework.senders import place_sender
from app.casework.state import CaseState, Place, Shelf
from evidence_store import EntryId, ObjectBody

T = TypeVar("T")


def empty(*, evidence: str = "", private: str = "") -> CaseState:
    """A case without entries. The chains need naming only where no genesis entry can be read."""
    return CaseState(evidence_chain=evidence, private_chain=private)


def fold(entries: Iterable[Decoded], state: CaseState | None = None) -> CaseState:
    """Apply entries one after the other."""
    folded = empty() if state is None else state
    for entry in entries:
        folded = apply(folded, entry)
    return folded


def apply(state: CaseState, entry: Decoded) -> CaseState:
    """The state with one more entry. Never raises."""
    facts = entry.parts.get("facts") or entry.parts.get("genesis")
    if isinstance(facts, GenesisFacts):
        state = _begin(state, entry, facts)
    chain = entry.id.chain
    if not chain or chain not in (state.evidence_chain, state.private_chain):
        return _unplaced(state, entry, WhyUnplaced.WRONG_CHAIN)
    private = chain == state.private_chain
    steps = state.private_timeline if private else state.timeline
    if steps and steps[-1].entry.seq >= entry.id.seq:
        return state
    state = _step(state, entry, steps, private=private)
    for name, part in entry.parts.items():
        if isinstance(part, Gap):
            state = replace(state, gaps=state.gaps.added(items.GapAt(entry.id, name, part)))
    if facts is None or isinstance(facts, Gap):
        return _without_facts(state, entry, facts, private=private)
    handle = (_PRIVATE if private else _EVIDENCE).get(type(facts))
    if handle is None:
        return _unplaced(state, entry, WhyUnplaced.WRONG_CHAIN)
    return handle(state, entry, facts)


# -- every entry ---------------------------------------------------------------------------------


def _begin(state: CaseState, entry: Decoded, facts: GenesisFacts) -> CaseState:
    if facts.chain_kind == "evidence" and not state.evidence_chain:
        return replace(state, evidence_chain=entry.id.chain, case_id=state.case_id or facts.case)
    if facts.chain_kind == "private" and not state.private_chain:
        return replace(state, private_chain=entry.id.chain, case_id=state.case_id or facts.case)
    return state


def _step(state: CaseState, entry: Decoded, steps: Rows[items.Step], *, private: bool) -> CaseState:
    # Ledger stamps are of one fixed form, so text order is time order.
    latest = state.latest_private if private else state.latest
    step = items.Step(entry.id, entry.time, entry.kind, clock_back=entry.time < latest)
    latest = max(latest, entry.time)
    if private:
        return replace(state, private_timeline=steps.added(step), latest_private=latest)
    return replace(state, timeline=steps.added(step), latest=latest)


def _without_facts(
    state: CaseState, entry: Decoded, facts: Gap | None, *, private: bool
) -> CaseState:
    sealed = facts is not None and facts.reason in (GapReason.WITHHELD, GapReason.ERASED)
    if facts is not None and not private:
        kind = _kind_by_parts(entry) if sealed else entry.kind
        if kind in (ExhibitKind.CAPTURE, ExhibitKind.FILE):
            return _exhibit(state, entry, ExhibitKind(kind), facts)
    return _unplaced(state, entry, WhyUnplaced.FACTS, facts)


def _kind_by_parts(entry: Decoded) -> str:
    if "object" not in entry.parts:
        return ""
    if "window" in entry.parts:
        return ExhibitKind.CAPTURE
    return ExhibitKind.FILE if "source" in entry.parts else ""


def _unplaced(
    state: CaseState, entry: Decoded, why: WhyUnplaced, gap: Gap | None = None
) -> CaseState:
    row = Unplaced(entry.id, entry.time, entry.kind, why, gap)
    return replace(state, unreadable=state.unreadable.added(row))


def _placed(state: CaseState, entry: EntryId, shelf: Shelf, index: int) -> CaseState:
    return replace(state, places=state.places.having(entry, Place(shelf, index)))


# -- the case itself -----------------------------------------------------------------------------


def _genesis(state: CaseState, entry: Decoded, facts: GenesisFacts) -> CaseState:  # noqa: ARG001
    return state


def _case(state: CaseState, entry: Decoded, facts: records.CaseFacts) -> CaseState:
    return replace(state, naming=state.naming.added(_version(entry, facts)))


def _author(state: CaseState, entry: Decoded, facts: records.Author) -> CaseState:
    return replace(state, authorship=state.authorship.added(_version(entry, facts)))


def _tombstone(state: CaseState, entry: Decoded, facts: TombstoneFacts) -> CaseState:
    reason = entry.read("reason", records.ErasureReason)
    erasure = items.Erasure(
        entry.id,
        entry.time,
        tuple(target.entry for target in facts.targets),
        reason.reason if isinstance(reason, records.ErasureReason) else "",
    )
    return replace(state, erasures=state.erasures.added(erasure))


# -- pictures and files --------------------------------------------------------------------------


def _capture(state: CaseState, entry: Decoded, facts: records.CaptureFacts) -> CaseState:
    return _exhibit(state, entry, ExhibitKind.CAPTURE, facts)


def _file(state: CaseState, entry: Decoded, facts: records.FileFacts) -> CaseState:
    return _exhibit(state, entry, ExhibitKind.FILE, facts)


def _exhibit(
    state: CaseState,
    entry: Decoded,
    kind: ExhibitKind,
    facts: records.CaptureFacts | records.FileFacts | Gap,
) -> CaseState:
    index = len(state.exhibits)
    exhibit = items.Exhibit(
        number=index + 1,
        original=entry.id,
        time=entry.time,
        kind=kind,
        facts=facts,
        window=entry.read("window", records.CaptureWindow),
        source=entry.read("source", records.FileSource),
        object=entry.read("object", ObjectBody),
        person=entry.read("person", records.Person),
        machine=entry.read("machine", records.Machine),
    )
    state = replace(state, exhibits=state.exhibits.added(exhibit))
    return _placed(state, entry.id, Shelf.EXHIBIT, index)


def _view(state: CaseState, entry: Decoded, facts: records.ViewFacts) -> CaseState:
    place = state.places.get(facts.parent)
    if place is None or place.shelf is not Shelf.EXHIBIT:
        return _unplaced(state, entry, WhyUnplaced.NO_TARGET)
    exhibit = state.exhibits[place.index]
    view = items.View(entry.id, entry.time, facts, entry.read("object", ObjectBody))
    exhibit = replace(exhibit, views=(*exhibit.views, view))
    state = replace(state, exhibits=state.exhibits.replaced(place.index, exhibit))
    return _placed(state, entry.id, Shelf.EXHIBIT, place.index)


def _working_copy(state: CaseState, entry: Decoded, facts: records.WorkingCopyFacts) -> CaseState:
    place = state.places.get(facts.parent)
    if place is None or place.shelf is not Shelf.EXHIBIT:
        return _unplaced(state, entry, WhyUnplaced.NO_TARGET)
    exhibit = state.exhibits[place.index]
    copy = items.WorkingCopy(
        entry.id,
        entry.time,
        facts,
        entry.read("marks", records.WorkingCopyMarks),
        entry.read("redactions", records.WorkingCopyRedactions),
        entry.read("object", ObjectBody),
    )
    exhibit = replace(exhibit, copies=(*exhibit.copies, copy))
    state = replace(state, exhibits=state.exhibits.replaced(place.index, exhibit))
    return _placed(state, entry.id, Shelf.EXHIBIT, place.index)


def _hidden(state: CaseState, entry: Decoded, facts: records.Hidden) -> CaseState:
    place = state.places.get(facts.target)
    if (
        place is None
        or facts.target.chain != entry.id.chain
        or place.shelf in (Shelf.DOSSIER, Shelf.DELIVERY)
    ):
        return _unplaced(state, entry, WhyUnplaced.NO_TARGET)
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
    return _with(state, place.shelf, rows.replaced(place.index, thing))


def _hide(derived: T, facts: records.Hidden) -> T:
    if isinstance(derived, items.View | items.WorkingCopy) and derived.entry == facts.target:
        return replace(derived, hidden=facts.hidden)
    return derived


# -- what was said -------------------------------------------------------------------------------


def _incident(state: CaseState, entry: Decoded, facts: records.IncidentFacts) -> CaseState:
    before = _target(state, facts.corrects, Shelf.INCIDENT)
    old = state.incidents[before].current if before is not None else None
    said = items.Incident(
        facts=facts,
        sender=entry.read("sender", records.IncidentSender) or (old.sender if old else None),
        sender_name=entry.read("sender_name", records.IncidentSenderName)
        or (old.sender_name if old else None),
        text=entry.read("text", records.IncidentText) or (old.text if old else None),
    )
    senders, label = place_sender(state.senders, entry.id, facts, said.sender, said.sender_name)
    state = replace(state, senders=senders)
    state, index = _said(
        state, entry, Shelf.INCIDENT, before, replace(said, label=label), facts.corrects
    )
    return _mention(
        state,
        state.incidents[index].id,
        old.facts.exhibits if old else (),
        facts.exhibits,
    )


def _mention(
    state: CaseState,
    incident: EntryId,
    before: tuple[EntryId, ...],
    now: tuple[EntryId, ...],
) -> CaseState:
    mentions = state.mentions
    for entry in dict.fromkeys(before):
        if entry not in now:
            left = tuple(each for each in mentions.get(entry, ()) if each != incident)
            mentions = mentions.having(entry, left)
    for entry in dict.fromkeys(now):
        named = mentions.get(entry, ())
        if incident not in named:
            mentions = mentions.having(entry, (*named, incident))
    return replace(state, mentions=mentions)


def _note(state: CaseState, entry: Decoded, facts: records.NoteFacts) -> CaseState:
    return _note_on(state, entry, facts, Shelf.NOTE)


def _private_note(state: CaseState, entry: Decoded, facts: records.NoteFacts) -> CaseState:
    return _note_on(state, entry, facts, Shelf.PRIVATE_NOTE)


def _note_on(state: CaseState, entry: Decoded, facts: records.NoteFacts, shelf: Shelf) -> CaseState:
    before = _target(state, facts.corrects, shelf)
    old = getattr(state, shelf)[before].current if before is not None else None
    said = items.Note(
        # A correction of the words does not take the note away from what it is about.
        facts=replace(facts, about=old.facts.about) if old and facts.about is None else facts,
        text=entry.read("text", records.NoteText) or (old.text if old else None),
    )
    return _said(state, entry, shelf, before, said, facts.corrects)[0]


def _contact(state: CaseState, entry: Decoded, facts: records.ContactFacts) -> CaseState:
    before = _target(state, facts.corrects, Shelf.CONTACT)
    old = state.contacts[before].current if before is not None else None
    said = items.Contact(
        facts, entry.read("contact", records.ContactPerson) or (old.contact if old else None)
    )
    return _said(state, entry, Shelf.CONTACT, before, said, facts.corrects)[0]


def _notification(state: CaseState, entry: Decoded, facts: records.NotificationFacts) -> CaseState:
    before = _target(state, facts.corrects, Shelf.NOTIFICATION)
    old = state.notifications[before].current if before is not None else None
    said = items.Notification(
        facts,
        entry.read("to", records.NotificationPerson) or (old.to if old else None),
        entry.read("text", records.NotificationText) or (old.text if old else None),
    )
    return _said(state, entry, Shelf.NOTIFICATION, before, said, facts.corrects)[0]


def _target(state: CaseState, corrects: EntryId | None, shelf: Shelf) -> int | None:
    place = state.places.get(corrects) if corrects is not None else None
    return place.index if place is not None and place.shelf is shelf else None


def _said(
    state: CaseState,
    entry: Decoded,
    shelf: Shelf,
    before: int | None,
    value: msgspec.Struct,
    corrects: EntryId | None,
) -> tuple[CaseState, int]:
    rows = getattr(state, shelf)
    version = _version(entry, value)
    if before is None:
        index = len(rows)
        rows = rows.added(Versioned(entry.id, (version,), lost_target=corrects))
    else:
        index = before
        thing = rows[index]
        rows = rows.replaced(index, replace(thing, versions=(*thing.versions, version)))
    return _placed(_with(state, shelf, rows), entry.id, shelf, index), index


def _version(entry: Decoded, value: T) -> Version[T]:
    return Version(entry.id, entry.time, value, entry.read("person", records.Person))


def _with(state: CaseState, shelf: Shelf, rows: Rows[Any]) -> CaseState:
    return replace(state, **{shelf.value: rows})


# -- what left the house -------------------------------------------------------------------------


def _dossier(state: CaseState, entry: Decoded, facts: records.DossierFacts) -> CaseState:
    made = items.SealedDossier(entry.id, entry.time, facts, entry.read("object", ObjectBody))
    state = _placed(state, entry.id, Shelf.DOSSIER, len(state.dossiers))
    return replace(state, dossiers=state.dossiers.added(made))


def _delivery(state: CaseState, entry: Decoded, facts: records.DeliveryFacts) -> CaseState:
    state = _placed(state, entry.id, Shelf.DELIVERY, len(state.deliveries))
    delivery = items.Delivery(entry.id, entry.time, facts)
    return replace(state, deliveries=state.deliveries.added(delivery))


_Handler = Callable[[CaseState, Decoded, Any], CaseState]

_EVIDENCE: Mapping[type[Body], _Handler] = {
    GenesisFacts: _genesis,
    TombstoneFacts: _tombstone,
    records.CaseFacts: _case,
    records.Author: _author,
    records.CaptureFacts: _capture,
    records.FileFacts: _file,
    records.ViewFacts: _view,
    records.WorkingCopyFacts: _working_copy,
    records.Hidden: _hidden,
    records.IncidentFacts: _incident,
    records.NoteFacts: _note,
    records.ContactFacts: _contact,
    records.NotificationFacts: _notification,
    records.DossierFacts: _dossier,
    records.DeliveryFacts: _delivery,
}

_PRIVATE: Mapping[type[Body], _Handler] = {
    GenesisFacts: _genesis,
    TombstoneFacts: _tombstone,
    records.Hidden: _hidden,
    records.NoteFacts: _private_note,
}
