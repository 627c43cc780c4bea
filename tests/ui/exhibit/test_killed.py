"""A process that is killed while a picture is marked leaves the marks in the vault, and the steps that led there."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from select import select

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.markup import Layer, Number, Redaction
from app.ui import routes
from app.ui.exhibit import build
from app.ui.exhibit.model import layer_of_drawing
from tests.fakes.lanes import DirectLanes
from tests.ui.exhibit.editor import House, exhibit_of
from tests.unit.house.tree import ROOT

CHILD = Path(__file__).with_name("killed_child.py")
PATIENCE_S = 60


def test_after_a_kill_the_marks_are_there_and_can_be_undone(tmp_path: Path, qtbot: QtBot) -> None:
    child = subprocess.Popen(
        [sys.executable, str(CHILD), str(tmp_path)],
        stdout=subprocess.PIPE,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    try:
        assert child.stdout is not None
        assert select([child.stdout], [], [], PATIENCE_S)[0], "nothing was marked"
        assert child.stdout.readline() == b"kept\n"
        child.kill()
        assert child.wait() != 0
    finally:
        child.kill()
        child.communicate()

    house = House(tmp_path)
    session = house.unlocked()
    assert exhibit_of(session).copies == ()
    page = build(house.make_context(session, DirectLanes(after_store=session.publish)))
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.open(routes.Exhibit(1))
    assert page.picture.restored.isVisible()
    page.picture.show_button.click()
    qtbot.waitUntil(page.canvas.isVisible)
    assert page.presenter.editing is not None

    def layer() -> Layer:
        assert page.presenter.editing is not None
        return layer_of_drawing(page.presenter.editing.drawing)

    (number,) = layer().marks
    assert isinstance(number, Number)
    assert number.caption == "Her staar det"
    (box,) = layer().redactions
    assert isinstance(box, Redaction)
    page.canvas.setFocus()
    QTest.keyClick(page.canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert layer() == Layer((number,))
    page.leave()
    session.close()
