"""The overlay as the person meets it: a window for each screen, moved by hand and by keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from app.actions.open_case import OpenCase
from app.capture import ActiveWindow, Grab, Region, WaylandError
from app.casework.kinds.capture import Monitor
from app.ui.overlay import Overlay, build_overlay
from app.ui.overlay.hint_bar import HintBar
from app.ui.overlay.panel import NumberPanel
from app.ui.overlay.view import OverlayWindow
from tests.fakes.screen import FakeScreen, striped_pixels
from tests.ui.overlay.acting import Bench, region_of
from tests.ui.overlay.test_presenter import facts_of
from tests.unit.house.tree import ROOT

RESOURCES = ROOT / "resources"
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def styled(qapp: QApplication, bench: Bench) -> None:
    bench.apply_look(qapp)


@pytest.fixture
def overlay(qtbot: QtBot, bench: Bench) -> Iterator[Overlay]:
    """An overlay over a desktop that has the size of the test's screen."""
    screen = QGuiApplication.primaryScreen().geometry()
    monitor = Monitor(0, 0, screen.width(), screen.height(), 100, "")
    pixels = striped_pixels(screen.width(), screen.height())
    bench.screen = FakeScreen(bench.clock, pixels, (monitor,))
    made = build_overlay(bench.context)
    yield made
    made.cancel()
    made.deleteLater()


def open_overlay(qtbot: QtBot, overlay: Overlay) -> OverlayWindow:
    overlay.start()
    qtbot.waitUntil(lambda: len(shown()) == 1)
    (window,) = shown()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def shown() -> list[OverlayWindow]:
    return [
        window
        for window in QApplication.topLevelWidgets()
        if isinstance(window, OverlayWindow) and window.isVisible()
    ]


def test_a_drag_takes_both_corners_and_what_lies_between(
    qtbot: QtBot, overlay: Overlay, case: OpenCase
) -> None:
    window = open_overlay(qtbot, overlay)
    QTest.mousePress(window, Qt.MouseButton.LeftButton, pos=QPoint(100, 80))
    QTest.mouseMove(window, QPoint(150, 90))
    QTest.mouseRelease(window, Qt.MouseButton.LeftButton, pos=QPoint(299, 179))
    assert region_of(case, 1) == Region(100, 80, 200, 100)
    assert not shown()


def test_two_clicks_take_the_same(qtbot: QtBot, overlay: Overlay, case: OpenCase) -> None:
    window = open_overlay(qtbot, overlay)
    QTest.mouseClick(window, Qt.MouseButton.LeftButton, pos=QPoint(299, 179))
    assert not case.state.exhibits
    QTest.mouseMove(window, QPoint(200, 90))
    QTest.mouseClick(window, Qt.MouseButton.LeftButton, pos=QPoint(100, 80))
    assert region_of(case, 1) == Region(100, 80, 200, 100)


def test_keys_alone_choose_and_take(qtbot: QtBot, overlay: Overlay, case: OpenCase) -> None:
    window = open_overlay(qtbot, overlay)
    screen = QGuiApplication.primaryScreen().geometry()
    width, height = screen.width() // 2, screen.height() // 2
    x, y = (screen.width() - width) // 2, (screen.height() - height) // 2
    QTest.keyClick(window, Qt.Key.Key_Right)
    QTest.keyClick(window, Qt.Key.Key_Up, CONTROL)
    QTest.keyClick(window, Qt.Key.Key_Left, SHIFT)
    QTest.keyClick(window, Qt.Key.Key_Down, SHIFT | CONTROL)
    QTest.keyClick(window, Qt.Key.Key_Return)
    assert region_of(case, 1) == Region(x + 1, y - 10, width - 1, height + 10)


@pytest.mark.parametrize(("key", "width"), [(Qt.Key.Key_V, 100), (Qt.Key.Key_W, 100)])
def test_a_letter_takes_only_the_window_and_another_the_same_again(
    qtbot: QtBot, overlay: Overlay, bench: Bench, case: OpenCase, key: Qt.Key, width: int
) -> None:
    bench.screen.window = ActiveWindow("Opslag", "firefox", 0, Region(30, 40, width, 80))
    window = open_overlay(qtbot, overlay)
    assert "kun vinduet" in window.findChildren(HintBar)[0].accessibleName()
    QTest.keyClick(window, key)
    assert region_of(case, 1) == Region(30, 40, width, 80)
    window = open_overlay(qtbot, overlay)
    QTest.keyClick(window, Qt.Key.Key_S)
    assert region_of(case, 2) == Region(30, 40, width, 80)
    window = open_overlay(qtbot, overlay)
    QTest.keyClick(window, Qt.Key.Key_A)
    assert facts_of(case, 3).width_px > width


