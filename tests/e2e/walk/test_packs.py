"""A union's pack by the command line: shown with key and changes, taken by its fingerprint, amber when old."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.data.make_packs import FOLDER, UNIONS, envelope, publisher
from tests.e2e.walk.house import House
from tests.fakes.clock import FakeClock


def add(house: House, union: str, *more: str) -> dict[str, object]:
    return house.ok("guidance", "--add", str(FOLDER / f"{union}.pack.json"), *more)


def accept(house: House, union: str) -> None:
    looked = add(house, union)["looked_at"]
    assert isinstance(looked, dict)
    found = add(house, union, "--accept", looked["fingerprint"])
    assert found["accepted"] is True


def refused(house: House, tmp_path: Path, data: bytes, kind: str, code: int = 3) -> str:
    """That a file is refused, with its sentence."""
    file = tmp_path / "other.pack.json"
    file.write_bytes(data)
    ran = house.run("guidance", "--add", str(file))
    assert (ran.code, ran.answer["error"]["kind"]) == (code, f"packs.{kind}")
    message: str = ran.answer["error"]["message"]
    return message


def signed(union: str, old: str = "", new: str = "", by: str = "") -> bytes:
    """The pack of a union with something else in it, signed by it or by another."""
    text = (FOLDER / f"{union}.toml").read_text("utf-8")
    assert old in text
    return publisher(by or union).sign(text.replace(old, new, 1))


def test_a_pack_is_shown_with_key_and_changes_and_nothing_is_taken(house: House) -> None:
    out = house.typed(
        "--lang", "en", "guidance", "--add", str(FOLDER / "kystens.pack.json")
    ).out  # fmt: skip
    assert "Publisher: Kystens Fagforbund" in out
    assert "This key is new." in out
    assert "Place to turn to: Our crisis help (new)" in out
    assert "Phone: – → 00 00 00 01" in out
    assert "Nothing is in use yet." in out
    assert house.ok("guidance")["packs"] == []
    assert not house.settings.packs.exists()


def test_only_the_fingerprint_that_was_shown_takes_it_into_use(house: House) -> None:
    file = str(FOLDER / "kystens.pack.json")
    ran = house.run("guidance", "--add", file, "--accept", "f2dc b30e")
    assert (ran.code, ran.answer["error"]["kind"]) == (2, "packs.FingerprintError")
    assert house.ok("guidance")["packs"] == []
    accept(house, "kystens")
    found = house.ok("guidance")
    assert [each["name"] for each in found["packs"]] == ["kystens/kontakt"]
    assert "Kystens Fagforbund" in {each["publisher"] for each in found["contacts"]}
    assert house.run("guidance", "--accept", "x").code == 2


def test_all_six_made_up_unions_are_taken_one_after_another(house: House) -> None:
    for union in UNIONS:
        accept(house, union)
    found = house.ok("guidance")
    assert len(found["packs"]) == 6
    assert found["left_out"] == []


def test_one_changed_byte_a_lower_version_and_another_key_are_refused(
    house: House, tmp_path: Path
) -> None:
    accept(house, "kystens")
    envelope_now = json.loads(envelope("kystens"))
    payload = envelope_now["payload"]
    envelope_now["payload"] = payload[:400] + ("A" if payload[400] != "A" else "B") + payload[401:]
    changed = json.dumps(envelope_now).encode()
    assert "something was changed" in refused(house, tmp_path, changed, "PackSignatureError")
    lower = signed("kystens", "version = 3", "version = 2")
    assert "already had number 3" in refused(house, tmp_path, lower, "PackVersionError")
    same = envelope("kystens")
    refused(house, tmp_path, same, "PackVersionError")
    other = publisher("havblik")
    theirs = other.sign((FOLDER / "kystens.toml").read_text("utf-8").replace("= 3", "= 9", 1))
    assert "which you accepted" in refused(house, tmp_path, theirs, "PackKeyError")
    over = signed("lyngtoppen", "expires_on = 2027-12-31", "expires_on = 2026-11-22")
    assert "has run out" in refused(house, tmp_path, over, "PackExpiredError")
    refused(house, tmp_path, b"something else", "PackTableError")
    assert [each["version"] for each in house.ok("guidance")["packs"]] == [3]


@pytest.mark.parametrize("kind", ["reaction", "absence", "care_contact"])
def test_a_pack_that_opens_health_is_refused(house: House, tmp_path: Path, kind: str) -> None:
    table = f'offered = []\n[recipient.opened]\nincident = ["facts"]\n{kind} = ["facts"]\n'
    data = signed("havblik", "offered = []\n", table)
    said = refused(house, tmp_path, data, "PackOpensMoreError")
    assert f"havblik_konsulent: {kind}.facts" in said
    assert house.ok("guidance")["packs"] == []


def test_the_pack_of_july_gives_three_days_from_then_and_one_day_before(house: House) -> None:
    def versions() -> dict[str, list[str]]:
        rows = house.ok("deadlines")["deadlines"]
        found: dict[str, list[str]] = {}
        for row in rows:
            if row["rule"] == "employer_report_14d_absence":
                found.setdefault(row["id"], []).append(row["version"])
        return found

    before = house.ok("incident", "--quote", "Før", "--first-seen", "2026-06-29 09:00")["id"]
    after = house.ok("incident", "--quote", "Efter", "--first-seen", "2026-11-02 09:00")["id"]
    for incident, first, last in (
        (before, "30.6.2026", "2.7.2026"),
        (after, "3.11.2026", "5.11.2026"),
    ):
        house.ok("absence", "--from", first, "--to", last, "--incident", incident)

    assert versions() == {before: ["1_day"], after: ["3_days", "1_day_beside"]}
    accept(house, "fyrtaarnet")
    assert versions() == {before: ["1_day"], after: ["3_days"]}
    rows = {row["version"]: row for row in house.ok("deadlines")["deadlines"]}
    assert rows["3_days"]["publisher"] == "Foreningen Fyrtårnet"
    assert rows["3_days"]["certainty"] == "confirmed"


def test_a_pack_that_has_run_out_stays_and_all_of_it_asks_for_care(tmp_path: Path) -> None:
    house = House(tmp_path)
    for union in ("kystens", "kompasset", "fyrtaarnet"):
        accept(house, union)
    later = House(tmp_path, clock=FakeClock(datetime(2028, 1, 2, 12, tzinfo=UTC)))
    found = later.ok("guidance")
    of_packs = [each for each in (*found["notes"], *found["contacts"]) if each["publisher"]]
    assert len(of_packs) == 4
    assert {each["certainty"] for each in of_packs} == {"expired"}
    assert len(found["packs"]) == 3


def test_a_changed_file_on_the_disk_is_left_out_and_told(house: House) -> None:
    accept(house, "kompasset")
    (file,) = house.settings.packs.glob("*.pack.json")
    file.write_bytes(file.read_bytes().replace(b"a", b"b", 1))
    found = house.ok("guidance")
    assert found["packs"] == []
    assert "A rule pack of Fagforeningen Kompasset is not used." in found["left_out"][0]
    assert "crisis_help" in {each["id"] for each in found["notes"]}


def test_taken_away_the_programs_own_text_stands_again(house: House) -> None:
    accept(house, "kompasset")
    shown = house.typed("--lang", "en", "guidance", "crisis_help").out
    assert "From the pack of Fagforeningen Kompasset" in shown
    assert "What the program says itself:" in shown
    house.ok("guidance", "--remove", "kompasset/raad")
    assert "Kompasset" not in house.typed("--lang", "en", "guidance", "crisis_help").out
    assert house.run("guidance", "--remove", "kompasset/raad").code == 2


def test_keys_that_cannot_be_read_use_no_pack_and_take_none(house: House) -> None:
    accept(house, "kompasset")
    (house.settings.packs / "trust.json").write_text("{", encoding="utf-8")
    found = house.ok("guidance")
    assert found["packs"] == []
    assert "cannot be read" in found["left_out"][0]
    ran = house.run("guidance", "--add", str(FOLDER / "kystens.pack.json"))
    assert ran.answer["error"]["kind"] == "packs.TrustFileError"
