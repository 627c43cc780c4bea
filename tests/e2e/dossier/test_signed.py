"""A signed report, judged by poppler's pdfsig."""

from __future__ import annotations

import hashlib
import io
import subprocess
from pathlib import Path

import pikepdf
import pytest

from app.dossier import Choices, Rendered, compose, load_policy, render, signing_identity
from app.language import Language
from app.p256 import key_of
from tests.e2e.dossier.made import joined, run_tool, text_of
from tests.unit.dossier.sample_case import FONTS, MADE_AT, RECIPIENTS, small_case

ENGLISH = Language("en", Path())
KEY = 0x1234_5678_9ABC_DEF0
IDENTITY = signing_identity(key_of(KEY), MADE_AT)


def _render(target: Path, *, signed: bool = True) -> Rendered:
    case = small_case()
    policy = load_policy(RECIPIENTS, "manager")
    dossier = compose(case.state, policy, Choices(), ENGLISH, case.receipt, MADE_AT)
    identity = IDENTITY if signed else None
    return render(dossier, target, case.open_object, ENGLISH, FONTS, identity=identity)


@pytest.fixture(scope="module")
def signed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("signed") / "signed.pdf"
    rendered = _render(target)
    assert rendered.sha256 == hashlib.sha256(target.read_bytes()).hexdigest()
    assert rendered.size == target.stat().st_size
    return target


def test_the_signature_is_valid_and_covers_the_whole_file(signed: Path) -> None:
    said = run_tool("pdfsig", signed)
    assert "Signature Validation: Signature is Valid." in said
    assert "Total document signed" in said
    assert "Signature Type: ETSI.CAdES.detached" in said
    assert "Signing Hash Algorithm: SHA-256" in said
    assert "No syntax or stream encoding errors" in run_tool("qpdf", "--check", signed)


def test_the_fingerprint_stands_in_the_seal_and_in_the_section_on_integrity(signed: Path) -> None:
    assert IDENTITY.fingerprint in "".join(text_of(signed).split())
    with pikepdf.open(signed) as pdf:
        (field,) = pdf.Root.AcroForm.Fields
        assert int(pdf.Root.AcroForm.SigFlags) == 3
        assert field.P.objgen == pdf.pages[0].objgen
        assert int(field.F) & 4
        assert IDENTITY.fingerprint in "".join(str(field.TU).split())
        assert "/AP" in field
        assert b"Tj" in field.AP.N.read_bytes()
        (form,) = [kid for kid in pdf.Root.StructTreeRoot.K[0].K if kid.S == "/Form"]
        assert form.K[0].Obj.objgen == field.objgen
    assert "Signed digitally 24 November 2026 at 09:30" in joined(text_of(signed))


@pytest.mark.parametrize("at", [200, 0.5, -3000])
def test_one_changed_byte_is_seen(signed: Path, tmp_path: Path, at: float) -> None:
    data = bytearray(signed.read_bytes())
    place = int(at * len(data)) if 0 < at < 1 else int(at)
    while bytes(data[place : place + 1]) in b"<>0":  # not in the room behind the signature
        place += 1
    with pikepdf.open(signed) as pdf:
        _, start, end, _ = (int(each) for each in pdf.Root.AcroForm.Fields[0].V.ByteRange)
    if start <= place % len(data) < end:
        place = end + 1
    data[place] ^= 1
    changed = tmp_path / "changed.pdf"
    changed.write_bytes(data)
    assert "Signature is Valid" not in _pdfsig(changed)


def _pdfsig(pdf: Path) -> str:
    done = subprocess.run(["pdfsig", str(pdf)], capture_output=True, check=False)
    return done.stdout.decode("utf-8", "replace")


def test_a_page_that_is_added_is_seen(signed: Path, tmp_path: Path) -> None:
    added = tmp_path / "added.pdf"
    data = signed.read_bytes()
    added.write_bytes(data + b"\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n")
    assert "Total document signed" not in _pdfsig(added)


def test_without_the_signature_it_is_the_file_that_was_there_before(
    signed: Path, tmp_path: Path
) -> None:
    data = signed.read_bytes()
    with pikepdf.open(signed) as pdf:
        assert data.count(b"%%EOF") == 2
        before = data[: data.index(b"%%EOF") + 6]
        with pikepdf.open(io.BytesIO(before)) as unsigned:
            assert len(unsigned.pages) == len(pdf.pages)
            assert "/AcroForm" not in unsigned.Root
    again = tmp_path / "again.pdf"
    _render(again)
    assert again.read_bytes() == data
    plain = tmp_path / "plain.pdf"
    _render(plain, signed=False)
    assert plain.read_bytes() != before  # it prints no fingerprint
