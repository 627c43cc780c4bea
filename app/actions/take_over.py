"""Take over what a colleague collected: their log is kept beside ours as it came, each exhibit becomes one of ours.

The package is checked first, and each file once more when it is read. What is here already stays as it is, so the same
package, or a later version of it, can be taken over again.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec.structs import asdict, replace

from app.actions.add_file import LARGEST_LOOKED_INTO, seal_view
from app.actions.open_case import OpenCase
from app.actions.verify_package import verify_package
from app.actions.view_of_file import LOOKED_INTO, look_into
from app.casework import CaseState, Part, Person, decode
from app.casework.kinds.adopt import (
    AdoptClaims,
    AdoptColleague,
    AdoptContents,
    AdoptFacts,
    AdoptFindings,
    AdoptFull,
    AdoptLikeness,
    AdoptOrigin,
    AdoptSource,
)
from app.casework.kinds.capture import CaptureFacts
from app.clock import stamp
from app.handover import (
    CollectedExhibit,
    Collection,
    PackageNotSoundError,
    PackageUnreadableError,
    open_collection,
)
from app.picture import SNIFF_LENGTH, WarmChild, sniff
from evidence_store import EntryId, NewObject, StagedObject, StoredEntry, VaultError, Verdict

_SOUND = frozenset({Verdict.ANCHORED, Verdict.CONSISTENT})
_BUFFER = 1 << 20
P = TypeVar("P", bound=Part)


class TakenOver(msgspec.Struct, frozen=True):
    """What was taken over.

    Attributes:
        chain: id of the colleague's chain.
        entries: how many of its entries were not here before.
        exhibits: the new exhibits' entries, in the order of their numbers there.
        known: numbers there of those that were here already.
        without_file: numbers there of those of which no file goes along: they were not taken over.
    """

    chain: str
    entries: int
    exhibits: tuple[EntryId, ...]
    known: tuple[int, ...]
    without_file: tuple[int, ...] = ()


def take_over(
    case: OpenCase,
    paths: Sequence[Path],
    *,
    by: str = "",
    expect: str | None = None,
    resources: Path | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> TakenOver:
    """Take over a colleague's package, or all its parts, into the open case.

    Args:
        case: where it goes.
        paths: the package.
        by: whose computer it was; "" for the name that their log has.
        expect: the receipt code that the colleague told another way; None for none.
        resources: where our own travelling verifiers lie, to compare the package's with.
        progress: told (bytes read, bytes in all) of the check. What it raises ends it; nothing was taken over.

    Raises:
        PackageNotSoundError: the check found something; nothing was taken over.
        PackageUnreadableError: it lists no files, or changed after it was checked; what came before it is here.
        ForeignChainError: it is a chain of this vault, or forks from what was taken over before; nothing was.
        ReceiptFormatError, NotOnePackageError: as ``verify_package``.
        VaultError: what came before it is here, and the same package can be taken over again.
    """
    report = verify_package(*paths, expect=expect, resources=resources, progress=progress)
    if report.verdict not in _SOUND:
        raise PackageNotSoundError(report.verdict)
    with open_collection(paths) as collection, WarmChild() as warm:
        with case.act() as act:
            entries = act.keep_chain(collection.entries)
        here = _taken_over_before(case.state)
        new = [each for each in collection.exhibits if each.original not in here]
        made = tuple(_adopt(case, collection, each, by, warm) for each in new)
    return TakenOver(
        chain=collection.entries[0].id.chain,
        entries=entries,
        exhibits=made,
        known=tuple(each.number for each in collection.exhibits if each.original in here),
        without_file=collection.without_file,
    )


def _taken_over_before(state: CaseState) -> frozenset[EntryId]:
    """Return the entries of other chains whose exhibits are here; erased ones are not taken over again."""
    origins = (each.origin for each in state.exhibits)
    found = (each.entry for each in origins if isinstance(each, AdoptOrigin))
    return frozenset(each for each in found if each is not None)


def _adopt(
    case: OpenCase, collection: Collection, exhibit: CollectedExhibit, by: str, warm: WarmChild
) -> EntryId:
    """Seal one exhibit with its view, in one transaction."""
    moment = case.clock.now()
    untrusted, staged, media_type = _read(case, collection, exhibit)
    try:
        looked = look_into(untrusted, media_type, warm)
        theirs = collection.entries[exhibit.original.seq]
        origin, name, link = _told_there(theirs, exhibit)
        view = looked.view
        with case.act() as act:
            original = act.seal(
                {
                    "facts": AdoptFacts(
                        added_at=stamp(moment.utc),
                        media_type=media_type,
                        width_px=view.pixels.width_px if view else 0,
                        height_px=view.pixels.height_px if view else 0,
                        preview=looked.preview,
                    ),
                    "full": AdoptFull(size=exhibit.size),
                    "origin": origin,
                    "colleague": AdoptColleague(name=by or name),
                    "source": AdoptSource(name=exhibit.path.rpartition("/")[2]),
                    "findings": _as(AdoptFindings, looked.findings),
                    "claims": _as(
                        AdoptClaims, replace(looked.claims, link=looked.claims.link or link)
                    ),
                    "contents": _as(AdoptContents, looked.words),
                    "likeness": _as(AdoptLikeness, looked.likeness),
                },
                moment=moment,
                content=staged or NewObject(untrusted, media_type),
                thumbnail=view.small if view else None,
            ).id
            seal_view(act, original, looked)
    except BaseException:
        if staged is not None:
            with suppress(VaultError):
                case.vault.discard(staged)
        raise
    return original


def _as(kind: type[P], part: Part) -> P:
    """Return what a part of an added file says as the part of one that was taken over."""
    return kind(**asdict(part))


def _read(
    case: OpenCase, collection: Collection, exhibit: CollectedExhibit
) -> tuple[bytes, StagedObject | None, str]:
    """Return the bytes to be looked into, or what was staged where they are not, and the type by content.

    Raises:
        PackageUnreadableError: they are other than the log says: the package changed after its check.
    """
    with collection.open(exhibit) as opened:
        stream = io.BufferedReader(opened, buffer_size=_BUFFER)  # type: ignore[type-var]
        media_type = sniff(stream.peek(SNIFF_LENGTH)[:SNIFF_LENGTH])
        if media_type in LOOKED_INTO and exhibit.size <= LARGEST_LOOKED_INTO:
            untrusted = stream.read(exhibit.size + 1)
            if hashlib.sha256(untrusted).hexdigest() != exhibit.sha256:
                raise PackageUnreadableError(exhibit.path)
            return untrusted, None, media_type
        staged = case.vault.stage(stream, media_type)
    if staged.sha256 != exhibit.sha256:
        case.vault.discard(staged)
        raise PackageUnreadableError(exhibit.path)
    return b"", staged, media_type


def _told_there(theirs: StoredEntry, exhibit: CollectedExhibit) -> tuple[AdoptOrigin, str, str]:
    """Return where an exhibit stands in the other chain, who acted there, and the link noted there."""
    parts = decode(theirs).parts
    facts, person = parts.get("facts"), parts.get("person")
    captured = facts if isinstance(facts, CaptureFacts) else CaptureFacts()
    origin = AdoptOrigin(
        entry=exhibit.original,
        hash=theirs.hash,
        number=exhibit.number,
        sealed_at=theirs.time,
        captured_at=captured.captured_at,
    )
    return origin, person.actor if isinstance(person, Person) else "", captured.url
