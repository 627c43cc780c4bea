"""What is good to know of a field while it is filled in. Nothing of it keeps anybody from saving. No Qt."""

from __future__ import annotations

from datetime import datetime

from app.casework import FieldKind, cut_link, doubt_in, listed, looks_like_cpr
from app.inert import shown
from app.language import Language
from app.messages import doubt_sentence
from app.ui.forms.form import Form
from app.ui.forms.model import FormField, Values, parted

_WRITTEN = {FieldKind.LINE, FieldKind.AREA}
WHEN = frozenset({FieldKind.TIME, FieldKind.DAY})


def hint_of(field: FormField, form: Form, values: Values, now: datetime, language: Language) -> str:
    """What a time became, what stood before, what looks like a CPR number or cannot be seen, and a doubtful time."""
    text = language.text
    said = [form.became(field.key, values, now)]
    value, before = values[field.key], form.before[field.key]
    if form.corrects and before and before != value:
        labels = {option.value: option.label for option in field.options}
        several = field.kind in (FieldKind.ENTRIES, FieldKind.CHOICES)
        stood = parted(before) if several else (before,)
        words = listed(*(labels.get(each, each) for each in stood))
        said.append(text("Before: {words}", words=words))
    if field.kind in _WRITTEN and looks_like_cpr(value):
        said.append(
            text(
                "This looks like a CPR number. Leave it out if it is not needed; you can still save."
            )
        )
    if field.kind in _WRITTEN and shown(value) != value:
        said.append(text("Characters in it cannot be seen: {text}", text=shown(value)))
    if field.key == "url" and cut_link(value) != value:
        said.append(
            text(
                "What only follows whoever opens it is set aside. The whole link is kept, by you alone."
            )
        )
    if field.kind in WHEN:

        def at(key: str) -> datetime | None:
            return form.moment(key, values, now) if key in values else None

        doubt = doubt_in(field.key, field, at, form.is_day, now)
        said.append(doubt_sentence(doubt, language))
    return "\n".join(filter(None, said))
