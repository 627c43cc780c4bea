"""A package that another program zipped anew is judged by its files; what is hidden between them is found."""

from __future__ import annotations

import contextlib
import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from evidence_store import format_receipt
from tests.e2e.package.forge import Forged, receipt, small
from tests.e2e.package.verifiers import Answer, Verifier, ask_app, ask_py, load_verify_py

PICTURE = "data/exhibits/bilag-001.png"


@pytest.fixture(scope="module")
def verifier() -> Verifier:
    return load_verify_py()


@pytest.fixture(scope="module")
def sound() -> Forged:
    return small()


def alike(verifier: Verifier, target: Path, expect: str = "") -> Answer:
    by_app = ask_app(target, expect)
    assert ask_py(verifier, target, expect) == by_app
    return by_app


def zipped(
    files: dict[str, bytes], *, method: int = zipfile.ZIP_DEFLATED, streamed: bool = False
) -> bytes:
    class Stream(io.BytesIO):
        def seekable(self) -> bool:
            return not streamed

        def tell(self) -> int:
            if streamed:
                raise io.UnsupportedOperation
            return super().tell()

    out = Stream()
    with zipfile.ZipFile(out, "w", method) as again:
        for name, data in files.items():
            again.writestr(name, data)
    return out.getvalue()


def under(top: str, forged: Forged) -> dict[str, bytes]:
    return {f"{top}{name}": data for name, data in forged.files.items()}


def with_folders(forged: Forged) -> bytes:
    folders = ["", "data/", "data/exhibits/", "data/ledger/", "data/originals/"]
    entries = {f"{forged.top}/{folder}": b"" for folder in folders}
    return zipped(entries | under(f"{forged.top}/", forged))


def with_times(forged: Forged) -> bytes:
    """With a field of their own for each file's time, as zip of Unix and Android writes them."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as again:
        for name, data in under(f"{forged.top}/", forged).items():
            info = zipfile.ZipInfo(name)
            info.extra = b"UT\x05\x00\x03\x00\x00\x00\x60"
            again.writestr(info, data)
    return out.getvalue()


WAYS: dict[str, Callable[[Forged], bytes]] = {
    "deflated": lambda forged: zipped(under(f"{forged.top}/", forged)),
    "stored": lambda forged: zipped(under(f"{forged.top}/", forged), method=zipfile.ZIP_STORED),
    "streamed": lambda forged: zipped(under(f"{forged.top}/", forged), streamed=True),
    "with entries for folders": with_folders,
    "with times": with_times,
    "another order": lambda forged: zipped(dict(reversed(under(f"{forged.top}/", forged).items()))),
    "another folder name": lambda forged: zipped(under("Fra Mette/", forged)),
    "without its folder": lambda forged: zipped(under("", forged)),
}


@pytest.mark.parametrize("way", WAYS)
def test_the_same_files_zipped_anew_are_one_remark(
    tmp_path: Path, verifier: Verifier, sound: Forged, way: str
) -> None:
    target = tmp_path / "package.zip"
    target.write_bytes(WAYS[way](sound))
    last = sound.ledger.entries[-1]
    answer = alike(verifier, target, format_receipt(receipt(last.hash), last.seq))
    assert (answer.verdict, answer.matched) == ("CONSISTENT", True)
    assert answer.findings == {("zip_anew", None, None, "package.zip")}
    assert answer.checks["packing"] == "failed"
    assert answer.checks["structure"] == answer.checks["files"] == "passed"
    assert verifier.main([str(target)]) == 0


@pytest.mark.parametrize("way", WAYS)
def test_a_changed_file_in_it_is_found_and_named(
    tmp_path: Path, verifier: Verifier, sound: Forged, way: str
) -> None:
    changed = sound.copy()
    changed.files[PICTURE] += b"!"
    target = tmp_path / "package.zip"
    target.write_bytes(WAYS[way](changed))
    answer = alike(verifier, target)
    assert answer.verdict == "ALTERED"
    assert ("file_hash", None, 1, PICTURE) in answer.findings
    del changed.files[PICTURE]
    target.write_bytes(WAYS[way](changed))
    answer = alike(verifier, target)
    assert answer.verdict == "INCOMPLETE"
    assert ("file_missing", None, 1, PICTURE) in answer.findings


def test_any_flipped_byte_of_it_is_told_alike_and_never_passes_for_a_file(
    tmp_path: Path, verifier: Verifier, sound: Forged
) -> None:
    whole = zipped(under(f"{sound.top}/", sound))
    random, target = Random("flips"), tmp_path / "package.zip"
    for _ in range(400):
        at = random.randrange(len(whole))
        changed = bytearray(whole)
        changed[at] ^= 1 << random.randrange(8)
        target.write_bytes(changed)
        answer = alike(verifier, target)
        if answer.verdict != "CONSISTENT":
            continue
        assert answer.kinds() == {"zip_anew"}
        with contextlib.suppress(NotImplementedError), zipfile.ZipFile(target) as archive:
            read = {each: archive.read(each) for each in archive.namelist()}
            assert read == under(f"{sound.top}/", sound)


def gap(whole: bytes) -> bytes:
    """Bytes between the last file and the list, and a list that knows where it lies."""
    start = int.from_bytes(whole[-6:-2], "little")
    moved = whole[:start] + b"skjult" + whole[start:]
    return moved[:-6] + (start + 6).to_bytes(4, "little") + moved[-2:]


def renamed_in_the_list(whole: bytes) -> bytes:
    """Readers that go by the list would see another name than those that go by the headers."""
    at = whole.rindex(b"data/exhibits/bilag-002.png")
    return whole[:at] + b"data/exhibits/bilag-009.png" + whole[at + 27 :]


HIDDEN: dict[str, Callable[[bytes], bytes]] = {
    "before": lambda whole: b"skjult" + whole,
    "after": lambda whole: whole + b"skjult",
    "comment": lambda whole: whole[:-2] + b"\x06\x00skjult",
    "gap": gap,
    "renamed": renamed_in_the_list,
}


@pytest.mark.parametrize("way", HIDDEN)
def test_what_is_hidden_between_its_files_is_found(
    tmp_path: Path, verifier: Verifier, sound: Forged, way: str
) -> None:
    target = tmp_path / "package.zip"
    target.write_bytes(HIDDEN[way](zipped(under(f"{sound.top}/", sound))))
    assert alike(verifier, target).verdict in ("ALTERED", "INCOMPLETE", "UNREADABLE")


def test_bytes_hidden_behind_a_deflated_file_are_found(
    tmp_path: Path, verifier: Verifier, sound: Forged
) -> None:
    """The picture's place in the zip is six bytes longer than its data need."""
    whole = zipped({f"{sound.top}/{PICTURE}": sound.files[PICTURE]})
    name = len(sound.top) + 1 + len(PICTURE)
    packed = int.from_bytes(whole[18:22], "little")
    longer = (packed + 6).to_bytes(4, "little")
    data_end = 30 + name + packed
    local = whole[:18] + longer + whole[22:data_end] + b"skjult"
    record = whole[data_end : data_end + 20] + longer + whole[data_end + 24 : -22]
    end = whole[-22:-6] + len(local).to_bytes(4, "little") + whole[-2:]
    target = tmp_path / "package.zip"
    target.write_bytes(local + record + end)
    answer = alike(verifier, target)
    assert ("unreadable_file", None, 1, PICTURE) in answer.findings
    assert answer.verdict == "UNREADABLE"


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_another_packing_is_not_called_a_change(
    tmp_path: Path, verifier: Verifier, sound: Forged, method: int
) -> None:
    target = tmp_path / "package.zip"
    target.write_bytes(zipped(under(f"{sound.top}/", sound), method=method))
    answer = alike(verifier, target)
    assert (answer.verdict, answer.kinds()) == ("UNREADABLE", {"zip_method"})


