"""What was read in pictures is found, is told apart from what was written down, and is in nothing that leaves."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from app.actions.add_file import add_file
from app.actions.back_up import back_up_plain
from app.actions.mark_and_redact import set_layer
from app.actions.open_case import OpenCase
from app.actions.quote_read import read_in
from app.actions.read_text import (
    exhibits_unread,
    found_in_picture,
    keep_text,
    picture_to_read,
    read_exhibit_text,
    read_picture,
    text_read,
)
from app.actions.search import renew_index, search_case
from app.actions.write_down import write_down_read
from app.casework import Exhibit, NoPictureError, NotThatKindError
from app.casework.kinds.incident_fields import IncidentDraft
from app.casework.kinds.incident_more import IncidentQuoteFrom
from app.casework.kinds.note import NoteFacts
from app.casework.kinds.picture_text import PICTURE_TEXT
from app.markup import Box, Layer, Redaction
from app.picture import ReadText, ReadWord
from app.vocabulary import YesNo
from evidence_store import EntryId
from tests.data.read_set import errors, posts
from tests.unit.actions.acting import captured, current
from tests.worlds import FONT
from tests.written import write_note

READ = ReadText(
    (ReadWord("Hun", 1, 2, 30, 12, 96, 0), ReadWord("lyverzqx!", 35, 2, 40, 12, 88, 0)),
    "tesseract",
    "5.5.4",
    "dan+eng",
    120,
    80,
)


def test_words_in_a_picture_are_found_and_said_to_be_read_there(case: OpenCase) -> None:
    exhibit = captured(case)
    note = write_note(case, "hun lyverzqx også her", NoteFacts())

    keep_text(case, exhibit, READ)

    found = search_case(case, "LYVERZQX", 9)
    assert found == (note, exhibit.original)
    assert [found_in_picture(case, each, "LYVERZQX") for each in found] == [False, True]
    assert text_read(case, exhibit) == READ


def test_making_the_index_anew_keeps_them(case: OpenCase) -> None:
    exhibit = captured(case)
    keep_text(case, exhibit, READ)

    renew_index(case.vault)

    assert search_case(case, "lyverzqx", 9) == (exhibit.original,)


def test_what_was_read_or_cannot_be_is_not_asked_for_again(case: OpenCase, tmp_path: Path) -> None:
    first, second = captured(case, 1), captured(case, 2)
    (tmp_path / "lyd.bin").write_bytes(b"\0\1\2")
    sound = _exhibit(case, tmp_path / "lyd.bin")

    keep_text(case, first, READ)

    assert exhibits_unread(case) == (second,)
    with pytest.raises(NoPictureError):
        picture_to_read(case, sound)


def test_a_copy_that_covers_it_does_not_hide_it_from_the_own_search(case: OpenCase) -> None:
    """The original is the evidence, and what is under black stays findable to whoever has the vault."""
    exhibit = captured(case)
    keep_text(case, exhibit, READ)

    set_layer(case, exhibit, Layer(redactions=(Redaction(Box(1, 1, 90, 30), "Navn"),)), FONT)

    assert search_case(case, "lyverzqx", 9) == (exhibit.original,)
    assert text_read(case, current(case, exhibit)) == READ


def test_a_plain_backup_holds_nothing_of_it(case: OpenCase, tmp_path: Path) -> None:
    keep_text(case, captured(case), READ)

    back_up_plain(case.vault, tmp_path / "plain", b"")

    for path in (tmp_path / "plain").rglob("*"):
        if path.is_file():
            assert b"lyverzqx" not in path.read_bytes().lower()


def test_a_vault_that_may_only_be_looked_at_stays_as_it_is(case: OpenCase) -> None:
    exhibit = captured(case)
    case.vault.look_only = True

    keep_text(case, exhibit, READ)

    assert text_read(case, exhibit) is None


def test_what_a_quote_was_read_from_is_sealed_once_and_before_the_post(case: OpenCase) -> None:
    exhibit = captured(case)
    read = (read_in(exhibit.original, READ),)
    first = write_down_read(case, IncidentDraft(quote="Hun lyver"), read)
    again = write_down_read(case, IncidentDraft(quote=READ.text), read)
    (sealed,) = case.state.of(PICTURE_TEXT)
    assert (sealed.words, sealed.facts.read_in) == (READ.text, exhibit.original)
    assert sealed.entry.seq == first.seq - 1
    assert [_source(case, each).changed for each in (first, again)] == [YesNo.YES, YesNo.NO]
    assert _source(case, again).readings == (sealed.entry,)


def test_nothing_of_it_is_sealed_where_the_post_is_refused(case: OpenCase) -> None:
    read = (read_in(captured(case).original, READ),)
    with pytest.raises(NotThatKindError):
        write_down_read(
            case, IncidentDraft(quote="Hun", repost_of=case.state.exhibits[0].original), read
        )
    assert not case.state.of(PICTURE_TEXT)


def _source(case: OpenCase, entry: EntryId) -> IncidentQuoteFrom:
    thing: Any = case.state.thing_of(entry)
    source = thing.current.quote_from
    assert isinstance(source, IncidentQuoteFrom)
    return source


def test_a_file_is_read_from_what_is_shown_of_it(case: OpenCase) -> None:
    (post,) = (each for each in posts() if each.name == "13-two-tone")
    exhibit = _exhibit(case, post.path)

    read = read_exhibit_text(case, exhibit)

    assert errors(read.text, post.words) <= 0.02 * len(post.words)
    assert search_case(case, post.names[0], 9) == (exhibit.original,)


def test_reading_asks_nothing_of_the_vault(case: OpenCase) -> None:
    """So that it can run beside the one thread that owns the vault."""
    png = picture_to_read(case, captured(case))
    case.vault.close()
    assert read_picture(png).tool == "tesseract"


def _exhibit(case: OpenCase, path: Path) -> Exhibit:
    entry = add_file(case, path)
    exhibit = case.state.exhibit_of(entry)
    assert exhibit is not None
    return exhibit
