"""What is missing of a post is said by pane and command alike, and can be asked for in the timeline."""

from __future__ import annotations

from msgspec.structs import replace

from app.actions.write_down import write_down
from app.casework.kinds.incident_fields import IncidentDraft
from app.cli.listing import line_of, show_line
from app.timeline import Filter
from app.ui.timeline.presenter import TimelinePresenter
from app.vocabulary import AccessBasis
from tests.ui.timeline.acting import capture
from tests.ui.timeline.case import FakePage
from tests.worlds import DANISH, ENGLISH, Desk


def test_a_bare_picture_lacks_four_things_and_none_once_they_are_written(
    desk: Desk, page: FakePage, presenter: TimelinePresenter
) -> None:
    capture(desk)
    bare = desk.case.state.exhibits[0].original
    line = line_of(desk.case, bare, ENGLISH)
    assert line.missing == "link, who wrote it, when it was posted, how you came to see it"
    assert show_line(line_of(desk.case, bare, DANISH), DANISH).endswith(
        "[Mangler: link, hvem der skrev det, hvornår det blev slået op, hvordan du fik det at se]"
    )

    presenter.want(replace(Filter(), lacks=True))
    assert [row.id for row in page.timeline.rows] == [bare]
    assert page.said.wanted.endswith("something is missing")

    full = IncidentDraft(
        exhibits=(bare,),
        url="https://nabolaget.example/1",
        handle="torben.eks",
        published="2026-11-23 10:00",
        access=next(each for each in AccessBasis if each is not AccessBasis.UNKNOWN),
    )
    write_down(desk.case, full)
    desk.session.publish()
    assert line_of(desk.case, bare, ENGLISH).missing == ""
    assert not page.timeline.rows
