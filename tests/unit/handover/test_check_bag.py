"""The lists of a package: exact, and complete both ways. Findings are compared whole."""

from __future__ import annotations

import zlib
from collections.abc import Callable

import pytest

from app.handover.check_bag import check_bag, check_bag_info, check_folder_name
from app.handover.layout import REQUIRED
from app.handover.tree import Digest, digest_files
from evidence_store import Finding, FindingKind, Verdict
from tests.e2e.package.forge import Forged, receipt, sha, small
from tests.fakes.package_tree import FakeTree
from tests.unit.handover.telling import entries

MANIFEST, TAGS = "manifest-sha256.txt", "tagmanifest-sha256.txt"
PICTURE = "data/exhibits/bilag-001.png"


def found(forged: Forged) -> list[str]:
    """Each finding as ``kind path found``, with the verdict where it is not ALTERED."""
    tree = FakeTree(forged.files)
    digests, unread = digest_files(tree)
    assert unread == []
    return [told(each) for each in check_bag(tree, digests)]


def told(finding: Finding) -> str:
    verdict = "" if finding.verdict is Verdict.ALTERED else finding.verdict.value
    return " ".join(f"{finding.kind} {finding.path} {finding.found} {verdict}".split())


def changed(name: str, change: Callable[[bytes], bytes]) -> Forged:
    forged = small()
    forged.files[name] = change(forged.files[name])
    return forged


def test_a_sound_package_has_nothing_to_tell() -> None:
    assert found(small()) == []


def test_every_required_file_is_missed_by_its_name() -> None:
    for path in REQUIRED:
        forged = small()
        del forged.files[path]
        assert f"file_missing {path} INCOMPLETE" in found(forged)
        kinds = {line.split()[0] for line in found(forged)}
        assert kinds == {"file_missing"}, path


def test_a_listed_exhibit_that_is_gone_is_missed_and_one_that_is_not_listed_is_told() -> None:
    forged = small()
    del forged.files[PICTURE]
    assert found(forged) == [f"file_missing {PICTURE} INCOMPLETE"]
    finding = next(iter(check_bag(FakeTree(forged.files), digest_files(FakeTree(forged.files))[0])))
    assert finding.exhibit == 1
    forged = small()
    forged.files["data/originals/bilag-009.pdf"] = b"x"
    assert found(forged) == [f"file_not_listed data/originals/bilag-009.pdf {MANIFEST}"]
    assert found(changed(TAGS, lambda text: text.split(b"\n", 1)[1]))[0].startswith(
        "file_not_listed"
    )


def test_a_changed_file_is_told_with_both_hashes() -> None:
    forged = changed(PICTURE, lambda data: data + b"x")
    tree = FakeTree(forged.files)
    (finding,) = check_bag(tree, digest_files(tree)[0])
    assert finding == Finding(
        FindingKind.FILE_HASH,
        Verdict.ALTERED,
        exhibit=1,
        path=PICTURE,
        expected=sha(small().files[PICTURE]),
        found=sha(forged.files[PICTURE]),
    )


def test_the_mark_of_a_bag_is_these_bytes() -> None:
    forged = changed("bagit.txt", lambda text: text.replace(b"1.0", b"0.97"))
    assert found(forged)[0] == "bagit_txt bagit.txt"


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda text: text[:-1], ["manifest_form end", "file_not_listed"]),
        (lambda text: text.replace(b"  data", b" data", 1), ["manifest_form 1:"]),
        (lambda text: text.upper(), ["manifest_form 1:"]),
        (lambda text: text + b"\n", ["manifest_form 7:"]),
        (lambda text: b"\xff" + text[1:], ["manifest_form 1: \\xff"]),
        (lambda text: text + b"0" * 64 + b"  data/../x\n", ["manifest_form 7:"]),
        (lambda text: text + b"0" * 64 + b"  README.txt\n", ["manifest_form 7:"]),
        (lambda text: text + text.split(b"\n", 1)[0] + b"\n", ["manifest_form order"]),
        (
            lambda text: b"\n".join([*reversed(text.split(b"\n")[:-1]), b""]),
            ["manifest_form order"],
        ),
    ],
)
def test_a_list_has_one_form(change: Callable[[bytes], bytes], expected: list[str]) -> None:
    lines = [line.replace(f" {MANIFEST}", "", 1) for line in found(changed(MANIFEST, change))]
    lines = [line for line in lines if line.startswith(("manifest_form", "file_not_listed"))]
    for wanted in expected:
        assert any(line.startswith(wanted) for line in lines), lines


