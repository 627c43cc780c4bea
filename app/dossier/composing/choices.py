"""What a person chooses for one report."""

from __future__ import annotations

import msgspec

from app.dossier.composing.words import ChosenWords
from evidence_store import EntryId


class Choices(msgspec.Struct, frozen=True):
    """What the person chose.

    Attributes:
        exhibits: numbers in the order they shall stand; None = all that the policy includes, in the case's order.
        asks: ids of what is asked for, in order; None = the policy's own choice.
        own_asks: more to ask for, in the person's words.
        summary: the person's own words instead of the counted summary.
        title: for the cover, instead of the case's title.
        context: whether whole-screen pictures are included; None = as the policy says. Only for ``exhibits=None``.
        newest_first: order of the timeline.
        notes: entries of the neutral notes to print; None = as the policy says.
        originals: numbers of the exhibits whose original goes along as a file; None = as the policy says.
        papers: entries of what holds a file beside its words that goes along, such as a receipt.
        clips: numbers of the exhibits of which the newest covered clip goes along.
        words: what has words that the recipient is shown only where they are chosen.
        links: links that are sent although they hold a name.
    """

    exhibits: tuple[int, ...] | None = None
    asks: tuple[str, ...] | None = None
    own_asks: tuple[str, ...] = ()
    summary: str = ""
    title: str = ""
    context: bool | None = None
    newest_first: bool = False
    notes: tuple[EntryId, ...] | None = None
    originals: tuple[int, ...] | None = None
    papers: tuple[EntryId, ...] = ()
    clips: tuple[int, ...] = ()
    words: tuple[ChosenWords, ...] = ()
    links: tuple[str, ...] = ()
