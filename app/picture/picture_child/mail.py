"""A mail, or a page that was saved as one (MHTML): who, when, what about, its words, and the files that lie in it.

Rules:
- Nothing is rendered and nothing fetched: HTML becomes words, and a picture is shown where its bytes are in the mail.
- Parts are counted and their bytes added up before they are handed on; what is beyond that is said and left.
- What is asked of the library that reads mails is what cannot fail on hostile ones; everything else is caught.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from typing import Any

from . import coding, web
from .answering import Answer
from .codes import DAMAGED

_MOST_PARTS, _MOST_INSIDE, _MOST_BYTES = 2_000, 100, 128 << 20
_SHOWN_FIELDS = ("From", "To", "Cc", "Date", "Subject", "Reply-To", "Snapshot-Content-Location")
_LONGEST_FIELD, _LONGEST_NAME = 1_500, 200
_FOLDED = re.compile(r"\s*[\r\n]+\s*")


def load() -> object:
    """Load all that will be needed: soon no file can be opened any more."""
    import base64
    import email
    import email.header
    import email.message
    import email.parser
    import email.utils
    import quopri
    from email import policy

    with suppress(ImportError):  # Python 3.13 has it no more, and its mails do without
        import uu  # noqa: F401

    probe = b"Subject: =?utf-8?b?eA==?=\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nx"
    message = email.message_from_bytes(probe, policy=policy.compat32)
    message.get_payload(decode=True)
    message.as_bytes()
    message.as_bytes(policy=policy.default)
    email.header.decode_header(str(message["Subject"]))
    return base64, quopri, coding.load()


def read(untrusted: bytes) -> Answer | int:
    """Return what a mail says and holds; a code where it is none."""
    import email
    from email import policy

    message = email.message_from_bytes(untrusted, policy=policy.compat32)
    if not message.keys():
        return DAMAGED
    page = web.WebPage()
    claims: dict[str, object] = {}
    fields = [(name, _field(message, name)) for name in _SHOWN_FIELDS]
    for name, value in fields:
        if value:
            page.add("field", f"{name}: {value}")
    said = dict(fields)
    claims["sender"], claims["subject"] = said["From"], said["Subject"]
    claims["receivers"] = "; ".join(filter(None, (said["To"], said["Cc"])))[:_LONGEST_FIELD]
    claims["mailed"] = moment_of(said["Date"])
    claims["message_id"] = _field(message, "Message-ID")
    claims["link"] = said["Snapshot-Content-Location"]
    page.add("rule", "")
    _walk(message, page)
    return page.answer(claims)


def _walk(message: Any, page: web.WebPage) -> None:  # noqa: ANN401  (email's own)
    leaves = list(_leaves(message))
    texts = [each for each in leaves if _is_text(each)]
    kept = [each for each in leaves if not _is_text(each)]
    held = 0
    for count, part in enumerate(kept):
        data = _bytes_of(part)
        held += len(data)
        if count >= _MOST_INSIDE or held > _MOST_BYTES:
            page.cut = True
            break
        if not data:
            continue
        shown_as = [_field(part, "Content-ID").strip("<> "), _field(part, "Content-Location")]
        page.keep(_name_of(part), data, shown_as)
    for part in _chosen(texts):
        text = _text_of(part)
        if part.get_content_type() == "text/html":
            page.add_html(text)
        else:
            page.add_text(text)
    page.tell_inside()


def _leaves(message: Any) -> Iterator[Any]:  # noqa: ANN401  (email's own)
    """Yield the parts that are not made of parts; a mail within the mail is one."""
    waiting, seen = [message], 0
    while waiting and seen < _MOST_PARTS:
        part = waiting.pop()
        seen += 1
        payload = part.get_payload()
        if isinstance(payload, list) and part.get_content_maintype() == "multipart":
            waiting += reversed(payload)
        else:
            yield part


def _is_text(part: Any) -> bool:  # noqa: ANN401
    named = part.get_filename() or "attachment" in str(part.get("Content-Disposition", "")).lower()
    return not named and part.get_content_type() in ("text/plain", "text/html")


def _chosen(texts: list[Any]) -> list[Any]:
    """Return the words to show: HTML where there is some, since that is what its reader saw."""
    html = [each for each in texts if each.get_content_type() == "text/html"]
    return html or texts


def _bytes_of(part: Any) -> bytes:  # noqa: ANN401
    if isinstance(part.get_payload(), list):
        inner = part.get_payload()
        return bytes(inner[0].as_bytes()) if len(inner) == 1 else b""
    return part.get_payload(decode=True) or b""


def _text_of(part: Any) -> str:  # noqa: ANN401
    return coding.decoded(_bytes_of(part), str(part.get_content_charset() or ""))


def _field(part: Any, name: str) -> str:  # noqa: ANN401
    import email.header

    raw = _FOLDED.sub(" ", str(part.get(name) or ""))[:20_000]
    try:
        pieces = email.header.decode_header(raw)
        made = "".join(
            piece if isinstance(piece, str) else coding.decoded(piece, charset or "utf-8")
            for piece, charset in pieces
        )
    except Exception:  # noqa: BLE001  (whatever the library has against it, it is shown as it stands)
        made = raw
    made = made.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return " ".join(made.split())[:_LONGEST_FIELD]


def _name_of(part: Any) -> str:  # noqa: ANN401
    import email.header

    try:
        named = str(part.get_filename() or "")
        if "=?" in named:
            named = "".join(
                piece if isinstance(piece, str) else coding.decoded(piece, charset or "utf-8")
                for piece, charset in email.header.decode_header(named)
            )
    except Exception:  # noqa: BLE001  (a name that cannot be read is none)
        named = ""
    named = named.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return re.split(r"[/\\]", " ".join(named.split()))[-1][:_LONGEST_NAME]


def moment_of(date: str) -> str:
    """Return when a mail says that it was sent: in ISO form where that can be read, else as it stands."""
    import email.utils

    try:
        at = email.utils.parsedate_to_datetime(date)
    except (ValueError, TypeError, IndexError, OverflowError):
        return date[:100]
    return written(at)


def written(at: datetime) -> str:
    """Return a moment as ``YYYY-MM-DDThh:mm:ss``, with ``±hh:mm`` where it has an offset."""
    day = f"{at.year:04}-{at.month:02}-{at.day:02}T{at.hour:02}:{at.minute:02}:{at.second:02}"
    offset = at.utcoffset()
    if offset is None:
        return day
    minutes = int(offset.total_seconds()) // 60
    sign = "-" if minutes < 0 else "+"
    return f"{day}{sign}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
