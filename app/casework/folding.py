"""The fold: one entry after the other makes the state of the case. Pure and total.

Rules:
- Each chain is given in its own order; how the two chains are interleaved makes no difference. An entry that is
  not newer than the last one seen of its chain was folded before and changes nothing.
- Originals are captures, files and what was taken over, of the evidence chain. They get the next number, for ever.
  One whose facts are withheld or erased is still known by its parts: an ``object`` beside a ``window``, an
  ``origin`` or a ``source``.
- A correction names any value of a thing, the first or a later one, and becomes what stands; a part that it does
  not carry stays as it was. One that names nothing of its kind stands as a thing of its own and says so.
- Nothing crosses from one chain to the other: an entry speaks of things of its own chain.
- An erasure takes words out of entries folded before: whoever erases folds the case anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import reduce
from typing import Any, TypeVar

from msgspec.structs import replace

from app.casework.clock_jumps import jump_between, reading_of
from app.casework.decoded import Body, Decoded, Gap, GapReason, GenesisFacts
from app.casework.exhibit import Exhibit, ExhibitKind
from app.casework.items import GapAt, Step, Unplaced, WhyUnplaced
from app.casework.kind import Derived, Kind, Original, Single, Written
from app.casework.kinds import KEPT, KINDS
from app.casework.kinds.adopt import AdoptColleague, AdoptOrigin
from app.casework.kinds.capture import CaptureFacts, CaptureScreen, CaptureSeries, CaptureWindow
from app.casework.kinds.file import (
    FileCarried,
    FileClaims,
    FileFacts,
    FileFilm,
    FileFindings,
    FileFrame,
    FileLikeness,
    FileSource,
    FileWithin,
)
from app.casework.kinds.hidden import Hidden
from app.casework.kinds.view import View
from app.casework.kinds.working_copy import WorkingCopy
from app.casework.part import Machine, Person
from app.casework.rows import GrowingPlaces, GrowingRows, Places, Rows
from app.casework.senders import place_sender
from app.casework.state import EXHIBIT, CaseState, Place, Thing
from app.casework.versions import Versioned, version_of
from app.vocabulary import Zone
from evidence_store import EntryId, ObjectBody

D = TypeVar("D", View, WorkingCopy)
Mentions = Places[EntryId, tuple[EntryId, ...]]

_GROWING_ROWS = ("exhibits", "timeline", "private_timeline", "unreadable", "gaps", "jumps")
_GROWING_PLACES = ("places", "mentions", "private_mentions")
_EMPTY: Rows[Any] = Rows()
_WORDS = {kind.tag: kind.parts.get("text", type(None)) for kind in KINDS}
_BY_FACTS: dict[type, Kind] = {next(iter(kind.parts.values())): kind for kind in KINDS}


def empty(*, evidence: str = "", private: str = "") -> CaseState:
    """A case without entries. The chains need naming only where no genesis entry can be read."""
    return CaseState(evidence_chain=evidence, private_chain=private)


def fold(entries: Iterable[Decoded], state: CaseState | None = None) -> CaseState:
    """Apply entries one after the other.

    Nobody sees a state between two entries, so what begins without any is changed in place until the last one.
    """
    folded = empty() if state is None else state
    if not _is_bare(folded):
        return reduce(apply, entries, folded)
    return _settled(reduce(apply, entries, _growing(folded)))


def _is_bare(state: CaseState) -> bool:
    return state == empty(evidence=state.evidence_chain, private=state.private_chain)


def _growing(state: CaseState) -> CaseState:
    """The same bare state, with rows and places that are changed in place."""
    return replace(
        state,
        rows={tag: GrowingRows() for tag in KEPT},
        private_rows={tag: GrowingRows() for tag in KEPT},
        **{name: GrowingRows() for name in _GROWING_ROWS},
        **{name: GrowingPlaces() for name in _GROWING_PLACES},
    )


def _settled(state: CaseState) -> CaseState:
    """The same as a value that never changes; a kind of which there is nothing has no rows."""

    def shelf(rows: Mapping[str, Any]) -> dict[str, Rows[Any]]:
        return {tag: each.settled() for tag, each in rows.items() if len(each)}

    grown = {name: getattr(state, name).settled() for name in (*_GROWING_ROWS, *_GROWING_PLACES)}
    return replace(state, rows=shelf(state.rows), private_rows=shelf(state.private_rows), **grown)


def apply(state: CaseState, entry: Decoded) -> CaseState:
    """Return the state with one more entry. Never raises."""
    facts = entry.parts.get("facts") or entry.parts.get("genesis")
    if isinstance(facts, GenesisFacts):
        state = _begin(state, entry, facts)
    chain = entry.id.chain
    if not chain or chain not in (state.evidence_chain, state.private_chain):
        return _unplaced(state, entry, WhyUnplaced.WRONG_CHAIN)
    private = chain == state.private_chain
    steps = state.private_timeline if private else state.timeline
    newest = steps.last
    if newest is not None and newest.entry.seq >= entry.id.seq:
        return state
    state = _step(state, entry, steps, private=private)
    parts = entry.parts
    if Gap in map(type, parts.values()) or type(parts.get("text")) is not _WORDS.get(entry.kind):
        state = _with_gaps(state, entry)
    if facts is None or isinstance(facts, Gap):
        return _without_facts(state, entry, facts, private=private)
    kind = _BY_FACTS[type(facts)]
    if (Zone.PRIVATE if private else Zone.EVIDENCE) not in kind.zones:
        return _unplaced(state, entry, WhyUnplaced.WRONG_CHAIN)
    return _placed(state, entry, kind, facts, private=private)


def _placed(
    state: CaseState, entry: Decoded, kind: Kind, facts: Body, *, private: bool
) -> CaseState:
    """Put what an entry says where it belongs."""
    match kind:
        case Written():
            return _write_down(state, entry, kind, private=private)
        case Original():
            full = entry.read("full", kind.parts["full"])
            told = facts if isinstance(facts, CaptureFacts | FileFacts) and full else None
            return _add_exhibit(state, entry, kind.tag, kind.whole(facts, full), told)
        case Derived():
            return _add_derived(state, entry, kind)
        case Single():
            rows = state.of(kind)
            if kind.is_thing:
                state = _with_place(state, entry.id, Place(kind.tag, len(rows)))
            return replace(state, rows={**state.rows, kind.tag: rows.added(kind.make(entry))})
        case _ if isinstance(facts, Hidden):
            return _hide(state, entry, facts)
        case _:
            return state


# -- every entry ---------------------------------------------------------------------------------


def _begin(state: CaseState, entry: Decoded, facts: GenesisFacts) -> CaseState:
    if facts.chain_kind == "evidence" and not state.evidence_chain:
        return replace(state, evidence_chain=entry.id.chain, case_id=state.case_id or facts.case)
    if facts.chain_kind == "private" and not state.private_chain:
        return replace(state, private_chain=entry.id.chain, case_id=state.case_id or facts.case)
    return state


def _step(state: CaseState, entry: Decoded, steps: Rows[Step], *, private: bool) -> CaseState:
    # Ledger stamps are of one fixed form, so text order is time order.
    latest = state.latest_private if private else state.latest
    latest = max(latest, entry.time)
    before = state.clocks_private if private else state.clocks
    clocks = reading_of(entry.id, entry.time, entry.parts.get("machine")) or before
    jump = jump_between(before, clocks) if before and clocks else None
    step = Step(entry.id, entry.time, entry.kind, jump)
    if jump is not None:
        state = replace(state, jumps=state.jumps.added(step))
    if private:
        return replace(
            state,
            private_timeline=steps.added(step),
            latest_private=latest,
            clocks_private=clocks,
        )
    return replace(state, timeline=steps.added(step), latest=latest, clocks=clocks)


def _with_gaps(state: CaseState, entry: Decoded) -> CaseState:
    """Note the parts that say nothing; nearly no entry has any."""
    for name, part in entry.parts.items():
        gap = _gap_of(entry, name, part)
        if gap is not None:
            state = replace(state, gaps=state.gaps.added(GapAt(entry.id, name, gap)))
    return state


def _gap_of(entry: Decoded, name: str, part: Body | Gap) -> Gap | None:
    """Why a part says nothing here; None where it does. Words of another kind of entry are none of this one."""
    if isinstance(part, Gap):
        return part
    tag = str(part.__struct_config__.tag)
    stray = name == "text" and bool(entry.kind) and tag != f"{entry.kind}_text"
    return Gap(GapReason.UNKNOWN, tag) if stray else None


def _unplaced(
    state: CaseState, entry: Decoded, why: WhyUnplaced, gap: Gap | None = None
) -> CaseState:
    """Keep an entry aside that has no place in the case."""
    row = Unplaced(entry.id, entry.time, entry.kind, why, gap)
    return replace(state, unreadable=state.unreadable.added(row))


def _with_place(state: CaseState, entry: EntryId, place: Place) -> CaseState:
    return replace(state, places=state.places.having(entry, place))


def _with_row(
    state: CaseState, place: Place, thing: Thing, entry: EntryId | None = None
) -> CaseState:
    """Put another value of a thing where it stands, or the first one behind the last.

    ``entry`` is the one that made it, where it is to lead there.
    """
    places = state.places if entry is None else state.places.having(entry, place)
    if place.tag == EXHIBIT:
        exhibits = _set(state.exhibits, place.index, thing)
        if exhibits is state.exhibits and places is state.places:
            return state  # both were changed in place
        return replace(state, exhibits=exhibits, places=places)
    shelf = state.private_rows if place.private else state.rows
    before = shelf.get(place.tag, _EMPTY)
    rows = _set(before, place.index, thing)
    if rows is before and places is state.places:
        return state  # both were changed in place
    changed = {**shelf, place.tag: rows}
    if place.private:
        return replace(state, private_rows=changed, places=places)
    return replace(state, rows=changed, places=places)


def _set(rows: Rows[Any], index: int, thing: Thing) -> Rows[Any]:
    return rows.added(thing) if index == len(rows) else rows.replaced(index, thing)


# -- exhibits ------------------------------------------------------------------------------------


def _without_facts(
    state: CaseState, entry: Decoded, facts: Gap | None, *, private: bool
) -> CaseState:
    sealed = facts is not None and facts.reason in (GapReason.WITHHELD, GapReason.ERASED)
    if facts is not None and not private:
        kind = _tag_by_parts(entry) if sealed else entry.kind
        if kind in set(ExhibitKind):
            return _add_exhibit(state, entry, kind, facts)
    return _unplaced(state, entry, WhyUnplaced.FACTS, facts)


def _tag_by_parts(entry: Decoded) -> str:
    if "object" not in entry.parts:
        return ""
    originals = (kind for kind in KINDS if isinstance(kind, Original))
    return next((kind.tag for kind in originals if kind.known_by in entry.parts), "")


def _add_exhibit(
    state: CaseState,
    entry: Decoded,
    tag: str,
    facts: CaptureFacts | FileFacts | Gap,
    told: CaptureFacts | FileFacts | None = None,
) -> CaseState:
    """An original: the next exhibit, for ever under this number."""
    index = len(state.exhibits)
    exhibit = Exhibit(
        number=index + 1,
        original=entry.id,
        time=entry.time,
        kind=ExhibitKind(tag),
        facts=facts,
        screen=entry.read("screen", CaptureScreen),
        window=entry.read("window", CaptureWindow),
        source=entry.read("source", FileSource),
        findings=entry.read("findings", FileFindings),
        series=entry.read("series", CaptureSeries),
        claims=entry.read("claims", FileClaims),
        within=entry.read("within", FileWithin),
        likeness=entry.read("likeness", FileLikeness),
        origin=entry.read("origin", AdoptOrigin),
        colleague=entry.read("colleague", AdoptColleague),
        carried=entry.read("carried", FileCarried),
        film=entry.read("film", FileFilm),
        frame=entry.read("frame", FileFrame),
        told=told,
        object=entry.read("object", ObjectBody),
        person=entry.read("person", Person),
        machine=entry.read("machine", Machine),
    )
    if isinstance(exhibit.series, CaptureSeries) and exhibit.series.first is not None:
        first = exhibit.series.first
        later = (*state.series.get(first, ()), entry.id)
        state = replace(state, series=state.series.having(first, later))
    place = Place(EXHIBIT, index)
    return _with_row(state, place, exhibit, entry.id)


def _add_derived(state: CaseState, entry: Decoded, kind: Derived[Any]) -> CaseState:
    """A picture made from an exhibit."""
    made = kind.make(entry)
    parent = made.facts.parent
    place, exhibit = state.places.get(parent), state.exhibit_of(parent)
    if place is None or exhibit is None:
        return _unplaced(state, entry, WhyUnplaced.NO_TARGET)
    every = (*getattr(exhibit, kind.shelf), made)
    return _with_row(state, place, replace(exhibit, **{kind.shelf: every}), entry.id)


def _hide(state: CaseState, entry: Decoded, facts: Hidden) -> CaseState:
    """Hide a thing, or one picture made from an exhibit, or show it again."""
    place, thing = state.places.get(facts.target), state.thing_of(facts.target)
    of_this_chain = facts.target.chain == entry.id.chain
    if place is None or not of_this_chain or not isinstance(thing, Exhibit | Versioned):
        return _unplaced(state, entry, WhyUnplaced.NO_TARGET)
    if isinstance(thing, Exhibit) and thing.original != facts.target:
        thing = replace(
            thing,
            views=tuple(_hidden(view, facts) for view in thing.views),
            copies=tuple(_hidden(copy, facts) for copy in thing.copies),
        )
    else:
        thing = replace(thing, hidden=facts.hidden)
    return _with_row(state, place, thing)


def _hidden(derived: D, facts: Hidden) -> D:
    return replace(derived, hidden=facts.hidden) if derived.entry == facts.target else derived


# -- what is written down ------------------------------------------------------------------------


def _write_down(
    state: CaseState,
    entry: Decoded,
    kind: Written[Any],
    *,
    private: bool,
) -> CaseState:
    """Something said, or a correction of it."""
    corrects = kind.corrects(entry)
    rows = state.private_of(kind) if private else state.of(kind)
    place = state.places.get(corrects) if corrects is not None else None
    if place is None or (place.tag, place.private) != (kind.tag, private):
        place = Place(kind.tag, len(rows), private)
    thing = rows[place.index] if place.index < len(rows) else None
    old = None if thing is None else thing.current
    value = kind.value_of(entry, old)
    if kind.profile is not None:
        senders, label = place_sender(state.senders, entry.id, kind.profile(value))
        state, value = replace(state, senders=senders), replace(value, label=label)
    version = version_of(entry, value)
    if thing is None:
        thing = Versioned(entry.id, (version,), lost_target=corrects)
    else:
        thing = replace(thing, versions=(*thing.versions, version))
    state = _with_row(state, place, thing, entry.id)
    before = () if old is None else kind.refers(old)
    now = kind.refers(value)
    if not before and not now:
        return state
    if private:
        told = _mention(state.private_mentions, thing.id, before, now)
        return replace(state, private_mentions=told)
    return replace(state, mentions=_mention(state.mentions, thing.id, before, now))


def _mention(
    mentions: Mentions, written: EntryId, before: tuple[EntryId, ...], now: tuple[EntryId, ...]
) -> Mentions:
    """Note which entries a thing is about now, and no longer those that it was about before."""
    for entry in dict.fromkeys(before):
        if entry not in now:
            left = tuple(each for each in mentions.get(entry, ()) if each != written)
            mentions = mentions.having(entry, left)
    for entry in dict.fromkeys(now):
        known = mentions.get(entry, ())
        if written not in known:
            mentions = mentions.having(entry, (*known, written))
    return mentions
