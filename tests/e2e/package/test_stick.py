"""The folder for a USB stick: opened by a browser, checked by coreutils, encrypted for others' tools."""

from __future__ import annotations

import hashlib
import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, cast

import pyrage
import pytest

from app.handover import StickFile, StickLargeError, locked_stick
from tests.e2e.browser import page_without_window
from tests.e2e.walk.house import House

SAFE = re.compile(r"[a-z0-9][a-z0-9.-]{0,60}")


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    house = House(tmp_path_factory.mktemp("stick"))
    house.ok("init", "--title", "Sag <b>med</b> & tegn")
    house.ok("capture", "--all", "--url", "https://social.example/posts/1")
    (house.folder / "Æ: foto.txt").write_text("som modtaget\n", encoding="utf-8")
    house.ok("add", str(house.folder / "Æ: foto.txt"))
    made = ("--for", "own_copy", "--original", "2", "--out", str(house.folder / "p.zip"))
    house.ok("handover", *made)
    return house


@pytest.fixture(scope="module")
def stick(house: House) -> Path:
    folder = house.folder / "usb"
    made = house.ok("stick", str(house.folder / "p.zip"), "--out", str(folder))
    assert (made["path"], made["encrypted"]) == (str(folder), False)
    return folder


def names_in(folder: Path) -> list[str]:
    return sorted(
        each.relative_to(folder).as_posix() for each in folder.rglob("*") if each.is_file()
    )


def test_it_has_the_package_and_copies_of_what_is_in_it(house: House, stick: Path) -> None:
    names = names_in(stick)
    assert names == [
        "billeder/bilag-001.jpg",
        "filer/bilag-001.png",
        "filer/bilag-002-original.txt",
        "index.html",
        "laes-mig.txt",
        "pakke/pakke.zip",
        "rapport.pdf",
        "sha256sums.txt",
    ]
    assert all(SAFE.fullmatch(part) for name in names for part in name.split("/"))
    package = (house.folder / "p.zip").read_bytes()
    assert (stick / "pakke" / "pakke.zip").read_bytes() == package
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        inside = {hashlib.sha256(archive.read(each)).digest() for each in archive.namelist()}
    for name in ("rapport.pdf", "filer/bilag-001.png", "filer/bilag-002-original.txt"):
        assert hashlib.sha256((stick / name).read_bytes()).digest() in inside
    assert (stick / "billeder" / "bilag-001.jpg").stat().st_size <= 1_000_000


def test_coreutils_check_it_and_see_a_changed_byte(stick: Path, tmp_path: Path) -> None:
    check = ("sha256sum", "--check", "--strict", "sha256sums.txt")
    assert subprocess.run(check, cwd=stick, capture_output=True, check=False).returncode == 0
    listed = {line.split("  ")[1] for line in (stick / "sha256sums.txt").read_text().splitlines()}
    assert listed == set(names_in(stick)) - {"sha256sums.txt"}
    other = tmp_path / "other"
    shutil.copytree(stick, other)
    with (other / "rapport.pdf").open("ab") as file:
        file.write(b" ")
    told = subprocess.run(check, cwd=other, capture_output=True, text=True, check=False)
    assert (told.returncode, "rapport.pdf: FAILED" in told.stdout) == (1, True)


def test_its_page_opens_from_the_disk_without_complaint_or_request(stick: Path) -> None:
    with page_without_window(stick / "index.html") as browser:
        browser.value("[...document.images].forEach(each => each.loading = 'eager')")
        sizes: Any = browser.value(
            "Promise.all([...document.images].map(each => each.decode().then(() => each.naturalWidth)))"
        )
        assert sizes == [200]
        heading: Any = browser.value("document.querySelector('h1').textContent")
        assert "<b>med</b>" in heading
        told = browser.told
    sent = [each["params"] for each in told if each["method"] == "Network.requestWillBeSent"]
    assert all(each["request"]["url"].startswith(stick.as_uri()) for each in sent)
    complaints = {"Log.entryAdded", "Runtime.consoleAPICalled", "Runtime.exceptionThrown"}
    assert not [each for each in told if each["method"] in {*complaints, "Network.loadingFailed"}]
    page = (stick / "index.html").read_text("utf-8")
    assert "<script" not in page
    assert "http" not in page.replace("http-equiv", "")


