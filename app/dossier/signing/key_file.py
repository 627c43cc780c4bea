"""A key and a certificate of the person's own, out of a PKCS#12 file (RFC 7292), as .p12 and .pfx are.

What is read stays in memory: the file is where the key is kept, by its own password.
"""

from __future__ import annotations

from datetime import datetime

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID

from app.dossier.errors import (
    CertificateEndedError,
    CertificateNotYetError,
    KeyFilePasswordError,
    NoKeyFileError,
    NoKeyInFileError,
    UnfitKeyError,
)
from app.dossier.signed_by import Holder, SigningIdentity
from app.inert import shown

_Key = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey
_SHORTEST_RSA = 2048
_CURVES = (ec.SECP256R1, ec.SECP384R1, ec.SECP521R1)
_SEQUENCE, _VERSION_3 = b"\x30", b"\x02\x01\x03"
_HEAD = 16  # within so many bytes the version has to stand
_OTHERS = 8  # more certificates than that stand behind nobody


def identity_from_file(data: bytes, password: str, at: datetime) -> SigningIdentity:
    """Return who a file lets sign.

    Args:
        data: the file's bytes, at most ``LONGEST_KEY_FILE``.
        password: of the file; "" where it has none.
        at: in UTC, when it will sign.

    Raises:
        NoKeyFileError: it is no PKCS#12 file, or is damaged.
        KeyFilePasswordError: the password is another one, or the file is damaged further on.
        NoKeyInFileError: it holds no key with its certificate.
        UnfitKeyError: the key, or what its certificate is for, is none to sign a report with.
        CertificateNotYetError, CertificateEndedError: the certificate does not hold at that time.
    """
    key, certificate, others = _opened(data, password)
    _must_be_for_signing(certificate)
    if at < certificate.not_valid_before_utc:
        raise CertificateNotYetError(certificate.not_valid_before_utc)
    if at > certificate.not_valid_after_utc:
        raise CertificateEndedError(certificate.not_valid_after_utc)
    itself = certificate.subject == certificate.issuer
    holder = Holder(
        _name(certificate.subject),
        "" if itself else _name(certificate.issuer),
        certificate.not_valid_after_utc,
    )
    told = (each.public_bytes(serialization.Encoding.DER) for each in others[:_OTHERS])
    pkcs8 = key.private_bytes(
        serialization.Encoding.DER,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    own = certificate.public_bytes(serialization.Encoding.DER)
    return SigningIdentity(pkcs8, own, tuple(told), holder)


def _opened(data: bytes, password: str) -> tuple[_Key, x509.Certificate, list[x509.Certificate]]:
    if not data.startswith(_SEQUENCE) or _VERSION_3 not in data[:_HEAD]:
        raise NoKeyFileError
    try:
        key, certificate, others = pkcs12.load_key_and_certificates(data, password.encode("utf-8"))
    except UnsupportedAlgorithm as error:
        raise UnfitKeyError from error
    except ValueError as error:
        raise KeyFilePasswordError from error
    if key is None or certificate is None:
        raise NoKeyInFileError
    if not isinstance(key, _Key) or key.public_key() != certificate.public_key():
        raise UnfitKeyError
    if isinstance(key, rsa.RSAPrivateKey) and key.key_size < _SHORTEST_RSA:
        raise UnfitKeyError
    if isinstance(key, ec.EllipticCurvePrivateKey) and not isinstance(key.curve, _CURVES):
        raise UnfitKeyError
    return key, certificate, others


def _must_be_for_signing(certificate: x509.Certificate) -> None:
    try:
        usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    except x509.ExtensionNotFound:
        return
    if not (usage.digital_signature or usage.content_commitment):
        raise UnfitKeyError


def _name(name: x509.Name) -> str:
    for attribute in (NameOID.COMMON_NAME, NameOID.ORGANIZATION_NAME):
        for each in name.get_attributes_for_oid(attribute):
            if str(each.value).strip():
                return shown(" ".join(str(each.value).split()))
    return shown(name.rfc4514_string())
