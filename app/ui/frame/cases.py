"""The cases of the vault: opens, begins and names them, as the sidebar and the menu ask for it."""

from __future__ import annotations

from collections.abc import Callable

from app.ui.context import UiContext
from app.ui.frame.navigation import Navigation
from app.ui.frame.sheets import TitleSheet
from app.ui.frame.window import MainWindow
from app.ui.routes import Timeline


class Cases:
    """Works on one window; what it does is done on the store lane."""

    _window: MainWindow

    def __init__(self, context: UiContext, navigation: Navigation) -> None:
        self._context = context
        self._navigation = navigation

    def bind(self, window: MainWindow) -> None:
        """Ask in that window from now on."""
        self._window = window

    def open(self, case_id: str) -> None:
        """Open another case of the vault, and show it."""
        self._navigation.leave()
        session = self._context.session
        self._context.lanes.store(lambda: session.choose(case_id), self._show)

    def begin(self) -> None:
        """Ask for a title, begin a case and show it."""
        text, session = self._context.language.text, self._context.session

        def begin(title: str) -> None:
            self._context.lanes.store(lambda: session.begin(title), self._show)

        self._ask(text("New case"), text("Start the case"), "", begin)

    def rename(self) -> None:
        """Ask for another title of the open case, and seal it."""
        text, session = self._context.language.text, self._context.session

        def rename(title: str) -> None:
            from app.actions.cases import rename_case

            def seal() -> None:
                if session.case is not None:
                    rename_case(session.case, title, session.state.local_ref)
                    session.list_cases()

            self._context.lanes.store(seal, lambda _none: None)

        self._ask(text("Rename case"), text("Rename"), session.state.title, rename)

    def _ask(self, title: str, button: str, before: str, named: Callable[[str], None]) -> None:
        language = self._context.language
        question = language.text("What should the case be called?")
        sheet = TitleSheet(title, question, button, language, self._window)
        sheet.field.setText(before)
        sheet.accepted.connect(lambda: named(sheet.field.value()))
        sheet.open()

    def _show(self, _none: None) -> None:
        self._navigation.go(Timeline(search=""))
