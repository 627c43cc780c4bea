"""Gathers the licences of all that is in the bundle, so that they go where it goes."""

from __future__ import annotations

import fnmatch
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from tools.checkout import ROOT
from tools.windows.fetching import wheel_files
from tools.windows.keeping import PYTHON
from tools.windows.parts import PACKAGING, Parts

_LICENCES = PACKAGING / "licences.toml"
_OWN_TEXTS = PACKAGING / "licences"
# What the compiler puts into the two launchers.
_RUNTIME = Path("/usr/share/doc/mingw-w64-x86-64-dev/copyright")
_NAMED = re.compile(r"(?i)(licen[cs]e|copying|notice)")

_README = """\
Bevismappe er fri software under Mozilla Public License 2.0 (bevismappe/LICENSE.txt).
Det, den er bygget af, kommer fra andre. Deres licenser ligger her, en mappe til hver.

Bevismappe is free software under the Mozilla Public License 2.0 (bevismappe/LICENSE.txt).
What it is built of comes from others. Their licences lie here, a folder for each.

"""


class NoLicenceError(Exception):
    """Something in the bundle comes without its licence."""


@dataclass(frozen=True)
class Inside:
    """A library that is inside of a file of a part.

    Attributes:
        of: the part.
        name: of the library.
        licence: as SPDX has it.
        version: as it stands in the file.
    """

    of: str
    name: str
    licence: str
    version: str


@dataclass(frozen=True)
class Licences:
    """What packaging/windows/licences.toml says.

    Attributes:
        of: by part, its licence as SPDX has it.
        texts: by part, texts of ours that its wheel should bring and does not.
        not_ours: names of texts that are left out.
        inside: libraries inside of parts: part, name, licence, file and pattern of the version.
    """

    of: Mapping[str, str]
    texts: Mapping[str, Sequence[str]]
    not_ours: frozenset[str]
    inside: Sequence[Mapping[str, str]]


def read_licences(path: Path = _LICENCES) -> Licences:
    """Read the file."""
    said = tomllib.loads(path.read_text("utf-8"))
    left_out = frozenset(said["not_ours"]["files"])
    return Licences(said["licence"], said["texts"], left_out, said["inside"])


def found_inside(tree: Path, licences: Licences) -> list[Inside]:
    """Return the libraries inside of the parts, with the versions that are really there.

    Raises:
        NoLicenceError: a file does not say its version, or says several.
    """
    found = []
    for one in licences.inside:
        files = sorted(tree.glob(one["file"]))
        pattern = re.compile(one["version"].encode("ascii"))
        versions = {version for file in files for version in pattern.findall(file.read_bytes())}
        if len(versions) != 1:
            raise NoLicenceError(
                f"{one['name']} in {one['file']}: {len(versions)} versions are told"
            )
        version = versions.pop().decode("ascii")
        found.append(Inside(one["of"], one["name"], one["licence"], version))
    return found


def licence_texts(
    parts: Parts, laid: Mapping[str, Sequence[str]], wheels: Mapping[str, Path], licences: Licences
) -> dict[str, bytes]:
    """Return the texts of all licences by their paths in the folder of licences.

    Args:
        parts: what comes from outside.
        laid: the files of each part in the bundle.
        wheels: the wheels by the names of their packages.
        licences: what we know of them.

    Raises:
        NoLicenceError: a part that is in the bundle brings no text, or we do not know its licence.
    """
    versions = {pin.name: pin.version for pin in parts.wheels} | {PYTHON: parts.python.version}
    texts = {
        "bevismappe/LICENSE.txt": (ROOT / "LICENSE").read_bytes(),
        "mingw-w64/copyright.txt": _RUNTIME.read_bytes(),
    }
    lines = []
    for part in sorted(name for name, files in laid.items() if files):
        own = {name: (_OWN_TEXTS / name).read_bytes() for name in licences.texts.get(part, ())}
        brought = {} if part == PYTHON else _brought(wheels[part], licences.not_ours)
        if part not in licences.of or not (own or brought or part == PYTHON):
            raise NoLicenceError(f"{part} is in the bundle without its licence")
        texts |= {f"{part}/{name}": text for name, text in (brought | own).items()}
        lines.append(f"{part} {versions[part]}: {licences.of[part]}")
    where = (
        f"{PYTHON}: LICENSE.txt ved siden af Bevismappe.exe / beside Bevismappe.exe\n"
        "skrifttyper / fonts: program/resources/fonts/LICENSE-*.txt\n"
    )
    texts["README.txt"] = (_README + "\n".join(lines) + "\n\n" + where).encode("utf-8")
    return texts


def _brought(wheel: Path, not_ours: frozenset[str]) -> dict[str, bytes]:
    """Return the texts that a wheel brings, by their paths below its own folder of them."""
    texts = {}
    for name, data in wheel_files(wheel).items():
        path = PurePosixPath(name)
        top, inner = path.parts[0], path.parts[1:]
        if not fnmatch.fnmatch(top, "*.dist-info") or path.name in not_ours:
            continue
        if inner[0] == "licenses":
            texts["/".join(inner[1:])] = data
        elif len(inner) == 1 and _NAMED.match(inner[0]):
            texts[inner[0]] = data
    return texts
