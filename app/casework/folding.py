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
from typing import Any

from msgspec.structs import replace

from app.casework import items, records
from app.casework.clock_jumps import jump_between, reading_of
from app.casework.decoding import (
    Body,
    Decoded,
    Gap,
    GapReason,
    GenesisFacts,
    RestoredFacts,
    TombstoneFacts,
)
from app.casework.items import ExhibitKind, WhyUnplaced
from app.casework.originals import (
    add_capture,
    add_exhibit,
    add_file,
    add_view,
    add_working_copy,
    put_out_of_sight,
)
from app.casework.placing import placed, unplaced, version_of
from app.casework.rows import Rows
from app.casework.state import CaseState, Shelf
from app.casework.statements import (
    state_contact,
    state_handed_over,
    state_incident,
    state_note,
    state_notification,
    state_private_note,
)
from evidence_store import ObjectBody


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
        return unplaced(state, entry, WhyUnplaced.WRONG_CHAIN)
    private = chain == state.private_chain
    steps = state.private_timeline if private else state.timeline
    if steps and steps[-1].entry.seq >= entry.id.seq:
        return state
    state = _step(state, entry, steps, private=private)
    for name, part in entry.parts.items():
        gap = _gap_of(entry, name, part)
        if gap is not None:
            state = replace(state, gaps=state.gaps.added(items.GapAt(entry.id, name, gap)))
    if facts is None or isinstance(facts, Gap):
        return _without_facts(state, entry, facts, private=private)
    handle = (_PRIVATE if private else _EVIDENCE).get(type(facts))
    if handle is None:
        return unplaced(state, entry, WhyUnplaced.WRONG_CHAIN)
    return handle(state, entry, facts)


def _gap_of(entry: Decoded, name: str, part: Body | Gap) -> Gap | None:
    """Why a part says nothing here; None where it does. Words of another kind of entry are none of this one."""
    if isinstance(part, Gap):
        return part
    tag = str(part.__struct_config__.tag)
    stray = name == "text" and bool(entry.kind) and tag != f"{entry.kind}_text"
    return Gap(GapReason.UNKNOWN, tag) if stray else None


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
    latest = max(latest, entry.time)
    before = state.clocks_private if private else state.clocks
    clocks = reading_of(entry.id, entry.time, entry.parts.get("machine")) or before
    jump = jump_between(before, clocks) if before and clocks else None
    step = items.Step(entry.id, entry.time, entry.kind, jump)
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


def _without_facts(
    state: CaseState, entry: Decoded, facts: Gap | None, *, private: bool
) -> CaseState:
    sealed = facts is not None and facts.reason in (GapReason.WITHHELD, GapReason.ERASED)
    if facts is not None and not private:
        kind = _kind_by_parts(entry) if sealed else entry.kind
        if kind in (ExhibitKind.CAPTURE, ExhibitKind.FILE):
            return add_exhibit(state, entry, ExhibitKind(kind), facts)
    return unplaced(state, entry, WhyUnplaced.FACTS, facts)


def _kind_by_parts(entry: Decoded) -> str:
    if "object" not in entry.parts:
        return ""
    if "window" in entry.parts:
        return ExhibitKind.CAPTURE
    return ExhibitKind.FILE if "source" in entry.parts else ""


# -- the case itself -----------------------------------------------------------------------------


def _genesis(state: CaseState, entry: Decoded, facts: GenesisFacts) -> CaseState:  # noqa: ARG001
    return state


def _case(state: CaseState, entry: Decoded, facts: records.CaseFacts) -> CaseState:
    return replace(state, naming=state.naming.added(version_of(entry, facts)))


def _author(state: CaseState, entry: Decoded, facts: records.Author) -> CaseState:
    return replace(state, authorship=state.authorship.added(version_of(entry, facts)))


def _tombstone(state: CaseState, entry: Decoded, facts: TombstoneFacts) -> CaseState:
    reason = entry.read("reason", records.ErasureReason)
    erasure = items.Erasure(
        entry.id,
        entry.time,
        tuple(target.entry for target in facts.targets),
        reason.reason if isinstance(reason, records.ErasureReason) else "",
    )
    return replace(state, erasures=state.erasures.added(erasure))


def _restored(state: CaseState, entry: Decoded, facts: RestoredFacts) -> CaseState:
    state = placed(state, entry.id, Shelf.RESTORATION, len(state.restorations))
    restored = items.Restoration(
        entry.id, entry.time, facts.lost, entry.read("reason", records.RestoredReason)
    )
    return replace(state, restorations=state.restorations.added(restored))


# -- what left the house -------------------------------------------------------------------------


def _dossier(state: CaseState, entry: Decoded, facts: records.DossierFacts) -> CaseState:
    made = items.SealedDossier(entry.id, entry.time, facts, entry.read("object", ObjectBody))
    state = placed(state, entry.id, Shelf.DOSSIER, len(state.dossiers))
    return replace(state, dossiers=state.dossiers.added(made))


def _delivery(state: CaseState, entry: Decoded, facts: records.DeliveryFacts) -> CaseState:
    state = placed(state, entry.id, Shelf.DELIVERY, len(state.deliveries))
    delivery = items.Delivery(entry.id, entry.time, facts)
    return replace(state, deliveries=state.deliveries.added(delivery))


_Handler = Callable[[CaseState, Decoded, Any], CaseState]

_EVIDENCE: Mapping[type[Body], _Handler] = {
    GenesisFacts: _genesis,
    TombstoneFacts: _tombstone,
    RestoredFacts: _restored,
    records.CaseFacts: _case,
    records.Author: _author,
    records.CaptureFacts: add_capture,
    records.FileFacts: add_file,
    records.ViewFacts: add_view,
    records.WorkingCopyFacts: add_working_copy,
    records.Hidden: put_out_of_sight,
    records.IncidentFacts: state_incident,
    records.NoteFacts: state_note,
    records.ContactFacts: state_contact,
    records.NotificationFacts: state_notification,
    records.DossierFacts: _dossier,
    records.DeliveryFacts: _delivery,
    records.HandedOverFacts: state_handed_over,
}

_PRIVATE: Mapping[type[Body], _Handler] = {
    GenesisFacts: _genesis,
    TombstoneFacts: _tombstone,
    RestoredFacts: _restored,
    records.Hidden: put_out_of_sight,
    records.NoteFacts: state_private_note,
}