def test_enter_alone_takes_the_whole_screen(qtbot: QtBot, overlay: Overlay, case: OpenCase) -> None:
    window = open_overlay(qtbot, overlay)
    QTest.keyClick(window, Qt.Key.Key_Enter)
    screen = QGuiApplication.primaryScreen().geometry()
    assert region_of(case, 1) == Region(0, 0, screen.width(), screen.height())


def test_esc_takes_nothing(qtbot: QtBot, overlay: Overlay, case: OpenCase) -> None:
    window = open_overlay(qtbot, overlay)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not shown()
    assert not case.state.exhibits


def test_numbers_are_reached_by_tab_named_and_taken_by_enter(
    qtbot: QtBot, overlay: Overlay, case: OpenCase
) -> None:
    window = open_overlay(qtbot, overlay)
    names = []
    for number in (30, 40, 200, 100):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        box = focused()
        assert isinstance(box, QSpinBox)
        names.append(box.accessibleName())
        box.selectAll()
        QTest.keyClicks(box, str(number))
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert len(set(names)) == 4
    assert all(names)
    assert region_of(case, 1) == Region(30, 40, 200, 100)
    assert not window.isVisible()


def test_tab_goes_round_and_each_stop_has_a_name(qtbot: QtBot, overlay: Overlay) -> None:
    window = open_overlay(qtbot, overlay)
    stops: list[QWidget] = [window]
    for _ in range(20):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        if focused() is window:
            break
        stops.append(focused())
    names = [stop.accessibleName() for stop in stops]
    assert focused() is window
    assert all(names)
    assert len(set(names)) == len(names) == 7
    assert window.accessibleDescription()


def test_enter_on_the_cancel_button_cancels(qtbot: QtBot, overlay: Overlay, case: OpenCase) -> None:
    window = open_overlay(qtbot, overlay)
    QTest.keyClick(window, Qt.Key.Key_Tab)
    buttons = [each for each in window.findChildren(QPushButton) if each.isVisible()]
    buttons[-1].setFocus()
    QTest.keyClick(buttons[-1], Qt.Key.Key_Return)
    assert not shown()
    assert not case.state.exhibits


def test_what_is_painted_is_the_frozen_picture_bright_inside_and_dim_outside(
    qtbot: QtBot, overlay: Overlay, bench: Bench
) -> None:
    window = open_overlay(qtbot, overlay)
    QTest.mousePress(window, Qt.MouseButton.LeftButton, pos=QPoint(100, 200))
    QTest.mouseMove(window, QPoint(399, 399))
    picture = window.grab().toImage()
    for x, y in ((100, 200), (250, 300), (399, 399)):
        assert colour_at(picture, x, y) == bench.screen.desktop.colour_at(x, y)
    dark, real = colour_at(picture, 600, 100), bench.screen.desktop.colour_at(600, 100)
    assert all(dim <= bright * 0.45 + 1 for dim, bright in zip(dark, real, strict=True))
    QTest.keyClick(window, Qt.Key.Key_Escape)


def test_the_hint_line_steps_aside_for_the_pointer(qtbot: QtBot, overlay: Overlay) -> None:
    window = open_overlay(qtbot, overlay)
    hint = hint_of(window)
    at_top = hint.geometry()
    QTest.mouseMove(window, at_top.center())
    qtbot.waitUntil(lambda: not hint.geometry().intersects(at_top))


