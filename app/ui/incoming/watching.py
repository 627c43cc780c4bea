"""When to look into the folder from the phone: as the system tells of it, and now and then where it does not.

Drives of other machines and programs that copy folders tell nothing, so it is looked at every half minute too.
"""

from __future__ import annotations

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer

from app.actions.phone_folder import PhoneLook
from app.settings import Settings
from app.ui.incoming.phone import PhoneOffers

_POLL_MS, _SOON_MS = 30_000, 2_000


class PhoneWatch(QObject):
    """Looks while there is a folder."""

    def __init__(self, offers: PhoneOffers, settings: Settings) -> None:
        super().__init__()
        self._offers, self._settings = offers, settings
        offers.looked = self._looked
        self._watcher = QFileSystemWatcher(self)
        self._poll, self._soon = QTimer(self), QTimer(self)
        self._poll.setInterval(_POLL_MS)
        self._soon.setInterval(_SOON_MS)
        self._soon.setSingleShot(True)
        self._watcher.directoryChanged.connect(lambda _: self._soon.start())
        self._poll.timeout.connect(self._look)
        self._soon.timeout.connect(self._look)

    def follow(self) -> None:
        """Watch the folder that is chosen now, or none."""
        watched, folder = self._watcher.directories(), self._settings.phone_folder
        wanted = [str(folder)] if folder is not None else []
        if watched and watched != wanted:
            self._watcher.removePaths(watched)
        if folder is None:
            self._poll.stop()
            self._soon.stop()
            return
        self._poll.start()
        self._soon.start()

    def stop(self) -> None:
        """Watch nothing any more."""
        self._poll.stop()
        self._soon.stop()
        if self._watcher.directories():
            self._watcher.removePaths(self._watcher.directories())

    def _look(self) -> None:
        if self._settings.phone_folder is None:
            self.stop()
        else:
            self._offers.look()

    def _looked(self, look: PhoneLook) -> None:
        folder = self._settings.phone_folder
        if folder is None:
            return
        # Not before a look has shown that the folder answers: a drive that is away would hold up the window.
        if not look.away and str(folder) not in self._watcher.directories():
            self._watcher.addPath(str(folder))
        # A file counts when two looks find it alike.
        if look.waits:
            self._soon.start()
