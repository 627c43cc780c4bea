"""Keep what lies in an envelope that a phone closed for this vault.

It is read twice: once to see that all of it is in order, which keeps nothing, and once to keep file by file, each with
the hash of the first time. So nothing is kept of an envelope that was cut, changed or lies. What was kept of it before
is not kept again: who was stopped in the midst of it opens it once more.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

import msgspec

from app.actions.add_file import (
    DEEPEST,
    LARGEST_LOOKED_INTO,
    add_inside,
    facts_of,
    seal_file,
    written_name_of,
)
from app.actions.envelope_key import envelope_identity
from app.actions.open_case import OpenCase
from app.actions.view_of_file import LOOKED_INTO, look_into
from app.capture import read_file
from app.casework.kinds.file import FileCarried, FileSource, FileWithin
from app.clock import stamp
from app.envelope import Closing, EnvelopeError, HeldFile, LyingEnvelopeError, is_envelope, opened
from app.picture import SNIFF_LENGTH, WarmChild, sniff
from app.vocabulary import CarriedBy
from evidence_store import EntryId, NewObject, StagedObject, VaultError

_PIECE = 1 << 18
_HEAD = 64

Progress = Callable[[int], None]
Source = Callable[[], AbstractContextManager[BinaryIO]]


class EnvelopeKeptError(Exception):
    """All files of an envelope are in the case already: nothing new was kept.

    Attributes:
        count: how many there are.
    """

    def __init__(self, count: int) -> None:
        super().__init__(str(count))
        self.count = count


class OpenedEnvelope(msgspec.Struct, frozen=True):
    """What was kept of an envelope.

    Attributes:
        entries: of the files that were kept now, in their order.
        already: how many of its files were kept before.
        closing: what the phone says of it.
    """

    entries: tuple[EntryId, ...]
    already: int
    closing: Closing


class _Envelope(msgspec.Struct, frozen=True):
    """An envelope that was found in order.

    Attributes:
        sha256: of its file.
        hashes: of the files in it, in their order.
        closing: what the phone says of it.
    """

    sha256: str
    hashes: tuple[str, ...]
    closing: Closing


def is_envelope_file(path: Path) -> bool:
    """Return whether a file begins as envelopes do; False where it cannot be read."""
    with suppress(OSError), path.open("rb") as file:
        return is_envelope(file.read(_HEAD))
    return False


def open_envelope(
    case: OpenCase,
    path: Path,
    *,
    carried_by: CarriedBy = CarriedBy.UNKNOWN,
    progress: Progress | None = None,
    warm: WarmChild | None = None,
) -> OpenedEnvelope:
    """Keep each file of an envelope as an original.

    Args:
        case: where they go.
        path: the envelope.
        carried_by: how it came, as the person says.
        progress: told about how many bytes of the envelope are done.
        warm: the child that looks into the files.

    Raises:
        EnvelopeError: it is none, for another vault, cut, changed, too large or lies; nothing of it was kept.
        CaptureError: the file is empty, gone, or changed while it was read.
        VaultError: what was kept before it stays.
    """
    return _open(case, lambda: _read(path), carried_by, FileWithin(), progress, warm)


def opener_in_mails(
    case: OpenCase, warm: WarmChild | None, failed: Callable[[EnvelopeError], None]
) -> Callable[[EntryId, bytes], bool]:
    """Return what opens envelopes that are attached to a mail, for ``add_file``.

    One that cannot be opened is kept as it is, like other attached files.

    Args:
        case: where the files go.
        warm: the child that looks into them.
        failed: told why one could not be opened.
    """

    def attempt(parent: EntryId, untrusted: bytes) -> bool:
        if not is_envelope(untrusted[:_HEAD]):
            return False
        within = FileWithin(parent=parent)
        source = lambda: nullcontext(io.BytesIO(untrusted))  # noqa: E731  # opened twice
        try:
            _open(case, source, CarriedBy.MAIL, within, None, warm)
        except EnvelopeError as error:
            failed(error)
            return False
        return True

    return attempt


def _open(
    case: OpenCase,
    source: Source,
    carried_by: CarriedBy,
    within: FileWithin,
    progress: Progress | None,
    warm: WarmChild | None,
) -> OpenedEnvelope:
    identity = envelope_identity(case)
    found = _checked(source, identity, progress)
    there = {
        each.carried.position
        for each in case.state.exhibits
        if isinstance(each.carried, FileCarried) and each.carried.envelope == found.sha256
    }
    opened_at = stamp(case.clock.now().utc)
    closing = found.closing
    closed = _phones_time(closing)
    entries: list[EntryId] = []
    done = 0
    with _reading(source, identity) as files:
        for position, file in enumerate(files, start=1):
            told = _from(progress, (closing.size + done) // 2)
            done += file.size
            if position in there or position > len(found.hashes):
                continue
            carried = FileCarried(
                way=carried_by,
                envelope=found.sha256,
                position=position,
                of=closing.files,
                closed=closed,
                opened=opened_at,
            )
            expected = found.hashes[position - 1]
            entries.append(_keep(case, file, expected, carried, within, told, warm))
    return OpenedEnvelope(tuple(entries), len(there), closing)


def _checked(
    source: Source,
    identity: str,
    progress: Progress | None,
) -> _Envelope:
    """Read an envelope to its end, and return what it holds. Raises EnvelopeError, CaptureError."""
    whole = hashlib.sha256()
    hashes: list[str] = []
    with source() as raw:
        hashing = _Hashing(raw, whole.update)
        done = 0
        with opened(hashing, identity) as envelope:
            for file in envelope.files():
                while piece := file.read(_PIECE):
                    done += len(piece)
                    if progress is not None:
                        progress(done // 2)
                hashes.append(file.sha256())
            closing = envelope.closing
        while raw.read(_PIECE):
            raise LyingEnvelopeError("goes on behind its end")
    if closing is None:
        raise LyingEnvelopeError("has no end")
    return _Envelope(whole.hexdigest(), tuple(hashes), closing)


@contextmanager
def _read(path: Path) -> Iterator[BinaryIO]:
    with read_file(path) as file:
        stream = io.BufferedReader(file, buffer_size=_PIECE)
        yield stream
        stream.detach()


@contextmanager
def _reading(source: Source, identity: str) -> Iterator[Iterator[HeldFile]]:
    with source() as raw, opened(raw, identity) as envelope:
        yield envelope.files()


class _Hashing:
    """The envelope's own bytes, hashed as they are read."""

    def __init__(self, raw: BinaryIO, update: Callable[[bytes], None]) -> None:
        self._raw = raw
        self._update = update

    def read(self, length: int = -1, /) -> bytes:
        piece = self._raw.read(length)
        self._update(piece)
        return piece