@pytest.mark.parametrize("percent", [100, 200])
def test_hint_line_loupe_size_and_pointer_never_lie_on_each_other(
    qtbot: QtBot, qapp: QApplication, bench: Bench, overlay: Overlay, percent: int
) -> None:
    with text_size(qapp, bench, percent):
        window = open_overlay(qtbot, overlay)
        hint, screen = hint_of(window), window.rect()
        corner = QPoint(screen.width() // 3, screen.height() // 3)
        for press in (False, True):
            if press:
                QTest.mousePress(window, Qt.MouseButton.LeftButton, pos=corner)
            for x in range(0, screen.width(), 61):
                for y in range(0, screen.height(), 47):
                    QTest.mouseMove(window, QPoint(x, y))
                    size, loupe = window.chrome
                    bar = QRectF(hint.geometry())
                    where = f"{percent} %, pressed {press}, at {x}, {y}"
                    assert loupe is not None
                    assert QRectF(screen).contains(loupe), where
                    assert QRectF(screen).contains(bar), where
                    assert not loupe.contains(QPointF(x, y)), where
                    assert not bar.contains(QPointF(x, y)), where
                    assert not bar.intersects(loupe), where
                    assert size is None or not bar.intersects(size), where
                    assert size is None or not loupe.intersects(size), where
        QTest.keyClick(window, Qt.Key.Key_Escape)


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_no_word_of_the_hint_line_is_cut(
    qtbot: QtBot, qapp: QApplication, bench: Bench, overlay: Overlay, percent: int
) -> None:
    with text_size(qapp, bench, percent):
        window = open_overlay(qtbot, overlay)
        hint = hint_of(window)
        acts: tuple[Callable[[], object], ...] = (
            lambda: QTest.mouseMove(window, QPoint(300, 300)),
            lambda: QTest.keyClick(window, Qt.Key.Key_Right),
            lambda: QTest.keyClick(window, Qt.Key.Key_Right),
            lambda: QTest.mouseMove(window, hint.geometry().center()),
            lambda: QTest.mousePress(window, Qt.MouseButton.LeftButton, pos=QPoint(300, 400)),
        )
        for act in acts:
            act()
            page = QTextDocument()
            page.setDefaultFont(hint.font())
            page.setDocumentMargin(0)
            page.setHtml(hint.text())
            assert not hint.wordWrap()
            assert page.idealWidth() <= hint.width() - 40 + 1, hint.text()
            assert page.size().height() <= hint.height() - 22 + 1, hint.text()
            assert window.rect().contains(hint.geometry())
        assert hint.fontInfo().pixelSize() == 15 * percent // 100
        QTest.keyClick(window, Qt.Key.Key_Escape)


def test_the_numbers_stand_clear_of_the_hint_line(
    qtbot: QtBot, qapp: QApplication, bench: Bench, overlay: Overlay
) -> None:
    with text_size(qapp, bench, 200):
        window = open_overlay(qtbot, overlay)
        QTest.keyClick(window, Qt.Key.Key_Tab)
        hint, panel = hint_of(window), window.findChild(NumberPanel)
        assert isinstance(panel, NumberPanel)
        place = panel.geometry()
        for box in window.findChildren(QSpinBox):
            box.setValue(box.maximum() // 2)
            assert panel.geometry() == place
            assert not hint.geometry().intersects(place)
        assert window.rect().contains(place)
        QTest.keyClick(window, Qt.Key.Key_Escape)


def hint_of(window: OverlayWindow) -> HintBar:
    (hint,) = window.findChildren(HintBar)
    return hint


@contextmanager
def text_size(qapp: QApplication, bench: Bench, percent: int) -> Iterator[None]:
    bench.apply_look(qapp, percent=percent)
    try:
        yield
    finally:
        bench.apply_look(qapp)


def test_own_windows_are_away_while_the_screens_are_frozen_and_come_back(
    qtbot: QtBot, overlay: Overlay, bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = QLabel("Vinduet")
    qtbot.addWidget(own)
    own.show()
    seen: list[bool] = []
    real = bench.screen.grab_all

    def watched() -> Grab:
        seen.append(own.isVisible())
        return real()

    monkeypatch.setattr(bench.screen, "grab_all", watched)
    told: list[str] = []
    overlay.about_to_grab.connect(lambda: told.append("about_to_grab"))
    overlay.grabbed.connect(lambda: told.append("grabbed"))
    window = open_overlay(qtbot, overlay)
    assert told == ["about_to_grab"]
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert seen == [False]
    assert own.isVisible()
    assert own.windowOpacity() == 1.0
    assert told == ["about_to_grab", "grabbed"]


def test_own_windows_come_back_when_the_screen_cannot_be_read(
    qtbot: QtBot, overlay: Overlay, bench: Bench
) -> None:
    own = QLabel("Vinduet")
    qtbot.addWidget(own)
    own.show()
    bench.screen.failure = WaylandError("")
    with qtbot.waitSignal(overlay.grabbed):
        overlay.start()
    assert own.isVisible()
    qtbot.waitUntil(lambda: bool(bench.acts.errors))
    assert bench.acts.errors[0].kind == "capture.WaylandError"


def test_the_screen_is_let_go_of_after_each_grab(
    qtbot: QtBot, overlay: Overlay, bench: Bench
) -> None:
    window = open_overlay(qtbot, overlay)
    assert bench.screen.closed
    QTest.keyClick(window, Qt.Key.Key_Escape)


def colour_at(picture: QImage, x: int, y: int) -> tuple[int, int, int]:
    colour = picture.pixelColor(x, y)
    return colour.red(), colour.green(), colour.blue()


def focused() -> QWidget:
    """What has the focus; of a number field the field itself, not the line inside of it."""
    widget = QApplication.focusWidget()
    assert widget is not None
    parent = widget.parent()
    return parent if isinstance(parent, QSpinBox) else widget
