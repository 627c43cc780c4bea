"""The only way from a case to a dossier: what the policy does not open does not come through.

Whoever composes gets values from here and from nowhere else, and each value that is disclosed is written down.
So ``opened`` is by construction what was read, and a new kind of part stays shut until a policy names it.

A part is opened whole. Where one holds more than the pages show, its values are disclosed for the pages and the part
itself stays shut: what is printed of it then rests on the person's word, and ``stated`` lists it.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TypeVar

from app.casework import Gap
from app.casework.kinds.case import AUTHOR
from app.casework.kinds.disclosed import DISCLOSED
from app.casework.kinds.shared_text import SHARED_TEXT
from app.dossier.composing.renaming import Renaming
from app.dossier.policy import Policy
from evidence_store import EntryId, ObjectBody

T = TypeVar("T")
# Here stands the person whose case it is, and what was sealed without names in the first place.
_WITHOUT_OTHERS = frozenset({AUTHOR.tag, DISCLOSED.tag})


class Gate:
    """Discloses parts of one evidence chain."""

    def __init__(
        self,
        policy: Policy,
        evidence_chain: str,
        chosen: Collection[EntryId] = (),
        consented: Collection[EntryId] = (),
        papers: Collection[EntryId] = (),
        words: Collection[tuple[EntryId, str]] = (),
        renaming: Renaming | None = None,
    ) -> None:
        """Take what decides.

        Args:
            policy: the recipient's.
            evidence_chain: the chain whose parts it discloses.
            chosen: the entries that the person chose one by one: more of them may be open.
            papers: the entries of which the person chose the file, and nothing else.
            words: the entries and parts of which the person chose the words, and not the file.
            renaming: tells texts with other names; None where the reader is told the names.
            consented: what was shared in this report by a consent that holds: it is open, and nothing else of its kind.
        """
        self._policy = policy
        self._chain = evidence_chain
        self._chosen = frozenset(chosen)
        self._consented = frozenset(consented)
        self._papers = frozenset(papers)
        self._words = frozenset(words)
        self._renaming = renaming
        self._opened: set[tuple[int, str]] = set()
        self._stated: set[tuple[int, str]] = set()
        self._renamed: set[tuple[int, str]] = set()
        self._objects: dict[EntryId, None] = {}

    def disclose(
        self, kind: str, part: str, entry: EntryId, value: T | Gap | None, *, all_shown: bool = True
    ) -> T | None:
        """Return the value, if the policy opens the part and it can be read; None otherwise.

        Without ``all_shown`` the part holds what no page shows, and stays shut until it is disclosed with it.
        """
        if value is None or isinstance(value, Gap):
            return None
        let: T = value
        if not self.knows(entry) or not self.opens(kind, part, entry):
            return None
        told = None
        if self._renaming is not None and kind not in _WITHOUT_OTHERS:
            if self._renaming.shuts(kind, part, entry, let):
                return None
            let, told = self._renaming.part(kind, part, entry, let)
        if told is not None:
            self._renamed.add((entry.seq, part))
            if told.sealed is not None:
                self._opened |= {(told.sealed.seq, name) for name in SHARED_TEXT.parts}
        elif all_shown:
            self._opened.add((entry.seq, part))
        else:
            self._stated.add((entry.seq, part))
        return let

    def disclose_object(
        self, kind: str, entry: EntryId, value: ObjectBody | Gap | None
    ) -> ObjectBody | None:
        """Return an object's body; the object itself travels too."""
        body = self.disclose(kind, "object", entry, value)
        if body is not None:
            self._objects[entry] = None
        return body

    def knows(self, entry: EntryId) -> bool:
        """Return whether an entry stands in the chain whose parts it discloses."""
        return entry.chain == self._chain

    def opens(self, kind: str, part: str, entry: EntryId) -> bool:
        """Return whether the policy opens a part of an entry; what was shared by consent, whether that holds."""
        if kind == DISCLOSED.tag:
            return entry in self._consented and part in DISCLOSED.parts
        by_itself = entry in self._papers if part == "object" else (entry, part) in self._words
        if entry in self._chosen or by_itself:
            return self._policy.opens_chosen(kind, part)
        return self._policy.opens(kind, part)

    @property
    def opened(self) -> frozenset[tuple[int, str]]:
        """Return the parts that were disclosed as they are."""
        return frozenset(self._opened)

    @property
    def stated(self) -> frozenset[tuple[int, str]]:
        """Return the parts of which values were disclosed, and which stay shut."""
        return frozenset(self._stated - self._opened) | self.renamed

    @property
    def renamed(self) -> frozenset[tuple[int, str]]:
        """Return those of them that are told with other names."""
        return frozenset(self._renamed)

    @property
    def objects(self) -> tuple[EntryId, ...]:
        """Return the entries whose objects travel, in the order they were disclosed."""
        return tuple(self._objects)
