"""A field for a receipt code: it stands in groups of four while it is written, so that it is compared by eye."""

from __future__ import annotations

import re

from PySide6.QtWidgets import QWidget

from app.ui.kit import TextField, named

EXAMPLE = "7K2F 91QD 03BC A8E4 …"
_LETTERS = 32
_GROUP = 4
_PLAIN = re.compile(r"[0-9A-Za-z ]*")


class CodeField(TextField):
    """One line in letters of one width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(EXAMPLE, parent)
        named(self, "code")
        self.textEdited.connect(self._group)

    def _group(self, typed: str) -> None:
        grouped = in_groups(typed)
        if grouped == typed:
            return
        before = sum(not sign.isspace() for sign in typed[: self.cursorPosition()])
        self.setText(grouped)
        self.setCursorPosition(_after(grouped, before))


def in_groups(typed: str) -> str:
    """Return the letters of a code in groups of four; what is no code as it was typed."""
    head, slash, tail = typed.partition("/")
    letters = head.replace(" ", "")
    if not _PLAIN.fullmatch(head) or len(letters) > _LETTERS:
        return typed
    groups = " ".join(letters[at : at + _GROUP] for at in range(0, len(letters), _GROUP)).upper()
    return f"{groups} /{tail}" if slash else groups


def _after(text: str, signs: int) -> int:
    """Return the place behind so many signs that are no blanks."""
    for at, sign in enumerate(text):
        if signs == 0:
            return at
        signs -= not sign.isspace()
    return len(text)
