"""Files that are kept beside the words, as a report names them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from app.casework import parts_of
from app.casework.attached import AttachedSource
from app.casework.kinds.police_report import POLICE_REPORT, PoliceDraft
from app.dossier import PaperNotPossibleError, render
from app.vocabulary import PoliceStatus
from evidence_store import EntryId
from tests.e2e.dossier.made import text_of
from tests.unit.dossier.composing import CONSULTANT, MANAGER, composed, labelled, words_of, written
from tests.unit.dossier.sample_case import FONTS, SampleCase
from tests.unit.dossier.test_at_work import NOW, opened
from tests.worlds import ENGLISH


def with_paper(case: SampleCase, corrects: EntryId | None = None) -> EntryId:
    draft = PoliceDraft(status=PoliceStatus.RECEIVED, letter="KAbrev")
    source = AttachedSource(name="KAnavn.pdf")
    parts: Any = parts_of(case.state, draft, corrects, NOW, source)
    return case.add(parts.pop("facts"), png=b"%PDF", media_type="application/pdf", **parts)


def test_one_that_was_chosen_has_a_name_a_number_and_its_fingerprint() -> None:
    case = SampleCase()
    entry = with_paper(case)
    dossier = composed(case, CONSULTANT, papers=(entry,))
    (paper,) = dossier.papers
    assert (paper.number, paper.entry, paper.name) == (100_001, entry, "Receipt 1")
    assert len(paper.sha256) == 64
    (thing,) = written(dossier, POLICE_REPORT.tag)
    assert labelled(thing.rows)["The receipt"] == "Receipt 1"
    assert entry in dossier.objects
    # The letter, which is chosen by itself, and the file's name stay shut.
    assert opened(dossier, entry) == {"facts", "reference", "officer", "reason", "text", "object"}
    assert "KAbrev" not in words_of(dossier)
    left = [each.what for each in dossier.omissions]
    assert "Other files that are kept beside the words, such as receipts" in left


def test_without_a_choice_nothing_says_that_there_is_one() -> None:
    case, other = SampleCase(), SampleCase()
    entry = with_paper(case)
    for policy in (MANAGER, CONSULTANT):
        dossier = composed(case, policy)
        assert dossier.papers == ()
        assert "object" not in opened(dossier, entry)
        left = [each.what for each in dossier.omissions]
        assert left == [each.what for each in composed(other, policy).omissions]
        assert "Files that are kept beside the words, such as receipts" in left


def test_a_reader_who_gets_no_such_file_cannot_be_given_one() -> None:
    case = SampleCase()
    entry = with_paper(case)
    with pytest.raises(PaperNotPossibleError):
        composed(case, MANAGER, papers=(entry,))
    with pytest.raises(PaperNotPossibleError):
        composed(case, CONSULTANT, papers=(EntryId(entry.chain, 0),))


def test_a_correction_without_a_file_keeps_the_one_that_goes_along() -> None:
    case = SampleCase()
    first = with_paper(case)
    parts: Any = parts_of(case.state, PoliceDraft(status=PoliceStatus.CLOSED), first, NOW)
    case.add(parts.pop("facts"), **parts)
    (paper,) = composed(case, CONSULTANT, papers=(first,)).papers
    assert paper.entry == first


def test_the_pages_list_it(tmp_path: Path) -> None:
    case = SampleCase()
    dossier = composed(case, CONSULTANT, papers=(with_paper(case),))
    render(dossier, tmp_path / "r.pdf", case.open_object, ENGLISH, FONTS)
    words = " ".join(text_of(tmp_path / "r.pdf").split())
    assert words.count("Receipt 1") == 2
    assert "The receipt. Report to the" in words
    assert dossier.papers[0].sha256[:8] in words
    assert "Exhibit What Sealed Page" not in words  # there are none
