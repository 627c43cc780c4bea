"""The error log of this computer: a file beside the settings, for whoever helps a person with the program."""

from __future__ import annotations

from pathlib import Path

from app.log.details import log_lines


class ErrorLog:
    """Notes errors at the edges of the program; see ``details`` for what of them.

    Attributes:
        file: where it is written; None notes nothing.
    """

    def __init__(self, file: Path | None = None, program: str = "") -> None:
        """``program`` is name and version, told with each error."""
        self.file = file
        self._program = program

    def note(self, error: BaseException) -> None:
        """Write down an error with the time, UTC. A log that cannot be written keeps nobody from working."""
        if self.file is None:
            return
        # Loading this takes longer than most commands need altogether, and most meet no error.
        from app.log.rotating_file import write_line

        write_line(self.file, f"{self._program} {log_lines(error)}")
