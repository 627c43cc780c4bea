"""Seal what a program read in a picture, for a quote that was taken from it: once, and before the quote is sealed."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from app.actions.open_case import CaseAct, OpenCase
from app.casework import CaseState, Exhibit, apply, decode, picture_of
from app.casework.kinds.picture_text import PICTURE_TEXT, PictureTextFacts, PictureTextWords
from app.picture import ReadText
from evidence_store import EntryId


class ReadInPicture(msgspec.Struct, frozen=True):
    """What was read, and where: ``picture`` is the entry whose picture it was."""

    picture: EntryId
    tool: str
    version: str
    languages: str
    words: str


def read_in(picture: EntryId, read: ReadText) -> ReadInPicture:
    """Return what was read in the picture of an entry."""
    return ReadInPicture(picture, read.tool, read.version, read.languages, read.text)


def seal_read(
    state: CaseState, act: CaseAct, read: Iterable[ReadInPicture]
) -> tuple[tuple[EntryId, ...], CaseState]:
    """Seal what is not sealed yet, in an act that goes on.

    Returns:
        The entries of all that was read, in its order, and the case with those that are new.

    Raises:
        OnlyAnExampleError, UnwritableTextError, VaultError: see ``CaseAct.seal``.
    """
    entries = []
    for each in read:
        entry = _sealed_before(state, each)
        if entry is None:
            sealed = act.seal({"facts": _facts(each), "text": PictureTextWords(words=each.words)})
            state, entry = apply(state, decode(sealed)), sealed.id
        entries.append(entry)
    return tuple(entries), state


def seal_exhibit_text(case: OpenCase, exhibit: Exhibit, read: ReadText) -> EntryId:
    """Seal what was read in an exhibit's own picture; return its entry, also where it was sealed before. As above.

    Raises:
        NoPictureError: the exhibit has none.
    """
    with case.act() as act:
        (entry,), _ = seal_read(case.state, act, (read_in(picture_of(exhibit), read),))
    return entry


def _facts(read: ReadInPicture) -> PictureTextFacts:
    return PictureTextFacts(
        read_in=read.picture, tool=read.tool, tool_version=read.version, languages=read.languages
    )


def _sealed_before(state: CaseState, read: ReadInPicture) -> EntryId | None:
    facts = _facts(read)
    return next(
        (
            each.entry
            for each in state.of(PICTURE_TEXT)
            if each.facts == facts and each.words == read.words
        ),
        None,
    )
