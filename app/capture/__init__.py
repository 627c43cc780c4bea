"""A picture or a file comes in: screen, region, import. This file is the room's only door."""

from app.capture.desktop_keys import DesktopKeys, KeyGrab
from app.capture.errors import (
    BlackPictureError,
    CaptureError,
    ColourDepthError,
    EmptyFileError,
    EmptyRegionError,
    FileChangedError,
    FileUnreadableError,
    FileVanishedError,
    ImportFileError,
    NoDisplayError,
    NotAFileError,
    NoWindowError,
    OffScreenError,
    ScreenFaultError,
    UnknownScreenError,
    WaylandError,
)
from app.capture.files import SourceFile, read_file
from app.capture.frame import ActiveWindow, Grab, Region, Screen, cut, with_context
from app.capture.opening import (
    give_focus,
    load_keys,
    open_keys,
    open_screen,
    wait_until_hidden,
)
from app.capture.still import StillScreen

__all__ = [
    "ActiveWindow",
    "BlackPictureError",
    "CaptureError",
    "ColourDepthError",
    "DesktopKeys",
    "EmptyFileError",
    "EmptyRegionError",
    "FileChangedError",
    "FileUnreadableError",
    "FileVanishedError",
    "Grab",
    "ImportFileError",
    "KeyGrab",
    "NoDisplayError",
    "NoWindowError",
    "NotAFileError",
    "OffScreenError",
    "Region",
    "Screen",
    "ScreenFaultError",
    "SourceFile",
    "StillScreen",
    "UnknownScreenError",
    "WaylandError",
    "cut",
    "give_focus",
    "load_keys",
    "open_keys",
    "open_screen",
    "read_file",
    "wait_until_hidden",
    "with_context",
]
