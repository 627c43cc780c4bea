"""Who is called by another name in what leaves: the people that a person registers, and senders by the case's events.

The key from names to what they are called is a row of the vault's own table, ``people_key``. It stands on no chain.
"""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from app.actions.named_in_pictures import PictureNaming, named_in_pictures
from app.actions.open_case import OpenCase
from app.casework.named import people_of, where_named
from app.naming import (
    People,
    Person,
    Pseudonym,
    Register,
    UnreadableRegisterError,
    decode_register,
    encode_register,
)
from app.vocabulary import Relation
from evidence_store import EntryId

_ROW = "people_key"


class NoSuchPersonError(Exception):
    """Nobody in the case is called that."""

    def __init__(self, called: str) -> None:
        super().__init__(called)
        self.called = called


class NamelessPersonError(Exception):
    """Somebody is to be registered without a name."""


class KnownPerson(msgspec.Struct, frozen=True):
    """Somebody who is called by another name.

    Attributes:
        person: all by which they are found.
        registered: what of it was registered; a sender's events say more.
        named: the things whose texts name them.
        pictured: the exhibits in whose pictures their names were read.
    """

    person: Person
    registered: Person
    named: tuple[EntryId, ...] = ()
    pictured: tuple[PictureNaming, ...] = ()


class _Row(msgspec.Struct, frozen=True):
    """What a row says: whose case it is, and its register as text."""

    case: str
    register: str


def people_in(case: OpenCase) -> People:
    """Return all who are called by another name. Raises UnreadableRegisterError, VaultError."""
    return people_of(case.state, read_register(case).persons())


def read_register(case: OpenCase) -> Register:
    """Return the newest register of the case; an empty one where nobody was registered.

    Raises:
        UnreadableRegisterError: the newest row was written by a newer program, or is damaged: nothing may leave.
        VaultError: the vault could not be read.
    """
    for row in reversed(case.vault.kept_rows(_ROW)):
        try:
            read = msgspec.json.decode(row, type=_Row)
        except msgspec.DecodeError as error:
            raise UnreadableRegisterError(str(error)) from error
        if read.case == case.chains.case_id:
            return decode_register(read.register)
    return Register()


def register_person(
    case: OpenCase,
    relation: Relation,
    names: tuple[str, ...],
    handles: tuple[str, ...] = (),
    ids: tuple[str, ...] = (),
    *,
    mark: str = "",
) -> Pseudonym:
    """Note that somebody is called by another name, and return that.

    Args:
        case: the case.
        relation: who it is.
        names: whole names.
        handles: names on platforms.
        ids: what platforms call the profile.
        mark: of somebody who is there or was taken out, and gets more names; needed of a sender: the events give it.

    Raises:
        NamelessPersonError: nothing was given that could be found in a text.
        NoSuchPersonError: nobody has that mark, or it is a sender and none was given.
        UnreadableRegisterError, VaultError: nothing was kept.
    """
    if not any(each.strip() for each in (*names, *handles, *ids)):
        raise NamelessPersonError
    register = read_register(case)
    wanted = Pseudonym(relation, mark)
    there = {each.pseudonym for each in people_of(case.state, register.persons()).persons}
    there |= {each.pseudonym for each in register.people}  # also whose names were taken out
    if (mark or relation is Relation.SENDER) and wanted not in there:
        raise NoSuchPersonError(mark)
    made = register.having(relation, names, handles, ids, mark=mark)
    _keep(case, made)
    changed = [each for each in made.people if each not in register.people]
    return changed[0].pseudonym if changed else wanted


def correct_person(
    case: OpenCase,
    pseudonym: Pseudonym,
    names: tuple[str, ...],
    handles: tuple[str, ...] = (),
    ids: tuple[str, ...] = (),
) -> None:
    """Put these names of somebody in place of those that were registered; what they are called stays.

    Of a sender the events' own names stay.

    Raises:
        NamelessPersonError: nothing was given that could be found in a text.
        NoSuchPersonError: nobody is called that.
        UnreadableRegisterError, VaultError: nothing was changed.
    """
    if not any(each.strip() for each in (*names, *handles, *ids)):
        raise NamelessPersonError
    register = read_register(case)
    there = {each.pseudonym for each in people_of(case.state, register.persons()).persons}
    if pseudonym not in there:
        raise NoSuchPersonError(pseudonym.mark)
    _keep(case, register.telling(pseudonym, names, handles, ids))


def known_people(case: OpenCase) -> tuple[KnownPerson, ...]:
    """Return all who are called by another name, senders first, with where they are named.

    Raises:
        UnreadableRegisterError, VaultError: nobody can tell.
    """
    registered = {each.pseudonym: each for each in read_register(case).persons()}
    people = people_of(case.state, registered.values())
    named = where_named(case.state, people)
    pictured = named_in_pictures(case, people)
    return tuple(
        KnownPerson(
            each,
            registered.get(each.pseudonym, Person(each.pseudonym)),
            named.get(each.pseudonym, ()),
            pictured.get(each.pseudonym, ()),
        )
        for each in people.persons
    )


def forget_person(case: OpenCase, pseudonym: Pseudonym) -> None:
    """Take the names of somebody out of the register; what they are called is given to nobody else.

    Rows that were kept before stay in the vault. Of a sender the events' own names stay.

    Raises:
        NoSuchPersonError: nobody was registered by that.
        UnreadableRegisterError, VaultError: nothing was changed.
    """
    register = read_register(case)
    if pseudonym not in {each.pseudonym for each in register.people if not each.gone}:
        raise NoSuchPersonError(pseudonym.mark)
    _keep(case, register.without(pseudonym))


def register_of(case: OpenCase) -> tuple[str, Callable[[str], bool]]:
    """Return the name of the rows with registers, and what tells of a row whether it is of this case."""

    def of_this(row: str) -> bool:
        try:
            return msgspec.json.decode(row, type=_Row).case == case.chains.case_id
        except msgspec.DecodeError:
            return case.chains.case_id in row

    return _ROW, of_this


def _keep(case: OpenCase, register: Register) -> None:
    row = _Row(case.chains.case_id, encode_register(register))
    with case.vault.act() as act:
        act.keep_row(_ROW, msgspec.json.encode(row).decode())
