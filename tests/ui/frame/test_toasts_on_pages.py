"""No message lies on a primary button: on the real pages, at both ends of the text size, in windows large and small."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.ui import routes
from app.ui.application import BuiltWindow
from app.ui.frame.toast_places import seen_part
from app.ui.kit import OptionCard, PrimaryButton
from app.ui.present import every_screen
from app.ui.report.model import ReportStep
from tests.ui.frame.test_toasts import told
from tests.ui.frame.windows import build
from tests.worlds import PHRASE

SIZES = [(1440, 900), (900, 700), (640, 480)]


@pytest.fixture(params=[100, 200])
def real(
    request: pytest.FixtureRequest, qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> Iterator[BuiltWindow]:
    """The window with all its own pages, at a text size."""
    made = build(qapp, tmp_path, every_screen(qapp))
    made.context.settings.choose_text_percent(request.param)
    made.apply_style()
    with qtbot.waitExposed(made.window):
        made.window.show()
    made.window.activateWindow()
    yield made
    made.window.toasts.clear()
    made.close()
    made.context.settings.choose_text_percent(100)
    made.apply_style()


def test_no_toast_lies_on_a_primary_button_of_a_real_page(
    real: BuiltWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    looked: list[str] = []
    first_run = cast("Any", real.frame.navigation.page(routes.FirstRun))
    for card in ("what", "where", "passphrase"):
        looked += look_at(real, qtbot, f"first run: {card}")
        if card != "passphrase":
            first_run.next.click()
    done: list[None] = []
    real.tasks.store(
        lambda: real.session.create(tmp_path / "a.bevismappe", PHRASE, "Min sag"), done.append
    )
    qtbot.waitUntil(lambda: bool(done), timeout=30_000)
    ways = real.context.navigator
    ways.go(routes.Timeline())
    looked += look_at(real, qtbot, "timeline")
    for kind in ("incident", "note", "notification", "contact"):
        ways.go(routes.Write(kind))
        looked += look_at(real, qtbot, f"form: {kind}")
    ways.go(routes.Report())
    report = cast("Any", real.frame.navigation.page(routes.Report))
    for step in ReportStep:
        report.steps.step(step).click()
        looked += look_at(real, qtbot, f"report: {step}")
    ways.go(routes.Verify())
    looked += look_at(real, qtbot, "verify")

    assert len(looked) == len(SIZES) * (3 + 1 + 4 + 5 + 1)
    assert [each for each in looked if each] == []


@pytest.mark.parametrize("real", [100], indirect=True)
@pytest.mark.parametrize("size", [(1024, 700), (1024, 560), (1440, 900)])
def test_no_toast_lies_on_a_recipient_to_choose(
    real: BuiltWindow, qtbot: QtBot, tmp_path: Path, size: tuple[int, int]
) -> None:
    done: list[None] = []
    real.tasks.store(
        lambda: real.session.create(tmp_path / "a.bevismappe", PHRASE, "Min sag"), done.append
    )
    qtbot.waitUntil(lambda: bool(done), timeout=30_000)
    window = real.window
    window.resize(*size)
    real.context.navigator.go(routes.Report())
    cards = window.findChildren(OptionCard)
    qtbot.waitUntil(lambda: any(each.isVisible() for each in cards))
    view = told(real)
    qtbot.wait(10)
    window.toasts.place()
    spots = [seen_part(each, window) for each in cards if each.isVisible()]
    lies = seen_part(view, window)
    assert not lies.isEmpty()
    assert not any(each.intersects(lies) for each in spots)


@pytest.mark.parametrize("real", [100], indirect=True)
def test_nothing_but_the_window_is_shown_while_pages_are_built(
    real: BuiltWindow, qtbot: QtBot
) -> None:
    """What is shown before it stands in a page is a window of its own for a moment, and takes the focus."""
    seen = Watch(real.window)
    pages = (routes.FirstRun, routes.Timeline, routes.Exhibit, routes.Write, routes.Unlock)
    for kind in pages:
        assert real.frame.navigation.page(kind) is not None
    assert real.frame.acts.incoming is not None
    for route in (routes.Timeline(), routes.Report(), routes.Verify(), routes.Settings()):
        real.context.navigator.go(route)
    seen.stop()

    assert seen.shown == []
    assert real.window.isActiveWindow()


class Watch(QObject):
    """Remembers which windows are shown besides one."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.shown: list[str] = []
        QCoreApplication.instance().installEventFilter(self)  # type: ignore[union-attr]  # there is one

    def stop(self) -> None:
        QCoreApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]  # there is one

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's names)
        if (
            event.type() == QEvent.Type.Show
            and isinstance(watched, QWidget)
            and watched.isWindow()
            and watched is not self.parent()
        ):
            self.shown.append(repr(watched))
        return super().eventFilter(watched, event)


def look_at(built: BuiltWindow, qtbot: QtBot, page: str) -> list[str]:
    """Three messages on this page in windows of each size; what is wrong, "" where nothing is."""
    wrong = []
    for width, height in SIZES:
        built.window.resize(width, height)
        for _ in range(3):
            told(built)
        qtbot.wait(10)
        built.window.toasts.place()
        covered = [
            f"{page}, {width} x {height}: {button.text()} is covered"
            for button in built.window.pages.findChildren(PrimaryButton)
            + built.window.toolbar.findChildren(PrimaryButton)
            if button.isVisible() and button.isEnabled() and is_covered(built, button)
        ]
        newest = built.window.toasts.shown[-1]
        assert not newest.isWindow()
        if not newest.isVisible():
            covered.append(f"{page}, {width} x {height}: the newest message is not to be seen")
        wrong.append("; ".join(covered))
        built.window.toasts.clear()
    return wrong


def is_covered(built: BuiltWindow, button: PrimaryButton) -> bool:
    """Whether the pointer would meet a message anywhere on the part of the button that is not scrolled away."""
    seen = seen_part(button, built.window)
    for x in range(seen.left(), seen.right() + 1, 10):
        for y in range(seen.top(), seen.bottom() + 1, 10):
            met = built.window.childAt(x, y)
            if met is not None and any(
                each is met or each.isAncestorOf(met) for each in built.window.toasts.shown
            ):
                return True
    return False
