"""The pack that comes with the program: the files under resources/packs, and the public holidays."""

from __future__ import annotations

from pathlib import Path

from app.packs.document import PackDocument, read_document
from app.packs.errors import BuiltInPackError, PackTableError

FOLDER = "packs"
_HOLIDAYS = Path("deadlines") / "public_holidays.toml"


def read_builtin(resources: Path) -> tuple[PackDocument, ...]:
    """Return the files of the program's own pack, in the order of their names; all are of the one pack.

    Raises:
        BuiltInPackError: they cannot be read.
    """
    try:
        files = sorted((resources / FOLDER).glob("*.toml"))
        read = [read_document(file.read_bytes()) for file in (*files, resources / _HOLIDAYS)]
    except (OSError, PackTableError) as error:
        raise BuiltInPackError(str(error)) from error
    if not files:
        raise BuiltInPackError("no packs")
    if sum(each.pack is not None for each in read) != 1:
        raise BuiltInPackError("the program's pack has to be named once")
    if any(each.publisher is not None for each in read):
        raise BuiltInPackError("the program's pack names no publisher")
    return tuple(read)
