"""One window a person: a second start hands its wish to the window that runs, and ends.

Rules:
- The place where they meet is named by the settings file, so each profile has a window of its own.
- It lies in a folder that belongs to the user and that nobody else may write to, and whoever answers there is believed
  only if the system says that it runs as the same user. A place that others can make files in is never used: somebody
  else could answer for the window, and the wish would be lost.
- All that can be said is one word out of a closed set, with the path of a file where it is to be opened, and the answer
  is one word. A path is a wish and no order: what the window does with it, it does as if it were chosen there.
- Of starts at the same moment one gets the lock beside the settings, and listens; the others ring until it answers.
- Whoever cannot reach a running window opens one and says so: a wish is never lost in silence, and a lock that was left
  by a window that was killed keeps nobody out.
"""

from __future__ import annotations

import hashlib
import os
import stat
import struct
import sys
from contextlib import suppress
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QLockFile, QObject, QThread, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

# A window that has the lock listens at once, but it answers only when it stands.
_PATIENCE_MS = 10_000
_PAUSE_MS = 20
_LONGEST_WORD = 64
_LONGEST_WISH = 1 << 18  # the longest path of Windows has 32,767 signs, told as hex digits
_YES = b"yes\n"
_ANY_PROCESS = 0xFFFFFFFF
_LONGEST_PLACE = 100  # a socket's path may have 108 bytes on Linux, 104 on macOS
_OTHERS_MAY_WRITE = 0o022


class Wish(StrEnum):
    """What a start may ask of the window that runs."""

    SHOW = "show"
    CAPTURE = "capture"
    OPEN = "open"


def meeting_place(settings_file: Path) -> str:
    """Return where the window of that profile can be reached, "" where no folder is safe for it.

    On Windows a pipe's name, elsewhere the path of a socket: in the session's own folder (XDG_RUNTIME_DIR), beside
    the settings, or in a folder of ours among the temporary files, whichever is the user's alone.
    """
    digest = hashlib.sha256(str(settings_file.absolute()).encode(errors="surrogateescape"))
    name = f"bevismappe-{digest.hexdigest()[:24]}"
    if sys.platform == "win32":
        return name
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    folders = [Path(runtime)] if runtime else []
    own = Path("/tmp") / f"bevismappe-{os.geteuid()}"  # noqa: S108 - used only if it is ours and closed to others
    for folder in (*folders, settings_file.parent, own):
        if folder == own:
            with suppress(OSError):
                folder.mkdir(mode=0o700)
        place = str(folder / name)
        if len(os.fsencode(place)) <= _LONGEST_PLACE and _is_ours_alone(folder):
            return place
    return ""


def answer_or_hand_over(
    settings_file: Path, wish: Wish, path: Path | None = None
) -> Doorbell | None:
    """Become the one window of that profile, or hand the wish to the one that runs; ``path`` is what is to be opened.

    Returns:
        What further starts ring at; None where another window has taken the wish.
    """
    with suppress(OSError):
        settings_file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    place = meeting_place(settings_file)
    lock = QLockFile(str(settings_file.with_suffix(".lock")))
    lock.setStaleLockTime(_PATIENCE_MS)
    limit = QDeadlineTimer(_PATIENCE_MS)
    while not (place and hand_over(place, wish, path)):
        locked = lock.tryLock(0)
        held_by_another = lock.error() is QLockFile.LockError.LockFailedError
        if locked or not held_by_another:
            return Doorbell(place, lock)
        if limit.hasExpired():
            return Doorbell(place, lock, unanswered=True)
        QThread.msleep(_PAUSE_MS)
    return None


def hand_over(place: str, wish: Wish, path: Path | None = None) -> bool:
    """Tell the window that runs. Return whether it took the wish; at once where none of ours listens."""
    if sys.platform != "win32" and not _is_our_socket(Path(place)):
        return False
    socket = QLocalSocket()
    socket.connectToServer(place)
    if not socket.waitForConnected(_PATIENCE_MS) or not _is_same_user(socket):
        return False
    _let_it_come_forward()
    about = f" {os.fsencode(path).hex()}" if path is not None else ""
    socket.write(f"{wish}{about}\n".encode())
    heard = socket.waitForBytesWritten(_PATIENCE_MS) and socket.waitForReadyRead(_PATIENCE_MS)
    answer = bytes(socket.readLine(_LONGEST_WORD).data()) if heard else b""
    socket.disconnectFromServer()
    return answer == _YES


