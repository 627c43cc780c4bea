"""A detached CMS signature as PAdES B-B asks for it (RFC 5652, RFC 5035, ETSI EN 319 142-1)."""

from __future__ import annotations

import hashlib

from app.dossier.signing import der
from app.dossier.signing.identity import ECDSA_SHA256, SigningIdentity, signature_of

_DATA, _SIGNED_DATA = "1.2.840.113549.1.7.1", "1.2.840.113549.1.7.2"
_SHA256 = "2.16.840.1.101.3.4.2.1"
_CONTENT_TYPE, _MESSAGE_DIGEST = "1.2.840.113549.1.9.3", "1.2.840.113549.1.9.4"
_SIGNING_CERTIFICATE = "1.2.840.113549.1.9.16.2.47"


def signed_data(identity: SigningIdentity, digest: bytes) -> bytes:
    """Return the signature over what has this SHA-256, in DER."""
    sha256 = der.sequence(der.identifier(_SHA256))
    # ESSCertIDv2 leaves its hash algorithm out where it is SHA-256.
    cert_id = der.sequence(der.octets(hashlib.sha256(identity.certificate).digest()))
    attributes = [
        _attribute(_CONTENT_TYPE, der.identifier(_DATA)),
        _attribute(_MESSAGE_DIGEST, der.octets(digest)),
        _attribute(_SIGNING_CERTIFICATE, der.sequence(der.sequence(cert_id))),
    ]
    signed = der.set_of(*attributes)
    signer = der.sequence(
        der.integer(1),
        der.sequence(identity.name, der.integer(identity.serial)),
        sha256,
        bytes((0xA0,)) + signed[1:],
        der.sequence(der.identifier(ECDSA_SHA256)),
        der.octets(signature_of(identity.key, signed)),
    )
    content = der.sequence(
        der.integer(1),
        der.set_of(sha256),
        der.sequence(der.identifier(_DATA)),
        der.tagged(0, identity.certificate),
        der.set_of(signer),
    )
    return der.sequence(der.identifier(_SIGNED_DATA), der.tagged(0, content))


def _attribute(dotted: str, content: bytes) -> bytes:
    return der.sequence(der.identifier(dotted), der.set_of(content))
