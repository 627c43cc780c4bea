"""What a file tells besides what is seen: place, device, times and names, so that a person reads it before it leaves.

Rules:
- Nothing is decoded but heads and lists: no picture, no page. What is read has limits, and what is odd tells nothing.
- It is never complete: a file can hide more than is looked for here, and the warning beside it says so.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime
from enum import StrEnum

from app.actions.open_case import OpenCase
from app.casework import Exhibit
from app.clock import DANISH_TIME
from app.language import Language
from app.vocabulary import short_moment
from evidence_store import ObjectBody

_LARGEST_WHOLE = 8 << 20
_HEAD = 1 << 20
_LONGEST = 100
_MOST_TAGS = 200
_LARGEST_XML = 1 << 18
_EXIF = re.compile(rb"(?:Exif\x00\x00|eXIf|EXIF.{4})(?=II\*\x00|MM\x00\*)", re.DOTALL)
_ODD = (ValueError, LookupError, struct.error, zlib.error, zipfile.BadZipFile, OSError, EOFError,
        RuntimeError, NotImplementedError)  # fmt: skip


class Inside(StrEnum):
    """What kind of thing it is."""

    PLACE = "place"
    DEVICE = "device"
    TAKEN = "taken"
    AUTHOR = "author"
    PROGRAM = "program"
    TITLE = "title"
    SENDER = "sender"
    RECEIVER = "receiver"
    SUBJECT = "subject"


Told = tuple[Inside, str]


def look_inside(case: OpenCase, exhibit: Exhibit) -> tuple[Told, ...]:
    """What the original of an exhibit tells, as far as this is looked for; nothing where it is gone.

    Raises:
        VaultError: the vault could not be read.
    """
    body = exhibit.object
    if not isinstance(body, ObjectBody):
        return ()
    with case.vault.open_object(exhibit.original) as stream:
        data = stream.read(_LARGEST_WHOLE if body.size <= _LARGEST_WHOLE else _HEAD)
    return told_by(data, body.media_type)


def told_by(untrusted: bytes, media_type: str) -> tuple[Told, ...]:
    """The same of bytes; total."""
    read = _reader(untrusted, media_type)
    found: list[Told] = []
    if read is not None:
        with suppress(*_ODD):
            found.extend(read(untrusted))  # what stood before something odd counts
    cleaned = ((kind, _clean(words)) for kind, words in found)
    return tuple(dict.fromkeys(each for each in cleaned if each[1]))


def _reader(untrusted: bytes, media_type: str) -> Callable[[bytes], Iterator[Told]] | None:
    if media_type.startswith("image/"):
        return _exif
    if media_type == "application/pdf":
        return _pdf
    if media_type == "message/rfc822":
        return _mail
    return _office if untrusted[:4] == b"PK\x03\x04" else None


def _clean(words: str) -> str:
    """One line that a screen can show."""
    line = " ".join("".join(c if c.isprintable() else " " for c in words).split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"


# -- pictures: EXIF, as TIFF 6.0 and CIPA DC-008 have it -------------------------------------------


def _exif(data: bytes) -> Iterator[Told]:
    match = _EXIF.search(data)
    if match is None:
        return
    tiff = data[match.end() : match.end() + _HEAD]
    order = "<" if tiff[:2] == b"II" else ">"
    main = dict(_tags(tiff, order, _number(tiff, order, 4)))
    more = _below(tiff, order, main.get(0x8769))
    place = _below(tiff, order, main.get(0x8825))
    device = " ".join(str(main[tag]) for tag in (0x010F, 0x0110) if isinstance(main.get(tag), str))
    yield Inside.DEVICE, device
    for kind, value in (
        (Inside.PROGRAM, main.get(0x0131)),
        (Inside.AUTHOR, main.get(0x013B)),
        (Inside.TAKEN, more.get(0x9003) or main.get(0x0132)),
        (Inside.AUTHOR, more.get(0xA430)),
        (Inside.DEVICE, more.get(0xA431)),
    ):
        if isinstance(value, str):
            yield kind, value
    latitude, longitude = place.get(2), place.get(4)
    if isinstance(latitude, float) and isinstance(longitude, float):
        north, east = place.get(1) != "S", place.get(3) != "W"
        yield (
            Inside.PLACE,
            f"{latitude if north else -latitude:.4f}, {longitude if east else -longitude:.4f}",
        )


def _below(tiff: bytes, order: str, at: object) -> dict[int, str | int | float]:
    """The tags of a list that another list points to."""
    return dict(_tags(tiff, order, at)) if isinstance(at, int) else {}


def _number(tiff: bytes, order: str, at: int) -> int:
    return int(struct.unpack_from(order + "I", tiff, at)[0])


def _tags(tiff: bytes, order: str, at: int) -> Iterator[tuple[int, str | int | float]]:
    """Texts, numbers, and three rationals as one number of degrees."""
    (count,) = struct.unpack_from(order + "H", tiff, at)
    for place in range(at + 2, at + 2 + 12 * min(count, _MOST_TAGS), 12):
        tag, kind, length = struct.unpack_from(order + "HHI", tiff, place)
        if kind == 2 and length <= _HEAD:
            start = place + 8 if length <= 4 else _number(tiff, order, place + 8)
            yield tag, tiff[start : start + length].split(b"\0")[0].decode("utf-8", "replace")
        elif kind == 4 and length == 1:
            yield tag, _number(tiff, order, place + 8)
        elif kind == 5 and length == 3:
            values = struct.unpack_from(order + "6I", tiff, _number(tiff, order, place + 8))
            parts = [a / b if b else 0.0 for a, b in zip(values[::2], values[1::2], strict=True)]
            yield tag, parts[0] + parts[1] / 60 + parts[2] / 3600


# -- documents and mails ---------------------------------------------------------------------------

_PDF_NAMES = {b"Author": Inside.AUTHOR, b"Creator": Inside.PROGRAM, b"Producer": Inside.PROGRAM,
              b"Title": Inside.TITLE}  # fmt: skip
_PDF = re.compile(
    rb"/(Author|Creator|Producer|Title)\s*(?:\(((?:[^()\\]|\\.){1,400})\)|<([0-9A-Fa-f]{2,800})>)",
    re.DOTALL,
)


def _pdf(data: bytes) -> Iterator[Told]:
    for match in _PDF.finditer(data):
        raw = bytes.fromhex(match[3].decode()) if match[3] else re.sub(rb"\\(.)", rb"\1", match[2])
        text = (
            raw[2:].decode("utf-16-be", "replace")
            if raw[:2] == b"\xfe\xff"
            else raw.decode("latin-1")
        )
        yield _PDF_NAMES[match[1]], text


_MAIL_NAMES = (
    ("From", Inside.SENDER),
    ("To", Inside.RECEIVER),
    ("Cc", Inside.RECEIVER),
    ("Subject", Inside.SUBJECT),
    ("Date", Inside.TAKEN),
    ("X-Mailer", Inside.PROGRAM),
)


def _mail(data: bytes) -> Iterator[Told]:
    from email.header import decode_header, make_header
    from email.parser import BytesHeaderParser

    head = BytesHeaderParser().parsebytes(data[:_LARGEST_XML])
    for name, kind in _MAIL_NAMES:
        for value in head.get_all(name, [])[:3]:
            yield kind, str(make_header(decode_header(str(value))))


_OFFICE = (
    ("docProps/core.xml", re.compile(r"<dc:creator>([^<]{1,400})<"), Inside.AUTHOR),
    ("docProps/core.xml", re.compile(r"<cp:lastModifiedBy>([^<]{1,400})<"), Inside.AUTHOR),
    ("docProps/core.xml", re.compile(r"<dc:title>([^<]{1,400})<"), Inside.TITLE),
    ("docProps/app.xml", re.compile(r"<Company>([^<]{1,400})<"), Inside.AUTHOR),
    ("docProps/app.xml", re.compile(r"<Application>([^<]{1,400})<"), Inside.PROGRAM),
)


def _office(data: bytes) -> Iterator[Told]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = set(archive.namelist())
        for name, pattern, kind in _OFFICE:
            if name in names:
                with archive.open(name) as member:
                    text = member.read(_LARGEST_XML).decode("utf-8", "replace")
                match = pattern.search(text)
                if match:
                    yield kind, match[1]


# -- in words --------------------------------------------------------------------------------------


def inside_words(told: tuple[Told, ...], language: Language) -> str:
    """What was found, to be read before the file leaves; a time that stands in it is the file's own claim."""
    if not told:
        return language.text("No place, device or name was found in it; that is no promise.")
    names = {
        Inside.PLACE: language.text("place"),
        Inside.DEVICE: language.text("device"),
        Inside.AUTHOR: language.text("name"),
        Inside.PROGRAM: language.text("program"),
        Inside.TITLE: language.text("title"),
        Inside.SENDER: language.text("from"),
        Inside.RECEIVER: language.text("to"),
        Inside.SUBJECT: language.text("subject"),
    }
    listed = " · ".join(f"{names[kind]}: {words}" for kind, words in told if kind in names)
    said = [language.text("In the file stands: {what}", what=listed)] if listed else []
    said += [claimed(words, language) for kind, words in told if kind is Inside.TAKEN]
    return " · ".join(said)


def claimed(time: str, language: Language) -> str:
    """What a file or mail says of its own time, told as no more than that."""
    when = _claimed_time(time, language)
    return language.text("The file says: {when}. It has not been checked.", when=when)


def _claimed_time(time: str, language: Language) -> str:
    """The time as the program writes times; as it stands where it is of no known form."""
    with suppress(ValueError):
        return short_moment(_as_exif(time), language)
    with suppress(ValueError, OverflowError):
        return short_moment(_as_mail(time), language)
    return time


def _as_exif(time: str) -> datetime:
    """A camera names no zone: what its clock showed is shown. Raises ValueError."""
    return datetime.strptime(time, "%Y:%m:%d %H:%M:%S").replace(tzinfo=DANISH_TIME)


def _as_mail(time: str) -> datetime:
    """Raises ValueError, OverflowError."""
    from email.utils import parsedate_to_datetime

    sent = parsedate_to_datetime(time)
    return sent if sent.tzinfo is not None else sent.replace(tzinfo=DANISH_TIME)
