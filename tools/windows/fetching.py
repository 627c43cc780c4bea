"""Fetches the parts by pip, which knows the registry from the machine; believes them by their hashes alone.

A file that lies in the folder of downloads with the right hash is not fetched again.
"""

from __future__ import annotations

import hashlib
import io
import os
import re
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Iterable
from pathlib import Path

from packaging.utils import canonicalize_name, parse_sdist_filename, parse_wheel_filename

from tools.windows.parts import Parts, Pin, PythonPart

_PIP = ("-m", "pip", "--disable-pip-version-check", "download", "-qq", "--no-deps")
_WHEELS = (
    *("--only-binary=:all:", "--platform", "win_amd64", "--implementation", "cp"),
    *("--abi", "abi3", "--abi", "none", "--require-hashes"),
)
# A wheel may keep apart what is installed beside its modules (binary distribution format).
_BESIDE = re.compile(r"^[^/]+\.data/(?:platlib|purelib)/")
_SDISTS = ("--no-binary=:all:", "--no-build-isolation", "--use-pep517", "--require-hashes")

# pip asks a source distribution for its metadata by running its setup.py. This stands in for the program
# that would run it, and copies what the distribution says of itself.
_STAND_IN = """
import email, pathlib, shutil

class Unpacked:
    def prepare_metadata_for_build_wheel(self, folder, config_settings=None):
        said = email.message_from_string(pathlib.Path("PKG-INFO").read_text("utf-8"))
        name = f"{said['Name'].replace('-', '_')}-{said['Version']}.dist-info"
        (pathlib.Path(folder) / name).mkdir()
        shutil.copy("PKG-INFO", pathlib.Path(folder) / name / "METADATA")
        return name

__legacy__ = Unpacked()
prepare_metadata_for_build_wheel = __legacy__.prepare_metadata_for_build_wheel
"""


class WrongFileError(Exception):
    """A file is not the one that was pinned."""


def fetch(parts: Parts, folder: Path) -> tuple[Path, dict[str, Path]]:
    """Have every part in the folder.

    Args:
        parts: what is wanted.
        folder: where files are kept.

    Returns:
        The source distribution with Python, and the wheels by the names of their packages.

    Raises:
        WrongFileError: a file could not be had with the hash that is pinned.
    """
    folder.mkdir(parents=True, exist_ok=True)
    missing = [pin for pin in parts.wheels if _find(pin, folder) is None]
    if missing:
        tag = ("--python-version", parts.python.tag, "--abi", f"cp{parts.python.tag}")
        _download(missing, folder, (*_WHEELS, *tag))
    if _find(parts.python.pin, folder) is None:
        _download([parts.python.pin], folder, _SDISTS)
    wheels = {str(canonicalize_name(pin.name)): _found(pin, folder) for pin in parts.wheels}
    return _found(parts.python.pin, folder), wheels


def python_files(sdist: Path, part: PythonPart) -> dict[str, bytes]:
    """Read Python's own files out of the source distribution, by name."""
    inside = f"{sdist.name.removesuffix('.tar.gz')}/{part.data}"
    with tarfile.open(sdist) as archive:
        stream = archive.extractfile(inside)
        if stream is None:
            raise WrongFileError(f"{sdist.name} has no {inside}")
        data = stream.read()
    with zipfile.ZipFile(io.BytesIO(data)) as files:
        return {
            name.removeprefix(f"{part.folder}/"): files.read(name)
            for name in files.namelist()
            if name.startswith(f"{part.folder}/") and not name.endswith("/")
        }


def wheel_files(wheel: Path) -> dict[str, bytes]:
    """Read the files of a wheel, by the names under which they are installed beside each other."""
    with zipfile.ZipFile(wheel) as files:
        return {
            _BESIDE.sub("", name): files.read(name)
            for name in files.namelist()
            if not name.endswith("/")
        }


def _download(pins: Iterable[Pin], folder: Path, options: tuple[str, ...]) -> None:
    with tempfile.TemporaryDirectory() as name:
        wanted = Path(name) / "wanted.txt"
        wanted.write_text("".join(f"{pin.line()}\n" for pin in pins), encoding="utf-8")
        stand_in = Path(name) / "setuptools"
        stand_in.mkdir()
        (stand_in / "__init__.py").touch()
        (stand_in / "build_meta.py").write_text(_STAND_IN, encoding="utf-8")
        done = subprocess.run(
            [sys.executable, *_PIP, *options, "--dest", folder, "--requirement", wanted],
            env={**os.environ, "PYTHONPATH": name},
            stdin=subprocess.DEVNULL,
            check=False,
        )
    if done.returncode != 0:
        raise WrongFileError(f"pip could not fetch: {' '.join(pin.name for pin in pins)}")


def _found(pin: Pin, folder: Path) -> Path:
    path = _find(pin, folder)
    if path is None:
        raise WrongFileError(f"{folder} has no file of {pin.name} {pin.version} with its hash")
    return path


def _find(pin: Pin, folder: Path) -> Path | None:
    """Return the file of a pin that runs on Windows, if it is there and is the one."""
    for path in sorted(folder.iterdir()):
        if _is_of(pin, path.name):
            found = hashlib.sha256(path.read_bytes()).hexdigest()
            if found not in pin.hashes:
                raise WrongFileError(f"{path.name} has the hash {found}, which is not pinned")
            return path
    return None


def _is_of(pin: Pin, name: str) -> bool:
    wanted = canonicalize_name(pin.name)
    if name.endswith(".whl"):
        found, version, _, tags = parse_wheel_filename(name)
        fits = any(tag.platform in ("win_amd64", "any") for tag in tags)
        return found == wanted and str(version) == pin.version and fits
    if name.endswith(".tar.gz"):
        found, version = parse_sdist_filename(name)
        return found == wanted and str(version) == pin.version
    return False
