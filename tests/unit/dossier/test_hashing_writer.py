"""The thread that hashes and writes: order, errors, and giving up."""

from __future__ import annotations

import hashlib
import io
import threading

import pytest

from app.dossier.hashing_writer import Emit, HashingWriter


def test_what_is_written_comes_in_the_order_in_which_it_was_handed_over() -> None:
    target = io.BytesIO()

    def source(emit: Emit) -> None:
        emit(b"from a ")
        emit(b"source, ")

    with HashingWriter(target) as writer:
        writer.write(b"words, ")
        writer.write_from(source, 15)
        writer.write(b"words" * 40_000)
        half = writer.digest()
        writer.write(b".")
        size, sha256 = writer.finish()
    written = target.getvalue()
    assert written == b"words, from a source, " + b"words" * 40_000 + b"."
    assert (size, sha256) == (len(written), hashlib.sha256(written).hexdigest())
    half.update(b".")
    assert half.hexdigest() == sha256


def test_what_a_source_or_the_disk_says_is_raised_and_nothing_more_is_written() -> None:
    target = io.BytesIO()

    def broken(emit: Emit) -> None:
        emit(b"so far")
        raise OSError("gone")

    with HashingWriter(target) as writer:
        writer.write_from(broken, 20)
        for _ in range(40):
            writer.write_from(lambda emit: emit(b"later"), 5)
            if target.getvalue():
                break
        with pytest.raises(OSError, match="gone"):
            writer.finish()
    assert target.getvalue() == b"so far"
    assert not [each for each in threading.enumerate() if each.name == "dossier-writer"]


def test_whoever_gives_up_while_waiting_ends_the_thread() -> None:
    class StopError(Exception):
        pass

    given_up, asked = threading.Event(), 0

    def slow(emit: Emit) -> None:
        given_up.wait(5)
        emit(b"too late")

    def stop() -> None:
        nonlocal asked
        asked += 1
        if asked == 2:
            given_up.set()
            raise StopError

    target = io.BytesIO()

    def give_up() -> None:
        with HashingWriter(target, stop) as writer:
            writer.write_from(slow, 8)
            writer.finish()

    with pytest.raises(StopError):
        give_up()
    assert not [each for each in threading.enumerate() if each.name == "dossier-writer"]


def test_who_lays_out_runs_ahead_by_four_megabytes_and_no_further() -> None:
    go_on, waited = threading.Event(), []

    def slow(emit: Emit) -> None:
        go_on.wait(5)
        emit(b"slow")

    def look() -> None:
        waited.append(writer.size)
        go_on.set()

    target = io.BytesIO()
    with HashingWriter(target, look) as writer:
        writer.write_from(slow, 4)
        for _ in range(80):
            writer.write(bytes(1 << 16))
        ahead = waited[0]
        writer.finish()
    assert 1 << 22 <= ahead <= (1 << 22) + (1 << 17)
    assert len(target.getvalue()) == 4 + (80 << 16)
