"""A field of a kind as a form shows it: its texts translated, its choices in order. No Qt."""

from __future__ import annotations

from app.casework import Field as KindField
from app.casework import FieldKind
from app.language import Language
from app.ui.forms.model import FormField, Option
from app.vocabulary import choices, in_words


def as_shown(
    field: KindField, options: tuple[Option, ...], language: Language, *, fixed: bool
) -> FormField:
    """Return the field with its texts translated; ``fixed`` is one that a correction cannot change."""
    text = language.text
    below = field.fixed if fixed else field.help
    return FormField(
        field.name,
        text(field.label),
        field.kind,
        help=text(below) if below else "",
        placeholder=text(field.placeholder) if field.placeholder else "",
        lines=field.lines,
        options=options,
        fixed=fixed,
        after=field.after,
        since_picture=field.since_picture,
        to_come=field.to_come,
        width=field.width,
        right_of=field.right_of,
        in_sight=field.in_sight,
        told_under=field.told_under,
        exhibits=field.names_exhibits,
    )


def choices_of(field: KindField, language: Language) -> tuple[Option, ...]:
    """Return the choices of a field that has some; what says that nothing was said stands first."""
    if field.choices is None:
        return ()
    if field.kind is FieldKind.CARDS:
        return tuple(
            Option(each.value, in_words(each, language), in_words(each, language, long=True))
            for each in field.choices
        )
    silent = (field.silent,) if field.silent is not None and field.silent_label else ()
    unsaid = tuple(Option(each.value, language.text(field.silent_label)) for each in silent)
    return unsaid + tuple(
        Option(value.value, label)
        for value, label in choices(field.choices, language)
        if value not in field.without and value not in silent
    )
