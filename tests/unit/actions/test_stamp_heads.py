"""Tokens over the head of a case: what is due, what is sealed, what a check says of it, and that nothing is lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.actions.open_case import OpenCase
from app.actions.stamp_heads import (
    chosen_authorities,
    due_stamps,
    seal_stamp,
    stamp_now,
    trusted_roots,
)
from app.actions.verify_vault import verify_vault
from app.anchor import (
    AuthorityAwayError,
    NoAuthorityError,
    ask_authority,
    given_authorities,
    keep_authorities,
    root_prints,
)
from app.casework.kinds.note import NoteFacts
from app.casework.kinds.timestamp import TIMESTAMP, TimestampFacts
from app.language import Language
from app.messages import report_lines, verdict_word
from demo.authority import LocalAuthority
from evidence_store import CheckName, CheckState, EntryId, FindingKind, NewObject, Vault, Verdict
from tests.fakes.authority import DeadRoad, DirectRoad, listed
from tests.worlds import RESOURCES, begin
from tests.written import write_note


@pytest.fixture(scope="module")
def local(tmp_path_factory: pytest.TempPathFactory) -> LocalAuthority:
    return LocalAuthority(tmp_path_factory.mktemp("authority"))


def noted(case: OpenCase, words: str, *, private: bool = False) -> EntryId:
    return write_note(case, words, NoteFacts(), private=private)


def test_a_token_covers_what_was_sealed_and_is_due_again_only_after_something_new(
    case: OpenCase, local: LocalAuthority
) -> None:
    ours, road = (listed(local),), DirectRoad(local.respond)
    note = noted(case, "hest")
    (asked,) = stamp_now(case, ours, road)
    assert (asked.due.head, asked.error) == (note, None)
    assert road.asked[0].count(bytes.fromhex(case.vault.entry(note).hash)) == 1
    assert due_stamps(case, ours) == ()
    assert stamp_now(case, ours, road) == ()
    assert len(road.asked) == 1
    (kept,) = case.state.of(TIMESTAMP)
    assert kept.facts.head == note
    assert kept.facts.at == asked.at
    noted(case, "lampe")
    assert len(due_stamps(case, ours)) == 1


def test_of_two_each_is_asked_once_and_the_token_of_one_makes_none_due_for_the_other(
    case: OpenCase, local: LocalAuthority
) -> None:
    ours = (listed(local), listed(local, "Anden"))
    noted(case, "hest")
    assert [each.error for each in stamp_now(case, ours, DirectRoad(local.respond))] == [None, None]
    assert due_stamps(case, ours) == ()


def test_offline_it_is_due_still_and_nothing_is_lost(case: OpenCase, local: LocalAuthority) -> None:
    ours = (listed(local),)
    noted(case, "hest")
    head = case.vault.head(case.chains.evidence)
    (asked,) = stamp_now(case, ours, DeadRoad())
    assert isinstance(asked.error, AuthorityAwayError)
    assert case.vault.head(case.chains.evidence) == head
    noted(case, "lampe")
    (due,) = due_stamps(case, ours)
    assert due.head.seq == head.id.seq + 1


def test_a_capture_between_question_and_answer_keeps_its_place(
    case: OpenCase, local: LocalAuthority
) -> None:
    noted(case, "hest")
    (due,) = due_stamps(case, (listed(local),))
    later = noted(case, "lampe")
    stamped = ask_authority(due.authority, due.imprint, DirectRoad(local.respond))
    assert seal_stamp(case, due, stamped).seq == later.seq + 1
    report = verify_vault(case.vault, trusted=root_prints([listed(local)]))
    assert (report.verdict, report.anchored[0].seq) == (Verdict.ANCHORED, later.seq - 1)
    assert len(due_stamps(case, (listed(local),))) == 1


def test_the_check_says_by_when_and_how_far(
    case: OpenCase, local: LocalAuthority, monkeypatch: pytest.MonkeyPatch
) -> None:
    noted(case, "hest")
    stamp_now(case, (listed(local),), DirectRoad(local.respond))
    english = Language("en", RESOURCES / "locales")
    with monkeypatch.context() as once:
        once.setattr(
            Vault, "entries", None
        )  # the log is gone through once: nobody asks for it again
        report = verify_vault(case.vault, trusted=root_prints([listed(local)]))
    assert report.verdict is Verdict.ANCHORED
    assert report.checks[-1].name is CheckName.TIMESTAMPS
    assert report.checks[-1].state is CheckState.PASSED
    (anchored,) = report.anchored
    assert verdict_word(report, english).startswith(f"Unchanged up to entry {anchored.seq} since ")
    unknown = verify_vault(case.vault)
    assert unknown.verdict is Verdict.CONSISTENT
    assert any("does not know who vouches" in each for each in report_lines(unknown, english))


def test_one_case_without_a_token_is_not_covered_by_another(
    case: OpenCase, local: LocalAuthority
) -> None:
    stamp_now(case, (listed(local),), DirectRoad(local.respond))
    begin(case.vault, "En anden")
    report = verify_vault(case.vault, trusted=root_prints([listed(local)]))
    assert (report.verdict, len(report.anchored)) == (Verdict.CONSISTENT, 1)


@pytest.mark.parametrize("wrong", ["imprint", "form", "time", "head"])
def test_a_token_that_is_not_what_it_says_is_told(
    case: OpenCase, local: LocalAuthority, wrong: str
) -> None:
    noted(case, "hest")
    (due,) = due_stamps(case, (listed(local),))
    stamped = ask_authority(due.authority, due.imprint, DirectRoad(local.respond))
    note = noted(case, "lampe")
    head = {"imprint": note, "head": replace(note, seq=99)}.get(wrong, due.head)
    reply = stamped.reply[:-1] if wrong == "form" else stamped.reply
    at = "2026-12-01T11:00:00.000Z" if wrong == "time" else _stamp(stamped.at)
    case.seal(
        {"facts": TimestampFacts(head=head, authority="A", at=at)},
        content=NewObject(reply, "application/timestamp-reply"),
    )
    report = verify_vault(case.vault, trusted=root_prints([listed(local)]))
    assert [(each.kind, each.found) for each in report.findings] == [(FindingKind.TIMESTAMP, wrong)]
    assert report.verdict is Verdict.ALTERED


def _stamp(at: object) -> str:
    from app.clock import stamp

    return stamp(at)  # type: ignore[arg-type]


def test_nothing_private_and_no_word_of_the_case_stands_in_a_token(
    case: OpenCase, local: LocalAuthority
) -> None:
    noted(case, "hemmelig hest", private=True)
    noted(case, "en hest")
    (asked,) = stamp_now(case, (listed(local),), DirectRoad(local.respond))
    assert asked.entry is not None
    entry = case.vault.entry(asked.entry)
    said = {part.name: json.loads(part.body or b"{}") for part in entry.parts}
    assert set(said) == {"facts", "certificates", "person", "machine", "object"}
    assert "hest" not in str(said)


def test_who_is_asked_and_who_is_relied_on_follows_from_the_list(
    local: LocalAuthority, tmp_path: Path
) -> None:
    kept = tmp_path / "authorities.json"
    given = given_authorities(RESOURCES)
    assert [each.name for each in chosen_authorities(kept, RESOURCES)] == ["DigiCert"]
    keep_authorities(kept, (listed(local),))
    assert chosen_authorities(kept, RESOURCES) == (listed(local),)
    assert trusted_roots(kept, RESOURCES) == root_prints((*given, listed(local)))
    keep_authorities(kept, ())
    with pytest.raises(NoAuthorityError):
        chosen_authorities(kept, RESOURCES)
