"""What is done before something happens: the checklists, and what somebody keeps an eye on."""

from __future__ import annotations

from app.actions.open_case import OpenCase
from app.actions.write_down import write_down
from app.casework import Draft
from app.casework.kinds.checklist import ChecklistDraft
from app.casework.kinds.complaint_guidance import GuidanceDraft
from app.casework.kinds.concern import ConcernDraft
from app.casework.kinds.idea import IdeaDraft
from app.casework.kinds.journal_reference import JournalDraft
from app.casework.kinds.watch_case import WatchDraft
from app.ui import routes
from app.ui.checklists.view import ChecklistsPage
from app.ui.watching.presenter import JOURNAL
from app.ui.watching.view import WatchingPage
from app.vocabulary import Channel, CheckStatus, IdeaEffect, IdeaStatus, Role, WorryLevel, YesNo
from tools.screenshots.tour import Tour

_NOTED: tuple[Draft, ...] = (
    ChecklistDraft(list="facebook", item="friends", done="2026-11-12"),
    ChecklistDraft(list="facebook", item="old_posts", done="2026-11-12"),
    ChecklistDraft(list="facebook", item="partner", status=CheckStatus.NOT_RELEVANT),
    ChecklistDraft(list="address", item="protection", done="2026-02-01"),
    WatchDraft(
        alias="Birk",
        worry=WorryLevel.WORRIED,
        signs="Uro efter en afgørelse. Vejledt om klage samme dag.",
        plan="Vi er to til næste møde.",
        review="2026-12-07",
    ),
    ConcernDraft(
        what="Borgeren nævner, at han vil skrive om os på nettet.",
        role=Role.MANAGER,
        at="2026-11-20T09:00:00.000Z",
        channel=Channel.MEETING,
        watch_for="Opslag i lokale grupper\nMails uden for arbejdstid",
        agreed="Vi er to til møder\nLederen svarer på klagen",
        follow_up="2026-12-04",
    ),
    IdeaDraft(what="Et fast ringetidspunkt hver tirsdag", role=Role.MANAGER),
    IdeaDraft(
        what="To til mødet",
        role=Role.COLLEAGUE,
        status=IdeaStatus.TRIED,
        tried_on="2026-11-18",
        effect=IdeaEffect.HELPED,
    ),
    GuidanceDraft(at="2026-11-09T10:00:00.000Z", channel=Channel.MEETING),
    JournalDraft(doc_no="2026-1187", at="2026-11-09T11:00:00.000Z", registered=YesNo.YES),
)


def shoot_beforehand(tour: Tour, case: OpenCase) -> None:
    """Take the pictures of both pages, with something noted on them."""
    tour.ways.go(routes.Checklists())
    tour.page(ChecklistsPage)
    tour.shoot("checklists-empty")
    for draft in _NOTED:
        write_down(case, draft)
    tour.built.session.publish()
    tour.ways.go(routes.Checklists())
    tour.shoot("checklists")
    tour.ways.go(routes.Watching())
    page = tour.page(WatchingPage)
    tour.shoot("watching")
    page.show_text(JOURNAL)
    tour.camera.settle("the text to copy")
    if page.dialog is not None:
        tour.camera.shoot_over("text-to-copy", page.dialog)
        page.dialog.reject()
