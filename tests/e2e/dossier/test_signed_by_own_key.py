"""A report signed by a key of the person's own, judged by poppler's pdfsig and OpenSSL's command."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pikepdf
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa

from app.dossier import Choices, compose, identity_from_file, load_policy, render
from app.language import Language
from tests.e2e.dossier.made import joined, run_tool, text_of
from tests.fakes.key_files import (
    ISSUER,
    NAME,
    PASSWORD,
    Key,
    authority,
    certificate_of,
    elliptic,
    key_file,
)
from tests.unit.dossier.sample_case import FONTS, MADE_AT, RECIPIENTS, small_case

ENGLISH = Language("en", Path())
CA = elliptic(number=7)
AUTHORITY = authority(CA)


def _file(key: Key) -> bytes:
    return key_file(key, certificate_of(key, CA), (AUTHORITY,))


def _render(target: Path, data: bytes) -> None:
    case = small_case()
    policy = load_policy(RECIPIENTS, "manager")
    dossier = compose(case.state, policy, Choices(), ENGLISH, case.receipt, MADE_AT)
    identity = identity_from_file(data, PASSWORD, MADE_AT)
    render(dossier, target, case.open_object, ENGLISH, FONTS, identity=identity)


@pytest.fixture(scope="module", params=["rsa", "p384"])
def signed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    rsa_key = request.param == "rsa"
    key: Key = rsa.generate_private_key(65537, 3072) if rsa_key else elliptic(ec.SECP384R1())
    data = _file(key)
    folder = tmp_path_factory.mktemp(request.param)
    _render(folder / "signed.pdf", data)
    _render(folder / "again.pdf", data)
    return folder / "signed.pdf"


def test_the_signature_is_valid_covers_the_whole_file_and_names_its_holder(signed: Path) -> None:
    said = run_tool("pdfsig", signed)
    assert "Signature Validation: Signature is Valid." in said
    assert "Total document signed" in said
    assert f"Signer Certificate Common Name: {NAME}" in said
    assert "No syntax or stream encoding errors" in run_tool("qpdf", "--check", signed)
    assert (signed.parent / "again.pdf").read_bytes() == signed.read_bytes()


def test_openssl_finds_what_was_signed_and_who_issued_the_certificate(signed: Path) -> None:
    with pikepdf.open(signed) as pdf:
        value = pdf.Root.AcroForm.Fields[0].V
        first, hole, after, rest = (int(each) for each in value.ByteRange)
        signature = bytes(value.Contents)
    data = signed.read_bytes()
    folder = signed.parent
    (folder / "ca.pem").write_bytes(AUTHORITY.public_bytes(serialization.Encoding.PEM))
    (folder / "sig").write_bytes(signature)
    (folder / "text").write_bytes(data[first:hole] + data[after : after + rest])
    command = ["openssl", "cms", "-verify", "-inform", "der", "-binary", "-cades"]
    command += ["-purpose", "any", "-no_check_time"]
    command += ["-in", f"{folder}/sig", "-content", f"{folder}/text", "-CAfile", f"{folder}/ca.pem"]
    command += ["-out", f"{folder}/out"]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0
    (folder / "text").write_bytes(data[first:hole] + data[after : after + rest] + b" ")
    assert subprocess.run(command, capture_output=True, check=False).returncode != 0


def test_a_later_change_is_seen(signed: Path) -> None:
    data = bytearray(signed.read_bytes())
    data[len(data) // 3] ^= 1
    changed = signed.parent / "changed.pdf"
    changed.write_bytes(data)
    done = subprocess.run(["pdfsig", str(changed)], capture_output=True, check=False)
    assert b"Signature is Valid" not in done.stdout
    changed.write_bytes(signed.read_bytes() + b"\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n")
    done = subprocess.run(["pdfsig", str(changed)], capture_output=True, check=False)
    assert b"Total document signed" not in done.stdout


def test_the_report_says_whose_certificate_it_is_and_of_no_key_of_the_vault(signed: Path) -> None:
    said = joined(text_of(signed))
    assert f"Signed digitally 24 November 2026 at 09:30 by {NAME}" in said
    assert "The certificate’s fingerprint: " in said
    assert f"names {NAME}. {ISSUER} has issued it, and it holds until 1 January 2030" in said
    assert "vault and has never left" not in said


def test_a_long_name_is_cut_in_the_seal_and_whole_below(tmp_path: Path) -> None:
    key = elliptic()
    name = "W" * 64  # as long as a certificate has it
    _render(tmp_path / "long.pdf", key_file(key, certificate_of(key, name=name)))
    said = text_of(tmp_path / "long.pdf")
    assert name in "".join(said.split())
    assert "09:30 by WWWW" in joined(said)
    assert "WWW…" in said
    assert "Signature is Valid" in run_tool("pdfsig", tmp_path / "long.pdf")