def _keep(
    case: OpenCase,
    file: HeldFile,
    expected: str,
    carried: FileCarried,
    within: FileWithin,
    progress: Progress | None,
    warm: WarmChild | None,
) -> EntryId:
    """Seal one file as the others that come in are, when its bytes are those that were found in order."""
    moment = case.clock.now()
    stream = io.BufferedReader(file, buffer_size=_PIECE)
    media_type = sniff(stream.peek(SNIFF_LENGTH)[:SNIFF_LENGTH])
    staged: StagedObject | None = None
    untrusted = b""
    try:
        if media_type in LOOKED_INTO and file.size <= LARGEST_LOOKED_INTO:
            untrusted = stream.read()
        else:
            staged = case.vault.stage(stream, media_type, progress=progress)
        _check_same(file.sha256(), expected)
        looked = look_into(untrusted, media_type, warm)
        source = FileSource(
            name=written_name_of(Path(file.file_name).name or "?"), modified_at=file.changed_at
        )
        facts = facts_of(moment, media_type, file.size, looked)
        content = staged or NewObject(untrusted, media_type)
        entry = seal_file(case, moment, facts, source, content, looked, within, carried)
    except BaseException:
        if staged is not None:
            with suppress(VaultError):
                case.vault.discard(staged)
        raise
    finally:
        stream.detach()
    add_inside(case, entry, looked, DEEPEST, warm)
    return entry


def _check_same(now: str, before: str) -> None:
    if now != before:
        raise LyingEnvelopeError("changed between two readings")


def _from(progress: Progress | None, before: int) -> Progress | None:
    if progress is None:
        return None
    return lambda read: progress(before + read // 2)


def _phones_time(closing: Closing) -> str:
    """Return when it was closed as the phone's own clock showed it, with the offset of its zone."""
    zone = datetime.fromisoformat(f"2000-01-01T00:00:00{closing.offset}").tzinfo
    try:
        closed = datetime.fromisoformat(closing.closed_at).astimezone(zone)
    except (ValueError, OverflowError) as error:
        raise LyingEnvelopeError("the time") from error
    return closed.isoformat(timespec="milliseconds")
