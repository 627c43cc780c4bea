"""The list of timestamp authorities: those that come with the program, and what the person made of it.

A root certificate stands in the list itself: an authority is whoever that root vouches for, whatever the computer
trusts otherwise.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import tomllib
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from app.anchor.addresses import AddressError, can_speak_secretly, check_address
from app.anchor.der import DerError, write_oid
from app.anchor.errors import (
    AuthorityAddressError,
    AuthorityNameError,
    NoSecretLineError,
    RootFileError,
    UnknownAuthorityError,
)
from atomic_file import write_atomically

MOST_USED = 2
_FILE = Path("authorities") / "authorities.toml"
_LONGEST_NAME = 60
_LONGEST_FILE = 256 * 1024


class Authority(msgspec.Struct, frozen=True):
    """One of the list.

    Attributes:
        name: what a person calls it; no other has it.
        address: where it is asked, ``http://…`` or ``https://…``.
        root: its root certificate, DER in base 64.
        qualified: whether it is on a trusted list of the EU as a qualified service, as the list says of it.
        used: whether it is asked.
        policy: by which rules it is to answer, a dotted identifier; "" for its own.
        claims_qualified: whether it says so of itself, and nobody looked it up.
    """

    name: str
    address: str
    root: str
    qualified: bool = False
    used: bool = False
    policy: str = ""
    claims_qualified: bool = False

    @property
    def certificate(self) -> bytes:
        """Its root as DER; empty where what was kept is none."""
        try:
            return base64.b64decode(self.root, validate=True)
        except binascii.Error:
            return b""


class _Kept(msgspec.Struct):
    authorities: tuple[Authority, ...] = ()


def given_authorities(resources: Path) -> tuple[Authority, ...]:
    """Return those that come with the program."""
    given = tomllib.loads((resources / _FILE).read_text(encoding="utf-8"))
    return tuple(
        Authority(
            name=each["name"],
            address=each["address"],
            root="".join(each["root"].split()),
            qualified=each["qualified"],
            used=each["used"],
            claims_qualified=each.get("claims_qualified", False),
        )
        for each in given["authority"]
    )


def read_authorities(kept: Path, resources: Path) -> tuple[Authority, ...]:
    """Return the list: as the person left it, else as it came.

    Args:
        kept: the person's file, which need not be there; one that cannot be read is the same as none.
        resources: where the program's own lie.
    """
    try:
        return msgspec.json.decode(kept.read_bytes()[:_LONGEST_FILE], type=_Kept).authorities
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return given_authorities(resources)


def keep_authorities(kept: Path, authorities: Sequence[Authority]) -> None:
    """Write the list. Raises OSError."""
    kept.parent.mkdir(parents=True, exist_ok=True)
    with write_atomically(kept, lasting=False) as file:
        file.write(msgspec.json.format(msgspec.json.encode(_Kept(tuple(authorities)))))


def with_authority(
    authorities: Iterable[Authority],
    *,
    name: str,
    address: str,
    root: Path,
    qualified: bool = False,
    policy: str = "",
) -> tuple[Authority, ...]:
    """Return the list with one more, which is asked if there is room.

    Args:
        authorities: the list.
        name: of which there is none yet.
        address: where it is asked.
        root: a file with the root's certificate, PEM or DER.
        qualified: whether a trusted list of the EU has it as qualified.
        policy: by which rules it is to answer, dotted; "" for its own.

    Raises:
        AuthorityNameError, AuthorityAddressError, RootFileError: it is none.
        NoSecretLineError: it is asked by https, which this computer cannot do.
    """
    from app.anchor.token_check import read_certificate

    listed = tuple(authorities)
    name = " ".join(name.split())
    if not 0 < len(name) <= _LONGEST_NAME or not name.isprintable():
        raise AuthorityNameError(name)
    if name.casefold() in {each.name.casefold() for each in listed}:
        raise AuthorityNameError(name)
    try:
        scheme, *_ = check_address(address)
    except AddressError as error:
        raise AuthorityAddressError(address) from error
    if scheme == "https" and not can_speak_secretly():
        raise NoSecretLineError(name)
    try:
        if policy:
            write_oid(policy)
        if not root.is_file() or root.stat().st_size > _LONGEST_FILE:
            raise RootFileError(root.name)
        der = read_certificate(root.read_bytes())
    except DerError as error:
        raise AuthorityNameError(policy) from error
    except (OSError, ValueError) as error:
        raise RootFileError(root.name) from error
    room = sum(each.used for each in listed) < MOST_USED
    new = Authority(name, address.strip(), base64.b64encode(der).decode(), qualified, room, policy)
    return (*listed, new)


def with_use(authorities: Iterable[Authority], name: str, *, used: bool) -> tuple[Authority, ...]:
    """Return the list with one that is asked, or is not any more. Of two others the first is left.

    Raises:
        UnknownAuthorityError: none is called that.
    """
    listed = tuple(authorities)
    chosen = _named(listed, name)
    others = [each.name for each in listed if each.used and each is not chosen]
    stay = set(others[-(MOST_USED - 1) :] if used else others)
    return tuple(
        msgspec.structs.replace(each, used=used if each is chosen else each.name in stay)
        for each in listed
    )


def without_authority(authorities: Iterable[Authority], name: str) -> tuple[Authority, ...]:
    """Return the list without one. Its tokens stay, and are still checked by what was kept with them.

    Raises:
        UnknownAuthorityError: none is called that.
    """
    listed = tuple(authorities)
    gone = _named(listed, name)
    return tuple(each for each in listed if each is not gone)


def _named(listed: Sequence[Authority], name: str) -> Authority:
    for each in listed:
        if each.name.casefold() == " ".join(name.split()).casefold():
            return each
    raise UnknownAuthorityError(name)


def used_authorities(authorities: Iterable[Authority]) -> tuple[Authority, ...]:
    """Return those that are asked, two at most."""
    return tuple(each for each in authorities if each.used)[:MOST_USED]


def root_prints(authorities: Iterable[Authority]) -> frozenset[str]:
    """Return the SHA-256 of the roots of a list, as hex."""
    found = (each.certificate for each in authorities)
    return frozenset(hashlib.sha256(each).hexdigest() for each in found if each)
