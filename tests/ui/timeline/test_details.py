"""The pane tells all that was written down, what stood there before, and what can be done."""

from __future__ import annotations

from typing import Any

from app.casework import CaseState, Kept, Labelled
from app.casework.kinds.by_vault import RESTORED
from app.casework.kinds.dossier import DELIVERY, DOSSIER
from app.casework.kinds.handed_over import HANDED_OVER
from app.casework.kinds.hidden import Hidden
from app.casework.kinds.incident import INCIDENT, IncidentFacts, IncidentText
from app.casework.kinds.note import NOTE
from app.casework.kinds.notification import NOTIFICATION
from app.timeline import EXHIBIT
from app.ui.timeline.details import Detail, RowAction, detail_of
from tests.fakes.ledger import FakeLedger
from tests.ui.timeline.case import capture, full_case, package, post, report, rows_of
from tests.worlds import ENGLISH


def details(state: CaseState, kind: Kept[Any], *, private: bool = False) -> list[Detail]:
    return [detail_of(state, row, ENGLISH) for row in rows_of(state, kind, private=private)]


def test_an_exhibit_has_the_facts_of_its_post_and_of_its_capture() -> None:
    detail, file = details(full_case(), EXHIBIT)
    fields = {field.label: field.whole for field in detail.fields}

    assert detail.title == "Exhibit 1"
    assert detail.when == "Taken 22 November 2026 at 17:42"
    assert fields["Link"] == "https://nabolaget.example/88120"
    assert fields["Where"] == "Nabolaget, “Borgere i Nordby” · Public"
    assert fields["Written by"] == "Sender A · torben.eks"
    assert fields["How"] == "The whole screen · 800 × 600 pixels"
    assert detail.picture is not None
    assert detail.fingerprint == " ".join(["0000"] * 16)
    assert detail.row_actions == (
        RowAction.OPEN,
        RowAction.CORRECT,
        RowAction.DESCRIBE,
        RowAction.NOTE,
        RowAction.WITNESS,
        RowAction.COMPARE,
        RowAction.READ_FIRST,
        RowAction.HIDE,
        RowAction.ERASE,
    )
    assert file.picture is None
    assert "cannot be shown" in file.no_picture


def test_an_erased_picture_is_told_and_cannot_be_asked_for() -> None:
    ledger = FakeLedger()
    ledger.erase(capture(ledger), "object")
    (detail,) = details(ledger.state(), EXHIBIT)

    assert detail.picture is None
    assert detail.no_picture == "The picture was erased."


def test_an_older_copy_that_was_taken_into_use_says_what_that_means() -> None:
    ledger = FakeLedger()
    body = b'{"kind":"restored","version":1,"lost":{"seq":7,"hash":"%s"}}' % (b"ab" * 32)
    reason = b'{"kind":"restored_reason","version":1,"reason":"fra backup"}'
    ledger.add_bodies({"facts": body, "reason": reason})
    (detail,) = details(ledger.state(), RESTORED)
    fields = {field.label: field.value for field in detail.fields}

    assert detail.title == "An older copy was taken into use"
    assert detail.line.second == "entry 7 was the last one known · fra backup"
    assert (fields["Last entry known before"], fields["Why"]) == ("7", "fra backup")
    assert "is not in this vault" in fields["What it means"]
    assert detail.row_actions == ()


def test_a_correction_keeps_the_earlier_words_readable() -> None:
    ledger = FakeLedger()
    first = post(ledger, time="2026-11-23T08:00:00.000Z", published_at_text="3 t")
    ledger.add(
        IncidentFacts(platform="Facebook", corrects=first),
        time="2026-11-24T08:10:00.000Z",
        text=IncidentText(description="Nævner mit navn og min adresse"),
    )
    (detail,) = details(ledger.state(), INCIDENT)
    fields = {field.label: field for field in detail.fields}

    assert fields["Where"] == Labelled(
        "Where", "Facebook", ("corrected 24 November 2026 at 09:10, before: Nabolaget",)
    )
    assert fields["What it is about"].before == (
        "corrected 24 November 2026 at 09:10, before: Nævner mit navn",
    )
    assert fields["Posted"] == Labelled(
        "Posted", "–", ("corrected 24 November 2026 at 09:10, before: “3 t” as shown",)
    )
    assert fields["What"].before == ()


def test_what_was_hidden_can_be_shown_again() -> None:
    ledger = FakeLedger()
    ledger.add(Hidden(target=post(ledger)))
    (detail,) = details(ledger.state(), INCIDENT)

    assert detail.row_actions == (
        RowAction.CORRECT,
        RowAction.NOTE,
        RowAction.SHOW_AGAIN,
        RowAction.ERASE,
    )


def test_a_message_a_note_and_a_private_note_can_be_corrected_and_hidden() -> None:
    state = full_case()

    for kind, private in ((NOTIFICATION, False), (NOTE, False), (NOTE, True)):
        (detail,) = details(state, kind, private=private)
        assert detail.row_actions == (RowAction.CORRECT, RowAction.HIDE, RowAction.ERASE)


def test_a_report_and_its_package_name_the_recipient_and_the_entry_of_their_code() -> None:
    ledger = FakeLedger()
    dossier = report(ledger)
    (made,) = details(ledger.state(), DOSSIER)
    saved = package(ledger, dossier)
    (packed,) = details(ledger.state(), DELIVERY)

    assert made.fields[0] == packed.fields[0] == Labelled("Recipient", "Manager")
    assert made.receipt_of == packed.receipt_of == dossier
    assert packed.fingerprint == " ".join(["abab"] * 16)
    assert packed.row_actions == (RowAction.HAND_OVER,)
    assert made.row_actions == (RowAction.HAND_OVER, RowAction.ERASE)
    assert packed.id == saved


def test_a_package_says_whether_it_is_noted_that_somebody_got_it() -> None:
    """Saving one is not handing it over: today's vaults and older ones alike."""
    ledger = FakeLedger()
    package(ledger, report(ledger))
    (packed,) = details(ledger.state(), DELIVERY)

    assert Labelled("Handed over", "Not noted yet") in packed.fields


def test_a_hand_over_says_what_whom_when_and_how_and_what_the_report_says() -> None:
    (given,) = details(full_case(), HANDED_OVER)

    assert given.fields[:4] == (
        Labelled("Given to", "Manager", rest=("Anne Eks",)),
        Labelled("When", "23 November 2026 at 15:00"),
        Labelled("How", "E-mail"),
        Labelled("What", "The package that was saved 23 November 2026 at 14:01"),
    )
    assert {"Recipient", "Saved", "Made", "Extent"} <= {field.label for field in given.fields}
    assert given.when == "23 November 2026 at 15:00"
    assert given.row_actions == (
        RowAction.CORRECT,
        RowAction.HAND_OVER,
        RowAction.HIDE,
        RowAction.ERASE,
    )
    assert given.fingerprint == " ".join(["abab"] * 16)


def test_the_words_of_an_erased_part_are_not_guessed() -> None:
    ledger = FakeLedger()
    ledger.erase(post(ledger), "text")
    (detail,) = details(ledger.state(), INCIDENT)

    assert Labelled("What was written", "cannot be read") in detail.fields
