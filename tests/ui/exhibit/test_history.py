"""The steps that can be undone outlive the program: undone by one key, on another day, they go back as they came."""

from __future__ import annotations

from itertools import pairwise

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.actions.mark_and_redact import set_layer
from app.casework import layer_of
from app.markup import Box, Layer, Number, Redaction
from app.ui import routes
from app.ui.exhibit import build
from app.ui.exhibit.drafts import read_steps, steps_key, write_steps
from app.ui.exhibit.model import (
    MOST_SHAPES,
    MOST_STEPS,
    Edit,
    History,
    drawing_of,
    edits_of,
    history_of,
    layer_of_drawing,
)
from app.ui.exhibit.view import ExhibitPage
from app.ui.session import Session
from tests.fakes.lanes import DirectLanes
from tests.ui.exhibit.editor import House, case_of, exhibit_of
from tests.worlds import FONT

CTRL = Qt.KeyboardModifier.ControlModifier
BOX = Redaction(Box(20, 10, 30, 25), "Barns navn")
NONE, ONE, TWO, THREE = (Layer(tuple(Number(10 * i, 5) for i in range(n))) for n in range(4))


def opened(session: Session, house: House, qtbot: QtBot) -> ExhibitPage:
    page = build(house.make_context(session, DirectLanes(after_store=session.publish)))
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.open(routes.Exhibit(1))
    page.picture.show_button.click()
    qtbot.waitUntil(page.canvas.isVisible)
    page.canvas.setFocus()
    return page


def number(page: ExhibitPage) -> None:
    page.canvas.setFocus()
    QTest.keyClick(page.canvas, Qt.Key.Key_N)
    QTest.keyClick(page.canvas, Qt.Key.Key_Return)
    page.canvas.setFocus()


def undo(page: ExhibitPage) -> None:
    QTest.keyClick(page.canvas, Qt.Key.Key_Z, CTRL)


def marks(page: ExhibitPage) -> int:
    assert page.presenter.editing is not None
    return len(layer_of_drawing(page.presenter.editing.drawing).marks)


def test_a_history_becomes_the_steps_it_was_made_from() -> None:
    history = History(earlier=(NONE, ONE), later=(THREE,))
    steps = edits_of(history, drawing_of(TWO))
    assert [layer_of_drawing(each.before) for each in steps] == [NONE, ONE, TWO]
    assert [layer_of_drawing(each.after) for each in steps] == [ONE, TWO, THREE]
    assert history_of(steps, 2) == history


def test_of_many_steps_the_nearest_are_kept() -> None:
    stands = [drawing_of(Layer((Number(n, 1),))) for n in range(MOST_STEPS + 31)]
    edits = [Edit(one, other) for one, other in pairwise(stands)]
    kept = history_of(edits, len(edits)).earlier
    assert len(kept) == MOST_STEPS
    assert kept[-1] == layer_of_drawing(edits[-1].before)
    assert history_of(edits, 0).later[0] == layer_of_drawing(edits[0].after)

    full = drawing_of(Layer(tuple(Number(n, 1) for n in range(500))))
    crowded = history_of([Edit(full, full)] * 20, 20).earlier
    assert len(crowded) == MOST_SHAPES // 500


def test_after_a_restart_undo_and_redo_go_on_where_they_were(house: House, qtbot: QtBot) -> None:
    before = house.unlocked()
    page = opened(before, house, qtbot)
    for _ in range(3):
        number(page)
    undo(page)
    before.close()  # as in a crash: nothing was left, nothing sealed
    page.hide()

    session = house.unlocked()
    again = opened(session, house, qtbot)
    assert marks(again) == 2
    undo(again)
    undo(again)
    assert marks(again) == 0
    assert not again.bar.undo.isEnabled()
    for _ in range(3):
        QTest.keyClick(again.canvas, Qt.Key.Key_Y, CTRL)
    assert marks(again) == 3
    again.leave()
    session.close()


def test_what_was_sealed_can_be_gone_back_from_on_another_day(house: House, qtbot: QtBot) -> None:
    before = house.unlocked()
    page = opened(before, house, qtbot)
    number(page)
    number(page)
    page.leave()
    before.close()
    page.hide()

    session = house.unlocked()
    again = opened(session, house, qtbot)
    assert not again.picture.restored.isVisible()
    again.leave()
    assert len(exhibit_of(session).copies) == 1, "looking at it is no step"
    again.open(routes.Exhibit(1))
    again.canvas.setFocus()
    undo(again)
    again.leave()
    assert len(exhibit_of(session).copies) == 2
    assert len(layer_of(exhibit_of(session)).marks) == 1
    session.close()


def test_steps_around_other_marks_are_passed_over(session: Session, house: House) -> None:
    case = case_of(session)
    body = write_steps(History(earlier=(NONE,)), ONE)
    case.vault.save_draft(steps_key(exhibit_of(session)), body, "2026-11-23T14:00:00.000Z")
    assert read_steps(body, ONE, 120, 80).earlier == (NONE,)
    later = Layer(ONE.marks, (BOX,))
    set_layer(case, exhibit_of(session), later, FONT)
    assert read_steps(body, layer_of(exhibit_of(session)), 120, 80) == History()


@pytest.mark.parametrize(
    "body",
    [
        None,
        b"",
        b"{",
        b'{"earlier":[]}',
        write_steps(History(earlier=(Layer((Number(900, 5),)),)), NONE),
        msgspec.json.encode({"now": {}, "earlier": [{"marks": [{"shape": "blur"}]}]}),
    ],
)
def test_steps_that_cannot_be_read_are_none(body: bytes | None) -> None:
    assert read_steps(body, NONE, 120, 80) == History()
