"""The letters of the first days: what each receiver asks for is filled or named, and nothing else gets in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from app.actions.make_letters import read_letter_tables
from app.casework import KINDS, Draft, SheetField, Written, parts_of
from app.casework.kinds.case import Author
from app.casework.kinds.incident import INCIDENT
from app.casework.kinds.incident_fields import IncidentDraft
from app.casework.kinds.internal_registration import RegistrationDraft
from app.casework.kinds.measure import MeasureDraft
from app.casework.kinds.notification import NotificationDraft
from app.casework.kinds.police_report import PoliceDraft
from app.casework.kinds.takedown import TakedownDraft
from app.casework.letters import (
    KeptLetters,
    Letter,
    LetterFact,
    LetterStage,
    LetterTableError,
    handing_over,
    newest_event,
    progress_of,
    read_kept,
    read_letters,
    told_of,
    write_kept,
)
from app.language import Language
from app.messages import LetterWords, letters_in_words, missing_in_letters
from app.vocabulary import ContentTag, PoliceStatus, RegistrationStatus, Role, TakedownStatus, Zone
from evidence_store import EntryId
from tests.fakes.ledger import EVIDENCE, PRIVATE, FakeLedger
from tests.unit.casework.sealed import capture
from tests.unit.house.tree import ROOT
from tests.worlds import DANISH, ENGLISH

NOW = "2026-11-23T13:03:11.042Z"
TABLES = read_letter_tables(ROOT / "resources")
KEPT = KeptLetters(name="Mette Eks", contact="mette@nordby.example")
MOST_WORDS = 600
FILES = sorted((ROOT / "resources" / "letters").glob("*.toml"))


class Case(FakeLedger):
    """A ledger to which a person gives things."""

    def give(self, draft: Draft, corrects: EntryId | None = None) -> EntryId:
        parts = parts_of(self.state(), draft, corrects, NOW)
        return self.add(parts.pop("facts"), parts=parts)

    def post(self) -> EntryId:
        return self.give(
            IncidentDraft(
                exhibits=(capture(self, captured_at="2026-11-22T22:03:00.000Z"),),
                url="https://nabolaget.example/88120?fbclid=spor",
                platform="Nabolaget",
                venue="Borgere i Nordby",
                name="Torben Eks",
                handle="@torben.eks",
                platform_id="100081234",
                quote="Hun tager børn fra folk",
                description="Opslaget nævner mig ved navn og opfordrer andre til at ringe.",
                published="2026-11-22T21:40:00.000Z",
                first_seen="2026-11-22T22:00:00.000Z",
                tags=(ContentTag.CALL_TO_OTHERS,),
            )
        )

    def letters(
        self, language: Language = DANISH, kept: KeptLetters = KEPT
    ) -> dict[Letter, LetterWords]:
        found = letters_in_words(TABLES, kept, self.state(), language)
        return {each.letter: each for each in found}


# -- what each receiver asks for -------------------------------------------------------------------


def test_there_is_one_table_for_each_letter_in_their_order() -> None:
    assert [table.id for table in TABLES] == list(Letter)


def test_the_sheet_has_the_nine_fields_of_the_template_in_its_order() -> None:
    (table,) = (each for each in TABLES if each.id is Letter.REGISTRATION)
    assert [ask.fact.value for ask in table.asks] == [f"sheet_{each.value}" for each in SheetField]


@pytest.mark.parametrize(
    ("letter", "asked"),
    [
        # What domain.md 1.2 finds asked for by the police, and what preserving needs.
        (Letter.POLICE, "when where link before what quote profile reached_at witnesses exhibits"),
        (Letter.POLICE, "purpose preserve name contact"),
        # DSA article 16(2): reasons, exact address, name and e-mail.
        (Letter.REMOVAL, "content what link name contact"),
        (Letter.MANAGER, "link quote where seen name"),
        (Letter.NOT_REPORTING, "why_not decided_by"),
    ],
)
def test_a_receiver_is_asked_for_what_its_source_asks(letter: Letter, asked: str) -> None:
    (table,) = (each for each in TABLES if each.id is letter)
    assert {ask.fact.value for ask in table.asks} >= set(asked.split())
    assert table.source
    assert table.checked_on < table.review_after


@pytest.mark.parametrize("language", [DANISH, ENGLISH], ids=["da", "en"])
@pytest.mark.parametrize("with_post", [True, False], ids=["a post", "a picture alone"])
def test_each_field_is_filled_or_named_as_missing(language: Language, with_post: bool) -> None:
    case = Case()
    if with_post:
        case.post()
    else:
        capture(case, captured_at="2026-11-22T22:03:00.000Z")
    for table, words in zip(TABLES, case.letters(language).values(), strict=True):
        named = {each.fact for each in words.missing}
        assert {*words.filled} | named == {ask.fact for ask in table.asks}
        assert not {*words.filled} & named
        assert ("____" in words.text) == bool(named)
        assert "{" not in words.text


def test_what_was_written_of_a_post_fills_the_letters() -> None:
    case = Case()
    case.post()
    letters = case.letters()
    manager = letters[Letter.MANAGER]
    assert not manager.missing
    assert "https://nabolaget.example/88120" in manager.text
    assert "Hun tager børn fra folk" in manager.text
    assert "Torben" not in manager.text
    assert "fbclid" not in "".join(each.text for each in letters.values())
    police = letters[Letter.POLICE].text
    for said in ("Torben Eks", "100081234", "21.40.00 UTC", "mette@nordby.example"):
        assert said in police
    assert not letters[Letter.REMOVAL].missing
    absent = {each.fact for each in letters[Letter.REGISTRATION].missing}
    assert LetterFact.SHEET_ABSENCE in absent
    assert LetterFact.SHEET_WHAT not in absent


@pytest.mark.parametrize("language", [DANISH, ENGLISH], ids=["da", "en"])
def test_all_letters_together_are_short(language: Language) -> None:
    case = Case()
    case.post()
    words = sum(len(each.text.split()) for each in case.letters(language).values())
    assert words < MOST_WORDS - 60, words  # the questions and the dates come to it


def test_a_letter_that_was_changed_by_hand_keeps_its_words() -> None:
    case = Case()
    case.post()
    kept = msgspec.structs.replace(KEPT, changed={Letter.POLICE: "Mine egne ord {link}"})
    assert read_kept(write_kept(kept)) == kept
    assert case.letters(kept=kept)[Letter.POLICE].text == "Mine egne ord {link}"
    assert read_kept(b"") is None
    assert read_kept(b"\xff{") == KeptLetters()
    assert read_kept(write_kept(KeptLetters(name="\ud800"))) == KeptLetters(name="?")


def test_what_is_missing_is_named_once() -> None:
    case = Case()
    capture(case)
    facts = [each.fact for each in missing_in_letters([*case.letters(kept=KeptLetters()).values()])]
    assert len(facts) == len(set(facts))
    assert {LetterFact.LINK, LetterFact.NAME, LetterFact.CONTACT} <= set(facts)


# -- nothing else gets in --------------------------------------------------------------------------

# What letters may say, by kind and part; everything else that is written down is not in them.
MAY_BE_SAID = (
    *("incident.facts.", "incident.sender.", "incident.sender_name.", "incident.sender_contact."),
    *("incident.text.quote", "incident.text.description"),
    "internal_registration.text.done",
    "measure.",
    "police_report.reason.why_not",
    "author.facts.name",
)


def _canaries(kind: Written[Any], private: bool, **named: Any) -> Iterator[tuple[str, Any]]:
    """Every part of a kind with a word of its own in each of its text fields."""
    for name, part in {"full": kind.parts.get("full"), **kind.said}.items():
        if part is None:
            continue
        zone = "private" if private else "open"
        words = {
            field.name: f"{kind.tag}.{name}.{field.name}.{zone}"
            for field in msgspec.structs.fields(part)
            if field.type is str
        }
        others = {key: value for key, value in named.items() if key in part.__struct_fields__}
        yield name, part(**(others | words))


def _case_of_canaries() -> tuple[Case, set[str]]:
    case = Case()
    picture = capture(case)
    case.add(Author(name="author.facts.name", workplace="author.facts.workplace"))
    said: set[str] = set()
    post: EntryId | None = None
    kinds = [INCIDENT, *(k for k in KINDS if isinstance(k, Written) and k is not INCIDENT)]
    for kind in kinds:
        for private in (False, True):
            if (Zone.PRIVATE if private else Zone.EVIDENCE) not in kind.zones:
                continue
            named: dict[str, Any] = {"exhibits": (picture,), "what": post or picture}
            if post is not None:
                named |= {"incidents": (post,), "about": post}
            if kind is INCIDENT:
                named["tags"] = (ContentTag.THREAT,)
            named["status"] = PoliceStatus.NOT_REPORTED if kind.tag == "police_report" else None
            named = {key: value for key, value in named.items() if value is not None}
            try:
                parts = dict(_canaries(kind, private, **named))
            except TypeError:
                continue
            for part in parts.values():
                texts = (getattr(part, each) for each in part.__struct_fields__)
                said |= {each for each in texts if isinstance(each, str) and "." in each}
            chain = PRIVATE if private else EVIDENCE
            entry = case.add(parts.pop("facts"), parts=parts, chain=chain)
            if kind is INCIDENT:
                post = entry
    return case, said


def test_no_private_word_and_none_of_health_or_of_a_case_gets_into_a_letter() -> None:
    case, said = _case_of_canaries()
    assert len(said) > 100
    assert {each.split(".")[0] for each in said} > {"reaction", "absence", "expense", "note"}
    for language in (DANISH, ENGLISH):
        letters = case.letters(language, KeptLetters())
        together = "\n".join(each.text for each in letters.values())
        found = {each for each in said if each in together}
        assert "incident.text.quote.open" in found
        assert not [each for each in found if not each.startswith(MAY_BE_SAID)]


# -- how far each is -------------------------------------------------------------------------------


def test_a_letter_goes_from_made_to_handed_over_to_a_number_to_an_answer() -> None:
    case = Case()
    event = case.post()

    def stage(letter: Letter) -> LetterStage:
        return progress_of(letter, case.state(), event, made=True).stage

    assert {stage(each) for each in Letter} == {LetterStage.MADE}
    assert progress_of(Letter.POLICE, case.state(), event).stage is LetterStage.NONE
    sealed = {}
    for letter in (Letter.MANAGER, Letter.POLICE, Letter.REMOVAL, Letter.REGISTRATION):
        sealed[letter] = case.give(handing_over(letter, "Ordene", event, NOW))
        assert stage(letter) is LetterStage.HANDED_OVER, letter
    assert stage(Letter.NOT_REPORTING) is LetterStage.MADE
    numbers: dict[Letter, Draft] = {
        Letter.POLICE: PoliceDraft(journal_no="J-1"),
        Letter.REMOVAL: TakedownDraft(ticket="T-1"),
        Letter.REGISTRATION: RegistrationDraft(ref="R-1"),
    }
    for letter, draft in numbers.items():
        sealed[letter] = case.give(draft, corrects=sealed[letter])
        found = progress_of(letter, case.state(), event)
        assert found.stage is LetterStage.RECEIPT, letter
        assert found.number[1:] == "-1"
    answers: dict[Letter, Draft] = {
        Letter.MANAGER: NotificationDraft(reply="Vi mødes i morgen"),
        Letter.POLICE: PoliceDraft(status=PoliceStatus.CLOSED),
        Letter.REMOVAL: TakedownDraft(status=TakedownStatus.REMOVED),
    }
    for letter, draft in answers.items():
        case.give(draft, corrects=sealed[letter])
        assert stage(letter) is LetterStage.ANSWERED, letter
    case.give(RegistrationDraft(status=RegistrationStatus.REFUSED, incidents=(event,)))
    assert stage(Letter.REGISTRATION) is LetterStage.ANSWERED


def test_a_reasoned_note_says_that_it_is_not_reported_and_comes_back_as_the_reason() -> None:
    case = Case()
    event = case.post()
    case.give(handing_over(Letter.NOT_REPORTING, "Den konkrete grund", event, NOW))
    assert progress_of(Letter.NOT_REPORTING, case.state(), event).stage is LetterStage.HANDED_OVER
    assert progress_of(Letter.POLICE, case.state(), event).stage is LetterStage.NONE
    assert told_of(case.state(), event).why_not == "Den konkrete grund"


def test_telling_somebody_else_is_not_the_letter_to_the_manager() -> None:
    case = Case()
    event = case.post()
    case.give(NotificationDraft(role=Role.SHOP_STEWARD, at=NOW))
    assert progress_of(Letter.MANAGER, case.state(), event).stage is LetterStage.NONE


def test_what_is_noted_of_another_post_is_not_of_this_one() -> None:
    case = Case()
    first = case.post()
    case.give(handing_over(Letter.POLICE, "Ord", first, NOW))
    second = case.post()
    assert newest_event(case.state()) == second
    assert progress_of(Letter.POLICE, case.state(), second).stage is LetterStage.NONE
    assert progress_of(Letter.POLICE, case.state(), first).stage is LetterStage.HANDED_OVER


def test_where_no_platform_is_known_the_site_of_the_link_is_the_place() -> None:
    case = Case()
    case.give(IncidentDraft(url="https://www.nabolaget.example/1"))
    letters = case.letters()
    assert "Sted: www.nabolaget.example" in letters[Letter.POLICE].text
    assert "Tjeneste: www.nabolaget.example" in letters[Letter.POLICE].text
    case.give(IncidentDraft(url="https://[nabolaget.example/1", quote="Ord"))
    assert "Sted: ____" in case.letters()[Letter.POLICE].text


def test_what_the_workplace_did_stands_on_the_sheet() -> None:
    case = Case()
    event = case.post()
    case.give(MeasureDraft(what="Opslaget er fjernet", about=event))
    assert "Opslaget er fjernet" in case.letters()[Letter.REGISTRATION].text


# -- tables that cannot be -------------------------------------------------------------------------


def _broken(path: Path, old: str, new: str) -> list[bytes]:
    tables = {each: each.read_text("utf-8") for each in FILES}
    assert old in tables[path]
    tables[path] = tables[path].replace(old, new, 1)
    return [each.encode() for each in tables.values()]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('fact = "link"', 'fact = "reaction"'),
        ('fact = "quote"', 'fact = "link"'),
        ("{name}", "{health}"),
        ('id = "manager"', 'id = "police"'),
        ('id = "manager"', 'id = "manager"\nhealth = true'),
        ('da = "Citat"', 'da = ""'),
        ("fact = ", "fact: "),
    ],
)
def test_a_table_that_asks_for_what_cannot_be_is_refused(old: str, new: str) -> None:
    (manager,) = (each for each in FILES if each.stem == "manager")
    with pytest.raises(LetterTableError):
        read_letters(_broken(manager, old, new))


def test_without_tables_there_are_no_letters(tmp_path: Path) -> None:
    with pytest.raises(LetterTableError):
        read_letter_tables(tmp_path)
