"""The search index is made anew in the background, and the footer says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.actions.search import search_case
from app.casework import INDEX_VERSION
from app.casework.kinds.note import NoteFacts
from app.ui.frame.presenter import FramePresenter
from app.ui.frame.renewing import Renewing
from evidence_store import IndexDamagedError
from tests.fakes.lanes import DirectLanes
from tests.worlds import PHRASE, Desk
from tests.written import write_note

PAGE = 16 * 1024


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def _damage(desk: Desk) -> None:
    vault = desk.session.vault
    assert vault is not None
    with vault._using() as db:
        page = db.execute("SELECT pageno FROM dbstat WHERE name = 'words_config'").get
    desk.session.close()
    raw = bytearray(desk.path.read_bytes())
    raw[(page - 1) * PAGE + 100] ^= 0xFF
    desk.path.write_bytes(raw)


def test_a_new_vault_needs_no_other_index(desk: Desk) -> None:
    desk.open()
    assert desk.session.index_stale is False
    desk.session.close()


def test_an_outdated_index_is_made_anew_at_opening(desk: Desk) -> None:
    write_note(desk.open(), "æblegrød", NoteFacts())
    vault = desk.session.vault
    assert vault is not None
    vault.rebuild_index(lambda _entry: "", "0")
    desk.session.close()
    desk.open()
    assert desk.session.index_stale
    presenter = FramePresenter(desk.session, desk.context.held, desk.context.language)
    status = presenter.status(storing=True, renewing=True)
    assert (status.saved, status.safe) == (
        "Everything is saved. Search is being made ready …",
        True,
    )
    renewing = Renewing(desk.context)
    renewing.follow()
    assert (renewing.running, desk.session.index_stale) == (False, False)
    assert len(search_case(desk.case, "æble", 9)) == 1
    vault = desk.session.vault
    assert vault is not None
    assert vault.index_version == INDEX_VERSION
    assert desk.acts.toasts == []
    desk.session.close()


def test_a_damaged_one_is_made_anew_when_a_search_stumbles_over_it(desk: Desk) -> None:
    write_note(desk.open(), "æblegrød", NoteFacts())
    _damage(desk)
    desk.open()
    renewing = Renewing(desk.context)
    desk.session.subscribe(renewing.follow)
    with pytest.raises(IndexDamagedError):
        search_case(desk.case, "æble", 9)
    desk.session.publish()
    assert len(search_case(desk.case, "æble", 9)) == 1
    assert [toast.title for toast in desk.acts.toasts] == ["Search works again"]
    desk.session.close()


def test_one_that_cannot_be_made_is_told_once_and_not_tried_for_ever(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.open()
    tried = []

    def fail(_give_way: object) -> None:
        tried.append(1)
        raise IndexDamagedError(desk.path)

    monkeypatch.setattr(desk.session, "renew_index", fail)
    vault = desk.session.vault
    assert vault is not None
    vault._damaged_caches.add("words")
    renewing = Renewing(desk.context)
    desk.session.subscribe(renewing.follow)
    for _ in range(3):
        desk.session.publish()
    assert len(tried) == 1
    assert [toast.title for toast in desk.acts.toasts] == [
        "The search index could not be made anew"
    ]
    desk.session.close()


def test_closing_ends_it(desk: Desk) -> None:
    write_note(desk.open(), "æblegrød", NoteFacts())
    vault = desk.session.vault
    assert vault is not None
    vault._damaged_caches.add("words")
    renewing = Renewing(desk.context)
    lanes = desk.lanes
    assert isinstance(lanes, DirectLanes)
    seen: list[bool] = []

    def close_meanwhile() -> None:
        seen.append(renewing.running)
        desk.session.closing = True
        renewing.follow()
        seen.append(renewing.running)

    lanes.between = close_meanwhile
    renewing.follow()
    assert seen[:2] == [True, False]
    desk.session.close()
    desk.session.unlock(desk.path, PHRASE)
    desk.session.close()
