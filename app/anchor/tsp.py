"""Questions to a timestamp authority and its answers, as bytes. Pure.

What is asked holds a fingerprint, a random number and nothing else. Source: RFC 3161 (2.4.1 request, 2.4.2 response),
RFC 5652 (SignedData), RFC 5035 and 5816 (the attribute that names the signer's certificate).
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import msgspec

from app.anchor.der import (
    BOOLEAN,
    GENERALIZED_TIME,
    INTEGER,
    OCTET_STRING,
    SEQUENCE,
    SET,
    DerError,
    Value,
    as_integer,
    as_octets,
    as_oid,
    read_all,
    read_one,
    read_some,
    write,
    write_integer,
    write_oid,
)

SHA256 = "2.16.840.1.101.3.4.2.1"
_SIGNED_DATA = "1.2.840.113549.1.7.2"
REPLY = "application/timestamp-reply"  # the media type of an answer
TST_INFO = "1.2.840.113549.1.9.16.1.4"
_NULL = b"\x05\x00"
_EXPLICIT = 0xA0
_CRLS = 0xA1
_GRANTED = (0, 1)
_TIME = re.compile(rb"([0-9]{14})(?:\.([0-9]{1,9}))?Z")


class Attribute(msgspec.Struct, frozen=True):
    """A signed attribute: its type, and the first of its values."""

    type: str
    value: Value


class Signer(msgspec.Struct, frozen=True):
    """Who signed a token, and what exactly.

    Attributes:
        names: the field that names the certificate, as it stood.
        digest: which hash, by its identifier.
        attributes: what was signed, one by one.
        signed: the bytes that were signed.
        algorithm: how, by its identifier.
        signature: the signature itself.
    """

    names: Value
    digest: str
    attributes: tuple[Attribute, ...]
    signed: bytes
    algorithm: str
    signature: bytes

    def attribute(self, wanted: str) -> Value:
        """Return the value of an attribute that is there once. Raises DerError."""
        found = [each.value for each in self.attributes if each.type == wanted]
        if len(found) != 1:
            raise DerError(f"{len(found)} attributes {wanted}")
        return found[0]


class Token(msgspec.Struct, frozen=True):
    """What a token says, before anybody has looked at its signature.

    Attributes:
        info: the bytes of what it says.
        policy: by which rules it was given, a dotted identifier.
        imprint: what it was given for, 32 bytes.
        serial: its number at the authority.
        at: when, aware UTC.
        accuracy: how far that may be off by the authority's own account; None where it does not say.
        nonce: the random number of the question; None where there is none.
        certificates: those that came along, each as DER.
        signer: who signed it.
    """

    info: bytes
    policy: str
    imprint: bytes
    serial: int
    at: datetime
    accuracy: timedelta | None
    nonce: int | None
    certificates: tuple[bytes, ...]
    signer: Signer


class Reply(msgspec.Struct, frozen=True):
    """An answer: the token, or None where none was given; the status and the authority's own words."""

    status: int
    words: str = ""
    token: Token | None = None


def write_request(imprint: bytes, nonce: int, policy: str = "") -> bytes:
    """Return the question.

    Args:
        imprint: a SHA-256, 32 bytes.
        nonce: a random number.
        policy: by which rules it is to be answered, dotted; "" for the authority's own.

    Raises:
        DerError: the policy is no identifier.
    """
    algorithm = write(SEQUENCE, write_oid(SHA256), _NULL)
    return write(
        SEQUENCE,
        write_integer(1),
        write(SEQUENCE, algorithm, write(OCTET_STRING, imprint)),
        write_oid(policy) if policy else b"",
        write_integer(nonce),
        write(BOOLEAN, b"\xff"),  # the certificates are to come along
    )