class Doorbell(QObject):
    """Listens for further starts.

    Signals:
        rung: what another start wishes, one of Wish.
        opened: the path of a file that another start was told to open.

    Attributes:
        listening: whether further starts can reach this window.
        unanswered: another window of the profile runs, and did not answer in time.
    """

    rung = Signal(str)
    opened = Signal(object)

    def __init__(
        self, place: str, lock: QLockFile | None = None, *, unanswered: bool = False
    ) -> None:
        super().__init__()
        self.unanswered = unanswered
        self._lock = lock
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        self.listening = False
        if place and not unanswered:
            # Nobody answered there a moment ago: what lies there was left by a window that was killed.
            QLocalServer.removeServer(place)
            self.listening = self._server.listen(place)

    def close(self) -> None:
        """Stop answering; the next start waits until ``make_room``."""
        self._server.close()

    def make_room(self) -> None:
        """Let another window open, now that everything is done."""
        if self._lock is not None:
            self._lock.unlock()

    def _answer(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            if not _is_same_user(socket):
                socket.abort()
                socket.deleteLater()
                continue
            socket.readyRead.connect(lambda socket=socket: self._read(socket))
            socket.disconnected.connect(socket.deleteLater)
            if socket.bytesAvailable():
                self._read(socket)

    def _read(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            if socket.bytesAvailable() > _LONGEST_WISH:
                socket.abort()
            return
        line = bytes(socket.readLine(_LONGEST_WISH).data()).decode("ascii", "replace")
        word, _, about = line.strip().partition(" ")
        path = _path_of(about)
        if word not in set(Wish) or (word == Wish.OPEN) is (path is None):
            socket.abort()
            return
        socket.write(_YES)
        socket.flush()
        if path is None:
            self.rung.emit(word)
        else:
            self.opened.emit(path)


def _path_of(told: str) -> Path | None:
    """Return the path that was told, from the root on; None for any other words."""
    try:
        path = Path(os.fsdecode(bytes.fromhex(told)))
    except ValueError:
        return None
    return path if path.is_absolute() else None


def _let_it_come_forward() -> None:
    """Let the running window come to the front: Windows lets only who was just used say so."""
    if sys.platform == "win32":
        import ctypes

        ctypes.WinDLL("user32").AllowSetForegroundWindow(_ANY_PROCESS)


def _is_ours_alone(folder: Path) -> bool:
    """Return whether a folder belongs to this user, is no link, and takes no files from others."""
    if sys.platform == "win32":
        return True
    try:
        found = folder.lstat()
    except OSError:
        return False
    closed = not stat.S_IMODE(found.st_mode) & _OTHERS_MAY_WRITE
    return stat.S_ISDIR(found.st_mode) and found.st_uid == os.geteuid() and closed


def _is_our_socket(place: Path) -> bool:
    if sys.platform == "win32":
        return True
    try:
        found = place.lstat()
    except OSError:
        return False
    ours = stat.S_ISSOCK(found.st_mode) and found.st_uid == os.geteuid()
    return ours and _is_ours_alone(place.parent)


def _is_same_user(connection: QLocalSocket) -> bool:
    """Whether the process at the other end runs as this user, as the system knows it (Linux; elsewhere the folder)."""
    if sys.platform == "linux":
        from socket import SO_PEERCRED, SOL_SOCKET, socket

        with socket(fileno=os.dup(int(connection.socketDescriptor()))) as end:
            told = end.getsockopt(SOL_SOCKET, SO_PEERCRED, struct.calcsize("3i"))
        _pid, user, _group = struct.unpack("3i", told)
        return bool(user == os.geteuid())
    else:  # noqa: RET505  # so that every system's type checker reads its own half
        return True
