"""Calm messages at the lower right: of the main window while somebody is in it, else of the screen they look at.

Rules:
- A capture is made from another program's page: its message is seen there, over that page, and takes no focus from it.
- Whoever comes to the main window finds the messages in it, where a key leads to them, and with their time anew.
- None lies on a primary button (toast_places.py), wherever the page moves it.
- Equal ones are told once, and what is saved one after another is told together; at most two stand.
- One that leads to a page goes when somebody is there.
- In a narrow window one is as wide as the page, and one line high.
"""

from __future__ import annotations

import msgspec
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QCursor, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from app.language import Language
from app.ui.acts import Toast, ToastState
from app.ui.frame.toast_places import Occupied, find_place, middle_of, seen_part, taken_on
from app.ui.frame.toast_view import ToastView
from app.ui.kit.look import CurrentLook
from app.ui.kit.room import effective_px
from app.ui.routes import Route

_MOST = 2
_EDGE_PX = 24
_BELOW_PX = 8
_NARROWEST_PX = 300
_NARROW_PX = 900
_LOOK_AGAIN_MS = 100


class Toasts(QObject):
    """The messages of one main window.

    Signals:
        page_wanted: a button was pressed that leads to a page of the window.
    """

    page_wanted = Signal()

    def __init__(
        self, window: QWidget, pages: QWidget, language: Language, look: CurrentLook
    ) -> None:
        """Watch a window.

        Args:
            window: the main window.
            pages: the part of it over which messages stand.
            language: words for their buttons.
            look: the look that is on.
        """
        super().__init__(window)
        self._window = window
        self._pages = pages
        self._language = language
        self._look = look
        self._shown: list[ToastView] = []
        self._without_place: set[ToastView] = set()
        self._before: QWidget | None = None
        # Pages move their buttons at any time; a look now and then finds every way in which they do.
        self._look_again = QTimer(self)
        self._look_again.setInterval(_LOOK_AGAIN_MS)
        self._look_again.timeout.connect(self.place)
        window.installEventFilter(self)

    @property
    def shown(self) -> tuple[ToastView, ...]:
        """Those that are there, the newest last."""
        return tuple(self._shown)

    def show_toast(self, toast: Toast) -> None:
        """Show one more; the oldest makes room."""
        toast = self._merged(toast)
        while len(self._shown) >= _MOST:
            self._shown[0].leave()
        view = ToastView(toast, self._language, self._look)
        view.left.connect(lambda: self._forget(view))
        view.page_wanted.connect(self.page_wanted)
        inside = self._is_used()
        view.place_in(self._window if inside else None)
        self._shown.append(view)
        self._without_place.add(view)
        self.place()
        self._look_again.start()
        teller = self._window if inside else view
        words = view.accessibleName()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(teller, words))

    def enter(self) -> None:
        """Lead the focus to the newest one; back to where it was when that one goes."""
        if self._shown:
            if not any(each.holds_focus() for each in self._shown):
                self._before = QApplication.focusWidget()
            self._shown[-1].enter()

    def clear(self) -> None:
        """Close all messages: they may tell of a case that is covered now."""
        for view in tuple(self._shown):
            view.leave()

    def went_to(self, route: Route | None) -> None:
        """Let those go that lead to where somebody is now."""
        for view in tuple(self._shown):
            if route is not None and any(each.route == route for each in view.toast.actions):
                view.leave()

    def _merged(self, toast: Toast) -> Toast:
        """Return what is to be told, with what was told before and is told together with it; that goes."""
        for view in tuple(self._shown):
            before = view.toast
            if not view.waits:  # somebody is in it
                continue
            if toast.state is before.state is ToastState.SAVED:
                count = before.count + toast.count
                title = self._language.plural(
                    "{count} thing is saved and locked",
                    "{count} things are saved and locked",
                    count,
                )
                toast = msgspec.structs.replace(toast, title=title, text=toast.title, count=count)
            elif (toast.title, toast.text, toast.state) != (
                before.title,
                before.text,
                before.state,
            ):
                continue
            view.leave()
        return toast

    def place(self) -> None:
        """Place each message where it covers nothing that is needed."""
        if not self._shown:
            return  # every resize and page asks; without a message nothing need be measured
        inside = [each for each in reversed(self._shown) if not each.isWindow()]
        outside = [each for each in reversed(self._shown) if each.isWindow()]
        taken = taken_on(self._window, self._shown)
        if inside:
            self._stack(inside, self._areas_of_window(), taken, narrow=self._is_narrow())
        if outside:
            seen = self._window.isVisible() and not self._window.isMinimized()
            on_screen = taken.moved(self._window.mapToGlobal(QPoint(0, 0))) if seen else Occupied()
            self._stack(outside, [_area_of_screen(outside[0])], on_screen)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Resize, QEvent.Type.Show}:
            self.place()
        elif event.type() == QEvent.Type.WindowActivate:
            # Afterwards: Qt is still telling the windows who is active, and one of them goes.
            QTimer.singleShot(0, self, self._come_in)
        return super().eventFilter(watched, event)

    def _is_used(self) -> bool:
        """Return whether somebody is in the main window or in a dialog of it, so that they see what stands in it."""
        active = QApplication.activeWindow()
        while active is not None and active is not self._window:
            active = active.parentWidget()
        return active is not None and active.isVisible() and not active.isMinimized()

    def _come_in(self) -> None:
        """Move the messages on the screen into the main window: somebody is in it now."""
        outside = [each for each in self._shown if each.isWindow()] if self._is_used() else []
        for view in outside:
            view.place_in(self._window)
            self._without_place.add(view)
            view.go_on()
        if outside:
            self.place()

    def _is_narrow(self) -> bool:
        return effective_px(self._window.width(), self._look().text_percent) < _NARROW_PX

    def _stack(
        self, views: list[ToastView], areas: list[QRect], taken: Occupied, *, narrow: bool = False
    ) -> None:
        """Place the newest first, each of the others where those before it have left room."""
        for view in views:
            found = _found(view, areas, taken, narrow=narrow)
            if found is None:
                view.hide()
                self._without_place.add(view)
                continue
            folded, place = found
            view.fold(folded=folded)
            view.setGeometry(place)
            # Who else hid one, to take a picture of the screen without it, shows it again.
            if view in self._without_place:
                self._without_place.remove(view)
                view.show()
            if not view.isWindow():
                view.raise_()
            taken.never.append(place.adjusted(0, -_BELOW_PX, 0, 0))

    def _areas_of_window(self) -> list[QRect]:
        """Return the middle column, all of the page, and all of the window: a next one where one is narrow or full."""
        side = _BELOW_PX if self._is_narrow() else _EDGE_PX
        edges = (side, _BELOW_PX, -side, -_BELOW_PX)
        least = self._look().px(_NARROWEST_PX)
        columns = [seen_part(self._pages, self._window)]
        if not self._is_narrow():
            columns.insert(0, middle_of(self._pages, self._window))
        inside = [each.adjusted(*edges) for each in columns]
        return [
            *(each for each in inside if each.width() >= least),
            self._window.rect().adjusted(*edges),
        ]

    def _forget(self, view: ToastView) -> None:
        had_focus = view.holds_focus()
        self._shown = [each for each in self._shown if each is not view]
        self._without_place.discard(view)
        if had_focus and self._before is not None and self._before.isVisible():
            self._before.setFocus()
        if not self._shown:
            self._look_again.stop()
            self._before = None
        self.place()


def _found(
    view: ToastView, areas: list[QRect], taken: Occupied, *, narrow: bool
) -> tuple[bool, QRect] | None:
    """Return whether it is folded, and where it stands: over all of the window only folded."""
    wishes = list[tuple[list[QSize], QRect]]()
    for number, area in enumerate(areas):
        whole, line = view.sizes(area.width())
        if narrow:
            wishes.append(([QSize(area.width(), line.height())], area))
        else:
            last_of_many = number == len(areas) - 1 and number > 0
            wishes.append(([line] if last_of_many else [whole, line], area))
    found = find_place(wishes, taken)
    if found is None:
        return None
    where, size, place = found
    return len(wishes[where][0]) == 1 or bool(size), place


def _area_of_screen(view: ToastView) -> QRect:
    """Return the screen on which it stands already; for a new one that with the pointer, where the person looks."""
    screen = view.screen() if view.isVisible() else QGuiApplication.screenAt(QCursor.pos())
    free = (screen or QGuiApplication.primaryScreen()).availableGeometry()
    return free.adjusted(_EDGE_PX, _EDGE_PX, -_EDGE_PX, -_EDGE_PX)
