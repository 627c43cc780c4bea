"""The picture stands beside the form, blurred until asked for; fields are as wide as what belongs in them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QBuffer, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel
from pytestqt.qtbot import QtBot

from app.actions.capture_and_seal import CaptureWish, capture_and_seal
from app.ui.forms import build
from app.ui.forms.exhibits_field import ExhibitsField
from app.ui.forms.picture_pane import PicturePane
from app.ui.forms.pictures import ShownPicture
from app.ui.forms.view import FormsPage
from app.ui.kit import DARK, LIGHT, FilterPills, Segmented, style_window
from app.ui.kit.look import Look
from app.ui.routes import Write
from tests.worlds import DANISH, ENGLISH, Desk

LINK = "https://www.facebook.com/groups/nordby/posts/88120"


@pytest.fixture
def forms(desk: Desk, qtbot: QtBot, qapp: QApplication) -> FormsPage:
    QApplication.clipboard().clear()
    for _ in range(2):
        capture_and_seal(desk.case, desk.context.open_screen(), CaptureWish())
    forms = build(desk.context)
    qtbot.addWidget(forms)
    style_window(forms, desk.apply_look(qapp))
    forms.resize(1200, 700)
    with qtbot.waitExposed(forms):
        forms.show()
    return forms


def open_post(forms: FormsPage, desk: Desk) -> None:
    forms.open(Write("incident", about=desk.session.state.exhibits[0].original))
    QApplication.processEvents()


def test_the_picture_stands_beside_the_form_and_is_blurred_until_asked_for(
    forms: FormsPage, desk: Desk, qtbot: QtBot
) -> None:
    open_post(forms, desk)
    page, pictures = forms.page, forms.pictures
    assert page is not None
    assert pictures.width() >= 360
    assert pictures.x() >= page.x() + page.width()
    assert pictures.picture.covered
    assert pictures.caption.text().startswith("Exhibit 1 · taken 23 November 2026 at 14:03")
    pictures.show_button.click()
    qtbot.waitUntil(lambda: not pictures.picture.covered)
    pictures.cover_button.click()
    assert pictures.picture.covered


def test_a_covered_picture_does_not_glare_in_the_dark(
    forms: FormsPage, qtbot: QtBot, desk: Desk
) -> None:
    del forms
    exhibit = desk.session.state.exhibits[0]
    page = QImage(60, 40, QImage.Format.Format_RGB32)
    page.fill(Qt.GlobalColor.white)
    data = QBuffer()
    data.open(QBuffer.OpenModeFlag.WriteOnly)
    page.save(data, "JPEG")  # type: ignore[call-overload]  # Qt takes text
    jpeg = bytes(data.data().data())

    def lightness(look: Look) -> int:
        pane = PicturePane(ENGLISH, lambda: look)
        qtbot.addWidget(pane)
        pane.show_pictures([ShownPicture(exhibit.original, 1, "", "", "")])
        pane.show_small(exhibit.original, jpeg)
        pane.resize(600, 600)
        return pane.picture.grab().toImage().pixelColor(20, 20).lightness()

    assert lightness(LIGHT) > 240
    assert lightness(DARK) < 200


def test_in_a_narrow_window_the_picture_is_a_strip_on_top(forms: FormsPage, desk: Desk) -> None:
    open_post(forms, desk)
    forms.resize(800, 700)
    QApplication.processEvents()
    page, pictures = forms.page, forms.pictures
    assert page is not None
    assert pictures.y() + pictures.height() <= page.y()
    assert pictures.height() < 220
    assert page.width() > 600


def test_several_pictures_have_a_number_each_and_what_is_open_stays_open(
    forms: FormsPage, desk: Desk, qtbot: QtBot
) -> None:
    open_post(forms, desk)
    assert forms.body is not None
    ticks = forms.body.fields["exhibits"]
    assert isinstance(ticks, ExhibitsField)
    assert [box.text() for box in ticks.findChildren(QCheckBox)] == [
        "Exhibit 1 · 23 Nov 2026 14:03"
    ]
    forms.pictures.show_button.click()
    qtbot.waitUntil(lambda: not forms.pictures.picture.covered)
    ticks.adding.setCurrentIndex(1)
    assert not forms.pictures.picture.covered
    (numbers,) = forms.pictures.findChildren(Segmented)
    numbers.button("1").click()
    assert forms.pictures.caption.text().startswith("Exhibit 2")
    qtbot.waitUntil(lambda: not forms.pictures.picture.covered)
    ticks.boxes[ticks.value().split()[1]].click()
    assert forms.pictures.caption.text().startswith("Exhibit 1")


def test_a_form_about_no_picture_has_no_pane(forms: FormsPage) -> None:
    forms.open(Write("contact"))
    assert not forms.pictures.isVisible()


def test_widths_tell_what_belongs_in_a_field(forms: FormsPage, desk: Desk) -> None:
    open_post(forms, desk)
    assert forms.body is not None
    fields = forms.body.fields
    forms.body.unfold("published")
    QApplication.processEvents()
    assert fields["published"].width() == 200
    assert fields["name"].y() == fields["shown_time"].y()
    assert abs(fields["name"].width() - fields["shown_time"].width()) <= 1
    assert fields["url"].width() > 2 * fields["name"].width()
    # In a trough its choices would stand on two lines.
    assert isinstance(fields["visibility"], FilterPills)
    forms.open(Write("contact"))
    QApplication.processEvents()
    widths = {key: field.width() for key, field in forms.body.fields.items()}
    assert (widths["phone"], widths["name"], widths["mail"]) == (240, 360, 360)
    assert isinstance(forms.body.fields["role"], FilterPills)


def test_the_platform_is_told_under_the_link_and_opens_nothing(
    forms: FormsPage, desk: Desk
) -> None:
    open_post(forms, desk)
    body = forms.body
    assert body is not None
    forms.presenter.take_link(LINK)
    found = [each for each in body.cards[0].findChildren(QLabel) if each.text() == "Facebook"]
    assert [each.property("kit") for each in found] == ["found"]
    assert found[0].isVisible()
    assert not body.fields["platform"].isVisible()
    forms.presenter.start_over()


def test_how_many_fields_must_be_mended_stands_beside_the_way_to_save(
    forms: FormsPage, desk: Desk
) -> None:
    open_post(forms, desk)
    assert forms.body is not None
    forms.presenter.change("published", "i går")
    forms.presenter.change("first_seen", "31/2 8.00")
    forms.save_button.click()
    assert forms.foot.errors.isVisible()
    assert forms.foot.errors.text() == "2 fields must be mended"
    forms.presenter.change("published", "i går 8.00")
    assert forms.foot.errors.text() == "1 field must be mended"
    forms.presenter.change("first_seen", "")
    assert not forms.foot.errors.isVisible()
    forms.presenter.start_over()


def test_without_a_picture_the_form_stands_in_the_middle_over_its_foot(
    forms: FormsPage, desk: Desk, qtbot: QtBot
) -> None:
    def edges() -> list[int]:
        page = forms.page
        assert page is not None
        inners = (page.column.parentWidget(), forms.foot.column.parentWidget())
        return [inner.mapTo(forms, inner.rect().topLeft()).x() for inner in inners if inner]

    for kind in ("contact", "police_report"):
        forms.open(Write(kind))
        qtbot.waitUntil(lambda: len(set(edges())) == 1 and edges()[0] > 200)
        forms.presenter.leave()
    open_post(forms, desk)
    qtbot.waitUntil(lambda: set(edges()) == {0})


@pytest.mark.parametrize("kind", ["request", "measure", "concern"])
def test_what_the_first_field_of_a_card_asks_is_not_asked_twice(
    desk: Desk, qtbot: QtBot, kind: str
) -> None:
    forms = build(replace(desk.context, language=DANISH))
    qtbot.addWidget(forms)
    forms.open(Write(kind))
    body = forms.body
    assert body is not None
    for card in body.cards:
        said = [each.text() for each in card.findChildren(QLabel) if each.text()]
        assert len(said) == len(set(said)), said
