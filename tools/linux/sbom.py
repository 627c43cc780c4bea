"""What the Debian package is made of, as CycloneDX has it: the wheels that something is kept of.

Debian's own packages are told by Depends. What lies inside of a wheel, such as the libraries of Pillow, is told by the
wheel's own list, where its maker wrote one.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from pathlib import Path

from packaging.utils import canonicalize_name, parse_wheel_filename

from app.version import VERSION
from tools.windows.licences import read_licences
from tools.windows.parts import Pin, read_parts
from tools.windows.sbom import list_of_parts

# Beside those that the bundle for Windows has too.
_LICENCES = {
    "jeepney": "MIT",
    "python-xlib": "LGPL-2.1-or-later",
    "six": "MIT",
    "typing-extensions": "PSF-2.0",
}


def bill_of(
    wheels: Collection[Path],
    files: Mapping[str, Collection[str]],
    kept: Collection[str],
    epoch: int,
) -> bytes:
    """Return the list as JSON.

    Args:
        wheels: every wheel that was fetched.
        files: the files of each wheel, by the name of its package.
        kept: the files that go into the package.
        epoch: the second that stands in it.
    """
    stays = set(kept)
    came: dict[str, Path] = {}
    pins = []
    for wheel in wheels:
        name, version, _, _ = parse_wheel_filename(wheel.name)
        if not stays.isdisjoint(files[str(name)]):
            came[canonicalize_name(name)] = wheel
            pins.append(Pin(str(name), str(version), frozenset()))
    licences = read_licences()
    licences = replace(licences, of={**licences.of, **_LICENCES})
    parts = replace(read_parts(), wheels=tuple(pins))
    return list_of_parts(VERSION, epoch, parts, came, (), licences)
