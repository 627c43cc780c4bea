"""What happened, as rows: in two orders, filtered, each with what belongs to it."""

from __future__ import annotations

from app.actions.write_down import write_down
from app.casework.kinds.incident_fields import IncidentDraft
from app.casework.kinds.police_report import POLICE_REPORT
from app.timeline import SOMEBODY_TOLD, IncidentOrder, WantedIncidents
from app.ui.incidents.lines import IncidentLine
from app.ui.incidents.presenter import WRITTEN_ABOUT, IncidentsPresenter, ShownIncidents
from app.ui.routes import Timeline, Write
from evidence_store import EntryId
from tests.worlds import Desk


class Page:
    """Remembers what it was told to show."""

    def __init__(self) -> None:
        self.shown = ShownIncidents()

    def show_incidents(self, shown: ShownIncidents) -> None:
        self.shown = shown

    def line(self, entry: EntryId) -> IncidentLine:
        return next(each for each in self.shown.lines if each.entry == entry)

    @property
    def entries(self) -> list[EntryId]:
        return [each.entry for each in self.shown.lines]


def shown(desk: Desk) -> tuple[IncidentsPresenter, Page]:
    page = Page()
    presenter = IncidentsPresenter(desk.context, page)
    presenter.refresh()
    return presenter, page


def test_each_row_says_when_it_happened_and_when_it_was_noted(
    desk: Desk, posts: list[EntryId]
) -> None:
    _, page = shown(desk)
    new, bare, old = (page.line(each) for each in posts)
    assert (new.happened, new.happened_more) == ("22 Nov 2026", "seen 23 Nov 2026")
    assert (bare.happened, bare.happened_more) == ("23 Nov 2026", "first seen")
    assert (old.happened, old.happened_more) == ("2 Nov 2026", "noted 23 Nov 2026")
    late = {each.label: each.value for each in old.said}["Late entry"]
    assert late.startswith("Written down 23 November 2026 at ")


def test_the_mark_says_what_is_missing_or_how_far_it_is(desk: Desk, posts: list[EntryId]) -> None:
    _, page = shown(desk)
    assert [(page.line(each).mark, page.line(each).tone) for each in posts] == [
        ("Reported", "info"),
        ("Link is missing", "wait"),
        ("Told", "ok"),
    ]
    assert page.line(posts[0]).content == "Threat, abusive words"
    assert {each.label: each.value for each in page.line(posts[2]).said}["Told"] == "Manager"


def test_what_belongs_to_it_can_be_gone_to(desk: Desk, posts: list[EntryId]) -> None:
    presenter, page = shown(desk)
    new, bare, old = posts
    (report,) = desk.session.state.of(POLICE_REPORT)
    assert [(each.label, each.entry) for each in page.line(new).beside] == [
        ("Posted again from", old),
        ("Police", report.id),
    ]
    assert [(each.label, each.entry) for each in page.line(old).beside] == [
        ("Posted again as", new)
    ]
    assert page.line(bare).beside == ()
    presenter.look_at(old)
    assert page.shown.chosen == page.line(old).key
    assert desk.navigator.routes == []
    presenter.look_at(report.id)
    assert desk.navigator.routes == [Timeline(show=(report.id,))]


def test_two_orders(desk: Desk, posts: list[EntryId]) -> None:
    presenter, page = shown(desk)
    new, bare, old = posts
    assert page.entries == [bare, new, old]
    presenter.order(IncidentOrder.RECORDED)
    assert page.entries == [bare, new, old]
    older = write_down(
        desk.case, IncidentDraft(quote="Fire", first_seen="2026-01-02T08:00:00.000Z")
    )
    desk.session.publish()
    assert page.entries == [older, bare, new, old]
    presenter.order(IncidentOrder.HAPPENED)
    assert page.entries == [bare, new, old, older]


def test_what_is_left_out_is_said_and_one_press_shows_everything(
    desk: Desk, posts: list[EntryId]
) -> None:
    presenter, page = shown(desk)
    assert page.shown.said == ""
    presenter.want(WantedIncidents(platform="Nabolaget"))
    assert page.entries == posts[1::-1]
    assert page.shown.said == "2 of 3 incidents · Nabolaget"
    presenter.want(WantedIncidents(platform="Nabolaget", told=SOMEBODY_TOLD))
    assert page.shown.lines == ()
    assert page.shown.said == "Nothing in this case fits · Nabolaget · somebody was told"
    assert page.shown.chosen == ""
    presenter.want(WantedIncidents())
    assert (len(page.shown.lines), page.shown.said) == (3, "")


def test_only_what_the_case_has_to_choose_between_is_offered(
    desk: Desk, posts: list[EntryId]
) -> None:
    _, page = shown(desk)
    options = page.shown.options
    assert [value for value, _ in options.platforms] == ["Kvidder", "Nabolaget"]
    assert options.senders == ()
    assert [words for _, words in options.tags] == ["Threat", "Abusive words"]
    assert [words for _, words in options.told] == [
        "Somebody was told",
        "Nobody was told",
        "Manager",
    ]
    assert options.no_link


def test_everything_leads_to_its_form(desk: Desk, posts: list[EntryId]) -> None:
    presenter, page = shown(desk)
    line = page.line(posts[0])
    tags = {kind.tag for kind in WRITTEN_ABOUT}
    assert WRITTEN_ABOUT[0].tag == "notification"
    assert {"police_report", "takedown", "internal_registration", "recheck"} <= tags
    presenter.describe()
    presenter.correct(line)
    presenter.write_about("takedown", line)
    presenter.look_in_timeline(line.entry)
    assert desk.navigator.routes == [
        Write("incident"),
        Write("incident", corrects=posts[0]),
        Write("takedown", about=posts[0]),
        Timeline(show=(posts[0],)),
    ]


def test_a_closed_vault_shows_nothing_and_the_next_begins_without_filters(
    desk: Desk, posts: list[EntryId]
) -> None:
    presenter, page = shown(desk)
    presenter.want(WantedIncidents(no_link=True))
    assert presenter.accepts()
    desk.session.close()
    desk.session.publish()
    assert page.shown == ShownIncidents()
    assert not presenter.accepts()
