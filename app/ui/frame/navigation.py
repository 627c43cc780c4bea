"""Leads to the page that handles a route: builds it when it is first wanted, and brings it to the front.

Rules:
- A route that no page handles leads nowhere.
- Before a page is left it is told so (``leave``), since it may have something to seal.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Signal

from app.ui.context import UiContext
from app.ui.frame.window import MainWindow
from app.ui.routes import Route, Timeline, Write
from app.ui.screens import Door, ScreenPage


class Navigation(QObject):
    """Implements ``Navigator``.

    Signals:
        moved: a route was gone, or the way back.
        told: the page in front wants other bars, or says something else in the status line.

    Attributes:
        current: the route to the page in front; None before the first.
        refuses: whether a route cannot be gone now; has said why then.
    """

    moved = Signal()
    told = Signal()
    _window: MainWindow
    _context: UiContext

    def __init__(self, doors: Iterable[Door]) -> None:
        super().__init__()
        self._doors: dict[type[Route], Door] = {}
        self._pages: dict[Door, ScreenPage] = {}
        self.current: Route | None = None
        self._before: Route | None = None
        self.refuses: Callable[[Route], bool] = lambda _route: False
        for door in doors:
            self.add(door)

    def add(self, door: Door) -> None:
        """Lead the routes that the door names to its page."""
        self._doors.update(dict.fromkeys(door.handles, door))

    def bind(self, window: MainWindow, context: UiContext) -> None:
        """Work on that window from now on; nothing but ``add`` and ``handles`` is called before."""
        self._window, self._context = window, context

    def handles(self, kind: type[Route]) -> bool:
        """Return whether such routes lead to a page."""
        return kind in self._doors

    def go(self, route: Route) -> None:
        if self.refuses(route):
            return
        page = self.page(type(route))
        if page is not None and page.accepts(route):
            self._bring(route, page)
            page.open(route)

    def back(self) -> None:
        before = self._before
        page = self.page(type(before)) if before is not None else None
        if before is None or page is None or isinstance(before, Write):
            self.go(Timeline())
        else:
            self._bring(before, page)
            page.come_back()

    @property
    def front(self) -> ScreenPage | None:
        """The page in front; None before the first."""
        return self.page(type(self.current)) if self.current is not None else None

    def page(self, kind: type[Route]) -> ScreenPage | None:
        """Return the page that handles such routes, built when it is first wanted; None where there is none."""
        door = self._doors.get(kind)
        if door is None:
            return None
        if door not in self._pages:
            page = self._pages[door] = door.build(self._context)
            page.told.connect(lambda: self._tell(page))
        return self._pages[door]

    def prepare(self, kind: type[Route]) -> None:
        """Have a page at hand: built, and styled by its window, but not shown."""
        page = self.page(kind)
        if page is not None:
            self._window.add_page(page)

    def leave(self) -> None:
        """Tell the page in front that it is left."""
        if self.current is not None:
            self._pages[self._doors[type(self.current)]].leave()

    def flush(self) -> None:
        """Let every page keep what is typed, and the one in front seal what it has."""
        self.leave()
        for page in self._pages.values():
            page.flush()

    def _tell(self, page: ScreenPage) -> None:
        if page is self.front:
            self.told.emit()

    def _bring(self, route: Route, page: ScreenPage) -> None:
        if self.current is None or page is not self.page(type(self.current)):
            self.leave()
            self._before = self.current
        self.current = route
        self._window.show_page(page)
        page.setFocus()
        self.moved.emit()
