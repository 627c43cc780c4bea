"""Keep a file as an original, its bytes untouched, and make a view of it that can be shown.

The file is kept even when no view can be made. The view is decoded in a limited child process and encoded anew
without metadata; only it, never the file itself, is shown and goes into dossiers.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

from app.actions.film_view import PLAYED, look_into_film
from app.actions.look_ahead import LookAhead
from app.actions.open_case import CaseAct, OpenCase
from app.actions.view_of_file import LOOKED_INTO, Looked, look_into
from app.capture import EmptyFileError, read_file
from app.casework import told_file
from app.casework.kinds.file import FileCarried, FileFacts, FileFull, FileSource, FileWithin
from app.casework.kinds.view import ViewFacts
from app.clock import Moment, stamp
from app.picture import SNIFF_LENGTH, WarmChild, sniff
from evidence_store import EntryId, NewObject, StagedObject, VaultError

LARGEST_LOOKED_INTO = 64 << 20
"""A picture up to this size is read once into memory, so that what is kept and what is shown are the same bytes."""

_BUFFER = 1 << 20
DEEPEST = 2
"""A mail within a mail within a mail is looked into; what is deeper is kept as it is."""

InnerOpener = Callable[[EntryId, bytes], bool]
"""Is handed what a file lies in and its bytes, and returns whether it has kept what there is to keep of it."""


def add_file(
    case: OpenCase,
    path: Path,
    *,
    progress: Callable[[int], None] | None = None,
    warm: WarmChild | None = None,
    then: Path | None = None,
    ahead: LookAhead | None = None,
    opener: InnerOpener | None = None,
) -> EntryId:
    """Keep the file; answers the entry of the original.

    Args:
        case: where it goes.
        path: the file; opened for reading only.
        progress: told the number of bytes read so far, for files that take a while.
        warm: the child that looks into files, where many come one after the other.
        then: the file that comes next: it is looked into while this one is sealed.
        ahead: looks into it, and has looked into this one.
        opener: is asked first what becomes of each file that lies in this one.

    Raises:
        CaptureError: the file is empty, no file, gone, or changed while it was read; nothing was sealed.
        VaultError: nothing was sealed.
    """
    moment = case.clock.now()
    staged: StagedObject | None = None
    try:
        with read_file(path) as file:
            stream = io.BufferedReader(file, buffer_size=_BUFFER)
            media_type = sniff(stream.peek(SNIFF_LENGTH)[:SNIFF_LENGTH])
            untrusted = b""
            if media_type in LOOKED_INTO and file.size <= LARGEST_LOOKED_INTO:
                untrusted = stream.read()
            else:
                staged = case.vault.stage(stream, media_type, progress=progress)
            source = FileSource(
                name=written_name_of(path.name),
                modified_at=stamp(file.modified_at) if file.modified_at else "",
            )
            size = file.size
            stream.detach()
        looked = ahead.take(untrusted) if ahead else None
        if looked is None and staged is not None and media_type in PLAYED:
            give_way = partial(progress, size) if progress is not None else _go_on
            with case.vault.open_staged(staged) as film:
                looked = look_into_film(film, size, media_type, give_way)
        looked = looked or look_into(untrusted, media_type, warm)
        if ahead is not None and then is not None:
            ahead.begin(then)
        facts = facts_of(moment, media_type, size, looked)
        content = staged or NewObject(untrusted, media_type)
        original = seal_file(case, moment, facts, source, content, looked)
    except BaseException:
        if staged is not None:
            # Sweeping at the next opening would find it too, but it may be a gigabyte until then.
            with suppress(VaultError):
                case.vault.discard(staged)
        raise
    add_inside(case, original, looked, DEEPEST, warm, opener)
    return original


def add_bytes(
    case: OpenCase, untrusted: bytes, *, origin: str, warm: WarmChild | None = None
) -> EntryId:
    """Keep what never was a file, such as a picture that was pasted; answers the entry of the original.

    Nothing of it is written anywhere but in the vault.

    Args:
        case: where it goes.
        untrusted: the content, at least one byte.
        origin: where it came from, in words; stands where a file has its name.
        warm: as for ``add_file``.

    Raises:
        EmptyFileError: there is no content; nothing was sealed.
        VaultError: nothing was sealed.
    """
    if not untrusted:
        raise EmptyFileError(Path(written_name_of(origin)))
    moment = case.clock.now()
    media_type = sniff(untrusted[:SNIFF_LENGTH])
    looked = _look(untrusted, media_type, warm)
    facts = facts_of(moment, media_type, len(untrusted), looked)
    source = FileSource(name=written_name_of(origin))
    original = seal_file(case, moment, facts, source, NewObject(untrusted, media_type), looked)
    add_inside(case, original, looked, DEEPEST, warm)
    return original


def add_inside(
    case: OpenCase,
    parent: EntryId,
    looked: Looked,
    deeper: int,
    warm: WarmChild | None = None,
    opener: InnerOpener | None = None,
) -> None:
    """Keep each file that lies in another, such as what is attached to a mail, as an exhibit of its own."""
    for file in looked.inside:
        if opener is not None and opener(parent, file.untrusted):
            continue
        moment = case.clock.now()
        media_type = sniff(file.untrusted[:SNIFF_LENGTH])
        inner = _look(file.untrusted, media_type, warm)
        facts = facts_of(moment, media_type, len(file.untrusted), inner)
        source = FileSource(name=written_name_of(file.name))
        content = NewObject(file.untrusted, media_type)
        original = seal_file(case, moment, facts, source, content, inner, FileWithin(parent=parent))
        if deeper:
            add_inside(case, original, inner, deeper - 1, warm, opener)


def _look(untrusted: bytes, media_type: str, warm: WarmChild | None) -> Looked:
    if media_type in PLAYED:
        return look_into_film(io.BytesIO(untrusted), len(untrusted), media_type)
    return look_into(untrusted if len(untrusted) <= LARGEST_LOOKED_INTO else b"", media_type, warm)


def _go_on() -> None:
    """Nobody waits."""


def written_name_of(name: str) -> str:
    r"""Return a file's name with ``\xe9`` for each byte that is no UTF-8, as names in old zips have."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def facts_of(moment: Moment, media_type: str, size: int, looked: Looked) -> FileFacts:
    """Return what is told of a file."""
    view = looked.view
    return FileFacts(
        added_at=stamp(moment.utc),
        media_type=media_type,
        size=size,
        width_px=view.pixels.width_px if view else 0,
        height_px=view.pixels.height_px if view else 0,
        preview=looked.preview,
    )


