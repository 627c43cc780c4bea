"""Withdraw a consent: no later report holds anything of it, and what was handed over before is listed."""

from __future__ import annotations

import msgspec

from app.actions.open_case import OpenCase
from app.actions.write_down import write_down
from app.casework import NotThatKindError, ReportTogether, Versioned, handed_over_by
from app.casework.kinds.consent import Consent, ConsentDraft
from app.clock import stamp
from evidence_store import EntryId


class Withdrawn(msgspec.Struct, frozen=True):
    """A consent that was withdrawn: the entry that says so, and the reports in which something of it was shared."""

    entry: EntryId
    handed_over: tuple[ReportTogether, ...]


def withdraw_consent(case: OpenCase, consent: EntryId) -> Withdrawn:
    """Seal that a consent is withdrawn now; one that was stays as it is.

    Raises:
        NotThatKindError: the entry is of no consent.
        VaultError: nothing was sealed.
    """
    thing = case.state.thing_of(consent)
    if not isinstance(thing, Versioned) or not isinstance(thing.current, Consent):
        raise NotThatKindError(consent.seq)
    entry = thing.entry
    if not thing.current.facts.withdrawn_at:
        now = stamp(case.clock.now().utc)
        entry = write_down(case, ConsentDraft(withdrawn=now), corrects=thing.id)
    return Withdrawn(entry, handed_over_by(case.state, thing))
