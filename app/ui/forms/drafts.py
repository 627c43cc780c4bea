"""What was typed and is not sealed yet, as the vault keeps it. Pure.

Of a correction only what differs from what stands is kept, so that an old draft changes nothing else; of something
new all of it, since its presets (the time it was begun) belong to it. “Yesterday” is kept as the date that it is today.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import msgspec

from app.actions.quote_read import ReadInPicture
from app.ui.forms.form import Form
from app.ui.forms.model import Values


class FormDraft(msgspec.Struct, frozen=True):
    """The fields as they were typed, and what was read in pictures for the quote."""

    values: dict[str, str]
    read: tuple[ReadInPicture, ...] = ()


def changed(values: Values, before: Values) -> dict[str, str]:
    """The fields that differ."""
    return {key: value for key, value in values.items() if value != before.get(key, "")}


def write_draft(
    form: Form, values: Values, now: datetime, read: Sequence[ReadInPicture] = ()
) -> bytes:
    """A draft's bytes; none where nothing was typed. A text that cannot be written loses only its odd sign."""
    values = form.settled(values, now)
    kept = changed(values, form.before)
    if not kept:
        return b""
    if not form.corrects:
        kept = dict(values)
    clean = {key: text.encode("utf-8", "replace").decode("utf-8") for key, text in kept.items()}
    return msgspec.json.encode(FormDraft(clean, tuple(read)))


def read_draft(form: Form, body: bytes | None) -> dict[str, str]:
    """The fields of a draft that this form still has, where they differ; none where it cannot be read."""
    draft = _decoded(body)
    if draft is None:
        return {}
    fields = {field.key: field for field in form.sheet.fields}
    known = {
        key: value
        for key, value in draft.values.items()
        if key in fields and fields[key].may_hold(value)
    }
    return changed(known, form.before)


def read_for_quote(body: bytes | None) -> tuple[ReadInPicture, ...]:
    """What was read in pictures for the quote of a draft."""
    draft = _decoded(body)
    return draft.read if draft is not None else ()


def _decoded(body: bytes | None) -> FormDraft | None:
    if not body:
        return None
    try:
        return msgspec.json.decode(body, type=FormDraft)
    except msgspec.DecodeError:
        return None
