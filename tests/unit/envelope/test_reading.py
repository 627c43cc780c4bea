"""An envelope is read to its end or not at all, whatever somebody wrote into it or took out of it."""

from __future__ import annotations

import io
import threading
import tracemalloc

import pytest

from app.envelope import (
    EnvelopeChangedError,
    EnvelopeError,
    EnvelopeKeyError,
    EnvelopeTooLargeError,
    LyingEnvelopeError,
    NewerEnvelopeError,
    NotAnEnvelopeError,
    OtherVaultError,
    new_identity,
    opened,
    recipient_of,
)
from tests.fakes.envelopes import CLOSED, START, closed, inside

IDENTITY = new_identity()
RECIPIENT = recipient_of(IDENTITY)
FILES = [("a.heic", b"a" * 70_000), ("æ.mp4", bytes(range(256)) * 300)]


def read(envelope: bytes, identity: str = IDENTITY) -> list[tuple[str, bytes]]:
    with opened(io.BytesIO(envelope), identity) as found:
        files = [(file.file_name, file.read()) for file in found.files()]
        assert found.closing is not None
        assert (found.closing.files, found.closing.closed_at) == (len(files), CLOSED)
    return files


@pytest.mark.parametrize("text", [False, True])
def test_what_was_closed_comes_out_in_its_order(text: bool) -> None:
    assert read(closed(RECIPIENT, inside(FILES), text=text)) == FILES


def test_a_file_that_nobody_reads_is_still_compared() -> None:
    lying = closed(RECIPIENT, inside(FILES, hashes=[bytes(32), bytes(32)]))
    with opened(io.BytesIO(lying), IDENTITY) as found, pytest.raises(LyingEnvelopeError):
        list(found.files())


LIES: dict[str, bytes] = {
    "a hash": inside(FILES, hashes=[bytes(32), bytes(32)]),
    "a size too small": inside(FILES[:1], head={"size": 69_999}),
    "a size too large": inside(FILES[:1], head={"size": 70_001}),
    "a size of nothing": inside([("a", b"")]),
    "a size below nothing": inside(FILES[:1], head={"size": -1}),
    "no name": inside([("", b"a")]),
    "a time of a file": inside(FILES[:1], head={"changed": "yesterday"}),
    "one more fact": inside(FILES[:1], head={"path": "../x"}),
    "the number of files": inside(FILES, end={"files": 1}),
    "the number of bytes": inside(FILES, end={"bytes": 1}),
    "its time": inside(FILES, end={"closed": "2026-11-30"}),
    "its zone": inside(FILES, end={"offset": "+99:00"}),
    "no file": inside([]),
    "no end": inside(FILES)[:-200],
    "nothing": b"",
    "something else": b"PK\x03\x04" + bytes(200),
    "more behind its end": inside(FILES, tail=b"x"),
    "no JSON": START + (7).to_bytes(4) + b"{'a':1}",
    "a record without end": START + b"\xff\xff\xff\xff" + bytes(9000),
}


@pytest.mark.parametrize("lie", LIES)
def test_what_is_not_what_it_says_is_refused(lie: str) -> None:
    with pytest.raises(LyingEnvelopeError):
        read(closed(RECIPIENT, LIES[lie]))


def test_the_next_form_is_named_as_newer() -> None:
    with pytest.raises(NewerEnvelopeError):
        read(closed(RECIPIENT, inside(FILES, start=b"bevismappe-envelope 2\n")))


def test_more_than_it_may_hold_is_refused_before_it_is_read() -> None:
    huge = closed(RECIPIENT, inside([("a", b"a")], head={"size": (500 << 20) + 1}))
    with pytest.raises(EnvelopeTooLargeError):
        read(huge)
    many = closed(RECIPIENT, inside([("a", b"a")] * 501))
    with pytest.raises(EnvelopeTooLargeError):
        read(many)


@pytest.mark.parametrize("text", [False, True])
def test_each_cut_and_each_change_is_one_of_our_errors(text: bool) -> None:
    whole = closed(RECIPIENT, inside(FILES), text=text)
    # The very last byte of the text is a line's end that says nothing.
    for at in (0, 30, 64, 100, 150, 180, 250, 66_000, 70_000, len(whole) - 40, len(whole) - 2):
        with pytest.raises(EnvelopeError):
            read(whole[:at])
        changed = bytearray(whole)
        changed[at] ^= 1
        with pytest.raises(EnvelopeError):
            read(bytes(changed))
    with pytest.raises(EnvelopeChangedError):
        read(whole[:130_000])


def test_another_vaults_envelope_is_named_so() -> None:
    with pytest.raises(OtherVaultError):
        read(closed(recipient_of(new_identity()), inside(FILES)))


def test_what_is_no_envelope_and_no_key_is_named_so() -> None:
    with pytest.raises(NotAnEnvelopeError):
        read(b"hello")
    with pytest.raises(EnvelopeKeyError):
        read(closed(RECIPIENT, inside(FILES)), "AGE-SECRET-KEY-1X")
    with pytest.raises(EnvelopeKeyError):
        recipient_of("nothing")


class Gone(io.BytesIO):
    """A drive that goes away after the first bytes."""

    def read(self, length: int | None = -1, /) -> bytes:
        if self.tell() > 60_000:
            raise OSError(5, "gone")
        return super().read(length)


def test_what_the_drive_says_is_told_as_it_is() -> None:
    source = Gone(closed(RECIPIENT, inside(FILES)))
    with pytest.raises(OSError, match="gone"), opened(source, IDENTITY) as found:
        list(found.files())


def test_leaving_in_the_midst_ends_the_thread_and_memory_stays_small() -> None:
    large = closed(RECIPIENT, inside([("v.mp4", b"v" * (24 << 20))]))
    before = threading.active_count()
    tracemalloc.start()
    with opened(io.BytesIO(large), IDENTITY) as found:
        file = next(found.files())
        file.read(10)
    assert threading.active_count() == before
    with opened(io.BytesIO(large), IDENTITY) as found:
        for file in found.files():
            while file.read(1 << 18):
                pass
    assert tracemalloc.get_traced_memory()[1] < 6 << 20
    tracemalloc.stop()
