"""A desktop's portals on a bus of their own: what they answer is what the test says."""

from __future__ import annotations

import os
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from jeepney import (
    DBusAddress,
    HeaderFields,
    Message,
    MessageType,
    message_bus,
    new_error,
    new_method_return,
    new_signal,
)
from jeepney.io.blocking import DBusConnection, open_dbus_connection

_NAME, _PATH = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop"
_REQUEST = "org.freedesktop.portal.Request"
_SHORTCUTS = "org.freedesktop.portal.GlobalShortcuts"
_ROUND_S = 0.02


@contextmanager
def private_bus() -> Iterator[str]:
    """Start a session bus that nobody else knows, and return its address."""
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address=1"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={"PATH": os.environ["PATH"]},
    )
    assert daemon.stdout is not None
    try:
        yield daemon.stdout.readline().decode().strip()
    finally:
        daemon.stdout.close()
        daemon.terminate()
        daemon.wait()


class FakePortal(threading.Thread):
    """Answers calls until it is stopped.

    Attributes:
        calls: what was asked, as (member, body), in order.
        screenshot: (code, results) for Screenshot; None where it is never answered.
        old: answers at a path of its own, as portals once did.
        missing: says that there are no such portals.
        trigger: what BindShortcuts says the keys are; None where it takes none.
        sessions: those that were made.
    """

    def __init__(self, address: str) -> None:
        super().__init__(name="fake-portal", daemon=True)
        self.calls: list[tuple[str, Any]] = []
        self.screenshot: tuple[int, dict[str, tuple[str, object]]] | None = (2, {})
        self.old = self.missing = False
        self.trigger: str | None = "Ctrl+Shift+F8"
        self.sessions: list[str] = []
        self._ends = threading.Event()
        self._bus: DBusConnection = open_dbus_connection(bus=address)
        self._bus.send_and_get_reply(message_bus.RequestName(_NAME))
        self.start()

    def stop(self) -> None:
        self._ends.set()
        self.join()
        self._bus.close()

    def press(self, shortcut: str = "capture") -> None:
        """The person presses the keys."""
        where = DBusAddress(_PATH, interface=_SHORTCUTS)
        body: tuple[object, ...] = (self.sessions[-1], shortcut, 0, {})
        self._bus.send(new_signal(where, "Activated", "osta{sv}", body))

    def run(self) -> None:
        while not self._ends.is_set():
            try:
                message = self._bus.receive(timeout=_ROUND_S)
            except TimeoutError:
                continue
            if message.header.message_type is MessageType.method_call:
                self._answer(message)

    def _answer(self, call: Message) -> None:
        fields = call.header.fields
        member, sender = fields[HeaderFields.member], fields[HeaderFields.sender]
        self.calls.append((member, call.body))
        if self.missing:
            gone = "org.freedesktop.DBus.Error.UnknownMethod"
            self._bus.send(new_error(call, gone, "s", ("no such portal",)))
            return
        match member:
            case "Screenshot":
                self._request(call, sender, call.body[1], self.screenshot)
            case "CreateSession":
                token = call.body[0]["session_handle_token"][1]
                session = f"{_PATH}/session/{sender[1:].replace('.', '_')}/{token}"
                self.sessions.append(session)
                self._request(call, sender, call.body[0], (0, {"session_handle": ("s", session)}))
            case "BindShortcuts":
                taken = [
                    (name, {"trigger_description": ("s", self.trigger)})
                    for name, _ in call.body[1]
                    if self.trigger is not None
                ]
                answer = 1 if self.trigger is None else 0
                self._request(
                    call, sender, call.body[3], (answer, {"shortcuts": ("a(sa{sv})", taken)})
                )

    def _request(
        self,
        call: Message,
        sender: str,
        options: Any,
        answer: tuple[int, dict[str, tuple[str, object]]] | None,
    ) -> None:
        token = "t0" if self.old else options["handle_token"][1]
        path = f"{_PATH}/request/{sender[1:].replace('.', '_')}/{token}"
        if self.old:  # the caller hears of the path first, and listens there
            self._bus.send(new_method_return(call, "o", (path,)))
        if answer is not None and not self.old:
            self._respond(path, answer)
        if not self.old:
            self._bus.send(new_method_return(call, "o", (path,)))
        elif answer is not None:
            self._ends.wait(_ROUND_S)
            self._respond(path, answer)

    def _respond(self, path: str, answer: tuple[int, dict[str, tuple[str, object]]]) -> None:
        where = DBusAddress(path, interface=_REQUEST)
        self._bus.send(new_signal(where, "Response", "ua{sv}", answer))
