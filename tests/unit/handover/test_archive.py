"""The zip as it is written: what it says of each member, and what becomes of it where it cannot be written."""

from __future__ import annotations

import errno
import hashlib
import zipfile
from io import BytesIO

import pytest

from app.handover.archive import Archive

TOP = "bevismappe-leder-00000000"


class _Disk(BytesIO):
    """A disk that is full from some time on."""

    full = False

    def write(self, data: object) -> int:
        if self.full:
            raise OSError(errno.ENOSPC, "full")
        return super().write(data)  # type: ignore[arg-type]  # whatever zipfile hands in


def test_each_member_is_stored_in_the_folder_and_noted() -> None:
    target = BytesIO()
    with Archive(target, TOP) as archive:
        archive.add("data/a", iter((b"one", b"two")))
        archive.add_bytes("b.txt", b"")
    assert archive.sizes == {"data/a": 6, "b.txt": 0}
    assert archive.digests == {
        "data/a": hashlib.sha256(b"onetwo").hexdigest(),
        "b.txt": hashlib.sha256(b"").hexdigest(),
    }
    with zipfile.ZipFile(target) as written:
        infos = written.infolist()
        assert [each.filename for each in infos] == [f"{TOP}/data/a", f"{TOP}/b.txt"]
        assert {each.date_time for each in infos} == {(1980, 1, 1, 0, 0, 0)}
        assert {(each.create_system, each.external_attr >> 16) for each in infos} == {(3, 0o100644)}
        assert written.read(f"{TOP}/data/a") == b"onetwo"


def written_to_a_disk_that_fills_up(then: Exception | None = None) -> None:
    target = _Disk()
    try:
        with Archive(target, TOP) as archive:
            archive.add_bytes("a", b"one")
            target.full = True
            if then is not None:
                raise then
    finally:
        target.full = False


def test_a_disk_that_is_full_at_the_very_end_is_no_finished_zip() -> None:
    with pytest.raises(OSError, match="full"):
        written_to_a_disk_that_fills_up()


def test_what_ended_the_writing_is_told_and_not_that_the_end_could_not_be_written() -> None:
    with pytest.raises(LookupError):
        written_to_a_disk_that_fills_up(LookupError())