def seal_file(
    case: OpenCase,
    moment: Moment,
    facts: FileFacts,
    source: FileSource,
    content: NewObject | StagedObject,
    looked: Looked,
    within: FileWithin | None = None,
    carried: FileCarried | None = None,
) -> EntryId:
    """Seal an original and its view in one transaction, and return the entry of the original."""
    view = looked.view
    with case.act() as act:
        original = act.seal(
            # Always there: that a part is missing would say something, too.
            {
                "facts": told_file(facts),
                "full": FileFull(size=facts.size),
                "source": source,
                "findings": looked.findings,
                "claims": looked.claims,
                "contents": looked.words,
                "within": within or FileWithin(),
                "likeness": looked.likeness,
                "carried": carried or FileCarried(),
                **({"film": looked.film} if looked.film is not None else {}),
            },
            moment=moment,
            content=content,
            thumbnail=view.small if view else None,
        ).id
        seal_view(act, original, looked)
    return original


def seal_view(act: CaseAct, original: EntryId, looked: Looked) -> None:
    """Seal the picture that was made of a file, if there is one, as the view of its entry."""
    view = looked.view
    if view is None:
        return
    act.seal(
        {
            "facts": ViewFacts(
                parent=original,
                width_px=view.pixels.width_px,
                height_px=view.pixels.height_px,
            ),
            "shown": view.shown,
            "pages": view.pages,
        },
        content=NewObject(view.png, "image/png"),
    )
