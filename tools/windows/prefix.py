"""A small Windows under Wine, in a folder of its own: made once, then programs are run in it.

``Prefix.make`` sets one up as the product's tests and its build want it; ``Prefix.copy`` gives another that
begins where the first one stood. All that runs in a prefix was started by it, and ends with it. Whatever is
written stays in its folder: the home folder that Wine would link to is a folder of the prefix too.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PureWindowsPath
from types import TracebackType
from typing import Self

from tools.windows.mkstub import icu_stub, random_stub

_FONTS = Path(__file__).parents[2] / "resources" / "fonts"
_FOLDERS = ("Desktop", "Documents", "Downloads", "Music", "Pictures", "Videos")
# Of Debian's package, which has no wine64 and wineserver64 on the path.
_DEBIANS = Path("/usr/lib/wine")
_SETUP_S = 300.0

# No crash dialog that nobody answers; letters as wide as those of the pictures made on Linux.
_REGISTRY = r"""REGEDIT4

[HKEY_CURRENT_USER\Software\Wine\WineDbg]
"ShowCrashDialog"=dword:00000000

[HKEY_LOCAL_MACHINE\Software\Microsoft\Windows NT\CurrentVersion\FontSubstitutes]
"Segoe UI"="Noto Sans"
"MS Shell Dlg"="Noto Sans"
"MS Shell Dlg 2"="Noto Sans"

