"""An MSIX says of each block what it is and how long it lies there; Windows refuses it where that is not so."""

from __future__ import annotations

import base64
import hashlib
import io
import random
import struct
import zipfile
import zlib
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import pytest

from tools.windows.msix import (
    BLOCK,
    BLOCK_MAP,
    CONTENT_TYPES,
    MANIFEST,
    content_types,
    pack_msix,
)
from tools.windows.msix_package import package_manifest

MAP = "{http://schemas.microsoft.com/appx/2010/blockmap}"
NOISE = random.Random(7).randbytes(3 * BLOCK + 17)
FILES = {
    "Bevismappe.exe": NOISE,
    "lib/long.txt": b"the same words " * 40_000,
    "lib/of a block.bin": NOISE[:BLOCK],
    "lib/empty.py": b"",
    "LICENSE": b"text",
    "lib/navne på dansk.txt": "æøå".encode(),
}


@pytest.fixture(scope="module")
def package() -> bytes:
    return pack_msix("<Package/>", FILES)


def _packed(package: bytes, member: zipfile.ZipInfo) -> tuple[int, bytes]:
    """The length of a file's head in the zip, and its packed bytes."""
    name, extra = struct.unpack(
        "<2H", package[member.header_offset + 26 : member.header_offset + 30]
    )
    head = 30 + name + extra
    start = member.header_offset + head
    return head, package[start : start + member.compress_size]


def test_it_is_a_zip_with_the_manifest_first_and_the_files_in_order(package: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(package)) as packed:
        assert packed.testzip() is None
        names = [unquote(name) for name in packed.namelist()]
        assert names == [MANIFEST, *sorted(FILES), BLOCK_MAP, CONTENT_TYPES]
        assert {
            unquote(one.filename): packed.read(one) for one in packed.infolist()
        }.items() >= FILES.items()
        assert not [one for one in packed.infolist() if one.flag_bits & 8]


def test_each_block_is_as_long_as_the_map_says_and_has_its_hash(package: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(package)) as packed:
        members = {unquote(one.filename).replace("/", "\\"): one for one in packed.infolist()}
        told = ET.fromstring(packed.read(BLOCK_MAP))
    files = {each.attrib["Name"]: each for each in told.iter(f"{MAP}File")}
    assert set(files) == {MANIFEST, *(name.replace("/", "\\") for name in FILES)}
    for name, file in files.items():
        head, body = _packed(package, members[name])
        assert int(file.attrib["LfhSize"]) == head
        opened, at, size = zlib.decompressobj(-15), 0, 0
        for block in file.iter(f"{MAP}Block"):
            length = int(block.attrib["Size"])
            piece = opened.decompress(body[at : at + length])
            assert base64.b64decode(block.attrib["Hash"]) == hashlib.sha256(piece).digest()
            assert len(piece) == min(BLOCK, members[name].file_size - size)
            at, size = at + length, size + len(piece)
        assert size == members[name].file_size == int(file.attrib["Size"])


def test_the_same_files_give_the_same_bytes(package: bytes) -> None:
    backwards = dict(reversed(list(FILES.items())))
    assert pack_msix("<Package/>", backwards) == package
    assert pack_msix("<Package/>", FILES | {"LICENSE": b"texT"}) != package


def test_every_file_has_a_kind() -> None:
    told = ET.fromstring(content_types(FILES))
    endings = {each.attrib["Extension"] for each in told if "Extension" in each.attrib}
    names = {each.attrib["PartName"] for each in told if "PartName" in each.attrib}
    assert endings == {"exe", "txt", "bin", "py"}
    assert "/LICENSE" in names


def test_the_manifest_names_the_publisher_as_the_certificate_does() -> None:
    told = ET.fromstring(package_manifest("1.2", 'CN=A "quoted" & name, O=B, C=DK'))
    identity = next(each for each in told if each.tag.endswith("Identity"))
    assert identity.attrib["Publisher"] == 'CN=A "quoted" & name, O=B, C=DK'
    assert identity.attrib["Version"] == "1.2.0.0"
