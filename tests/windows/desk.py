"""A person's desk with Windows on it: a screen, eyes, hands, and the programs that are started there.

The screen is an X server of its own that shows one virtual desktop of Wine; only there can a program read the screen.
Whatever is done can leave a picture under build/windows/pictures/.
"""

from __future__ import annotations

import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from app.picture import Pixels
from tests.e2e.displays import environment_of, virtual_display
from tests.unit.house.tree import ROOT
from tests.windows.eyes import Place, Seen, find, read, read_white
from tests.worlds import DANISH
from tools.windows.prefix import Prefix

SIZE = (1920, 1000)
PICTURES = ROOT / "build" / "windows" / "pictures"

# Only a test that fails waits that long: eyes need seconds, and the machine has others to serve.
_PATIENCE_S = 120.0
_FIELD_PX = 24  # a point in the field under a label
_LINE = 10  # no row of a test card is like another one, and this one is in its first band
_LOOK_EVERY_S = 0.25
_REST_S = 0.6

# One desktop for all programs of the prefix.
_DESKTOP = r"""REGEDIT4

[HKEY_CURRENT_USER\Software\Wine\Explorer]
"Desktop"="Default"

[HKEY_CURRENT_USER\Software\Wine\Explorer\Desktops]
"Default"="{width}x{height}"
"""

Found = TypeVar("Found")

say = DANISH.text


def until(
    look: Callable[[], Found | None],
    what: str,
    instead: Callable[[], str] = lambda: "",
    patience_s: float = _PATIENCE_S,
) -> Found:
    """What was looked for, as soon as it is there."""
    limit = time.monotonic() + patience_s
    while True:
        found = look()
        if found:
            return found
        assert time.monotonic() < limit, f"it never came to this: {what}; {instead()}"
        time.sleep(_LOOK_EVERY_S)


