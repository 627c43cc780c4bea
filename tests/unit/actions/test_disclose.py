"""What is shared of the private chain is sealed whole: each with its file, or nothing of any."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from app.actions.disclose import Planned, Share, disclose, plan_disclosed
from app.actions.open_case import OpenCase
from app.actions.preview_dossier import compose_dossier
from app.actions.write_down import write_down, write_down_with_file
from app.casework.kinds.absence import AbsenceDraft
from app.casework.kinds.consent import ConsentDraft
from app.casework.kinds.disclosed import DISCLOSED
from app.casework.kinds.expense import ExpenseDraft
from app.vocabulary import DisclosedForm, Role
from evidence_store import ObjectBody, ObjectDamagedError
from tests.unit.actions.acting import assert_state_is_what_is_sealed, leftovers
from tests.worlds import ENGLISH, order

RECEIPT = b"kvittering" * 5000


@pytest.fixture
def planned(case: OpenCase, tmp_path: Path) -> tuple[Planned, ...]:
    """An absence without a file, and an expense with its receipt, for the manager."""
    path = tmp_path / "kvittering.txt"
    path.write_bytes(RECEIPT)
    absence = write_down(case, AbsenceDraft(from_on="2026-11-02"))
    expense = write_down_with_file(case, ExpenseDraft(amount=500), path)
    consent = ConsentDraft(recipient=Role.MANAGER, items=(absence,), files=(expense,))
    write_down(case, consent)
    shares = (Share(absence), Share(expense, file=True))
    return plan_disclosed(case.state, order().policy(), shares, ENGLISH)


def test_a_file_is_sealed_byte_for_byte_beside_the_words(
    case: OpenCase, planned: tuple[Planned, ...]
) -> None:
    absence, expense = disclose(case, planned)
    assert (absence.facts.form, absence.object) == (DisclosedForm.NONE, None)
    assert expense.facts.form is DisclosedForm.AS_RECEIVED
    assert isinstance(expense.object, ObjectBody)
    with case.vault.open_object(expense.entry) as stream:
        assert stream.read() == RECEIPT
    assert_state_is_what_is_sealed(case)
    assert leftovers(case.vault) == 0


def test_where_a_file_is_not_the_one_that_was_sealed_nothing_is(
    case: OpenCase, planned: tuple[Planned, ...]
) -> None:
    file = planned[1].file
    assert file is not None
    assert isinstance(file.object, ObjectBody)
    other = replace(file, object=replace(file.object, sha256="00" * 32))
    with pytest.raises(ObjectDamagedError):
        disclose(case, (planned[1], replace(planned[1], file=other)))
    assert len(case.state.of(DISCLOSED)) == 0
    assert leftovers(case.vault) == 0


def test_a_preview_names_the_file_and_seals_nothing(
    case: OpenCase, planned: tuple[Planned, ...]
) -> None:
    assert len(planned) == 2
    (consent,) = case.state.private_rows["consent"]
    absence, expense = (item.entry for item in consent.current.scope.items)
    wanted = replace(order(), shares=(Share(absence), Share(expense, file=True)))
    dossier = compose_dossier(case, wanted)
    assert [paper.media_type for paper in dossier.papers] == ["text/plain"]
    assert not dossier.objects
    assert len(case.state.of(DISCLOSED)) == 0
