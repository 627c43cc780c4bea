"""The tree becomes a .deb: the same tree gives the same bytes."""

from __future__ import annotations

import hashlib
import os
import subprocess
from pathlib import Path

from tools.linux.places import DATA, program
from tools.linux.tree import settle

SCRIPTS = ("postinst", "prerm")


def write_deb(tree: Path, control: str, epoch: int, target: Path, *, level: int = 6) -> None:
    """Write the package. One thread only: how many there are decides xz's bytes.

    Args:
        tree: the files as they will lie; the folder DEBIAN is made in it.
        control: the text of the control file.
        epoch: the second that everything is dated by.
        target: where the package is written.
        level: how hard xz works, 0 to 9.
    """
    folder = tree / "DEBIAN"
    folder.mkdir()
    settle(tree, epoch)
    (folder / "control").write_text(control, "utf-8")
    (folder / "md5sums").write_text(_sums(tree), "utf-8")
    for name in SCRIPTS:
        (folder / name).write_bytes((DATA / name).read_bytes())
        (folder / name).chmod(0o755)
    target.parent.mkdir(parents=True, exist_ok=True)
    subprocess.run(
        [
            *(program("dpkg-deb"), "--root-owner-group", "--threads-max=1", "-Zxz", f"-z{level}"),
            *("--build", str(tree), str(target)),
        ],
        env={**os.environ, "SOURCE_DATE_EPOCH": str(epoch)},
        stdout=subprocess.DEVNULL,
        check=True,
    )


def size_kib(tree: Path) -> int:
    """Return what the files take, as Debian reckons: whole KiB each, and one for each folder."""
    return sum(-(-path.stat().st_size // 1024) if path.is_file() else 1 for path in tree.rglob("*"))


def _sums(tree: Path) -> str:
    files = sorted(path for path in (tree / "usr").rglob("*") if path.is_file())
    return "".join(
        f"{hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()}  {path.relative_to(tree).as_posix()}\n"
        for path in files
    )
