"""The page of the envelope: a code where there is an address, else a file; and the way that is noted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.actions.envelope_key import envelope_recipient
from app.envelope import key_ending
from app.ui.kit import style_window
from app.ui.phone_envelope import build
from app.ui.phone_envelope.view import EnvelopePage
from app.vocabulary import CarriedBy
from tests.worlds import Desk

ADDRESS = "https://kuvert.example/k/"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    desk.open()
    yield desk
    desk.session.close()


@pytest.fixture
def page(desk: Desk, qtbot: QtBot, qapp: QApplication) -> EnvelopePage:
    made = build(desk.context)
    qtbot.addWidget(made)
    style_window(made, desk.apply_look(qapp))
    made.resize(1000, 700)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_without_an_address_the_page_is_handed_over_as_a_file(
    page: EnvelopePage, desk: Desk, tmp_path: Path
) -> None:
    key = envelope_recipient(desk.case)
    assert not page.code.isVisible()
    assert page.iphone.isVisible()
    assert key_ending(key) in page.ending.text()
    assert page.presenter.page_file(tmp_path).suffix == ".html"
    page.presenter.save_page(tmp_path / "page.html")
    assert key.encode() in (tmp_path / "page.html").read_bytes()


def test_with_an_address_a_camera_reads_the_link_with_the_key(
    page: EnvelopePage, desk: Desk, tmp_path: Path
) -> None:
    page.address.setText(ADDRESS)
    page.use_button.click()
    link = f"{ADDRESS}#{envelope_recipient(desk.case)}"
    assert page.link.words() == link
    assert page.host.isVisible()
    assert not page.iphone.isVisible()
    page.code.grab().save(str(tmp_path / "code.png"))
    with Image.open(tmp_path / "code.png") as seen:
        assert [each.text for each in zxingcpp.read_barcodes(seen.convert("L"))] == [link]
    assert desk.settings.phone_page == ADDRESS


def test_an_address_where_no_page_can_stand_is_complained_of_and_not_kept(
    page: EnvelopePage, desk: Desk
) -> None:
    page.address.setText("http://kuvert.example")
    page.use_button.click()
    assert page.complaint.isVisible()
    assert not page.code.isVisible()
    assert desk.settings.phone_page == ""
    page.address.setText("")
    page.use_button.click()
    assert not page.complaint.isVisible()


def test_the_way_that_is_chosen_is_kept_and_each_says_what_it_does(
    page: EnvelopePage, desk: Desk
) -> None:
    assert set(page.way_cards) == set(CarriedBy) - {CarriedBy.UNKNOWN}
    page.way_cards[CarriedBy.TEAMS].radio.click()
    assert desk.settings.carried_by == "teams"
    assert page.presenter.shown.way is CarriedBy.TEAMS
