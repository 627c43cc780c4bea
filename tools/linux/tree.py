"""The files of the package where they will lie: the program, its libraries, and what the desktop is told."""

from __future__ import annotations

import gzip
import os
import shutil
from collections.abc import Sequence
from pathlib import Path

from tools.checkout import ROOT, committed
from tools.linux.icons import write_icons
from tools.linux.places import DATA, HOME
from tools.linux.texts import copyright_text, debian_changelog, fill
from tools.messages.compiling import compiled

_PARTS = ("app", "evidence_store", "atomic_file", "resources", "main.py")
_SHARE = Path("usr/share")
_APPLICATION = "dk.bevismappe.Bevismappe"


def put_program(tree: Path) -> None:
    """Copy the committed files of the program, and compile the Danish catalogue."""
    copy_committed(tree / HOME / "program", _PARTS)


def copy_committed(folder: Path, parts: Sequence[str]) -> None:
    """Copy the committed files of some parts of the project into a folder, with the Danish catalogue compiled."""
    for name in committed(*parts):
        _copy(ROOT / name, folder / name)
    for catalogue in (folder / "resources" / "locales").rglob("*.po"):
        catalogue.with_suffix(".mo").write_bytes(compiled(catalogue))


def put_libraries(tree: Path, unpacked: Path, files: Sequence[str]) -> None:
    """Copy what was picked of the wheels."""
    for name in files:
        _copy(unpacked / name, tree / HOME / "lib" / name)


def put_desktop(tree: Path, version: str, epoch: int) -> None:
    """Write what a desktop and its user read: the command, menu entry, file type, icons and pages."""
    share = tree / _SHARE
    _copy(DATA / "bevismappe", tree / "usr" / "bin" / "bevismappe")
    (tree / "usr" / "bin" / "bevismappe").chmod(0o755)
    _copy(DATA / "bevismappe.desktop", share / "applications" / "bevismappe.desktop")
    _copy(DATA / "bevismappe.xml", share / "mime" / "packages" / "bevismappe.xml")
    metainfo = fill((DATA / "metainfo.xml").read_text("utf-8"), version, epoch)
    _write(share / "metainfo" / f"{_APPLICATION}.metainfo.xml", metainfo.encode())
    for page, language in (("bevismappe.1", ""), ("bevismappe.da.1", "da")):
        text = fill((DATA / page).read_text("utf-8"), version, epoch)
        _zip(share / "man" / language / "man1" / "bevismappe.1.gz", text.encode())
    write_icons(ROOT / "resources" / "icons" / "bevismappe.svg", share / "icons" / "hicolor")


def put_papers(tree: Path, unpacked: Path, version: str, epoch: int) -> None:
    """Write what Debian wants to be told: licences, changes, and what lintian is to pass over."""
    share = tree / _SHARE
    doc = share / "doc" / "bevismappe"
    template = (DATA / "copyright").read_text("utf-8")
    _write(doc / "copyright", copyright_text(template, unpacked, tree / HOME / "lib").encode())
    _zip(doc / "changelog.gz", debian_changelog(version, epoch).encode())
    _copy(DATA / "lintian-overrides", share / "lintian" / "overrides" / "bevismappe")


def settle(tree: Path, epoch: int) -> None:
    """Give every file and folder the rights and the time that it will have, whoever builds it and when."""
    for path in (tree, *tree.rglob("*")):
        runs = path.is_dir() or path.parent == tree / "usr" / "bin"
        path.chmod(0o755 if runs else 0o644)
        os.utime(path, (epoch, epoch))


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def _write(target: Path, content: bytes) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)


def _zip(target: Path, content: bytes) -> None:
    _write(target, gzip.compress(content, compresslevel=9, mtime=0))
