"""Whether something is a package of ours, and of a format that is known here."""

from __future__ import annotations

from io import BytesIO
from typing import BinaryIO

import pytest

from app.handover.layout import BAG_INFO, DOSSIER, LEDGER
from app.handover.tree import (
    UnreadablePackageError,
    form_of,
    is_our_package,
    refuse_newer,
    start_of,
)


class _Files:
    """A package in memory; a file without content cannot be read."""

    name = "package"

    def __init__(self, content: dict[str, bytes | None]) -> None:
        self.checksums: dict[str, int] = {}
        self._content = content
        self.files = {path: len(data or b"") for path, data in content.items()}

    @property
    def form(self) -> int:
        return form_of(start_of(self, BAG_INFO))

    def open(self, path: str) -> BinaryIO:
        data = self._content[path]
        if data is None:
            raise OSError(path)
        return BytesIO(data)

    def close(self) -> None:
        """Nothing is held open."""


def newer(tree: _Files) -> tuple[str, ...]:
    """Kind, file and format where a later one is told, else nothing."""
    try:
        refuse_newer(tree)
    except UnreadablePackageError as error:
        return error.finding.kind, error.finding.path, error.finding.found
    return ()


@pytest.mark.parametrize(
    ("content", "ours"),
    [
        ({}, False),
        ({"photo.jpg": b"Bevismappe-Package: 1\n"}, False),
        ({LEDGER: None}, True),
        ({DOSSIER: None}, True),
        ({BAG_INFO: b"Bevismappe-Package: 1\n"}, True),
        ({BAG_INFO: b"Bevismappe-Package:"}, True),
        ({BAG_INFO: b"Source-Organization: Bevismappe-Package: 1\n"}, False),
        ({BAG_INFO: b""}, False),
        ({BAG_INFO: None}, False),
    ],
)
def test_one_of_our_files_or_our_first_line_makes_it_a_package(
    content: dict[str, bytes | None], ours: bool
) -> None:
    assert is_our_package(_Files(content)) is ours


@pytest.mark.parametrize("path", [BAG_INFO, LEDGER])
@pytest.mark.parametrize("written", [None, b"", b"x", b"Bevismappe-Package: 01x\n"])
def test_what_cannot_be_read_or_names_no_later_format_is_not_called_newer(
    path: str, written: bytes | None
) -> None:
    assert newer(_Files({path: written})) == ()
    assert newer(_Files({})) == ()


@pytest.mark.parametrize(
    ("path", "form", "known"),
    [(BAG_INFO, "Bevismappe-Package: {}", 2), (LEDGER, "bevismappe/ledger/{}", 1)],
)
@pytest.mark.parametrize("end", ["", "\nmore\n"])
def test_a_later_format_is_named_with_its_file(path: str, form: str, known: int, end: str) -> None:
    def tree(version: object) -> _Files:
        return _Files({path: f"{form.format(version)}{end}".encode("ascii")})

    for judged in (0, known, "1x", "1234567890"):
        assert newer(tree(judged)) == ()
    for later in (known + 1, 999_999_999):
        assert newer(tree(later)) == ("newer_format", path, str(later))
