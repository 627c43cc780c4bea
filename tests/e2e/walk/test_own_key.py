"""A report signed by a key of the person's own: what the command takes, what it says, and that nothing is kept."""

from __future__ import annotations

import subprocess
import zipfile
from pathlib import Path

import pytest

from tests.e2e.walk.house import House
from tests.fakes.key_files import NAME, PASSWORD, SINCE, certificate_of, elliptic, key_file

KEY = elliptic()
CERTIFICATE = certificate_of(KEY)


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    house = House(tmp_path_factory.mktemp("own_key"))
    house.ok("init")
    house.ok("capture", "--all")
    (house.folder / "key.p12").write_bytes(key_file(KEY, CERTIFICATE))
    old = key_file(KEY, certificate_of(KEY, until=SINCE.replace(year=2026)))
    (house.folder / "old.pfx").write_bytes(old)
    (house.folder / "password").write_text(PASSWORD + "\n", encoding="utf-8")
    (house.folder / "wrong").write_text("hest\n", encoding="utf-8")
    return house


def _signing(house: House, key: str, password: str) -> tuple[str, ...]:
    folder = house.folder
    return ("--sign-with", f"{folder}/{key}", "--sign-password-file", f"{folder}/{password}")


def test_the_report_and_the_one_in_a_package_are_signed_and_the_key_is_nowhere(
    house: House, tmp_path: Path
) -> None:
    pdf, package = tmp_path / "d.pdf", tmp_path / "p.zip"
    signing = _signing(house, "key.p12", "password")
    house.ok("dossier", "--for", "manager", "--out", str(pdf), *signing)
    house.ok("handover", "--for", "manager", "--out", str(package), *signing)
    with zipfile.ZipFile(package) as archive:
        held = [archive.read(name) for name in archive.namelist()]
    (inside,) = [data for data in held if data.startswith(b"%PDF")]
    (tmp_path / "inside.pdf").write_bytes(inside)
    for each in (pdf, tmp_path / "inside.pdf"):
        said = subprocess.run(["pdfsig", each], capture_output=True, check=True).stdout.decode()
        assert "Signature is Valid" in said
        assert "Total document signed" in said
        assert NAME in said
    house.ok("backup", "--plain", str(tmp_path / "plain"))
    held += [path.read_bytes() for path in (tmp_path / "plain").rglob("*") if path.is_file()]
    number = (4711).to_bytes(32, "big")
    assert len(held) > 20
    for data in (*held, pdf.read_bytes(), house.vault.read_bytes()):
        assert number not in data
        assert number.hex().encode() not in data
        assert PASSWORD.encode() not in data


CANNOT = [
    ("key.p12", "wrong", 12, "dossier.KeyFilePasswordError"),
    ("old.pfx", "password", 3, "dossier.CertificateEndedError"),
    ("password", "password", 2, "dossier.NoKeyFileError"),
    ("nothing.p12", "password", 3, "FileNotFoundError"),
    ("key.p12", "nothing", 2, "cli.PassphraseFileError"),
]


def test_what_cannot_sign_is_one_sentence_and_nothing_is_made(house: House, tmp_path: Path) -> None:
    before = house.ok("list")
    words = ("dossier", "--for", "manager", "--out", str(tmp_path / "d.pdf"))
    for key, password, code, kind in CANNOT:
        ran = house.run(*words, *_signing(house, key, password))
        assert (ran.code, ran.answer["error"]["kind"]) == (code, kind)
    assert list(tmp_path.iterdir()) == []
    assert house.ok("list") == before


def test_the_two_keys_are_not_asked_for_at_once(house: House) -> None:
    words = ("dossier", "--for", "manager", "--out", "x.pdf", "--sign")
    assert house.run(*words, *_signing(house, "key.p12", "password")).code == 2


def test_without_a_file_the_password_is_asked_for(house: House, tmp_path: Path) -> None:
    words = ("dossier", "--for", "manager", "--out", str(tmp_path / "d.pdf"))
    with_key = (*words, "--sign-with", str(house.folder / "key.p12"))
    assert house.run(*with_key).answer["error"]["kind"] == "cli.NoKeyPasswordError"
    assert not (tmp_path / "d.pdf").exists()
