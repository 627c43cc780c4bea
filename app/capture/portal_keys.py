"""A key for the whole desktop under Wayland, by its portal of global shortcuts.

https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.GlobalShortcuts.html

Rules:
- The desktop decides: it may ask the person, may bind other keys than we ask for, and keeps what was chosen there.
- Nobody waits for the person. What was asked is answered by messages, which are read when they have come.
- One shortcut, under one name, so that the desktop knows it again at the next start.
- A session is asked for once for the same keys: each new one may be a new question.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping

from jeepney import DBusAddress, HeaderFields, MatchRule, Message, MessageType, message_bus
from jeepney import new_method_call as _call

from app.capture.desktop_keys import DesktopAnswer
from app.capture.errors import NoDisplayError, ScreenFaultError
from app.capture.portal_bus import (
    ANSWERS,
    FAULTS,
    PORTAL,
    PORTAL_PATH,
    Options,
    Response,
    call_of,
    is_answer,
    new_token,
    open_bus,
    path_of,
    responses_at,
)
from app.process import seen_by_desktop

_INTERFACE = "org.freedesktop.portal.GlobalShortcuts"
_SESSION = "org.freedesktop.portal.Session"
SHORTCUT = "capture"
_SEEN_S = 2.0


class PortalKeys:
    """One connection to the session bus, used by one thread; ``AskedKeys``."""

    def __init__(self, env: Mapping[str, str], purpose: str) -> None:
        """Connect.

        Args:
            env: where the session bus is stands in it.
            purpose: what the shortcut does, in the person's language; the desktop shows it.

        Raises:
            WaylandError: there is no session bus.
        """
        self.answer = DesktopAnswer.ASKED
        self.bound = ""
        self._purpose = purpose
        self._bus = open_bus(env)
        self._trigger = self._session = ""
        self._waits_at = ""
        self._serials: set[int] = set()
        self._heard: deque[Message] = deque()
        self._binding = self._closed = False
        self._given_back = False

    def fileno(self) -> int:
        """Return what can be read when something has come."""
        return int(self._bus.sock.fileno())

    def ask(self, key: str, *, ctrl: bool, shift: bool, alt: bool) -> None:
        """Ask for a key; the answer comes with ``read``.

        Raises:
            NoDisplayError: the bus has gone.
        """
        held = (("CTRL", ctrl), ("ALT", alt), ("SHIFT", shift))
        name = key.lower() if len(key) == 1 else key
        trigger = "+".join([*(each for each, down in held if down), name])
        self._given_back = False
        if trigger == self._trigger:
            return
        try:
            self._leave_session()
            self._trigger, self.answer, self.bound = trigger, DesktopAnswer.ASKED, ""
            self._listen(MatchRule(type="signal", sender=PORTAL, interface=_INTERFACE))
            options = {"session_handle_token": ("s", new_token())}
            self._create(options)
        except FAULTS as error:
            raise NoDisplayError("") from error

    def release(self) -> None:
        """Hear of no press until it is asked for again. The desktop keeps the shortcut, and asks nobody anew."""
        self._given_back = True

    def read(self) -> int:
        """Return how often the keys were pressed since the last look, without waiting.

        Raises:
            NoDisplayError: the bus has gone.
        """
        presses = 0
        try:
            while True:
                while self._heard:
                    self._take(self._heard.popleft())
                presses += self._take(self._bus.receive(timeout=0))
        except TimeoutError:
            return presses
        except FAULTS as error:
            raise NoDisplayError("") from error

    def close(self) -> None:
        """Hang up, which ends the session; may be called twice."""
        if not self._closed:
            self._closed = True
            self._bus.close()

    def _take(self, message: Message) -> int:
        """Follow one message; return 1 where it is a press."""
        fields = message.header.fields
        if message.header.message_type is MessageType.error:
            if fields.get(HeaderFields.reply_serial) in self._serials:
                self.answer = DesktopAnswer.NOT_HERE
            return 0
        if self._waits_at and is_answer(message, self._waits_at):
            self._answered(message)
            return 0
        pressed = (
            fields.get(HeaderFields.interface) == _INTERFACE
            and fields.get(HeaderFields.member) == "Activated"
            and message.header.message_type is MessageType.signal
            and tuple(message.body[:2]) == (self._session, SHORTCUT)
        )
        return int(pressed and not self._given_back)

    def _answered(self, message: Message) -> None:
        try:
            response = Response(message.body)
        except ScreenFaultError:
            self.answer = DesktopAnswer.NOT_HERE
            return
        if response.code:
            self.answer = DesktopAnswer.REFUSED
        elif self._binding:
            self._bound(response.results.get("shortcuts"))
        else:
            self._session = str(response.results.get("session_handle", ""))
            wanted = {
                "description": ("s", self._purpose),
                "preferred_trigger": ("s", self._trigger),
            }
            body = (self._session, [(SHORTCUT, wanted)], "")
            self._binding = True
            self._request("BindShortcuts", "oa(sa{sv})sa{sv}", body, {})

    def _bound(self, shortcuts: object) -> None:
        """Read what the desktop has bound: a shortcut that is not among them was refused."""
        self.answer = DesktopAnswer.REFUSED
        if not isinstance(shortcuts, list):
            return
        for each in shortcuts:
            if isinstance(each, tuple) and len(each) == 2 and each[0] == SHORTCUT:
                told = each[1].get("trigger_description") if isinstance(each[1], dict) else None
                self.bound = str(told[1]) if isinstance(told, tuple) and len(told) == 2 else ""
                self.answer = DesktopAnswer.HELD

    def _create(self, options: Options) -> None:
        """Ask for a session, and wait for the moment in which the portal sees who asks; not for its answer."""
        token = new_token()
        self._waits_at = path_of(self._bus, "request", token)
        self._listen(responses_at(self._waits_at))
        call = call_of(
            _INTERFACE, "CreateSession", "a{sv}", ({**options, "handle_token": ("s", token)},)
        )
        try:
            with self._bus.filter(ANSWERS, queue=self._heard), seen_by_desktop():
                reply = self._bus.send_and_get_reply(call, timeout=_SEEN_S)
        except TimeoutError:
            self.answer = DesktopAnswer.NOT_HERE
            return
        if reply.header.message_type is MessageType.error:
            self.answer = DesktopAnswer.NOT_HERE

    def _request(
        self,
        member: str,
        signature: str,
        body: tuple[object, ...],
        options: Options,
    ) -> None:
        """Ask for something, without waiting."""
        token = new_token()
        self._waits_at = path_of(self._bus, "request", token)
        self._listen(responses_at(self._waits_at))
        whole = (*body, {**options, "handle_token": ("s", token)})
        self._send(call_of(_INTERFACE, member, signature, whole))

    def _listen(self, rule: MatchRule) -> None:
        # The bus does one after the other: it listens before it passes on what comes next.
        self._bus.send(message_bus.AddMatch(rule))

    def _send(self, call: Message) -> None:
        serial = next(self._bus.outgoing_serial)
        self._serials.add(serial)
        self._bus.send(call, serial=serial)

    def _leave_session(self) -> None:
        session, self._session, self._binding = self._session, "", False
        if session.startswith(PORTAL_PATH):
            where = DBusAddress(session, bus_name=PORTAL, interface=_SESSION)
            self._bus.send(_call(where, "Close"))
