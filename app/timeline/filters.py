"""Which rows are wanted: one group of kinds, and what posts and people they have to do with. No Qt.

Rules:
- A picture is of the platform, the sender and the kind of the posts it shows.
- What is wanted can always be said in words; nothing is left out in silence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Any

import msgspec

from app.casework import (
    CaseState,
    Exhibit,
    ExhibitKind,
    Kept,
    Versioned,
    Written,
    dotted,
    lacks_facts,
)
from app.casework.kinds.capture import CaptureFacts
from app.casework.kinds.dossier import DELIVERY, DOSSIER
from app.casework.kinds.handed_over import HANDED_OVER
from app.casework.kinds.incident import INCIDENT, Incident
from app.casework.kinds.note import NOTE
from app.casework.kinds.notification import NOTIFICATION
from app.language import Language, deferred
from app.timeline.incidents import has_no_link
from app.timeline.row import EXHIBIT, Row
from app.timeline.wanted import WantedPosts
from app.vocabulary import ContentTag, IncidentKind, Role, in_words

ANYBODY = "anybody"
_NOTES, _PRIVATE = "notes", "private"


class Group(StrEnum):
    """The pills above the list."""

    EVERYTHING = "everything"
    EXHIBITS = "exhibits"
    EVENTS = "events"
    MESSAGES = "messages"
    REPORTS = "reports"


GROUP_NAMES: Mapping[Group, str] = {
    Group.EVERYTHING: deferred("Everything"),
    Group.EXHIBITS: deferred("Exhibits"),
    Group.EVENTS: deferred("Incidents"),
    Group.MESSAGES: deferred("Told"),
    Group.REPORTS: deferred("Reports"),
}
_GROUPS: Mapping[str, Group] = {
    EXHIBIT.tag: Group.EXHIBITS,
    INCIDENT.tag: Group.EVENTS,
    NOTIFICATION.tag: Group.MESSAGES,
    DOSSIER.tag: Group.REPORTS,
    DELIVERY.tag: Group.REPORTS,
    HANDED_OVER.tag: Group.REPORTS,
}


class Filter(WantedPosts, frozen=True, kw_only=True):
    """What is wanted; "" stands for all. What is asked of posts is asked of their pictures too.

    Attributes:
        group: the pill that is on.
        what: only one kind of post, or only notes.
        lacks: only pictures of which something is missing that belongs to every post.
        knows: only who was told: ANYBODY, or those of one role.
    """

    group: Group = Group.EVERYTHING
    what: str = ""
    lacks: bool = False
    knows: str = ""

    @property
    def chooses(self) -> bool:
        """Whether it leaves anything out within its group."""
        return self.of_posts or bool(self.no_link or self.lacks or self.knows)

    @property
    def of_posts(self) -> bool:
        """Whether it asks what the posts are that a row is or shows."""
        return self.asks_of_post or bool(self.what)

    @property
    def leaves_out(self) -> bool:
        """Whether it leaves anything out at all."""
        return self.chooses or self.group is not Group.EVERYTHING

    def lets(self, state: CaseState, row: Row) -> bool:
        """Return whether a row is seen."""
        return of_group(row.kind, self.group) and self.fits(state, row)

    def fits(self, state: CaseState, row: Row) -> bool:
        """Return whether a row is wanted, whichever group is."""
        return (
            (not self.of_posts or self._is_of_row(state, row))
            and (not self.no_link or lacks_link(state, row))
            and (
                not self.lacks or (isinstance(row.thing, Exhibit) and lacks_facts(state, row.thing))
            )
            and (not self.knows or _knows(row, self.knows))
        )

    def _is_of_row(self, state: CaseState, row: Row) -> bool:
        """One post of the row has all that is asked: a picture of two is not wanted for a bit of each."""
        if row.kind.tag == NOTE.tag:
            return not self.asks_of_post and self.what == (_PRIVATE if row.private else _NOTES)
        return any(
            self.is_of(each) and self.what in {"", str(each.facts.form)}
            for each in _posts(state, row)
        )

    def words(self, language: Language) -> str:
        """Return in words what is wanted, the group left out: its pill says it."""
        text = language.text
        told = text(KNOWN_BY_ANYBODY)
        if self.knows and self.knows != ANYBODY:
            told = text("told: {who}", who=in_words(Role(self.knows), language))
        return dotted(
            self.platform,
            text("Sender {letter}", letter=self.sender) if self.sender else "",
            what_words(self.what, language),
            in_words(ContentTag(self.tag), language) if self.tag else "",
            text("link is missing") if self.no_link else "",
            text("something is missing") if self.lacks else "",
            told if self.knows else "",
        )


KNOWN_BY_ANYBODY = deferred("everybody who was told")


class Options(msgspec.Struct, frozen=True):
    """What can be wanted in a case: what it has any of, as pairs of value and words."""

    platforms: tuple[tuple[str, str], ...] = ()
    senders: tuple[tuple[str, str], ...] = ()
    whats: tuple[tuple[str, str], ...] = ()
    tags: tuple[tuple[str, str], ...] = ()
    roles: tuple[tuple[str, str], ...] = ()


def options_of(state: CaseState, language: Language) -> Options:
    """Return what can be wanted in a case."""
    posts = [each.current for each in state.of(INCIDENT) if not each.hidden]
    platforms = sorted({each.facts.platform for each in posts} - {""}, key=str.casefold)
    labels = sorted({each.label for each in posts} - {""}, key=lambda each: (len(each), each))
    forms = {each.facts.form for each in posts}
    notes = [_NOTES] if state.of(NOTE) else []
    notes += [_PRIVATE] if state.private_of(NOTE) else []
    whats = [*(str(each) for each in IncidentKind if each in forms), *notes]
    tags = {tag for each in posts for tag in each.content}
    roles = {
        each.current.facts.role
        for kind in (NOTIFICATION, HANDED_OVER)
        for each in _visible(state, kind)
    }
    told = [(str(role), in_words(role, language)) for role in Role if role in roles]
    return Options(
        platforms=tuple((each, each) for each in platforms),
        senders=tuple((each, _sender(state, each, language)) for each in labels),
        whats=tuple((each, what_words(each, language)) for each in whats),
        tags=tuple((str(each), in_words(each, language)) for each in ContentTag if each in tags),
        roles=((ANYBODY, language.text(KNOWN_BY_ANYBODY)), *told) if told else (),
    )


def what_words(what: str, language: Language) -> str:
    """Return what a kind is called; "" for all."""
    if what in {_NOTES, _PRIVATE}:
        return language.text("Notes") if what == _NOTES else language.text("Private notes")
    return in_words(IncidentKind(what), language) if what else ""


def of_group(kind: Kept[Any], group: Group) -> bool:
    """Return whether rows of a kind are of a group."""
    return group is Group.EVERYTHING or _GROUPS.get(kind.tag) is group


def counted_by_tag(tags: Iterable[tuple[str, int]]) -> dict[Group, int]:
    """Return how many rows there are of each group, from how many there are by the tags of their kinds."""
    counts = dict.fromkeys(Group, 0)
    for tag, count in tags:
        counts[Group.EVERYTHING] += count
        group = _GROUPS.get(tag)
        if group is not None:
            counts[group] += count
    return counts


def lacks_link(state: CaseState, row: Row) -> bool:
    """Return whether a link could be added: a picture of a page, or a post, has none."""
    thing = row.thing
    if isinstance(thing, Exhibit):
        shows_a_page = thing.kind is ExhibitKind.CAPTURE and not thing.context
        return shows_a_page and not link_of(state, thing)
    if row.kind.tag == INCIDENT.tag and isinstance(row.value, Incident):
        return has_no_link(row.value)
    return False


def link_of(state: CaseState, exhibit: Exhibit) -> str:
    """Return the link of what it shows: the post's own, else what was noted when it was taken."""
    for incident in reversed(state.incidents_about(exhibit)):
        facts = incident.current.facts
        if not incident.hidden and (facts.permalink or facts.url):
            return facts.permalink or facts.url
    return exhibit.facts.url if isinstance(exhibit.facts, CaptureFacts) else ""


def _posts(state: CaseState, row: Row) -> Iterator[Incident]:
    """The posts that a row is or shows."""
    if isinstance(row.thing, Exhibit):
        yield from (each.current for each in state.incidents_about(row.thing) if not each.hidden)
    elif isinstance(row.value, Incident):
        yield row.value


def _knows(row: Row, role: str) -> bool:
    if row.kind.tag not in {NOTIFICATION.tag, HANDED_OVER.tag}:
        return False
    value: Any = row.value
    return role in {ANYBODY, str(value.facts.role)}


def _visible(state: CaseState, kind: Written[Any]) -> Iterator[Versioned[Any]]:
    return (each for each in state.of(kind) if not each.hidden)


def _sender(state: CaseState, label: str, language: Language) -> str:
    """The letter, and what names the profile: the window is the person's own."""
    sender = state.senders.labelled(label)
    profile = sender.profile if sender is not None else None
    named = (profile.name or profile.handle) if profile is not None else ""
    return dotted(language.text("Sender {letter}", letter=label), named)
