"""What is due, in the order in which it has to be done, and in words that reproach nobody."""

from __future__ import annotations

from dataclasses import replace

from app.actions.write_down import write_down
from app.casework.kinds.checklist import ChecklistDraft
from app.casework.kinds.incident_fields import IncidentDraft
from app.casework.kinds.watch_case import WatchDraft
from app.ui.deadlines.presenter import DeadlineLine, DeadlinesPresenter, ShownDeadlines
from app.ui.routes import Checklists, Timeline, Watching, Write
from evidence_store import EntryId
from tests.worlds import DANISH, Desk


class Page:
    """Remembers what it was told to show."""

    def __init__(self) -> None:
        self.shown = ShownDeadlines()

    def show_due(self, shown: ShownDeadlines) -> None:
        self.shown = shown


def shown(desk: Desk) -> tuple[DeadlinesPresenter, Page]:
    page = Page()
    presenter = DeadlinesPresenter(desk.context, page)
    presenter.refresh()
    return presenter, page


def first(page: Page) -> DeadlineLine:
    assert page.shown.first is not None
    return page.shown.first


def test_what_ends_first_stands_on_top_with_who_acts_and_how_much_time_there_is(
    desk: Desk, posts: list[EntryId]
) -> None:
    _, page = shown(desk)
    line = first(page)
    assert line.title == "Report to the police"
    assert (line.when, line.when_more) == ("Tuesday 24 November 2026", "at 21:10")
    assert line.who == "You or your employer"
    assert line.state == "31 hours left"
    assert line.counts_from == "Counts from when it was posted: 21 November 2026 at 21:10"
    assert line.about == posts[0]
    assert line.part is not None
    assert 0.5 < line.part < 0.6
    assert line.source
    assert line.checked == "checked 30 Nov 2026"


def test_of_each_rule_the_event_that_ends_first_is_shown_until_all_are_asked_for(
    desk: Desk, posts: list[EntryId]
) -> None:
    presenter, page = shown(desk)
    police = [line for line in (first(page), *page.shown.then) if "police" in line.title]
    # Both times that it counts from stand there.
    assert [line.about for line in police] == [posts[0], posts[0]]
    few = len(page.shown.then)
    assert page.shown.more > 0
    presenter.show_all(everything=True)
    assert page.shown.more == 0
    assert len(page.shown.then) > few
    presenter.show_all(everything=False)
    assert len(page.shown.then) == few


def test_a_day_to_ask_again_stands_among_the_deadlines(desk: Desk, posts: list[EntryId]) -> None:
    _, page = shown(desk)
    titles = [line.title for line in page.shown.then]
    assert "Ask again: manager" in titles
    line = page.shown.then[titles.index("Ask again: manager")]
    assert (line.when, line.who, line.state) == ("Friday 27 November 2026", "Manager", "Soon")


def test_what_has_gone_by_says_whom_to_talk_to(desk: Desk, posts: list[EntryId]) -> None:
    _, page = shown(desk)
    gone = {line.title: line for line in page.shown.gone}
    police = gone["Report to the police"]
    assert police.about == posts[2]
    assert police.state == "Ask your consultant"
    assert police.why[0].startswith("The day has gone by. There can be exceptions")
    assert gone["Answer from: HR"].state == "Ask again"
    danish = replace(desk.context, language=DANISH)
    page = Page()
    DeadlinesPresenter(danish, page).refresh()
    said = str(page.shown).lower()
    assert "for sent" not in said
    assert "too late" not in said


def test_what_has_no_date_says_why(desk: Desk, posts: list[EntryId]) -> None:
    _, page = shown(desk)
    unsure = {line.title: line.unsure for line in page.shown.undated}
    assert unsure["How long the police can take the case up"] == "not confirmed"
    assert all(line.when == "" for line in page.shown.undated)


def test_a_rule_that_is_not_sure_says_what_is_not(desk: Desk, posts: list[EntryId]) -> None:
    _, page = shown(desk)
    (line,) = (each for each in page.shown.then if each.unsure)
    assert line.title == "Claim for money from the one who wrote it"
    assert "The rule is general knowledge. It was not checked at its source." in line.why


def test_a_row_leads_to_what_it_is_about_and_an_empty_page_to_the_form(
    desk: Desk, posts: list[EntryId]
) -> None:
    presenter, page = shown(desk)
    presenter.look_at(first(page))
    presenter.describe()
    assert desk.navigator.routes == [Timeline(show=(posts[0],)), Write("incident")]


def test_a_new_post_is_reckoned_at_once(desk: Desk) -> None:
    _, page = shown(desk)
    assert page.shown.empty
    write_down(desk.case, IncidentDraft(quote="Ord", first_seen="2026-11-23T08:00:00.000Z"))
    desk.session.publish()
    assert first(page).when == "Thursday 26 November 2026"


def test_an_old_event_shows_the_rules_of_then_apart(desk: Desk) -> None:
    write_down(desk.case, IncidentDraft(quote="Ord", first_seen="2021-05-03T08:00:00.000Z"))
    _, page = shown(desk)
    assert [line.state for line in page.shown.earlier] == ["Earlier rule", "Earlier rule"]
    assert "five weeks" in page.shown.earlier[1].why[0]


def test_a_closed_vault_shows_nothing(desk: Desk, posts: list[EntryId]) -> None:
    presenter, page = shown(desk)
    assert presenter.accepts()
    desk.session.close()
    desk.session.publish()
    assert page.shown.empty
    assert not presenter.accepts()


def test_what_is_to_be_looked_at_again_leads_to_its_page(desk: Desk) -> None:
    write_down(desk.case, ChecklistDraft(list="address", item="protection", done="2026-01-10"))
    write_down(desk.case, WatchDraft(alias="Birk", review="2026-11-25"))
    presenter, page = shown(desk)
    assert (first(page).title, first(page).who) == ("Look at Birk again", "You")
    reminder, deadline = page.shown.then
    what = "Check again: Protection of name and address (Protection of your address)"
    assert (reminder.title, reminder.when) == (what, "Friday 11 December 2026")
    assert deadline.title == "Protection of name and address runs out"
    for line in (first(page), reminder):
        presenter.look_at(line)
    assert desk.navigator.routes == [Watching(), Checklists()]


def test_rules_that_cannot_be_read_are_told(desk: Desk, posts: list[EntryId]) -> None:
    page = Page()
    broken = replace(desk.context, resources=desk.folder)
    DeadlinesPresenter(broken, page).refresh()
    assert page.shown.empty
    assert [error.kind for error in desk.acts.errors] == ["casework.RuleTableError"]


def test_a_calendar_file_is_saved_and_said(desk: Desk, posts: list[EntryId]) -> None:
    presenter, _ = shown(desk)
    target = presenter.calendar_file(desk.folder).with_name("mine.ics")
    presenter.save_calendar(target)
    assert "BEGIN:VEVENT" in target.read_text("utf-8")
    assert desk.acts.toasts[-1].title == "The calendar file is saved"
    presenter.save_calendar(desk.folder / "no such folder" / "mine.ics")
    assert len(desk.acts.errors) == 1
