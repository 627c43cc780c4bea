"""The ways into the example and out of it, and the ways that it does not have."""

from __future__ import annotations

from app.ui.acts import Toast, ToastAction
from app.ui.context import UiContext
from app.ui.frame.navigation import Navigation
from app.ui.routes import Route, Settings, Timeline, Unlock, Write

# What would write something of the person's own, or is about their own vault.
_OWN = (Write, Settings, Unlock)


class Example:
    """Works on one window; making the example is done on the store lane."""

    def __init__(self, context: UiContext, navigation: Navigation) -> None:
        self._context = context
        self._navigation = navigation

    def show(self) -> None:
        """Show the example in place of what is open."""
        context, session = self._context, self._context.session
        self._navigation.leave()
        context.lanes.store(
            lambda: session.show_example(context.resources, context.language), self._show
        )

    def leave(self) -> None:
        """Throw it away, and show what was open before."""
        self._navigation.leave()
        self._context.lanes.store(self._context.session.leave_example, self._show)

    def refuses(self, route: Route) -> bool:
        """Return whether there is no such way in the example; says so then."""
        if not self._context.session.example or not isinstance(route, _OWN):
            return False
        self.refuse()
        return True

    def refuse(self) -> None:
        """Say that nothing of the person's own goes into the example."""
        text = self._context.language.text
        self._context.acts.toast(
            Toast(
                text("This is the example"),
                text("Close it first. Then you can write in your own case."),
                (ToastAction(text("Close the example"), self.leave),),
            )
        )

    def _show(self, _none: None) -> None:
        """Begin with the timeline; where nothing is open, the frame itself leads to the first page."""
        if self._context.session.case is not None:
            self._navigation.go(Timeline())
