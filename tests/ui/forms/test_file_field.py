"""One file beside the words: dropped or chosen, told by its name, and taken away again."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from app.ui.forms.file_field import FileField
from tests.worlds import ENGLISH


@pytest.fixture
def field(qtbot: QtBot) -> FileField:
    field = FileField(ENGLISH)
    qtbot.addWidget(field)
    with qtbot.waitExposed(field):
        field.show()
    return field


def test_one_file_is_taken_told_by_name_and_taken_away_by_keys(field: FileField) -> None:
    told: list[str] = []
    field.changed.connect(told.append)
    field.zone.button.setFocus()
    field.zone.dropped.emit([Path("/papers/receipt.pdf")])
    assert field.value() == "/papers/receipt.pdf"
    assert field.name.words() == "receipt.pdf"
    assert not field.zone.isVisible()
    assert QApplication.focusWidget() is field.another
    field.away.setFocus()
    QTest.keyClick(field.away, Qt.Key.Key_Space)
    assert field.value() == ""
    assert field.zone.isVisible()
    assert QApplication.focusWidget() is field.zone.button
    assert told == ["/papers/receipt.pdf", ""]


def test_several_files_are_not_taken_and_it_is_said_why(field: FileField) -> None:
    field.zone.dropped.emit([Path("/a.pdf"), Path("/b.pdf")])
    assert field.value() == ""
    assert "One file" in field.said.text()
    field.zone.elsewhere.emit()
    assert "Save the file on this computer first" in field.said.text()
    field.zone.dropped.emit([Path("/a.pdf")])
    assert not field.said.isVisible()


def test_a_draft_fills_it_in_and_nobody_is_told(field: FileField) -> None:
    told: list[str] = []
    field.changed.connect(told.append)
    field.choose("/papers/receipt.pdf")
    assert (field.value(), told) == ("/papers/receipt.pdf", [])
    field.choose("")
    assert field.zone.isVisible()


def test_a_file_is_chosen_in_a_dialog(field: FileField, tmp_path: Path) -> None:
    paper = tmp_path / "receipt.pdf"
    paper.write_bytes(b"%PDF-1.4")
    field.zone.button.click()
    (dialog,) = field.findChildren(QFileDialog)
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile(str(paper))
    dialog.done(1)
    assert Path(field.value()) == paper
