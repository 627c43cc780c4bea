"""A mail as Outlook saves it (.msg): the same as of any other mail, read by python-oxmsg. Nothing of it is run."""

from __future__ import annotations

import io
import re
from typing import Any

from . import coding, mail, web
from .answering import Answer
from .codes import UNSUPPORTED

_MOST_INSIDE, _MOST_BYTES, _LONGEST = 100, 128 << 20, 1_500
_MARK = "__properties_version1.0".encode("utf-16-le")
_CONTENT_ID = 0x3712


def load() -> object:
    """Load all that will be needed: soon no file can be opened any more."""
    import oxmsg
    import oxmsg.domain.encodings
    import oxmsg.properties

    return oxmsg, mail.load(), coding.load()


def read(untrusted: bytes) -> Answer | int:
    """Return what a mail says and holds; a code where the file is one of Office's others."""
    if _MARK not in untrusted:
        return UNSUPPORTED
    import oxmsg

    message = oxmsg.Message.load(io.BytesIO(untrusted))
    page = web.WebPage()
    headers = {name.lower(): str(value) for name, value in message.message_headers.items()}
    receivers = "; ".join(
        f"{each.name} <{each.email_address}>" if each.email_address else str(each.name)
        for each in message.recipients[:200]
    )
    sent = message.sent_date
    said = {
        "From": _line(message.sender or ""),
        "To": _line(headers.get("to", "") or receivers),
        "Cc": _line(headers.get("cc", "")),
        "Date": _line(headers.get("date", "")) or (mail.written(sent) if sent else ""),
        "Subject": _line(message.subject),
    }
    for name, value in said.items():
        if value:
            page.add("field", f"{name}: {value}")
    page.add("rule", "")
    held = 0
    for count, attached in enumerate(message.attachments):
        data = attached.file_bytes or b""
        held += len(data)
        if count >= _MOST_INSIDE or held > _MOST_BYTES:
            page.cut = True
            break
        if data:
            page.keep(_name(attached), data, [_content_id(attached)])
        else:
            page.add("attached", f"+ {_name(attached)}")
            page.cut = True
    if html := message.html_body:
        page.add_html(html)
    else:
        page.add_text(message.body or "")
    page.tell_inside()
    return page.answer(
        {
            "sender": said["From"],
            "receivers": "; ".join(filter(None, (said["To"], said["Cc"])))[:_LONGEST],
            "subject": said["Subject"],
            "mailed": mail.moment_of(said["Date"]) if said["Date"] else "",
            "message_id": _line(headers.get("message-id", "")),
        }
    )


def _line(words: str) -> str:
    made = words.encode("utf-8", "replace").decode("utf-8")
    return " ".join(made.replace("\x00", "").split())[:_LONGEST]


def _name(attached: Any) -> str:  # noqa: ANN401  (oxmsg's own)
    return re.split(r"[/\\]", _line(attached.file_name or ""))[-1][:200]


def _content_id(attached: Any) -> str:  # noqa: ANN401  (oxmsg's own)
    return _line(attached.properties.str_prop_value(_CONTENT_ID) or "").strip("<> ")
