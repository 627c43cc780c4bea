"""Time from outside: what a time server says of this computer's clock, and tokens over the heads of logs.

The only room that may touch the network. It asks when it is told to and never by itself. A time server gets a question
of 48 bytes that holds a random number; a timestamp authority gets a fingerprint and a random number. Neither learns
anything of a case, a person or this program. This file is the room's only door.
"""

from typing import TYPE_CHECKING

from app.lazily import when_asked

if TYPE_CHECKING:
    from app.anchor.asking import DEFAULT_PORT, Road, UdpRoad, measure_clock, server_of
    from app.anchor.authorities import (
        MOST_USED,
        Authority,
        given_authorities,
        keep_authorities,
        read_authorities,
        root_prints,
        used_authorities,
        with_authority,
        with_use,
        without_authority,
    )
    from app.anchor.errors import (
        AnchorError,
        AnswerTooLargeError,
        AuthorityAddressError,
        AuthorityAwayError,
        AuthorityError,
        AuthorityNameError,
        AuthoritySlowError,
        AuthorityStatusError,
        ExpiredTokenError,
        ForeignTokenError,
        NoAuthorityError,
        NoSecretLineError,
        NotGrantedError,
        NoTimeAnswerError,
        NoTokenError,
        OtherHashError,
        OtherNonceError,
        OtherPolicyError,
        RootFileError,
        ServerNameError,
        UnfitTimeAnswerError,
        UnknownAuthorityError,
    )
    from app.anchor.judging import Judged, judge_token
    from app.anchor.posting import HttpRoad, Posted, PostRoad
    from app.anchor.stamping import (
        Stamped,
        ask_authority,
    )
else:
    __getattr__ = when_asked(
        __name__,
        {
            "asking": (
                "DEFAULT_PORT",
                "Road",
                "UdpRoad",
                "measure_clock",
                "server_of",
            ),
            "authorities": (
                "Authority",
                "MOST_USED",
                "given_authorities",
                "keep_authorities",
                "read_authorities",
                "root_prints",
                "used_authorities",
                "with_authority",
                "with_use",
                "without_authority",
            ),
            "errors": (
                "AnchorError",
                "AnswerTooLargeError",
                "AuthorityAddressError",
                "AuthorityAwayError",
                "AuthorityError",
                "AuthorityNameError",
                "AuthoritySlowError",
                "AuthorityStatusError",
                "ExpiredTokenError",
                "ForeignTokenError",
                "NoAuthorityError",
                "NoSecretLineError",
                "NoTimeAnswerError",
                "NoTokenError",
                "NotGrantedError",
                "OtherHashError",
                "OtherNonceError",
                "OtherPolicyError",
                "RootFileError",
                "ServerNameError",
                "UnfitTimeAnswerError",
                "UnknownAuthorityError",
            ),
            "judging": (
                "Judged",
                "judge_token",
            ),
            "posting": (
                "HttpRoad",
                "PostRoad",
                "Posted",
            ),
            "stamping": (
                "Stamped",
                "ask_authority",
            ),
        },
    )

__all__ = [
    "DEFAULT_PORT",
    "MOST_USED",
    "AnchorError",
    "AnswerTooLargeError",
    "Authority",
    "AuthorityAddressError",
    "AuthorityAwayError",
    "AuthorityError",
    "AuthorityNameError",
    "AuthoritySlowError",
    "AuthorityStatusError",
    "ExpiredTokenError",
    "ForeignTokenError",
    "HttpRoad",
    "Judged",
    "NoAuthorityError",
    "NoSecretLineError",
    "NoTimeAnswerError",
    "NoTokenError",
    "NotGrantedError",
    "OtherHashError",
    "OtherNonceError",
    "OtherPolicyError",
    "PostRoad",
    "Posted",
    "Road",
    "RootFileError",
    "ServerNameError",
    "Stamped",
    "UdpRoad",
    "UnfitTimeAnswerError",
    "UnknownAuthorityError",
    "ask_authority",
    "given_authorities",
    "judge_token",
    "keep_authorities",
    "measure_clock",
    "read_authorities",
    "root_prints",
    "server_of",
    "used_authorities",
    "with_authority",
    "with_use",
    "without_authority",
]
