"""What is hostile is kept as it came, nothing of it is run or fetched, and what comes behind it is kept too."""

from __future__ import annotations

import io
import os
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.actions.add_file import add_file
from app.casework import Exhibit
from app.casework.kinds.file import FileSource
from app.picture import PictureRefusedError, read_untrusted
from evidence_store import ObjectBody
from tests.worlds import Desk

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c49444154789c63f8cfc0000003010100c9fe92ef0000000049454e44ae426082"
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    made = Desk(tmp_path_factory.mktemp("desk"))
    made.open()
    yield made
    made.session.close()


def kept(desk: Desk, path: Path) -> Exhibit:
    entry = add_file(desk.case, path)
    exhibit = desk.case.state.exhibit_of(entry)
    assert exhibit is not None
    return exhibit


def bytes_of(desk: Desk, exhibit: Exhibit) -> bytes:
    assert isinstance(exhibit.object, ObjectBody)
    with desk.case.vault.open_object(exhibit.original) as stream:
        return stream.read()


WORDS = b"kanarie"
NAMES = [
    "\u202egpj.exe",
    "billede\u2066.png\u2069",
    "CON.png",
    "aux",
    "nul.tar.gz",
    "COM1.jpg",
    "x" * 251 + ".png",
    "æ" * 125 + ".png",
    "linje\nskift\ttab.png",
    "$(reboot);`id`.png",
    "-rf.png",
    "....png",
    " .png",
    "%s%n{name}.png",
    "<img src=x onerror=alert(1)>.png",
]


@pytest.mark.posix("Windows has no such names")
@pytest.mark.parametrize("name", NAMES)
def test_a_file_of_any_name_is_kept_under_it(desk: Desk, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(WORDS)
    exhibit = kept(desk, path)
    assert isinstance(exhibit.source, FileSource)
    assert exhibit.source.name == name
    assert path.read_bytes() == WORDS


@pytest.mark.posix("Windows' names are text")
def test_a_name_that_is_no_text_is_kept_as_far_as_it_is(desk: Desk, tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/\xff\xfe\xe6.png"
    Path(os.fsdecode(path)).write_bytes(WORDS)
    exhibit = kept(desk, Path(os.fsdecode(path)))
    assert isinstance(exhibit.source, FileSource)
    exhibit.source.name.encode("utf-8")
    assert exhibit.source.name.endswith(".png")


def nested(depth: int) -> bytes:
    """A zip in a zip in a zip …"""
    inner = b"kanarie" * 10
    for level in range(depth):
        whole = io.BytesIO()
        with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(f"{level}.zip", inner)
        inner = whole.getvalue()
    return inner


def many_names(count: int) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        for number in range(count):
            archive.writestr(f"../../{number}/CON", b"")
    return whole.getvalue()


def chunk(kind: bytes, body: bytes) -> bytes:
    """A piece of a PNG."""
    return len(body).to_bytes(4, "big") + kind + body + zlib.crc32(kind + body).to_bytes(4, "big")


BOMB = b"k\0\0" + zlib.compress(bytes(16 << 20), 9)
POLYGLOTS = {
    "png and zip": PIXEL + nested(1),
    "png and html": PIXEL + b"<html><script src=http://x.invalid/></script></html>",
    "pdf behind a picture": PIXEL
    + b"%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(1)>>>>endobj",
    "gif that is script": b"GIF89a/*" + b"\0" * 8 + b"*/=1;fetch('http://x.invalid')",
    "html that says png": b"<html><img src=http://x.invalid/a.gif></html>",
    "zip of zips": nested(40),
    "zip of many names": many_names(3_000),
    "png that ends at once": PIXEL[:20],
    "xml that grows": b"<!DOCTYPE a [<!ENTITY b 'x'><!ENTITY c '&b;&b;&b;'>]><a>&c;</a>",
    "png with a bomb in its text": PIXEL[:33] + chunk(b"zTXt", BOMB) + PIXEL[33:],
}


def test_a_batch_of_hostile_files_is_kept_whole_and_the_last_one_too(
    desk: Desk, tmp_path: Path
) -> None:
    for number, (called, content) in enumerate([*POLYGLOTS.items(), ("last", PIXEL)]):
        path = tmp_path / f"{number}.png"
        path.write_bytes(content)
        exhibit = kept(desk, path)
        assert bytes_of(desk, exhibit) == content, called
        assert path.read_bytes() == content


def test_a_zip_in_a_zip_is_listed_and_not_entered() -> None:
    try:
        words = read_untrusted(nested(40), "application/zip").said.words
    except PictureRefusedError as error:
        words = str(error)
    assert "kanarie" not in words
    assert len(words) < 10_000
