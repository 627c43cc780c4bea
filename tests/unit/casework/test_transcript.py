"""A transcript is typed line by line with times in the film; times that cannot be are told, and the words are found."""

from __future__ import annotations

from pathlib import Path

from app.actions.add_file import add_file
from app.actions.open_case import OpenCase
from app.actions.search import search_case
from app.actions.write_down import write_down
from app.casework.kinds.transcript import TRANSCRIPT, TranscriptDraft
from app.casework.transcript import (
    TranscriptLine,
    times_going_back,
    times_past_end,
    transcript_lines,
)
from tests.worlds import DANISH, Desk

WORDS = "0:03 (mand) Hun lyverzqx\nog det ved I\n1:02:03 – kan ikke høres\n[00:07,5] Klap"


def test_each_line_begins_at_its_time_and_others_go_on() -> None:
    assert transcript_lines(WORDS) == (
        TranscriptLine(3_000, "(mand) Hun lyverzqx"),
        TranscriptLine(None, "og det ved I"),
        TranscriptLine(3_723_000, "kan ikke høres"),
        TranscriptLine(7_000, "Klap"),
    )
    assert transcript_lines("kl. 14.03 kom han\n3:75 nej") == (
        TranscriptLine(None, "kl. 14.03 kom han"),
        TranscriptLine(None, "3:75 nej"),
    )
    assert times_past_end(WORDS, 3_722_000) == ()
    assert times_past_end(WORDS, 60_000) == (3_723_000,)
    assert times_going_back(WORDS) == (7_000,)


def test_it_is_sealed_about_the_film_and_found_by_its_words(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    case: OpenCase = desk.open()
    sound = tmp_path / "lyd.mp3"
    sound.write_bytes(b"ID3\x04\0\0\0\0\0\0" + b"\0" * 40)
    film = add_file(case, sound)
    entry = write_down(case, TranscriptDraft(about=film, words=WORDS))
    (kept,) = case.state.of(TRANSCRIPT)
    assert (kept.id, kept.current.words) == (entry, WORDS)
    title, second = TRANSCRIPT.line_of(kept.current, case.state, DANISH)
    assert title == "Afskrift af bilag 1"
    assert second == "(mand) Hun lyverzqx"
    assert search_case(case, "lyverzqx", 9) == (entry,)
    said = [row.value for row in TRANSCRIPT.more_of(kept.current, case.state, DANISH)]
    assert said == ["1", "Et tidspunkt ligger før det, der står over det."]
    desk.session.close()
