"""Words that a recipient is shown only where the person chose their entry: those words, and nothing else with them."""

from __future__ import annotations

from typing import Any

import pytest

from app.casework import Draft, Written, parts_of
from app.casework.kinds.complaint_guidance import COMPLAINT_GUIDANCE, GuidanceDraft
from app.casework.kinds.hidden import Hidden
from app.casework.kinds.incident import INCIDENT
from app.casework.kinds.incident_fields import IncidentDraft
from app.casework.kinds.incident_more import LEFT_OUT
from app.casework.kinds.internal_registration import INTERNAL_REGISTRATION, RegistrationDraft
from app.casework.kinds.journal_reference import JOURNAL_REFERENCE, JournalDraft
from app.casework.kinds.note import NoteFacts, NoteText
from app.casework.kinds.own_reply import OWN_REPLY, OwnReplyDraft
from app.casework.kinds.own_statement import OWN_STATEMENT, OwnStatementDraft
from app.casework.kinds.police_report import POLICE_REPORT, PoliceDraft
from app.casework.kinds.takedown import TAKEDOWN, TakedownDraft
from app.casework.kinds.transcript import TRANSCRIPT, TranscriptDraft
from app.casework.kinds.witness_statement import WITNESS_STATEMENT, WitnessDraft
from app.dossier import (
    ChosenWords,
    Policy,
    PrivateNoteError,
    WordsNotPossibleError,
    load_policy,
    parts_to_choose,
    recipients,
    words_to_choose,
)
from app.vocabulary import PoliceStatus, Severity
from evidence_store import EntryId
from tests.unit.dossier.composing import CONSULTANT, MANAGER, composed, words_of
from tests.unit.dossier.sample_case import EVIDENCE, PRIVATE, RECIPIENTS, SampleCase, made_picture
from tests.unit.dossier.test_at_work import NOW, opened, sealed

WORDS = "KAord"
# What of each kind can be chosen by somebody: its draft with words in that part, and the part.
TO_SAY: tuple[tuple[Written[Any], Draft, str], ...] = (
    (INCIDENT, IncidentDraft(platform="Facebook", before=WORDS), "run_up"),
    (COMPLAINT_GUIDANCE, GuidanceDraft(note=WORDS), "text"),
    (OWN_REPLY, OwnReplyDraft(words=WORDS), "text"),
    (WITNESS_STATEMENT, WitnessDraft(words=WORDS), "text"),
    (OWN_STATEMENT, OwnStatementDraft(words=WORDS), "text"),
    (JOURNAL_REFERENCE, JournalDraft(doc_no=WORDS), "reference"),
    (POLICE_REPORT, PoliceDraft(letter=WORDS), "letter"),
    (TAKEDOWN, TakedownDraft(letter=WORDS), "letter"),
    (INTERNAL_REGISTRATION, RegistrationDraft(letter=WORDS), "letter"),
    (TRANSCRIPT, TranscriptDraft(words=WORDS), "text"),
)
SAID: list[tuple[Written[Any], Draft, Policy, str]] = [
    (kind, draft, policy, part)
    for policy in (load_policy(RECIPIENTS, each) for each in recipients(RECIPIENTS))
    for kind, draft, part in TO_SAY
    if part in policy.opened_if_chosen.get(kind.tag, ())
]


def name(value: object) -> str:
    return getattr(value, "tag", "") or getattr(value, "recipient", "") or ""


def two(case: SampleCase, draft: Draft) -> tuple[EntryId, EntryId]:
    """The same written down twice: what was chosen of one opens nothing of the other."""
    return sealed(case, draft), sealed(case, draft)


@pytest.mark.parametrize(("kind", "draft", "policy", "part"), SAID, ids=name)
def test_only_the_words_of_the_entry_that_was_chosen_are_open(
    kind: Written[Any], draft: Draft, policy: Policy, part: str
) -> None:
    case = SampleCase()
    first, second = two(case, draft)
    without, chosen = composed(case, policy), composed(case, policy, words=(ChosenWords(first),))
    assert WORDS not in words_of(without)
    assert words_of(chosen).count(WORDS) == 1
    assert part in parts_to_choose(policy, kind)
    # Every part that is chosen by itself opens, said or not, and no more of it than that.
    assert opened(chosen, first) - opened(without, first) == set(parts_to_choose(policy, kind))
    assert opened(chosen, second) == opened(without, second)
    assert chosen.objects == without.objects


@pytest.mark.parametrize("recipient", recipients(RECIPIENTS))
def test_every_part_that_a_file_lets_choose_is_asked_here(recipient: str) -> None:
    policy = load_policy(RECIPIENTS, recipient)
    asked = {(kind.tag, part) for kind, _, each, part in SAID if each.recipient == recipient}
    named = {
        (kind, part)
        for kind, parts in policy.opened_if_chosen.items()
        for part in parts
        if part != "object" and kind != "note"
    }
    # How bad it is to the person is no text: it has a test of its own.
    assert named - {("incident", "self_view")} == asked


