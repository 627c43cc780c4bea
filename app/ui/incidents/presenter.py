"""What happened: which incidents are wanted, in which order, and the chosen one. No Qt.

Rules:
- What is left out can always be said in words, and one press shows everything again.
- A filter is offered where the case has something to choose between.
- The page shows what is sealed, and changes nothing: what is new or corrected is written in its form.
"""

from __future__ import annotations

from typing import Any, Protocol

import msgspec

from app.casework import KINDS, CaseState, Written, dotted
from app.casework.kinds.incident import INCIDENT
from app.casework.kinds.notification import NOTIFICATION
from app.language import Language
from app.timeline import (
    NOBODY_TOLD,
    SOMEBODY_TOLD,
    IncidentOrder,
    WantedIncidents,
    has_no_link,
    incidents_of,
    roles_told,
)
from app.ui.case_presenter import CasePresenter
from app.ui.context import UiContext
from app.ui.incidents.lines import IncidentLine, key_of, line_of
from app.ui.routes import Pattern, Timeline, Write
from app.vocabulary import ContentTag, Role, in_words, lowered
from evidence_store import EntryId

WRITTEN_ABOUT: tuple[Written[Any], ...] = (
    NOTIFICATION,
    *(
        kind
        for kind in KINDS
        if isinstance(kind, Written)
        and kind.form.menu
        and kind.about
        and INCIDENT.tag in kind.field(kind.about).of
        and kind is not INCIDENT
    ),
)
"""Who was told of an incident, and the kinds that are written about one, in the order of the menus."""

Pairs = tuple[tuple[str, str], ...]


class IncidentOptions(msgspec.Struct, frozen=True):
    """What can be wanted in the case, as pairs of value and words; empty where there is nothing to choose."""

    platforms: Pairs = ()
    senders: Pairs = ()
    tags: Pairs = ()
    told: Pairs = ()
    no_link: bool = False

    @property
    def any(self) -> bool:
        """Whether there is anything to choose."""
        return bool(self.platforms or self.senders or self.tags or self.told or self.no_link)


class ShownIncidents(msgspec.Struct, frozen=True):
    """The page.

    Attributes:
        lines: in the order of the list.
        chosen: the key of the one beside the list; "" where there is none.
        count: how many there are in the case.
        wanted: which of them are wanted.
        order: in which order.
        options: what can be wanted.
        said: what is left out, in words; "" where nothing is.
    """

    lines: tuple[IncidentLine, ...] = ()
    chosen: str = ""
    count: int = 0
    wanted: WantedIncidents = WantedIncidents()
    order: IncidentOrder = IncidentOrder.HAPPENED
    options: IncidentOptions = IncidentOptions()
    said: str = ""


class IncidentsView(Protocol):
    """What the presenter asks of the page."""

    def show_incidents(self, shown: ShownIncidents) -> None:
        """Show the list, and one of its rows beside it."""
        ...


