"""In the wizard, words that a recipient is shown only where they are chosen are ticked one by one, and read before."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.actions.hide import hide
from app.actions.write_down import write_down
from app.casework.kinds.complaint_guidance import GuidanceDraft
from app.casework.kinds.incident_fields import IncidentDraft
from app.casework.kinds.own_reply import OwnReplyDraft
from app.casework.kinds.police_report import PoliceDraft
from app.vocabulary import DoneBy, PoliceStatus, Severity
from tests.ui.report.bench import Bench
from tests.ui.report.opened import opened
from tests.ui.report.wizard import case_of

TIME = "2026-08-26T08:00:00.000Z"


@pytest.fixture
def told(bench: Bench) -> Bench:
    """What can be chosen for the manager, for the consultant, for both, and what has nothing to choose."""
    case = case_of(bench.session)
    first = case.state.exhibits[0].original
    write_down(case, IncidentDraft(platform="Facebook", before="KAforløb", exhibits=(first,)))
    write_down(case, GuidanceDraft(at=TIME, note="KAnote"))
    write_down(case, OwnReplyDraft(by=DoneBy.EMPLOYER, at=TIME, words="KAsvar"))
    write_down(case, PoliceDraft(at=TIME, status=PoliceStatus.RECEIVED, letter="KAbrev"))
    write_down(case, GuidanceDraft(at=TIME))
    hide(case, write_down(case, GuidanceDraft(note="KAskjult")))
    bench.session.publish()
    bench.build()
    return bench


def key_of(bench: Bench, words: str) -> str:
    (line,) = [each for each in bench.page.words if words in each.detail]
    return line.key


def test_each_line_says_what_it_is_and_what_would_be_read_and_is_not_ticked(told: Bench) -> None:
    assert [line.checked for line in told.page.words] == [False, False, False]
    incident, guidance, reply = told.page.words
    assert "KAforløb" in incident.detail
    assert guidance.text == "Told how to complain, 26 August 2026"
    assert guidance.detail == "Note: KAnote"
    assert reply.text.endswith(", 26 August 2026")
    assert "KAsvar" in reply.detail
    assert "KA" not in told.text()


def test_what_is_offered_follows_the_recipient_and_is_begun_anew(told: Bench) -> None:
    told.presenter.singles.include_words(key_of(told, "KAsvar"), included=True)
    told.presenter.choose_recipient("union_consultant")
    said = " ".join(line.detail for line in told.page.words)
    assert "KAbrev" in said
    assert "KAskjult" not in said
    assert not any(line.checked for line in told.page.words)


def test_what_is_ticked_is_in_the_report_alone_and_can_be_taken_back(told: Bench) -> None:
    key = key_of(told, "KAnote")
    told.presenter.singles.include_words(key, included=True)
    assert [line.checked for line in told.page.words] == [False, True, False]
    told.build()
    assert "KAnote" in told.text()
    for other in ("KAforløb", "KAsvar", "KAbrev"):
        assert other not in told.text()
    told.page.pane.pages.clear()
    told.presenter.singles.include_words(key, included=False)
    told.build()
    assert "KAnote" not in told.text()


def test_how_bad_it_is_and_what_went_before_are_two_ticks_and_one_opens_nothing_of_the_other(
    told: Bench,
) -> None:
    case = case_of(told.session)
    write_down(case, IncidentDraft(platform="X", before="KAto", severity=Severity.MUCH))
    told.session.publish()
    told.presenter.choose_recipient("union_consultant")
    lines = [each for each in told.page.words if "KAto" in each.detail or "Own view" in each.detail]
    assert [each.detail.split(":")[0] for each in lines] == ["Own view of how bad it is", "Run-up"]
    told.presenter.singles.include_words(lines[0].key, included=True)
    told.build()
    assert "Own view of how bad it is" in told.text()
    assert "KAto" not in told.text()


def test_what_leaves_names_the_words_that_were_chosen_and_only_those(told: Bench) -> None:
    for words in ("KAnote", "KAforløb"):
        told.presenter.singles.include_words(key_of(told, words), included=True)
    told.build()
    assert told.page.check is not None
    (line,) = [each for each in told.page.check.leaves if each.words == "More of what you wrote"]
    incident, guidance = line.detail.splitlines()
    assert incident.endswith(": run-up")
    assert guidance == "Told how to complain, 26 August 2026: note"
    told.presenter.include_exhibit(1, included=False)
    told.build()
    (line,) = [each for each in told.page.check.leaves if each.words == "More of what you wrote"]
    assert line.detail == guidance
    told.presenter.singles.include_words(key_of(told, "KAnote"), included=False)
    told.build()
    assert "More of what you wrote" not in [each.words for each in told.page.check.leaves]


def test_an_incident_without_its_exhibit_is_not_told_and_neither_are_its_words(
    told: Bench,
) -> None:
    told.presenter.singles.include_words(key_of(told, "KAforløb"), included=True)
    told.presenter.include_exhibit(1, included=False)
    line = told.page.words[0]
    assert (line.checked, line.fixed, line.detail) == (False, True, "Choose the exhibit first.")
    told.build()
    assert told.page.check is not None
    assert "KAforløb" not in told.text()
    told.presenter.include_exhibit(1, included=True)
    assert told.page.words[0].checked


def test_on_the_page_it_is_ticked_by_key_below_a_heading_of_its_own(
    told: Bench, qtbot: QtBot, qapp: QApplication
) -> None:
    told.house.apply_look(qapp)
    page = opened(qtbot, told.session, told.house)
    page.steps.chosen.emit("content")
    ticks = page.content.words
    assert page.content._wording.isVisible()
    ticks.setFocus()
    ticks.setCurrentIndex(ticks.model().index(1, 0))
    QTest.keyClick(ticks, Qt.Key.Key_Space)
    assert page.presenter.draft is not None
    (chosen,) = page.presenter.draft.words
    assert f"{chosen.entry.seq}:{chosen.part}" == key_of(told, "KAnote")
    page.leave()


def test_without_any_there_is_no_heading_of_it(
    bench: Bench, qtbot: QtBot, qapp: QApplication
) -> None:
    assert bench.page.words == ()
    bench.house.apply_look(qapp)
    page = opened(qtbot, bench.session, bench.house)
    page.steps.chosen.emit("content")
    assert not page.content.words.isVisible()
    assert not page.content._wording.isVisible()
    page.leave()
