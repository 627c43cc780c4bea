"""One window a person: a second start hands its wish to the window that runs, and ends.

Rules:
- The place where they meet is named by the settings file, so each profile has a window of its own.
- Only the same user can reach it, and all that can be said is one word out of a closed set.
- Of starts at the same moment one gets the lock beside the settings, and listens; the others ring until it answers.
- Whoever cannot reach a running window opens one: a wish is never lost in silence, and a lock that was left by a
  window that was killed keeps nobody out.
"""

from __future__ import annotations

import hashlib
from contextlib import suppress
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QLockFile, QObject, QThread, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

# A window that has the lock listens at once, but it answers only when it stands.
_PATIENCE_MS = 10_000
_PAUSE_MS = 20
_LONGEST = 64


class Wish(StrEnum):
    """What a start may ask of the window that runs."""

    SHOW = "show"
    CAPTURE = "capture"


def meeting_place(settings_file: Path) -> str:
    """The name under which the window of that profile can be reached."""
    digest = hashlib.sha256(str(settings_file.absolute()).encode()).hexdigest()
    return f"bevismappe-{digest[:24]}"


def answer_or_hand_over(settings_file: Path, wish: Wish) -> Doorbell | None:
    """Become the one window of that profile, or hand the wish to the one that runs.

    Returns:
        What further starts ring at; None where another window has taken the wish.
    """
    place = meeting_place(settings_file)
    with suppress(OSError):
        settings_file.parent.mkdir(parents=True, exist_ok=True)
    lock = QLockFile(str(settings_file.with_suffix(".lock")))
    lock.setStaleLockTime(_PATIENCE_MS)
    limit = QDeadlineTimer(_PATIENCE_MS)
    while not hand_over(place, wish):
        locked = lock.tryLock(0)
        held_by_another = lock.error() is QLockFile.LockError.LockFailedError
        if locked or not held_by_another or limit.hasExpired():
            return Doorbell(place, lock)
        QThread.msleep(_PAUSE_MS)
    return None


def hand_over(place: str, wish: Wish) -> bool:
    """Tell the window that runs; False where none answers, at once where none listens."""
    socket = QLocalSocket()
    socket.connectToServer(place)
    if not socket.waitForConnected(_PATIENCE_MS):
        return False
    socket.write(f"{wish}\n".encode())
    heard = socket.waitForBytesWritten(_PATIENCE_MS) and socket.waitForReadyRead(_PATIENCE_MS)
    socket.disconnectFromServer()
    return heard


class Doorbell(QObject):
    """Listens for further starts; ``rung`` tells the wish."""

    rung = Signal(str)

    def __init__(self, place: str, lock: QLockFile | None = None) -> None:
        super().__init__()
        self._lock = lock
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        # Nobody answered there a moment ago: what lies there was left by a window that was killed.
        QLocalServer.removeServer(place)
        self.listening = self._server.listen(place)

    def close(self) -> None:
        """Answer no more; the next start waits until ``make_room``."""
        self._server.close()

    def make_room(self) -> None:
        """Everything is done: another window may open."""
        if self._lock is not None:
            self._lock.unlock()

    def _answer(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.readyRead.connect(lambda socket=socket: self._read(socket))
            socket.disconnected.connect(socket.deleteLater)
            if socket.bytesAvailable():
                self._read(socket)

    def _read(self, socket: QLocalSocket) -> None:
        word = bytes(socket.readLine(_LONGEST).data()).decode("ascii", "replace").strip()
        if word in set(Wish):
            socket.write(b"yes\n")
            socket.flush()
            self.rung.emit(word)
        else:
            socket.abort()
