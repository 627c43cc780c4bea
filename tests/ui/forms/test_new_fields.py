"""Fields that kinds of the case need: several choices as pills, money and shares on short lines, several incidents."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.casework import FieldKind
from app.ui.forms.body import FormBody
from app.ui.forms.model import FormField, FormSection, Option, Sheet
from app.ui.kit import SeveralPills, TextField, apply_style, load_fonts, look, style_window
from tests.unit.house.tree import ROOT
from tests.worlds import DANISH

RESOURCES = ROOT / "resources"
TAGS = ("Trussel", "Private oplysninger", "Billede af mig", "Billede af børn", "Skældsord")
OPTIONS = tuple(Option(str(number), label) for number, label in enumerate(TAGS))
SHEET = Sheet(
    "Opslag",
    "",
    (
        FormSection(
            "Hvad er der i det?",
            (
                FormField("tags", "Mærker", FieldKind.CHOICES, options=OPTIONS),
                FormField("amount", "Beløb", FieldKind.AMOUNT),
                FormField("percent", "Hvor meget, procent", FieldKind.NUMBER),
                FormField(
                    "posts", "Hvilke hændelser?", FieldKind.ENTRIES, options=OPTIONS, exhibits=False
                ),
            ),
        ),
    ),
)
VALUES = {"tags": "1 3", "amount": "250,00 kr.", "percent": "50", "posts": "2"}


@pytest.fixture
def body(qtbot: QtBot, qapp: QApplication) -> FormBody:
    owner = QObject(QApplication.instance())
    body = FormBody(SHEET, VALUES, DANISH, lambda: look(dark=False), owner)
    (card,) = body.cards
    qtbot.addWidget(card)
    load_fonts(RESOURCES)
    apply_style(qapp, look(dark=False), RESOURCES)
    style_window(card, look(dark=False))
    card.resize(640, 420)
    with qtbot.waitExposed(card):
        card.show()
    return body


def pills(body: FormBody) -> SeveralPills:
    found = body.fields["tags"]
    assert isinstance(found, SeveralPills)
    return found


def test_several_can_be_chosen_and_taken_away_by_pointer_and_by_keys(
    body: FormBody, qtbot: QtBot
) -> None:
    told: list[tuple[str, str]] = []
    body.changed.connect(lambda key, value: told.append((key, value)))
    assert pills(body).value() == "1 3"
    pills(body).button("4").click()
    pills(body).button("1").click()
    QTest.keyClick(pills(body).button("0"), Qt.Key.Key_Space)
    assert told == [("tags", "1 3 4"), ("tags", "3 4"), ("tags", "0 3 4")]
    body.set_value("tags", "2")
    assert (pills(body).value(), len(told)) == ("2", 3)
    body.set_value("tags", "")
    assert pills(body).value() == ""


def test_each_pill_is_reached_by_tab(body: FormBody) -> None:
    pills(body).button("0").setFocus()
    QTest.keyClick(pills(body).button("0"), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is pills(body).button("1")


def test_money_and_shares_stand_on_short_lines(body: FormBody, tmp_path: Path) -> None:
    for key in ("amount", "percent"):
        line = body.fields[key]
        assert isinstance(line, TextField)
        assert line.text() == VALUES[key]
        assert line.width() <= 200
    (card,) = body.cards
    assert card.grab().save(str(tmp_path / "fields.png"))
