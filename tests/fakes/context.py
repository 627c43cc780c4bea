"""A window's tools around a session, with a navigator that goes nowhere and acts that are remembered."""

from __future__ import annotations

from collections.abc import Callable

from app.capture import Screen
from app.clock import Clock
from app.language import Language
from app.settings import Settings
from app.ui.acts import Acts
from app.ui.context import UiContext
from app.ui.held import Held
from app.ui.lanes import Lanes
from app.ui.routes import Navigator
from app.ui.session import Session
from tests.fakes.navigator import FakeActs, FakeNavigator
from tests.fakes.screen import FakeScreen, striped_pixels
from tests.unit.house.tree import ROOT

RESOURCES = ROOT / "resources"


def context_around(
    session: Session,
    lanes: Lanes,
    clock: Clock,
    settings: Settings,
    *,
    language: str = "en",
    navigator: Navigator | None = None,
    acts: Acts | None = None,
    open_screen: Callable[[], Screen] | None = None,
) -> UiContext:
    """Return what screens are built from; the screen shows stripes unless another one is given."""
    words = Language(language, RESOURCES / "locales")
    tells = acts or FakeActs()
    return UiContext(
        session=session,
        lanes=lanes,
        held=Held(session, lanes, words, tells, []),
        language=words,
        navigator=navigator or FakeNavigator(),
        acts=tells,
        settings=settings,
        clock=clock,
        resources=RESOURCES,
        open_screen=open_screen or (lambda: FakeScreen(clock, striped_pixels(120, 80))),
    )
