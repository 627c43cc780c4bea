"""What the timeline shows and does, decided without Qt.

Rules:
- The case is read from the session's state and never kept: a state that has not changed changes nothing here.
- A long case is shown at once by its newest rows; all rows follow as soon as they are in order.
- A row is put out of sight without a question, and a toast takes it back.
- Only the newest words are searched for, and only the newest order is shown.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from app.actions.hide import hide
from app.actions.search import search_case
from app.casework import CaseState, Exhibit, empty
from app.messages import explain
from app.picture import decode_own_png
from app.ui import routes
from app.ui.acts import Toast, ToastAction
from app.ui.context import UiContext
from app.ui.lanes import Latest
from app.ui.timeline import rows
from app.ui.timeline.details import Detail, RowAction, detail_of, row_actions_of
from app.ui.timeline.fetching import Thumbnails, bytes_of, code_of
from app.ui.timeline.lines import RowText, line_of, summary
from app.ui.timeline.next_step import NextStep, StepKind, next_step, step_words
from app.ui.timeline.rows import Row, TimelineRows
from app.ui.timeline.view_protocol import TimelineView
from evidence_store import EntryId

AT_ONCE = 400
_HITS = 200


class TimelinePresenter:
    """Decides what the timeline shows of the open case."""

    def __init__(self, context: UiContext, page: TimelineView) -> None:
        self._context = context
        self._page = page
        self._state: CaseState = empty()
        self._timeline = TimelineRows()
        self._shown_case = ""
        self._thumbnails = Thumbnails(context.lanes, page.show_thumbnails)
        self._newest_first = True
        self._hidden = False
        self._chosen: EntryId | None = None
        # Until the person chooses a row the newest one is chosen, so that a picture just taken is in the pane.
        self._by_hand = False
        self._words = ""
        self._hits: tuple[EntryId, ...] | None = None
        self._part = False
        self._arranging, self._searching = Latest(), Latest()
        context.session.subscribe(self.refresh)

    @property
    def newest_first(self) -> bool:
        """Which end of the case is on top."""
        return self._newest_first

    # -- the rows --------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show the case as it is now, if it is another than before."""
        state = self._context.session.state
        if self._part and self._words and not self._context.session.index_stale:
            self._part = False
            self._look(self._words)
        if state is self._state:
            return
        if state.case_id != self._state.case_id:
            self._by_hand, self._words, self._hits = False, "", None
            self._searching.stop()
            self._page.show_found("")
        if not self._by_hand:
            self._chosen = None
        self._state = state
        self._arrange()

    def line(self, row: Row) -> RowText:
        """Return the words of a row."""
        return line_of(self._state, row, self._context.language)

    def order(self, *, newest_first: bool) -> None:
        """Put the newest or the oldest rows on top."""
        if newest_first != self._newest_first:
            self._newest_first = newest_first
            if not self._by_hand:
                self._chosen = None
            self._arrange()

    def include_hidden(self, *, hidden: bool) -> None:
        """Show what was put out of sight too, or no more."""
        if hidden != self._hidden:
            self._hidden = hidden
            self._arrange()

    def _arrange(self) -> None:
        self._arranging.stop()
        state = self._state
        ways = {"newest_first": self._newest_first, "hidden": self._hidden}
        if self._hits is not None:
            self._show(rows.found_rows(state, self._hits, **ways))
            return
        if rows.size(state) <= AT_ONCE:
            self._show(rows.all_rows(state, **ways))
            return
        if not self._timeline.rows or self._shown_case != state.case_id:
            self._show(rows.first_look(state, AT_ONCE, **ways))
        self._context.lanes.work(
            lambda: rows.all_rows(state, **ways), self._show, latest=self._arranging
        )

    def _show(self, timeline: TimelineRows) -> None:
        state = self._state
        self._timeline, self._shown_case = timeline, state.case_id
        chosen = self._row(self._chosen)
        if self._hits is not None and all(row.id != self._chosen for row in timeline.rows):
            chosen = None
        if chosen is None and timeline.rows:
            chosen = timeline.rows[0]
        self._chosen = chosen.id if chosen is not None else None
        nothing = rows.size(state) == 0 and self._hits is None
        self._page.show_empty(empty=nothing)
        self._page.show_summary(summary(state, self._first(), self._context.language))
        step = self._proposed()
        self._page.show_step(*(step_words(step, self._context.language) if step else ("", "", "")))
        self._page.show_rows(timeline, self._chosen)
        self._show_detail(chosen)
        if timeline.whole and self._hits is None:
            self._context.session.tell_rows(len(timeline.rows))

    def _first(self) -> str:
        """Return when the first thing happened, as far as the shown rows tell."""
        shown = self._timeline.rows
        if not shown:
            return ""
        ends = [shown[0].stamp, shown[-1].stamp]
        state = self._state
        if not self._timeline.whole or self._hits is not None:
            ends += [
                row.stamp
                for row in rows.first_look(state, 1, newest_first=False, hidden=False).rows
            ]
        return min(ends)

    def _row(self, id: EntryId | None) -> Row | None:
        """Return the row of an entry as the case has it now, if it belongs in sight."""
        row = rows.row_at(self._state, id) if id is not None else None
        return row if row is not None and (self._hidden or not row.hidden) else None

    # -- the next step ---------------------------------------------------------------------------

    def _proposed(self) -> NextStep | None:
        """Return what to propose; nothing where the empty page does it already."""
        if self._hits is not None or not self._context.session.case:
            return None
        step = next_step(self._state)
        return (
            None
            if step is not None and step.step is StepKind.CAPTURE and not self._timeline.rows
            else step
        )

    def take_step(self) -> None:
        """Take the step that is proposed."""
        go = self._context.navigator.go
        match self._proposed():
            case NextStep(step=StepKind.CAPTURE):
                self.capture()
            case NextStep(step=StepKind.DESCRIBE, exhibit=number):
                exhibit = self._state.exhibit(number)
                about = exhibit.original if exhibit is not None else None
                go(routes.Write("incident", about=about))
            case NextStep(step=StepKind.TELL):
                go(routes.Write("notification"))
            case NextStep(step=StepKind.REPORT):
                go(routes.Report("manager"))
            case _:
                pass

    def capture(self) -> None:
        """Take a first picture."""
        self._context.acts.take_screenshot()

    def add_files(self) -> None:
        """Keep a first file."""
        self._context.acts.add_files(())

    # -- the chosen row --------------------------------------------------------------------------

    def choose(self, row: Row | None) -> None:
        """Show the detail of the row that was chosen."""
        id = row.id if row is not None else None
        if id != self._chosen:
            self._chosen, self._by_hand = id, True
            self._show_detail(row)

    def row_actions(self) -> tuple[RowAction, ...]:
        """Return what can be done with the chosen row."""
        row = self._row(self._chosen)
        return row_actions_of(row) if row is not None else ()

    def do(self, deed: RowAction) -> None:
        """Carry the action out on the chosen row, if it can be done."""
        row = self._row(self._chosen)
        if row is None or deed not in row_actions_of(row):
            return
        go = self._context.navigator.go
        match deed:
            case RowAction.OPEN if isinstance(row.thing, Exhibit):
                go(routes.Exhibit(row.thing.number))
            case RowAction.DESCRIBE:
                go(routes.Write("incident", about=row.id))
            case RowAction.CORRECT:
                go(routes.Write(row.kind.tag, corrects=row.id))
            case RowAction.NOTE:
                go(routes.Write("note", about=row.id))
            case RowAction.HIDE:
                self._hide(row)
            case RowAction.HAND_OVER:
                go(routes.Write("handed_over", about=row.id))
            case RowAction.SHOW_AGAIN:
                self._put(row.id, hidden=False, after=lambda: None)
            case _:
                pass

    def open(self) -> bool:
        """Open the chosen row; return False where there is only the pane to read."""
        for deed in (RowAction.OPEN, RowAction.CORRECT):
            if deed in self.row_actions():
                self.do(deed)
                return True
        return False

    def _hide(self, row: Row) -> None:
        text = self._context.language.text
        what = self.line(row).title
        self._chosen, self._by_hand = self._neighbour(row), True
        undo = ToastAction(
            text("Undo"), lambda: self._put(row.id, hidden=False, after=lambda: None)
        )
        self._put(
            row.id,
            hidden=True,
            after=lambda: self._context.acts.toast(
                Toast(
                    title=text("Hidden: {what}", what=what),
                    text=text("It stays in the vault and can be shown again."),
                    actions=(undo,),
                )
            ),
        )

    def _neighbour(self, row: Row) -> EntryId | None:
        shown = self._timeline.rows
        at = next((place for place, each in enumerate(shown) if each.id == row.id), None)
        if at is None or self._hidden:
            return row.id
        beside = shown[at + 1 : at + 2] or shown[max(0, at - 1) : at]
        return beside[0].id if beside else None

    def _put(self, id: EntryId, *, hidden: bool, after: Callable[[], None]) -> None:
        case = self._context.session.case
        if case is not None:
            self._context.lanes.store(lambda: hide(case, id, hidden=hidden), lambda _: after())

    def _show_detail(self, row: Row | None) -> None:
        if row is None:
            self._page.show_detail(None)
            return
        detail = detail_of(self._state, row, self._context.language)
        self._page.show_detail(detail)
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
        case, entry = self._context.session.case, detail.picture
        if case is None or entry is None:
            return
        failed = partial(self._no_picture, detail.id)
        self._context.lanes.store(
            lambda: bytes_of(case, entry), partial(self._decode, detail.id), failed
        )

    def _decode(self, id: EntryId, png: bytes) -> None:
        self._context.lanes.work(
            lambda: decode_own_png(png),
            partial(self._page.show_picture, id),
            partial(self._no_picture, id),
        )

    def _no_picture(self, id: EntryId, error: BaseException) -> None:
        message = explain(error, self._context.language)
        self._page.show_picture(id, None, message.sentence)

    # -- search ----------------------------------------------------------------------------------

    def search(self, words: str) -> None:
        """Show what contains the words; none show everything again."""
        words = words.strip()
        if words == self._words:
            return
        self._words = words
        if words:
            self._look(words)
            return
        self._searching.stop()
        self._hits = None
        self._page.show_found("")
        self._arrange()

    def end_search(self) -> None:
        """Show everything again, and let the frame empty its field."""
        self._context.navigator.go(routes.Timeline(search=""))

    def _look(self, words: str) -> None:
        case = self._context.session.case
        if case is None:
            return
        self._context.lanes.store(
            lambda: search_case(case, words, _HITS),
            partial(self._looked, words),
            self._not_looked,
            latest=self._searching,
        )

    def _looked(self, words: str, hits: tuple[EntryId, ...]) -> None:
        self._hits = hits
        self._arrange()
        language = self._context.language
        count = len(self._timeline.rows)
        found = language.text("Nothing with “{words}”", words=words)
        if count:
            found = language.plural(
                "{count} thing with “{words}”", "{count} things with “{words}”", count, words=words
            )
        self._part = self._context.session.index_stale
        ready = language.text("Search is being made ready; there may be more.")
        self._page.show_found(f"{found}. {ready}" if self._part else found)

    def _not_looked(self, error: BaseException) -> None:
        self._page.show_found(explain(error, self._context.language).sentence)
        self._context.acts.show_error(explain(error, self._context.language))
