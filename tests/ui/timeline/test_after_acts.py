"""After every act the window shows what was made, and says what a search or a filter leaves out."""

from __future__ import annotations

from collections.abc import Callable

from app.actions.hide import hide
from app.actions.mark_and_redact import set_layer
from app.casework.kinds.incident import (
    IncidentFacts,
    IncidentSender,
    IncidentSenderName,
    IncidentText,
)
from app.casework.kinds.note import NOTE, NoteFacts
from app.markup import Box, Layer, Redaction
from app.timeline import Filter, Group, Ways, all_rows
from app.ui import routes
from app.ui.timeline.presenter import TimelinePresenter
from app.ui.timeline.said import Said
from tests.ui.timeline.acting import capture, post
from tests.ui.timeline.case import FakePage, full_case
from tests.worlds import RESOURCES, Desk
from tests.written import record_incident, write_note


def test_what_a_filter_leaves_out_is_told_with_a_way_to_show_it(
    desk: Desk, page: FakePage, presenter: TimelinePresenter
) -> None:
    capture(desk)
    presenter.want(Filter(group=Group.REPORTS))
    assert page.said.nothing == "Nothing in this case fits"
    assert not page.empty

    written = write_note(desk.case, "en ny note", NoteFacts())
    desk.session.publish()
    assert page.said.left_out == "en ny note is saved, but it is left out here."

    presenter.show_missed()
    (route,) = desk.navigator.routes
    assert route == routes.Timeline(search="", show=(written,))
    presenter.show_these((written,))
    assert page.chosen == written
    assert page.said == Said()


def test_what_was_made_during_a_search_is_found_where_it_has_the_words(
    desk: Desk, page: FakePage, presenter: TimelinePresenter
) -> None:
    post(desk, words="korrupt")
    presenter.search("korrupt")

    written = write_note(desk.case, "korrupt, igen", NoteFacts())
    desk.session.publish()
    assert (page.chosen, page.said.left_out) == (written, "")

    write_note(desk.case, "noget andet", NoteFacts())
    desk.session.publish()
    assert page.said.left_out == "noget andet is saved, but it is left out here."
    assert page.chosen == written


def test_every_act_brings_what_it_made_into_sight(
    desk: Desk, page: FakePage, presenter: TimelinePresenter
) -> None:
    capture(desk)
    (exhibit,) = desk.case.state.exhibits
    about = post(desk, exhibit.original)
    acts: dict[str, Callable[[], object]] = {
        "note": lambda: write_note(desk.case, "en note", NoteFacts()),
        "correction": lambda: write_note(
            desk.case, "rettet", NoteFacts(corrects=desk.case.state.of(NOTE)[0].id)
        ),
        "private note": lambda: write_note(desk.case, "privat", NoteFacts(), private=True),
        "mark": lambda: set_layer(
            desk.case,
            exhibit,
            Layer(redactions=(Redaction(Box(0, 0, 60, 40), "Barns navn"),)),
            RESOURCES / "fonts" / "NotoSans-Bold.ttf",
        ),
        "hide": lambda: hide(desk.case, about),
        "show again": lambda: hide(desk.case, about, hidden=False),
    }
    chosen = {}
    for name, act in acts.items():
        before = page.brought
        act()
        desk.session.publish()
        chosen[name] = (page.chosen, page.brought - before)

    (written,), (private,) = desk.case.state.of(NOTE), desk.case.state.private_of(NOTE)
    assert chosen == {
        "note": (written.id, 1),
        "correction": (written.id, 1),
        "private note": (private.id, 1),
        "mark": (exhibit.original, 1),
        "hide": (exhibit.original, 0),
        "show again": (about, 1),
    }


def test_several_new_ones_are_shown_together_and_the_first_is_chosen(
    desk: Desk, page: FakePage, presenter: TimelinePresenter
) -> None:
    for _ in range(3):
        capture(desk)
    entries = tuple(exhibit.original for exhibit in desk.case.state.exhibits)
    presenter.want(Filter(group=Group.REPORTS))

    presenter.show_these(entries[1:])

    assert page.chosen == entries[1]
    assert page.fresh == set(entries[1:])


def test_filters_choose_by_what_a_post_says_and_are_told_in_words(
    desk: Desk, page: FakePage, presenter: TimelinePresenter
) -> None:
    capture(desk)
    capture(desk)
    first, second = desk.case.state.exhibits
    facts = IncidentFacts(platform="Nabolaget", exhibits=(first.original,), url="https://a.example")
    about = record_incident(
        desk.case, facts, IncidentSender(handle="torben.eks"), IncidentSenderName(), IncidentText()
    )
    write_note(desk.case, "en note", NoteFacts())
    desk.session.publish()
    options = presenter.options()
    assert options.platforms == (("Nabolaget", "Nabolaget"),)
    assert options.senders == (("A", "Sender A · torben.eks"),)
    assert [value for value, _ in options.whats] == ["post", "notes"]

    for wanted, words, shown in (
        (Filter(platform="Nabolaget"), "Nabolaget", {first.original, about}),
        (Filter(sender="A"), "Sender A", {first.original, about}),
        (Filter(what="post"), "Post", {first.original, about}),
        (Filter(no_link=True), "link is missing", {second.original}),
    ):
        presenter.want(wanted)
        assert {row.id for row in page.timeline.rows} == shown
        assert page.said.wanted.endswith(f" · {words}")
    presenter.show_everything()
    assert len(page.timeline.rows) == 4


def test_who_was_told_can_be_chosen_by_role() -> None:
    state = full_case()
    for knows in ("anybody", "manager"):
        shown = all_rows(state, Ways(wanted=Filter(knows=knows))).rows
        assert [row.kind.tag for row in shown] == ["handed_over", "notification"]
    assert not all_rows(state, Ways(wanted=Filter(knows="police"))).rows


def test_where_a_post_lies_is_remembered(
    desk: Desk, page: FakePage, presenter: TimelinePresenter
) -> None:
    presenter.lay_as_posted(posted=True)

    assert TimelinePresenter(desk.context, page).ways.as_posted
