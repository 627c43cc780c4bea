"""The sheet for the workplace's own register: nine fields, without a name; of health only what was said yes to."""

from __future__ import annotations

import pytest

from app.casework import Draft, RegistrationSheet, SheetField, parts_of, sheets_of
from app.casework.kinds.absence import AbsenceDraft
from app.casework.kinds.consent import ConsentDraft
from app.casework.kinds.hidden import Hidden
from app.casework.kinds.incident_fields import IncidentDraft
from app.casework.kinds.internal_registration import RegistrationDraft
from app.casework.kinds.measure import MeasureDraft
from app.casework.kinds.police_report import PoliceDraft
from app.casework.kinds.reaction import ReactionDraft
from app.casework.kinds.takedown import TakedownDraft
from app.language import Language
from app.messages import sheet_fields, sheet_lines
from app.vocabulary import (
    IncidentKind,
    MeasureKind,
    MeasureStatus,
    PoliceStatus,
    ReactionKind,
    Role,
    TakedownStatus,
    YesNo,
)
from evidence_store import EntryId
from tests.fakes.ledger import PRIVATE, FakeLedger
from tests.worlds import DANISH, ENGLISH

NOW = "2026-11-23T13:03:11.042Z"


class Case(FakeLedger):
    """A ledger to which a person gives things."""

    def give(
        self, draft: Draft, *, private: bool = False, corrects: EntryId | None = None
    ) -> EntryId:
        token = f"{len(self.entries):032x}"
        parts = parts_of(self.state(), draft, corrects, NOW, fresh=lambda: token)
        chain = {"chain": PRIVATE} if private else {}
        return self.add(parts.pop("facts"), parts=parts, **chain)  # type: ignore[arg-type]

    def sheet(self) -> RegistrationSheet:
        (sheet,) = sheets_of(self.state())
        return sheet

    def said(self, language: Language = DANISH) -> dict[SheetField, str]:
        fields = sheet_fields(self.sheet(), self.state(), language)
        return {each.field: each.value for each in fields}


def full() -> Case:
    case = Case()
    post = case.give(
        IncidentDraft(
            quote="Kanariefugl et",
            why="Kanariefugl to",
            description="Et opslag om en afgørelse.",
            name="Kanariefugl tre",
            handle="kanariefugl4",
            relation="borger",
            platform="Facebook",
            venue="Borgere i Nordby",
            form=IncidentKind.COMMENT,
            permalink="https://example.org/posts/2?fbclid=kanariefugl5",
            published="2026-11-20T20:00:00.000Z",
        )
    )
    case.give(MeasureDraft(action=MeasureKind.SAFETY, status=MeasureStatus.DONE, about=post))
    case.give(TakedownDraft(incidents=(post,), status=TakedownStatus.REMOVED))
    case.give(PoliceDraft(incidents=(post,), status=PoliceStatus.REPORTED))
    case.give(
        RegistrationDraft(incidents=(post,), handled_by=Role.SAFETY_REP, done="Talt med os alle.")
    )
    case.give(
        ReactionDraft(incidents=(post,), reactions=(ReactionKind.SLEEP,), words="Kanariefugl seks"),
        private=True,
    )
    return case


def test_the_nine_fields_are_made_from_what_there_is() -> None:
    said = full().said()
    assert list(said) == list(SheetField)
    assert len(said) == 9
    assert said == {
        SheetField.WHEN: "20. november 2026 kl. 21.00",
        SheetField.WHERE: "Facebook, Borgere i Nordby · https://example.org/posts/2",
        SheetField.SENDER: "Afsender A",
        SheetField.RELATION: "borger",
        SheetField.FORM: "Kommentar",
        SheetField.WHAT: "Et opslag om en afgørelse.",
        SheetField.ABSENCE: "Ikke oplyst",
        SheetField.HANDLED_BY: "Arbejdsmiljørepræsentant",
        SheetField.DONE: (
            "Talt med os alle. · Sikkerhed på arbejdet, gjort · Bedt om fjernelse: platformen, fjernet"
            " · Anmeldt til politiet"
        ),
    }


@pytest.mark.parametrize("language", [DANISH, ENGLISH], ids=["da", "en"])
def test_no_name_no_quote_and_nothing_of_health_stands_in_it(language: Language) -> None:
    case = full()
    words = "\n".join(sheet_lines(case.sheet(), case.state(), language)).casefold()
    assert "kanariefugl" not in words
    assert len(words.splitlines()) == 9


def test_what_nobody_said_is_a_line_to_fill_in() -> None:
    case = Case()
    case.give(IncidentDraft(quote="Ord", shown_time="3 t."))
    said = case.said()
    assert said[SheetField.WHEN] == "”3 t.”"
    assert [field for field in SheetField if not said[field]] == [
        *(SheetField.WHERE, SheetField.SENDER, SheetField.RELATION, SheetField.WHAT),
        *(SheetField.HANDLED_BY, SheetField.DONE),
    ]
    assert sum("____" in each for each in sheet_lines(case.sheet(), case.state(), DANISH)) == 6


def test_what_was_put_out_of_sight_is_not_told_and_only_what_is_wanted_is() -> None:
    case = full()
    (first,) = (each.entry for each in sheets_of(case.state()))
    other = case.give(IncidentDraft(quote="Ord"))
    assert [each.entry for each in sheets_of(case.state(), {other})] == [other]
    for entry in range(1, 12):
        case.add(Hidden(target=EntryId(first.chain, entry)))
    assert sheets_of(case.state()) == ()


@pytest.mark.parametrize(
    ("because", "said"),
    [(YesNo.YES, "Ja"), (YesNo.NO, "Nej"), (YesNo.UNKNOWN, "Ikke oplyst")],
)
def test_absence_is_told_by_a_consent_of_the_managers_and_by_nothing_else(
    because: YesNo, said: str
) -> None:
    case = Case()
    post = case.give(IncidentDraft(description="Et opslag"))
    away = AbsenceDraft(
        from_on="2026-11-21", percent=37, because=because, incidents=(post,), words="Kanariefugl"
    )
    absence = case.give(away, private=True)
    assert case.said()[SheetField.ABSENCE] == "Ikke oplyst"
    case.give(ConsentDraft(recipient=Role.UNION_CONSULTANT, items=(absence,)), private=True)
    assert case.said()[SheetField.ABSENCE] == "Ikke oplyst"
    consent = case.give(ConsentDraft(recipient=Role.MANAGER, items=(absence,)), private=True)
    assert case.said()[SheetField.ABSENCE] == said
    words = "\n".join(sheet_lines(case.sheet(), case.state(), DANISH))
    assert not [each for each in ("37", "21. november", "Kanariefugl") if each in words]
    case.give(ConsentDraft(withdrawn=NOW), private=True, corrects=consent)
    assert case.said()[SheetField.ABSENCE] == "Ikke oplyst"


def test_absence_of_another_event_and_one_corrected_since_are_not_told() -> None:
    case = Case()
    case.give(IncidentDraft(description="Et opslag"))
    other = case.give(IncidentDraft(description="Et andet"))
    away = AbsenceDraft(from_on="2026-11-21", because=YesNo.YES, incidents=(other,))
    absence = case.give(away, private=True)
    case.give(ConsentDraft(recipient=Role.MANAGER, items=(absence,)), private=True)
    assert [sheet.absence for sheet in sheets_of(case.state())] == [YesNo.UNKNOWN, YesNo.YES]
    case.give(AbsenceDraft(to_on="2026-11-22"), private=True, corrects=absence)
    assert {sheet.absence for sheet in sheets_of(case.state())} == {YesNo.UNKNOWN}
