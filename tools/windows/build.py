"""The steps of a build, one after the other."""

from __future__ import annotations

import hashlib
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from app.version import VERSION
from tools.checkout import ROOT, commit_time, downloads_folder
from tools.windows.archive import pack
from tools.windows.authenticode import check_parts
from tools.windows.bytecode import compile_tree
from tools.windows.fetching import fetch, python_files
from tools.windows.icon import draw_icon
from tools.windows.keeping import read_keep_list
from tools.windows.launcher import build_launchers
from tools.windows.licences import found_inside, licence_texts, read_licences
from tools.windows.msi import build_msi
from tools.windows.msix_package import NOBODY, build_msix
from tools.windows.parts import read_parts
from tools.windows.prefix import Prefix
from tools.windows.sbom import list_of_parts
from tools.windows.signing import Signer
from tools.windows.tree import (
    lay_language_data,
    lay_parts,
    lay_program,
    lay_stand_ins,
    lay_texts,
    tree_files,
)
from tools.windows.wxs import Scope

WORK = ROOT / "build" / "windows"
OUT = ROOT / "dist" / "windows"
SIGN = ROOT / "resources" / "icons" / "bevismappe.svg"

LARGEST_ZIP_MB = 97
LARGEST_INSTALLED_MB = 222


class TooLargeError(Exception):
    """What was built takes more room than it may."""


@dataclass(frozen=True)
class Build:
    """One build.

    Attributes:
        work: where the bundle is laid, in ``tree``.
        out: where the files go.
        signer: whose name stands on them; None for nobody.
        epoch_s: the time that stands in them.
    """

    work: Path = WORK
    out: Path = OUT
    signer: Signer | None = None
    epoch_s: int = field(default_factory=commit_time)

    @property
    def tree(self) -> Path:
        """The folder that is installed."""
        return self.work / "tree"

    def run(self) -> list[Path]:
        """Make everything that is handed out, and return its files.

        Raises:
            TooLargeError: it takes more room than it may.
        """
        shutil.rmtree(self.out, ignore_errors=True)
        self.out.mkdir(parents=True)
        ours = self._lay()
        if self.signer is not None:
            with _told(f"signed {len(ours)} programs"):
                for name in ours:
                    self.signer.sign(self.tree / name)
        for name in tree_files(self.tree):
            os.utime(self.tree / name, (self.epoch_s, self.epoch_s))
        return self._pack()

    def _lay(self) -> list[str]:
        """Lay the bundle, and return which of its programs are ours to sign."""
        parts, licences = read_parts(), read_licences()
        with _told("fetched and checked the parts"):
            sdist, wheels = fetch(parts, downloads_folder())
            laid = lay_parts(self.tree, parts, sdist, wheels, read_keep_list())
            ours = [
                *check_parts(self.tree, laid, parts),
                *lay_stand_ins(self.tree, parts, wheels),
            ]
        with _told("laid the program, the licences and the launchers"):
            lay_program(self.tree)
            lay_language_data(self.tree, parts)
            lay_texts(self.tree, licence_texts(parts, laid, wheels, licences))
            launchers = build_launchers(VERSION, parts.python.tag)
            for name, launcher in launchers.items():
                (self.tree / name).write_bytes(launcher)
        came = {part: wheels.get(part, sdist) for part, names in laid.items() if names}
        inside = found_inside(self.tree, licences)
        told = list_of_parts(VERSION, self.epoch_s, parts, came, inside, licences)
        self._put("cdx.json", told)
        with _told("compiled the Python files"), self._prefix() as prefix:
            compile_tree(self.tree, python_files(sdist, parts.python), prefix)
        return sorted([*ours, *launchers])

    def _pack(self) -> list[Path]:
        icon = draw_icon(SIGN)
        with _told("packed the zip"):
            made = [self._put("zip", pack(self.tree, "Bevismappe", self.epoch_s))]
        for scope, ending in ((Scope.PER_USER, "per-user.msi"), (Scope.PER_MACHINE, "machine.msi")):
            with _told(f"made {ending}"):
                msi = build_msi(self.tree, VERSION, scope, icon, self.epoch_s)
                made.append(self._signed(self._put(ending, msi)))
        publisher = self.signer.subject() if self.signer else NOBODY
        with _told("made the MSIX"):
            msix = build_msix(self.tree, VERSION, publisher, SIGN)
            made.append(self._signed(self._put("msix", msix)))
        made.append(self._named("cdx.json"))
        _tell_figures(self.tree, made)
        return made

    def _signed(self, path: Path) -> Path:
        if self.signer is not None:
            self.signer.sign(path)
        return path

    def _put(self, ending: str, data: bytes) -> Path:
        path = self._named(ending)
        path.write_bytes(data)
        return path

    def _named(self, ending: str) -> Path:
        joint = "-" if ending.endswith(".msi") else "."
        return self.out / f"bevismappe-{VERSION}-windows-x64{joint}{ending}"

    @contextmanager
    def _prefix(self) -> Iterator[Prefix]:
        """A Windows to compile in, made once."""
        folder = self.work / "compiling"
        whole = folder / "whole"
        if not whole.exists():
            shutil.rmtree(folder, ignore_errors=True)
            Prefix.make(folder).end()
            whole.touch()
        with Prefix(folder) as prefix:
            yield prefix


def digests(files: list[Path]) -> dict[str, str]:
    """The SHA-256 of files by their names."""
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@contextmanager
def _told(step: str) -> Iterator[None]:
    began = time.monotonic()
    yield
    print(f"{step}: {time.monotonic() - began:.0f} s", flush=True)


def _tell_figures(tree: Path, made: list[Path]) -> None:
    names = tree_files(tree)
    installed = sum((tree / name).stat().st_size for name in names) / 1e6
    print(f"installed: {installed:.1f} MB in {len(names)} files")
    for path in made:
        digest = digests([path])[path.name]
        print(f"{digest}  {path.name}  {path.stat().st_size / 1e6:.1f} MB")
    packed = max(path.stat().st_size for path in made if path.suffix == ".zip") / 1e6
    if installed > LARGEST_INSTALLED_MB or packed > LARGEST_ZIP_MB:
        raise TooLargeError(f"{installed:.1f} MB installed, {packed:.1f} MB as a zip")