def test_it_is_opened_by_age_with_the_recipients_key_alone(
    house: House, stick: Path, tmp_path: Path
) -> None:
    mine, other = pyrage.x25519.Identity.generate(), pyrage.x25519.Identity.generate()
    (tmp_path / "key.txt").write_text(f"{mine}\n", encoding="ascii")
    folder = tmp_path / "usb"
    words = ("stick", str(house.folder / "p.zip"), "--out", str(folder))
    made = house.ok(*words, "--to", str(mine.to_public()))

    assert made["encrypted"]
    assert names_in(folder) == ["laes-mig.txt", "politistik.zip.age"]
    sealed = folder / "politistik.zip.age"
    opened = ("age", "-d", "-i", tmp_path / "key.txt", "-o", tmp_path / "politistik.zip", sealed)
    subprocess.run([str(each) for each in opened], capture_output=True, check=True)
    with zipfile.ZipFile(tmp_path / "politistik.zip") as archive:
        assert sorted(archive.namelist()) == names_in(stick)
        assert archive.read("rapport.pdf") == (stick / "rapport.pdf").read_bytes()
    with pytest.raises(pyrage.DecryptError):
        pyrage.decrypt(sealed.read_bytes(), [other])


def test_a_password_opens_its_key(house: House, tmp_path: Path) -> None:
    (tmp_path / "word.txt").write_text("hest lampe vindue\n", encoding="utf-8")
    words = ("stick", str(house.folder / "p.zip"), "--out", str(tmp_path / "usb"))
    house.ok(*words, "--password-file", str(tmp_path / "word.txt"))
    usb = tmp_path / "usb"
    assert names_in(usb) == ["laes-mig.txt", "noegle.age", "politistik.zip.age"]
    command = "age -d -i noegle.age -o politistik.zip politistik.zip.age"
    assert command in (usb / "laes-mig.txt").read_text("utf-8-sig")
    key = pyrage.passphrase.decrypt((usb / "noegle.age").read_bytes(), "hest lampe vindue")
    identity = pyrage.x25519.Identity.from_str(key.decode().strip())
    opened = pyrage.decrypt((usb / "politistik.zip.age").read_bytes(), [identity])
    assert zipfile.ZipFile(io.BytesIO(opened)).testzip() is None


def test_an_encrypted_stick_goes_through_in_pieces() -> None:
    identity, taken = pyrage.x25519.Identity.generate(), 0

    def pieces() -> Iterator[bytes]:
        nonlocal taken
        for _ in range(8):
            taken += 1
            yield bytes(1024 * 1024)

    class Target(io.RawIOBase):
        """Knows how much of the file had been taken when the first of it came."""

        def __init__(self) -> None:
            super().__init__()
            self.held, self.first = bytearray(), 0

        def writable(self) -> bool:
            return True

        def write(self, data: object, /) -> int:
            if len(self.held) > 4096:
                self.first = self.first or taken
            self.held += cast("bytes", data)
            return len(cast("bytes", data))

    target, size = Target(), 8 * 1024 * 1024
    key, file = str(identity.to_public()), StickFile("a.bin", size, pieces())
    assert locked_stick([file], cast("BinaryIO", target), keys=[key]) == b""
    assert 0 < target.first <= 2
    opened = zipfile.ZipFile(io.BytesIO(pyrage.decrypt(bytes(target.held), [identity])))
    assert opened.read("a.bin") == bytes(size)
    with pytest.raises(StickLargeError):
        locked_stick([StickFile("b.bin", 1 << 32, iter(()))], io.BytesIO(), keys=[key])


def test_what_cannot_be_made_leaves_nothing(house: House, tmp_path: Path) -> None:
    package, out = str(house.folder / "p.zip"), tmp_path / "usb"
    refused = house.run("stick", package, "--out", str(out), "--to", "age1nothing")
    assert (refused.code, refused.answer["error"]["kind"]) == (2, "handover.StickKeyError")
    changed = tmp_path / "changed.zip"
    with zipfile.ZipFile(package) as old, zipfile.ZipFile(changed, "w") as new:
        for each in old.namelist():
            data = old.read(each)
            new.writestr(each, data + b" " if each.endswith("dossier.pdf") else data)
    refused = house.run("stick", str(changed), "--out", str(out))
    assert (refused.code, refused.answer["error"]["kind"]) == (3, "handover.StickPackageError")
    assert [each.name for each in tmp_path.iterdir()] == ["changed.zip"]
    out.mkdir()
    refused = house.run("stick", package, "--out", str(out))
    assert (refused.code, refused.answer["error"]["kind"]) == (3, "handover.StickPlaceError")
