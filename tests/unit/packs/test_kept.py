"""The folder of accepted packs is read like a stranger's: what does not fit any more is left out, with the reason."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import msgspec
import pytest

from app.packs import (
    Kept,
    KeptPacks,
    NoSuchPackError,
    PackSignatureError,
    PackVersionError,
    TrustFileError,
    open_envelope,
)
from app.packs.kept import TRUST
from tests.data.make_packs import envelope
from tests.posix import mkfifo

TODAY = date(2026, 12, 1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two packs in it."""
    for union in ("kystens", "havblik"):
        keep(tmp_path / "packs", union)
    return tmp_path / "packs"


def keep(folder: Path, union: str) -> None:
    data = envelope(union)
    KeptPacks(folder).keep(data, open_envelope(data), TODAY)


def names(kept: Kept) -> list[str]:
    return [each.publisher.id for each in kept.documents if each.publisher is not None]


def only(folder: Path, union: str) -> Path:
    """The file of a pack."""
    data = envelope(union)
    (found,) = (path for path in folder.glob("*.pack.json") if path.read_bytes() == data)
    return found


def test_without_a_folder_there_is_nothing_and_nothing_is_made(tmp_path: Path) -> None:
    assert KeptPacks(tmp_path / "packs").read() == Kept()
    assert list(tmp_path.iterdir()) == []


def test_what_was_kept_is_read_in_its_order(folder: Path) -> None:
    assert names(KeptPacks(folder).read()) == ["kystens", "havblik"]


def test_a_changed_byte_on_the_disk_leaves_that_one_out_and_no_other(folder: Path) -> None:
    file = only(folder, "kystens")
    data = bytearray(file.read_bytes())
    data[200] ^= 1
    file.write_bytes(data)
    kept = KeptPacks(folder).read()
    assert names(kept) == ["havblik"]
    assert [type(each.error) for each in kept.left_out] == [PackSignatureError]


def test_a_pack_in_the_place_of_another_is_left_out(folder: Path) -> None:
    only(folder, "kystens").write_bytes(envelope("lyngtoppen"))
    assert names(KeptPacks(folder).read()) == ["havblik"]


def test_a_digest_that_was_written_over_does_not_let_another_publishers_pack_in(
    folder: Path,
) -> None:
    kept = KeptPacks(folder)
    trust = (folder / TRUST).read_text("utf-8")
    theirs, ours = only(folder, "havblik"), only(folder, "kystens")
    digest = ours.name.removesuffix(".pack.json")
    (folder / TRUST).write_text(trust.replace(digest, theirs.name.removesuffix(".pack.json")))
    assert names(kept.read()) == ["havblik"]


@pytest.mark.posix("links and pipes")
def test_a_link_or_a_pipe_is_not_read(folder: Path, tmp_path: Path) -> None:
    file = only(folder, "kystens")
    elsewhere = tmp_path / "elsewhere"
    file.rename(elsewhere)
    file.symlink_to(elsewhere)
    pipe = only(folder, "havblik")
    pipe.unlink()
    mkfifo(pipe)
    kept = KeptPacks(folder).read()
    assert names(kept) == []
    assert len(kept.left_out) == 2


@pytest.mark.parametrize(
    "trust",
    [
        b"",
        b"{",
        b"[]",
        b'{"format": 2}',
        b'{"publishers": {"a": {"name": "a"}}}',
        b'{"unknown": 1}',
        b"[" * 50_000,
        b" " * (1 << 20) + b"{}",
        b'{"publishers": {"a": {"name": "a", "key": "b", "pinned_on": "2026-12-01", "packs": %b}}}'
        % b'{"c": {"version": 1, "sha256": "../secret", "accepted_on": "2026-12-01", "order": 1}}',
    ],
)
def test_a_book_that_cannot_be_read_is_never_taken_for_an_empty_one(
    folder: Path, trust: bytes
) -> None:
    (folder / TRUST).write_bytes(trust)
    with pytest.raises(TrustFileError):
        KeptPacks(folder).read()
    with pytest.raises(TrustFileError):
        keep(folder, "lyngtoppen")
    assert (folder / TRUST).read_bytes() == trust


def test_taken_away_it_is_gone_and_does_not_come_back(folder: Path) -> None:
    kept = KeptPacks(folder)
    kept.remove("kystens/kontakt")
    assert names(kept.read()) == ["havblik"]
    assert len(list(folder.glob("*.pack.json"))) == 1
    with pytest.raises(PackVersionError):
        keep(folder, "kystens")
    for name in ("kystens/kontakt", "kystens", "", "nobody/nothing", "../packs"):
        with pytest.raises(NoSuchPackError):
            kept.remove(name)


def test_the_book_is_plain_json_that_a_person_can_read(folder: Path) -> None:
    book = msgspec.json.decode((folder / TRUST).read_bytes())
    assert book["publishers"]["kystens"]["name"] == "Kystens Fagforbund"
    assert "\n" in (folder / TRUST).read_text("utf-8")
