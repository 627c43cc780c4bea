"""Qt's own file dialogs, menus and buttons are wholly Danish where the window is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLibraryInfo, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.ui.qt_words import QtWords
from tests.worlds import DANISH

THE_SAME = {"OK", "Mine egne filer"}
"""What is one word in both languages, or was given by us."""
MODES = list(QFileDialog.FileMode)


@pytest.fixture
def danish(qapp: QApplication) -> Iterator[None]:
    own, added = QTranslator(qapp), QtWords(DANISH, qapp)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    assert own.load("qtbase_da", folder)
    for translator in (own, added):
        qapp.installTranslator(translator)
    yield
    for translator in (own, added):
        qapp.removeTranslator(translator)


def dialog(mode: QFileDialog.FileMode, folder: Path, *, saves: bool) -> set[str]:
    """Every word of a file dialog that is not the computer's own."""
    shown = QFileDialog(None, "Mine egne filer", str(folder))
    shown.setOption(QFileDialog.Option.DontUseNativeDialog)
    shown.setFileMode(mode)
    if saves:
        shown.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    found = words(shown)
    shown.deleteLater()
    return found - {str(folder)}


def words(whole: QWidget) -> set[str]:
    found: set[str] = set()
    for widget in (whole, *whole.findChildren(QWidget)):
        found |= {widget.toolTip(), widget.accessibleName(), widget.windowTitle()}
        if isinstance(widget, QLabel):
            found.add(widget.text())
        if isinstance(widget, QComboBox):
            found |= {widget.itemText(at) for at in range(widget.count())}
        text = getattr(widget, "text", None)
        if text is not None and not isinstance(widget, QLineEdit):
            found.add(text())
    for action in whole.findChildren(QAction):
        found |= {action.text(), action.toolTip()}
    return {each for each in found if any(letter.isalpha() for letter in each)}


def everything(folder: Path) -> set[str]:
    found: set[str] = set()
    for mode in MODES:
        for saves in (False, True):
            found |= dialog(mode, folder, saves=saves)
    box = QDialogButtonBox()
    for button in QDialogButtonBox.StandardButton:
        if button.name not in {"NoButton", "FirstButton", "LastButton"}:
            box.addButton(button)
    found |= words(box)
    line = QLineEdit()
    menu = line.createStandardContextMenu()
    assert isinstance(menu, QMenu)
    found |= {action.text().split("\t")[0] for action in menu.actions()}
    for each in (box, line):
        each.deleteLater()
    return found - {""}


@pytest.fixture
def english(qtbot: QtBot, tmp_path: Path) -> set[str]:
    return everything(tmp_path)


def test_no_word_of_qts_own_stays_english(english: set[str], danish: None, tmp_path: Path) -> None:
    told = everything(tmp_path)

    assert len(told) > 30
    assert english & told <= THE_SAME
    assert {"Søg &i:", "Fil&type:", "Annullér"} <= told
    assert "Annuller" not in told


def test_what_qt_knows_itself_is_left_to_it(qapp: QApplication) -> None:
    words_of_ours = QtWords(DANISH, qapp)

    assert words_of_ours.translate("QLineEdit", "&Copy") is None


def test_the_paper_stands_or_lies_in_the_dialog_for_printing(qapp: QApplication) -> None:
    """Qt's Danish has the words for paintings: a portrait and a landscape."""
    words_of_ours = QtWords(DANISH, qapp)

    assert words_of_ours.translate("QPageSetupWidget", "Portrait") == "Stående"
    assert words_of_ours.translate("QPageSetupWidget", "Landscape") == "Liggende"
