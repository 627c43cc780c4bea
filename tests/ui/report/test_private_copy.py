"""Beside the own copy: what is only for the person, as a file that a password of its own locks."""

from __future__ import annotations

import pikepdf
import pytest

from app.actions.write_down import write_down
from app.casework.kinds.note import NoteDraft
from app.ui.report.model import ReportStep
from app.ui.report.private_copy_card import PrivateCopyCard
from app.ui.report.private_copying import PrivateCopyOffer
from app.vocabulary import Zone
from tests.ui.report.bench import Bench
from tests.ui.report.wizard import case_of
from tests.worlds import ENGLISH

PASSWORD = "syv helt andre ord for filen alene"


def at_the_end(bench: Bench, recipient: str) -> None:
    bench.presenter.choose_recipient(recipient)
    bench.presenter.finish.aim(bench.presenter.finish.target)
    bench.presenter.go_to(ReportStep.SAVE)


def test_it_is_offered_beside_the_own_copy_alone_and_opens_by_its_password(bench: Bench) -> None:
    case = case_of(bench.session)
    write_down(case, NoteDraft(text="Kun for mig.", zone=Zone.PRIVATE))
    bench.session.publish()
    bench.aim()
    offered = {}
    for recipient in ("manager", "own_copy"):
        at_the_end(bench, recipient)
        offered[recipient] = bench.page.private is not None
    assert offered == {"manager": False, "own_copy": True}
    before = case.vault.head(case.chains.evidence)
    bench.presenter.private.save(PASSWORD, PASSWORD)
    (name,) = bench.files()
    assert "only-for-me" in name
    sentence, written = bench.page.private_answer
    assert (name in sentence, written) == (True, True)
    target = bench.house.documents / name
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(target)
    with pikepdf.open(target, password=PASSWORD) as pdf:
        assert pdf.encryption.R == 6  # AES-256
    assert case.vault.head(case.chains.evidence) == before
    # The next one has another name: nothing is replaced.
    assert bench.page.private is not None
    assert bench.page.private.name != name


@pytest.mark.parametrize(
    ("first", "again"), [(PASSWORD, "noget andet"), ("kort", "kort"), ("", "")]
)
def test_what_does_not_do_is_said_in_a_sentence_and_nothing_is_written(
    bench: Bench, first: str, again: str
) -> None:
    bench.aim()
    at_the_end(bench, "own_copy")
    bench.presenter.private.save(first, again)
    sentence, written = bench.page.private_answer
    assert sentence.endswith(".")
    assert not written
    assert bench.files() == []


def test_the_card_forgets_the_password_once_it_is_written_or_not_offered(qtbot: object) -> None:
    card = PrivateCopyCard(ENGLISH)
    card.show_offer(PrivateCopyOffer("a.pdf"))
    told: list[tuple[str, str]] = []
    card.wanted.connect(lambda *both: told.append(both))
    for field in card.fields:
        field.line.setText(PASSWORD)
    card.button.click()
    card.show_answer("The two are not the same.", written=False)
    assert card.fields[0].value() == PASSWORD  # what was typed stays
    card.show_answer("Written: a.pdf", written=True)
    assert (card.fields[0].value(), card.answer.text()) == ("", "Written: a.pdf")
    card.fields[0].line.setText(PASSWORD)
    card.show_offer(None)
    assert card.fields[0].value() == ""
    assert told == [(PASSWORD, PASSWORD)]
