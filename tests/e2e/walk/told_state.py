"""The state of a case as plain values, so that states that two versions of the program fold can be compared."""

from __future__ import annotations

from typing import Any

import msgspec

from app.casework import CaseState
from app.casework.kinds.by_vault import RESTORED, TOMBSTONE
from app.casework.kinds.case import AUTHOR, CASE
from app.casework.kinds.contact import CONTACT
from app.casework.kinds.dossier import DELIVERY, DOSSIER
from app.casework.kinds.handed_over import HANDED_OVER
from app.casework.kinds.incident import INCIDENT
from app.casework.kinds.note import NOTE
from app.casework.kinds.notification import NOTIFICATION
from evidence_store import EntryId


def told(state: CaseState) -> dict[str, Any]:
    """Everything that the fold says of a case, by names that do not change."""
    rows: dict[str, Any] = {
        "naming": state.of(CASE),
        "authorship": state.of(AUTHOR),
        "exhibits": state.exhibits,
        "incident": state.of(INCIDENT),
        "note": state.of(NOTE),
        "private note": state.private_of(NOTE),
        "contact": state.of(CONTACT),
        "notification": state.of(NOTIFICATION),
        "dossier": state.of(DOSSIER),
        "delivery": state.of(DELIVERY),
        "handed_over": state.of(HANDED_OVER),
        "restored": state.of(RESTORED),
        "tombstone": state.of(TOMBSTONE),
        "timeline": state.timeline,
        "private timeline": state.private_timeline,
        "unreadable": state.unreadable,
        "gaps": state.gaps,
        "jumps": state.jumps,
    }
    return {
        **{name: msgspec.to_builtins(tuple(each)) for name, each in rows.items()},
        "chains": [state.case_id, state.evidence_chain, state.private_chain],
        "latest": [state.latest, state.latest_private],
        "clocks": msgspec.to_builtins([state.clocks, state.clocks_private]),
        "senders": [each.label for each in state.senders.profiles],
        "things": {
            f"{name} {step.entry.seq}": msgspec.to_builtins(_thing(state, step.entry))
            for name, steps in (("evidence", state.timeline), ("private", state.private_timeline))
            for step in steps
        },
        "about": {
            str(each.number): [
                [one.id.seq for one in state.incidents_about(each)],
                [one.id.seq for one in state.about(each.original, NOTE)],
            ]
            for each in state.exhibits
        },
        "given": {
            str(each.entry.seq): [one.id.seq for one in state.about(each.entry, HANDED_OVER)]
            for rows in (state.of(DOSSIER), state.of(DELIVERY))
            for each in rows
        },
    }


def _thing(state: CaseState, entry: EntryId) -> object:
    thing = state.thing_of(entry)
    return (
        getattr(thing, "id", None)
        or getattr(thing, "original", None)
        or getattr(thing, "entry", None)
    )
