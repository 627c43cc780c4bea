"""An error becomes a sentence and an exit code.

Errors are known by the name of their room and class, so that nothing that makes PDFs or opens screens is loaded to
say that a file is missing; a test walks all rooms and fails when an error class has no sentence here.
"""

from __future__ import annotations

from datetime import datetime
from typing import TypeGuard

import msgspec

from app.language import Language
from app.log import kind_of
from app.messages.sentences import BY_NUMBER, REASONS, SENTENCES, Sentence
from evidence_store import EntryId

INTERNAL = 70


class Message(msgspec.Struct, frozen=True):
    """What to show: ``kind`` is stable for programs, ``sentence`` is for people."""

    kind: str
    sentence: str
    exit_code: int


def explain(error: BaseException, language: Language, *, typed: bool = False) -> Message:
    """The sentence for an error; an unforeseen one gets an honest general sentence and code 70.

    Args:
        error: what happened.
        language: of the sentence.
        typed: whether it is read by somebody who typed a command, and can type another; else by one at the window.
    """
    if isinstance(error, OSError) and error.errno in BY_NUMBER:
        told = BY_NUMBER[error.errno]
        return Message(
            kind_of(type(error)), _fill(told, error, language, typed=typed), told.exit_code
        )
    for cls in type(error).__mro__:
        known = SENTENCES.get(kind_of(cls))
        # The sentences of the system's errors name a file; the general one is for those that tell none.
        if known is not None and (cls is OSError or not _names_no_file(error)):
            said = _fill(known, error, language, typed=typed)
            return Message(kind_of(type(error)), said, known.exit_code)
    return Message(
        "unforeseen",
        language.text(
            "Something went wrong that we had not foreseen ({kind}). "
            "What was saved and locked before is still there. Try again, or open the program anew.",
            kind=type(error).__name__,
        ),
        INTERNAL,
    )


def _names_no_file(error: BaseException) -> bool:
    return isinstance(error, OSError) and error.filename is None


def _is_names(value: object) -> TypeGuard[tuple[str, ...]]:
    return isinstance(value, tuple) and all(isinstance(each, str) for each in value)


def _fill(known: Sentence, error: BaseException, language: Language, *, typed: bool) -> str:
    values = {name: value for name, value in vars(error).items() if not name.startswith("_")}
    values |= {name: ", ".join(value) for name, value in values.items() if _is_names(value)}
    values |= {
        name: language.day(value) for name, value in values.items() if isinstance(value, datetime)
    }
    entry = values.get("entry", values.get("id"))
    if isinstance(entry, EntryId):
        values["seq"] = entry.seq
    reason = str(values.get("reason", ""))
    if reason in REASONS:
        values["reason"] = language.text(REASONS[reason])
    if isinstance(error, OSError):
        values |= {"filename": error.filename, "strerror": error.strerror or type(error).__name__}
    return language.text(known.typed if typed and known.typed else known.text, **values)
