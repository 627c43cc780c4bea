"""A picture or a file comes in: screen, region, import. This file is the room's only door."""

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
    OffScreenError,
    ScreenFaultError,
    UnknownScreenError,
    WaylandError,
)
from app.capture.files import SourceFile, read_file
from app.capture.frame import ActiveWindow, Grab, Region, Screen, cut, with_context
from app.capture.opening import open_screen
from app.capture.still import StillScreen

__all__ = [
    "ActiveWindow",
    "BlackPictureError",
    "CaptureError",
    "ColourDepthError",
    "EmptyFileError",
    "EmptyRegionError",
    "FileChangedError",
    "FileUnreadableError",
    "FileVanishedError",
    "Grab",
    "ImportFileError",
    "NoDisplayError",
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
    "open_screen",
    "read_file",
    "with_context",
]
