"""The forms as one meets them: by keyboard alone, at every text size, and named for a screen reader."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.actions.write_down import write_down
from app.casework.kinds.incident_fields import IncidentDraft
from app.casework.kinds.note import NOTE
from app.ui.forms import build
from app.ui.forms.cards import OptionCards
from app.ui.forms.view import FormsPage
from app.ui.kit import Choice, TextArea, TextField, style_window
from app.ui.routes import Write
from tests.fakes.drafts import draft_keys
from tests.worlds import Desk

LINK = "https://www.facebook.com/groups/nordby/posts/88120"
KINDS = ("incident", "note", "notification", "contact")


@pytest.fixture
def forms(desk: Desk, qtbot: QtBot) -> FormsPage:
    QApplication.clipboard().clear()
    forms = build(desk.context)
    qtbot.addWidget(forms)
    forms.resize(900, 700)
    with qtbot.waitExposed(forms):
        forms.show()
    return forms


def field(forms: FormsPage, key: str) -> QWidget:
    assert forms.body is not None
    return forms.body.fields[key]


def line(forms: FormsPage, key: str) -> TextField:
    found = field(forms, key)
    assert isinstance(found, TextField)
    return found


def area(forms: FormsPage, key: str) -> TextArea:
    found = field(forms, key)
    assert isinstance(found, TextArea)
    return found


def test_another_form_may_open_while_somebody_is_in_a_field(forms: FormsPage, qtbot: QtBot) -> None:
    forms.open(Write("incident"))
    qtbot.waitUntil(lambda: QApplication.focusWidget() is field(forms, "url"))
    line(forms, "url").setText(LINK)
    forms.open(Write("note"))
    qtbot.waitUntil(lambda: QApplication.focusWidget() is field(forms, "text"))


def test_the_link_is_the_first_thing_and_the_copied_one_takes_one_click(
    forms: FormsPage, qtbot: QtBot
) -> None:
    QApplication.clipboard().setText(LINK)
    forms.open(Write("incident"))
    qtbot.waitUntil(lambda: QApplication.focusWidget() is field(forms, "url"))
    assert forms.link.text.text() == LINK
    forms.link.button.click()
    assert line(forms, "url").value() == LINK
    assert line(forms, "platform").value() == "Facebook"
    assert not forms.link.isVisible()
    QApplication.clipboard().clear()


@pytest.mark.parametrize("first", KINDS)
@pytest.mark.parametrize("then", KINDS)
def test_one_form_follows_another_while_a_field_has_the_focus(
    forms: FormsPage, qtbot: QtBot, first: str, then: str
) -> None:
    forms.open(Write(first))
    before = forms.body
    assert before is not None
    qtbot.waitUntil(lambda: QApplication.focusWidget() in before.fields.values())
    with qtbot.captureExceptions() as missed:
        forms.open(Write(then))
    assert not missed
    assert forms.body is not before
    now = forms.body
    assert now is not None
    qtbot.waitUntil(lambda: QApplication.focusWidget() in now.fields.values())


@pytest.mark.parametrize("key", ["published", "access", "basis_sender"])
def test_what_lacks_has_the_focus_though_it_stands_folded_away(
    forms: FormsPage, qtbot: QtBot, key: str
) -> None:
    forms.hide()
    forms.open(Write("incident", field=key))
    with qtbot.waitExposed(forms):
        forms.show()
    wanted = field(forms, key)
    focused = forms.focusWidget()  # no window is brought to the front here
    assert focused is not None
    assert focused is wanted or wanted.isAncestorOf(focused)
    assert focused.focusPolicy() & Qt.FocusPolicy.TabFocus
    qtbot.waitUntil(lambda: not wanted.visibleRegion().isEmpty())


def test_what_is_to_be_mended_has_the_focus(forms: FormsPage, desk: Desk, qtbot: QtBot) -> None:
    draft = IncidentDraft(url=LINK, description="Ring 12 34 56 78 i aften")
    post = write_down(desk.case, draft)
    forms.open(Write("incident", corrects=post, words="12 34 56 78"))
    qtbot.waitUntil(lambda: QApplication.focusWidget() is field(forms, "description"))


def test_what_is_known_already_is_not_where_one_begins(
    forms: FormsPage, desk: Desk, qtbot: QtBot
) -> None:
    forms.open(Write("recheck", about=write_down(desk.case, IncidentDraft(url=LINK))))
    qtbot.waitUntil(lambda: forms.focusWidget() is not None)
    known = field(forms, "about")
    assert forms.body is not None
    others = [each for key, each in forms.body.fields.items() if key != "about"]
    focused = forms.focusWidget()
    assert focused is not known
    assert any(focused is each or each.isAncestorOf(focused) for each in others)


def test_a_note_is_written_and_saved_with_the_keyboard_alone(
    forms: FormsPage, desk: Desk, qtbot: QtBot
) -> None:
    forms.open(Write("note"))
    qtbot.waitUntil(lambda: QApplication.focusWidget() is field(forms, "text"))
    QTest.keyClicks(field(forms, "text"), "Set kl. 9")
    QTest.keyClick(field(forms, "text"), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert desk.navigator.backs == 1
    (note,) = desk.session.state.of(NOTE)
    assert note.current.text is not None


def test_escape_closes_and_the_draft_is_back_at_the_next_opening(
    forms: FormsPage, desk: Desk
) -> None:
    forms.open(Write("note"))
    QTest.keyClicks(field(forms, "text"), "Halvt")
    QTest.keyClick(field(forms, "text"), Qt.Key.Key_Escape)
    assert desk.navigator.backs == 1
    forms.open(Write("note"))
    assert area(forms, "text").value() == "Halvt"
    assert forms.restored.isVisible()
    forms.restored.button.click()
    assert area(forms, "text").value() == ""
    forms.presenter.leave()


def test_a_pause_keeps_the_draft(forms: FormsPage, desk: Desk, qtbot: QtBot) -> None:
    forms.open(Write("note"))
    QTest.keyClicks(field(forms, "text"), "abc")
    qtbot.waitUntil(lambda: draft_keys(desk.case.vault) != (), timeout=5000)
    assert forms.status.text() == "Draft kept"


def test_a_page_that_goes_out_of_sight_keeps_the_draft_at_once(
    forms: FormsPage, desk: Desk
) -> None:
    forms.open(Write("note"))
    area(forms, "text").insertPlainText("abc")
    forms.hide()
    assert draft_keys(desk.case.vault)
    forms.show()


def test_a_wrong_time_opens_its_section_and_gets_the_focus(forms: FormsPage, qtbot: QtBot) -> None:
    forms.open(Write("incident"))
    assert not field(forms, "published").isVisible()
    line(forms, "published").setText("i går")
    forms.save_button.click()
    assert field(forms, "published").isVisible()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is field(forms, "published"))
    assert forms.page is not None
    port = forms.page.area.viewport()
    qtbot.waitUntil(
        lambda: port.rect().contains(field(forms, "published").mapTo(port, QPoint(0, 0)))
    )
    forms.presenter.start_over()


def test_the_whole_card_of_a_zone_can_be_clicked(forms: FormsPage, qtbot: QtBot) -> None:
    forms.open(Write("note"))
    zone = field(forms, "zone")
    assert isinstance(zone, OptionCards)
    card = zone.buttons[1].parentWidget()
    assert card is not None
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    assert zone.value() == "private"
    assert forms.presenter.values["zone"] == "private"
    forms.presenter.start_over()


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_has_a_name_of_its_own(forms: FormsPage, kind: str) -> None:
    forms.open(Write(kind))
    assert forms.body is not None
    names = [widget.accessibleName() for widget in forms.body.fields.values()]
    assert all(names)
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("kind", KINDS)
def test_tab_reaches_every_field_and_the_way_to_save(
    forms: FormsPage, qtbot: QtBot, kind: str
) -> None:
    forms.open(Write(kind))
    assert forms.body is not None
    waiting = {
        widget
        for widget in (*forms.body.fields.values(), forms.save_button, forms.close_button)
        if widget.isVisible() and not isinstance(widget, OptionCards)
    }

    def met(focused: QWidget) -> set[QWidget]:
        return {each for each in waiting if each is focused or each.isAncestorOf(focused)}

    for _ in range(3 * len(waiting) + 12):
        focused = QApplication.focusWidget()
        assert focused is not None
        assert focused.isVisible()
        waiting -= met(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert not waiting


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_cut_off_at_twice_the_text_in_a_narrow_window(
    forms: FormsPage, qapp: QApplication, desk: Desk, kind: str
) -> None:
    style_window(forms, desk.apply_look(qapp, percent=200))
    try:
        forms.resize(640, 600)
        forms.open(Write(kind))
        qapp.processEvents()
        page = forms.page
        assert page is not None
        assert page.area.horizontalScrollBar().maximum() == 0
        for sort in (QLineEdit, QPlainTextEdit, Choice):
            for widget in page.findChildren(sort):
                if widget.isVisible():
                    assert widget.height() >= widget.minimumSizeHint().height()
        assert forms.save_button.width() >= forms.save_button.sizeHint().width()
    finally:
        desk.apply_look(qapp)


def test_the_cards_below_come_by_themselves_and_tab_goes_through_them_in_order(
    forms: FormsPage, qtbot: QtBot
) -> None:
    forms.open(Write("incident"))
    assert forms.body is not None
    last = forms.body.cards[-1]
    assert not last.isVisible()
    qtbot.waitUntil(last.isVisible)
    met: list[QWidget | None] = [line(forms, "url")]
    while (latest := met[-1]) is not None and latest is not forms.save_button:
        met.append(latest.nextInFocusChain())
    fields = [widget for widget in met if widget in forms.body.fields.values()]
    assert fields == list(forms.body.fields.values())
    assert met.index(fields[-1]) < met.index(forms.close_button) < met.index(forms.save_button)


def test_a_form_left_before_its_cards_have_come_gets_none_of_them(
    forms: FormsPage, qtbot: QtBot
) -> None:
    forms.open(Write("incident"))
    forms.open(Write("note"))
    QTest.qWait(50)
    assert forms.body is not None
    assert forms.page is not None
    there = [*forms.page.findChildren(QLineEdit), *forms.page.findChildren(QPlainTextEdit)]
    known = forms.body.fields.values()
    assert there
    assert all(any(own is each or own.isAncestorOf(each) for own in known) for each in there)
