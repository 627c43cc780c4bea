"""What a pack changes of what is in force: shown before it is accepted. Pure.

Rules:
- Each piece that is new, says something else than what is in force, or takes something away is told.
- A piece that is the same is not told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum

import msgspec

from app.language import Wording
from app.packs.document import PackDocument, PackRecipient
from app.packs.force import InForce


class Piece(StrEnum):
    """What kind of piece it is."""

    RULE = "rule"
    NOTE = "note"
    CONTACT = "contact"
    RECIPIENT = "recipient"


class Change(StrEnum):
    """What becomes of it."""

    NEW = "new"
    CHANGED = "changed"
    GONE = "gone"


class Changed(msgspec.Struct, frozen=True):
    """One value of a piece: its key, as the pack has it, and what it was and becomes; "" for nothing."""

    key: str
    before: str
    after: str


class Difference(msgspec.Struct, frozen=True):
    """A piece that the pack changes.

    Attributes:
        piece: what kind of piece it is.
        id: its name.
        title: what it is called.
        change: what becomes of it.
        values: those of its values that change; all of them where it is new.
    """

    piece: Piece
    id: str
    title: Wording
    change: Change
    values: tuple[Changed, ...] = ()


def changes_of(
    force: InForce, document: PackDocument, before: PackDocument | None = None
) -> tuple[Difference, ...]:
    """Return what a pack changes.

    Args:
        force: what is in force now.
        document: the pack.
        before: the version of it that is in force now; None where none is.
    """
    found = (*_rules(force, document), *_words(force, document), *_recipients(document, before))
    return (*found, *_gone(document, before))


def _rules(force: InForce, document: PackDocument) -> Iterator[Difference]:
    now = {(rule.id, rule.version): rule for rule in force.rulebook.rules}
    taken = {(rule.id, rule.version) for rule in document.rule}
    for rule in document.rule:
        id = f"{rule.id}/{rule.version}" if rule.version else rule.id
        yield from _between(Piece.RULE, id, rule.title, now.get((rule.id, rule.version)), rule)
        for version in rule.replaces:
            gone = now.get((rule.id, version))
            if gone is not None and (rule.id, version) not in taken:
                yield Difference(Piece.RULE, f"{rule.id}/{version}", gone.title, Change.GONE)


def _words(force: InForce, document: PackDocument) -> Iterator[Difference]:
    notes = {each.piece.id: each.piece for each in force.notes}
    for note in document.note:
        yield from _between(Piece.NOTE, note.id, note.title, notes.get(note.id), note)
    contacts = {each.piece.id: each.piece for each in force.contacts}
    for contact in document.contact:
        yield from _between(
            Piece.CONTACT, contact.id, contact.name, contacts.get(contact.id), contact
        )


def _recipients(document: PackDocument, before: PackDocument | None) -> Iterator[Difference]:
    known = {each.id: each for each in before.recipient} if before is not None else {}
    for each in document.recipient:
        yield from _between(Piece.RECIPIENT, each.id, _name(each), known.get(each.id), each)


def _gone(document: PackDocument, before: PackDocument | None) -> Iterator[Difference]:
    """What the version before had, and this one has not: there the program's own piece stands again, or none."""
    if before is None:
        return
    rules = {(rule.id, rule.version) for rule in document.rule}
    for rule in before.rule:
        if (rule.id, rule.version) not in rules:
            id = f"{rule.id}/{rule.version}" if rule.version else rule.id
            yield Difference(Piece.RULE, id, rule.title, Change.GONE)
    notes = {note.id for note in document.note}
    for note in before.note:
        if note.id not in notes:
            yield Difference(Piece.NOTE, note.id, note.title, Change.GONE)
    contacts = {contact.id for contact in document.contact}
    for contact in before.contact:
        if contact.id not in contacts:
            yield Difference(Piece.CONTACT, contact.id, contact.name, Change.GONE)
    recipients = {each.id for each in document.recipient}
    for each in before.recipient:
        if each.id not in recipients:
            yield Difference(Piece.RECIPIENT, each.id, _name(each), Change.GONE)


def _name(recipient: PackRecipient) -> Wording:
    return recipient.name or Wording(recipient.based_on, recipient.based_on)


def _between(
    piece: Piece, id: str, title: Wording, now: msgspec.Struct | None, then: msgspec.Struct
) -> Iterator[Difference]:
    before = _values(now) if now is not None else {}
    after = _values(then)
    keys = (*after, *(key for key in before if key not in after))
    values = tuple(
        Changed(key, before.get(key, ""), after.get(key, ""))
        for key in keys
        if before.get(key, "") != after.get(key, "")
    )
    if values:
        yield Difference(piece, id, title, Change.NEW if now is None else Change.CHANGED, values)


def _values(piece: msgspec.Struct) -> dict[str, str]:
    """Return what a piece says, value by value; what it leaves as usual is not there."""
    found: dict[str, str] = {}
    _gather("", msgspec.to_builtins(piece), found)
    return found


def _gather(name: str, value: object, into: dict[str, str]) -> None:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            _gather(f"{name}.{key}" if name else str(key), inner, into)
    elif isinstance(value, list | tuple):
        into[name] = ", ".join(str(each) for each in value)
    elif value not in (None, "", 0, False):
        into[name] = str(value)
    if not into.get(name, "x"):
        del into[name]
