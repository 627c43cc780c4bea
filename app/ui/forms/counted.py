"""Amounts, whole numbers and several choices in forms, as people type them, and what is said at the field. No Qt."""

from __future__ import annotations

from typing import Any

from app.casework import (
    AmountError,
    Field,
    FieldKind,
    NumberError,
    parse_amount,
    parse_number,
)
from app.language import Language
from app.ui.forms.model import joined

KINDS = frozenset({FieldKind.AMOUNT, FieldKind.NUMBER})


def show(field: Field, value: Any, language: Language) -> str:  # noqa: ANN401 - what the field holds
    """Return the text for a field; it is read back to the same. Several choices are one text."""
    if not value:
        return ""
    if field.kind is FieldKind.CHOICES:
        return joined(each.value for each in value)
    return language.amount(value) if field.kind is FieldKind.AMOUNT else str(value)


def read(field: Field, typed: str) -> int:
    """Return what the ledger keeps. Raises AmountError, NumberError."""
    if field.kind is FieldKind.AMOUNT:
        return parse_amount(typed)
    return parse_number(typed, field.lowest, field.highest)


def complaint(field: Field, typed: str, language: Language) -> str:
    """Return what to say at a field whose text cannot be read; "" where it can."""
    try:
        read(field, typed)
    except AmountError:
        return language.text("This is not understood as an amount. Write it like this: 1250.50")
    except NumberError as error:
        return language.text(
            "Write a whole number from {lowest} to {highest}.",
            lowest=error.lowest,
            highest=error.highest,
        )
    return ""
