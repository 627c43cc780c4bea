"""Guess what a file is from its first bytes; its name is never asked.

The guess decides how a file is labelled and whether a preview is tried; it never refuses a file.
"""

from __future__ import annotations

import re

SNIFF_LENGTH = 4096
"""How many bytes of the beginning are enough."""

UNKNOWN = "application/octet-stream"

_PREFIXES = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"%PDF-", "application/pdf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
    (b"OggS", "audio/ogg"),
    (b"fLaC", "audio/flac"),
    (b"ID3", "audio/mpeg"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"Rar!\x1a\x07", "application/vnd.rar"),
    (b"\x1f\x8b\x08", "application/gzip"),
    (b"{\\rtf", "application/rtf"),
    (b"age-encryption.org/v1\n", "application/x-age-encryption"),
    (b"-----BEGIN AGE ENCRYPTED FILE-----", "application/x-age-encryption"),
)
_RIFF_FORMS = {b"WEBP": "image/webp", b"WAVE": "audio/wav", b"AVI ": "video/x-msvideo"}
_HEIF_BRANDS = {b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1"}
_GENERAL_BRANDS = {b"mif1", b"msf1"}
_AVIF_BRANDS = {b"avif", b"avis"}
_EBML = b"\x1aE\xdf\xa3"
_WEBM = b"\x42\x82\x84webm"  # element DocType, its length, its words
_QUICKTIME_ATOMS = (b"moov", b"mdat", b"wide")  # of times before files had to say their brand
_ZIP_STARTS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_OFFICE_FOLDERS = {
    b"word/": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    b"xl/": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    b"ppt/": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
}
_MAIL_FIELD = re.compile(
    rb"^(return-path|received|from|to|subject|date|message-id|mime-version|delivered-to|"
    rb"x-[a-z0-9-]+|dkim-signature|arc-seal|content-type|reply-to|cc):[ \t]",
    re.IGNORECASE,
)
_SAVED_PAGE = re.compile(
    rb"^(snapshot-content-location:|from:\s*<saved by)|^content-type:\s*multipart/related",
    re.IGNORECASE | re.MULTILINE,
)
_FIELDS_END = re.compile(rb"\r?\n\r?\n")
_HTML = re.compile(rb"<(!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def sniff(untrusted_head: bytes) -> str:
    """Return the media type that the first bytes speak of.

    Args:
        untrusted_head: the beginning of a file; ``SNIFF_LENGTH`` bytes are enough, fewer will do.

    Returns:
        A media type such as ``image/png``; ``application/octet-stream`` when nothing fits.
    """
    head = untrusted_head[:SNIFF_LENGTH]
    for prefix, media_type in _PREFIXES:
        if head.startswith(prefix):
            return media_type
    if container := _of_container(head):
        return container
    if head.startswith(_ZIP_STARTS):
        return _of_zip(head)
    if head[:2] in (b"\xff\xfb", b"\xff\xf3", b"\xff\xf2"):
        return "audio/mpeg"
    if head[:2] == b"BM" and head[6:10] == b"\x00\x00\x00\x00":
        return "image/bmp"
    return _of_text(head)


def _of_container(head: bytes) -> str:
    """Return the type of what holds pictures or sound in pieces; "" of anything else."""
    if head[:4] == b"RIFF":
        return _RIFF_FORMS.get(head[8:12], UNKNOWN)
    if head[4:8] == b"ftyp":
        return _of_brand(head)
    if head[4:8] in _QUICKTIME_ATOMS:
        return "video/quicktime"
    if head.startswith(_EBML):
        return "video/webm" if _WEBM in head[:64] else "video/x-matroska"
    return ""


def _of_brand(head: bytes) -> str:
    """Return the type of an ISO media file: the major brand says which; of a general one, the brands it goes with."""
    brand = head[8:12]
    length = int.from_bytes(head[:4], "big")
    if brand in _GENERAL_BRANDS and any(avif in head[16:length] for avif in _AVIF_BRANDS):
        return "image/avif"
    if brand in _HEIF_BRANDS:
        return "image/heic"
    if brand in _AVIF_BRANDS:
        return "image/avif"
    if brand == b"qt  ":
        return "video/quicktime"
    if brand in (b"M4A ", b"M4B "):
        return "audio/mp4"
    return "video/mp4"


def _of_zip(head: bytes) -> str:
    """Return the type of a zip, or of an office file that is one, by the names in its first bytes."""
    if head[30:38] == b"mimetype":
        declared = head[38:150].split(b"PK")[0]
        if declared.startswith(b"application/vnd.oasis.opendocument."):
            return declared.decode("ascii", "replace")
    if b"[Content_Types].xml" in head[:256]:
        for folder, media_type in _OFFICE_FOLDERS.items():
            if folder in head:
                return media_type
    return "application/zip"


def _of_text(head: bytes) -> str:
    """Return the type of mail, saved pages and text, which have no magic number, by how they begin."""
    for mark in _BYTE_ORDER_MARKS:
        if head.startswith(mark):
            if mark != _BYTE_ORDER_MARKS[0]:
                return "text/plain"
            head = head[len(mark) :]
    text = head.lstrip()
    if not text or _BINARY.search(text):
        return UNKNOWN
    if _MAIL_FIELD.match(text) or _SAVED_PAGE.match(text):
        # What stands in the mail's parts says nothing of the mail.
        fields = _FIELDS_END.split(text, maxsplit=1)[0]
        return "multipart/related" if _SAVED_PAGE.search(fields) else "message/rfc822"
    lowered = text[:1024].lower()
    if lowered.startswith(b"<svg") or (lowered.startswith(b"<?xml") and b"<svg" in lowered):
        return "image/svg+xml"
    if _HTML.search(text[:1024]):
        return "text/html"
    return "text/plain"
