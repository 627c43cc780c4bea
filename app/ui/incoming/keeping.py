"""How one thing that came in is kept: a file as it is, an envelope from the phone by what lies in it. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec

from app.actions.add_file import add_bytes, add_file
from app.actions.look_ahead import LookAhead
from app.actions.open_case import OpenCase
from app.actions.open_envelope import (
    EnvelopeKeptError,
    is_envelope_file,
    open_envelope,
    opener_in_mails,
)
from app.casework import lying_in, told_of_file
from app.casework.kinds.file import FileFacts, files_within
from app.language import Language
from app.messages import explain
from app.vocabulary import CarriedBy
from evidence_store import EntryId

_SHOWN = frozenset({"", "shown"})


class Brought(msgspec.Struct, frozen=True):
    """One thing that comes in: a file, or content that never was one.

    Attributes:
        name: what it is called on the screen.
        path: the file; None for content.
        untrusted: the content, where there is no file.
    """

    name: str
    path: Path | None = None
    untrusted: bytes = b""


class Refused(msgspec.Struct, frozen=True):
    """One thing that was not kept, and why."""

    brought: Brought
    sentence: str


class Kept(msgspec.Struct, frozen=True):
    """One thing that was kept."""

    case: OpenCase
    entry: EntryId
    number: int
    shown: bool
    told: tuple[str, ...] = ()
    inside: tuple[EntryId, ...] = ()


def keep_brought(
    case: OpenCase,
    brought: Brought,
    language: Language,
    carried_by: CarriedBy,
    ahead: LookAhead,
    progress: Callable[[int], None] | None,
    then: Path | None = None,
) -> tuple[Kept, ...]:
    """Keep one thing, and return what was kept: of an envelope each file that lies in it.

    Args:
        case: where it goes.
        brought: what came.
        language: of what is told of it.
        carried_by: how envelopes come, as the person says.
        ahead: looks into files, and into the one that comes next.
        progress: told how many bytes are done.
        then: the file that comes next.

    Raises:
        EnvelopeKeptError: all files of the envelope are in the case already.
        CaptureError, EnvelopeError, VaultError: nothing of it was kept.
    """
    warm = ahead.warm
    if brought.path is None:
        entry = add_bytes(case, brought.untrusted, origin=brought.name, warm=warm)
        return (_kept(case, entry, language),)
    if is_envelope_file(brought.path):
        opened = open_envelope(
            case, brought.path, carried_by=carried_by, progress=progress, warm=warm
        )
        if not opened.entries:
            raise EnvelopeKeptError(opened.already)
        return tuple(_kept(case, entry, language) for entry in opened.entries)
    failed: list[str] = []
    opener = opener_in_mails(
        case, warm, lambda error: failed.append(explain(error, language).sentence)
    )
    entry = add_file(
        case,
        brought.path,
        progress=progress,
        warm=warm,
        opener=opener,
        then=then,
        ahead=ahead,
    )
    return (_kept(case, entry, language, *failed),)


def _kept(case: OpenCase, entry: EntryId, language: Language, *more: str) -> Kept:
    exhibit = case.state.exhibit_of(entry)
    facts = exhibit.facts if exhibit else None
    shown = not isinstance(facts, FileFacts) or facts.preview in _SHOWN
    told = told_of_file(exhibit, language) if exhibit else ()
    inside = tuple(each.original for each in lying_in(case.state.exhibits, entry))
    if inside:
        told = (*told, files_within(len(inside), language))
    return Kept(case, entry, exhibit.number if exhibit else 0, shown, (*told, *more), inside)
