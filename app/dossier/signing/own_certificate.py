"""The vault's own identity: a P-256 key with a certificate that it signed itself, which names nobody."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from typing import cast

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from app.dossier.signed_by import SigningIdentity
from app.p256 import PrivateKey

_FOR_EVER = datetime(
    9999, 12, 31, 23, 59, 59, tzinfo=UTC
)  # RFC 5280, 4.1.2.5: no end that anybody can say


def identity_of(key: PrivateKey, made_at: datetime) -> SigningIdentity:
    """Return the identity of a key: the same for the same key and time.

    Args:
        key: the vault's.
        made_at: in UTC, to the second; the certificate holds from then on.
    """
    pkcs8 = key.pkcs8
    private = cast("ec.EllipticCurvePrivateKey", serialization.load_der_private_key(pkcs8, None))
    public = private.public_key()
    point = public.public_bytes(
        serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint
    )
    digest = hashlib.sha256(point).digest()
    shown = digest[:4].hex().upper()
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, f"Bevismappe {shown}")])
    certificate = (
        x509.CertificateBuilder()
        .serial_number(int.from_bytes(digest[:16], "big") >> 1 or 1)
        .issuer_name(name)
        .subject_name(name)
        .not_valid_before(made_at)
        .not_valid_after(_FOR_EVER)
        .public_key(public)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_SIGNS, critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
        .sign(private, hashes.SHA256(), ecdsa_deterministic=True)
    )
    return SigningIdentity(pkcs8, certificate.public_bytes(serialization.Encoding.DER))


_SIGNS = x509.KeyUsage(
    digital_signature=True,
    content_commitment=True,
    key_encipherment=False,
    data_encipherment=False,
    key_agreement=False,
    key_cert_sign=False,
    crl_sign=False,
    encipher_only=False,
    decipher_only=False,
)
