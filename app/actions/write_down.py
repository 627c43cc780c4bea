"""Write something down: the one act for everything that a person says of a case, and for its corrections.

The rules, the sealing and the dropping of the draft are one act: both happen, or neither. See casework/drafting.py.
"""

from __future__ import annotations

import io
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import msgspec
from msgspec.structs import replace

from app.actions.add_file import written_name_of
from app.actions.copy_elsewhere import want_whole
from app.actions.open_case import OpenCase
from app.actions.quote_read import ReadInPicture, seal_read
from app.capture import read_file
from app.casework import (
    AttachedSource,
    Draft,
    NoFileTakenError,
    kind_of,
    parts_of,
    same_of,
    thing_of_kind,
    zone_of,
)
from app.casework.kinds.case_end import CaseEndDraft
from app.casework.kinds.incident import INCIDENT
from app.casework.kinds.incident_fields import IncidentDraft
from app.casework.kinds.incident_more import IncidentQuoteFrom
from app.clock import stamp
from app.picture import SNIFF_LENGTH, sniff
from evidence_store import EntryId, StagedObject, VaultError

_BUFFER = 1 << 20


class WithFile(msgspec.Struct, frozen=True):
    """A file that is kept beside the words: its bytes, staged in the vault, and what it was called."""

    content: StagedObject
    source: AttachedSource


def write_down_with_file(
    case: OpenCase, draft: Draft, path: Path, *, corrects: EntryId | None = None, drops: str = ""
) -> EntryId:
    """The same with a file beside the words, such as a receipt; both are sealed, or neither.

    Raises:
        CaptureError: the file is empty, no file, gone, or changed while it was read; nothing was sealed.
        NoFileTakenError: things of this kind hold none.
    """
    if not kind_of(draft).takes_file:
        raise NoFileTakenError
    with _staged(case, path) as file:
        return write_down(case, draft, corrects=corrects, drops=drops, file=file)


def write_down_read(
    case: OpenCase,
    draft: IncidentDraft,
    read: Sequence[ReadInPicture],
    *,
    corrects: EntryId | None = None,
    drops: str = "",
) -> EntryId:
    """Seal a post, and before it what a program read in pictures and its quote was taken from: all of it, or nothing.

    Returns:
        The entry of the post.

    Raises:
        NotThatKindError, AboutPrivateError: it is refused; nothing was sealed.
        UnwritableTextError, VaultError: nothing was sealed.
    """
    corrects = corrects or same_of(case.state, draft)
    moment = case.clock.now()
    with case.act() as act:
        entries, state = seal_read(case.state, act, read)
        thing = thing_of_kind(state, INCIDENT, corrects)
        source = thing.current.quote_from if thing is not None else None
        stood = source.readings if isinstance(source, IncidentQuoteFrom) else ()
        draft = replace(draft, quote_from=tuple(dict.fromkeys((*stood, *entries))))
        parts = parts_of(state, draft, corrects, stamp(moment.utc), fresh=_token)
        sealed = act.seal(parts, zone=zone_of(state, draft, corrects), moment=moment).id
        act.drop_draft(drops)
    return sealed


def _token() -> str:
    return os.urandom(16).hex()


@contextmanager
def _staged(case: OpenCase, path: Path) -> Iterator[WithFile]:
    """The file in the vault, belonging to nothing yet; taken out again where nothing comes of it."""
    with read_file(path) as file:
        stream = io.BufferedReader(file, buffer_size=_BUFFER)
        media_type = sniff(stream.peek(SNIFF_LENGTH)[:SNIFF_LENGTH])
        content = case.vault.stage(stream, media_type)
        modified = stamp(file.modified_at) if file.modified_at else ""
        stream.detach()
    try:
        name = written_name_of(path.name)
        yield WithFile(content, AttachedSource(name=name, modified_at=modified))
    except BaseException:
        with suppress(VaultError):
            case.vault.discard(content)
        raise


def write_down(
    case: OpenCase,
    draft: Draft,
    *,
    corrects: EntryId | None = None,
    drops: str = "",
    file: WithFile | None = None,
) -> EntryId:
    """Seal one entry, and return its id.

    Args:
        case: the case.
        draft: what a person gives.
        corrects: an entry of the thing that it corrects; of a kind with one thing for each matter it is found.
        drops: key of the draft in the vault that says the same, "" for none.
        file: kept beside the words.

    Raises:
        NothingSaidError, NotThatKindError, AboutPrivateError: it is refused; nothing was sealed.
        UnwritableTextError, VaultError: nothing was sealed.
    """
    corrects = corrects or same_of(case.state, draft)
    moment = case.clock.now()
    source = file.source if file is not None else None
    parts = parts_of(case.state, draft, corrects, stamp(moment.utc), source, fresh=_token)
    zone = zone_of(case.state, draft, corrects)
    content = file.content if file is not None else None
    entry = case.seal(parts, zone=zone, moment=moment, draft=drops, content=content)
    if isinstance(draft, CaseEndDraft):
        with suppress(VaultError):  # it is sealed; a copy comes all the same, a week later at most
            want_whole(case.vault, clock=case.clock, at_once=True)
    return entry