def test_a_list_in_the_form_for_very_large_zips_is_not_called_a_change(
    tmp_path: Path, verifier: Verifier, sound: Forged
) -> None:
    """ZIP64: a second end before the one at the end, and where to find it."""
    whole = zipped(under(f"{sound.top}/", sound))
    end = whole[-22:]
    count, size, start = end[10:12], end[12:16], end[16:20]
    far = b"PK\x06\x06" + (44).to_bytes(8, "little") + b"\x2d\0\x2d\0" + bytes(8)
    far += 2 * (count + bytes(6)) + size + bytes(4) + start + bytes(4)
    found_at = b"PK\x06\x07" + bytes(4) + (len(whole) - 22).to_bytes(8, "little") + b"\1\0\0\0"
    target = tmp_path / "package.zip"
    target.write_bytes(whole[:-22] + far + found_at + end)
    with zipfile.ZipFile(target) as archive:
        assert archive.testzip() is None
    answer = alike(verifier, target)
    assert (answer.verdict, answer.kinds()) == ("UNREADABLE", {"zip_method"})


def test_a_file_that_unpacks_without_end_is_stopped(
    tmp_path: Path, verifier: Verifier, sound: Forged
) -> None:
    """The list claims 100 bytes; the data would give 50 million."""
    forged = sound.copy()
    forged.files[PICTURE] = bytes(50_000_000)
    whole = bytearray(zipped(under(f"{forged.top}/", forged)))
    size = (50_000_000).to_bytes(4, "little")
    assert whole.count(size) == 2
    target = tmp_path / "package.zip"
    target.write_bytes(whole.replace(size, (100).to_bytes(4, "little")))
    answer = alike(verifier, target)
    assert answer.verdict == "ALTERED"
    assert ("file_hash", None, 1, PICTURE) in answer.findings
