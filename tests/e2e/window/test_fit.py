"""In every state of every screen, at four sizes: no word is cut, nothing lies over another thing, all is Danish.

At the size of a small computer one button is filled, too, and each column scrolls once: at 100 and at 200 %.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QWidget,
)

from app.clock import SystemClock
from app.picture import Pixels
from app.ui.application import BuiltWindow, build_window
from tests.e2e.walk.house import MACHINE
from tests.e2e.window import fit, one_thing
from tests.e2e.window.states import Walk, open_menu
from tests.worlds import World
from tools.messages.catalogue import PATH, read


class Size(NamedTuple):
    """A window and the size of its text, in per cent."""

    language: str
    width: int
    height: int
    percent: int = 100


SIZES = (
    Size("da", 640, 700),
    Size("da", 1366, 728),
    Size("en", 1366, 728),
    Size("da", 1366, 728, 200),
)
_SMALL_COMPUTER = (SIZES[1], SIZES[3])


@pytest.fixture(params=SIZES, ids=lambda size: "-".join(map(str, size)))
def size(request: pytest.FixtureRequest) -> Size:
    chosen: Size = request.param
    return chosen


@pytest.fixture
def built(
    application: QApplication,
    tmp_path: Path,
    shown: Pixels,
    size: Size,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[BuiltWindow]:
    monkeypatch.setenv("XDG_DOCUMENTS_DIR", str(tmp_path / "Dokumenter"))
    world = World(tmp_path, clock=SystemClock(), machine=MACHINE, picture=shown)
    world.settings.choose_text_percent(size.percent)
    made = build_window(application, world.window_tools(language=size.language))
    made.window.resize(size.width, size.height)
    made.window.show()
    made.warm_up()
    yield made
    made.close()
    application.processEvents()


def standing(look: Callable[[], set[str]]) -> set[str]:
    """What is still seen when everything was laid out anew: what was saved meanwhile changes the status line."""
    seen = look()
    for _ in range(3 if seen else 0):
        QTest.qWait(30)
        seen &= look()
    return seen


def english_only() -> frozenset[str]:
    """English texts whose Danish is another."""
    return frozenset(
        message.id
        for message in read(PATH.read_text("utf-8"))
        if isinstance(message.id, str) and message.id and message.string != message.id
    )


def test_everything_fits_on_every_screen(built: BuiltWindow, tmp_path: Path, size: Size) -> None:
    english = english_only() if size.language == "da" else frozenset[str]()
    wrong: dict[str, str] = {}
    states = 0
    for state in Walk(built, tmp_path).every():
        states += 1
        if size in _SMALL_COMPUTER:
            for fault in one_thing.faults(built, state):
                wrong.setdefault(f"{fault} ({state})", state)
        if open_menu() is not None:
            continue
        for fault in standing(lambda: {*fit.faults(english), *fit.two_scroll_bars()}):
            wrong.setdefault(fault, state)
    sys.stdout.write(f"\n{states} states\n")
    assert states > 50
    assert not wrong, "\n".join(f"{state}: {fault}" for fault, state in wrong.items())


@pytest.fixture
def window(application: QApplication) -> Iterator[QWidget]:
    made = QWidget()
    small = made.font()
    small.setPixelSize(12)  # another test may have left the text large
    made.setFont(small)
    made.resize(300, 200)
    yield made
    made.close()
    application.processEvents()


def seen_in(window: QWidget) -> set[str]:
    window.show()
    QTest.qWait(1)
    return {fault.split(":")[0] for fault in fit.faults(frozenset({"Save"}))}


@pytest.mark.parametrize("kind", [QLabel, QPushButton])
def test_words_that_have_too_little_room_are_found(
    window: QWidget, kind: type[QLabel | QPushButton]
) -> None:
    words = kind("Mange ord, som ikke kan stå her", window)
    words.setGeometry(0, 0, 290, 40)
    assert seen_in(window) == set()
    words.setGeometry(0, 0, 60, 40)
    assert seen_in(window) == {"cut"}


def test_lines_that_have_too_little_room_are_found(window: QWidget) -> None:
    words = QLabel("Mange ord, som fylder flere linjer, når der er smalt", window)
    words.setWordWrap(True)
    words.setGeometry(0, 0, 120, 150)
    assert seen_in(window) == set()
    words.setGeometry(0, 0, 120, 20)
    assert seen_in(window) == {"cut"}


def test_what_an_empty_field_says_and_has_no_room_for_is_found(window: QWidget) -> None:
    field = QLineEdit(window)
    field.setPlaceholderText("Fx i går kl. 20.15")
    field.setGeometry(0, 0, 290, 30)
    assert seen_in(window) == set()
    field.setGeometry(0, 0, 80, 30)
    assert seen_in(window) == {"cut"}
    field.setText("i går")
    assert seen_in(window) == set()


def test_a_page_that_scrolls_sideways_is_found(window: QWidget) -> None:
    page, content = QScrollArea(window), QWidget()
    page.setGeometry(0, 0, 300, 200)
    page.setProperty("kit", "scroll")
    content.resize(500, 100)
    page.setWidget(content)
    assert [each.split(" by")[0] for each in seen_in(window)] == ["scrolls sideways"]


def test_what_lies_over_another_or_over_the_edge_is_found(window: QWidget) -> None:
    row = QHBoxLayout(window)
    one, other = QPushButton("En"), QPushButton("To")
    row.addWidget(one)
    row.addWidget(other)
    assert seen_in(window) == set()
    row.setEnabled(False)  # it would put them right again
    other.setGeometry(one.geometry())
    assert seen_in(window) == {"over each other"}
    other.setGeometry(280, 10, 60, 30)
    assert seen_in(window) == {"outside"}


def test_english_and_a_list_that_scrolls_in_a_page_that_scrolls_are_found(window: QWidget) -> None:
    QPushButton("Save", window)
    assert seen_in(window) == {"English"}
    page, inside = QScrollArea(window), QScrollArea()
    page.setGeometry(0, 0, 300, 200)
    page.setWidget(inside)
    inside.resize(280, 400)
    content = QWidget()
    content.resize(200, 900)
    inside.setWidget(content)
    page.show()
    QTest.qWait(20)
    assert [*fit.two_scroll_bars()] == ["scrolls in what scrolls: QScrollArea in QScrollArea"]
