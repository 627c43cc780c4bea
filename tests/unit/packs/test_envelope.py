"""An envelope is opened only where its signature fits: one changed byte is refused, whichever it is."""

from __future__ import annotations

import base64
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from securesystemslib.dsse import Envelope

from app.packs import (
    LONGEST_ENVELOPE,
    PAYLOAD_TYPE,
    PackError,
    PackSignatureError,
    PackTableError,
    fingerprint,
    open_envelope,
    same_fingerprint,
    signed_bytes,
)
from tests.data.make_packs import FOLDER, UNIONS, envelope, publisher

GOOD = envelope("kystens")
ORDER = 2**252 + 27742317777372353535851937790883648493


def changed(**values: Any) -> bytes:
    """The envelope with other values."""
    return json.dumps({**json.loads(GOOD), **values}).encode()


def signature(**values: Any) -> bytes:
    """The envelope with another signature."""
    (one,) = json.loads(GOOD)["signatures"]
    return changed(signatures=[{**one, **values}])


@pytest.mark.parametrize("union", UNIONS)
def test_the_packs_of_six_made_up_unions_are_valid_and_are_those_of_their_sources(
    union: str,
) -> None:
    held = (FOLDER / f"{union}.pack.json").read_bytes()
    assert held == envelope(union)
    document = open_envelope(held)
    assert document.publisher is not None
    assert (document.publisher.id, document.publisher.key) == (union, publisher(union).key)


def test_there_are_six() -> None:
    assert len(UNIONS) == 6


@given(st.integers(0, len(GOOD) - 1), st.integers(1, 255))
def test_one_changed_byte_is_refused(at: int, by: int) -> None:
    data = bytearray(GOOD)
    data[at] ^= by
    with pytest.raises(PackError):
        open_envelope(bytes(data))


def test_one_changed_letter_of_what_it_says_does_not_fit_the_signature() -> None:
    payload = base64.b64decode(json.loads(GOOD)["payload"]).replace(b"00 00 00 00", b"00 00 00 09")
    with pytest.raises(PackSignatureError):
        open_envelope(changed(payload=base64.b64encode(payload).decode()))


def test_the_second_form_of_the_same_signature_is_refused() -> None:
    raw = base64.b64decode(json.loads(GOOD)["signatures"][0]["sig"])
    other = (int.from_bytes(raw[32:], "little") + ORDER).to_bytes(32, "little")
    with pytest.raises(PackSignatureError):
        open_envelope(signature(sig=base64.b64encode(raw[:32] + other).decode()))


@pytest.mark.parametrize(
    "wrong",
    [
        changed(payloadType="application/vnd.in-toto+json"),
        changed(signatures=[]),
        changed(signatures=json.loads(GOOD)["signatures"] * 2),
        changed(more=1),
        changed(payload=3),
        changed(payload="not base64!"),
        signature(keyid=""),
        signature(keyid=publisher("kystens").key.upper()),
        signature(cert="x"),
        b"",
        b"{}",
        b"[" * 100_000,
        b"\xff",
        (FOLDER / "kystens.toml").read_bytes(),
        b" " * (LONGEST_ENVELOPE + 1),
    ],
)
def test_what_is_no_signed_pack_is_told(wrong: bytes) -> None:
    with pytest.raises(PackTableError):
        open_envelope(wrong)


@pytest.mark.parametrize(
    "wrong",
    [
        signature(keyid=publisher("havblik").key),
        signature(keyid="00" * 32),
        signature(keyid="ff" * 32),
        signature(sig=base64.b64encode(b"\0" * 64).decode()),
        signature(sig=base64.b64encode(b"\xff" * 64).decode()),
        signature(sig=base64.b64encode(b"\0" * 63).decode()),
        signature(sig=""),
    ],
)
def test_a_signature_that_does_not_fit_is_told(wrong: bytes) -> None:
    with pytest.raises(PackSignatureError):
        open_envelope(wrong)


def test_what_is_signed_has_to_name_who_signed_it() -> None:
    """Somebody who signs another's document with a key of their own gets nowhere."""
    theirs = (FOLDER / "kystens.toml").read_text("utf-8").replace("KEY", publisher("kystens").key)
    with pytest.raises(PackSignatureError):
        open_envelope(publisher("havblik").sign(theirs))


def test_what_says_not_whose_it_is_is_refused() -> None:
    with pytest.raises(PackTableError):
        open_envelope(publisher("kystens").sign("format = 1\n"))


def test_what_is_signed_is_what_dsse_says() -> None:
    assert signed_bytes(b"hello") == Envelope(b"hello", PAYLOAD_TYPE, {}).pae()


def test_a_fingerprint_is_compared_without_blanks_and_whole() -> None:
    key = publisher("kystens").key
    shown = fingerprint(key)
    assert len(shown.split()) == 8
    assert same_fingerprint(shown, key)
    assert same_fingerprint(shown.replace(" ", "").upper(), key)
    assert not same_fingerprint(shown[:-1], key)
    assert not same_fingerprint("", key)
    assert not same_fingerprint(shown, publisher("havblik").key)
