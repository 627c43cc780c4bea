"""The key that signs reports: made once, and nowhere but in the vault."""

from __future__ import annotations

import json
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pikepdf
import pytest

from app.actions.hand_over import hand_over
from app.actions.make_dossier import make_dossier
from app.actions.open_case import OpenCase
from app.actions.signing import case_signs
from app.dossier import SigningKeyError
from app.p256 import key_of
from tests.unit.actions.acting import captured
from tests.worlds import order


def test_the_key_is_made_once_and_the_newest_is_used(case: OpenCase) -> None:
    assert case.vault.kept_rows("signing") == ()
    first = case_signs(case)
    assert case_signs(case) == first
    with case.vault.act() as act:
        act.keep_row("signing", f'{{"key":"{77:064x}","made_at":"2026-11-24T08:00:00.000Z"}}')
        act.keep_row("other", "nothing of ours")
    second = case_signs(case)
    assert second.key == key_of(77).pkcs8
    assert second.fingerprint != first.fingerprint


@pytest.mark.parametrize("kept", ["", "{}", '{"key":"xx","made_at":"2026-11-24T08:00:00.000Z"}'])
def test_a_key_that_cannot_be_read_is_a_sentence_and_no_other_key_is_made(
    case: OpenCase, kept: str
) -> None:
    with case.vault.act() as act:
        act.keep_row("signing", kept)
    with pytest.raises(SigningKeyError):
        case_signs(case)
    assert case.vault.kept_rows("signing") == (kept,)


def test_the_key_is_nowhere_but_in_the_vault(case: OpenCase, tmp_path: Path) -> None:
    captured(case)
    before = case.vault.head(case.chains.evidence).id.seq
    wish = msgspec.structs.replace(order(), signs=case_signs(case))
    make_dossier(case, wish, tmp_path / "d.pdf")
    assert case.vault.head(case.chains.evidence).id.seq == before + 1  # the dossier alone
    done = subprocess.run(["pdfsig", tmp_path / "d.pdf"], capture_output=True, check=True)
    assert b"Signature is Valid" in done.stdout
    assert b"Total document signed" in done.stdout
    hand_over(case, wish, tmp_path / "p.zip")
    case.vault.backup_plain(tmp_path / "plain", b"")
    key = bytes.fromhex(json.loads(case.vault.kept_rows("signing")[-1])["key"])
    assert key in case_signs(case).key
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert {path.suffix for path in files} >= {".pdf", ".zip", ".txt"}
    looked_at = 0
    for path in files:
        if not path.name.startswith("plain.bevismappe"):
            for data in _all_bytes(path):
                looked_at += 1
                for form in (key, key.hex().encode(), key.hex().upper().encode()):
                    assert form not in data, path.name
    assert looked_at > 20


def _all_bytes(path: Path) -> Iterator[bytes]:
    yield path.read_bytes()
    if path.suffix == ".zip":
        with zipfile.ZipFile(path) as archive:
            yield from (archive.read(name) for name in archive.namelist())
    if path.suffix == ".pdf":
        with pikepdf.open(path) as pdf:
            yield from (
                each.read_bytes() for each in pdf.objects if isinstance(each, pikepdf.Stream)
            )
