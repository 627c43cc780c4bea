"""Which screens there are. Each is loaded when it is first wanted, so that the window stands at once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QWidget

from app.ui.context import UiContext
from app.ui.frame.screens import CaptureScreen, CoverScreen, FilesScreen, Screens


def every_screen(application: QApplication) -> Screens:
    """All of them."""

    def cover(context: UiContext) -> CoverScreen:
        from app.ui.cover import build

        return build(context, application)

    return Screens(
        timeline=_timeline,
        capture=_capture,
        incoming=_incoming,
        exhibit=_exhibit,
        forms=_forms,
        report=_report,
        verify=_verify,
        first_run=_first_run,
        cover=cover,
        preferences=_preferences,
    )


def load_ahead() -> None:
    """Load what the screens are made of, while the person writes their passphrase. Makes no widget."""
    import app.ui.exhibit
    import app.ui.forms
    import app.ui.incoming
    import app.ui.overlay
    import app.ui.preferences
    import app.ui.report
    import app.ui.timeline
    import app.ui.verify  # noqa: F401 - loaded for their effect


def _timeline(context: UiContext) -> QWidget:
    from app.ui.timeline import build

    return build(context)


def _capture(context: UiContext) -> CaptureScreen:
    from app.ui.overlay import build_overlay

    return build_overlay(context)


def _incoming(context: UiContext, window: Callable[[], QWidget | None]) -> FilesScreen:
    from app.ui.incoming import build

    return build(context, window)


def _exhibit(context: UiContext) -> QWidget:
    from app.ui.exhibit import build

    return build(context)


def _forms(context: UiContext) -> QWidget:
    from app.ui.forms import build

    return build(context)


def _report(context: UiContext) -> QWidget:
    from app.ui.report import build

    return build(context)


def _verify(context: UiContext) -> QWidget:
    from app.ui.verify import build

    return build(context)


def _first_run(context: UiContext) -> QWidget:
    from app.ui.first_run import build

    return build(context)


def _preferences(context: UiContext) -> QWidget:
    from app.ui.preferences import build

    return build(context)
