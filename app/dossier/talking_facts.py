"""What a sheet for a talk tells."""

from __future__ import annotations

import msgspec


class TalkingFacts(msgspec.Struct, frozen=True):
    """What stands on the sheet, in the words of the one who shares a concern.

    Attributes:
        who: with whom it is shared.
        when: when it was shared, in words; "" where nobody said.
        what: what worries the person.
        watch_for: what to watch for, a point each.
        agreed: what was agreed, a point each.
        follow_up: when it is looked at again, in words; "" where nobody said.
        place: where it stands in the case, such as "e12".
        made_on: the day, in words.
    """

    who: str
    when: str
    what: str
    watch_for: tuple[str, ...]
    agreed: tuple[str, ...]
    follow_up: str
    place: str
    made_on: str
