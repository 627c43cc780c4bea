"""Whether a token is what it claims: who signed it, with which certificate, and who vouches for that.

Everything is judged at the time that the token states: a certificate that has run out since was good then. Whether it
was called back is not asked (docs/threat-model.md says so).

Source: RFC 3161, 2.3 and 2.4.2; RFC 5652, 5.4; RFC 5280, 6.1.
"""

from __future__ import annotations

import hashlib
import warnings
from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import islice

import msgspec
from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.x509.oid import ExtendedKeyUsageOID

from app.anchor.der import OCTET_STRING, SEQUENCE, as_octets, as_oid, read_some
from app.anchor.tsp import TST_INFO, Token

_CONTENT_TYPE = "1.2.840.113549.1.9.3"
_MESSAGE_DIGEST = "1.2.840.113549.1.9.4"
_CERTIFICATE_V1 = "1.2.840.113549.1.9.16.2.12"
_CERTIFICATE_V2 = "1.2.840.113549.1.9.16.2.47"
_HASHES: dict[str, hashes.HashAlgorithm] = {
    "2.16.840.1.101.3.4.2.1": hashes.SHA256(),
    "2.16.840.1.101.3.4.2.2": hashes.SHA384(),
    "2.16.840.1.101.3.4.2.3": hashes.SHA512(),
}
_RSA = "1.2.840.113549.1.1.1"
_RSA_WITH = {
    "1.2.840.113549.1.1.11": "2.16.840.1.101.3.4.2.1",
    "1.2.840.113549.1.1.12": "2.16.840.1.101.3.4.2.2",
    "1.2.840.113549.1.1.13": "2.16.840.1.101.3.4.2.3",
}
_ECDSA_WITH = {
    "1.2.840.10045.4.3.2": "2.16.840.1.101.3.4.2.1",
    "1.2.840.10045.4.3.3": "2.16.840.1.101.3.4.2.2",
    "1.2.840.10045.4.3.4": "2.16.840.1.101.3.4.2.3",
}
# What the library says of a stranger's certificate that is none, or not as it should be.
_UNFIT = (
    IndexError,
    TypeError,
    ValueError,
    OverflowError,
    InvalidSignature,
    UnsupportedAlgorithm,
    x509.AttributeNotFound,
    x509.DuplicateExtension,
    x509.ExtensionNotFound,
    x509.InvalidVersion,
    x509.UnsupportedGeneralNameType,
)
_LONGEST_CHAIN = 6
_MOST_CHAINS = 16
_MOST_CERTIFICATES = 12


class SignatureError(ValueError):
    """The token was signed by nobody who may: not by the certificate that it names, or not over these bytes."""


class ExpiredError(ValueError):
    """A certificate was not valid at the time that the token states."""


class Chain(msgspec.Struct, frozen=True):
    """Who vouches for a token.

    Attributes:
        certificates: from the signer's to the root's, each as DER.
        root: SHA-256 of the root's, as hex.
        trusted: whether that root is one of those that were handed in.
        signer: what the signer's certificate calls it.
    """

    certificates: tuple[bytes, ...]
    root: str
    trusted: bool
    signer: str


def check_token(token: Token, beside: Iterable[bytes], trusted: frozenset[str]) -> Chain:
    """Check signature and certificates of a token.

    Args:
        token: as it was read.
        beside: further certificates that may lie between the signer's and a root, and roots, each as DER.
        trusted: SHA-256 of the roots that are trusted, as hex.

    Raises:
        SignatureError, ExpiredError: it is not to be relied on.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # old certificates have forms that are only warned of
        came = _certificates(token.certificates)
        all_ = came + [each for each in _certificates(beside) if each not in came]
        try:
            signer = _signer(token, came)
            _check_signature(token, signer)
            _check_may_stamp(signer)
            return _chain(signer, all_, token.at, trusted)
        except (ExpiredError, SignatureError):
            raise
        except _UNFIT as error:
            raise SignatureError(str(error) or type(error).__name__) from error


def fingerprint(certificate: bytes) -> str:
    """Return the SHA-256 of a certificate as hex."""
    return hashlib.sha256(certificate).hexdigest()


def read_certificate(data: bytes) -> bytes:
    """Return the first certificate of a file, PEM or DER, as DER.

    Raises:
        ValueError: there is none.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        load = (
            x509.load_pem_x509_certificate
            if b"-----BEGIN" in data
            else x509.load_der_x509_certificate
        )
        return _der(load(data))


def _der(certificate: x509.Certificate) -> bytes:
    from cryptography.hazmat.primitives.serialization import Encoding

    return certificate.public_bytes(Encoding.DER)


def _certificates(ders: Iterable[bytes]) -> list[x509.Certificate]:
    found = []
    for der in list(ders)[:_MOST_CERTIFICATES]:
        try:
            found.append(x509.load_der_x509_certificate(der))
        except _UNFIT:
            continue  # one that cannot be read vouches for nothing
    return found


def _signer(token: Token, certificates: Sequence[x509.Certificate]) -> x509.Certificate:
    """Return the certificate whose hash is signed along: only that one counts."""
    wanted = _signed_hash(token)
    for each in certificates:
        name, digest = wanted
        if hashlib.new(name, _der(each)).digest() == digest:
            return each
    raise SignatureError("the signer’s certificate did not come along")


