"""Make .venv and put the locked packages into it: run as ``python3 tools/python_packages.py run [dev]``.

Needs nothing but Python itself. What was installed is remembered by the hash of the locks, so a second call
does nothing. Everything is checked against the hashes in the locks, the installer included.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

OLDEST = (3, 11)
ENVIRONMENT = Path(".venv")
LOCKS = Path("requirements")


def main(names: list[str]) -> None:
    """Install the named locks unless they are."""
    if sys.version_info < OLDEST:
        sys.exit(f"Python {OLDEST[0]}.{OLDEST[1]} or newer is needed: make PYTHON=/path/to/python3")
    setup = LOCKS / "setup.txt"
    locks = [LOCKS / f"{name}.txt" for name in names]
    if _stamp([setup, *locks]).exists():
        return
    python = _environment()
    uv = python.with_name("uv")
    if not _stamp([setup]).exists():
        print("Installing uv", flush=True)
        quietly = ("--quiet", "--disable-pip-version-check")
        _run(python, "-m", "pip", "install", *quietly, "--require-hashes", "--requirement", setup)
        _stamp([setup]).touch()
    print(f"Installing the locked Python packages: {', '.join(names)}", flush=True)
    sources = [part for lock in locks for part in ("--requirement", lock)]
    _run(uv, "pip", "install", "--quiet", "--python", python, "--require-hashes", *sources)
    _stamp([setup, *locks]).touch()


def _environment() -> Path:
    python = ENVIRONMENT / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    if not python.exists():
        print("Making .venv", flush=True)
        _run(sys.executable, "-m", "venv", ENVIRONMENT)
    elif not list(python.parent.glob("pip*")):
        _run(python, "-m", "ensurepip")
    return python


def _stamp(locks: list[Path]) -> Path:
    digest = hashlib.sha256(b"".join(lock.read_bytes() for lock in locks)).hexdigest()
    return ENVIRONMENT / f".installed-{digest[:16]}"


def _run(*command: str | Path) -> None:
    done = subprocess.run(command, check=False, stdin=subprocess.DEVNULL)
    if done.returncode != 0:
        sys.exit(f"This did not work: {' '.join(map(str, command))}")


if __name__ == "__main__":
    main(sys.argv[1:])
