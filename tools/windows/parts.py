"""What the bundle is made of, by name and hash: the pins of ``requirements/run.txt`` and of our own file."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from packaging.markers import Marker
from packaging.utils import canonicalize_name

from tools.checkout import ROOT

PACKAGING = ROOT / "packaging" / "windows"
RUN_LOCK = ROOT / "requirements" / "run.txt"

_WINDOWS = {
    "sys_platform": "win32",
    "platform_system": "Windows",
    "platform_machine": "AMD64",
    "os_name": "nt",
    "implementation_name": "cpython",
    "platform_python_implementation": "CPython",
}
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


@dataclass(frozen=True)
class Pin:
    """A package at one version, with the hashes of its files.

    Attributes:
        name: as the index spells it.
        version: the one that is locked.
        hashes: SHA-256 of every file that may be it.
    """

    name: str
    version: str
    hashes: frozenset[str]

    def line(self) -> str:
        """Return it as a line of a requirements file."""
        return " ".join(
            [
                f"{self.name}=={self.version}",
                *(f"--hash=sha256:{each}" for each in sorted(self.hashes)),
            ]
        )


@dataclass(frozen=True)
class PythonPart:
    """The Python that is bundled.

    Attributes:
        pin: the source distribution that holds it.
        data: the archive inside of it.
        folder: the folder inside of that.
        version: the version of Python itself.
        tag: the version as it stands in file names, such as 313.
    """

    pin: Pin
    data: str
    folder: str
    version: str
    tag: str


@dataclass(frozen=True)
class Parts:
    """All that comes from outside.

    Attributes:
        python: the Python that is bundled.
        wheels: the wheels that run on Windows.
        signers: by part, who signs its programs.
        signed: the parts all of whose programs are signed by their makers.
        stand_ins: by part, the folder of its wheel with libraries that are asked for and never called.
        language_data: where the data for reading text lies on this system, and the SHA-256 of each file.
    """

    python: PythonPart
    wheels: tuple[Pin, ...]
    signers: Mapping[str, tuple[str, ...]]
    signed: frozenset[str]
    stand_ins: Mapping[str, str] = field(default_factory=dict)
    language_data: tuple[Path, Mapping[str, str]] = (Path(), MappingProxyType({}))


def read_parts(lock: Path = RUN_LOCK, own: Path = PACKAGING / "parts.toml") -> Parts:
    """Read both files of pins."""
    said = tomllib.loads(own.read_text("utf-8"))
    python = said["python"]
    pin = Pin(python["sdist"], python["sdist_version"], frozenset([python["sdist_sha256"]]))
    minor = python["version"].rpartition(".")[0]
    return Parts(
        PythonPart(pin, python["data"], python["folder"], python["version"], python["tag"]),
        tuple(windows_pins(lock.read_text("utf-8"), minor)),
        {canonicalize_name(part): tuple(names) for part, names in said["signers"].items()},
        frozenset(said["signed"]["parts"]),
        dict(said["stand_ins"]),
        (Path(said["language_data"]["folder"]), dict(said["language_data"]["sha256"])),
    )


def windows_pins(lock: str, python: str) -> list[Pin]:
    """Return what a lock has for Windows.

    Args:
        lock: the text of a requirements file with hashes.
        python: major and minor version of the Python that is bundled.
    """
    about = {**_WINDOWS, "python_version": python, "python_full_version": f"{python}.0"}
    pins = []
    for line in lock.replace("\\\n", " ").splitlines():
        wanted = line.partition("#")[0].strip()
        if not wanted:
            continue
        requirement, _, condition = wanted.partition(" --hash")[0].partition(";")
        name, _, version = requirement.strip().partition("==")
        if not condition or Marker(condition.strip()).evaluate(about):
            pins.append(Pin(name, version, frozenset(_HASH.findall(wanted))))
    return pins
