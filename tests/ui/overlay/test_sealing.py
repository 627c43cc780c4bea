"""What is said after a capture, what is offered, and what happens to a picture that cannot be sealed yet."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.actions.open_case import CaseAct, OpenCase
from app.casework.kinds.note import NoteFacts
from app.ui import routes
from app.ui.overlay.geometry import Pixel
from evidence_store import DiskFullError
from tests.ui.overlay.acting import Bench
from tests.written import write_note

DESCRIBE, SERIES, UNDO = range(3)


def capture(bench: Bench) -> None:
    bench.presenter.start()
    bench.drag(Pixel(5, 5), Pixel(44, 34))


def fill_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise DiskFullError(Path("mappe"))

    monkeypatch.setattr(CaseAct, "seal", full)


def test_the_toast_tells_time_and_number_and_offers_three_things(bench: Bench) -> None:
    capture(bench)
    toast = bench.acts.toasts[-1]
    assert "14.03" in toast.title
    assert "1" in toast.title.split("·")[1]
    assert len(toast.actions) == 3


def test_the_toast_leads_to_the_posts_form_and_to_a_series(bench: Bench, case: OpenCase) -> None:
    capture(bench)
    bench.press_toast(DESCRIBE)
    original = case.state.exhibits[0].original
    assert bench.navigator.routes == [routes.Write("incident", about=original)]
    bench.press_toast(SERIES)
    assert bench.desktop.bar is not None
    assert bench.desktop.told[-1] == "go away"


def test_undo_hides_by_an_entry_and_can_be_undone(bench: Bench, case: OpenCase) -> None:
    bench.context.settings.choose_whole_screen(kept=True)
    capture(bench)
    entries = len(case.state.timeline)
    bench.press_toast(UNDO)
    assert [exhibit.hidden for exhibit in case.state.exhibits] == [True, True]
    assert len(case.state.timeline) == entries + 2
    bench.press_toast(0)
    assert [exhibit.hidden for exhibit in case.state.exhibits] == [False, False]


def test_who_has_no_vault_yet_is_asked_to_make_one_and_not_for_its_passphrase(
    closed_bench: Bench, tmp_path: Path
) -> None:
    capture(closed_bench)
    assert closed_bench.acts.toasts[-1].title == "Ikke gemt endnu. Lav din bevismappe først"
    (tmp_path / "min.bevismappe").touch()
    closed_bench.context.settings.remember_vault(tmp_path / "min.bevismappe")
    capture(closed_bench)
    assert closed_bench.acts.toasts[-1].title == "Ikke gemt endnu. Skriv adgangskoden"


def test_without_a_vault_the_picture_waits_and_is_sealed_when_one_opens(
    closed_bench: Bench, case: OpenCase
) -> None:
    bench = closed_bench
    capture(bench)
    capture(bench)
    assert bench.context.held.count == 2
    assert not bench.acts.toasts[-1].actions
    bench.session.case = case
    bench.session.publish()
    assert len(case.state.exhibits) == 2


def test_a_full_disk_is_told_and_the_picture_is_held(
    bench: Bench, case: OpenCase, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as disk:
        fill_disk(disk)
        capture(bench)
        assert bench.acts.errors[-1].kind == "evidence_store.DiskFullError"
        assert bench.context.held.count == 1
        bench.press_toast(0)
        assert len(bench.acts.errors) == 2
        assert bench.context.held.count == 1
    bench.press_toast(0)
    assert len(case.state.exhibits) == 1
    assert bench.context.held.count == 0
    assert not bench.acts.toasts[-1].actions


def test_what_the_disk_refused_is_sealed_as_soon_as_something_else_could_be(
    bench: Bench, case: OpenCase, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as disk:
        fill_disk(disk)
        capture(bench)
        jobs = len(bench.lanes.jobs)
        bench.session.publish()
        # Nothing has changed: the same vault is not asked a second time.
        assert len(bench.lanes.jobs) == jobs
        assert len(bench.acts.errors) == 1
    assert not case.state.exhibits
    bench.lanes.store(lambda: write_note(case, "plads igen", NoteFacts()), lambda _: None)
    assert len(case.state.exhibits) == 1
