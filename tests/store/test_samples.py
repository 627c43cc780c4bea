"""A vault of each format version, made once and frozen: it must open, verify and read for ever."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import pytest

from evidence_store import HeadMemory, ObjectErasedError, PartState, Vault, Verdict
from tests.data.make_samples import PASSPHRASE, make

DATA = Path(__file__).parents[1] / "data"
SAMPLE = DATA / "vault-v1" / "sample.bevismappe"
SHA256 = "0f64147be724c67de665d9d58cd6218e5d5a881dfd2270ceffff69065cfc49ef"


def test_the_sample_is_the_frozen_file() -> None:
    assert hashlib.sha256(SAMPLE.read_bytes()).hexdigest() == SHA256


def test_the_vault_of_format_1_opens_verifies_and_reads(tmp_path: Path, heads: HeadMemory) -> None:
    path = Path(shutil.copy(SAMPLE, tmp_path / "v.bevismappe"))
    passphrase = (SAMPLE.parent / "passphrase.txt").read_text("utf-8")
    expected = (SAMPLE.parent / "receipts.txt").read_text("ascii").split("\n")
    with Vault.open(path, passphrase, heads=heads) as vault:
        assert vault.format_version == 1
        assert vault.vault_id == "c12411b9562088500c08f7b33d294900"
        report = vault.verify(expect=expected[0].partition(" ")[2])
        assert (report.verdict, report.findings) == (Verdict.CONSISTENT, ())
        assert [f"{r.seq} {r.code}" for r in report.receipts] == expected[:-1]
        assert report.matched is not None
        assert (report.entries, report.objects) == (8, 2)
        evidence, private = vault.chains()
        _, note, picture, large = vault.entries(evidence.id)
        same, gone, stone = list(vault.entries(private.id))[1:]
        text = note.part("text")
        assert text is not None
        assert text.body == '{"kind":"note_text","version":1,"text":"Æblegrød på Åen"}'.encode()
        assert vault.search("ÆBLE") == (note.id,)
        with vault.open_object(picture.id) as stream:
            assert stream.read() == b"picture" * 1000
        assert vault.thumbnail(picture.id) == b"small"
        assert vault.holders(picture.id) == (same.id,)
        with vault.open_object(large.id) as stream:
            assert stream.read() == bytes(1024 * 1024 + 1)
        assert {part.name: part.state for part in gone.parts} == {
            "facts": PartState.OPEN,
            "text": PartState.ERASED,
            "object": PartState.ERASED,
        }
        with pytest.raises(ObjectErasedError):
            vault.open_object(gone.id)
        assert stone.id.seq == 3
        assert vault.draft("form") == b"kladde"


def test_a_sample_made_today_is_made_alike(tmp_path: Path) -> None:
    make(tmp_path / "again")
    assert (tmp_path / "again" / "passphrase.txt").read_text("utf-8") == PASSPHRASE + "\n"
    names = {path.name for path in (tmp_path / "again").iterdir()}
    assert names == {"sample.bevismappe", "passphrase.txt", "receipts.txt"}