[HKEY_CURRENT_USER\Software\Wine\Fonts\Replacements]
"Segoe UI"="Noto Sans"
"MS Shell Dlg"="Noto Sans"
"Tahoma"="Noto Sans"
"""


class NoWineError(Exception):
    """Wine is not on this machine.

    Attributes:
        missing: the program that was looked for.
    """

    def __init__(self, missing: str) -> None:
        super().__init__(f"{missing} is missing (Debian: apt-get install wine wine64)")
        self.missing = missing


def find_wine() -> Path:
    """Where Wine's 64-bit loader stands.

    Raises:
        NoWineError: it is not there.
    """
    return _found("wine64")


class Prefix:
    """One Windows; used as a context, nothing of it runs on afterwards.

    Attributes:
        folder: the prefix, with its home folder beside the drives.
        display: the X server on which its programs show their windows; "" where there is none.
    """

    def __init__(self, folder: Path, display: str = "") -> None:
        """Take a prefix as it stands.

        Raises:
            NoWineError: there is no Wine.
        """
        self.folder = folder.absolute()
        self.display = display
        self._wine = find_wine()
        self._server = _found("wineserver64", "wineserver")

    @classmethod
    def make(cls, folder: Path) -> Prefix:
        """Make one anew in a folder that is not there yet; some twenty seconds.

        Raises:
            NoWineError: there is no Wine.
            subprocess.CalledProcessError: Wine could not set itself up.
        """
        made = cls(folder)
        made.home.mkdir(parents=True)
        made.fonts_elsewhere.write_text("<fontconfig/>", encoding="ascii")
        made.run("wineboot", "-i", timeout_s=_SETUP_S)
        made.run("winecfg", "-v", "win10", timeout_s=_SETUP_S)
        for name in _FOLDERS:
            own = made.user / name
            if own.is_symlink():
                own.unlink()
            own.mkdir(exist_ok=True)
        for font in (*_FONTS.glob("NotoSans*.ttf"), *_FONTS.glob("DejaVu*.ttf")):
            shutil.copy(font, made.drive_c / "windows" / "Fonts")
        made.registry(_REGISTRY)
        made.end()
        return made

    def copy(self, folder: Path, display: str = "") -> Prefix:
        """Another prefix that begins where this one stands; this one must have ended.

        The files of Windows itself, of which nothing is written in place, are shared: they are 700 MB.
        """
        windows = self.drive_c / "windows"

        def take(source: str, target: str) -> None:
            if Path(source).is_relative_to(windows):
                os.link(source, target)
            else:
                shutil.copy2(source, target)

        shutil.copytree(self.folder, folder, symlinks=True, copy_function=take)
        return Prefix(folder, display)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.end()

    # -- places ----------------------------------------------------------------------------------

    @property
    def home(self) -> Path:
        """What Wine takes for the home folder of the one who runs it."""
        return self.folder / "home"

    @property
    def fonts_elsewhere(self) -> Path:
        """The list of this machine's fonts that the prefix sees: none."""
        return self.folder / "fonts.conf"

    @property
    def drive_c(self) -> Path:
        """Drive C."""
        return self.folder / "drive_c"

    @property
    def user(self) -> Path:
        r"""The profile of the one user, such as ``C:\users\NAME``."""
        users = self.drive_c / "users"
        return next(each for each in sorted(users.iterdir()) if each.name != "Public")

    def drive(self, letter: str, folder: Path) -> None:
        """Have a folder of this machine as a drive."""
        link = self.folder / "dosdevices" / f"{letter.lower()}:"
        link.unlink(missing_ok=True)
        link.symlink_to(folder.absolute())

    def path(self, of: Path) -> str:
        """How Windows calls a file of this machine: on C where it lies there, otherwise on Z."""
        whole = of.absolute()
        if whole.is_relative_to(self.drive_c):
            return str(PureWindowsPath("C:\\", *whole.relative_to(self.drive_c).parts))
        return str(PureWindowsPath("Z:\\", *whole.parts[1:]))

    # -- what is run -----------------------------------------------------------------------------

    def environment(self, more: Mapping[str, str] | None = None) -> dict[str, str]:
        """What a program of this prefix is started with: nothing of the caller's own but the path."""
        return {
            "PATH": os.environ.get("PATH", os.defpath),
            "LANG": "C.UTF-8",
            "HOME": str(self.home),
            "WINEPREFIX": str(self.folder),
            "WINESERVER": str(self._server),
            "WINEDEBUG": "-all",
            # Letters are the prefix's own on every machine, and hundreds of others take seconds to read.
            "FONTCONFIG_FILE": str(self.fonts_elsewhere),
            # No menus in the home folder, and no question about parts that nothing here uses.
            "WINEDLLOVERRIDES": "winemenubuilder.exe,mscoree,mshtml=",
            **({"DISPLAY": self.display} if self.display else {}),
            **(more or {}),
        }

    def start(self, *words: str, env: Mapping[str, str] | None = None) -> subprocess.Popen[bytes]:
        """Start a program and go on; its output is read by nobody.

        Args:
            words: the program by its Windows name or path, and its arguments.
            env: what its environment has besides.
        """
        return subprocess.Popen(
            [str(self._wine), *words],
            cwd=self._begins_in(),
            env=self.environment(env),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def run(
        self,
        *words: str,
        env: Mapping[str, str] | None = None,
        check: bool = True,
        timeout_s: float = 120.0,
    ) -> subprocess.CompletedProcess[bytes]:
        """Run a program to its end.

        One that leaves a process behind is started with ``start``: here its output would be waited for.

        Args:
            words: the program by its Windows name or path, and its arguments.
            env: what its environment has besides.
            check: whether another exit code than 0 is an error.
            timeout_s: how long it may take.

        Raises:
            subprocess.CalledProcessError: it failed, and `check` is set; its output is in the error.
            subprocess.TimeoutExpired: it took too long.
        """
        # Windows' Python takes pipes and no files for its standard handles.
        return subprocess.run(
            [str(self._wine), *words],
            cwd=self._begins_in(),
            env=self.environment(env),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=timeout_s,
            check=check,
        )

    def registry(self, text: str) -> None:
        """Bring the text of a .reg file into the registry."""
        file = self.folder / "told.reg"
        file.write_bytes(text.replace("\n", "\r\n").encode("cp1252"))
        self.run("regedit", "/S", self.path(file))
        file.unlink()

    def give_icu(self, qt_core: Path) -> None:
        """Put an ``icuuc.dll`` into the prefix that has what a ``Qt6Core.dll`` asks of Windows' own.

        Wine has none. Every function in it answers nothing, which Qt takes for a converter that is not there.
        """
        icu_stub(qt_core, self.drive_c / "windows" / "system32" / "icuuc.dll")

    def give_random(self) -> None:
        """Put a ``bcryptprimitives.dll`` into the prefix: what is written in Rust takes its random bytes from there."""
        random_stub(self.drive_c / "windows" / "system32" / "bcryptprimitives.dll")

    def wait(self) -> None:
        """Wait until nothing runs in the prefix any more."""
        self._ask_server("-w")

    def end(self) -> None:
        """End whatever still runs in this prefix, and nothing else; what was changed is on the disk then."""
        self._ask_server("-k")
        self._ask_server("-w")

    def _begins_in(self) -> Path | None:
        """The person's documents, where Windows stands already: dialogs of files begin where a program does."""
        users = self.drive_c / "users"
        documents = self.user / "Documents" if users.is_dir() else users
        return documents if documents.is_dir() else None

    def _ask_server(self, word: str) -> None:
        # Its exit code is 1 where nothing ran.
        subprocess.run([self._server, word], env=self.environment(), check=False)


@contextmanager
def fresh_prefix(folder: Path) -> Iterator[Prefix]:
    """A prefix made anew, ended afterwards; its folder stays.

    Raises:
        NoWineError: there is no Wine.
    """
    with Prefix.make(folder) as made:
        yield made


def _found(*names: str) -> Path:
    for name in names:
        for place in (shutil.which(name), _DEBIANS / name):
            if place is not None and Path(place).exists():
                return Path(place)
    raise NoWineError(names[0])
