"""The step bar: one line, with the words of as many steps as fit."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.kit import LIGHT, BarStep, StepBar, apply_style, load_fonts, style_window

RESOURCES = Path(__file__).parents[3] / "resources"
STEPS = [
    BarStep("to", "Modtager", "1 af 3 · Modtager"),
    BarStep("what", "Indhold", "2 af 3 · Indhold"),
    BarStep("save", "Gem", "3 af 3 · Gem"),
]


@pytest.fixture(autouse=True)
def styled(qapp: QApplication) -> None:
    load_fonts(RESOURCES)
    apply_style(qapp, LIGHT, RESOURCES)


def bar_in(qtbot: QtBot, width: int, *, ahead: bool = False) -> StepBar:
    bar = StepBar(STEPS, "Trin", lambda: LIGHT, ahead=ahead)
    qtbot.addWidget(bar)
    style_window(bar, LIGHT)
    bar.resize(width, 40)
    with qtbot.waitExposed(bar):
        bar.show()
    bar.show_step("what")
    return bar


def test_a_step_bar_leads_back_and_not_ahead(qtbot: QtBot) -> None:
    bar = bar_in(qtbot, 700)
    went: list[str] = []
    bar.chosen.connect(went.append)

    for value in ("save", "what", "to"):
        bar.step(value).click()

    assert went == ["to"]
    assert bar.step("what").isChecked()
    assert not bar.step("to").isChecked()
    assert (bar.step("to").done, bar.step("save").isEnabled()) == (True, False)


def test_a_step_bar_may_lead_ahead(qtbot: QtBot) -> None:
    bar = bar_in(qtbot, 700, ahead=True)

    with qtbot.waitSignal(bar.chosen) as heard:
        bar.step("save").click()

    assert heard.args == ["save"]


def test_a_step_bar_is_one_line_and_folds_to_the_present_step(qtbot: QtBot) -> None:
    words: dict[int, list[str]] = {}
    for width in (700, 240, 150):
        bar = bar_in(qtbot, width)
        steps = [bar.step(step.value) for step in STEPS]
        seen = [step for step in steps if step.isVisible()]
        words[width] = [step.words() for step in seen]
        assert {step.y() for step in seen} == {0}

    assert words[700] == ["Modtager", "2 Indhold", "3 Gem"]
    assert words[240] == ["", "2 af 3 · Indhold", "3 Gem"]
    assert words[150] == ["2 af 3 · Indhold"]


def test_between_steps_that_have_their_words_none_stands_as_a_number_alone(qtbot: QtBot) -> None:
    steps = [
        *STEPS[:2],
        BarStep("look", "Gennemse rapporten", "3 af 4"),
        BarStep("save", "Gem", ""),
    ]
    bar = StepBar(steps, "Trin", lambda: LIGHT)
    qtbot.addWidget(bar)
    style_window(bar, LIGHT)
    with qtbot.waitExposed(bar):
        bar.show()
    bar.show_step("what")
    for width in range(150, 700, 10):
        bar.resize(width, 40)
        words = [bar.step(each.value).words() for each in steps if bar.step(each.value).isVisible()]
        after = words[words.index("2 af 3 · Indhold") + 1 :] if "2 af 3 · Indhold" in words else []
        assert after in (
            [],
            ["3", "4"],
            ["3 Gennemse rapporten", "4"],
            ["3 Gennemse rapporten", "4 Gem"],
        )


def test_of_the_other_steps_the_next_one_keeps_its_words_first_and_the_pointer_tells_the_rest(
    qtbot: QtBot,
) -> None:
    bar = bar_in(qtbot, 700)
    bar.step("to").fold(folded=True)
    bar.step("what").fold(folded=True)
    least = sum(bar.step(each.value).sizeHint().width() for each in STEPS)
    bar = bar_in(qtbot, least + 30)
    assert [bar.step(each.value).words() for each in STEPS] == ["", "2 af 3 · Indhold", "3 Gem"]
    assert [bar.step(each.value).toolTip() for each in STEPS] == ["Modtager", "", ""]