def test_how_bad_it_is_to_the_person_and_what_went_before_are_chosen_each_by_itself() -> None:
    case = SampleCase()
    draft = IncidentDraft(platform="Facebook", severity=Severity.MUCH, before=WORDS)
    entry = sealed(case, draft)
    view, before = (ChosenWords(entry, part) for part in ("self_view", "run_up"))
    dossier = composed(case, CONSULTANT, words=(view,))
    assert "Own view of how bad it is" in words_of(dossier)
    assert WORDS not in words_of(dossier)
    assert ("self_view" in opened(dossier, entry), "run_up" in opened(dossier, entry)) == (
        True,
        False,
    )
    dossier = composed(case, CONSULTANT, words=(before,))
    assert WORDS in words_of(dossier)
    assert "Own view" not in words_of(dossier)
    assert "self_view" not in opened(dossier, entry)
    assert WORDS in words_of(composed(case, MANAGER, words=(before,)))
    with pytest.raises(WordsNotPossibleError):
        composed(case, MANAGER, words=(view,))
    with pytest.raises(WordsNotPossibleError):
        composed(case, CONSULTANT, words=(ChosenWords(entry, "letter"),))


def test_how_bad_it_is_to_the_person_opens_with_all_words_of_the_incident() -> None:
    case = SampleCase()
    entry = sealed(case, IncidentDraft(platform="Facebook", severity=Severity.MUCH))
    assert "Own view" not in words_of(composed(case, CONSULTANT))
    dossier = composed(case, CONSULTANT, words=(ChosenWords(entry),))
    assert "Own view of how bad it is" in words_of(dossier)
    assert {"self_view", "run_up"} <= opened(dossier, entry)
    with pytest.raises(WordsNotPossibleError):
        composed(case, MANAGER, words=(ChosenWords(entry),))


def test_a_correction_is_chosen_by_any_of_its_entries_and_only_what_stands_opens() -> None:
    case = SampleCase()
    first = sealed(case, PoliceDraft(letter="KAgammel"))
    parts: Any = parts_of(case.state, PoliceDraft(letter=WORDS), first, NOW)
    second = case.add(parts.pop("facts"), **parts)
    for named in (first, second):
        dossier = composed(case, CONSULTANT, words=(ChosenWords(named),))
        assert WORDS in words_of(dossier)
        assert "KAgammel" not in words_of(dossier)
        assert "letter" in opened(dossier, second)
        assert not opened(dossier, first)


def test_what_has_no_such_words_for_this_reader_is_refused() -> None:
    case = SampleCase()
    silent = sealed(case, PoliceDraft(status=PoliceStatus.CLOSED))
    letter = sealed(case, PoliceDraft(letter=WORDS))
    aside = sealed(case, PoliceDraft(letter=WORDS))
    case.add(Hidden(target=aside))
    note = case.add(NoteFacts(), text=NoteText(text=WORDS))
    for policy, entry in (
        (CONSULTANT, silent),
        (MANAGER, letter),
        (CONSULTANT, aside),
        (CONSULTANT, note),
        (CONSULTANT, EntryId(EVIDENCE, 0)),
        (CONSULTANT, EntryId(EVIDENCE, 999)),
    ):
        with pytest.raises(WordsNotPossibleError):
            composed(case, policy, words=(ChosenWords(entry),))
    with pytest.raises(PrivateNoteError):
        composed(case, CONSULTANT, words=(ChosenWords(EntryId(PRIVATE, 1)),))


def test_an_incident_goes_with_its_exhibits_and_not_without() -> None:
    case = SampleCase()
    picture = case.capture(made_picture(1, 20), NOW, (20, 20))
    case.capture(made_picture(2, 20), NOW, (20, 20))
    entry = sealed(case, IncidentDraft(platform="Facebook", before=WORDS, exhibits=(picture,)))
    assert words_to_choose(case.state, MANAGER, (2,)) == ()
    assert [thing.id for _, thing in words_to_choose(case.state, MANAGER, (1, 2))] == [entry]
    assert WORDS in words_of(composed(case, MANAGER, words=(ChosenWords(entry),), exhibits=(1,)))
    with pytest.raises(WordsNotPossibleError):
        composed(case, MANAGER, words=(ChosenWords(entry),), exhibits=(2,))


@pytest.mark.parametrize(("kind", "draft", "policy", "part"), SAID, ids=name)
def test_that_such_words_are_left_out_is_said_once_whether_there_are_any_or_not(
    kind: Written[Any], draft: Draft, policy: Policy, part: str
) -> None:
    silent, case = SampleCase(), SampleCase()
    for each in (silent, case):
        sealed(each, IncidentDraft(platform="Facebook"))
    entry, _ = two(case, draft)
    left = composed(case, policy).omissions
    assert left == composed(silent, policy).omissions
    assert left == composed(case, policy, words=(ChosenWords(entry),)).omissions
    how = kind.in_dossier
    said = {} if how is None else {**how.left_out, **how.also_left_out}
    words = LEFT_OUT[part] if kind is INCIDENT else said[part][0]
    (told,) = [each for each in left if words in each.what]
    assert told.why == "Only what the employee chose is part of this edition."


def test_what_this_reader_is_not_shown_at_all_is_not_called_a_choice() -> None:
    case = SampleCase()
    sealed(case, IncidentDraft(platform="Facebook"))
    for words in ("Letters as they were handed over", "how bad it is to the employee"):
        (told,) = [each for each in composed(case, MANAGER).omissions if words in each.what]
        assert told.why == "Not needed by this recipient."
