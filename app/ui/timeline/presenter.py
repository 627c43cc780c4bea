"""What the timeline shows and does, decided without Qt.

Rules:
- The case is read from the session's state and never kept: a state that has not changed changes nothing here.
- After every act the row of what was just made is chosen and in sight, whoever made it. Where a search or a filter
  leaves it out, that is said in one line with a way to show it.
- A long case is shown at once by its newest rows; all rows follow as soon as they are in order.
- A row is put out of sight without a question, and a toast takes it back.
- Only the newest words are searched for, and only the newest order is shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from msgspec.structs import replace

from app.casework import CaseState, Exhibit, empty, missing_field, rows_in_sight
from app.casework.kinds.incident import INCIDENT
from app.messages import explain
from app.timeline import (
    Filter,
    Options,
    Row,
    TimelineRows,
    Ways,
    all_rows,
    first_look,
    found_rows,
    options_of,
    row_at,
    size,
)
from app.ui import routes
from app.ui.context import UiContext
from app.ui.lanes import Latest
from app.ui.proposed_step import ProposedStep
from app.ui.timeline.details import (
    Detail,
    RowAction,
    corrected_by,
    detail_of,
    handed_over,
    row_actions_of,
)
from app.ui.timeline.fetching import OnePicture, Thumbnails, code_of
from app.ui.timeline.finding import Search
from app.ui.timeline.fresh import fresh_of
from app.ui.timeline.guard import Guard
from app.ui.timeline.lines import RowText, line_of, summary
from app.ui.timeline.said import Said
from app.ui.timeline.sharing import OfferSharing
from app.ui.timeline.sight import Sight, first_time, neighbour
from app.ui.timeline.view_protocol import TimelineView
from evidence_store import EntryId

AT_ONCE = 400


class TimelinePresenter:
    """Decides what the timeline shows of the open case.

    Attributes:
        guard: how gently it is shown.
    """

    def __init__(self, context: UiContext, page: TimelineView) -> None:
        self._context = context
        self._page = page
        self._state: CaseState = empty()
        self._timeline = TimelineRows()
        self._shown_case = ""
        self._thumbnails = Thumbnails(context.lanes, page.show_thumbnails)
        self._picture = OnePicture(context.lanes, context.language, page.show_picture)
        self._ways = Ways(as_posted=context.settings.posts_as_posted)
        self._clear = not context.settings.blur_pictures
        self.guard = Guard(context.settings, context.resources)
        self._chosen: EntryId | None = None
        # What was made just now and has not been in sight yet.
        self._fresh: tuple[EntryId, ...] = ()
        self._missed: Row | None = None
        self._search = Search(context, self._arrange, self._not_looked)
        self._sight = Sight(context)
        self._sharing = OfferSharing(context, page.ask_what_is_shared)
        self._arranging = Latest()
        self._proposed = ProposedStep(context, page)
        context.session.subscribe(self.refresh)

    @property
    def ways(self) -> Ways:
        """How the person wants to see the case."""
        return self._ways

    @property
    def clear(self) -> bool:
        """Whether small pictures, and what is private, are shown clearly."""
        return self._clear

    # -- the rows --------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show the case as it is now, if it is another than before."""
        state, before = self._context.session.state, self._state
        self._search.follow_index()
        if state is before and not self.guard.follow():
            return
        self._state = state
        if state.case_id != before.case_id:
            self._enter()
        else:
            self._fresh = fresh_of(before, state) or self._fresh
        self._arrange()
        self._search.again()

    def _enter(self) -> None:
        """Begin anew: another case is open."""
        self._chosen, self._fresh = None, ()
        self._ways = replace(self._ways, wanted=Filter())
        self._search.end()

    def show_these(self, entries: tuple[EntryId, ...]) -> None:
        """Choose the rows of entries and bring them into sight, whatever was left out."""
        hidden = any(row is not None and row.hidden for row in map(self._any_row, entries))
        self._fresh = entries
        self._ways = replace(self._ways, wanted=Filter(), hidden=hidden or self._ways.hidden)
        self._arrange()

    def line(self, row: Row) -> RowText:
        """Return the words of a row."""
        line = line_of(self._state, row, self._context.language, covered=not self._clear)
        return self.guard.line(line, row.id)

    def order(self, *, newest_first: bool) -> None:
        """Put the newest or the oldest rows on top."""
        self._see(replace(self._ways, newest_first=newest_first))

    def include_hidden(self, *, hidden: bool) -> None:
        """Show what was put out of sight too, or no more."""
        self._see(replace(self._ways, hidden=hidden))

    def lay_as_posted(self, *, posted: bool) -> None:
        """Let posts lie where they were posted, or where they were saved; the next start has it so too."""
        self._context.settings.choose_posts_as_posted(posted=posted)
        self._see(replace(self._ways, as_posted=posted))

    def want(self, wanted: Filter) -> None:
        """Show only the rows that are wanted."""
        self._see(replace(self._ways, wanted=wanted))

    def show_clearly(self, *, clear: bool) -> None:
        """Show small pictures, and what is private, clearly, or no more."""
        if clear != self._clear:
            self._clear = clear
            self._arrange()

    def guard_more(self, *, words_only: bool | None = None, gaps: bool | None = None) -> None:
        """Show words alone in the list, or coarse words with gaps, or no more."""
        if self.guard.choose(words_only=words_only, gaps=gaps):
            self._arrange()

    def show_words(self) -> None:
        """Show the words of the chosen row whole."""
        self.guard.show_words_of(self._chosen)
        self._arrange()

    def options(self) -> Options:
        """Return what can be wanted in this case."""
        return options_of(self._state, self._context.language)

    def _see(self, ways: Ways) -> None:
        if ways != self._ways:
            self._ways = ways
            self._arrange()

    def _arrange(self) -> None:
        self._arranging.stop()
        state, ways = self._state, self._ways
        if self._search.hits is not None:
            self._show(found_rows(state, self._search.hits, ways))
            return
        if size(state) <= AT_ONCE:
            self._show(all_rows(state, ways))
            return
        other = not self._timeline.rows or self._shown_case != state.case_id
        if other and not ways.wanted.leaves_out:
            self._show(first_look(state, AT_ONCE, ways))
        self._context.lanes.work(lambda: all_rows(state, ways), self._show, latest=self._arranging)

    def _show(self, timeline: TimelineRows) -> None:
        state, ways = self._state, self._ways
        self._timeline, self._shown_case = timeline, state.case_id
        made = self._made_just_now(timeline)
        if made:
            self._chosen = made[0].id
        chosen = self._seen(timeline)
        self._chosen = chosen.id if chosen is not None else None
        nothing = size(state) == 0 and self._search.hits is None
        self._page.show_empty(empty=nothing)
        narrowed = self._search.hits is not None or ways.wanted.leaves_out
        since = first_time(state, timeline, ways, narrowed=narrowed)
        self._page.show_summary(summary(state, since, self._context.language))
        if self._search.hits is None and self._context.session.case is not None:
            self._proposed.look(state, empty=not timeline.rows)
        else:
            self._proposed.stop()
        fresh = frozenset(row.id for row in made)
        self._page.show_rows(timeline, self._chosen, show=bool(made), fresh=fresh)
        self._say()
        self._show_detail(chosen)
        if timeline.whole:
            self._context.session.tell_rows(rows_in_sight(state))

    def _made_just_now(self, timeline: TimelineRows) -> list[Row]:
        """Return the rows of what was made just now, the one that was meant first; note what is left out."""
        self._missed = None
        if not self._fresh:
            return []
        wanted = {row.id: row for row in map(self._any_row, self._fresh) if row is not None}
        shown = {row.id for row in timeline.rows if row.id in wanted}
        made = [row for id, row in wanted.items() if id in shown]
        if not made and timeline.whole:
            self._missed = next((row for row in wanted.values() if row.kind.in_timeline), None)
        if made or self._missed is None:
            self._fresh = ()
        return made

    def _seen(self, timeline: TimelineRows) -> Row | None:
        """Return the chosen row as it is now, or the first where that is not among those shown."""
        chosen = self._row(self._chosen)
        narrowed = self._search.hits is not None or self._ways.wanted.leaves_out
        if chosen is not None and narrowed and all(row.id != chosen.id for row in timeline.rows):
            chosen = None
        return timeline.rows[0] if chosen is None and timeline.rows else chosen

    # -- what is left out, in words --------------------------------------------------------------

    def _say(self) -> None:
        """Say what is searched for and wanted, and that what was just made is left out."""
        missed = self.line(self._missed).title if self._missed is not None else ""
        rows, wanted = len(self._timeline.rows), self._ways.wanted
        self._page.show_said(self._search.said_of(rows, wanted, missed, self._context.language))

    def show_missed(self) -> None:
        """Show what was just made, and everything else again."""
        self._context.navigator.go(routes.Timeline(search="", show=self._fresh))

    def show_everything(self) -> None:
        """Show everything again, and let the frame empty its field."""
        self._fresh = ()
        self._ways = replace(self._ways, wanted=Filter())
        if self._search.words:
            self._context.navigator.go(routes.Timeline(search=""))
        else:
            self._arrange()

    def _row(self, id: EntryId | None) -> Row | None:
        """Return the row of an entry as the case has it now, if it belongs in sight."""
        row = self._any_row(id) if id is not None else None
        return row if row is not None and (self._ways.hidden or not row.hidden) else None

    def _any_row(self, id: EntryId) -> Row | None:
        """Return the row of an entry, in sight or not."""
        return row_at(self._state, id, as_posted=self._ways.as_posted)

    # -- the next step ---------------------------------------------------------------------------

    def take_step(self) -> None:
        """Take the step that is proposed."""
        self._proposed.take()

    def capture(self) -> None:
        """Take a first picture."""
        self._context.acts.take_screenshot()

    def add_files(self) -> None:
        """Keep a first file."""
        self._context.acts.add_files(())

    def show_example(self) -> None:
        """Show the made-up case, to see what a case looks like."""
        self._context.acts.show_example()

    # -- the chosen row --------------------------------------------------------------------------

    def choose(self, row: Row | None) -> None:
        """Show the detail of the row that was chosen."""
        id = row.id if row is not None else None
        if id != self._chosen:
            self._chosen = id
            self._show_detail(row)

    def row_actions(self) -> tuple[RowAction, ...]:
        """Return what can be done with the chosen row."""
        row = self._row(self._chosen)
        return row_actions_of(self._state, row) if row is not None else ()

    def do(self, deed: RowAction) -> None:
        """Carry the action out on the chosen row, if it can be done."""
        row = self._row(self._chosen)
        if row is None or deed not in row_actions_of(self._state, row):
            return
        go = self._context.navigator.go
        match deed:
            case RowAction.OPEN if isinstance(row.thing, Exhibit):
                go(routes.Exhibit(row.thing.number))
            case RowAction.DESCRIBE:
                go(routes.Write("incident", about=row.id))
            case RowAction.CORRECT:
                corrected = corrected_by(self._state, row)
                tag = row.kind.tag if corrected == row.id else INCIDENT.tag
                seen = row.thing if isinstance(row.thing, Exhibit) else None
                lacks = missing_field(self._state, seen) if seen is not None else ""
                go(routes.Write(tag, corrects=corrected, field=lacks))
            case RowAction.NOTE | RowAction.READ_FIRST:
                go(routes.Write("note", about=row.id))
            case RowAction.WITNESS:
                go(routes.Witness(row.id))
            case RowAction.COMPARE:
                go(routes.CompareSources(row.id))
            case RowAction.HIDE:
                rows = self._timeline.rows
                self._chosen = row.id if self._ways.hidden else neighbour(rows, row)
                self._sight.hide(row.id, self.line(row).title)
            case RowAction.HAND_OVER:
                go(routes.Write("handed_over", about=handed_over(row)))
            case RowAction.SHARE:
                self._sharing.begin(row.id)
            case RowAction.SHOW_AGAIN:
                self._sight.show_again(row.id)
            case RowAction.ERASE:
                go(routes.Erase(row.id))
            case _:
                pass

    def open(self) -> bool:
        """Open the chosen row; return False where there is only the pane to read."""
        for deed in (RowAction.OPEN, RowAction.CORRECT):
            if deed in self.row_actions():
                self.do(deed)
                return True
        return False

    def _show_detail(self, row: Row | None) -> None:
        if row is None:
            self._page.show_detail(None)
            return
        detail = detail_of(self._state, row, self._context.language, covered=not self._clear)
        self._page.show_detail(self.guard.detail(detail))
        case = self._context.session.case
        if detail.receipt_of is not None and case is not None:
            self._context.lanes.store(
                partial(code_of, case.vault, detail.receipt_of),
                partial(self._page.show_code, detail.id),
            )

    # -- pictures --------------------------------------------------------------------------------

    def want_thumbnails(self, exhibits: Sequence[Exhibit]) -> None:
        """Fetch the small pictures of what is in sight."""
        case = self._context.session.case
        if case is not None and exhibits:
            self._thumbnails.want(case, exhibits)

    def uncover(self, detail: Detail) -> None:
        """Fetch the picture in the pane, which the person asked to see."""
        case = self._context.session.case
        if case is not None and detail.picture is not None:
            self._picture.fetch(case, detail.id, detail.picture)

    # -- search ----------------------------------------------------------------------------------

    def search(self, words: str) -> None:
        """Show what contains the words, in the whole case; none show everything again."""
        words = words.strip()
        if words == self._search.words:
            return
        if words:
            self._ways = replace(self._ways, wanted=Filter())
            self._search.begin(words)
            return
        self._search.end()
        self._arrange()

    def _not_looked(self, error: BaseException) -> None:
        self._page.show_said(Said(wanted=explain(error, self._context.language).sentence))
        self._context.acts.show_error(explain(error, self._context.language))
