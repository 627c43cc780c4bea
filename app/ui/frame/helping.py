"""What the help page tells: what to do now, whom to ring, and which keys there are. No Qt.

Rules:
- What cannot be done yet has no button: its words stand all the same.
- Whom to ring: the two numbers that hold everywhere in Denmark, then the case's own contacts that can be reached.
- A covered or closed vault names nobody of the case.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import groupby

import msgspec

from app.language import deferred
from app.ui import routes
from app.ui.context import UiContext
from app.ui.frame.writing import WRITING

_MOST = ("capture", "hide", "note", "notification", "report", "search", "help")
_WRITTEN = tuple(name for name in WRITING if name not in _MOST)
# Which group of keys an action stands in: those used most in the first; what is not named here stands in the last.
_GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (deferred("Used most"), _MOST),
    (
        deferred("Keep and write down"),
        (
            "capture_again",
            "series",
            "capture_soon",
            "capture_later",
            "capture_latest",
            "files",
            "paste",
            *_WRITTEN,
        ),
    ),
    (deferred("Find your way"), ()),
)


class HelpStep(msgspec.Struct, frozen=True):
    """Something that can be done now; ``act`` is None while it cannot."""

    title: str
    words: str
    button: str
    act: Callable[[], None] | None


class Reachable(msgspec.Struct, frozen=True):
    """Somebody to ring or to write to."""

    name: str
    words: str
    number: str


class KeyGroup(msgspec.Struct, frozen=True):
    """Keys with what each does."""

    name: str
    keys: tuple[tuple[str, str], ...]


class HelpPresenter:
    """Tells what stands on the help page."""

    def __init__(self, context: UiContext) -> None:
        self._context = context

    def steps(self) -> tuple[HelpStep, ...]:
        """Return what can be done now, in the order that helps most."""
        context, text = self._context, self._context.language.text
        go = context.navigator.go
        opened = context.session.case is not None
        return (
            HelpStep(
                text("Keep it before it disappears"),
                text(
                    "Take a screenshot of the post. It is saved and locked at once, with the time. "
                    "Everything else can be filled in later."
                ),
                text("Take screenshot"),
                context.acts.take_screenshot,
            ),
            HelpStep(
                text("Tell somebody today"),
                text(
                    "Record whom you told and what they answered. "
                    "Your manager and the working environment representative should know."
                ),
                text("Note who was told"),
                (lambda: go(routes.Write("notification"))) if opened else None,
            ),
            HelpStep(
                text("Make a report"),
                text(
                    "Each reader gets only what they need. Cover other people's names with black first."
                ),
                text("Make report"),
                (lambda: go(routes.Report())) if opened else None,
            ),
            HelpStep(
                text("Hide quickly"),
                text(
                    "F9 covers the window at once. F9 or a click shows it again. After a time without use "
                    "it asks for the passphrase."
                ),
                text("Hide now"),
                context.acts.hide_now,
            ),
        )

    def numbers(self) -> tuple[Reachable, ...]:
        """Return whom to ring."""
        text = self._context.language.text
        return (
            Reachable(text("Somebody is in danger now"), text("Police and ambulance"), "112"),
            Reachable(text("The police, when it can wait"), text("Ask, or report it"), "114"),
            *self._contacts(),
        )

    def can_add(self) -> bool:
        """Return whether a contact can be written down now."""
        return self._context.session.case is not None

    def add_contact(self) -> None:
        """Write down somebody who can be rung."""
        self._context.navigator.go(routes.Write("contact"))

    def key_groups(self, keys: Iterable[tuple[str, str, str]]) -> tuple[KeyGroup, ...]:
        """Return the keys in their groups.

        Args:
            keys: the name of each action, its key, and what it does.
        """
        place = {
            name: (group, at)
            for group, (_, names) in enumerate(_GROUPS)
            for at, name in enumerate(names)
        }
        last = (len(_GROUPS) - 1, 0)
        ordered = sorted(keys, key=lambda each: place.get(each[0], last))
        grouped = groupby(ordered, key=lambda each: place.get(each[0], last)[0])
        text = self._context.language.text
        return tuple(
            KeyGroup(text(_GROUPS[group][0]), tuple((key, words) for _, key, words in each))
            for group, each in grouped
        )

    def _contacts(self) -> Iterable[Reachable]:
        session = self._context.session
        if session.case is None or session.locked:
            return
        from app.casework.kinds.contact import CONTACT, ContactPerson

        state, language = session.state, self._context.language
        for thing in state.of(CONTACT):
            contact = thing.current
            person = contact.contact
            if thing.hidden or not isinstance(person, ContactPerson):
                continue
            number = person.phone or person.mail
            if number:
                name, words = CONTACT.line_of(contact, state, language)
                yield Reachable(name, words, number)
