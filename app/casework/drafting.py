"""From what a person gives to the parts of an entry: the rules for everything that is written down. Pure.

Rules:
- What is not said stays as it stood; of something new it is unknown, or now where the field says so.
- Something of which nothing is said is refused: in the case it would be a line that says nothing, for ever.
- A correction stands in the chain of what it corrects: the words of a private note must not leave by a second entry.
- What may leave names nothing private: it must not so much as say that a private note is there.
- What is to name nobody holds nothing like a CPR number, and nothing like a name.
- An entry that a field names is of a kind that the field allows.
- A kind of the private chain alone is sealed there, whatever is said.
- A file beside the words says something, too; what it was called is sealed with every entry of such a kind.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import Any

from msgspec import structs

from app.casework.attached import AttachedSource
from app.casework.errors import CaseworkError
from app.casework.fields import Draft, Field, FieldKind
from app.casework.kind import V, Written
from app.casework.kinds import KINDS
from app.casework.part import Part
from app.casework.personal import look_at_words
from app.casework.state import CaseState
from app.casework.times import danish_day
from app.casework.versions import Versioned
from app.clock import parse_stamp
from app.vocabulary import Zone
from evidence_store import EntryId

_UNSEEN = frozenset({"Cc", "Cf", "Zl", "Zp", "Zs"})
_BY_DRAFT = {kind.draft: kind for kind in KINDS if isinstance(kind, Written)}
NOBODY = EntryId("", 0)  # of a field that names an entry: none any more


class NotThatKindError(CaseworkError):
    """An entry was named that is nothing of the kind that can stand there.

    Attributes:
        seq: its place in its chain.
    """

    def __init__(self, seq: int) -> None:
        super().__init__(f"entry {seq} is of another kind")
        self.seq = seq


class NoFileTakenError(CaseworkError):
    """A file was given to a thing of a kind that holds none."""


class AboutPrivateError(CaseworkError):
    """What may leave would name a private note, or a private correction would stand for what may leave."""


def kind_of(draft: Draft) -> Written[Any]:
    """Return the kind that a draft is of."""
    return _BY_DRAFT[type(draft)]


def written_kind(tag: str) -> Written[Any]:
    """Return the kind with that tag. Raises KeyError: nobody writes down such a thing."""
    return {kind.tag: kind for kind in _BY_DRAFT.values()}[tag]


def thing_of_kind(state: CaseState, kind: Written[V], entry: EntryId | None) -> Versioned[V] | None:
    """Return the thing of a kind that an entry states or corrects; None where it is nothing of that kind."""
    thing = state.thing_of(entry) if entry is not None else None
    if isinstance(thing, Versioned) and isinstance(thing.current, kind.value):
        return thing
    return None


def may_name(state: CaseState, field: Field, entry: EntryId) -> bool:
    """Return whether an entry is of a kind that a field can name."""
    place = state.places.get(entry)
    return not field.of or (place is not None and place.tag in field.of)


def corrected(state: CaseState, kind: Written[V], corrects: EntryId | None) -> Versioned[V] | None:
    """Return the thing that a correction is of; None where nothing is corrected.

    Raises:
        NotThatKindError: the entry states no such thing.
    """
    thing = thing_of_kind(state, kind, corrects)
    if thing is None and corrects is not None:
        raise NotThatKindError(corrects.seq)
    return thing


def same_of(state: CaseState, draft: Draft) -> EntryId | None:
    """Return the thing that a draft is about again, where its kind has one thing alone for what it names."""
    kind = kind_of(draft)
    wanted = tuple(getattr(draft, name) or "" for name in kind.one_for)
    if not any(wanted):
        return None
    rows = state.private_of(kind) if kind.home is Zone.PRIVATE else state.of(kind)
    for thing in rows:
        facts = thing.current.facts
        if tuple(getattr(facts, kind.field(name).key) for name in kind.one_for) == wanted:
            return thing.id
    return None


def zone_of(state: CaseState, draft: Draft, corrects: EntryId | None) -> Zone:
    """Return the chain that a draft is sealed in.

    Raises:
        AboutPrivateError: it would be private and correct what is not.
    """
    asked: Zone = getattr(draft, "zone", None) or kind_of(draft).home
    if corrects is None:
        return asked
    stands = Zone.PRIVATE if corrects.chain == state.private_chain else Zone.EVIDENCE
    if asked is Zone.PRIVATE and stands is Zone.EVIDENCE:
        raise AboutPrivateError
    return stands


def parts_of(
    state: CaseState,
    draft: Draft,
    corrects: EntryId | None,
    now: str,
    file: AttachedSource | None = None,
    fresh: Callable[[], str] = lambda: "",
) -> dict[str, Part]:
    """Return the parts to seal, by name.

    Args:
        state: the case.
        draft: what a person gives.
        corrects: an entry of the thing that it corrects.
        now: ledger stamp of the moment.
        file: what a file beside the words was called; None where there is none.
        fresh: returns a new random token.

    Raises:
        NothingSaidError: nothing is said of it.
        NoFileTakenError: it is of a kind that holds no file.
        NotThatKindError, AboutPrivateError: it names an entry that it must not name.
        CprGivenError, NameGivenError: it names somebody where nobody is to be named.
    """
    kind = kind_of(draft)
    thing = corrected(state, kind, corrects)
    zone = zone_of(state, draft, corrects)
    draft = kind.settle(draft, _target(state, kind, draft))
    _look_at_entries(state, kind, draft, zone)
    for field in kind.fields:
        value = getattr(draft, field.name)
        if isinstance(value, str):
            look_at_words(field, value)
    parts: dict[str, Part] = {}
    for name, part in kind.said.items():
        given = _given(kind, draft, name, now if thing is None else "")
        if name == "facts":
            given["corrects"] = thing.id if thing is not None else None
        stood = getattr(thing.current, name) if thing is not None else None
        parts[name] = structs.replace(stood, **given) if isinstance(stood, part) else part(**given)
    if file is not None and not kind.takes_file:
        raise NoFileTakenError
    kept = thing is not None and getattr(thing.current, "attached", None) is not None
    if kind.needs and file is None and not kept and not _says_something(kind, parts):
        raise kind.nothing
    parts = kind.seal(parts)
    if kind.fill is not None:
        parts = kind.fill(parts, draft, thing.current if thing is not None else None, state, fresh)
    if kind.takes_file:
        source: Any = kind.parts["source"]
        called = file or AttachedSource()
        parts["source"] = source(name=called.name, modified_at=called.modified_at)
    return parts


def _given(kind: Written[Any], draft: Draft, part: str, now: str) -> dict[str, Any]:
    """The attributes of a part that the draft gives."""
    given: dict[str, Any] = {}
    for field in kind.fields:
        value = getattr(draft, field.name) if field.part == part else None
        if value is None and field.now and field.part == part:
            value = _at_first(field, now) or None
        if value is not None:
            given[field.key] = None if value == NOBODY else value
    return given


def _at_first(field: Field, now: str) -> str:
    """What stands in a time or a day of which nothing is said: the moment of the act, as days are in Denmark."""
    if field.kind is FieldKind.DAY and now:
        return danish_day(parse_stamp(now))
    return now


def _target(state: CaseState, kind: Written[Any], draft: Draft) -> object:
    """The thing that a new one is about, where it is about one."""
    named = getattr(draft, kind.about) if kind.about else None
    return state.thing_of(named) if isinstance(named, EntryId) else None


def _look_at_entries(state: CaseState, kind: Written[Any], draft: Draft, zone: Zone) -> None:
    for field in kind.fields:
        value = getattr(draft, field.name)
        if value is None or not field.names_entries:
            continue
        for entry in value if field.kind is FieldKind.ENTRIES else (value,):
            if entry == NOBODY:
                continue
            if zone is Zone.EVIDENCE and entry.chain == state.private_chain:
                raise AboutPrivateError
            if not may_name(state, field, entry):
                raise NotThatKindError(entry.seq)


def _says_something(kind: Written[Any], parts: dict[str, Part]) -> bool:
    """Whether one of the fields that the kind needs differs from what stands there when nothing is said."""
    for field in kind.fields:
        if field.name in kind.needs and field.part:
            part = parts[field.part]
            value, empty = getattr(part, field.key), getattr(type(part)(), field.key)
            if has_words(value) if isinstance(value, str) and not empty else value != empty:
                return True
    return False


def has_words(text: str) -> bool:
    """Whether there is a sign in it that can be seen: no blank, no mark of direction, no control sign."""
    return any(unicodedata.category(sign) not in _UNSEEN for sign in text)
