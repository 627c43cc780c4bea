"""Which packs are taken: the first key of a publisher, and versions that count up."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from app.packs import (
    PackDocument,
    PackExpiredError,
    PackKeyError,
    PackVersionError,
    TrustBook,
    judge,
    named,
    open_envelope,
)
from app.packs.trust import with_pack, without_pack
from tests.data.make_packs import envelope, publisher

TODAY = date(2026, 12, 1)
PACK = open_envelope(envelope("kystens"))
BOOK = with_pack(TrustBook(), PACK, "0" * 64, TODAY)


def other(**values: object) -> PackDocument:
    """The pack with something else in it."""
    pack, by = named(PACK)
    of_pack = {key: values.pop(key) for key in tuple(values) if key in ("version", "expires_on")}
    return replace(PACK, pack=replace(pack, **of_pack), publisher=replace(by, **values))


def test_the_first_key_is_taken_and_a_higher_version_after_it() -> None:
    judge(PACK, TrustBook(), TODAY)
    judge(other(version=4), BOOK, TODAY)
    assert BOOK.knows(named(PACK)[1])
    assert not TrustBook().knows(named(PACK)[1])


@pytest.mark.parametrize("version", [1, 2, 3])
def test_the_same_or_a_lower_version_is_refused(version: int) -> None:
    with pytest.raises(PackVersionError) as told:
        judge(other(version=version), BOOK, TODAY)
    assert (told.value.version, told.value.held) == (version, 3)


def test_another_key_is_refused_whatever_the_version() -> None:
    with pytest.raises(PackKeyError) as told:
        judge(other(key=publisher("havblik").key, version=9), BOOK, TODAY)
    assert told.value.known != told.value.found


@pytest.mark.parametrize(
    "name", ["Kystens Fagforbund", "KYSTENS  FAGFORBUND", "\uff2bystens Fagforbund"]
)
def test_another_publisher_of_the_same_name_is_refused(name: str) -> None:
    with pytest.raises(PackKeyError):
        judge(other(id="somebody", name=name, key=publisher("havblik").key), BOOK, TODAY)


def test_what_has_run_out_is_refused_and_holds_on_its_last_day() -> None:
    judge(other(expires_on=TODAY), TrustBook(), TODAY)
    with pytest.raises(PackExpiredError):
        judge(other(expires_on=date(2026, 11, 30)), TrustBook(), TODAY)


def test_taken_away_its_version_and_key_stay_known() -> None:
    gone = without_pack(BOOK, "kystens", "kontakt")
    with pytest.raises(PackVersionError):
        judge(PACK, gone, TODAY)
    with pytest.raises(PackKeyError):
        judge(other(key=publisher("havblik").key, version=9), gone, TODAY)
    judge(other(version=4), gone, TODAY)


def test_the_one_that_was_accepted_last_is_in_force_last() -> None:
    second = open_envelope(envelope("havblik"))
    both = with_pack(BOOK, second, "1" * 64, TODAY)
    again = with_pack(both, other(version=4), "2" * 64, TODAY)
    held = again.held("kystens", "kontakt"), again.held("havblik", "modtagere")
    assert held[0] is not None
    assert held[1] is not None
    assert held[0].order > held[1].order
