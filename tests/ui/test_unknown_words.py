"""What the program without a console does not know is said in a window."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app import bootstrap
from app.language import Language
from app.ui.unknown_words import UnknownWords

LOCALES = Path(__file__).parents[2] / "resources" / "locales"


@pytest.mark.parametrize(("code", "word"), [("da", "kender ikke"), ("en", "does not know")])
def test_the_words_are_told_and_what_could_have_been_meant(
    qtbot: QtBot, code: str, word: str
) -> None:
    box = UnknownWords(["lsit", "--all"], Language(code, LOCALES))
    qtbot.addWidget(box)
    assert word in box.said.text()
    assert "lsit --all" in box.said.text()
    assert ".bevismappe" in box.hint.text()
    box.done_button.click()
    assert box.result() == 1


def test_a_flood_of_words_is_cut(qtbot: QtBot) -> None:
    box = UnknownWords(["x" * 5000], Language("en", LOCALES))
    qtbot.addWidget(box)
    assert len(box.said.text()) < 300


def test_it_ends_with_the_code_for_what_is_not_understood(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told: list[list[str]] = []
    monkeypatch.setattr(bootstrap, "is_windowed", lambda: True)
    monkeypatch.setattr(
        "app.ui.unknown_words.tell_unknown_words", lambda words, *_: told.append(list(words))
    )
    assert bootstrap.run(["lsit"]) == 2
    assert told == [["lsit"]]
