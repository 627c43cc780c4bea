"""The people whom a person has registered in a case, with marks that stay: the key to what they are called.

It is kept as rows of the vault's own table, one for each version and the newest one used. It stands on no chain, so it
is in no package, no report and no plain backup.

Rules:
- A mark is given once, by the order in which people are registered. It stays with them, and is given to nobody else,
  also where somebody is taken out.
- Senders have the letters that the case's events give them (``app/casework/senders.py``): here only more of their names
  can be noted.
"""

from __future__ import annotations

import msgspec
from msgspec.structs import replace

from app.naming.people import Person, Pseudonym
from app.vocabulary import Relation


class Registered(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Somebody who was registered.

    Attributes:
        relation: who it is.
        mark: letter or number.
        names: whole names.
        handles: names on platforms.
        ids: what platforms call the profile.
        gone: whether they were taken out; then nothing but the mark is kept.
    """

    relation: Relation
    mark: str
    names: tuple[str, ...] = ()
    handles: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    gone: bool = False

    @property
    def pseudonym(self) -> Pseudonym:
        """What they are called instead."""
        return Pseudonym(self.relation, self.mark)


class UnreadableRegisterError(ValueError):
    """A row of the vault is no register that this program understands."""


class Register(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All who were registered in a case, by order of registration."""

    version: int = 1
    people: tuple[Registered, ...] = ()

    def having(
        self,
        relation: Relation,
        names: tuple[str, ...],
        handles: tuple[str, ...] = (),
        ids: tuple[str, ...] = (),
        *,
        mark: str = "",
    ) -> Register:
        """Return it with somebody more; with a ``mark`` that is there, with more names of whom has it."""
        mark = mark or self._next(relation)
        new = Registered(relation, mark, _each(names), _each(handles), _each(ids))
        for at, each in enumerate(self.people):
            if each.pseudonym == new.pseudonym:
                more = replace(
                    each,
                    names=_each(each.names + new.names),
                    handles=_each(each.handles + new.handles),
                    ids=_each(each.ids + new.ids),
                    gone=False,
                )
                return replace(self, people=(*self.people[:at], more, *self.people[at + 1 :]))
        return replace(self, people=(*self.people, new))

    def telling(
        self,
        pseudonym: Pseudonym,
        names: tuple[str, ...],
        handles: tuple[str, ...] = (),
        ids: tuple[str, ...] = (),
    ) -> Register:
        """Return it with these names of somebody in place of those that stand there; the mark stays."""
        return self.without(pseudonym).having(
            pseudonym.relation, names, handles, ids, mark=pseudonym.mark
        )

    def without(self, pseudonym: Pseudonym) -> Register:
        """Return it without the names of somebody; the mark is not given again."""
        return replace(
            self,
            people=tuple(
                Registered(each.relation, each.mark, gone=True)
                if each.pseudonym == pseudonym
                else each
                for each in self.people
            ),
        )

    def persons(self) -> tuple[Person, ...]:
        """Return those who are there."""
        return tuple(
            Person(each.pseudonym, each.names, each.handles, each.ids)
            for each in self.people
            if not each.gone
        )

    def _next(self, relation: Relation) -> str:
        taken = {each.mark for each in self.people if each.relation is relation}
        count = 0
        while (mark := mark_at(relation, count)) in taken:
            count += 1
        return mark


def mark_at(relation: Relation, index: int) -> str:
    """Return the mark for a place counted from 0: A to Z, then AA; of children 1, 2 and so on."""
    index += 1
    if relation is Relation.CHILD:
        return str(index)
    letters = ""
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def encode_register(register: Register) -> str:
    """Return it as the text of a row."""
    return msgspec.json.encode(register).decode()


def decode_register(row: str) -> Register:
    """Return what a row says. Raises UnreadableRegisterError."""
    try:
        return msgspec.json.decode(row, type=Register)
    except msgspec.DecodeError as error:
        raise UnreadableRegisterError(str(error)) from error


def _each(values: tuple[str, ...]) -> tuple[str, ...]:
    clean = (" ".join(value.split()) for value in values)
    return tuple(dict.fromkeys(value for value in clean if value))
