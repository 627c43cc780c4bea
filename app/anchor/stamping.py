"""Ask an authority for a token over a head of a log, and judge at once what comes back.

Only the head's fingerprint leaves, with a random number. What is wrong with an answer is an error with a name of its
own; nothing else follows from it.
"""

from __future__ import annotations

import base64
import secrets
from datetime import datetime, timedelta

import msgspec

from app.anchor.addresses import AddressError, SecretLineError
from app.anchor.authorities import Authority
from app.anchor.der import DerError
from app.anchor.errors import (
    AnswerTooLargeError,
    AuthorityAddressError,
    AuthorityAwayError,
    AuthoritySlowError,
    AuthorityStatusError,
    ExpiredTokenError,
    ForeignTokenError,
    NoSecretLineError,
    NotGrantedError,
    NoTokenError,
    OtherHashError,
    OtherNonceError,
    OtherPolicyError,
)
from app.anchor.posting import PostRoad, SlowError, TooLargeError
from app.anchor.tsp import REPLY, read_reply, write_request

_NONCE_BITS = 63
_OK = 200


class Stamped(msgspec.Struct, frozen=True):
    """A token that was found to be good.

    Attributes:
        reply: the answer as it came, to be kept.
        at: the time that it states, aware UTC.
        accuracy: how far that may be off by the authority's own account; None where it does not say.
        policy: by which rules it was given, dotted.
        serial: its number at the authority.
        nonce: the random number of the question.
        certificates: from the signer's to the root's, each as DER in base 64.
        signer: what the signer's certificate calls it.
    """

    reply: bytes
    at: datetime
    accuracy: timedelta | None
    policy: str
    serial: int
    nonce: int
    certificates: tuple[str, ...]
    signer: str


def ask_authority(authority: Authority, imprint: bytes, road: PostRoad) -> Stamped:
    """Return a token for ``imprint``, a SHA-256 of 32 bytes.

    Raises:
        AuthorityError: it gave none that can be used; the subclass says why.
        AuthorityAddressError: the address is none.
    """
    from app.anchor.token_check import ExpiredError, SignatureError, check_token, fingerprint

    name, nonce = authority.name, secrets.randbits(_NONCE_BITS)
    data = _posted(authority, write_request(imprint, nonce, authority.policy), road)
    try:
        answer = read_reply(data)
    except DerError as error:
        raise NoTokenError(name, str(error)) from error
    token = answer.token
    if token is None:
        raise NotGrantedError(name, f"status {answer.status} {answer.words}".strip())
    if token.nonce != nonce:
        raise OtherNonceError(name)
    if token.imprint != imprint:
        raise OtherHashError(name)
    if authority.policy and token.policy != authority.policy:
        raise OtherPolicyError(name, token.policy)
    root = authority.certificate
    try:
        chain = check_token(token, (root,), frozenset({fingerprint(root)}))
    except ExpiredError as error:
        raise ExpiredTokenError(name, str(error)) from error
    except SignatureError as error:
        raise ForeignTokenError(name, str(error)) from error
    if not chain.trusted:
        raise ForeignTokenError(name, "another root")
    return Stamped(
        reply=data,
        at=token.at,
        accuracy=token.accuracy,
        policy=token.policy,
        serial=token.serial,
        nonce=nonce,
        certificates=tuple(base64.b64encode(each).decode() for each in chain.certificates),
        signer=chain.signer,
    )


def _posted(authority: Authority, question: bytes, road: PostRoad) -> bytes:
    name = authority.name
    try:
        posted = road.post(authority.address, question)
    except AddressError as error:
        raise AuthorityAddressError(authority.address) from error
    except SecretLineError as error:
        raise NoSecretLineError(name) from error
    except SlowError as error:
        raise AuthoritySlowError(name) from error
    except TooLargeError as error:
        raise AnswerTooLargeError(name) from error
    except OSError as error:
        raise AuthorityAwayError(name, str(error.__cause__ or error)) from error
    if posted.status != _OK:
        raise AuthorityStatusError(name, str(posted.status))
    if posted.media_type != REPLY:
        raise NoTokenError(name, posted.media_type)
    return posted.body
