"""The text in all pictures is read in the background, so that search finds it; it can be stopped."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.actions.capture_and_seal import CaptureWish, capture_and_seal
from app.actions.search import search_case
from app.picture import (
    CannotReadWordsError,
    Lacking,
    PictureRefusedError,
    ReadText,
    ReadWord,
    Refusal,
)
from app.ui.frame.reading import ReadingAll
from tests.fakes.navigator import FakeActs
from tests.worlds import Desk

READ = ReadText((ReadWord("lyver", 1, 1, 9, 9, 90, 0),), "tesseract", "5.5.4", "dan", 120, 80)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path)
    desk.open()
    for _ in range(3):
        capture_and_seal(desk.case, desk.context.open_screen(), CaptureWish())
    return desk


def _reads(monkeypatch: pytest.MonkeyPatch, *answers: ReadText | Exception) -> list[bytes]:
    seen: list[bytes] = []
    waiting = list(answers)

    def read(png: bytes, **_: object) -> ReadText:
        seen.append(png)
        answer = waiting.pop(0) if waiting else READ
        if isinstance(answer, Exception):
            raise answer
        return answer

    monkeypatch.setattr("app.ui.frame.reading.read_picture", read)
    return seen


def _said(desk: Desk) -> list[str]:
    assert isinstance(desk.context.acts, FakeActs)
    return [toast.title for toast in desk.context.acts.toasts]


def test_all_pictures_are_read_and_found(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = _reads(monkeypatch)

    ReadingAll(desk.context).toggle()

    assert len(seen) == 3
    assert len(search_case(desk.case, "lyver", 9)) == 3
    assert _said(desk) == [
        "Reads the text in 3 pictures",
        "The text in 3 pictures can be searched now.",
    ]
    desk.session.close()


def test_what_was_read_is_not_read_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = _reads(monkeypatch)
    reading = ReadingAll(desk.context)
    reading.toggle()

    reading.toggle()

    assert len(seen) == 3
    assert _said(desk)[-1] == "All pictures were read before."
    desk.session.close()


def test_a_picture_that_takes_too_long_is_passed_over(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = _reads(monkeypatch, PictureRefusedError(Refusal.TIMED_OUT))

    ReadingAll(desk.context).toggle()

    assert len(seen) == 3
    assert len(search_case(desk.case, "lyver", 9)) == 2
    desk.session.close()


def test_what_the_computer_lacks_is_said_once(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = _reads(monkeypatch, CannotReadWordsError(Lacking.ENGINE))
    reading = ReadingAll(desk.context)

    reading.toggle()

    assert len(seen) == 1
    assert not reading.running
    assert isinstance(desk.context.acts, FakeActs)
    (error,) = desk.context.acts.errors
    assert "the part of the program that reads text is missing" in error.sentence
    desk.session.close()


def test_it_is_stopped_by_asking_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    reading = ReadingAll(desk.context)
    seen: list[bytes] = []

    def read(png: bytes, **_: object) -> ReadText:
        seen.append(png)
        reading.toggle()
        return READ

    monkeypatch.setattr("app.ui.frame.reading.read_picture", read)

    reading.toggle()

    assert len(seen) == 1
    assert not reading.running
    assert _said(desk)[-1] == "Stopped"
    desk.session.close()


def test_closing_the_vault_stops_it(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    reading = ReadingAll(desk.context)

    def read(_png: bytes, **_: object) -> ReadText:
        desk.session.close()
        reading.follow()
        return READ

    monkeypatch.setattr("app.ui.frame.reading.read_picture", read)

    reading.toggle()

    assert not reading.running
