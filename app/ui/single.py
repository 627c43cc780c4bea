"""One window a person: a second start hands its wish to the window that runs, and ends.

Rules:
- The place where they meet is named by the settings file, so each profile has a window of its own.
- Only the same user can reach it, and all that can be said is one word out of a closed set.
- Whoever cannot reach a running window opens one: a wish is never lost in silence.
"""

from __future__ import annotations

import hashlib
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE_MS = 1_000
_LONGEST = 64


class Wish(StrEnum):
    """What a start may ask of the window that runs."""

    SHOW = "show"
    CAPTURE = "capture"


def meeting_place(settings_file: Path) -> str:
    """The name under which the window of that profile can be reached."""
    digest = hashlib.sha256(str(settings_file.absolute()).encode()).hexdigest()
    return f"bevismappe-{digest[:24]}"


def hand_over(place: str, wish: Wish) -> bool:
    """Tell the window that runs; False where none answers."""
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

    def __init__(self, place: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        # Nobody answered there a moment ago: what lies there was left by a window that was killed.
        QLocalServer.removeServer(place)
        self.listening = self._server.listen(place)

    def close(self) -> None:
        """Answer no more."""
        self._server.close()

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
