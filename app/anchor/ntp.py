"""Questions and answers of the network time protocol, as bytes. Pure.

Source: RFC 5905 (packet, section 7.3; on-wire protocol, section 8; Kiss-o'-Death, section 7.4) and RFC 9769's advice
that a question tells nothing of the asker: every field of it is zero but version, mode and a random transmit time.
Times are seconds since 1900 in 32 bits and a fraction in 32 more; the 32 bits begin anew in February 2036, and a time
whose highest bit is zero is counted from there (RFC 4330, section 3).
"""

from __future__ import annotations

import struct
from datetime import UTC, datetime, timedelta

import msgspec

PACKET = 48  # bytes
NONCE = 8  # bytes
_VERSION, _CLIENT, _SERVER = 4, 3, 4
_UNSYNCHRONISED = 3
_LAST_STRATUM = 15
_FORM = struct.Struct(">BBbbII4s8sQQQ")
_FIRST_ERA = datetime(1900, 1, 1, tzinfo=UTC)
_SECOND_ERA = _FIRST_ERA + timedelta(seconds=1 << 32)


class Answer(msgspec.Struct, frozen=True):
    """What a time server said.

    Attributes:
        received: when the question came there, by its clock.
        sent: when its answer left, by its clock.
        error_seconds: how far that clock may be off by its own account.
    """

    received: datetime
    sent: datetime
    error_seconds: float


class Measured(msgspec.Struct, frozen=True):
    """How this computer's clock stands against a server's.

    Attributes:
        offset_seconds: what must be added to this clock to have the server's time.
        error_seconds: how far that number may be off: half the way there and back, and the server's own doubt.
    """

    offset_seconds: float
    error_seconds: float


def question(nonce: bytes) -> bytes:
    """Return the packet that asks for the time.

    Args:
        nonce: 8 random bytes, which the answer must repeat.
    """
    return _FORM.pack(
        _VERSION << 3 | _CLIENT, 0, 0, 0, 0, 0, bytes(4), bytes(8), 0, 0, int.from_bytes(nonce)
    )


def read_answer(packet: bytes, nonce: bytes) -> Answer:
    """Return what the server said.

    Raises:
        ValueError: the packet is no answer to that question, or the server has no time to give; says why.
    """
    if len(packet) < PACKET:
        raise ValueError(f"{len(packet)} bytes")
    first, stratum, _, _, root_delay, root_dispersion, reference, _, originate, received, sent = (
        _FORM.unpack(packet[:PACKET])
    )
    if first & 7 != _SERVER:
        raise ValueError(f"mode {first & 7}")
    if originate != int.from_bytes(nonce):
        raise ValueError("the answer to another question")
    if stratum == 0:
        raise ValueError(
            f"told to stay away ({reference.decode('ascii', 'replace').strip(chr(0))!r})"
        )
    if stratum > _LAST_STRATUM or first >> 6 == _UNSYNCHRONISED:
        raise ValueError("the server’s own clock is not set")
    if not received or not sent:
        raise ValueError("an answer without a time")
    if _time(sent) < _time(received):
        raise ValueError("sent before it was received")
    return Answer(
        received=_time(received),
        sent=_time(sent),
        error_seconds=_short(root_delay) / 2 + _short(root_dispersion),
    )


def compare(asked: datetime, took_seconds: float, answer: Answer) -> Measured:
    """Return how the clock stands.

    Args:
        asked: this computer's time as the question left.
        took_seconds: from then until the answer was there, by a clock that nobody moves.
        answer: what the server said.

    Raises:
        ValueError: the server was at it longer than the question was away.
    """
    there = (answer.sent - answer.received).total_seconds()
    away = took_seconds - there
    if there < 0 or away < 0:
        raise ValueError("the server was at it longer than the question was away")
    out = (answer.received - asked).total_seconds()
    back = (answer.sent - asked).total_seconds() - took_seconds
    return Measured(offset_seconds=(out + back) / 2, error_seconds=away / 2 + answer.error_seconds)


def _time(stamp: int) -> datetime:
    seconds, fraction = stamp >> 32, stamp & 0xFFFFFFFF
    era = _FIRST_ERA if seconds >> 31 else _SECOND_ERA
    return era + timedelta(seconds=seconds, microseconds=fraction * 1_000_000 >> 32)


def _short(value: int) -> float:
    return value / (1 << 16)
