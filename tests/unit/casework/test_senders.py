"""The letters of the profiles behind the incidents."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.casework.kinds.incident import INCIDENT, IncidentFacts, IncidentSender, IncidentSenderName
from app.casework.senders import label
from evidence_store import EntryId
from tests.fakes.ledger import FakeLedger


def incident(
    ledger: FakeLedger,
    *,
    handle: str = "",
    url: str = "",
    id: str = "",
    name: str = "",
    platform: str = "Facebook",
    corrects: EntryId | None = None,
) -> EntryId:
    return ledger.add(
        IncidentFacts(platform=platform, corrects=corrects),
        sender=IncidentSender(handle=handle, profile_url=url, platform_id=id),
        sender_name=IncidentSenderName(display_name=name),
    )


Profile = Callable[[FakeLedger], EntryId]


def profile(**fields: str) -> Profile:
    return lambda ledger: incident(ledger, **fields)  # type: ignore[arg-type]  # all but corrects are texts


def labels(ledger: FakeLedger) -> list[str]:
    return [each.current.label for each in ledger.state().of(INCIDENT)]


def test_profiles_get_letters_in_the_order_they_appear() -> None:
    ledger = FakeLedger()
    for handle in ("bo", "ida", "bo", "kim"):
        incident(ledger, handle=handle)
    assert labels(ledger) == ["A", "B", "A", "C"]
    senders = ledger.state().senders
    assert [each.label for each in senders.profiles] == ["A", "B", "C"]
    found = senders.labelled("B")
    assert found is not None
    assert found.profile.handle == "ida"
    assert senders.labelled("D") is None


def test_nobody_named_gets_no_letter() -> None:
    ledger = FakeLedger()
    incident(ledger)
    incident(ledger, handle="bo")
    assert labels(ledger) == ["", "A"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (profile(handle="@Bo.Hansen"), profile(handle="bo.hansen ")),
        (
            profile(url="https://www.facebook.com/bo.hansen/"),
            profile(url="m.facebook.com/Bo.Hansen"),
        ),
        (profile(id="100"), profile(id=" 100")),
        (profile(handle="bo", id="1"), profile(handle="bo-ny", id="1")),
        (profile(name="Bo  Hansen"), profile(name="bo hansen")),
        (profile(handle="bo", name="Bo"), profile(handle="bo", name="Bo Hansen (ny)")),
    ],
)
def test_a_profile_is_known_again(one: Profile, other: Profile) -> None:
    ledger = FakeLedger()
    one(ledger)
    other(ledger)
    assert labels(ledger) == ["A", "A"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (profile(handle="bo"), profile(handle="bo", platform="TikTok")),
        (profile(name="Bo", handle="bo1"), profile(name="Bo", handle="bo2")),
        (profile(name="Bo"), profile(name="Ida")),
        (profile(id="7"), profile(id="7", platform="TikTok")),
        (profile(name="Bo"), profile(name="Bo", platform="TikTok")),
    ],
)
def test_different_profiles_stay_apart(one: Profile, other: Profile) -> None:
    ledger = FakeLedger()
    one(ledger)
    other(ledger)
    assert labels(ledger) == ["A", "B"]


def test_what_is_learned_of_a_profile_joins_its_marks() -> None:
    ledger = FakeLedger()
    incident(ledger, handle="bo")
    incident(ledger, handle="bo", id="100")
    incident(ledger, handle="bo.renamed", id="100")
    assert labels(ledger) == ["A", "A", "A"]


def test_one_address_is_one_profile_whatever_the_platform_is_called() -> None:
    ledger = FakeLedger()
    incident(ledger, url="https://x.com/bo", platform="Twitter")
    incident(ledger, url="x.com/bo/", platform="X")
    assert labels(ledger) == ["A", "A"]


def test_a_mark_that_is_known_stays_with_the_profile_it_first_named() -> None:
    """Two profiles that an incident seems to join stay two: what was printed as A goes on meaning A."""
    ledger = FakeLedger()
    incident(ledger, handle="bo")
    incident(ledger, id="7")
    incident(ledger, handle="bo", id="7")
    incident(ledger, handle="bo")
    incident(ledger, id="7")
    assert labels(ledger) == ["A", "B", "B", "A", "B"]


def test_letters_stay_when_a_correction_takes_a_profile_away() -> None:
    ledger = FakeLedger()
    wrong = incident(ledger, handle="bo")
    incident(ledger, handle="ida")
    incident(ledger, handle="ida", corrects=wrong)
    incident(ledger, handle="kim")
    assert labels(ledger) == ["B", "B", "C"]
    assert ledger.state().of(INCIDENT)[0].earlier[0].value.label == "A"


def test_letters_go_on_after_z() -> None:
    assert [label(index) for index in (0, 25, 26, 51, 52, 701, 702)] == [
        "A",
        "Z",
        "AA",
        "AZ",
        "BA",
        "ZZ",
        "AAA",
    ]