class Desk:
    """The desk.

    Attributes:
        prefix: the Windows that runs on it.
        walk: the folder under build/windows/pictures/ where its pictures go.
        gaze: the part of the screen that is read; a test card beside it would be taken for letters.
    """

    def __init__(self, prefix: Prefix, walk: str) -> None:
        self.prefix = prefix
        self.walk = PICTURES / walk
        shutil.rmtree(self.walk, ignore_errors=True)
        self.walk.mkdir(parents=True)
        self.gaze: Place = (0, 0, *SIZE)
        self._number = 0

    # -- eyes ------------------------------------------------------------------------------------

    def picture(self, name: str) -> Path:
        """Keep what is on the screen now."""
        self._number += 1
        path = self.walk / f"{self._number:02}-{name}.png"
        self._photograph(path)
        return path

    def at_rest(self) -> Path:
        """What the screen shows once it shows nothing new: a cursor that blinks in a field has two faces."""
        limit = time.monotonic() + _PATIENCE_S
        recent: list[bytes] = []
        while (now := self.pixels((0, 0, *SIZE))) not in recent and time.monotonic() < limit:
            recent = [now, *recent[:2]]
            time.sleep(_REST_S)
        shown = self.walk / "now.ppm"
        shown.write_bytes(b"P6 %d %d 255\n" % SIZE + now)
        return shown

    def words(self) -> list[str]:
        """Every line that can be read on the screen."""
        shown = self.at_rest()
        lines = [*read(shown, self.gaze), *read_white(shown, self.gaze)]
        return [" ".join(each.words for each in line) for line in lines]

    def sees(self, words: str) -> Seen | None:
        """Where some words stand on the screen, once it has come to rest; None where they do not."""
        shown = self.at_rest()
        return find(words, [*read_white(shown, self.gaze), *read(shown, self.gaze)])

    def find(self, words: str) -> Seen:
        """Where some words stand, as soon as they are there."""
        return until(lambda: self.sees(words), f"{words!r} is shown", lambda: self._told(words))

    def pixels(self, place: Place) -> bytes:
        """The RGB bytes of a part of the screen, as another program sees them."""
        x, y, width, height = place
        crop = f"{width}x{height}+{x}+{y}"
        words = ("import", "-silent", "-window", "root", "-crop", crop, "-depth", "8", "rgb:-")
        return self._x(*words)

    def place_of(self, shown: Pixels) -> tuple[int, int] | None:
        """Where a picture is shown in what is looked at, one of its pixels to one of the screen's."""
        x, y, width, height = self.gaze
        seen, stride, along = self.pixels(self.gaze), 3 * width, 3 * shown.width_px
        rows = [shown.rgb[at : at + along] for at in range(0, len(shown.rgb), along)]
        for top in range(height - len(rows) + 1):
            start = seen.find(rows[_LINE], (top + _LINE) * stride, (top + _LINE + 1) * stride)
            left = start - (top + _LINE) * stride
            if start >= 0 and left % 3 == 0:
                return x + left // 3, y + top
        return None

    def windows(self) -> list[str]:
        """The titles of what is open on the desktop, and of what its programs keep unseen."""
        told = self._tree()
        return [line.split('"')[1] for line in told.splitlines() if '"' in line]

    def _told(self, words: str) -> str:
        kept = self.picture("not-found")
        return f"see {kept}; there is {self.words()}"

    def _photograph(self, path: Path) -> None:
        self._x("import", "-silent", "-window", "root", str(path))

    # -- hands -----------------------------------------------------------------------------------

    def click(self, words: str) -> None:
        """Press what has these words on it."""
        self.click_at(*self.find(words).middle)

    def click_under(self, words: str) -> None:
        """Press the field that stands under these words."""
        seen = self.find(words)
        x, y, _width, height = seen.place
        self.click_at(x + _FIELD_PX, y + height + _FIELD_PX)

    def click_at(self, x: int, y: int, *, times: int = 1, button: int = 1) -> None:
        """Press a place of the screen; the third button is the right one."""
        self._x("xdotool", "mousemove", x, y, "sleep", 0.1, "click", "--repeat", times, button)

    def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Press, move, rest, let go."""
        middle = [(one + other) // 2 for one, other in zip(start, end, strict=True)]
        self._x(
            *("xdotool", "mousemove", *start, "sleep", 0.1, "mousedown", 1, "mousemove", *middle),
            *("sleep", 0.1, "mousemove", *end, "sleep", 0.2, "mouseup", 1),
        )

    def key(self, keys: str) -> None:
        """Press keys, such as ``ctrl+r``."""
        self._x("xdotool", "key", "--clearmodifiers", keys)

    def type(self, words: str) -> None:
        """Type letters of a Danish keyboard."""
        self._x("xdotool", "type", "--delay", 30, words)

    def _tree(self) -> str:
        # It fails where a window goes while it looks.
        told = self._x("xwininfo", "-root", "-tree", check=False)
        return told.decode("utf-8", "replace")

    def _x(self, *words: object, check: bool = True) -> bytes:
        return subprocess.run(
            [*map(str, words)],
            env=environment_of(self.prefix.display),
            check=check,
            capture_output=True,
            timeout=_PATIENCE_S,
        ).stdout

    def take_keys(self) -> None:
        """Give the desktop the keys of the X server."""
        until(lambda: "Wine desktop" in self._tree(), "there is a desktop")
        self._x("xdotool", "search", "--sync", "--name", "Wine desktop", "windowactivate", "--sync")


@contextmanager
def screen() -> Iterator[str]:
    """An X server with a window manager and a Danish keyboard; gives its name, such as ``:130``."""
    with virtual_display(*SIZE) as display:
        env = environment_of(display)
        subprocess.run(["setxkbmap", "dk"], env=env, check=True)
        command = ["openbox", "--sm-disable"]
        manager = subprocess.Popen(command, env=env, stderr=subprocess.DEVNULL)
        try:
            until(lambda: _is_managed(env), "there is a window manager")
            yield display
        finally:
            manager.terminate()
            manager.wait()


def _is_managed(env: dict[str, str]) -> bool:
    asked = ("xprop", "-root", "_NET_SUPPORTING_WM_CHECK")
    done = subprocess.run(asked, env=env, check=False, capture_output=True, text=True)
    return "window id" in done.stdout


def set_desktop(prefix: Prefix) -> None:
    """Have one virtual desktop of the screen's size for every program of a prefix."""
    width, height = SIZE
    prefix.registry(_DESKTOP.format(width=width, height=height))
