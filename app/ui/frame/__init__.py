"""The frame of the window: bars, places, menus, status line, messages, and the ways between screens.

It knows no screen: whoever builds it hands over their doors (``app/ui/screens.py``). This file is the door.
"""

from app.ui.frame.frame import MainFrame
from app.ui.frame.navigation import Navigation
from app.ui.frame.window_acts import WindowActs

__all__ = ["MainFrame", "Navigation", "WindowActs"]
