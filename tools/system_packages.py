"""Install the Debian packages that are missing: ``python3 tools/system_packages.py run [test]``.

Each line of tools/debian/*.txt names a package and one thing it brings: a program, a library or a file.
The thing is what is looked for, so a machine that has it from elsewhere is left alone. As root on Debian
or Ubuntu the missing packages are installed; otherwise one line says what to do, and the work goes on.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

LISTS = Path(__file__).parent / "debian"
FONTS = Path("/usr/share/fonts")
APT = ("apt-get", "-o", "DPkg::Lock::Timeout=300")


def main(names: list[str]) -> None:
    """Look for all that the named lists want, and see to what is missing."""
    if sys.platform != "linux":
        return
    wanted = [pair for name in names for pair in _read(LISTS / f"{name}.txt")]
    missing = _missing(wanted)
    if not missing:
        return
    install = (*APT, "install", "--yes", "--no-install-recommends", *missing)
    by_hand = f"apt-get install --no-install-recommends {' '.join(missing)}"
    if not shutil.which("apt-get"):
        print(f"Missing on this machine, by Debian's names: {' '.join(missing)}", flush=True)
    elif os.geteuid() != 0:
        print(f"Missing system packages: sudo {by_hand}", flush=True)
    else:
        print(f"Installing system packages: {' '.join(missing)}", flush=True)
        if not (_quietly(*APT, "update") and _quietly(*install)):
            print(f"Not all could be installed: {by_hand}", flush=True)


def _read(path: Path) -> list[tuple[str, str]]:
    lines = (line.partition("#")[0].split() for line in path.read_text("utf-8").splitlines())
    return [(words[0], words[1]) for words in lines if words]


def _missing(wanted: list[tuple[str, str]]) -> list[str]:
    libraries = _libraries()
    return [package for package, thing in wanted if not _there(thing, libraries)]


def _there(thing: str, libraries: set[str]) -> bool:
    if thing.startswith("/"):
        return Path(thing).exists()
    if ".so." in thing:
        return thing in libraries
    if thing.endswith((".ttf", ".ttc")):
        return any(FONTS.rglob(thing))
    return shutil.which(thing) is not None


def _libraries() -> set[str]:
    ldconfig = shutil.which("ldconfig", path="/sbin:/usr/sbin")
    if ldconfig is None:
        return set()
    listing = subprocess.run([ldconfig, "-p"], capture_output=True, text=True, check=True).stdout
    return {line.split()[0] for line in listing.splitlines()[1:] if line.strip()}


def _quietly(*command: str) -> bool:
    """Run without a question and without a word, unless it fails."""
    done = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        check=False,
    )
    if done.returncode != 0:
        sys.stderr.write(done.stdout.decode("utf-8", "replace"))
    return done.returncode == 0


if __name__ == "__main__":
    main(sys.argv[1:])
