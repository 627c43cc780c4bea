"""Where the program keeps what is a person's, led to a folder of a test on any system."""

from __future__ import annotations

from pathlib import Path

_WINDOWS = ("LOCAL_APPDATA", "APPDATA", "PERSONAL")


def places_of(folder: Path) -> dict[str, str]:
    """The variables that lead settings, head memory, caches and (on Windows) documents below ``folder``."""
    xdg = {
        f"XDG_{name}_HOME": str(folder / name.lower())
        for name in ("CONFIG", "DATA", "STATE", "CACHE")
    }
    return xdg | {f"WIN_PD_OVERRIDE_{name}": str(folder / name.lower()) for name in _WINDOWS}
