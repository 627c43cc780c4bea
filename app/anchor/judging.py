"""What a token that was kept is worth: asked whenever a vault or a package is verified. Needs no network."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterable, Sequence
from datetime import datetime

import msgspec

from app.anchor.der import DerError
from app.anchor.tsp import Token, read_reply


class Judged(msgspec.Struct, frozen=True):
    """What a kept token turned out to be.

    Attributes:
        at: the time that it states, aware UTC; None where it is no token, or not for this.
        signer: what the signer's certificate calls it.
        root: SHA-256 of the root that vouches for it, as hex; "" where it is not to be relied on.
        known: whether that root is one that is trusted here.
        wrong: why it is not to be relied on, in a word; "" where it is.
    """

    at: datetime | None = None
    signer: str = ""
    root: str = ""
    known: bool = False
    wrong: str = ""


def judge_token(
    reply: bytes, imprint: bytes, certificates: Sequence[str], trusted: Iterable[str]
) -> Judged:
    """Return what a kept answer is worth for ``imprint``; it never raises, whatever was kept.

    Args:
        reply: the answer as it came.
        imprint: what it is to be for, 32 bytes.
        certificates: those that were kept beside it, each as DER in base 64.
        trusted: SHA-256 of the roots that are trusted here, as hex.
    """
    from app.anchor.token_check import ExpiredError, SignatureError, check_token

    try:
        token: Token | None = read_reply(reply).token
        beside = [base64.b64decode(each, validate=True) for each in certificates]
    except (DerError, binascii.Error, ValueError):
        token, beside = None, []
    if token is None:
        return Judged(wrong="form")
    if token.imprint != imprint:
        return Judged(wrong="imprint")
    try:
        chain = check_token(token, beside, frozenset(trusted))
    except ExpiredError:
        return Judged(wrong="expired")
    except SignatureError:
        return Judged(wrong="signature")
    return Judged(token.at, chain.signer, chain.root, chain.trusted)
