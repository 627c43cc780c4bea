"""What can go wrong when a picture or a file comes in. Nothing has been kept when one of these is raised."""

from __future__ import annotations

from pathlib import Path


class CaptureError(Exception):
    """Base of all that this room raises."""


# -- the screen ----------------------------------------------------------------------------------


class WaylandError(CaptureError):
    """The session is Wayland, and the desktop hands over no picture: it has no portal for it, or none that answers.

    The X11 way is never gone there: it returns a black picture without saying so.
    """


class ScreenDeniedError(CaptureError):
    """The person told the desktop not to hand over a picture, or closed its question."""


class NoDisplayError(CaptureError):
    """There is no screen to take a picture of, or it cannot be reached.

    Attributes:
        display: the name that was tried; "" when the environment names none.
    """

    def __init__(self, display: str) -> None:
        super().__init__(f"no display at {display!r}")
        self.display = display


class ScreenFaultError(CaptureError):
    """The screen answered with an error.

    Attributes:
        detail: what it said, for the log.
    """

    def __init__(self, detail: str) -> None:
        super().__init__(detail)
        self.detail = detail


class ColourDepthError(CaptureError):
    """The screen has too few colours to be read.

    Attributes:
        bits: its colour depth; 24 and 32 can be read.
    """

    def __init__(self, bits: int) -> None:
        super().__init__(f"colour depth {bits}")
        self.bits = bits


class NoWindowError(CaptureError):
    """No window is in front, or nobody tells where it stands."""


class UnknownScreenError(CaptureError):
    """There is no screen of that number.

    Attributes:
        number: what was asked for; the first screen is 1.
        count: how many there are.
    """

    def __init__(self, number: int, count: int) -> None:
        super().__init__(f"screen {number} of {count}")
        self.number = number
        self.count = count


class _RegionError(CaptureError):
    """A region that gives no picture.

    Attributes:
        x: left edge in the desktop's pixels.
        y: upper edge.
        width_px: width.
        height_px: height.
    """

    def __init__(self, x: int, y: int, width_px: int, height_px: int) -> None:
        super().__init__(f"{width_px} x {height_px} at ({x}, {y})")
        self.x = x
        self.y = y
        self.width_px = width_px
        self.height_px = height_px


class EmptyRegionError(_RegionError):
    """The region has no pixel."""


class OffScreenError(_RegionError):
    """The region lies wholly outside every screen."""


class BlackPictureError(_RegionError):
    """Every pixel came back black: it shows nothing, and is what a locked or refusing screen gives."""


# -- files ---------------------------------------------------------------------------------------


class ImportFileError(CaptureError):
    """A file could not be taken in.

    Attributes:
        path: the file, as it was asked for.
    """

    def __init__(self, path: Path, detail: str = "") -> None:
        # The path is a field and not in the text: texts end in logs, file names must not.
        super().__init__(detail or type(self).__doc__)
        self.path = path
        self.detail = detail


class EmptyFileError(ImportFileError):
    """The file has no bytes."""


class FileVanishedError(ImportFileError):
    """The file is not there, or is no longer there."""


class FileChangedError(ImportFileError):
    """The file changed while it was read."""


class NotAFileError(ImportFileError):
    """A folder, pipe, device or socket, not a file."""


class FileUnreadableError(ImportFileError):
    """The system refused to read the file."""
