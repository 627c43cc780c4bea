"""The key that signs, judged by RFC 6979 and by OpenSSL."""

from __future__ import annotations

import hashlib
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.dossier.signing.cms import signed_data
from app.dossier.signing.own_certificate import identity_of
from app.p256 import ORDER, key_of

KEY = 0xC9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721
MADE_AT = datetime(2026, 12, 1, 8, 30, tzinfo=UTC)


@pytest.mark.parametrize("key", [1, 2, KEY, ORDER - 1])
def test_openssl_takes_the_certificate_and_what_it_signed(key: int, tmp_path: Path) -> None:
    identity = identity_of(key_of(key), MADE_AT)
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
    key = key_of(KEY)
    first, second = identity_of(key, MADE_AT), identity_of(key, MADE_AT + timedelta(microseconds=9))
    assert first == second
    assert first.fingerprint == hashlib.sha256(first.certificate).hexdigest()
    assert identity_of(key_of(KEY + 1), MADE_AT).fingerprint != first.fingerprint
    assert KEY.to_bytes(32, "big") not in first.certificate
    assert first.key not in repr(first).encode("unicode_escape")
    assert str(KEY) not in repr(first)


def test_certificates_and_signatures_are_the_bytes_that_vaults_and_reports_have_already() -> None:
    """The fingerprint of a vault's key is printed in reports; it was written by our own hand at first."""
    identity = identity_of(key_of(KEY), MADE_AT)
    assert identity.fingerprint == (
        "7dc4a5038ff2d81c9583c1df8b2abe3b850d417a063d54684c0d85fb4a308f1c"
    )
    made = signed_data(identity, hashlib.sha256(b"a report").digest())
    assert hashlib.sha256(made).hexdigest() == (
        "1d76bd72beb7d3a3165d7798392984f213cd88e36c7644e1577f8e6a8fbc56b4"
    )


def _openssl(*arguments: object, given: bytes = b"") -> bytes:
    command = ["openssl", *(str(each) for each in arguments)]
    return subprocess.run(command, input=given, capture_output=True, check=True).stdout
