"""What was done to an added picture so that it can be shown stands beside it in the dossier."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest

from app.casework import shown_sentences
from app.casework.kinds.file import FileFacts, FileFindings, FileSource
from app.casework.kinds.view import ViewFacts, ViewShown
from app.casework.kinds.working_copy import (
    WorkingCopyFacts,
    WorkingCopyMarks,
    WorkingCopyRedactions,
)
from app.dossier.policy import NEVER_OPENED, Policy
from app.language import Language
from app.vocabulary import PictureColours, PictureGround, PictureWhole
from tests.unit.dossier.composing import CONSULTANT, MANAGER, composed
from tests.unit.dossier.sample_case import SampleCase, made_picture

ENGLISH = Language("en", Path())
SHOWN = ViewShown(
    whole=PictureWhole.CUT,
    percent=63,
    frames=12,
    smaller=2,
    ground=PictureGround.CHECKER,
    colours=PictureColours.CONVERTED,
)
WORDS = (
    "The first picture of 12. The file was not whole when it was added: 63 per cent of the picture is shown, the"
    " rest is missing. Shown at 1/2 of its width and height. Transparent places are shown as grey squares. The colours"
    " were converted to sRGB by the file’s own colour profile."
)


def file_case(shown: ViewShown | None, *, copied: bool = False) -> SampleCase:
    case = SampleCase()
    original = case.add(
        FileFacts(media_type="image/png", preview="shown"),
        png=b"the file as received",
        source=FileSource(name="x.png"),
        findings=FileFindings(more=True),
    )
    parts: dict[str, Any] = {} if shown is None else {"shown": shown}
    view = case.add(ViewFacts(parent=original), png=made_picture(8, 6), **parts)
    if copied:
        case.add(
            WorkingCopyFacts(parent=view),
            png=made_picture(8, 6, (1, 1, 1)),
            marks=WorkingCopyMarks(),
            redactions=WorkingCopyRedactions(),
        )
    return case


@pytest.mark.parametrize("policy", [MANAGER, CONSULTANT])
@pytest.mark.parametrize("copied", [False, True])
def test_it_is_said_beside_the_view_and_beside_a_copy_that_was_burned_from_it(
    policy: Policy, copied: bool
) -> None:
    dossier = composed(file_case(SHOWN, copied=copied), policy)
    (exhibit,) = dossier.exhibits
    assert [row.value for row in exhibit.rows if row.label == "The picture"] == [WORDS]
    assert (2, "shown") in dossier.opened


@pytest.mark.parametrize("shown", [None, ViewShown()])
def test_nothing_is_said_of_a_picture_that_is_shown_as_it_is(shown: ViewShown | None) -> None:
    (exhibit,) = composed(file_case(shown), MANAGER).exhibits
    assert "The picture" not in [row.label for row in exhibit.rows]


def test_what_a_file_holds_beside_its_picture_is_opened_to_nobody() -> None:
    assert "findings" in NEVER_OPENED
    for policy in (MANAGER, CONSULTANT):
        greedy = msgspec.structs.replace(
            policy, opened={**policy.opened, "file": ("facts", "findings")}
        )
        assert not greedy.opens("file", "findings")
        assert "findings" not in {part for _, part in composed(file_case(SHOWN), greedy).opened}


def test_every_choice_but_the_plain_ones_has_a_sentence_of_its_own() -> None:
    plain = {PictureWhole.WHOLE, PictureGround.NONE, PictureColours.AS_THEY_ARE}
    said: list[str] = []
    for name, choices in (
        ("whole", PictureWhole),
        ("ground", PictureGround),
        ("colours", PictureColours),
    ):
        for choice in choices:
            sentences = shown_sentences(
                msgspec.structs.replace(ViewShown(), **{name: choice}), ENGLISH
            )
            assert len(sentences) == (choice not in plain)
            said += sentences
    assert len(set(said)) == len(said) == 7


def test_who_lets_a_file_go_along_is_told_that_it_holds_more_than_its_picture() -> None:
    along = composed(file_case(SHOWN), MANAGER, originals=(1,))
    words = (
        "Exhibit 1: the file holds more than the picture. What more there is goes along with it."
    )
    assert words in along.warnings
    assert words not in composed(file_case(SHOWN), MANAGER, originals=()).warnings
    assert "findings" not in {part for _, part in along.opened}
