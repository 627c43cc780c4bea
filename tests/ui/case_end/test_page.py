"""The page of the copy elsewhere: it says what is copied, tries it, and what is left to do before one leaves."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.actions.copy_elsewhere import copy_place, recovery_key
from app.actions.prevention_tables import read_prevention
from app.actions.write_down import write_down
from app.casework import preventing
from app.casework.kinds.case_end import CaseEndDraft
from app.casework.kinds.note import NoteDraft
from app.ui.case_end import build
from app.ui.case_end.view import CaseEndPage
from app.ui.copying import Copying
from app.ui.frame.presenter import FramePresenter
from app.ui.kit import style_window
from app.ui.routes import CaseEnd, EraseCase, Report, Settings, Write
from tests.unit.actions.acting import captured
from tests.worlds import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    desk.open()
    captured(desk.case)
    yield desk
    desk.session.close()


@pytest.fixture
def page(desk: Desk, qtbot: QtBot, qapp: QApplication) -> CaseEndPage:
    page = build(desk.context)
    qtbot.addWidget(page)
    style_window(page, desk.apply_look(qapp))
    page.resize(900, 900)
    with qtbot.waitExposed(page):
        page.show()
    return page


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stik"
    folder.mkdir()
    return folder


def said(page: CaseEndPage) -> list[str]:
    QApplication.processEvents()
    labels = page.findChildren(QLabel)
    return [each.text().replace("\N{WORD JOINER}", "") for each in labels if each.isVisible()]


def test_a_place_is_chosen_and_what_is_new_goes_there_by_itself(
    page: CaseEndPage, desk: Desk, stick: Path
) -> None:
    assert not page.whole.isVisible()
    page.presenter.choose(stick)
    assert page.whole.isVisible()
    assert "Everything is copied." in said(page)
    files = stick / "bevismappe-kopi"
    assert len(list(files.rglob("*.age"))) == 1
    copying = Copying(desk.context)
    write_down(desk.case, NoteDraft(text="Nyt"))
    copying.look()
    assert len(list(files.rglob("*.age"))) == 2
    away = stick.rename(stick.with_name("væk"))
    write_down(desk.case, NoteDraft(text="Mere"))
    copying.look()
    page.presenter.refresh()
    assert "1 entry waits to be copied. The drive is not there." in said(page)
    page.now.click()
    assert any("could not be written" in line for line in said(page))
    away.rename(stick)
    page.whole.click()
    assert len(list(files.rglob("*.age"))) == 1
    page.stops.click()
    assert copy_place(desk.case.vault) is None
    assert not page.whole.isVisible()


def test_the_copy_is_tried_with_the_key_from_the_sheet(
    page: CaseEndPage, desk: Desk, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.presenter.choose(stick)
    key = recovery_key(desk.case.vault)
    page.key.line.setText("AGE-SECRET-KEY-1")
    page.tries.click()
    assert any("That is no key of a copy" in line for line in said(page))
    page.key.line.setText(" ".join(key[i : i + 4] for i in range(0, len(key), 4)).lower())
    page.tries.click()
    assert "A vault can be made of the copy, and nothing is lacking." in said(page)
    assert page.key.value() == ""
    assert any(line.startswith("Tried ") for line in said(page))
    (file,) = (stick / "bevismappe-kopi").rglob("*.age")
    file.write_bytes(file.read_bytes()[:-20])
    page.tries.click()
    assert any("lies no whole copy" in line for line in said(page))
    page.leave()
    page.open(CaseEnd())
    assert not any("lies no whole copy" in line for line in said(page))
    folder = desk.case.vault.path.parent
    assert not [each for each in folder.iterdir() if "tried" in each.name]


def test_closing_the_vault_or_the_case_waits_for_no_drive_and_a_whole_copy_is_made_afterwards(
    page: CaseEndPage, desk: Desk, stick: Path
) -> None:
    files = stick / "bevismappe-kopi"
    page.presenter.choose(stick)
    copying = Copying(desk.context)

    def whole() -> str:
        place = copy_place(desk.case.vault)
        assert place is not None
        return place.full

    first = whole()
    write_down(desk.case, NoteDraft(text="Nyt"))
    desk.session.publish()
    assert whole() == first
    desk.session.will_close()  # less than a day after the last whole copy
    desk.session.close()
    desk.open()
    copying.look()
    assert (whole(), len(list(files.rglob("*.age")))) == (first, 2)
    desk.clock.wait(2 * 24 * 60)  # type: ignore[attr-defined]
    away = stick.rename(stick.with_name("væk"))
    desk.session.will_close()
    desk.session.close()
    desk.open()
    copying.look()
    assert whole() == first
    away.rename(stick)
    write_down(desk.case, CaseEndDraft(ended="2026-11-20"))
    desk.session.publish()
    second = whole()
    assert (second != first, len(list(files.rglob("*.age")))) == (True, 1)
    write_down(desk.case, CaseEndDraft(ended="2026-11-21"))
    desk.session.publish()
    assert whole() not in {first, second}
    third = whole()
    desk.session.will_close()  # nothing is new
    desk.session.close()
    desk.open()
    copying.look()
    assert whole() == third


def test_each_step_leads_to_where_it_is_done(page: CaseEndPage, desk: Desk) -> None:
    for key in ("report", "sheet", "erase"):
        page.ways[key].click()
    assert desk.navigator.routes == [Report(), Settings(), EraseCase()]


def test_a_case_is_closed_and_opened_again(page: CaseEndPage, desk: Desk) -> None:
    frame = FramePresenter(desk.session, desk.context.held, desk.context.language)
    assert "(closed)" not in frame.title()
    page.close_case.click()
    assert desk.navigator.routes == [Write("case_end")]
    end = write_down(
        desk.case,
        CaseEndDraft(
            ended="2026-11-20",
            how="Leder greb ind",
            follow_up="2027-02-01",
            keep_until="2027-11-20",
        ),
    )
    page.presenter.refresh()
    assert "The case ended 20 November 2026" in said(page)
    assert "Kept until: 20 November 2027" in said(page)
    assert "Min sag (closed)" in frame.title()
    page.close_case.click()
    assert desk.navigator.routes[-1] == Write("case_end", corrects=end)
    lists = read_prevention(desk.context.resources)
    days = [(each.day.on, each.kept) for each in preventing.reminders_of(desk.case.state, lists)]
    assert days == [(date(2027, 2, 1), False), (date(2027, 11, 20), True)]
    page.open_again.click()
    assert preventing.end_of(desk.case.state) is None
    assert "The case is open again." in said(page)
    assert not page.open_again.isVisible()


def test_the_mark_of_what_is_done_has_its_room_at_twice_the_text(
    page: CaseEndPage, desk: Desk, qapp: QApplication, stick: Path
) -> None:
    style_window(page, desk.apply_look(qapp, percent=200))
    page.presenter.choose(stick)
    said(page)
    marks = [each for each in page.findChildren(QLabel) if each.text() == "✓"]
    assert marks
    assert all(each.width() >= each.fontMetrics().horizontalAdvance("✓") for each in marks)
