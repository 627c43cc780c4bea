"""Read the words in an exhibit's picture by machine: for searching, covering and quoting, never as evidence.

What was read is kept in the vault's cache beside the index (``Vault.keep_reading``), with tool and version. It is on no
chain and in nothing that leaves. What is printed of it is sealed first, with tool and version (``quote_read``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import msgspec

from app.actions.open_case import OpenCase
from app.casework import Exhibit, NoPictureError, decode, index_text, picture_of
from app.markup import Box
from app.picture import (
    LanguageData,
    Pixels,
    ReadText,
    ReadWord,
    WarmChild,
    decode_own_png,
    find_language_data,
    read_words,
)
from evidence_store import EntryId, Reading, index_form

Between = Callable[[int, int], None]


class _Kept(msgspec.Struct, frozen=True):
    """The form in which words lie in the vault."""

    words: tuple[ReadWord, ...]
    width_px: int
    height_px: int


def text_read(case: OpenCase, exhibit: Exhibit) -> ReadText | None:
    """Return what was read in an exhibit's picture before, or None.

    Raises:
        VaultError: it cannot be read.
    """
    reading = case.vault.reading(exhibit.original)
    if reading is None:
        return None
    try:
        kept = msgspec.json.decode(reading.words, type=_Kept)
    except msgspec.DecodeError:
        return None
    return ReadText(
        kept.words,
        reading.tool,
        reading.version,
        reading.languages,
        kept.width_px,
        kept.height_px,
    )


def exhibits_unread(case: OpenCase) -> tuple[Exhibit, ...]:
    """Return the exhibits whose pictures can be read and were not yet, hidden ones left out, in their order."""
    read = case.vault.entries_read()
    return tuple(
        each
        for each in case.state.exhibits
        if not each.hidden and each.original not in read and _has_picture(each)
    )


def picture_to_read(case: OpenCase, exhibit: Exhibit) -> bytes:
    """Return the bytes of the picture, our own PNG.

    Raises:
        NoPictureError: the exhibit has none.
        VaultError: it was erased, or cannot be read.
    """
    with case.vault.open_object(picture_of(exhibit)) as source:
        return source.read()


def read_picture(
    png: bytes,
    data: LanguageData | None = None,
    give_way: Between = lambda _done, _all: None,
    *,
    warm: WarmChild | None = None,
) -> ReadText:
    """Read the words of a picture; the vault is not needed.

    Args:
        png: see ``picture_to_read``.
        data: what the engine knows of languages; where nothing is given it is looked for.
        give_way: called between two parts of it; what it raises ends the work.
        warm: the child to ask, where several pictures are read.

    Raises:
        CannotReadWordsError: this machine lacks what it needs.
        PictureRefusedError: reading took too long or too much.
        OwnPngError: the picture is not one of ours.
    """
    pixels: Pixels = decode_own_png(png)
    return read_words(pixels, data or find_language_data(), give_way, warm=warm)


def keep_text(case: OpenCase, exhibit: Exhibit, read: ReadText) -> None:
    """Keep what was read, so that search finds it. A vault that may only be looked at stays as it is.

    Raises:
        VaultError: it was not kept.
    """
    if case.vault.look_only:
        return
    kept = msgspec.json.encode(_Kept(read.words, read.width_px, read.height_px))
    reading = Reading(read.tool, read.version, read.languages, read.text, kept)
    case.vault.keep_reading(exhibit.original, reading, _own_words(case, exhibit.original))


def read_exhibit_text(
    case: OpenCase,
    exhibit: Exhibit,
    give_way: Between = lambda _done, _all: None,
    *,
    warm: WarmChild | None = None,
) -> ReadText:
    """Read an exhibit's picture and keep what was read, all in one. Raises what its steps raise."""
    read = read_picture(picture_to_read(case, exhibit), give_way=give_way, warm=warm)
    keep_text(case, exhibit, read)
    return read


def found_in_picture(case: OpenCase, entry: EntryId, wanted: str) -> bool:
    """Whether what was looked for stands in what was read in the picture of an entry, and not in its own words."""
    reading = case.vault.reading(entry)
    looked_for = index_form(wanted).strip()
    if reading is None or looked_for not in index_form(reading.text):
        return False
    return looked_for not in index_form(_own_words(case, entry))


def found_in_pictures(case: OpenCase, found: Iterable[EntryId], wanted: str) -> tuple[int, ...]:
    """Return the numbers of the exhibits among what was found that have it in what was read, and not in own words."""
    read = case.vault.entries_read()
    if not read:
        return ()
    exhibits = (case.state.exhibit_of(each) for each in found if each in read)
    return tuple(
        sorted(
            each.number
            for each in exhibits
            if each is not None and found_in_picture(case, each.original, wanted)
        )
    )


def words_outside(read: ReadText, boxes: Iterable[Box]) -> tuple[ReadWord, ...]:
    """Return the words that no box touches: what is covered is not among them."""
    covered = tuple(boxes)
    return tuple(word for word in read.words if not any(_touches(word, box) for box in covered))


def _touches(word: ReadWord, box: Box) -> bool:
    return (
        word.left < box.x + box.width
        and box.x < word.left + word.width
        and word.top < box.y + box.height
        and box.y < word.top + word.height
    )


def _own_words(case: OpenCase, entry: EntryId) -> str:
    return index_text(decode(case.vault.entry(entry)).parts)


def _has_picture(exhibit: Exhibit) -> bool:
    try:
        picture_of(exhibit)
    except NoPictureError:
        return False
    return True