class IncidentsPresenter(CasePresenter):
    """Turns the case into rows.

    Attributes:
        shown: what is on the page.
    """

    def __init__(self, context: UiContext, page: IncidentsView) -> None:
        super().__init__(context)
        self.shown = ShownIncidents()
        self._page = page

    def case_changed(self) -> None:
        """Show what the case says now, where it is another one than before; all of it, where it is another case."""
        state = self._context.session.open_state
        if state is None or (self._state is not None and state.case_id != self._state.case_id):
            self.shown = ShownIncidents()
        super().case_changed()

    def choose(self, key: str) -> None:
        """Show another one."""
        if key != self.shown.chosen and key in {each.key for each in self.shown.lines}:
            self.shown = msgspec.structs.replace(self.shown, chosen=key)
            self._page.show_incidents(self.shown)

    def want(self, wanted: WantedIncidents) -> None:
        """Show only these."""
        self.shown = msgspec.structs.replace(self.shown, wanted=wanted)
        self._show()

    def order(self, order: IncidentOrder) -> None:
        """Show them by when they happened, or by when they were written down."""
        self.shown = msgspec.structs.replace(self.shown, order=order)
        self._show()

    # -- what leads elsewhere ----------------------------------------------------------------------

    def describe(self) -> None:
        """Write down another one."""
        self._context.navigator.go(Write(INCIDENT.tag))

    def see_together(self) -> None:
        """Show what all of them are together."""
        self._context.navigator.go(Pattern())

    def correct(self, line: IncidentLine) -> None:
        """Correct it, or add what is missing."""
        self._context.navigator.go(Write(INCIDENT.tag, corrects=line.entry))

    def write_about(self, kind: str, line: IncidentLine) -> None:
        """Write down something about it."""
        self._context.navigator.go(Write(kind, about=line.entry))

    def look_at(self, entry: EntryId) -> None:
        """Show an incident of the list, or something else in the timeline."""
        if key_of(entry) in {each.key for each in self.shown.lines}:
            self.choose(key_of(entry))
        else:
            self.look_in_timeline(entry)

    def look_in_timeline(self, entry: EntryId) -> None:
        """Show it in the timeline."""
        self._context.navigator.go(Timeline(show=(entry,)))

    def _show(self) -> None:
        before, state, language = self.shown, self._state, self._context.language
        if state is None:
            self.shown = ShownIncidents()
        else:
            things = incidents_of(state, before.wanted, before.order)
            lines = tuple(line_of(state, each, language) for each in things)
            count = len(incidents_of(state)) if before.wanted.leaves_out else len(lines)
            self.shown = ShownIncidents(
                lines=lines,
                chosen=_chosen(lines, before),
                count=count,
                wanted=before.wanted,
                order=before.order,
                options=options_of(state, language),
                said=_left_out(len(lines), count, before.wanted, language),
            )
        self._page.show_incidents(self.shown)


def options_of(state: CaseState, language: Language) -> IncidentOptions:
    """Return what can be wanted: only where it would leave something out and show something."""
    text = language.text
    things = incidents_of(state)
    values = [each.current for each in things]
    platforms = sorted({each.facts.platform for each in values} - {""}, key=str.casefold)
    letters = sorted({each.label for each in values} - {""}, key=lambda each: (len(each), each))
    tags = {tag for each in values for tag in each.content}
    roles = {role for each in things for role in roles_told(state, each)}
    missing = [has_no_link(each) for each in values]
    told: Pairs = ()
    if roles:
        told = (
            (SOMEBODY_TOLD, text("Somebody was told")),
            (NOBODY_TOLD, text("Nobody was told")),
            *((str(role), in_words(role, language)) for role in Role if role in roles),
        )
    return IncidentOptions(
        platforms=_several(tuple((each, each) for each in platforms)),
        senders=_several(tuple((each, text("Sender {letter}", letter=each)) for each in letters)),
        tags=tuple((str(tag), in_words(tag, language)) for tag in ContentTag if tag in tags)
        if len(things) > 1
        else (),
        told=told if len(things) > 1 else (),
        no_link=any(missing) and not all(missing),
    )


def _several(pairs: Pairs) -> Pairs:
    return pairs if len(pairs) > 1 else ()


def _left_out(shown: int, count: int, wanted: WantedIncidents, language: Language) -> str:
    if not wanted.leaves_out:
        return ""
    text = language.text
    many = language.plural(
        "{shown} of {count} incident",
        "{shown} of {count} incidents",
        count,
        shown=language.number(shown),
    )
    told = {SOMEBODY_TOLD: text("Somebody was told"), NOBODY_TOLD: text("Nobody was told")}
    knows = told.get(wanted.told) or text(
        "told: {who}", who=in_words(Role(wanted.told), language) if wanted.told else ""
    )
    return dotted(
        many if shown else text("Nothing in this case fits"),
        wanted.platform,
        text("Sender {letter}", letter=wanted.sender) if wanted.sender else "",
        in_words(ContentTag(wanted.tag), language) if wanted.tag else "",
        text("link is missing") if wanted.no_link else "",
        lowered(knows) if wanted.told else "",
    )


def _chosen(lines: tuple[IncidentLine, ...], before: ShownIncidents) -> str:
    """Return which one to show: the one that was just written, the one that was there, or the first."""
    old = {each.key for each in before.lines}
    new = [each.key for each in lines if each.key not in old]
    if old and len(new) == 1 and len(lines) > len(old):
        return new[0]
    if before.chosen in {each.key for each in lines}:
        return before.chosen
    return lines[0].key if lines else ""
