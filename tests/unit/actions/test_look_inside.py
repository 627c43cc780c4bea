"""What a file tells besides what is seen is found and told; whatever the bytes are, it is told calmly."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from app.actions.add_file import add_file
from app.actions.look_inside import Inside, claimed, inside_words, look_inside, told_by
from app.actions.open_case import OpenCase
from tests.worlds import DANISH


def photo(form: str) -> bytes:
    exif = Image.Exif()
    exif[0x010F], exif[0x0110], exif[0x0131] = "Eksempel", "Telefon 9", "Kamera 1.2"
    exif[0x013B] = "Mette Eks"
    exif.get_ifd(0x8769)[0x9003] = "2026:11:22 17:42:00"
    exif.get_ifd(0x8825).update({1: "N", 2: (55.0, 40.0, 34.0), 3: "W", 4: (12.0, 34.0, 5.9)})
    out = io.BytesIO()
    Image.new("RGB", (8, 8)).save(out, form, exif=exif.tobytes())
    return out.getvalue()


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_a_photo_tells_place_device_time_and_name(form: str) -> None:
    assert told_by(photo(form), f"image/{form.lower()}") == (
        (Inside.DEVICE, "Eksempel Telefon 9"),
        (Inside.PROGRAM, "Kamera 1.2"),
        (Inside.AUTHOR, "Mette Eks"),
        (Inside.TAKEN, "2026:11:22 17:42:00"),
        (Inside.PLACE, "55.6761, -12.5683"),
    )


def test_a_picture_of_ours_tells_nothing() -> None:
    out = io.BytesIO()
    Image.new("RGB", (8, 8)).save(out, "PNG")
    assert told_by(out.getvalue(), "image/png") == ()


def test_a_mail_tells_who_and_when() -> None:
    mail = (
        b"From: =?utf-8?q?S=C3=B8ren?= <s@example.invalid>\r\nTo: m@example.invalid\r\n"
        b"Subject: Din sag\r\nDate: Mon, 23 Nov 2026 14:03:00 +0100\r\n\r\nhej\r\n"
    )
    assert told_by(mail, "message/rfc822") == (
        (Inside.SENDER, "S\xf8ren <s@example.invalid>"),
        (Inside.RECEIVER, "m@example.invalid"),
        (Inside.SUBJECT, "Din sag"),
        (Inside.TAKEN, "Mon, 23 Nov 2026 14:03:00 +0100"),
    )


def test_a_pdf_tells_its_author_and_program() -> None:
    pdf = b"%PDF-1.7\n1 0 obj <</Author (Mette \\(M\\) Eks)/Producer <FEFF00530074>>> endobj\n%%EOF"
    assert told_by(pdf, "application/pdf") == (
        (Inside.AUTHOR, "Mette (M) Eks"),
        (Inside.PROGRAM, "St"),
    )


def test_a_document_tells_who_wrote_it_and_who_changed_it_last() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(
            "docProps/core.xml",
            "<x><dc:creator>Mette Eks</dc:creator><cp:lastModifiedBy>Jens</cp:lastModifiedBy></x>",
        )
        archive.writestr("docProps/app.xml", "<x><Company>Nordby</Company></x>")
    assert told_by(out.getvalue(), "application/zip") == (
        (Inside.AUTHOR, "Mette Eks"),
        (Inside.AUTHOR, "Jens"),
        (Inside.AUTHOR, "Nordby"),
    )


def test_what_is_told_is_one_short_line_without_tricks() -> None:
    mail = "From: a\u202eb\x07c\r\nSubject: ".encode() + b"x" * 500 + b"\r\n\r\n"
    told = dict(told_by(mail, "message/rfc822"))
    assert all(words.isprintable() and len(words) <= 100 for words in told.values())


MEDIA = st.sampled_from(["image/jpeg", "application/pdf", "message/rfc822", "application/zip", ""])


@given(
    st.binary(max_size=400),
    MEDIA,
    st.sampled_from([b"", b"PK\x03\x04", b"Exif\0\0II*\0", b"Exif\0\0MM\0*"]),
)
def test_no_bytes_are_too_odd(data: bytes, media_type: str, head: bytes) -> None:
    for _, words in told_by(head + data, media_type):
        assert words.isprintable()


@given(st.integers(0, 2000), st.integers(0, 255), st.integers(0, 2000))
def test_a_damaged_photo_tells_what_it_can(at: int, value: int, cut: int) -> None:
    data = bytearray(_PHOTO)
    data[at % len(data)] = value
    told_by(bytes(data[: len(data) - cut % len(data)]), "image/jpeg")
    assert told_by(_PHOTO, "image/jpeg")


_PHOTO = photo("JPEG")


def test_it_is_read_from_the_vault(case: OpenCase, tmp_path: Path) -> None:
    source = tmp_path / "foto.jpg"
    source.write_bytes(_PHOTO)
    entry = add_file(case, source)
    exhibit = case.state.exhibit_of(entry)
    assert exhibit is not None
    assert (Inside.PLACE, "55.6761, -12.5683") in look_inside(case, exhibit)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("2026:10:12 21:47:00", "12.10.2026 21.47"),
        ("Mon, 12 Oct 2026 21:47:00 +0200", "12.10.2026 21.47"),
        ("Mon, 12 Oct 2026 19:47:00 +0000", "12.10.2026 21.47"),
        ("0000:00:00 00:00:00", "0000:00:00 00:00:00"),
        ("i morges", "i morges"),
    ],
)
def test_a_time_in_a_file_is_told_as_the_file_s_own_claim(written: str, shown: str) -> None:
    told = ((Inside.DEVICE, "Kamera"), (Inside.TAKEN, written))
    said = inside_words(told, DANISH)
    assert said == (
        f"I filen står: enhed: Kamera · Filen siger: {shown}. Det er ikke kontrolleret."
    )
    assert inside_words(told[1:], DANISH).startswith("Filen siger:")


@given(st.text(max_size=30))
def test_any_claim_can_be_told(time: str) -> None:
    assert claimed(time, DANISH).endswith("Det er ikke kontrolleret.")
