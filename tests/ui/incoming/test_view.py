"""The sheet, the clipboard and the file dialog."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QMimeData, Qt, QUrl
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.actions.open_case import OpenCase
from app.ui.incoming import Incoming, build
from app.ui.incoming.clipboard import read_mime
from tests.ui.incoming.acting import PNG, Bench, picture_file


@pytest.fixture
def incoming(qtbot: QtBot, bench: Bench) -> Iterator[Incoming]:
    made = build(bench.context)
    qtbot.addWidget(made.sheet)
    yield made
    made.sheet.leave()


@pytest.fixture
def slow(qtbot: QtBot, tmp_path: Path, case: OpenCase) -> Iterator[tuple[Incoming, Bench]]:
    """Where a job runs only when the test says so."""
    bench = Bench(tmp_path, case, held=True)
    made = build(bench.context)
    qtbot.addWidget(made.sheet)
    yield made, bench
    made.sheet.leave()


def test_the_bytes_on_the_clipboard_are_taken_as_they_are(qtbot: QtBot) -> None:
    data = QMimeData()
    data.setData("image/png", QByteArray(PNG))
    assert read_mime(data) == ([], [PNG])


def test_bare_pixels_become_a_png(qtbot: QtBot) -> None:
    picture = QImage(7, 5, QImage.Format.Format_RGB32)
    picture.fill(QColor(10, 20, 30))
    data = QMimeData()
    data.setImageData(picture)
    files, pictures = read_mime(data)
    assert not files
    assert pictures[0].startswith(b"\x89PNG")
    assert QImage.fromData(pictures[0]).pixelColor(3, 3) == QColor(10, 20, 30)


def test_files_go_before_their_pictures_and_addresses_are_no_files(
    qtbot: QtBot, tmp_path: Path
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.png"))])
    data.setData("image/png", QByteArray(PNG))
    assert read_mime(data) == ([tmp_path / "a.png"], [])
    web = QMimeData()
    web.setUrls([QUrl("https://nabolaget.example/billede.png")])
    assert read_mime(web) == ([], [])
    assert read_mime(None) == ([], [])


def test_pasting_keeps_the_picture_and_says_so_when_there_is_none(
    incoming: Incoming, bench: Bench, case: OpenCase
) -> None:
    data = QMimeData()
    data.setData("image/png", QByteArray(PNG))
    QGuiApplication.clipboard().setMimeData(data)
    assert incoming.paste()
    assert len(case.state.exhibits) == 1
    QGuiApplication.clipboard().setText("https://nabolaget.example")
    assert not incoming.paste()
    assert len(case.state.exhibits) == 1
    assert len(bench.navigator.toasts) == 2


def test_a_quick_one_brings_up_no_sheet(incoming: Incoming, tmp_path: Path) -> None:
    incoming.add([picture_file(tmp_path)])
    assert not incoming.sheet.isVisible()
    assert not incoming.running


def test_one_that_takes_a_while_shows_progress_and_can_be_stopped_by_esc(
    qtbot: QtBot, slow: tuple[Incoming, Bench], case: OpenCase, tmp_path: Path
) -> None:
    incoming, bench = slow
    incoming.add([picture_file(tmp_path, name) for name in ("a.png", "b.png")])
    qtbot.waitUntil(incoming.sheet.isVisible)
    QTest.keyClick(incoming.sheet, Qt.Key.Key_Escape)
    bench.held.run_all()
    assert len(case.state.exhibits) == 1
    assert not incoming.sheet.isVisible()


def test_reasons_are_shown_can_be_copied_and_are_closed(
    qtbot: QtBot, incoming: Incoming, tmp_path: Path
) -> None:
    incoming.add([tmp_path / "væk.png", picture_file(tmp_path), tmp_path / "også-væk.png"])
    sheet = incoming.sheet
    qtbot.waitUntil(sheet.isActiveWindow)
    (reasons,) = sheet.findChildren(QPlainTextEdit)
    assert reasons.accessibleName()
    assert reasons.isReadOnly()
    assert reasons.toPlainText().count("væk.png: ") == 2
    focused = QApplication.focusWidget()
    assert isinstance(focused, QPushButton)
    QTest.keyClick(focused, Qt.Key.Key_Space)
    assert not sheet.isVisible()


def test_without_paths_files_are_asked_for(
    qtbot: QtBot, incoming: Incoming, case: OpenCase, tmp_path: Path
) -> None:
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    path = picture_file(tmp_path)
    incoming.add()
    dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, QFileDialog))
    incoming.add()
    assert len([w for w in QApplication.topLevelWidgets() if isinstance(w, QFileDialog)]) == 1
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile(str(path))
    dialog.accept()
    qtbot.waitUntil(lambda: len(case.state.exhibits) == 1)


def test_asking_for_files_can_be_left(qtbot: QtBot, incoming: Incoming, case: OpenCase) -> None:
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    incoming.add()
    dialog = next(
        w for w in QApplication.topLevelWidgets() if isinstance(w, QFileDialog) and w.isVisible()
    )
    dialog.reject()
    assert not case.state.exhibits
