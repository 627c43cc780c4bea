"""Files that are kept beside words are offered one by one, to those who may get them, and lie in the package."""

from __future__ import annotations

import zipfile

import pytest

from app.actions.write_down import write_down, write_down_with_file
from app.casework.kinds.answer import AnswerDraft
from app.casework.kinds.police_report import PoliceDraft
from app.vocabulary import PoliceStatus, Role
from tests.ui.report.bench import Bench
from tests.ui.report.wizard import case_of

RECEIPT = b"%PDF-1.4 kvittering"


@pytest.fixture
def kept(bench: Bench) -> Bench:
    """A report to the police with its receipt, and a doctor's letter, for the consultant."""
    case = case_of(bench.session)
    paper = bench.house.folder / "kvittering.pdf"
    paper.write_bytes(RECEIPT)
    write_down_with_file(case, PoliceDraft(status=PoliceStatus.RECEIVED), paper)
    write_down_with_file(case, AnswerDraft(role=Role.DOCTOR, said="Ja"), paper)
    write_down(case, PoliceDraft(note="Uden papir"))
    bench.session.publish()
    bench.presenter.choose_recipient("union_consultant")
    bench.build()
    return bench


def test_only_what_this_reader_may_get_is_offered_unticked_with_the_warning(kept: Bench) -> None:
    (line,) = kept.page.files
    assert line.text == "The receipt · kvittering.pdf"
    assert not line.checked
    assert line.detail.startswith("Reported to the police · ")
    assert "It can hold hidden information" in line.detail
    kept.presenter.choose_recipient("manager")
    assert kept.page.files == ()


def test_a_ticked_one_lies_in_the_package_and_unticked_it_does_not(kept: Bench) -> None:
    (line,) = kept.page.files
    kept.presenter.singles.wish_file(line.key, included=True)
    assert [each.checked for each in kept.page.files] == [True]
    kept.aim(package=False)
    assert "They lie in the package" in kept.page.complaint
    kept.aim(package=True)
    kept.build()
    assert "Receipt 1" in kept.text()
    kept.save()
    (package,) = kept.house.documents.glob("*.zip")
    with zipfile.ZipFile(package) as archive:
        (found,) = [name for name in archive.namelist() if "bilag-100001" in name]
        assert archive.read(found) == RECEIPT
    kept.presenter.singles.wish_file(line.key, included=False)
    assert [each.checked for each in kept.page.files] == [False]


def test_another_reader_begins_with_none(kept: Bench) -> None:
    (line,) = kept.page.files
    kept.presenter.singles.wish_file(line.key, included=True)
    kept.presenter.choose_recipient("manager")
    kept.presenter.choose_recipient("union_consultant")
    assert [each.checked for each in kept.page.files] == [False]
