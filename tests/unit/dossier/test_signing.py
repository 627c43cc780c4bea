"""The key that signs, judged by RFC 6979 and by OpenSSL."""

from __future__ import annotations

import hashlib
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.dossier.signing import der, p256
from app.dossier.signing.cms import signed_data
from app.dossier.signing.identity import identity_of, signature_of

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
MADE_AT = datetime(2026, 12, 1, 8, 30, tzinfo=UTC)


def test_the_key_of_the_rfc_has_its_point() -> None:
    assert p256.public_key(KEY).hex().upper() == POINT


@pytest.mark.parametrize("message", SIGNED)
def test_the_messages_of_the_rfc_have_their_signatures(message: bytes) -> None:
    assert p256.sign(KEY, message) == SIGNED[message]


def test_a_new_key_is_another_one_within_the_order() -> None:
    keys = {p256.new_key() for _ in range(4)}
    assert len(keys) == 4
    assert all(0 < key < p256.ORDER for key in keys)


@pytest.mark.parametrize("key", [1, 2, KEY, p256.ORDER - 1])
def test_openssl_takes_the_certificate_and_what_it_signed(key: int, tmp_path: Path) -> None:
    identity = identity_of(key, MADE_AT)
    certificate, content, signed = (tmp_path / name for name in ("c.pem", "text", "text.p7s"))
    told = _openssl("x509", "-inform", "der", "-outform", "pem", given=identity.certificate)
    certificate.write_bytes(told)
    assert b": OK" in _openssl(
        "verify", "-no_check_time", "-check_ss_sig", "-CAfile", certificate, certificate
    )
    shown = _openssl("x509", "-in", certificate, "-noout", "-text")
    assert b"Digital Signature, Non Repudiation" in shown
    assert b"Not Before: Dec  1 08:30:00 2026 GMT" in shown
    content.write_bytes(b"a report")
    signed.write_bytes(signed_data(identity, hashlib.sha256(b"a report").digest()))
    arguments = ("cms", "-verify", "-inform", "der", "-in", signed, "-content", content, "-binary")
    checks = (*arguments, "-CAfile", certificate, "-purpose", "any", "-cades", "-no_check_time")
    assert _openssl(*checks) == b"a report"
    content.write_bytes(b"another report")
    with pytest.raises(subprocess.CalledProcessError):
        _openssl(*checks)


def test_the_same_key_and_time_give_the_same_certificate_and_it_names_nobody() -> None:
    first, second = identity_of(KEY, MADE_AT), identity_of(KEY, MADE_AT)
    assert first == second
    assert first.fingerprint == hashlib.sha256(first.certificate).hexdigest()
    assert identity_of(KEY + 1, MADE_AT).fingerprint != first.fingerprint
    assert KEY.to_bytes(32, "big") not in first.certificate


@settings(max_examples=20)
@given(st.integers(0, 1 << 300), st.binary(max_size=400))
def test_numbers_and_lengths_are_told_as_der_asks(number: int, content: bytes) -> None:
    told = der.integer(number)
    length = told[1]
    assert int.from_bytes(told[2:], "big", signed=True) == number
    assert length == len(told) - 2
    held = der.octets(content)
    assert held.endswith(content)
    assert held[1] == len(content) if len(content) < 0x80 else held[1] in (0x81, 0x82)


def test_a_signature_is_two_numbers() -> None:
    made = p256.sign(KEY, b"sample")
    assert signature_of(KEY, b"sample") == der.sequence(der.integer(made.r), der.integer(made.s))


def _openssl(*arguments: object, given: bytes = b"") -> bytes:
    command = ["openssl", *(str(each) for each in arguments)]
    return subprocess.run(command, input=given, capture_output=True, check=True).stdout
