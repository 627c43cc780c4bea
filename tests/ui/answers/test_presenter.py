"""What was asked and what came of it: what waits stands first, and nobody goes higher up too early."""

from __future__ import annotations

from app.actions.hide import hide
from app.actions.write_down import write_down
from app.casework.kinds.answer import AnswerDraft
from app.casework.kinds.measure import MeasureDraft
from app.ui.answers.lines import AnswerLine
from app.ui.answers.presenter import AnswersPresenter, ShownAnswers
from app.ui.routes import Timeline, Write
from app.vocabulary import MeasureStatus, Role
from evidence_store import EntryId
from tests.worlds import Desk


class Page:
    """Remembers what it was told to show."""

    def __init__(self) -> None:
        self.shown = ShownAnswers()

    def show_lines(self, shown: ShownAnswers) -> None:
        self.shown = shown

    def line(self, entry: EntryId) -> AnswerLine:
        return next(each for each in self.shown.lines if each.entry == entry)


def shown(desk: Desk) -> tuple[AnswersPresenter, Page]:
    page = Page()
    presenter = AnswersPresenter(desk.context, page)
    presenter.refresh()
    return presenter, page


def test_what_is_open_stands_first_and_the_oldest_of_it_on_top(
    desk: Desk, asked: dict[str, EntryId]
) -> None:
    _, page = shown(desk)
    names = {entry: name for name, entry in asked.items()}
    assert [names[line.entry] for line in page.shown.lines] == [
        *("promised", "guidelines", "tasks", "young"),
        *("talks", "proposal", "meeting"),
    ]
    assert page.shown.chosen == page.shown.lines[0].key


def test_each_row_says_what_was_asked_when_of_whom_and_how_far_it_is(
    desk: Desk, asked: dict[str, EntryId]
) -> None:
    _, page = shown(desk)
    guidelines = page.line(asked["guidelines"])
    assert (guidelines.title, guidelines.second) == (
        "The workplace’s guidelines",
        "Hvad gælder hos os?",
    )
    assert (guidelines.day, guidelines.who) == ("16 Nov 2026", "manager · conversation")
    assert (guidelines.state, guidelines.tone) == ("7 days without an answer", "wait")
    assert (guidelines.missing, guidelines.answered) == (True, True)
    young = page.line(asked["young"])
    assert (young.title, young.state, young.tone) == ("Et tilbud", "Waits for an answer", "plain")
    meeting = page.line(asked["meeting"])
    assert (meeting.answer, meeting.promised) == ("Vi mødes i morgen", "10 Nov 2026")
    assert (meeting.state, meeting.tone, meeting.open) == ("Kept", "ok", False)
    tasks = page.line(asked["tasks"])
    assert (tasks.title, tasks.promised) == ("Other tasks", "1 Dec 2026")
    assert (tasks.state, tasks.tone, tasks.answered) == ("Agreed", "info", False)
    assert page.line(asked["talks"]).title == "Support: Crisis support"
    proposal = page.line(asked["proposal"])
    assert (proposal.title, proposal.state) == ("Another caseworker proposed", "Not carried out")


def test_an_answer_to_something_else_stands_alone_with_its_promise(
    desk: Desk, asked: dict[str, EntryId]
) -> None:
    _, page = shown(desk)
    promised = page.line(asked["promised"])
    assert promised.title == "Answer from: safety representative"
    assert (promised.state, promised.tone, promised.promised) == (
        "Not confirmed",
        "wait",
        "20 Nov 2026",
    )
    assert asked["yes"] not in {line.entry for line in page.shown.lines}


def test_what_is_carried_out_goes_below_what_waits(desk: Desk, asked: dict[str, EntryId]) -> None:
    _, page = shown(desk)
    write_down(desk.case, MeasureDraft(status=MeasureStatus.DONE), corrects=asked["tasks"])
    desk.session.publish()
    tasks = page.line(asked["tasks"])
    assert (tasks.state, tasks.tone, tasks.open) == ("Carried out", "ok", False)
    assert page.shown.lines.index(tasks) > page.shown.lines.index(page.line(asked["young"]))


def test_everything_leads_to_its_form_or_to_the_timeline(
    desk: Desk, asked: dict[str, EntryId]
) -> None:
    presenter, page = shown(desk)
    line = page.line(asked["guidelines"])
    presenter.answer(line)
    presenter.ask_again(line)
    presenter.correct(line)
    presenter.look_at(line)
    presenter.write("measure")
    presenter.take_step()
    assert desk.navigator.routes == [
        Write("answer", about=asked["guidelines"]),
        Write("request", about=asked["guidelines"]),
        Write("request", corrects=asked["guidelines"]),
        Timeline(show=(asked["guidelines"],)),
        Write("measure"),
        Write("request", about=asked["guidelines"]),
    ]


def test_before_a_representative_knows_one_of_them_is_the_next_step(
    desk: Desk, asked: dict[str, EntryId]
) -> None:
    presenter, page = shown(desk)
    assert page.shown.step[0] == "Next step: Ask again: manager"
    hide(desk.case, asked["told"])
    desk.session.publish()
    assert page.shown.step[0] == "Next step: Contact your safety representative or shop steward"
    presenter.take_step()
    assert desk.navigator.routes == [Write("notification")]


def test_once_all_is_answered_only_a_promise_whose_day_went_by_is_suggested(
    desk: Desk, asked: dict[str, EntryId]
) -> None:
    _, page = shown(desk)
    answer = AnswerDraft(about=asked["guidelines"], role=Role.MANAGER, said="Her er de")
    new = write_down(desk.case, answer)
    desk.session.publish()
    assert page.shown.step[0] == ("Next step: Ask what became of a promise (safety representative)")
    assert page.line(asked["guidelines"]).answer == "Her er de"
    assert new not in {line.entry for line in page.shown.lines}


def test_what_was_just_written_is_the_one_that_is_shown(
    desk: Desk, asked: dict[str, EntryId]
) -> None:
    presenter, page = shown(desk)
    new = write_down(desk.case, MeasureDraft(what="Nyt mødelokale"))
    desk.session.publish()
    assert page.shown.chosen == page.line(new).key
    presenter.choose(page.line(asked["young"]).key)
    presenter.refresh()
    assert page.shown.chosen == page.line(asked["young"]).key


def test_a_closed_vault_shows_nothing(desk: Desk, asked: dict[str, EntryId]) -> None:
    presenter, page = shown(desk)
    assert presenter.accepts()
    desk.session.close()
    desk.session.publish()
    assert page.shown == ShownAnswers()
    assert not presenter.accepts()
