"""A package that is still a zip: which files it has, and every byte of it that is not as our writer writes it."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest

from app.handover import zip_tree
from app.handover.tree import UnreadablePackageError
from app.handover.zip_tree import ZipTree
from evidence_store import Finding, Verdict
from tests.e2e.package.forge import Forged, small, zip_of

HEADER, RECORD, END = 30, 46, 22
PICTURE = "data/exhibits/bilag-001.png"


def opened(folder: Path, data: bytes) -> ZipTree:
    path = folder / "package.zip"
    path.write_bytes(data)
    return ZipTree(path)


def told(folder: Path, data: bytes) -> list[str]:
    return [words(each) for each in opened_findings(folder, data)]


def opened_findings(folder: Path, data: bytes) -> list[Finding]:
    tree = opened(folder, data)
    tree.close()
    return tree.findings


def words(finding: Finding) -> str:
    verdict = "" if finding.verdict is Verdict.ALTERED else finding.verdict.value
    return " ".join(f"{finding.kind} {finding.path} {finding.found} {verdict}".split())


def refused(folder: Path, data: bytes) -> Finding:
    with pytest.raises(UnreadablePackageError) as caught:
        opened(folder, data)
    return caught.value.finding


def members(forged: Forged) -> list[tuple[str, bytes]]:
    return [(f"{forged.top}/{path}", forged.files[path]) for path in forged.order()]


def patched(data: bytes, at: int, new: bytes) -> bytes:
    return data[:at] + new + data[at + len(new) :]


def test_a_sound_zip_gives_its_files_and_nothing_to_tell(tmp_path: Path) -> None:
    forged = small()
    tree = opened(tmp_path, forged.zip())
    assert tree.findings == []
    assert tree.name == forged.top
    assert tree.files == {path: len(data) for path, data in forged.files.items()}
    assert tree.checksums == {path: zlib.crc32(data) for path, data in forged.files.items()}
    for path, data in forged.files.items():
        with tree.open(path) as stream:
            assert stream.read(3) == data[:3]
            assert stream.read() == data[3:]
            assert stream.read(1) == b""
    tree.close()


@pytest.mark.parametrize(
    ("at", "new", "expected"),
    [
        (4, b"\x0a", "zip_anew CONSISTENT"),  # version
        (6, b"\x08", "zip_form LAES-MIG.txt"),  # flags
        (8, b"\x08", "zip_form LAES-MIG.txt"),  # method
        (10, b"\x01", "zip_anew CONSISTENT"),  # time
        (12, b"\x22", "zip_anew CONSISTENT"),  # date
        (22, b"\x00", "zip_form LAES-MIG.txt"),  # size
        (28, b"\x01", "zip_form LAES-MIG.txt"),  # length of what else may stand there
    ],
)
def test_each_field_of_a_header_that_is_not_as_we_write_it_is_told(
    tmp_path: Path, at: int, new: bytes, expected: str
) -> None:
    """What another program may write as well is a remark: it changes no file."""
    assert told(tmp_path, patched(small().zip(), at, new))[0] == expected


def test_a_checksum_is_told_in_the_list_and_left_to_be_compared(tmp_path: Path) -> None:
    forged = small()
    data = forged.zip()
    tree = opened(tmp_path, patched(data, 14, bytes([data[14] ^ 1])))
    tree.close()
    assert [words(each) for each in tree.findings] == ["zip_form LAES-MIG.txt"]
    assert tree.checksums["LAES-MIG.txt"] == zlib.crc32(forged.files["LAES-MIG.txt"]) ^ 1


def test_a_record_of_the_list_is_told_by_its_file(tmp_path: Path) -> None:
    forged = small()
    data = forged.zip()
    places = [at for at in range(len(data)) if data.startswith(b"PK\x01\x02", at)]
    assert len(places) == len(forged.files)
    for at, path in zip(places, forged.order(), strict=True):
        assert told(tmp_path, patched(data, at + 38, b"\x01")) == ["zip_anew CONSISTENT"]
        assert told(tmp_path, patched(data, at + 10, b"\x01")) == [f"zip_form {path}"]


def test_the_end_is_ours_and_nothing_follows(tmp_path: Path) -> None:
    data = small().zip()
    for wrong in (data + b"\0", patched(data, len(data) - END + 4, b"\1"), data[:-2] + b"\1\0x"):
        assert told(tmp_path, wrong) == ["zip_form end"]


def test_a_zip_cut_in_a_file_in_a_header_or_in_the_list_is_cut(tmp_path: Path) -> None:
    forged = small()
    data = forged.zip()
    first = HEADER + len(forged.top) + 1 + len("LAES-MIG.txt")
    content = len(forged.files["LAES-MIG.txt"])
    assert told(tmp_path, data[: first + content - 1]) == ["zip_cut LAES-MIG.txt INCOMPLETE"]
    assert told(tmp_path, data[: first + content + 9]) == [
        f"zip_cut {first + content + 9} INCOMPLETE"
    ]
    for left in (1, END, END + 5, END + RECORD):
        assert told(tmp_path, data[:-left]) == [f"zip_cut {len(data) - left} INCOMPLETE"]
    tree = opened(tmp_path, data[: first + content])
    tree.close()
    assert tree.files == {"LAES-MIG.txt": content}


def test_files_stand_in_their_order_and_each_once(tmp_path: Path) -> None:
    forged = small()
    listed = members(forged)
    turned = zip_of([listed[1], listed[0], *listed[2:]])
    assert told(tmp_path, turned) == ["zip_anew CONSISTENT"]
    # Where it is no sound zip for another reason, the order is told too.
    assert told(tmp_path, turned + b"x") == ["zip_form end", "zip_form order"]
    assert "duplicate_file README.txt" in told(tmp_path, zip_of([*listed, listed[1]]))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("TOP/data/exhibits/bilag-001.exe", "unknown_file data/exhibits/bilag-001.exe"),
        ("TOP/../x", "unknown_file ../x"),
        ("other/README.md", "unknown_file other/README.md"),
        ("TOP/\u00e6", "unknown_file \\xc3\\xa6"),
        ("TOP/.DS_Store", "system_file .DS_Store CONSISTENT"),
        ("TOP/more/Thumbs.db", "system_file more/Thumbs.db CONSISTENT"),
        ("TOP/__MACOSX/more/._x", "system_file __MACOSX CONSISTENT"),
        ("TOP/__MACOSX", "unknown_file __MACOSX"),
        ("TOP/data/more/Thumbs.db", "unknown_file data/more/Thumbs.db"),
    ],
)
def test_other_names_are_told_and_never_opened(tmp_path: Path, name: str, expected: str) -> None:
    forged = small()
    tree = opened(tmp_path, zip_of([*members(forged), (name.replace("TOP", forged.top), b"x")]))
    tree.close()
    assert expected in [words(each) for each in tree.findings]
    assert set(tree.files) == set(forged.files)


def test_what_is_no_zip_or_no_package_or_too_large_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert refused(tmp_path, b"PK\x03").kind == "not_a_package"
    assert refused(tmp_path, b"").kind == "not_a_package"
    assert refused(tmp_path, zip_of([("photo.jpg", b"x")])).kind == "not_a_package"
    with pytest.raises(UnreadablePackageError) as caught:
        ZipTree(tmp_path)
    assert caught.value.finding.kind == "unreadable"
    data = small().zip()
    count = len(small().files)
    monkeypatch.setattr(zip_tree, "MAX_FILES", count)
    assert told(tmp_path, data) == []
    monkeypatch.setattr(zip_tree, "MAX_FILES", count - 1)
    assert (refused(tmp_path, data).kind, refused(tmp_path, data).found) == (
        "too_large",
        f"{count - 1}",
    )
    monkeypatch.setattr(zip_tree, "MAX_FILES", count)
    monkeypatch.setattr(zip_tree, "_MAX_SIZE", len(data))
    assert told(tmp_path, data) == []
    monkeypatch.setattr(zip_tree, "_MAX_SIZE", len(data) - 1)
    finding = refused(tmp_path, data)
    assert (finding.kind, finding.found) == ("too_large", f"{len(data)}")
    assert finding.verdict is Verdict.UNREADABLE


# -- zipped anew by another program --------------------------------------------------------------


def anew(forged: Forged, *, method: int = 8, top: str | None = None, later: bool = False) -> bytes:
    """What another program writes: deflated, sizes told behind the data or before, and in its own order."""
    out, directory = b"", b""
    names = sorted(forged.files)
    for path in names:
        data = forged.files[path]
        raw = f"{forged.top if top is None else top}/{path}".lstrip("/").encode()
        packer = zlib.compressobj(wbits=-15)
        packed = packer.compress(data) + packer.flush() if method == 8 else data
        totals = (zlib.crc32(data), len(packed), len(data))
        flags = 8 if later else 0
        head = struct.pack(
            "<4s5H3L2H", b"PK\x03\x04", 20, flags, method, 1, 2,
            *((0, 0, 0) if later else totals), len(raw), 0,
        )  # fmt: skip
        directory += struct.pack(
            "<4s6H3L5H2L", b"PK\x01\x02", 20, 20, flags, method, 1, 2, *totals, len(raw), 0, 0, 0, 0, 0, len(out)
        ) + raw  # fmt: skip
        out += head + raw + packed
        if later:
            out += b"PK\x07\x08" + struct.pack("<3L", *totals)
    end = struct.pack(
        "<4s4H2LH", b"PK\x05\x06", 0, 0, len(names), len(names), len(directory), len(out), 0
    )
    return out + directory + end


@pytest.mark.parametrize("later", [False, True])
@pytest.mark.parametrize("method", [0, 8])
@pytest.mark.parametrize("top", [None, "min mappe", ""])
def test_a_sound_zip_of_another_program_is_read_and_remarked_on(
    tmp_path: Path, later: bool, method: int, top: str | None
) -> None:
    forged = small()
    tree = opened(tmp_path, anew(forged, later=later, method=method, top=top))
    assert [words(each) for each in tree.findings] == ["zip_anew CONSISTENT"]
    assert tree.name == (forged.top if top is None else top)
    assert tree.files == {path: len(data) for path, data in forged.files.items()}
    for path, data in forged.files.items():
        with tree.open(path) as stream:
            assert stream.read() == data
    tree.close()


def test_the_folder_of_a_package_is_that_of_its_log_or_report_whatever_is_packed_before_it(
    tmp_path: Path,
) -> None:
    log, report = "data/ledger/evidence.txt", "data/dossier.pdf"
    for gone in ("", log):
        forged = small()
        forged.files.pop(gone, None)
        for stray, told_as in (
            ("__MACOSX/._x", "system_file __MACOSX CONSISTENT"),
            ("other/x.txt", "unknown_file other/x.txt"),
            (f"other/more/{report}", f"unknown_file other/more/{report}"),
        ):
            tree = opened(tmp_path, zip_of([(stray, b"x"), *members(forged)]))
            tree.close()
            assert [words(each) for each in tree.findings] == [told_as, "zip_anew CONSISTENT"]
            assert tree.name == forged.top
            assert tree.files.keys() == forged.files.keys()


def test_a_byte_between_files_or_a_list_that_says_otherwise_makes_no_sound_zip(
    tmp_path: Path,
) -> None:
    data = anew(small())
    at, last = data.index(b"PK\x01\x02"), data.rindex(b"PK\x01\x02")
    for wrong in (
        patched(data, last + 32, b"\x01"),  # a comment that reaches out of the list
        patched(data, 26, b"\x01"),  # the length of a name
        patched(data, at + 10, b"\x00"),  # the method in the list
        patched(data, at + 16, bytes([data[at + 16] ^ 1])),  # the checksum in the list
        patched(data, at + 42, b"\x01"),  # where it lies
        data + b"\0",
        data[:-1] + b"\x01",
        patched(data, len(data) - END + 8, b"\x01"),
    ):
        try:
            lines = told(tmp_path, wrong)
        except UnreadablePackageError as error:
            lines = [words(error.finding)]
        assert "zip_anew CONSISTENT" not in lines
        assert any(line.startswith(("zip_form", "zip_cut", "not_a_package")) for line in lines)


def test_what_is_packed_in_another_way_cannot_be_read(tmp_path: Path) -> None:
    forged = small()
    for method, flags in ((12, 0), (0, 1)):
        data = anew(forged, method=0)
        starts = [at for at in range(len(data)) if data.startswith(b"PK\x03\x04", at)]
        first = starts[0]
        at = data.index(b"PK\x01\x02")
        data = patched(data, first + 8, struct.pack("<H", method))
        data = patched(data, at + 10, struct.pack("<H", method))
        data = patched(data, first + 6, struct.pack("<H", flags))
        data = patched(data, at + 8, struct.pack("<H", flags))
        finding = refused(tmp_path, data)
        assert finding.kind == "zip_method"
        assert finding.verdict is Verdict.UNREADABLE


@pytest.mark.parametrize("place", [18, 22])
def test_a_size_that_is_told_elsewhere_cannot_be_read(tmp_path: Path, place: int) -> None:
    """ZIP64: all ones stand where the size of a very large file would."""
    data = anew(small())
    listed = data.index(b"PK\x01\x02")
    for ones, kind in ((b"\xff" * 4, "zip_method"), (b"\xfe" + b"\xff" * 3, None)):
        changed = patched(patched(data, place, ones), listed + place + 2, ones)
        try:
            found = {each.kind for each in opened_findings(tmp_path, changed)}
        except UnreadablePackageError as error:
            found = {error.finding.kind}
        assert (found == {"zip_method"}) is (kind == "zip_method")


def test_more_than_a_package_may_hold_is_not_inflated(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    forged = small()
    total = sum(len(data) for data in forged.files.values())
    data = anew(forged)
    monkeypatch.setattr(zip_tree, "_MAX_SIZE", total)
    assert told(tmp_path, data) == ["zip_anew CONSISTENT"]
    monkeypatch.setattr(zip_tree, "_MAX_SIZE", total - 1)
    finding = refused(tmp_path, data)
    assert (finding.kind, finding.found) == ("too_large", f"{total}")
