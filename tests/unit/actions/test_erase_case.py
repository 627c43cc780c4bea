"""A whole case is erased: nothing of it is in any byte of the file, its logs still check, and other cases stay."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.actions.add_file import add_bytes
from app.actions.cases import begin_case, list_cases, name_author, open_case
from app.actions.erase_case import EraseCaseWish, erase_case
from app.actions.hand_over import hand_over
from app.actions.name_people import people_in, register_person
from app.actions.open_case import OpenCase
from app.actions.take_over import take_over
from app.actions.write_down import write_down
from app.casework import KINDS, NothingLeftInCaseError, OnlyAnExampleError, choose_case
from app.casework.kinds.case import Author
from app.casework.kinds.dossier import DELIVERY
from app.casework.kinds.note import NOTE, NoteDraft
from app.dossier import Choices
from app.handover import verify_path
from app.vocabulary import Relation, Zone
from evidence_store import Verdict
from tests.e2e.walk.every_kind import (
    BY_VAULT,
    WRITTEN,
    bytes_of,
    seal_the_rest,
    secrets_of,
    word_of,
    write_every_kind,
)
from tests.store.building import plain_vault
from tests.unit.actions.acting import assert_state_is_what_is_sealed, captured, leftovers
from tests.worlds import begin, order

ALL = EraseCaseWish(reason="Opbevares ikke længere", keep_reports=False)
OTHER = "NabosagensOrd"


def on_disk(folder: Path) -> bytes:
    """Every byte of the vault and its side files."""
    return b"".join(p.read_bytes() for p in folder.iterdir() if p.name.startswith("plain."))


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[OpenCase, OpenCase, Path]]:
    """A case with one thing of every kind, and another case beside it, in a vault whose bytes can be read."""
    folder = tmp_path_factory.mktemp("full")
    with plain_vault(folder) as vault:
        case = begin(vault)
        name_author(case, Author(name="Karla Kanariefugl", workplace="Kanariekommunen"))
        exhibit = captured(case)
        given = hand_over(case, order(), folder / "pakke.zip")
        named = {
            "exhibit": exhibit.original,
            "dossier": given.made.entry,
            "delivery": given.delivery,
        }
        write_every_kind(case, folder, named)
        add_bytes(case, b"samme fil", origin="a.txt")
        seal_the_rest(case)
        register_person(case, Relation.CITIZEN, ("Solvej Kanariegren",))
        vault.save_draft(f"form/{case.chains.case_id}/note/new/-", b"Kanariekladde", "2026")
        vault.save_draft(f"layer/{exhibit.original.chain}/1", b"Kanariestreg", "2026")
        other = begin_case(vault, clock=case.clock, machine=case.machine, title=OTHER)
        add_bytes(other, b"samme fil", origin="a.txt")
        register_person(other, Relation.CITIZEN, ("Else Nabo",))
        vault.save_draft(f"form/{other.chains.case_id}/note/new/-", b"Nabokladde", "2026")
        yield case, other, folder


def test_nothing_of_it_is_left_in_any_byte_and_the_other_case_stays(
    full: tuple[OpenCase, OpenCase, Path],
) -> None:
    case, other, folder = full
    package = folder / "pakke.zip"
    words = {b"Kanariefugl", b"Kanariekommunen", b"Kanariegren", b"Kanariekladde", b"Kanariestreg"}
    for kind in WRITTEN:
        words |= {word_of(kind, field).encode() for field in kind.fields}
        words |= {bytes_of(kind)} if kind.takes_file else set()
    words.discard(b"")
    before = on_disk(folder)
    salts = secrets_of(case)
    assert {kind for kind, _, _ in salts} == {kind.tag for kind in KINDS} - BY_VAULT | {"genesis"}
    assert all(salt in before for _, _, salt in salts)
    assert sum(word in before for word in words) > len(words) * 0.9
    people = people_in(other)
    done = erase_case(case, ALL)
    after = on_disk(folder)
    assert {word for word in words if word in after} == set()
    assert {kind for kind, _, salt in salts if salt in after} == {"genesis"}
    assert [each.chain for each in done.still_held] == [other.chains.evidence]
    for each in (OTHER.encode(), b"samme fil", b"Else Nabo", b"Nabokladde", b"Opbevares ikke"):
        assert each in after
    assert people_in(other) == people
    assert people_in(case).persons == ()
    assert (case.state.title, case.state.author) == ("", None)
    gone, living = list_cases(case.vault)
    assert [(gone.number, gone.title), (living.number, living.title)] == [(1, ""), (2, OTHER)]
    assert gone.erased_at == case.vault.entry(done.entries[0]).time
    assert living.erased_at == ""
    assert choose_case([gone, living], "", "") == living
    assert_state_is_what_is_sealed(case)
    assert leftovers(case.vault) == 0
    assert case.vault.verify().verdict is Verdict.CONSISTENT
    assert verify_path(package).verdict is Verdict.CONSISTENT
    with pytest.raises(NothingLeftInCaseError):
        erase_case(case, ALL)


def test_a_case_that_was_erased_opens_again_and_takes_what_is_new(
    case: OpenCase, tmp_path: Path
) -> None:
    captured(case)
    write_down(case, NoteDraft(text="Privat", zone=Zone.PRIVATE))
    hand_over(case, order(), tmp_path / "pakke.zip")
    done = erase_case(case, EraseCaseWish())
    assert {each.chain for each in done.entries} == {case.chains.evidence, case.chains.private}
    (package,) = case.state.of(DELIVERY)
    assert package.facts.package_sha256
    again = open_case(case.vault, case.chains.case_id, clock=case.clock, machine=case.machine)
    assert again.state == case.state
    note = write_down(again, NoteDraft(text="Ny"))
    assert again.state.of(NOTE)[-1].id == note
    assert erase_case(again, ALL).emptied >= 2


def test_in_the_example_no_case_is_erased(case: OpenCase) -> None:
    captured(case)
    case.example = True
    with pytest.raises(OnlyAnExampleError):
        erase_case(case, ALL)
    assert len(case.state.exhibits) == 1


def test_what_a_colleague_collected_goes_with_the_case_too(case: OpenCase, tmp_path: Path) -> None:
    folder = tmp_path / "theirs"
    folder.mkdir()
    with plain_vault(folder) as vault:
        theirs = begin(vault, "Kanariesag")
        add_bytes(theirs, b"Kanariefil", origin="kanarie.txt")
        hand_over(theirs, order("own_copy", Choices(originals=(1,))), tmp_path / "samling.zip")
    done = take_over(case, [tmp_path / "samling.zip"])
    assert b"Kanariesag" in on_disk(tmp_path)
    erase_case(case, ALL)
    after = on_disk(tmp_path)
    assert not [word for word in (b"Kanariesag", b"Kanariefil", b"kanarie.txt") if word in after]
    assert len(list(case.vault.entries(done.chain))) == done.entries
    assert case.vault.verify().verdict is Verdict.CONSISTENT
    assert_state_is_what_is_sealed(case)
