"""Timestamps and receipt codes by commands, with an authority on this machine."""

from __future__ import annotations

from pathlib import Path

from demo.authority import LocalAuthority, serving
from tests.e2e.walk.house import House


def test_a_log_is_timestamped_checked_and_handed_over(house: House, tmp_path: Path) -> None:
    local = LocalAuthority(tmp_path / "tsa")
    house.ok("note", "vigtig")
    with serving(local.respond) as (address, _):
        add = ("--address", address, "--root", str(local.folder / "root.pem"))
        house.ok("stamp", "--add", "Lokal", *add)
        assert house.run("stamp", "--add", "Lokal", *add).code == 2
        listed = house.ok("stamp", "--leave", "DigiCert")["authorities"]
        assert [each["name"] for each in listed if each["used"]] == ["Lokal"]
        (token,) = house.ok("stamp")["tokens"]
        assert house.ok("stamp")["tokens"] == []
    assert (token["authority"], token["error"]) == ("Lokal", "")
    report = house.ok("verify")
    assert (report["verdict"], report["anchored"][0]["seq"]) == ("ANCHORED", token["covers"])
    package = tmp_path / "p.zip"
    house.ok("handover", "--for", "manager", "--out", str(package))
    assert house.ok("verify", str(package))["verdict"] == "ANCHORED"
    house.ok("note", "mere")
    away = house.run("stamp")
    assert (away.code, away.result["tokens"][0]["error"]) == (3, "anchor.AuthorityAwayError")


def test_a_code_is_looked_for(house: House) -> None:
    house.ok("note", "vigtig")
    receipt = house.ok("receipt")
    house.ok("note", "mere")
    code = f"{receipt['code']} /{receipt['seq']}"
    assert house.ok("receipt", "--check", code.lower()) == receipt
    other = code.replace(code[0], "0" if code[0] != "0" else "1", 1)
    assert house.run("receipt", "--check", other).code == 1
    assert house.run("receipt", "--check", "nej").code == 2
