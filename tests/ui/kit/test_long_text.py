"""What is long breaks as Danes would break it, or not at all, and keeps to its place at any width."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.kit import LIGHT, LongText, apply_style, breakable, load_fonts, style_window

RESOURCES = Path(__file__).parents[3] / "resources"
BREAK = "\u200b"
WORD = "Sygedagpengeopfølgningsmedarbejderen"
LINK = "https://nabolaget.example/grupper/borgere-i-nordby/opslag/88120"


@pytest.fixture(autouse=True)
def styled(qapp: QApplication) -> None:
    load_fonts(RESOURCES)
    apply_style(qapp, LIGHT, RESOURCES)


def shown(qtbot: QtBot, words: str, width: int) -> LongText:
    text = LongText(words)
    qtbot.addWidget(text)
    style_window(text, LIGHT)
    text.resize(width, 200)
    with qtbot.waitExposed(text):
        text.show()
    return text


@pytest.mark.parametrize(
    "words",
    [
        WORD,
        f"{WORD}ne, {WORD}!",
        "Arbejdsmiljørepræsentant, den 23. november",
        "Kommune- og kontaktoplysningsmedarbejder/leder",
    ],
)
def test_words_of_letters_are_never_broken(words: str) -> None:
    taken = breakable(words).split(BREAK)

    assert "\u00ad" not in breakable(words)
    assert "-" not in breakable(words).replace("Kommune-", "")
    assert all(part in words for part in taken)
    assert WORD[:6] + BREAK not in breakable(words)


def test_a_link_breaks_after_its_signs_and_a_long_code_anywhere() -> None:
    code = "a1" * 30

    assert breakable(LINK).replace(BREAK, "") == LINK
    assert f"grupper/{BREAK}borgere-{BREAK}i-{BREAK}nordby/{BREAK}" in breakable(LINK)
    assert breakable(f"https://a.example/{code}").endswith(BREAK.join(code))


@pytest.mark.parametrize("words", [WORD, LINK, "https://a.example/" + "x" * 60, "a" * 90])
def test_nothing_long_widens_its_page(qtbot: QtBot, words: str) -> None:
    text = shown(qtbot, f"Min sag {words}", 160)

    assert text.minimumSizeHint().width() <= 160
    assert text.words() == f"Min sag {words}"
    lines = [part for line in text.text().split() for part in line.split(BREAK)]
    assert max(text.fontMetrics().horizontalAdvance(part) for part in lines) <= 160


def test_a_word_that_is_too_wide_is_told_whole_and_shown_whole_where_there_is_room(
    qtbot: QtBot,
) -> None:
    text = shown(qtbot, WORD, 120)
    narrow = (text.text()[-1], text.toolTip())
    text.resize(600, 200)

    assert narrow == ("…", WORD)
    assert (text.text(), text.toolTip()) == (WORD, "")


@pytest.mark.parametrize("words", [LINK, f"Skrevet af {WORD} i går"])
def test_what_is_copied_is_what_was_given(qtbot: QtBot, words: str) -> None:
    text = shown(qtbot, words, 140)
    text.setFocus()
    text.setSelection(0, len(text.text()))
    QTest.keyClick(text, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    assert text.text() != words
    assert QApplication.clipboard().text() == words


def test_a_long_title_of_somebody_is_parted_where_two_words_meet(qtbot: QtBot) -> None:
    label = shown(qtbot, "arbejdsmiljørepræsentant", 130)
    assert label.text() == "arbejdsmiljø-\u200brepræsentant"
    label.resize(400, 60)
    assert label.text() == "arbejdsmiljørepræsentant"


def test_the_sign_that_a_path_begins_with_stands_alone_on_no_line() -> None:
    assert breakable("/mapper/Dokumenter/bevismappe/min.bevismappe").startswith("/mapper/\u200b")
