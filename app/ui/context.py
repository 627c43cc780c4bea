"""What every screen is built from. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from app.clock import Clock
from app.language import Language
from app.settings import Settings
from app.ui.acts import Acts, Around
from app.ui.held import Held
from app.ui.hotkey.keeper import HotkeyKeeper
from app.ui.lanes import Lanes
from app.ui.routes import Navigator
from app.ui.session import Session
from app.ui.stamper import NoStamper, Stamper
from app.ui.time_server import NoTimeServer, TimeServer
from app.workplace import Workplace

if TYPE_CHECKING:
    from app.capture import Screen
    from app.ui.kit.look import CurrentLook


@dataclass(frozen=True)
class UiContext:
    """The tools of a screen; handed to its ``build`` and on to its presenter."""

    session: Session
    lanes: Lanes
    held: Held
    language: Language
    look: CurrentLook
    navigator: Navigator
    acts: Acts
    settings: Settings
    clock: Clock
    resources: Path
    open_screen: Callable[[], Screen]
    hotkey: HotkeyKeeper
    around: Around
    workplace: Workplace = field(default_factory=Workplace)
    time_server: TimeServer = field(default_factory=NoTimeServer)
    stamper: Stamper = field(default_factory=NoStamper)