def _signed_hash(token: Token) -> tuple[str, bytes]:
    types = {each.type for each in token.signer.attributes}
    if _CERTIFICATE_V2 in types:
        first = read_some(
            read_some(token.signer.attribute(_CERTIFICATE_V2), SEQUENCE)[0], SEQUENCE
        )[0]
        named = read_some(first, SEQUENCE)
        if named[0].tag == OCTET_STRING:
            return "sha256", as_octets(named[0])
        algorithm = _HASHES.get(as_oid(read_some(named[0], SEQUENCE)[0]))
        if algorithm is None:
            raise SignatureError("another hash")
        return algorithm.name, as_octets(named[1])
    first = read_some(read_some(token.signer.attribute(_CERTIFICATE_V1), SEQUENCE)[0], SEQUENCE)[0]
    return "sha1", as_octets(read_some(first, SEQUENCE)[0])


def _check_signature(token: Token, certificate: x509.Certificate) -> None:
    signer = token.signer
    digest = _HASHES.get(signer.digest)
    if digest is None:
        raise SignatureError("another hash")
    if as_oid(signer.attribute(_CONTENT_TYPE)) != TST_INFO:
        raise SignatureError("another content")
    if (
        as_octets(signer.attribute(_MESSAGE_DIGEST))
        != hashlib.new(digest.name, token.info).digest()
    ):
        raise SignatureError("another digest")
    key = certificate.public_key()
    if isinstance(key, rsa.RSAPublicKey):
        named = signer.digest if signer.algorithm == _RSA else _RSA_WITH.get(signer.algorithm, "")
        key.verify(signer.signature, signer.signed, padding.PKCS1v15(), _hash(named))
    elif isinstance(key, ec.EllipticCurvePublicKey):
        key.verify(
            signer.signature, signer.signed, ec.ECDSA(_hash(_ECDSA_WITH.get(signer.algorithm, "")))
        )
    else:
        raise SignatureError("another kind of key")


def _hash(oid: str) -> hashes.HashAlgorithm:
    found = _HASHES.get(oid)
    if found is None:
        raise SignatureError("another way to sign")
    return found


def _check_may_stamp(certificate: x509.Certificate) -> None:
    usage = certificate.extensions.get_extension_for_class(x509.ExtendedKeyUsage)
    if not usage.critical or list(usage.value) != [ExtendedKeyUsageOID.TIME_STAMPING]:
        raise SignatureError("a certificate for something else")


def _chain(
    signer: x509.Certificate,
    certificates: Sequence[x509.Certificate],
    at: datetime,
    trusted: frozenset[str],
) -> Chain:
    _check_valid(signer, at)
    found, expired = list[list[x509.Certificate]](), list[x509.Certificate]()
    for path in islice(_chains([signer], certificates, trusted), _MOST_CHAINS):
        late = [each for each in path if not _is_valid(each, at)]
        expired += late
        if not late:
            found.append(path)
    if not found and expired:
        raise ExpiredError(_name(expired[0]))
    if not found:
        raise SignatureError("nobody vouches for the signer")
    path = max(found, key=lambda each: fingerprint(_der(each[-1])) in trusted)
    ders = tuple(_der(each) for each in path)
    root = fingerprint(ders[-1])
    return Chain(ders, root, root in trusted, _name(signer))


def _chains(
    path: list[x509.Certificate],
    certificates: Sequence[x509.Certificate],
    trusted: frozenset[str],
) -> Iterable[list[x509.Certificate]]:
    """Yield the ways from a certificate to a root: one that is trusted, else one that vouches for itself."""
    last = path[-1]
    if len(path) > 1 and (fingerprint(_der(last)) in trusted or last.issuer == last.subject):
        yield path
        return
    if len(path) == _LONGEST_CHAIN:
        return
    for issuer in certificates:
        if (
            issuer not in path
            and issuer.subject == last.issuer
            and _vouches(issuer, last, len(path))
        ):
            yield from _chains([*path, issuer], certificates, trusted)


def _vouches(issuer: x509.Certificate, for_: x509.Certificate, below: int) -> bool:
    try:
        for_.verify_directly_issued_by(issuer)
        basic = issuer.extensions.get_extension_for_class(x509.BasicConstraints).value
    except _UNFIT:
        return False
    if not basic.ca or (basic.path_length is not None and basic.path_length < below - 1):
        return False
    try:
        return issuer.extensions.get_extension_for_class(x509.KeyUsage).value.key_cert_sign
    except x509.ExtensionNotFound:
        return True


def _check_valid(certificate: x509.Certificate, at: datetime) -> None:
    if not _is_valid(certificate, at):
        raise ExpiredError(_name(certificate))


def _is_valid(certificate: x509.Certificate, at: datetime) -> bool:
    return certificate.not_valid_before_utc <= at <= certificate.not_valid_after_utc


def _name(certificate: x509.Certificate) -> str:
    for oid in (x509.NameOID.COMMON_NAME, x509.NameOID.ORGANIZATION_NAME):
        found = certificate.subject.get_attributes_for_oid(oid)
        if found:
            return str(found[0].value)[:200]
    return certificate.subject.rfc4514_string()[:200]