def test_four_mebibytes_of_a_list_are_read_and_no_more() -> None:
    for longer, expected in (
        (-1, f"manifest_form {MANIFEST} 1: xxx"),
        (0, f"manifest_form {MANIFEST} end"),
    ):
        text = b"x" * (4 * 1024 * 1024 + longer) + b"\n"
        first = found(changed(MANIFEST, lambda _text, new=text: new))[0]  # type: ignore[misc]  # bound now
        assert first.startswith(expected), longer


def test_a_list_of_files_of_the_other_list_is_told() -> None:
    forged = small()
    forged.files[TAGS] += forged.files[MANIFEST].split(b"\n", 1)[0] + b"\n"
    assert found(forged) == [
        f"manifest_form {TAGS} 8: {sha(forged.files['data/dossier.pdf'])} data/dossier.pdf",
        f"manifest_form {TAGS} order",
    ]


# -- bag-info.txt and the folder's name ----------------------------------------------------------


def info(forged: Forged, *, fits: bool = True) -> list[str]:
    tree = FakeTree(forged.files)
    last = entries(forged)[-1]
    return [told(each) for each in check_bag_info(tree, digest_files(tree)[0], last, fits=fits)]


def test_bag_info_follows_from_log_and_files() -> None:
    assert info(small()) == info(small(), fits=False) == []
    for before, after in (
        (b"Bevismappe-Package: 1", b"Bevismappe-Package: 0"),
        (b"Bagging-Date: 2026", b"Bagging-Date: 2025"),
        (b"External-Identifier: ", b"External-Identifier: 0"),
    ):
        forged = changed("bag-info.txt", lambda text, a=before, b=after: text.replace(a, b))  # type: ignore[misc]  # bound now
        assert info(forged) == info(forged, fits=False) == ["bag_info bag-info.txt"]


def test_sizes_in_bag_info_are_compared_only_where_all_else_fits() -> None:
    forged = changed(
        "bag-info.txt", lambda text: text.replace(b"Payload-Oxum: ", b"Payload-Oxum: 1")
    )
    assert info(forged) == ["bag_info bag-info.txt"]
    assert info(forged, fits=False) == []
    broken = changed("bag-info.txt", lambda text: text.replace(b"Oxum: ", b"Oxum: x"))
    assert info(broken, fits=False) == ["bag_info bag-info.txt"]
    forged = small()
    del forged.files["bag-info.txt"]
    assert info(forged) == []


def test_a_folder_is_named_by_the_code_that_the_dossier_prints() -> None:
    forged = small()
    log = entries(forged)
    named = check_folder_name(forged.top, log)
    assert named is not None
    assert list(named) == []
    due = receipt(log[-2].hash).replace(" ", "")[:8].lower()
    other = "bevismappe-leder-zzzzzzzz"
    named = check_folder_name(other, log)
    assert named is not None
    assert list(named) == [
        Finding(FindingKind.FOLDER_NAME, Verdict.CONSISTENT, expected=due, found=other)
    ]
    for name in ("min mappe", "", f"{forged.top}-kopi"):
        assert check_folder_name(name, log) is None
    assert check_folder_name(forged.top, log[:1]) is None
    # Two are enough: the dossier, and the entry whose code it prints.
    named = check_folder_name(other, log[:2])
    assert named is not None
    assert [each.expected for each in named] == [receipt(log[0].hash).replace(" ", "")[:8].lower()]


# -- reading all files ---------------------------------------------------------------------------


def test_each_file_is_read_once_and_what_cannot_be_read_is_told() -> None:
    files = {"verify.py": b"to", PICTURE: b"et", "README.txt": b"x" * 3_000_000}
    assert sorted(files)[1] == PICTURE  # the one behind it is read all the same
    tree = FakeTree(files)
    tree.refused = {PICTURE}
    digests, unread = digest_files(tree)
    assert digests == {
        path: Digest(sha(files[path]), len(files[path])) for path in ("README.txt", "verify.py")
    }
    assert unread == [
        Finding(FindingKind.UNREADABLE_FILE, Verdict.UNREADABLE, exhibit=1, path=PICTURE)
    ]
    assert sorted(tree.opened) == sorted(files)


def test_a_checksum_that_the_zip_claims_is_compared() -> None:
    files = {"README.txt": b"x", PICTURE: b"y"}
    right = {path: zlib.crc32(data) for path, data in files.items()}
    assert digest_files(FakeTree(files, checksums=right))[1] == []
    wrong = right | {PICTURE: right[PICTURE] ^ 1}
    assert digest_files(FakeTree(files, checksums=wrong))[1] == [
        Finding(FindingKind.ZIP_FORM, Verdict.ALTERED, exhibit=1, path=PICTURE, found="crc")
    ]
