"""What is signed is checked at once, and a wrong byte afterwards is found."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from tests.unit.windows_build.programs import small_program
from tools.windows.authenticode import OSSLSIGNCODE, read_signature
from tools.windows.msix import pack_msix
from tools.windows.msix_package import package_manifest
from tools.windows.signing import Signer, SigningError, make_test_certificate, signer_from


def _version() -> tuple[int, ...]:
    """Version of osslsigncode: Debian 12 has 2.5, its backports 2.9."""
    told = subprocess.run([OSSLSIGNCODE, "--version"], capture_output=True, text=True, check=False)
    found = re.search(r"osslsigncode (\d+)\.(\d+)", told.stdout + told.stderr)
    return (int(found[1]), int(found[2])) if found else (0, 0)


@pytest.fixture(scope="module")
def signer(tmp_path_factory: pytest.TempPathFactory) -> Signer:
    pfx = tmp_path_factory.mktemp("certificate") / "test.pfx"
    make_test_certificate(pfx)
    return Signer(pfx)


@pytest.fixture
def program(tmp_path: Path) -> Path:
    path = tmp_path / "Bevismappe.exe"
    path.write_bytes(small_program())
    return path


def test_a_program_is_signed_in_its_place(signer: Signer, program: Path) -> None:
    signer.sign(program)
    signature = read_signature(program)
    assert signature is not None
    assert signature.signer == "Bevismappe test"
    assert signature.said == signature.found


def test_a_byte_that_is_changed_afterwards_is_found(signer: Signer, program: Path) -> None:
    signer.sign(program)
    data = bytearray(program.read_bytes())
    data[0x210] ^= 1
    program.write_bytes(data)
    with pytest.raises(SigningError):
        signer.verify(program)


def test_another_certificate_of_the_same_name_does_not_verify(
    signer: Signer, program: Path, tmp_path: Path
) -> None:
    make_test_certificate(tmp_path / "other.pfx")
    Signer(tmp_path / "other.pfx").sign(program)
    with pytest.raises(SigningError):
        signer.verify(program)


def test_a_package_is_signed_whose_publisher_is_the_subject(signer: Signer, tmp_path: Path) -> None:
    assert signer.subject() == "CN=Bevismappe test, O=Bevismappe test, C=DK"
    path = tmp_path / "a.msix"
    manifest = package_manifest("1.0", signer.subject())
    path.write_bytes(pack_msix(manifest, {"Bevismappe.exe": small_program()}))
    if _version() < (2, 9):
        # Debian 12's own signs no MSIX, and the build says so; that of its backports does.
        with pytest.raises(SigningError):
            signer.sign(path)
        return
    signer.sign(path)
    signer.verify(path)


def test_a_certificate_with_a_password_wants_it(
    signer: Signer, program: Path, tmp_path: Path
) -> None:
    pem, locked = tmp_path / "whole.pem", tmp_path / "locked.pfx"
    openssl = ("openssl", "pkcs12", "-passin", "pass:", "-in", signer.pfx)
    subprocess.run([*openssl, "-nodes", "-out", pem], check=True, capture_output=True)
    export = ("openssl", "pkcs12", "-export", "-in", pem, "-passout", "pass:løsen ord")
    subprocess.run([*export, "-out", locked], check=True, capture_output=True)
    with pytest.raises(SigningError):
        Signer(locked, "another").sign(program)
    Signer(locked, "løsen ord").sign(program)


def test_nobody_signs_where_no_certificate_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIGN_PASSWORD", "a word")
    assert signer_from("") is None
    assert signer_from("a.pfx") == Signer(Path("a.pfx"), "a word")
