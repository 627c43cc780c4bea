"""Files come in one after the other; what is refused is told, what is stopped leaves nothing half."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.actions.look_ahead import LookAhead
from app.actions.open_case import CaseAct, OpenCase
from app.casework.kinds.file import FileSource
from app.ui import routes
from app.ui.incoming import presenter
from evidence_store import DiskFullError
from tests.ui.incoming.acting import PNG, Bench, picture_file
from tests.unit.actions.acting import captured

BIG = b"\x00\x00\x00\x18ftypmp42" + bytes(20 << 20)


def names(case: OpenCase) -> list[str]:
    return [
        exhibit.source.name if isinstance(exhibit.source, FileSource) else ""
        for exhibit in case.state.exhibits
    ]


def test_files_are_kept_in_their_order_and_told_in_one_toast(
    bench: Bench, case: OpenCase, tmp_path: Path
) -> None:
    paths = [picture_file(tmp_path, name) for name in ("c.png", "a.png", "b.png")]
    bench.presenter.add(paths)
    assert names(case) == ["c.png", "a.png", "b.png"]
    assert len(bench.acts.toasts) == 1
    assert bench.sheet.shown is None
    assert not bench.presenter.running


def test_the_next_file_is_looked_into_while_one_is_sealed(
    bench: Bench, case: OpenCase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[str] = []
    begin = LookAhead.begin

    def noted(self: LookAhead, path: Path) -> None:
        begun.append(path.name)
        begin(self, path)

    monkeypatch.setattr(LookAhead, "begin", noted)
    paths = [picture_file(tmp_path, name) for name in ("a.png", "b.png", "c.png")]
    bench.presenter.add(paths)
    assert begun == ["b.png", "c.png"]
    assert [exhibit.view is not None for exhibit in case.state.exhibits] == [True] * 3


def test_a_single_file_can_be_described_and_undone_from_the_toast(
    bench: Bench, case: OpenCase, tmp_path: Path
) -> None:
    bench.presenter.add([picture_file(tmp_path)])
    describe, undo = bench.acts.toasts[0].actions
    describe.act()
    original = case.state.exhibits[0].original
    assert bench.navigator.routes == [routes.Write("incident", about=original)]
    undo.act()
    assert case.state.exhibits[0].hidden


def test_a_file_that_cannot_be_shown_is_kept_and_that_is_said(
    bench: Bench, case: OpenCase, tmp_path: Path
) -> None:
    path = tmp_path / "brev.pdf"
    path.write_bytes(b"%PDF-1.7 ...")
    bench.presenter.add([path])
    assert len(case.state.exhibits) == 1
    assert bench.acts.toasts[0].text


def test_a_refused_file_gets_its_sentence_and_the_rest_goes_on(
    bench: Bench, case: OpenCase, tmp_path: Path
) -> None:
    empty = tmp_path / "tom.png"
    empty.touch()
    gone = tmp_path / "væk.png"
    bench.presenter.add(
        [picture_file(tmp_path), empty, gone, tmp_path, picture_file(tmp_path, "b.png")]
    )
    assert names(case) == ["foto.png", "b.png"]
    assert bench.sheet.shown is not None
    assert not bench.sheet.shown.running
    reasons = bench.sheet.shown.refused
    assert [reason.split(":")[0] for reason in reasons] == ["tom.png", "væk.png", tmp_path.name]
    assert len({reason.split(":", 1)[1] for reason in reasons}) == 3


def test_what_was_refused_can_be_tried_again(bench: Bench, case: OpenCase, tmp_path: Path) -> None:
    path = tmp_path / "foto.png"
    bench.presenter.add([path])
    picture_file(tmp_path)
    bench.presenter.try_again()
    assert names(case) == ["foto.png"]
    assert bench.sheet.shown is None


def test_reading_the_reasons_and_closing_ends_it(bench: Bench, tmp_path: Path) -> None:
    bench.presenter.add([tmp_path / "væk.png"])
    bench.presenter.close()
    assert bench.sheet.shown is None
    bench.presenter.add([picture_file(tmp_path)])
    assert bench.sheet.shown is None


def test_a_full_disk_stops_the_rest_and_none_of_it_is_lost(
    bench: Bench, case: OpenCase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = [picture_file(tmp_path, name) for name in ("a.png", "b.png", "c.png")]
    tried = []

    def full(*_: object, **__: object) -> None:
        tried.append(1)
        raise DiskFullError(Path("mappe"))

    with monkeypatch.context() as disk:
        disk.setattr(CaseAct, "seal", full)
        bench.presenter.add(paths)
    assert tried == [1]
    assert bench.sheet.shown is not None
    assert len(bench.sheet.shown.refused) == 3
    bench.presenter.try_again()
    assert names(case) == ["a.png", "b.png", "c.png"]


def test_a_pasted_picture_is_kept_with_where_it_came_from(bench: Bench, case: OpenCase) -> None:
    bench.presenter.add_pictures([PNG])
    assert len(case.state.exhibits) == 1
    assert names(case) != [""]


def test_the_same_file_twice_in_one_go_is_kept_once(
    bench: Bench, case: OpenCase, tmp_path: Path
) -> None:
    path = picture_file(tmp_path)
    bench.presenter.add([path, path])
    assert len(case.state.exhibits) == 1


def test_without_a_vault_things_wait_and_come_in_when_one_opens(
    tmp_path: Path, case: OpenCase
) -> None:
    bench = Bench(tmp_path, None)
    bench.presenter.add([picture_file(tmp_path)])
    bench.presenter.add_pictures([PNG])
    assert not bench.lanes.jobs
    assert len(bench.acts.toasts) == 2
    bench.session.case = case
    bench.session.publish()
    assert len(case.state.exhibits) == 2


@pytest.fixture
def one_a_job(monkeypatch: pytest.MonkeyPatch) -> None:
    """A slice in which one file is kept, however small it is."""
    monkeypatch.setattr(presenter, "_SLICE_S", 0)


def test_small_files_are_kept_together_for_a_slice_and_what_is_refused_among_them_is_told(
    tmp_path: Path, case: OpenCase, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(presenter, "_SLICE_S", 60)
    bench = Bench(tmp_path, case, held=True)
    empty = tmp_path / "tom.png"
    empty.touch()
    paths = [picture_file(tmp_path, name) for name in ("a.png", "b.png", "c.png", "d.png")]
    bench.presenter.add([*paths[:2], empty, *paths[2:]])
    bench.held.run_next()
    assert names(case) == ["a.png", "b.png"]
    bench.held.run_all()
    assert names(case) == ["a.png", "b.png", "c.png", "d.png"]
    assert bench.sheet.shown is not None
    assert [line.split(":")[0].strip("\u2068\u2069") for line in bench.sheet.shown.refused] == [
        "tom.png"
    ]


@pytest.mark.usefixtures("one_a_job")
def test_a_capture_gets_in_between_two_slices(tmp_path: Path, case: OpenCase) -> None:
    bench = Bench(tmp_path, case, held=True)
    bench.presenter.add([picture_file(tmp_path, name) for name in ("a.png", "b.png")])
    order: list[int] = []
    bench.context.lanes.store(lambda: len(case.state.exhibits), order.append)
    bench.held.run_all()
    assert order == [1]
    assert len(case.state.exhibits) == 2


@pytest.mark.usefixtures("one_a_job")
def test_progress_tells_which_of_how_many(tmp_path: Path, case: OpenCase) -> None:
    bench = Bench(tmp_path, case, held=True)
    bench.presenter.add([picture_file(tmp_path, name) for name in ("a.png", "b.png")])
    assert bench.presenter.standing().part is None
    bench.presenter.add([picture_file(tmp_path, "c.png"), picture_file(tmp_path, "d.png")])
    bench.held.run_next()
    standing = bench.presenter.standing()
    assert standing.running
    assert standing.part == pytest.approx(0.25)
    assert "b.png" in standing.line
    bench.held.run_all()


@pytest.mark.usefixtures("one_a_job")
def test_stopping_keeps_what_is_sealed_and_begins_nothing_more(
    tmp_path: Path, case: OpenCase
) -> None:
    bench = Bench(tmp_path, case, held=True)
    bench.presenter.add([picture_file(tmp_path, name) for name in ("a.png", "b.png", "c.png")])
    bench.held.run_next()
    bench.presenter.stop()
    bench.held.run_all()
    # The second one was under way already, and a small picture is not cut off.
    assert names(case) == ["a.png", "b.png"]
    assert not bench.presenter.running
    assert bench.sheet.shown is None
    assert len(bench.acts.toasts) == 1


def test_stopping_drops_a_large_file_under_way(tmp_path: Path, case: OpenCase) -> None:
    bench = Bench(tmp_path, case, held=True)
    path = tmp_path / "stor.mp4"
    path.write_bytes(BIG)
    bench.presenter.add([path])
    bench.presenter.stop()
    bench.held.run_all()
    assert not case.state.exhibits
    with case.vault._using() as db:
        assert db.execute("SELECT count(*) FROM staged").get == 0
    assert not bench.acts.errors
    bench.presenter.add([picture_file(tmp_path)])
    bench.held.run_all()
    assert names(case) == ["foto.png"]


def test_a_large_file_tells_how_far_it_is(bench: Bench, tmp_path: Path) -> None:
    path = tmp_path / "stor.mp4"
    path.write_bytes(BIG)
    parts: list[float | None] = []
    bench.lanes.between = lambda: parts.append(bench.presenter.standing().part)
    bench.presenter.add([path])
    assert len(parts) >= 2
    assert parts == sorted(parts, key=lambda part: part or 0)
    assert parts[-1] == pytest.approx(1.0)


def test_a_capture_is_sealed_in_the_midst_of_a_large_file_and_a_small_one_goes_first_itself(
    bench: Bench, case: OpenCase, tmp_path: Path
) -> None:
    path = tmp_path / "stor.mp4"
    path.write_bytes(BIG)
    sealed: list[int] = []

    def capture() -> None:
        captured(case, seed=len(sealed))
        sealed.append(len(case.state.exhibits))

    bench.lanes.between = capture
    bench.presenter.add([path, picture_file(tmp_path)])

    assert bench.lanes.jobs[:2] == ["store long", "store"]
    assert sealed[:3] == [1, 2, 3]
    assert [name for name in names(case) if name] == ["stor.mp4", "foto.png"]
    assert "5" in bench.acts.toasts[0].title


def test_nothing_to_paste_is_said(bench: Bench) -> None:
    bench.presenter.nothing_to_paste()
    assert bench.acts.toasts
