"""What is told of a contact: each row under its word, and no row with nothing in it."""

from __future__ import annotations

from app.casework.kinds.notification import NotificationFacts, NotificationText
from app.vocabulary import Channel, Role
from evidence_store import EntryId
from tests.unit.dossier.composing import composed, written
from tests.unit.dossier.sample_case import EVIDENCE, SampleCase


def rows(facts: NotificationFacts, text: NotificationText | None = None) -> list[tuple[str, str]]:
    case = SampleCase()
    if text is None:
        case.add(facts)
    else:
        case.add(facts, text=text)
    (told,) = written(composed(case), "notifications")
    return [(row.label, row.value) for row in told.rows]


def test_all_that_is_noted_stands_in_order_under_its_word() -> None:
    facts = NotificationFacts(
        role=Role.MANAGER,
        at="2026-11-23T13:30:00.000Z",
        channel=Channel.PHONE,
        sent=EntryId(EVIDENCE, 7),
        reply_at="2026-11-24T08:15:00.000Z",
        follow_up_on="2026-11-30",
    )
    assert rows(facts, NotificationText(said="Fortalt", reply="Vi taler om det")) == [
        ("When", "23 November 2026 at 14:30"),
        ("How", "Phone"),
        ("What was said", "Fortalt"),
        ("What was handed over", "Entry 7 in the case’s log"),
        ("Answer", "24 November 2026 at 09:15"),
        ("What was answered", "Vi taler om det"),
        ("Follow-up", "30 November 2026"),
    ]


def test_where_little_is_noted_only_the_missing_answer_is_told_as_missing() -> None:
    facts = NotificationFacts(
        role=Role.MANAGER, at="2026-11-23T13:30:00.000Z", channel=Channel.PHONE
    )
    assert rows(facts) == [
        ("When", "23 November 2026 at 14:30"),
        ("How", "Phone"),
        ("Answer", "none noted"),
    ]
