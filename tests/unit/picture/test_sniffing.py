from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from app.picture import encode_png, sniff
from tests.fakes.screen import striped_pixels


def saved(form: str) -> bytes:
    target = io.BytesIO()
    Image.new("RGB", (4, 4), "red").save(target, form)
    return target.getvalue()


def zipped(*names: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name in names:
            archive.writestr(name, "application/vnd.oasis.opendocument.text")
    return target.getvalue()


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (encode_png(striped_pixels(3, 3)), "image/png"),
        (saved("JPEG"), "image/jpeg"),
        (saved("GIF"), "image/gif"),
        (saved("WEBP"), "image/webp"),
        (saved("TIFF"), "image/tiff"),
        (saved("BMP"), "image/bmp"),
        (b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic", "image/heic"),
        (b"\x00\x00\x00\x18ftypmif1\x00\x00\x00\x00mif1heic", "image/heic"),
        (b"\x00\x00\x00\x1cftypavif\x00\x00\x00\x00", "image/avif"),
        (b"\x00\x00\x00\x1cftypmif1\x00\x00\x00\x00mif1miafavif", "image/avif"),
        (b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00", "video/mp4"),
        (b"\x00\x00\x00\x14ftypqt  \x00\x00\x00\x00", "video/quicktime"),
        (b"\x00\x00\x00\x1cftypM4A \x00\x00\x00\x00", "audio/mp4"),
        (b"\x1aE\xdf\xa3\x01\x00", "video/x-matroska"),
        (b"ID3\x04\x00", "audio/mpeg"),
        (b"RIFF\x10\x00\x00\x00WAVEfmt ", "audio/wav"),
        (b"RIFF\x10\x00\x00\x00????", "application/octet-stream"),
        (b"%PDF-1.7\n", "application/pdf"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
        (zipped("a.txt"), "application/zip"),
        (zipped("mimetype"), "application/vnd.oasis.opendocument.text"),
        (
            zipped("[Content_Types].xml", "word/document.xml"),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
        (
            b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://x\r\nSubject: s\r\n",
            "multipart/related",
        ),
        (b"Return-Path: <a@b.dk>\r\nReceived: from x\r\n", "message/rfc822"),
        (b"From: Ole <o@b.dk>\nSubject: hej\n", "message/rfc822"),
        (b"<!DOCTYPE html><html>", "text/html"),
        (b"\xef\xbb\xbf<html>", "text/html"),
        (b"<svg xmlns='x'>", "image/svg+xml"),
        ("Kære alle, æøå".encode(), "text/plain"),
        (b"\xff\xfeh\x00i\x00", "text/plain"),
        (b"", "application/octet-stream"),
        (b"\x00\x01\x02\x03", "application/octet-stream"),
        (b"PNG\r\n\x1a\n", "application/octet-stream"),
    ],
)
def test_a_file_is_known_by_how_it_begins(head: bytes, expected: str) -> None:
    assert sniff(head) == expected


@given(st.binary(max_size=300))
def test_any_beginning_gets_an_answer(head: bytes) -> None:
    answer = sniff(head)

    assert answer.count("/") == 1
    assert answer.isascii()
