"""Looks at screens by their accessibility tree, and keeps what is wrong with them."""

from __future__ import annotations

import sys
from collections import Counter

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.ui.overlay.view import OverlayWindow
from tests.e2e.window.names import Node, controls, faults

_UNTOLD = {QAccessible.Role.ScrollBar, QAccessible.Role.Separator}


class Looked:
    """What was seen on the screens, and what is wrong with it."""

    def __init__(self) -> None:
        self.wrong: list[str] = []
        self._seen: list[str] = []

    def at(self, screen: str, root: Node) -> None:
        """Look at a screen."""
        kinds = Counter(each.role for each in controls(root))
        counted = ", ".join(f"{count} {role}" for role, count in kinds.most_common())
        self._seen.append(f"  {screen}: {counted}\n")
        self.wrong += [f"{screen}: {fault}" for fault in faults(root)]
        if not kinds:
            self.wrong.append(f"{screen}: nothing can be used")

    def tell(self) -> None:
        """Print what was seen; what is wrong fails the test."""
        sys.stdout.writelines(("\ncontrols by screen:\n", *self._seen))
        assert not self.wrong, "\n".join(self.wrong)


def inside() -> Node:
    """The tree of this process's windows, as Qt tells it to screen readers."""
    QTest.qWait(1)
    told = [
        QAccessible.queryAccessibleInterface(window)
        for window in QApplication.topLevelWidgets()
        if window.isVisible()
    ]
    return Node(
        "program", "", False, inside=tuple(_node(each) for each in told if each is not None)
    )


def overlay() -> OverlayWindow | None:
    """The window that covers the screen."""
    shown = (each for each in QApplication.topLevelWidgets() if each.isVisible())
    return next((each for each in shown if isinstance(each, OverlayWindow)), None)


def _node(thing: QAccessibleInterface) -> Node:
    state = thing.state()
    actions = thing.actionInterface()
    every = (thing.child(number) for number in range(thing.childCount()))
    return Node(
        role=thing.role().name,
        name=thing.text(QAccessible.Text.Name),
        control=bool(state.focusable or (actions is not None and actions.actionNames())),
        inside=tuple(_node(each) for each in every if each is not None and _shown(each)),
    )


def _shown(thing: QAccessibleInterface) -> bool:
    state = thing.state()
    return thing.isValid() and not state.invisible and thing.role() not in _UNTOLD
