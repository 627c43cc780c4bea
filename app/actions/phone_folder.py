"""Look into the folder that a phone copies its pictures to, for files that are new there.

Rules:
- Nothing in the folder is changed, moved or deleted; no folder in it is entered and no link followed.
- A file counts when two looks find it alike: what is still being written is waited for.
- One whose bytes are in the case is none of the new ones, whatever it is called; nor is an envelope whose files are.
- Only what came after the folder was chosen: years of pictures are not offered.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection, Mapping
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from app.casework import CaseState
from app.casework.kinds.file import FileCarried
from evidence_store import ObjectBody

_UNFINISHED = frozenset(
    {".part", ".partial", ".crdownload", ".download", ".tmp", ".temp", ".filepart", ".icloud"}
)
_HIDDEN = (".", "~", "$")
_PIECE = 1 << 20
_MOST = 2_000


class SeenFile(msgspec.Struct, frozen=True):
    """A file as it was at the last look.

    Attributes:
        size: in bytes.
        changed_ns: when it was last written, by the file system.
        sha256: of its bytes; "" before it was found alike twice.
    """

    size: int
    changed_ns: int
    sha256: str = ""


class PhoneLook(msgspec.Struct, frozen=True):
    """What one look found.

    Attributes:
        new: files that came since the folder was chosen and are not in the case, by name.
        waits: whether some are still being written, so that it is worth looking again soon.
        away: whether the folder cannot be read now, as a drive that is not there.
        seen: for the next look.
    """

    new: tuple[Path, ...] = ()
    waits: bool = False
    away: bool = False
    seen: dict[Path, SeenFile] = {}


def look_into(
    folder: Path, since: datetime, state: CaseState, before: Mapping[Path, SeenFile]
) -> PhoneLook:
    """Return what is new in a folder.

    Args:
        folder: the folder.
        since: what is older is not looked at.
        state: the case; what is in it is not new.
        before: what the look before saw.
    """
    try:
        with os.scandir(folder) as entries:
            files = sorted(Path(each.path) for each in entries if _counts(each))[:_MOST]
    except OSError:
        return PhoneLook(away=True, seen=dict(before))
    known = {each.object.sha256 for each in state.exhibits if isinstance(each.object, ObjectBody)}
    known |= _envelopes(state)
    seen: dict[Path, SeenFile] = {}
    new: list[Path] = []
    waits = False
    for file in files:
        now = _seen(file, since)
        if now is None:
            continue
        last = before.get(file)
        settled = last is not None and (last.size, last.changed_ns) == (now.size, now.changed_ns)
        if last is not None and settled:
            now = last if last.sha256 else _hashed(file, now)
        seen[file] = now
        if not now.sha256:
            waits = True
        elif now.sha256 not in known:
            new.append(file)
    return PhoneLook(_once(new, seen), waits, away=False, seen=seen)


def _envelopes(state: CaseState) -> set[str]:
    """Return the fingerprints of envelopes of which every file is in the case."""
    held: dict[str, set[int]] = {}
    wanted: dict[str, int] = {}
    for each in state.exhibits:
        if isinstance(each.carried, FileCarried) and each.carried.envelope:
            held.setdefault(each.carried.envelope, set()).add(each.carried.position)
            wanted[each.carried.envelope] = each.carried.of
    return {envelope for envelope, found in held.items() if len(found) == wanted[envelope]}


def _counts(entry: os.DirEntry[str]) -> bool:
    name = entry.name
    if name.startswith(_HIDDEN) or Path(name).suffix.casefold() in _UNFINISHED:
        return False
    try:
        return entry.is_file(follow_symlinks=False)
    except OSError:
        return False


def _seen(file: Path, since: datetime) -> SeenFile | None:
    """Return how a file is now; None where it is empty, gone, or from before."""
    try:
        facts = file.stat()
    except OSError:
        return None
    came = datetime.fromtimestamp(max(facts.st_mtime, facts.st_ctime), UTC)
    if came < since or not facts.st_size:
        return None
    return SeenFile(facts.st_size, facts.st_mtime_ns)


def _hashed(file: Path, seen: SeenFile) -> SeenFile:
    """Return it with its fingerprint; without one where it cannot be read yet."""
    reckoned = hashlib.sha256()
    try:
        with file.open("rb") as stream:
            while piece := stream.read(_PIECE):
                reckoned.update(piece)
    except OSError:
        return seen
    return msgspec.structs.replace(seen, sha256=reckoned.hexdigest())


def _once(files: Collection[Path], seen: Mapping[Path, SeenFile]) -> tuple[Path, ...]:
    """Return each content once, under its shortest name."""
    first: dict[str, Path] = {}
    for file in sorted(files, key=lambda each: (len(each.name), each.name)):
        first.setdefault(seen[file].sha256, file)
    return tuple(sorted(first.values()))
