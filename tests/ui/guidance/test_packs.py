"""A rule pack in the window: shown before it is taken, refused in a sentence, beside the program's own text."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.ui.guidance import build
from app.ui.guidance.view import GuidancePage
from app.ui.kit import style_window
from app.ui.routes import Guidance
from tests.data.make_packs import FOLDER, publisher
from tests.ui.fits import words_are_whole
from tests.worlds import Desk


@pytest.fixture
def page(desk: Desk, qtbot: QtBot, qapp: QApplication) -> GuidancePage:
    page = build(desk.context)
    qtbot.addWidget(page)
    style_window(page, desk.apply_look(qapp))
    page.resize(1100, 800)
    with qtbot.waitExposed(page):
        page.show()
    return page


def words(widget: QWidget) -> str:
    QApplication.processEvents()
    return "\n".join(each.text() for each in widget.findChildren(QLabel) if each.isVisible())


def drop(page: GuidancePage, file: Path) -> None:
    """Let a file go over the page's place for it."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    page.packs.drop.dropEvent(
        QDropEvent(QPointF(5, 5), copy, data, left, Qt.KeyboardModifier.NoModifier)
    )


def is_offered(page: GuidancePage) -> bool:
    """Whether a pack is looked at."""
    return page.offered is not None


def test_a_dropped_pack_is_shown_with_key_and_changes_before_it_is_taken(
    page: GuidancePage, desk: Desk
) -> None:
    drop(page, FOLDER / "kompasset.pack.json")
    assert page.offered is not None
    said = words(page.offered)
    assert "Fagforeningen Kompasset" in said
    assert "This key is new. Compare it with the one that the publisher tells." in said
    assert "Text: Help from Kompasset" in said
    assert "Text: Say yes to support" in said
    assert not desk.settings.packs.exists()
    assert page.presenter.packs.shown.lines == ()
    assert page.offered.leave.hasFocus()


def test_left_alone_nothing_is_taken(page: GuidancePage, desk: Desk) -> None:
    drop(page, FOLDER / "kompasset.pack.json")
    assert page.offered is not None
    QTest.keyClick(page.offered.leave, Qt.Key.Key_Space)
    assert not is_offered(page)
    assert not desk.settings.packs.exists()


def test_taken_by_key_its_text_stands_and_the_programs_own_is_one_press_away(
    page: GuidancePage, desk: Desk
) -> None:
    drop(page, FOLDER / "kompasset.pack.json")
    assert page.offered is not None
    QTest.keyClick(page.offered.take, Qt.Key.Key_Space)
    assert not is_offered(page)
    assert desk.acts.toasts[-1].title == "The rule pack is in use."
    assert "Fagforeningen Kompasset" in words(page.packs)
    page.open(Guidance("crisis_help"))
    row = page.rows["crisis_help"]
    assert "three talks with a psychologist" in words(row)
    assert "Fagforeningen Kompasset" in words(row)
    assert "Your doctor can also refer you." not in words(row)
    assert row.compare is not None
    row.compare.click()
    assert "Your doctor can also refer you." in words(row)


def test_taken_out_of_use_the_programs_own_stands_again(page: GuidancePage) -> None:
    drop(page, FOLDER / "kompasset.pack.json")
    assert page.offered is not None
    page.offered.take.click()
    page.packs.removes["kompasset/raad"].click()
    assert page.presenter.packs.shown.lines == ()
    page.open(Guidance("crisis_help"))
    assert "Your doctor can also refer you." in words(page.rows["crisis_help"])


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("version = 2", "version = 2", "packs.PackVersionError"),
        ("version = 2", "version = 1", "packs.PackVersionError"),
        ("expires_on = 2027-12-31", "expires_on = 2026-11-20", "packs.PackVersionError"),
    ],
)
def test_what_is_not_newer_is_refused_in_a_sentence(
    page: GuidancePage, desk: Desk, tmp_path: Path, old: str, new: str, kind: str
) -> None:
    drop(page, FOLDER / "kompasset.pack.json")
    assert page.offered is not None
    page.offered.take.click()
    text = (FOLDER / "kompasset.toml").read_text("utf-8")
    file = tmp_path / "next.pack.json"
    file.write_bytes(publisher("kompasset").sign(text.replace(old, new, 1)))
    drop(page, file)
    assert not is_offered(page)
    assert desk.acts.errors[-1].kind == kind


def test_a_later_version_of_a_known_key_says_so(
    page: GuidancePage, desk: Desk, tmp_path: Path
) -> None:
    drop(page, FOLDER / "kompasset.pack.json")
    assert page.offered is not None
    page.offered.take.click()
    text = (FOLDER / "kompasset.toml").read_text("utf-8").replace("version = 2", "version = 3", 1)
    file = tmp_path / "next.pack.json"
    file.write_bytes(publisher("kompasset").sign(text.replace("Ring til os.", "Skriv.", 1)))
    drop(page, file)
    assert page.offered is not None
    assert "You accepted this key before." in words(page.offered)
    assert page.offered.take.text() == "Take it into use"


def test_all_words_of_a_pack_are_whole(page: GuidancePage, qtbot: QtBot) -> None:
    drop(page, FOLDER / "birkelunden.pack.json")
    page.resize(640, 700)
    qtbot.waitUntil(lambda: words_are_whole([page]))
