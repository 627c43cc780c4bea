"""What can go wrong when time, or a token, is asked for outside. Nothing was changed when one of these is raised."""

from __future__ import annotations


class AnchorError(Exception):
    """Base of all that this room raises."""


class ServerNameError(AnchorError):
    """What was written is no name of a server.

    Attributes:
        server: as it was written.
    """

    def __init__(self, server: str) -> None:
        super().__init__(server)
        self.server = server


class NoTimeAnswerError(AnchorError):
    """The time server was not found, or did not answer in time.

    Attributes:
        server: its name.
    """

    def __init__(self, server: str) -> None:
        super().__init__(server)
        self.server = server


class UnfitTimeAnswerError(AnchorError):
    """What came back is no usable answer: it belongs to another question, or the server has no time to give.

    Attributes:
        server: its name.
        reason: what was wrong, for the log.
    """

    def __init__(self, server: str, reason: str) -> None:
        super().__init__(f"{server}: {reason}")
        self.server = server
        self.reason = reason


class AuthorityAddressError(AnchorError):
    """What was written is no address of a timestamp authority.

    Attributes:
        address: as it was written.
    """

    def __init__(self, address: str) -> None:
        super().__init__(address)
        self.address = address


class AuthorityNameError(AnchorError):
    """An authority has no name, or there is one of that name already, or the policy is no identifier.

    Attributes:
        name: as it was written.
    """

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class UnknownAuthorityError(AnchorError):
    """No authority of the list is called that.

    Attributes:
        name: as it was written.
    """

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class RootFileError(AnchorError):
    """The file holds no certificate of an authority's root.

    Attributes:
        name: the file.
    """

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class NoAuthorityError(AnchorError):
    """No authority is chosen."""


class AuthorityError(AnchorError):
    """An authority gave no token that can be used.

    Attributes:
        authority: its name.
        reason: what was wrong, for the log.
    """

    def __init__(self, authority: str, reason: str = "") -> None:
        super().__init__(f"{authority}: {reason}" if reason else authority)
        self.authority = authority
        self.reason = reason


class AuthorityAwayError(AuthorityError):
    """It was not found, or the line broke."""


class NoSecretLineError(AuthorityError):
    """It is asked by https, and this program has no library for that, as the one for Windows."""


class AuthoritySlowError(AuthorityError):
    """It did not answer in time."""


class AuthorityStatusError(AuthorityError):
    """It answered with a number of HTTP that is not 200; ``reason`` is that number."""


class AnswerTooLargeError(AuthorityError):
    """It sent more than any token."""


class NoTokenError(AuthorityError):
    """What came is no answer to such a question: a page, half a token, anything."""


class NotGrantedError(AuthorityError):
    """It answered that it gives no timestamp; ``reason`` has its words."""


class OtherNonceError(AuthorityError):
    """The token answers another question."""


class OtherHashError(AuthorityError):
    """The token is for something else."""


class OtherPolicyError(AuthorityError):
    """The token was given by other rules than were asked for."""


class ExpiredTokenError(AuthorityError):
    """A certificate was not valid at the token's time."""


class ForeignTokenError(AuthorityError):
    """The token is not signed by the authority, or by one for whom its root vouches."""
