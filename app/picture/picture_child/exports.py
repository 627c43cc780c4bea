"""Exports in the form that their programs publish, contact cards, and zips: as words, or as a list of what is in them.

Known: WhatsApp's chat as a zip or a text, messages of Facebook and Instagram (JSON), chats of TikTok (JSON),
"SMS Backup & Restore" (XML), vCard. Any other text is left; any other zip is listed, and nothing of it unpacked.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any
from xml.parsers import expat

from . import coding, mail, web
from .answering import Answer
from .codes import DAMAGED, UNSUPPORTED

_MOST_NAMES, _MOST_FILES, _MOST_MESSAGES, _DEEPEST = 3_000, 100, 5_000, 12
_LARGEST_FILE, _MOST_BYTES = 48 << 20, 128 << 20
_CHAT_NAME = re.compile(r"(^|/)(_chat|WhatsApp[^/]*)\.txt$", re.IGNORECASE)
_CHAT_LINE = re.compile(
    r"^\u200e?\[?\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? .{4,16}(\]| -) [^:\n]{1,80}: ", re.MULTILINE
)
_FEW_LINES = 2
_SENT = "2"


def load() -> object:
    """Load all that will be needed: soon no file can be opened any more."""
    import bz2
    import lzma

    empty = io.BytesIO()
    with zipfile.ZipFile(empty, "w", zipfile.ZIP_DEFLATED) as probe:
        probe.writestr("a", b"b")
    zipfile.ZipFile(empty).read("a")
    parser = expat.ParserCreate()
    parser.Parse(b"<a/>", True)
    return bz2, lzma, json.loads("{}"), coding.load()


def read(untrusted: bytes) -> Answer | int:
    """Return what an export says; a code where it is none."""
    page = web.WebPage()
    if untrusted[:2] == b"PK":
        return _zip(untrusted, page)
    text = coding.decoded(
        untrusted, "utf-16" if untrusted[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    )
    export = _words(text, page)
    return page.answer({"export": export}) if export else UNSUPPORTED


def _words(text: str, page: web.WebPage) -> str:
    """Add what a text says where its form is known, and return whose form that is."""
    begins = text.lstrip()[:400]
    if begins[:11].upper() == "BEGIN:VCARD":
        page.add_text(re.sub(r"\r?\n[ \t]", "", text))
        return "vCard"
    if begins.startswith("{"):
        return _json(text, page)
    if "<smses" in begins or re.search(r"<\?xml.*<smses", text[:4_000], re.DOTALL):
        return _sms(text, page)
    if len(_CHAT_LINE.findall(text[:20_000])) >= _FEW_LINES:
        page.add_text(text)
        return "WhatsApp"
    return ""


def _json(text: str, page: web.WebPage) -> str:
    try:
        said = json.loads(text)
    except (ValueError, RecursionError):
        return ""
    if not isinstance(said, dict):
        return ""
    messages = said.get("messages")
    if isinstance(messages, list) and any(
        isinstance(each, dict) and "sender_name" in each for each in messages
    ):
        page.add("title", _mended(said.get("title", "")))
        for each in sorted(filter(_is_table, messages), key=_milliseconds)[:_MOST_MESSAGES]:
            when = _moment(_milliseconds(each))
            page.add(
                "text",
                f"{when} {_mended(each.get('sender_name', ''))}: {_mended(each.get('content', ''))}",
            )
        page.cut |= len(messages) > _MOST_MESSAGES
        return "Facebook, Instagram"
    lines = list(_chats(said, _DEEPEST))
    for line in lines[:_MOST_MESSAGES]:
        page.add("text", line)
    page.cut |= len(lines) > _MOST_MESSAGES
    return "TikTok" if lines else ""


def _chats(said: object, deeper: int) -> Iterator[str]:
    """Yield the messages of TikTok's chats, wherever in the export they stand."""
    if isinstance(said, list):
        for each in said:
            if _is_table(each) and {"Date", "From", "Content"} <= set(each):
                yield f"{each['Date']} {each['From']}: {each['Content']}"
    elif isinstance(said, dict) and deeper:
        for name, each in said.items():
            if isinstance(each, dict | list) and name != "Link":
                yield from _chats(each, deeper - 1)


def _is_table(each: object) -> bool:
    return isinstance(each, dict)


def _milliseconds(message: Mapping[str, Any]) -> float:
    at = message.get("timestamp_ms")
    return float(at) if isinstance(at, int | float) else 0.0


def _moment(milliseconds: float) -> str:
    try:
        return (
            mail.written(datetime.fromtimestamp(int(milliseconds / 1000), UTC))
            if milliseconds
            else ""
        )
    except (ValueError, OverflowError, OSError):
        return ""


def _mended(words: object) -> str:
    """Return words as they were meant: Facebook writes each byte of UTF-8 as a letter of its own."""
    text = words if isinstance(words, str) else ""
    try:
        return text.encode("latin-1").decode("utf-8")
    except ValueError:
        return text


def _sms(text: str, page: web.WebPage) -> str:
    count = 0

    def begin(name: str, said: dict[str, str]) -> None:
        nonlocal count
        if name != "sms" or count >= _MOST_MESSAGES:
            page.cut |= name == "sms"
            return
        count += 1
        at = said.get("date", "")
        when = _moment(float(at)) if at.isascii() and at.isdigit() and len(at) < 16 else ""
        way = "→" if said.get("type") == _SENT else "←"
        who = " ".join(filter(None, (said.get("contact_name", ""), said.get("address", ""))))
        page.add("text", f"{when} {way} {who}: {said.get('body', '')}")

    parser = expat.ParserCreate()
    parser.StartElementHandler = begin
    # Nothing that a document defines of its own is put in: that is how few letters become many.
    parser.EntityDeclHandler = _refuse
    try:
        parser.Parse(text.encode("utf-8", "replace"), True)
    except (expat.ExpatError, ValueError):
        page.cut = True
    return "SMS Backup & Restore" if count else ""


def _refuse(*_: object) -> None:
    raise ValueError


def _zip(untrusted: bytes, page: web.WebPage) -> Answer | int:
    try:
        archive = zipfile.ZipFile(io.BytesIO(untrusted))
        members = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError):
        return DAMAGED
    chat = next((each for each in members if _CHAT_NAME.search(each.filename)), None)
    held = 0
    for member in members[:_MOST_NAMES]:
        data = b""
        if chat is not None and len(page.inside) < _MOST_FILES and held < _MOST_BYTES:
            data = _unpacked(archive, member)
        held += len(data)
        name = member.filename.encode("utf-8", "replace").decode("utf-8")
        if member is chat:
            page.add("title", name)
            page.add_text(coding.decoded(data, "utf-8-sig"))
        elif data:
            page.keep(name.split("/")[-1][-200:], data, ())
        elif not member.is_dir():
            page.add("attached", f"+ {name[:500]} ({member.file_size} B)")
    page.cut |= len(members) > _MOST_NAMES
    page.tell_inside()
    return page.answer({"export": "WhatsApp" if chat is not None else ""})


def _unpacked(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    """Return a file of a zip; nothing of one that is too large, locked, or says another size than it has."""
    if member.is_dir() or member.file_size > _LARGEST_FILE:
        return b""
    try:
        with archive.open(member) as stream:
            data = stream.read(_LARGEST_FILE + 1)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError, EOFError, ValueError):
        return b""
    return data if len(data) <= _LARGEST_FILE else b""
