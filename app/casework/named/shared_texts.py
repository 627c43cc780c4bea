"""Texts of a part, one by one, and those that stood in reports with other names. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Any, TypeVar

import msgspec
from msgspec.structs import replace

from app.casework.kinds.shared_text import SHARED_TEXT, SharedField, SharedText, SharedTextWords
from app.casework.state import CaseState
from app.vocabulary import Role
from evidence_store import EntryId

P = TypeVar("P", bound=msgspec.Struct)


def texts_in(part: object) -> Iterator[tuple[str, str]]:
    """Yield the texts of a part with where they stand: ``quote``, ``marks.2.caption``. Names of entries are none."""
    if isinstance(part, msgspec.Struct) and not isinstance(part, EntryId):
        inside: Iterator[tuple[str, object]] = (
            (name, getattr(part, name)) for name in part.__struct_fields__
        )
    elif isinstance(part, tuple):
        inside = ((str(at), each) for at, each in enumerate(part))
    else:
        return
    for name, value in inside:
        if isinstance(value, str) and not isinstance(value, Enum):
            yield name, value
        else:
            yield from ((f"{name}.{rest}", text) for rest, text in texts_in(value))


def with_texts(part: P, texts: Mapping[str, str]) -> P:
    """Return a part with other texts in the places that are named."""
    made: P = _with(part, texts)
    return made


def _with(value: Any, texts: Mapping[str, str]) -> Any:  # noqa: ANN401 - whatever a part is made of
    if "" in texts:
        return texts[""]
    inside: dict[str, dict[str, str]] = {}
    for place, text in texts.items():
        name, _, rest = place.partition(".")
        inside.setdefault(name, {})[rest] = text
    if isinstance(value, tuple):
        return tuple(
            _with(each, inside[str(at)]) if str(at) in inside else each
            for at, each in enumerate(value)
        )
    return replace(
        value, **{name: _with(getattr(value, name), rest) for name, rest in inside.items()}
    )


def texts_standing_for(state: CaseState, recipient: Role) -> Iterator[SharedText]:
    """Yield what was sealed for a recipient before, newest first: the same words need no second entry."""
    for each in reversed(state.of(SHARED_TEXT)):
        if each.facts.recipient is recipient and isinstance(each.text, SharedTextWords):
            yield each


def stands_for(
    shared: SharedText, source: EntryId, part: str, fields: tuple[SharedField, ...], language: str
) -> bool:
    """Return whether that entry says just these words for a part."""
    return (
        (shared.facts.source, shared.facts.part) == (source, part)
        and isinstance(shared.text, SharedTextWords)
        and (shared.text.fields, shared.text.language) == (fields, language)
    )


def shared_texts_of(state: CaseState, entry: EntryId) -> tuple[SharedText, ...]:
    """Return what stood in reports for parts of an entry; listed before that is erased, as it tells the rest of it."""
    return tuple(each for each in state.of(SHARED_TEXT) if each.facts.source == entry)
