"""What is only for the person, as a locked PDF: AES-256, a password of its own, and never unlocked on the disk."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from tests.e2e.dossier.made import run_tool
from tests.e2e.walk.house import House

PASSWORD = "hest lampe skov stige kanon brev"


@pytest.fixture
def house(tmp_path: Path) -> House:
    house = House(tmp_path)
    house.ok("init")
    house.ok("note", "KANARIE-kun-for-mig æøå", "--private")
    house.ok("note", "KANARIE-neutral")
    (house.folder / "password").write_text(f"{PASSWORD}\n", encoding="utf-8")
    return house


def copied(house: House, name: str = "mit.pdf") -> Path:
    target = house.folder / name
    made = house.ok(
        "private-copy", "--out", str(target), "--password-file", str(house.folder / "password")
    )
    assert made == {"path": str(target), "pages": 1}
    return target


def test_it_is_locked_by_aes_256_and_opens_with_its_own_password_alone(house: House) -> None:
    target = copied(house)
    raw = target.read_bytes()
    assert b"KANARIE" not in raw
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(target)
    with pikepdf.open(target, password=PASSWORD) as pdf:
        assert (pdf.encryption.R, pdf.encryption.bits) == (6, 256)
        assert pdf.encryption.stream_method.name == "aesv3"
    words = run_tool("pdftotext", "-upw", PASSWORD, target, "-")
    assert "KANARIE-kun-for-mig æøå" in words
    assert "KANARIE-neutral" not in words


def test_a_weak_password_is_refused_and_nothing_is_written(house: House) -> None:
    (house.folder / "weak").write_text("hemmelig\n", encoding="utf-8")
    target = house.folder / "mit.pdf"
    ran = house.run(
        "private-copy", "--out", str(target), "--password-file", str(house.folder / "weak")
    )
    assert ran.code != 0
    assert not target.exists()


def test_a_file_that_exists_is_not_replaced(house: House) -> None:
    target = copied(house)
    before = target.read_bytes()
    ran = house.run(
        "private-copy", "--out", str(target), "--password-file", str(house.folder / "password")
    )
    assert ran.code != 0
    assert target.read_bytes() == before


def test_no_package_has_it(house: House) -> None:
    package = house.folder / "pakke.zip"
    house.ok("handover", "--for", "own_copy", "--out", str(package))
    assert b"kun-for-mig" not in package.read_bytes()
