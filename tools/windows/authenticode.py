"""Asks each program of the parts whether it is as its maker signed it.

Which bytes a part has is pinned by its hash already. This tells that the one who signed the program is its
maker, which the pin cannot: a part is packed by others, and its pin was once taken on trust. The root that the
makers' certificates go back to is Microsoft's own and not in Debian's store, so the chain is not followed.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tools.windows.parts import Parts

OSSLSIGNCODE = "osslsigncode"
PROGRAMS = (".exe", ".dll", ".pyd")

_CURRENT = re.compile(r"Current message digest\s*: ([0-9A-F]+)")
_CALCULATED = re.compile(r"Calculated message digest\s*: ([0-9A-F]+)")
_SIGNER = re.compile(r"Signer #0:\s+Subject: (\S.*)")
_NAME = re.compile(r"/CN=([^/]+)")


class NotAsSignedError(Exception):
    """A program is not as its maker signed it, or was signed by somebody else."""


@dataclass(frozen=True)
class Signature:
    """What a program says of its signature, and what its bytes say.

    Attributes:
        said: the digest that was signed.
        found: the digest of the bytes as they are.
        signer: whose certificate it is.
    """

    said: str
    found: str
    signer: str


def read_signature(program: Path) -> Signature | None:
    """Return a program's signature; None where it has none.

    Raises:
        NotAsSignedError: osslsigncode could not read it.
    """
    done = _verified(program, "-ignore-cdp")
    if "Unknown option" in done.stdout + done.stderr:
        done = _verified(program)  # before 2.6 it asks for no list of withdrawn certificates
    if "No signature found" in done.stdout + done.stderr:
        return None
    said, found = _CURRENT.search(done.stdout), _CALCULATED.search(done.stdout)
    signer = _SIGNER.search(done.stdout)
    name = _NAME.search(signer[1]) if signer else None
    if said and found and said[1] != found[1]:
        # Whose certificate it is, is not told then.
        return Signature(said[1], found[1], "")
    if not said or not found or not name:
        raise NotAsSignedError(f"{program.name}: the signature could not be read")
    return Signature(said[1], found[1], name[1])


def _verified(program: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [OSSLSIGNCODE, "verify", *options, "-ignore-timestamp", "-in", program],
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )


def check_programs(folder: Path, names: Sequence[str], signers: Sequence[str]) -> list[str]:
    """Check the programs of one part.

    Args:
        folder: where the part lies.
        names: its files.
        signers: who may have signed them.

    Returns:
        The programs that nobody signed.

    Raises:
        NotAsSignedError: a program was changed since it was signed, or is signed by another.
    """
    unsigned = []
    for name in (each for each in names if each.endswith(PROGRAMS)):
        signature = read_signature(folder / name)
        if signature is None:
            unsigned.append(name)
        elif signature.said != signature.found:
            raise NotAsSignedError(f"{name}: its bytes are not the ones that were signed")
        elif signature.signer not in signers:
            raise NotAsSignedError(f"{name}: signed by {signature.signer}, who is not known for it")
    return unsigned


def check_parts(folder: Path, laid: Mapping[str, Sequence[str]], parts: Parts) -> list[str]:
    """Check the programs of all parts.

    Args:
        folder: the bundle.
        laid: the files of each part.
        parts: who signs which.

    Returns:
        The programs that are ours to sign.

    Raises:
        NotAsSignedError: a program is not as its maker signed it.
    """
    ours = []
    for part, names in laid.items():
        unsigned = check_programs(folder, names, parts.signers.get(part, ()))
        if unsigned and part in parts.signed:
            raise NotAsSignedError(f"{part}: {', '.join(unsigned)} should be signed by its maker")
        ours += unsigned
    return sorted(ours)
