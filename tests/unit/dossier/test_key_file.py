"""A key of the person's own: what is taken, and what is said of each that is not."""

from __future__ import annotations

import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa

from app.dossier import (
    CertificateEndedError,
    CertificateNotYetError,
    DossierError,
    Holder,
    KeyFilePasswordError,
    NoKeyFileError,
    NoKeyInFileError,
    UnfitKeyError,
    identity_from_file,
)
from tests.fakes.key_files import (
    ISSUER,
    NAME,
    PASSWORD,
    SINCE,
    UNTIL,
    authority,
    certificate_of,
    elliptic,
    key_file,
)

AT = datetime(2026, 12, 1, tzinfo=UTC)
KEY, CA = elliptic(), elliptic(number=7)
AUTHORITY = authority(CA)
ISSUED = certificate_of(KEY, CA)
FILE = key_file(KEY, ISSUED, (AUTHORITY,))


def test_a_file_tells_whose_it_is_and_who_issued_it() -> None:
    identity = identity_from_file(FILE, PASSWORD, AT)
    assert identity.holder == Holder(NAME, ISSUER, UNTIL)
    assert identity.certificate == ISSUED.public_bytes(serialization.Encoding.DER)
    assert identity.others == (AUTHORITY.public_bytes(serialization.Encoding.DER),)
    assert NAME not in repr(identity)
    key = serialization.load_der_private_key(identity.key, None)
    assert key.public_key() == KEY.public_key()


def test_one_that_nobody_issued_says_so_and_a_name_steers_nothing() -> None:
    own = certificate_of(KEY, name="Bodil\u202e Prøve")
    holder = identity_from_file(key_file(KEY, own), PASSWORD, AT).holder
    assert holder == Holder("Bodil[U+202E] Prøve", "", UNTIL)


def test_a_file_without_a_password_is_opened_by_none() -> None:
    assert identity_from_file(key_file(KEY, ISSUED, password=""), "", AT).holder is not None


@pytest.mark.parametrize("at", [SINCE, UNTIL])
def test_it_holds_from_its_first_second_to_its_last(at: datetime) -> None:
    assert identity_from_file(FILE, PASSWORD, at).holder is not None


def _short() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(65537, 1024)


def _of(key: object, **how: object) -> bytes:
    return key_file(key, certificate_of(key, **how))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("data", "password", "at", "error"),
    [
        (b"", PASSWORD, AT, NoKeyFileError),
        (b"%PDF-1.7", PASSWORD, AT, NoKeyFileError),
        (b"\x30\x03\x02\x01\x01", PASSWORD, AT, NoKeyFileError),
        (FILE, "", AT, KeyFilePasswordError),
        (FILE, PASSWORD + " ", AT, KeyFilePasswordError),
        (FILE[:-9], PASSWORD, AT, KeyFilePasswordError),
        (key_file(None, None, (ISSUED,)), PASSWORD, AT, NoKeyInFileError),
        (FILE, PASSWORD, SINCE - timedelta(seconds=1), CertificateNotYetError),
        (FILE, PASSWORD, UNTIL + timedelta(seconds=1), CertificateEndedError),
        (_of(elliptic(ec.SECP256K1())), PASSWORD, AT, UnfitKeyError),
        (_of(ed25519.Ed25519PrivateKey.from_private_bytes(bytes(32))), PASSWORD, AT, UnfitKeyError),
        (_of(KEY, signs=False), PASSWORD, AT, UnfitKeyError),
        (_of(_short()), PASSWORD, AT, UnfitKeyError),
    ],
)
def test_what_cannot_sign_is_named(
    data: bytes, password: str, at: datetime, error: type[DossierError]
) -> None:
    with pytest.raises(error):
        identity_from_file(data, password, at)


def test_a_file_as_older_programs_write_it_is_opened(tmp_path: Path) -> None:
    """Windows and many authorities still lock by 3DES and RC2."""
    pem = tmp_path / "both.pem"
    private = KEY.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    pem.write_bytes(private + ISSUED.public_bytes(serialization.Encoding.PEM))
    command = ["openssl", "pkcs12", "-export", "-in", str(pem), "-passout", "pass:hemmelig"]
    for more in ([], ["-legacy"]):
        told = subprocess.run([*command, *more], capture_output=True, check=True).stdout
        assert identity_from_file(told, "hemmelig", AT).holder == Holder(NAME, ISSUER, UNTIL)
        with pytest.raises(KeyFilePasswordError):
            identity_from_file(told, "Hemmelig", AT)
