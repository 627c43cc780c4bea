"""Which screens there are. Each is loaded when it is first wanted, so that the window stands at once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QWidget

from app.ui import (
    answers,
    case_end,
    checklists,
    comparing,
    contacts,
    cover,
    deadlines,
    erasing,
    exhibit,
    first_run,
    forms,
    guidance,
    health,
    incidents,
    letters,
    look_over,
    next_step,
    pattern,
    people,
    phone_envelope,
    preferences,
    report,
    restoring,
    timeline,
    verify,
    watching,
    witness,
)
from app.ui.context import UiContext
from app.ui.screens import FileIntake, ScreenCapture, Screens, WindowCover


def every_screen(application: QApplication) -> Screens:
    """Return every screen."""
    return Screens(
        doors=(
            next_step.DOOR,
            timeline.DOOR,
            letters.DOOR,
            exhibit.DOOR,
            forms.DOOR,
            incidents.DOOR,
            contacts.DOOR,
            people.DOOR,
            deadlines.DOOR,
            answers.DOOR,
            health.DOOR,
            checklists.DOOR,
            watching.DOOR,
            guidance.DOOR,
            look_over.DOOR,
            pattern.DOOR,
            witness.DOOR,
            comparing.DOOR,
            phone_envelope.DOOR,
            report.DOOR,
            erasing.DOOR,
            case_end.DOOR,
            verify.DOOR,
            preferences.DOOR,
            first_run.DOOR,
            cover.DOOR,
            restoring.DOOR,
        ),
        capture=_capture,
        incoming=_incoming,
        cover=lambda context: _cover(context, application),
    )


def load_ahead() -> None:
    """Load what the screens are made of, while the person writes their passphrase. Makes no widget."""
    import app.ui.answers.view
    import app.ui.case_end.view
    import app.ui.checklists.view
    import app.ui.comparing.view
    import app.ui.contacts.view
    import app.ui.deadlines.view
    import app.ui.erasing.view
    import app.ui.exhibit.view
    import app.ui.forms.view
    import app.ui.guidance.view
    import app.ui.health.view
    import app.ui.incidents.view
    import app.ui.incoming
    import app.ui.letters.view
    import app.ui.look_over.view
    import app.ui.next_step.view
    import app.ui.overlay
    import app.ui.pattern.view
    import app.ui.people.view
    import app.ui.phone_envelope.view
    import app.ui.preferences.view
    import app.ui.report.view
    import app.ui.timeline.view
    import app.ui.verify.view
    import app.ui.watching.view
    import app.ui.witness.view  # noqa: F401 - loaded for their effect


def _capture(context: UiContext) -> ScreenCapture:
    from app.ui.overlay import build_overlay

    return build_overlay(context)


def _incoming(context: UiContext, window: Callable[[], QWidget | None]) -> FileIntake:
    from app.ui.incoming import build

    return build(context, window)


def _cover(context: UiContext, application: QApplication) -> WindowCover:
    from app.ui.cover.cover import Cover

    return Cover(context, application)
