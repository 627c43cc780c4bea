"""A letter as the page shows it. No Qt."""

from __future__ import annotations

import msgspec

from app.casework.letters import Letter, LetterStage, Progress
from app.messages import LetterWords
from evidence_store import EntryId

_KINDS = {
    Letter.MANAGER: "notification",
    Letter.POLICE: "police_report",
    Letter.NOT_REPORTING: "police_report",
    Letter.REMOVAL: "takedown",
    Letter.REGISTRATION: "internal_registration",
}
_TONES = {
    LetterStage.NONE: "plain",
    LetterStage.MADE: "info",
    LetterStage.HANDED_OVER: "ok",
    LetterStage.RECEIPT: "ok",
    LetterStage.ANSWERED: "ok",
}


class LetterLine(msgspec.Struct, frozen=True, kw_only=True):
    """One of them.

    Attributes:
        key: names it: a ``Letter``, or what has no receiver.
        title: whom it is for.
        text: its words.
        file: what its file is called, without an ending.
        stage: how far it is, in words.
        tone: how that is shown: as a ``BadgeKind``.
        hint: what to know before it is handed over.
        missing: what is asked for and stands nowhere.
        warning: what should be taken out of it; "" for nothing.
        changed: whether it was changed by hand.
        editable: whether it can be changed, and handed over.
        kind: the tag of what is sealed when it is handed over; "" for nothing.
        entry: what was noted of it; None where nothing was.
    """

    key: str
    title: str
    text: str
    file: str
    stage: str = ""
    tone: str = "plain"
    hint: str = ""
    missing: tuple[str, ...] = ()
    warning: str = ""
    changed: bool = False
    editable: bool = False
    kind: str = ""
    entry: EntryId | None = None


class ShownLetters(msgspec.Struct, frozen=True):
    """The page.

    Attributes:
        lines: every letter.
        chosen: the key of the one that is shown.
        missing: what is missing in any of them and can be added here, or on the form of the post.
        of_post: whether some of that is told of the post.
        described: whether a post is written down.
        name: the person's own name.
        contact: how they can be reached.
    """

    lines: tuple[LetterLine, ...] = ()
    chosen: str = ""
    missing: tuple[str, ...] = ()
    of_post: bool = False
    described: bool = False
    name: str = ""
    contact: str = ""


def line_of(words: LetterWords, progress: Progress, stage: str) -> LetterLine:
    """Return a letter with a receiver."""
    return LetterLine(
        key=words.letter.value,
        title=words.title,
        text=words.text,
        file=words.file,
        stage=stage,
        tone=_TONES[progress.stage],
        hint=words.hint,
        missing=tuple(each.label for each in words.missing),
        editable=True,
        kind=_KINDS[words.letter],
        entry=progress.entry,
    )


def plain_line(key: str, title: str, text: str) -> LetterLine:
    """Return what has no receiver: it is read, printed and saved."""
    return LetterLine(key=key, title=title, text=text, file=title)
