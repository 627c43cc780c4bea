"""The ways in that the frame offers: chosen, dropped and pasted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from app.ui.context import UiContext
from app.ui.incoming.clipboard import MimeContents, read_mime
from app.ui.incoming.phone import PhoneOffers
from app.ui.incoming.presenter import IncomingPresenter
from app.ui.incoming.view import IncomingSheet
from app.ui.incoming.watching import PhoneWatch


class Incoming(QObject):
    """Takes files and pictures in. Its sheet comes up by itself when there is something to see."""

    def __init__(self, context: UiContext, window: Callable[[], QWidget | None]) -> None:
        super().__init__()
        self._language = context.language
        self._window = window
        self._dialog: QFileDialog | None = None
        self.sheet = IncomingSheet(context.language, window())
        self._presenter = IncomingPresenter(context, self.sheet)
        self.sheet.bind(self._presenter)
        self._offers = PhoneOffers(context, self._presenter.add)
        self._phone = PhoneWatch(self._offers, context.settings)

    def ask_phone(self) -> None:
        """Offer what is new in the folder from the phone."""
        self._offers.ask()

    def follow_phone(self) -> None:
        """Watch the folder from the phone that is chosen now, or none."""
        self._phone.follow()

    def stop(self) -> None:
        """Watch nothing any more."""
        self._phone.stop()

    @property
    def running(self) -> bool:
        """Whether something is being kept: the program should not be closed without a word."""
        return self._presenter.running

    def add(self, paths: Sequence[Path] = ()) -> None:
        """Keep files; without any, ask for them."""
        if paths:
            self._presenter.add(paths)
        else:
            self._ask()

    def add_pictures(self, pictures: Sequence[bytes]) -> None:
        """Keep pictures that never were files."""
        self._presenter.add_pictures(pictures)

    def take(self, data: QMimeData | None) -> bool:
        """Keep what was dropped, or begin with its link; return whether there was anything."""
        return self._take(read_mime(data))

    def paste(self) -> bool:
        """Keep what is on the clipboard; says so, and returns False, when that is neither picture, file nor link."""
        taken = read_mime(QGuiApplication.clipboard().mimeData())
        if not taken.something and not taken.elsewhere:
            self._presenter.nothing_to_paste()
        return self._take(taken)

    def _take(self, taken: MimeContents) -> bool:
        self._presenter.add(taken.files)
        self._presenter.add_pictures(taken.untrusted_pictures)
        if taken.link:
            self._presenter.describe(taken.link)
        elif taken.elsewhere:
            self._presenter.lies_elsewhere()
        return taken.something

    def _ask(self) -> None:
        if self._dialog is not None:
            self._dialog.raise_()
            return
        text = self._language.text
        dialog = QFileDialog(self._window(), text("Choose pictures and files to keep"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters(
            [
                f"{text('All files')} (*)",
                f"{text('Pictures')} (*.png *.jpg *.jpeg *.heic *.webp *.avif *.gif *.bmp *.tif *.tiff)",
            ]
        )
        dialog.finished.connect(self._asked)
        self._dialog = dialog
        dialog.open()

    def _asked(self, result: int) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is None:
            return
        chosen = [Path(name) for name in dialog.selectedFiles()] if result else []
        dialog.deleteLater()
        self._presenter.add(chosen)


def build(context: UiContext, window: Callable[[], QWidget | None] = lambda: None) -> Incoming:
    """Return what takes files and pictures in.

    Args:
        context: the window's tools.
        window: the window that dialogs belong to.
    """
    return Incoming(context, window)
