"""A screenshot that is taken while the vault is checked is sealed before the check has ended, and that ends well."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QPushButton

from app.actions.verify_vault import verify_vault
from app.ui import routes
from app.ui.application import BuiltWindow
from app.ui.overlay.view import OverlayWindow
from evidence_store import Report, Vault
from tests.e2e.window.hands import click, drag, until
from tests.unit.actions.acting import captured

PHRASE = "seks danske ord helt uden prik"
EXHIBITS = 5
SLICE_S = 0.02


def test_a_screenshot_is_sealed_while_the_vault_is_checked(
    built: BuiltWindow, tmp_path: Path, slow: Slow
) -> None:
    fill(built, tmp_path / "min.bevismappe")
    built.frame.navigation.go(routes.Verify())
    page: Any = built.frame.navigation.page(routes.Verify)
    click(page.ways.mine)
    until(lambda: slow.slices, "the check reads pictures")

    take_screenshot(built)
    until(lambda: built.window.toasts.shown, "a toast tells that it is sealed")
    assert f"Exhibit {EXHIBITS + 1}" in built.window.toasts.shown[0].accessibleName()
    assert page.progress.isVisible()
    assert not page.result

    slow.go.set()
    until(lambda: page.result is not None, "the check has ended")
    assert page.result.word.text() == "Holds together, but is not confirmed from outside"
    assert not built.tasks.storing


def test_the_vault_is_closed_at_once_while_it_is_checked(
    built: BuiltWindow, tmp_path: Path, slow: Slow
) -> None:
    fill(built, tmp_path / "min.bevismappe")
    built.frame.navigation.go(routes.Verify())
    page: Any = built.frame.navigation.page(routes.Verify)
    click(page.ways.mine)
    until(lambda: slow.slices, "the check reads pictures")

    built.frame.close()
    until(lambda: built.session.vault is None, "the vault is closed")

    assert not slow.go.is_set()
    assert not page.result


class Slow:
    """A check that reads one piece of a picture again and again until it is let go on."""

    def __init__(self) -> None:
        self.go = threading.Event()
        self.slices = 0

    def verify(self, vault: Vault, *, expect: str, progress: Any, **more: Any) -> Report:
        def tell(done: int, total: int) -> None:
            progress(done, total)
            while total and not self.go.wait(SLICE_S):
                self.slices += 1
                progress(done, total)

        return verify_vault(vault, expect=expect, progress=tell, **more)


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Iterator[Slow]:
    slow = Slow()
    monkeypatch.setattr("app.ui.verify.presenter.verify_vault", slow.verify)
    yield slow
    slow.go.set()


def fill(built: BuiltWindow, path: Path) -> None:
    session = built.session
    ready: list[bool] = []

    def work() -> None:
        session.create(path, PHRASE, "Min sag")
        assert session.case is not None
        for number in range(EXHIBITS):
            captured(session.case, seed=number)

    built.tasks.store(work, lambda _: ready.append(True))
    until(lambda: ready, "the vault is filled")


def take_screenshot(built: BuiltWindow) -> None:
    buttons = built.window.toolbar.findChildren(QPushButton)
    click(next(each for each in buttons if each.accessibleName() == "Take screenshot"))
    until(overlays, "the overlay covers the screen")
    (overlay,) = overlays()
    drag(overlay, QPoint(100, 60), QPoint(459, 299))


def overlays() -> list[OverlayWindow]:
    return [
        window
        for window in QApplication.topLevelWidgets()
        if isinstance(window, OverlayWindow) and window.isVisible()
    ]
