"""A root folder that holds a shell, awk, sed and sha256sum, what they are linked with, and nothing else."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.e2e.package.verifiers import VERIFY_SH
from tests.posix import geteuid

# The program of each command that verify.sh uses. What the shell has built in has no file.
COMMANDS: Mapping[str, Mapping[str, str]] = {
    "busybox": dict.fromkeys(("sh", "awk", "sed", "sha256sum"), "busybox"),
    "dash and mawk": {"sh": "dash", "awk": "mawk", "sed": "sed", "sha256sum": "sha256sum"},
}


@dataclass(frozen=True)
class BareRoot:
    """``chrooted`` where commands run with the folder as their root, else with it as their whole PATH."""

    folder: Path
    chrooted: bool

    def run(self, script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run a script of the folder by its shell, with an empty environment and nothing to read."""
        at = "" if self.chrooted else str(self.folder)
        command = [
            f"{at}/bin/sh",
            f"{at}{script}",
            *(at + a if a[0] == "/" else a for a in arguments),
        ]
        if self.chrooted:
            command = [_program("chroot"), str(self.folder), *command]
        return subprocess.run(
            command,
            env={"PATH": f"{at}/bin"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )


def make_root(folder: Path, commands: Mapping[str, str]) -> BareRoot:
    """Return a root in which only these commands are found, with verify.sh beside them.

    Only root may change its root. For others the commands are the whole PATH, of verify.sh too, which
    puts the system's own folders first.
    """
    for name, program in commands.items():
        _copy(Path(_program(program)), folder / "bin" / program)
        if name != program:
            (folder / "bin" / name).symlink_to(program)
    for library in {each for program in set(commands.values()) for each in _libraries(program)}:
        _copy(library, folder / library.relative_to("/"))
    (folder / "dev").mkdir()
    (folder / "dev" / "null").touch()
    _copy(VERIFY_SH, folder / "verify.sh")
    root = BareRoot(folder, chrooted=geteuid() == 0)
    if not root.chrooted:
        script = (folder / "verify.sh").read_text("utf-8")
        limited, count = re.subn(r"(?m)^STANDARD=.*$", f"STANDARD={folder}/bin", script)
        assert count == 1
        (folder / "verify.sh").write_text(limited, "utf-8")
    return root


def _program(name: str) -> str:
    found = shutil.which(name)
    assert found is not None, f"{name} is needed for this test"
    return found


def _libraries(program: str) -> list[Path]:
    listed = subprocess.run(["ldd", _program(program)], capture_output=True, text=True, check=False)
    return [Path(path) for path in re.findall(r"(/\S+) \(0x", listed.stdout)]


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(source, target)