def read_reply(data: bytes) -> Reply:
    """Return what an authority answered.

    Raises:
        DerError: the bytes are no answer to such a question.
    """
    try:
        status, *tokens = read_some(read_one(data), SEQUENCE)
        code, *said = read_some(status, SEQUENCE)
        number = as_integer(code)
        if number in _GRANTED and len(tokens) == 1:
            return Reply(number, token=_token(tokens[0]))
        if number in _GRANTED or tokens:
            raise DerError("status and token do not fit")
        return Reply(number, _words(said))
    except (ValueError, IndexError, OverflowError) as error:
        raise DerError(str(error)) from error


def _words(said: list[Value]) -> str:
    if not said or said[0].tag != SEQUENCE:
        return ""
    texts = (each.content.decode("utf-8", "replace") for each in read_all(said[0].content))
    return " ".join(texts)[:200]


def _token(value: Value) -> Token:
    kind, wrapped = read_some(value, SEQUENCE)
    if as_oid(kind) != _SIGNED_DATA:
        raise DerError("no signed data")
    (signed,) = read_some(wrapped, _EXPLICIT)
    _, _, content, *others = read_some(signed, SEQUENCE)
    type_, inner = read_some(content, SEQUENCE)
    if as_oid(type_) != TST_INFO:
        raise DerError("no timestamp")
    (octets,) = read_some(inner, _EXPLICIT)
    certificates: tuple[bytes, ...] = ()
    if others[0].tag == _EXPLICIT:
        found = read_all(others.pop(0).content)
        certificates = tuple(each.whole for each in found if each.tag == SEQUENCE)
    if others[0].tag == _CRLS:
        others.pop(0)
    (signers,) = others
    (signer,) = read_some(signers, SET)  # a timestamp has one, RFC 3161, 2.4.2
    return _told(as_octets(octets), certificates, _signer(signer))


def _signer(value: Value) -> Signer:
    _, names, digest, attributes, algorithm, signature, *_ = read_some(value, SEQUENCE)
    listed = []
    for each in read_some(attributes, _EXPLICIT):
        type_, values = read_some(each, SEQUENCE)
        (first,) = read_some(values, SET)
        listed.append(Attribute(as_oid(type_), first))
    how, *_ = read_some(algorithm, SEQUENCE)
    return Signer(
        names=names,
        digest=as_oid(read_some(digest, SEQUENCE)[0]),
        attributes=tuple(listed),
        signed=bytes((SET,)) + attributes.whole[1:],  # RFC 5652, 5.4
        algorithm=as_oid(how),
        signature=as_octets(signature),
    )


def _told(info: bytes, certificates: tuple[bytes, ...], signer: Signer) -> Token:
    _, policy, imprint, serial, at, *others = read_some(read_one(info), SEQUENCE)
    algorithm, hashed = read_some(imprint, SEQUENCE)
    if as_oid(read_some(algorithm, SEQUENCE)[0]) != SHA256:
        raise DerError("another hash")
    nonces = [as_integer(each) for each in others if each.tag == INTEGER]
    accuracies = [_accuracy(each) for each in others if each.tag == SEQUENCE]
    return Token(
        info=info,
        policy=as_oid(policy),
        imprint=as_octets(hashed),
        serial=as_integer(serial),
        at=_time(at),
        accuracy=accuracies[0] if accuracies else None,
        nonce=nonces[0] if nonces else None,
        certificates=certificates,
        signer=signer,
    )


def _time(value: Value) -> datetime:
    found = _TIME.fullmatch(value.content) if value.tag == GENERALIZED_TIME else None
    if found is None:
        raise DerError("no time")
    seconds = datetime.strptime(found[1].decode(), "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    return seconds + timedelta(microseconds=int((found[2] or b"0").ljust(9, b"0")) // 1000)


def _accuracy(value: Value) -> timedelta:
    total = timedelta()
    for each in read_all(value.content):
        number = int.from_bytes(each.content)
        match each.tag:
            case 0x02:
                total += timedelta(seconds=number)
            case 0x80:
                total += timedelta(milliseconds=number)
            case 0x81:
                total += timedelta(microseconds=number)
    return total
