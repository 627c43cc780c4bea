"""The session opens, changes and closes cases."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.casework.kinds.note import NOTE, NoteFacts
from app.ui.session import Session
from evidence_store import Vault, WrongPassphraseError
from tests.worlds import DANISH, PHRASE, RESOURCES, World
from tests.written import write_note


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made = World(tmp_path).make_session()
    yield made
    made.close()


def test_a_new_vault_is_open_with_its_first_case_and_remembered(
    session: Session, tmp_path: Path
) -> None:
    path = tmp_path / "folder" / "min.bevismappe"

    session.create(path, PHRASE, "Min sag")

    assert session.state.title == "Min sag"
    assert session.last_vault == path
    assert [line.title for line in session.cases] == ["Min sag"]


def test_a_wrong_passphrase_leaves_it_closed(session: Session, tmp_path: Path) -> None:
    session.create(tmp_path / "a.bevismappe", PHRASE, "Min sag")
    session.close()

    with pytest.raises(WrongPassphraseError):
        session.unlock(tmp_path / "a.bevismappe", "et andet")

    assert session.vault is None
    assert session.case is None


def test_another_case_can_be_begun_and_the_first_chosen_again(
    session: Session, tmp_path: Path
) -> None:
    session.create(tmp_path / "a.bevismappe", PHRASE, "Min sag")
    first = session.state.case_id
    session.begin("Foråret")
    second = session.state.title
    session.choose(first)

    assert second == "Foråret"
    assert session.state.title == "Min sag"


def test_a_vault_that_is_made_stays_open(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Opening it once more would derive its key a third time."""

    def never(*_arguments: object, **_names: object) -> Vault:
        raise AssertionError("opened again")

    monkeypatch.setattr(Vault, "open", never)

    session.create(tmp_path / "a.bevismappe", PHRASE, "Min sag")

    assert session.vault is not None
    assert session.state.title == "Min sag"


def test_a_case_that_is_chosen_again_is_the_one_that_was_left(
    session: Session, tmp_path: Path
) -> None:
    """A long job may still be sealing something in it: two of them would not know of each other's entries."""
    session.create(tmp_path / "min.bevismappe", PHRASE, "Den første")
    first = session.case
    assert first is not None
    session.begin("Den anden")
    write_note(first, "sealed meanwhile", NoteFacts())

    session.choose(first.chains.case_id)

    assert session.case is first
    assert len(session.state.of(NOTE)) == 1


def test_everybody_is_told_before_the_vault_is_closed(session: Session, tmp_path: Path) -> None:
    told: list[bool] = []
    session.subscribe(lambda: told.append(session.closing))
    session.will_close()
    session.create(tmp_path / "min.bevismappe", PHRASE, "Min sag")
    session.will_close()
    session.close()
    session.publish()

    assert told == [False, True, False]


def test_the_example_is_shown_in_place_of_the_own_case_which_takes_nothing_meanwhile(
    session: Session, tmp_path: Path
) -> None:
    session.create(tmp_path / "a.bevismappe", PHRASE, "Min sag")
    own, vault = session.case, session.vault

    session.show_example(RESOURCES, DANISH)

    assert session.example
    assert session.state.title == "Opslag i Borgere i Nordby"
    assert session.own_case is None
    assert session.own_vault is vault
    assert session.knows(PHRASE)
    assert session.last_vault == tmp_path / "a.bevismappe"

    session.leave_example()

    assert (session.case, session.vault, session.own_case) == (own, vault, own)
    assert [line.title for line in session.cases] == ["Min sag"]


def test_without_a_vault_the_example_leaves_nothing_behind(session: Session) -> None:
    session.show_example(RESOURCES, DANISH)
    example = session.vault
    assert example is not None
    folder = example.path.parent

    session.close()

    assert not folder.exists()
    assert session.case is None
    assert session.last_vault is None
