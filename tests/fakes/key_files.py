"""Files with a key and its certificate, as people have them from their workplace: PKCS#12."""

from __future__ import annotations

from datetime import UTC, datetime

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID

PASSWORD = "æblegrød 42"
SINCE, UNTIL = datetime(2025, 1, 1, tzinfo=UTC), datetime(2030, 1, 1, tzinfo=UTC)
NAME, ISSUER = "Bodil Prøve", "Prøveby Kommune CA"

Key = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey | ed25519.Ed25519PrivateKey


def elliptic(curve: ec.EllipticCurve | None = None, number: int = 4711) -> Key:
    """The same key each time."""
    return ec.derive_private_key(number, curve or ec.SECP256R1())


def certificate_of(
    key: Key,
    by: Key | None = None,
    *,
    name: str = NAME,
    issuer: str = ISSUER,
    since: datetime = SINCE,
    until: datetime = UNTIL,
    signs: bool = True,
) -> x509.Certificate:
    """A certificate; one that its own key signed where nobody else is given."""
    usage = x509.KeyUsage(
        digital_signature=signs,
        content_commitment=False,
        key_encipherment=not signs,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )
    return (
        x509.CertificateBuilder()
        .serial_number(4711)
        .subject_name(_named(name))
        .issuer_name(_named(name if by is None else issuer))
        .not_valid_before(since)
        .not_valid_after(until)
        .public_key(key.public_key())
        .add_extension(usage, critical=True)
        .sign(
            by or key,
            None if isinstance(by or key, ed25519.Ed25519PrivateKey) else hashes.SHA256(),
        )
    )


def authority(key: Key) -> x509.Certificate:
    """The certificate of who issues others."""
    return (
        x509.CertificateBuilder()
        .serial_number(1)
        .subject_name(_named(ISSUER))
        .issuer_name(_named(ISSUER))
        .not_valid_before(SINCE)
        .not_valid_after(UNTIL)
        .public_key(key.public_key())
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )


def key_file(
    key: Key | None,
    certificate: x509.Certificate | None,
    others: tuple[x509.Certificate, ...] = (),
    password: str = PASSWORD,
) -> bytes:
    """The bytes of a file."""
    locked: serialization.KeySerializationEncryption = serialization.NoEncryption()
    if password:
        builder = serialization.PrivateFormat.PKCS12.encryption_builder().kdf_rounds(100)
        locked = builder.build(password.encode())
    return pkcs12.serialize_key_and_certificates(b"mig", key, certificate, others or None, locked)


def _named(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
