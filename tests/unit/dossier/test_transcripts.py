"""Transcripts are printed with their words for who is shown them, and for others where they were chosen."""

from __future__ import annotations

from app.casework.kinds.transcript import TranscriptFacts, TranscriptText
from app.dossier import ChosenWords
from tests.unit.dossier.composing import CONSULTANT, composed, labelled, words_of, written
from tests.unit.dossier.sample_case import small_case


def test_words_are_told_to_who_is_shown_them() -> None:
    case = small_case()
    film = case.state.exhibits[0].original
    entry = case.add(TranscriptFacts(about=film), text=TranscriptText(words="0:03 KAord"))
    (thing,) = written(composed(case, CONSULTANT), "transcript")
    rows = labelled(thing.rows)
    assert rows["Typed by the employee"] == "0:03 KAord"
    assert rows["Film or sound"] == "Exhibit 1"
    assert "KAord" not in words_of(composed(case))
    assert "KAord" in words_of(composed(case, words=(ChosenWords(entry),)))
