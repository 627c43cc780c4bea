"""A Debian with nothing in it, made anew for each trial: a package goes in, an ordinary person uses it, it goes out.

What is asked of the outside machine stays outside: its apt fetches what the package depends on, and its X server shows
the window. So nothing is in the bare system that the package does not bring or name.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path, PurePosixPath

from tools.linux.places import BUILD, program

PERSON = 1000
HOME = str(PurePosixPath("/", "home", "kirsten"))  # in the bare system
SUITE = "bookworm"
_X_SOCKETS = "tmp/.X11-unix"
# Where Debian itself keeps books, whichever package comes and goes.
_BOOKS = ("var/lib/dpkg", "var/lib/apt", "var/cache", "var/log", "etc/ld.so.cache")


def why_not() -> str:
    """Return what keeps a bare Debian from being made here, "" where nothing does."""
    if sys.platform == "win32" or os.geteuid() != 0:
        return "it takes root to make a bare Debian"
    wanted = ["apt-get", "Xvfb", "xdotool", "import", "ss", "strace", "openbox", "xsetroot"]
    if not os.environ.get("BEVISMAPPE_BARE"):
        wanted.append("debootstrap")
    missing = [name for name in wanted if shutil.which(name) is None]
    return f"{', '.join(missing)} is missing" if missing else ""


class Bare:
    """The bare system.

    Attributes:
        root: where it lies on the outside machine.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        home = self.outside(HOME)
        home.mkdir(parents=True)
        shutil.chown(home, PERSON, PERSON)

    def outside(self, path: str) -> Path:
        """Return where a path of the bare system lies on the outside machine."""
        return self.root / path.lstrip("/")

    def apt(self, *words: str) -> None:
        """Let the outside machine's apt work on the bare system, without what is only recommended."""
        state = self.root / "var" / "lib"
        options = {
            "Dir::State::status": state / "dpkg" / "status",
            "Dir::State::extended_states": state / "apt" / "extended_states",
            "Dir::Cache": self.root / "var" / "cache" / "apt",
            "Dir::Log": self.root / "var" / "log" / "apt",
            "DPkg::Chroot-Directory": self.root,
        }
        given = [part for name, value in options.items() for part in ("-o", f"{name}={value}")]
        done = subprocess.run(
            [program("apt-get"), "--yes", "--no-install-recommends", *given, *words],
            env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        if done.returncode != 0:
            raise SystemExit(f"apt-get {' '.join(words)}:\n{done.stdout}")

    def words(self, *words: str, env: Mapping[str, str] | None = None) -> list[str]:
        """Return what runs a command in there as an ordinary person, with nothing of our own environment."""
        usual = {"HOME": HOME, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}
        given = [f"{name}={value}" for name, value in (usual | dict(env or {})).items()]
        who = f"--userspec={PERSON}:{PERSON}"
        return [program("chroot"), who, str(self.root), "/usr/bin/env", "-i", *given, *words]

    def run(
        self, *words: str, env: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Run a command in there as an ordinary person, and return what became of it."""
        return subprocess.run(
            self.words(*words, env=env),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )

    def give(self, name: str, content: bytes) -> str:
        """Put a file into the person's home folder, and return its path in there."""
        path = self.outside(f"{HOME}/{name}")
        path.write_bytes(content)
        shutil.chown(path, PERSON, PERSON)
        return f"{HOME}/{name}"

    def running(self) -> list[str]:
        """Return the commands of all that runs in there."""
        found = []
        for process in Path("/proc").glob("[0-9]*"):
            with suppress(OSError):  # it has ended meanwhile
                if (process / "root").readlink() == self.root:
                    found.append((process / "cmdline").read_text("utf-8", "replace"))
        return found

    def files(self) -> frozenset[str]:
        """Return every file outside the home folders, but for Debian's own books."""
        found = set()
        for folder, folders, names in os.walk(self.root):
            here = Path(folder).relative_to(self.root).as_posix()
            aside = (*_BOOKS, "proc", "dev", "sys", "home", _X_SOCKETS)
            folders[:] = [
                each for each in folders if f"{here}/{each}".removeprefix("./") not in aside
            ]
            found |= {f"{here}/{name}".removeprefix("./") for name in names}
        return frozenset(found - set(_BOOKS))


@contextmanager
def bare_debian() -> Iterator[Bare]:
    """Make one, and take it away again. BEVISMAPPE_BARE names a folder with a fresh one that is copied."""
    base = Path(os.environ.get("BEVISMAPPE_BARE") or BUILD / f"bare-{SUITE}")
    if not base.exists():
        _quietly(program("debootstrap"), "--variant=minbase", SUITE, str(base))
    root = BUILD / "bare"
    shutil.rmtree(root, ignore_errors=True)
    root.parent.mkdir(parents=True, exist_ok=True)
    _quietly(program("cp"), "--archive", str(base), str(root))
    with ExitStack() as mounts:
        mounts.callback(shutil.rmtree, root, ignore_errors=True)
        sockets = root / _X_SOCKETS
        sockets.mkdir(parents=True, exist_ok=True)
        Path("/", _X_SOCKETS).mkdir(mode=0o1777, exist_ok=True)
        for words in (
            ["--types", "proc", "proc", str(root / "proc")],
            ["--bind", "/dev", str(root / "dev")],
            ["--bind", f"/{_X_SOCKETS}", str(sockets)],
        ):
            _quietly(program("mount"), *words)
            mounts.callback(_quietly, program("umount"), words[-1])
        yield Bare(root)


def _quietly(*words: str) -> None:
    done = subprocess.run(
        words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    if done.returncode != 0:
        raise SystemExit(f"{' '.join(words)}:\n{done.stdout}")


def lines_of(done: subprocess.CompletedProcess[str], wanted: Sequence[int] = (0,)) -> str:
    """Return what a command printed. Raises SystemExit: it ended with another code."""
    if done.returncode not in wanted:
        raise SystemExit(
            f"{done.args[-1]} ended with {done.returncode}:\n{done.stdout}{done.stderr}"
        )
    return done.stdout
