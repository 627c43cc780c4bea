"""What a desktop's portals are asked by: one connection to the session bus, its requests and their answers.

Rules:
- A request is listened for before it is made, at a path that carries a token of our own: its answer may come first.
- The answer is believed from the portal's own path alone, and only in the shape that its documentation gives:
  https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.Request.html
- Nobody is waited for without an end: a person may leave a question of the desktop's open.
"""

from __future__ import annotations

import secrets
import time
from collections import deque
from collections.abc import Mapping

from jeepney import (
    DBusAddress,
    HeaderFields,
    MatchRule,
    Message,
    MessageType,
    message_bus,
    new_method_call,
)
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from app.capture.errors import ScreenFaultError, WaylandError
from app.process import seen_by_desktop

PORTAL = "org.freedesktop.portal.Desktop"
PORTAL_PATH = "/org/freedesktop/portal/desktop"
REQUEST = "org.freedesktop.portal.Request"
FAULTS = (OSError, RuntimeError, ValueError, KeyError, StopIteration)
"""What a bus that is away, or talks nonsense, makes jeepney raise."""

_CALL_S = 10.0
ANSWERS = MatchRule(type="signal", interface=REQUEST, member="Response")
_GONE = ("ServiceUnknown", "UnknownMethod", "UnknownInterface", "NameHasNoOwner", "UnknownObject")

Options = Mapping[str, tuple[str, object]]
"""A portal's a{sv}: name → (signature, value)."""


class Response:
    """What a portal answers to a request.

    Attributes:
        code: 0 done, 1 cancelled or denied by the person, 2 ended in another way.
        results: what it hands over, by name.
    """

    def __init__(self, body: object) -> None:
        """Read the body of a Response signal.

        Raises:
            ScreenFaultError: it has another shape.
        """
        if not (isinstance(body, tuple) and len(body) == 2):
            raise ScreenFaultError("a portal's answer of another shape")
        code, results = body
        if not (isinstance(code, int) and isinstance(results, dict)):
            raise ScreenFaultError("a portal's answer of another shape")
        self.code = code
        self.results = {
            str(name): value[1]
            for name, value in results.items()
            if isinstance(value, tuple) and len(value) == 2
        }


def open_bus(env: Mapping[str, str]) -> DBusConnection:
    """Connect to the session bus.

    Args:
        env: DBUS_SESSION_BUS_ADDRESS is read, else the bus in XDG_RUNTIME_DIR.

    Raises:
        WaylandError: there is none, or nobody answers on it.
    """
    address = env.get("DBUS_SESSION_BUS_ADDRESS", "")
    if not address and env.get("XDG_RUNTIME_DIR"):
        address = f"unix:path={env['XDG_RUNTIME_DIR']}/bus"
    if not address:
        raise WaylandError("no session bus")
    try:
        return open_dbus_connection(bus=address)
    except FAULTS as error:
        raise WaylandError("the session bus does not answer") from error


def new_token() -> str:
    """Return a token that nobody can guess, as a part of an object path."""
    return f"bevismappe{secrets.token_hex(8)}"


def path_of(bus: DBusConnection, kind: str, token: str) -> str:
    """Return where a portal puts what we ask it for; ``kind`` is "request" or "session"."""
    sender = str(bus.unique_name).lstrip(":").replace(".", "_")
    return f"{PORTAL_PATH}/{kind}/{sender}/{token}"


def responses_at(path: str) -> MatchRule:
    """Return what to listen for to hear the answer to a request."""
    return MatchRule(type="signal", sender=PORTAL, interface=REQUEST, member="Response", path=path)


def call_of(interface: str, member: str, signature: str, body: tuple[object, ...]) -> Message:
    """Return a call to a portal."""
    where = DBusAddress(PORTAL_PATH, bus_name=PORTAL, interface=interface)
    return new_method_call(where, member, signature, body)


def is_answer(message: Message, path: str) -> bool:
    """Return whether a message is the answer to the request at a path; the bus has looked at its sender."""
    fields = message.header.fields
    return (
        message.header.message_type is MessageType.signal
        and fields.get(HeaderFields.path) == path
        and fields.get(HeaderFields.interface) == REQUEST
        and fields.get(HeaderFields.member) == "Response"
    )


def ask(
    bus: DBusConnection,
    interface: str,
    member: str,
    signature: str,
    body: tuple[object, ...],
    *,
    token: str,
    patience_s: float,
) -> Response:
    """Make a request and wait for its answer.

    Args:
        bus: the connection; used by nobody else meanwhile.
        interface: the portal's.
        member: the method.
        signature: of its arguments.
        body: its arguments; the options in it carry ``token`` as ``handle_token``.
        token: from ``new_token``.
        patience_s: how long a person may take to answer the desktop's question.

    Raises:
        WaylandError: there is no such portal, or it has gone.
        ScreenFaultError: it refused the call, said something else, or said nothing in that time.
    """
    ends = time.monotonic() + patience_s
    path = path_of(bus, "request", token)
    heard: deque[Message] = deque()
    try:
        with bus.filter(ANSWERS, queue=heard):
            _listen(bus, path)
            call = call_of(interface, member, signature, body)
            with seen_by_desktop():
                reply = bus.send_and_get_reply(call, timeout=_CALL_S)
            _look_at(reply)
            given = reply.body[0] if reply.body else ""
            if given != path and isinstance(given, str) and given.startswith(PORTAL_PATH):
                path = given  # as portals before version 0.9 named it
                _listen(bus, path)
            while True:
                left_s = max(ends - time.monotonic(), 0.0)
                message = bus.recv_until_filtered(heard, timeout=left_s)
                if is_answer(message, path):
                    return Response(message.body)
    except TimeoutError as error:
        _hang_up(bus, path)
        raise ScreenFaultError("the portal did not answer in time") from error
    except FAULTS as error:
        raise WaylandError("the session bus has gone") from error


def _listen(bus: DBusConnection, path: str) -> None:
    bus.send_and_get_reply(message_bus.AddMatch(responses_at(path)), timeout=_CALL_S)


def _look_at(reply: Message) -> None:
    """Raise what a refused call means."""
    if reply.header.message_type is not MessageType.error:
        return
    name = str(reply.header.fields.get(HeaderFields.error_name, ""))
    if name.rsplit(".", 1)[-1] in _GONE:
        raise WaylandError(name)
    raise ScreenFaultError(name)


def _hang_up(bus: DBusConnection, path: str) -> None:
    """Take back a question that nobody answered, so that it does not stand on the screen for ever."""
    try:
        bus.send(new_method_call(DBusAddress(path, bus_name=PORTAL, interface=REQUEST), "Close"))
    except FAULTS:
        return
