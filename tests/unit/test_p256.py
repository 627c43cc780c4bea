"""The curve's door, judged by RFC 6979 and by OpenSSL's command."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.asymmetric.utils import (
    decode_dss_signature,
    encode_dss_signature,
)

from app import p256
from app.p256 import ORDER, Flaw, flaw_of, from_raw, key_of, new_key

# RFC 6979, A.2.5: the key, its point, and the signatures of two messages with SHA-256.
KEY = 0xC9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721
POINT = (
    "04"
    "60FED4BA255A9D31C961EB74C6356D68C049B8923B61FA6CE669622E60F29FB6"
    "7903FE1008B8BC99A41AE9E95628BC64F2F1B20C2D7E9F5177A3C294D4462299"
)
SIGNED = {
    b"sample": (
        0xEFD48B2AACB6A8FD1140DD9CD45E81D69D2C877B56AAF991C34D0EA84EAF3716,
        0xF7CB1C942D657C41D436C7A1B6E29F65F3E900DBB9AFF4064DC4AB2F843ACDA8,
    ),
    b"test": (
        0xF1ABB023518351CD71D881567B1EA663ED3EFCF6C5132B354F28D3B0B7D38367,
        0x019F4113742A2B14BD25926B49C649155F267E60D3814B4C0CC84250E46F0083,
    ),
}
HEAD = "3059301306072A8648CE3D020106082A8648CE3D030107034200"  # RFC 5480, P-256 by its name
SPKI = bytes.fromhex(HEAD + POINT)
MESSAGE = b"sample"
R, S = SIGNED[MESSAGE][0], ORDER - SIGNED[MESSAGE][1]
GOOD = encode_dss_signature(R, S)
DER, INFO = serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo


def test_the_key_of_the_rfc_has_its_point_and_its_number() -> None:
    key = key_of(KEY)
    assert key.spki == SPKI
    assert key.number == KEY
    assert KEY.to_bytes(32, "big") in key.pkcs8
    assert f"{KEY:x}" not in repr(key)


@pytest.mark.parametrize("message", SIGNED)
def test_the_messages_of_the_rfc_have_their_signatures_with_the_lower_s(message: bytes) -> None:
    r, s = SIGNED[message]
    signature = key_of(KEY).sign(message)
    assert decode_dss_signature(signature) == (r, min(s, ORDER - s))
    assert flaw_of(SPKI, signature, message) is None


def test_a_new_key_is_another_one() -> None:
    keys = {new_key().number for _ in range(4)}
    assert len(keys) == 4
    assert all(0 < key < ORDER for key in keys)


@pytest.mark.parametrize("number", [-1, 0, ORDER, 1 << 256])
def test_numbers_outside_of_the_order_are_no_keys(number: int) -> None:
    with pytest.raises(ValueError, match="number"):
        key_of(number)


def test_openssl_agrees_on_what_was_signed(tmp_path: Path) -> None:
    key, text, signature = (tmp_path / name for name in ("key.der", "text", "signature"))
    key.write_bytes(SPKI)
    text.write_bytes("æøå\n".encode())
    signature.write_bytes(key_of(KEY).sign(text.read_bytes()))
    command = ["openssl", "dgst", "-sha256", "-keyform", "DER", "-verify", str(key)]
    command += ["-signature", str(signature), str(text)]
    assert b"Verified OK" in subprocess.run(command, capture_output=True, check=True).stdout
    text.write_bytes(b"another")
    assert subprocess.run(command, capture_output=True, check=False).returncode == 1


def _of(curve: ec.EllipticCurve) -> bytes:
    return ec.derive_private_key(7, curve).public_key().public_bytes(DER, INFO)


def _rsa() -> bytes:
    numbers = rsa.RSAPublicNumbers(65537, (1 << 2047) + 1)
    return numbers.public_key().public_bytes(DER, INFO)


def _packed() -> bytes:
    """The same key with its point in 33 bytes."""
    return bytes.fromhex(
        "3039301306072A8648CE3D020106082A8648CE3D030107032200" + "03" + POINT[2:66]
    )


@pytest.mark.parametrize(
    ("spki", "flaw"),
    [
        (b"", Flaw.NOT_A_KEY),
        (SPKI[:-1], Flaw.NOT_A_KEY),
        (SPKI + b"\0", Flaw.NOT_A_KEY),
        (SPKI[:-1] + bytes((SPKI[-1] ^ 1,)), Flaw.NOT_A_KEY),  # beside the curve
        (_packed(), Flaw.NOT_A_KEY),
        (_of(ec.SECP384R1()), Flaw.WRONG_CURVE),
        (_of(ec.SECP256K1()), Flaw.WRONG_CURVE),
        (_rsa(), Flaw.WRONG_CURVE),
        (key_of(KEY + 1).spki, Flaw.ANOTHER),
    ],
)
def test_a_key_that_is_none_of_ours_is_named(spki: bytes, flaw: Flaw) -> None:
    assert flaw_of(spki, GOOD, MESSAGE) is flaw


@pytest.mark.parametrize(
    ("signature", "flaw"),
    [
        (b"", Flaw.NOT_A_SIGNATURE),
        (GOOD[:-1], Flaw.NOT_A_SIGNATURE),
        (GOOD + b"\0", Flaw.NOT_A_SIGNATURE),
        (b"\x30\x81" + GOOD[1:], Flaw.NOT_A_SIGNATURE),  # a length longer than DER has it
        (R.to_bytes(32, "big") + S.to_bytes(32, "big"), Flaw.NOT_A_SIGNATURE),
        (encode_dss_signature(0, S), Flaw.NOT_A_SIGNATURE),
        (encode_dss_signature(R, 0), Flaw.NOT_A_SIGNATURE),
        (encode_dss_signature(R + ORDER, S), Flaw.NOT_A_SIGNATURE),
        (encode_dss_signature(R, ORDER - S), Flaw.HIGH_S),
        (encode_dss_signature(R, S + 1), Flaw.ANOTHER),
    ],
)
def test_a_signature_that_does_not_hold_is_named(signature: bytes, flaw: Flaw) -> None:
    assert flaw_of(SPKI, signature, MESSAGE) is flaw


def test_another_message_is_named() -> None:
    assert flaw_of(SPKI, GOOD, MESSAGE) is None
    assert flaw_of(SPKI, GOOD, MESSAGE + b" ") is Flaw.ANOTHER


def test_what_a_browser_signed_is_brought_into_the_form() -> None:
    raw = R.to_bytes(32, "big") + (ORDER - S).to_bytes(32, "big")
    assert from_raw(raw) == GOOD
    assert from_raw(raw[:32] + S.to_bytes(32, "big")) == GOOD


@pytest.mark.parametrize("raw", [b"", bytes(64), bytes(63), b"\xff" * 64, b"\x01" * 65])
def test_what_is_no_signature_of_a_browser_is_refused(raw: bytes) -> None:
    with pytest.raises(ValueError, match="signature"):
        from_raw(raw)


def test_a_key_is_known_by_the_hash_of_its_public_form() -> None:
    assert p256.fingerprint(SPKI) == (
        "5a7a78cca4a0f420d9bc62bb669c3c2759e39f723d3ae10dcbe0f0815a07ecd4"
    )
