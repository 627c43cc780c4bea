"""Sources that were compared are told in numbers; the words stand in the own copy alone."""

from __future__ import annotations

from app.casework.kinds.compared import (
    ComparedFacts,
    ComparedSpot,
    ComparedTools,
    ComparedWords,
)
from app.dossier import load_policy
from app.vocabulary import Agreement
from tests.unit.dossier.composing import MANAGER, composed, labelled, words_of, written
from tests.unit.dossier.sample_case import RECIPIENTS, SampleCase, small_case

OWN = load_policy(RECIPIENTS, "own_copy")


def case() -> SampleCase:
    case = small_case()
    exhibits = tuple(each.original for each in case.state.exhibits[:2])
    case.add(
        ComparedFacts(
            exhibits=exhibits,
            outcome=Agreement.DIFFER,
            agree=1,
            comparable=2,
            word_count=31,
            differences=1,
        ),
        tools=ComparedTools(tools=("tesseract 5.5.0 (dan+eng)", "")),
        spots=ComparedWords(
            stretch="KAstretch",
            spots=(ComparedSpot(("KAløj", "KAtalte"), "hun", "om", True, (1,)),),
        ),
    )
    return case


def test_everybody_reads_how_many_agree_and_the_own_copy_the_words() -> None:
    (thing,) = written(composed(case()), "compared")
    rows = labelled(thing.rows)
    assert rows["Result"] == "They do not say the same · words compared: 31"
    assert rows["Read by"] == "tesseract 5.5.0 (dan+eng), the words in the file"
    assert "KA" not in words_of(composed(case())).replace("KANARIE", "")
    (own,) = written(composed(case(), OWN), "compared")
    assert "“KAtalte”" in labelled(own.rows)["Differs"]
    assert "KAstretch" not in words_of(composed(case(), OWN))


def test_nothing_is_told_of_an_exhibit_that_is_not_shown() -> None:
    made = case()
    assert written(composed(made, MANAGER, exhibits=(1,)), "compared") == ()
