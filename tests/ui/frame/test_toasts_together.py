"""Messages are told together, go when they have nothing more to say, and stand where they are in nobody's way."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.ui import routes
from app.ui.acts import Toast, ToastAction, ToastState
from app.ui.application import BuiltWindow
from app.ui.frame.toast_view import STAYS_MS, UNDO_STAYS_MS, ToastView
from app.ui.kit import Button, PrimaryButton, keep_clear, middle_column
from tests.ui.frame.test_toasts import told
from tests.ui.frame.windows import House


@pytest.fixture(autouse=True)
def wide(opened: BuiltWindow) -> None:
    """A window in which a message has its room: the platform without a screen gives it less."""
    opened.window.resize(1366, 728)


def saved(built: BuiltWindow, title: str, count: int = 1) -> None:
    built.context.acts.toast(Toast(title, state=ToastState.SAVED, count=count))


def titles(built: BuiltWindow) -> list[str]:
    return [view.toast.title for view in built.window.toasts.shown]


def test_what_is_saved_one_after_another_is_told_together(opened: BuiltWindow) -> None:
    saved(opened, "Noten er gemt og låst")
    saved(opened, "Beskeden er gemt og låst")
    two = (titles(opened), opened.window.toasts.shown[0].toast.text)
    saved(opened, "Bilag 3 til 5 er gemt og låst", count=3)

    assert two == (["2 things are saved and locked"], "Beskeden er gemt og låst")
    assert titles(opened) == ["5 things are saved and locked"]


def test_equal_ones_are_told_once_and_at_most_two_stand(opened: BuiltWindow) -> None:
    for title in ("Kopieret", "Kopieret", "Stoppet", "Din kladde er gemt"):
        opened.context.acts.toast(Toast(title))

    assert titles(opened) == ["Stoppet", "Din kladde er gemt"]


def test_one_in_which_somebody_is_stays_as_it_is(opened: BuiltWindow) -> None:
    first = told(opened)
    first.enter()
    saved(opened, "Noten er gemt og låst")

    assert opened.window.toasts.shown[0] is first
    assert len(titles(opened)) == 2


def test_one_goes_when_somebody_is_in_the_form_that_it_leads_to(
    opened: BuiltWindow, house: House
) -> None:
    form, other = routes.Write("note"), routes.Write("contact")
    for route in (form, other):
        action = ToastAction("Skriv", lambda: None, opens_page=True, route=route)
        opened.context.acts.toast(Toast(f"Gemt: {route.kind}", actions=(action,)))
    opened.context.navigator.go(form)

    assert titles(opened) == ["Gemt: contact"]


def test_one_that_can_be_undone_stays_longer(opened: BuiltWindow) -> None:
    opened.context.acts.toast(
        Toast("Skjult", actions=(ToastAction("Fortryd", print, undoes=True),))
    )
    opened.context.acts.toast(Toast("Kopieret"))
    undone, plain = opened.window.toasts.shown

    assert (undone._timer.interval(), plain._timer.interval()) == (UNDO_STAYS_MS, STAYS_MS)
    assert (UNDO_STAYS_MS, STAYS_MS) == (20_000, 8_000)


@pytest.fixture
def columns(opened: BuiltWindow) -> tuple[QWidget, QWidget]:
    """A page of two columns: a list, and what is told of the chosen row with its buttons."""
    page = opened.window.pages.currentWidget()
    assert page is not None
    middle, pane = QWidget(page), QWidget(page)
    middle.setGeometry(0, 0, page.width() - 376, page.height())
    pane.setGeometry(page.width() - 376, 0, 376, page.height())
    middle_column(middle)
    for widget in (middle, pane):
        widget.show()
    return middle, pane


def place(built: BuiltWindow, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(built.window, QPoint(0, 0)), widget.size())


def test_it_stands_at_the_lower_right_of_the_middle_column(
    opened: BuiltWindow, columns: tuple[QWidget, QWidget]
) -> None:
    middle, pane = columns
    toast = told(opened)
    column = place(opened, middle)

    assert not toast.geometry().intersects(place(opened, pane))
    assert toast.geometry().right() == column.right() - 24
    assert toast.geometry().bottom() == column.bottom() - 8
    assert 360 <= toast.width() <= 432


def test_it_covers_neither_buttons_nor_what_is_kept_clear(
    opened: BuiltWindow, columns: tuple[QWidget, QWidget], qtbot: QtBot
) -> None:
    middle, _ = columns
    bar, button = QWidget(middle), Button("Ret", middle)
    keep_clear(bar)
    bar.setGeometry(0, middle.height() - 40, middle.width(), 40)
    button.setGeometry(middle.width() - 200, middle.height() - 120, 100, 36)
    for widget in (bar, button):
        widget.show()
    toast = told(opened)

    for widget in (bar, button):
        assert not toast.geometry().intersects(place(opened, widget))


def test_it_has_depth_in_the_window_and_that_of_the_desktop_elsewhere(
    opened: BuiltWindow, qtbot: QtBot
) -> None:
    inside = told(opened).graphicsEffect()
    opened.window.toasts.clear()
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    outside = told(opened)

    assert inside is not None
    assert outside.isWindow()
    assert outside.graphicsEffect() is None


@pytest.mark.parametrize(("width", "percent"), [(800, 100), (1366, 200)])
def test_in_a_narrow_window_it_is_one_line_across_the_page(
    opened: BuiltWindow, qapp: QApplication, width: int, percent: int
) -> None:
    opened.context.settings.choose_text_percent(percent)
    opened.apply_style()
    opened.window.resize(width, 728)
    toast = told(opened)
    pages = place(opened, opened.window.pages)
    opened.context.settings.choose_text_percent(100)

    assert toast.folded
    assert toast.width() == pages.width() - 2 * 8
    assert toast.height() < 60 * percent / 100
    opened.apply_style()


def test_no_button_of_a_message_is_filled(opened: BuiltWindow) -> None:
    toast = told(opened)

    assert isinstance(toast, ToastView)
    assert not toast.findChildren(PrimaryButton)
