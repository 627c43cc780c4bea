"""A detached CMS signature as PAdES B-B asks for it (RFC 5652, RFC 5035, ETSI EN 319 142-1).

The structures are declared here and written by the library's ASN.1. Its own builder of such signatures cannot name
the certificate among what is signed, which PAdES asks for, and wants the whole text where only its hash is at hand.
"""

from __future__ import annotations

import hashlib
from typing import Annotated

from cryptography import x509
from cryptography.hazmat import asn1
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.x509 import ObjectIdentifier

from app.dossier.signed_by import SigningIdentity

_DATA, _SIGNED_DATA = (
    ObjectIdentifier("1.2.840.113549.1.7.1"),
    ObjectIdentifier("1.2.840.113549.1.7.2"),
)
_SHA256 = ObjectIdentifier("2.16.840.1.101.3.4.2.1")
_ECDSA_SHA256 = ObjectIdentifier("1.2.840.10045.4.3.2")
_RSA = ObjectIdentifier("1.2.840.113549.1.1.1")
_CONTENT_TYPE = ObjectIdentifier("1.2.840.113549.1.9.3")
_MESSAGE_DIGEST = ObjectIdentifier("1.2.840.113549.1.9.4")
_SIGNING_CERTIFICATE = ObjectIdentifier("1.2.840.113549.1.9.16.2.47")
_VERSION = 1


@asn1.sequence
class _Algorithm:
    algorithm: ObjectIdentifier
    details: asn1.Null | None


@asn1.sequence
class _Attribute:
    kind: ObjectIdentifier
    values: asn1.SetOf[asn1.TLV]


@asn1.sequence
class _CertId:
    """ESSCertIDv2, which leaves its hash algorithm out where it is SHA-256."""

    hash: bytes


@asn1.sequence
class _SigningCertificate:
    certs: list[_CertId]


@asn1.sequence
class _IssuerAndSerial:
    issuer: asn1.TLV
    serial: int


@asn1.sequence
class _Signer:
    version: int
    sid: _IssuerAndSerial
    digest_algorithm: _Algorithm
    signed: Annotated[asn1.SetOf[_Attribute], asn1.Implicit(0)]
    signature_algorithm: _Algorithm
    signature: bytes


@asn1.sequence
class _NoContent:
    """The signature is detached: what was signed is named by its hash alone."""

    kind: ObjectIdentifier


@asn1.sequence
class _SignedData:
    version: int
    digest_algorithms: asn1.SetOf[_Algorithm]
    content: _NoContent
    certificates: Annotated[asn1.SetOf[asn1.TLV], asn1.Implicit(0)]
    signers: asn1.SetOf[_Signer]


@asn1.sequence
class _ContentInfo:
    kind: ObjectIdentifier
    content: Annotated[_SignedData, asn1.Explicit(0)]


def signed_data(identity: SigningIdentity, digest: bytes) -> bytes:
    """Return the signature over what has this SHA-256, in DER."""
    certificate = x509.load_der_x509_certificate(identity.certificate)
    key = serialization.load_der_private_key(identity.key, None)
    cert_id = _CertId(hash=hashlib.sha256(identity.certificate).digest())
    signed = asn1.SetOf(
        [
            _attribute(_CONTENT_TYPE, _DATA),
            _attribute(_MESSAGE_DIGEST, digest),
            _attribute(_SIGNING_CERTIFICATE, _SigningCertificate(certs=[cert_id])),
        ]
    )
    algorithm, signature = _signature(key, asn1.encode_der(signed))
    sha256 = _Algorithm(algorithm=_SHA256, details=None)
    signer = _Signer(
        version=_VERSION,
        sid=_IssuerAndSerial(
            issuer=_as_it_is(certificate.issuer.public_bytes()), serial=certificate.serial_number
        ),
        digest_algorithm=sha256,
        signed=signed,
        signature_algorithm=algorithm,
        signature=signature,
    )
    content = _SignedData(
        version=_VERSION,
        digest_algorithms=asn1.SetOf([sha256]),
        content=_NoContent(kind=_DATA),
        certificates=asn1.SetOf(
            [_as_it_is(each) for each in (identity.certificate, *identity.others)]
        ),
        signers=asn1.SetOf([signer]),
    )
    return asn1.encode_der(_ContentInfo(kind=_SIGNED_DATA, content=content))


def _signature(key: object, message: bytes) -> tuple[_Algorithm, bytes]:
    """Sign, so that the same message gives the same bytes; return by which algorithm, and the signature."""
    if isinstance(key, ec.EllipticCurvePrivateKey):
        ecdsa = ec.ECDSA(hashes.SHA256(), deterministic_signing=True)
        return _Algorithm(algorithm=_ECDSA_SHA256, details=None), key.sign(message, ecdsa)
    if isinstance(key, rsa.RSAPrivateKey):
        signature = key.sign(message, padding.PKCS1v15(), hashes.SHA256())
        return _Algorithm(algorithm=_RSA, details=asn1.Null()), signature
    raise AssertionError("identities have no other keys")


def _attribute(kind: ObjectIdentifier, value: object) -> _Attribute:
    return _Attribute(kind=kind, values=asn1.SetOf([_as_it_is(asn1.encode_der(value))]))


def _as_it_is(der: bytes) -> asn1.TLV:
    return asn1.decode_der(asn1.TLV, der)
