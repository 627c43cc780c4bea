"""Write something down: the one act for everything that a person says of a case, and for its corrections.

The rules, the sealing and the dropping of the draft are one act: both happen, or neither. See casework/drafting.py.
"""

from __future__ import annotations

from app.actions.open_case import OpenCase
from app.casework import Draft, parts_of, zone_of
from app.clock import stamp
from evidence_store import EntryId


def write_down(
    case: OpenCase, draft: Draft, *, corrects: EntryId | None = None, drops: str = ""
) -> EntryId:
    """Seal one entry, and return its id.

    Args:
        case: the case.
        draft: what a person gives.
        corrects: an entry of the thing that it corrects.
        drops: key of the draft in the vault that says the same, "" for none.

    Raises:
        NothingSaidError, NotThatKindError, AboutPrivateError: it is refused; nothing was sealed.
        UnwritableTextError, VaultError: nothing was sealed.
    """
    moment = case.clock.now()
    parts = parts_of(case.state, draft, corrects, stamp(moment.utc))
    zone = zone_of(case.state, draft, corrects)
    return case.seal(parts, zone=zone, moment=moment, draft=drops)
