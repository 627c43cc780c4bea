"""Envelopes by command: what lies in one is kept, one that is not ours is told, and the others go on."""

from __future__ import annotations

from pathlib import Path

from app.envelope import new_identity, recipient_of
from tests.e2e.walk.house import House
from tests.fakes.envelopes import CLOSED, closed, inside

FILES = [("a.txt", b"Hej"), ("b.mp4", b"\x00\x00\x00\x18ftypmp42" + b"v" * 5000)]


def test_an_envelope_is_kept_and_a_bad_one_stops_no_other(house: House, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    made = house.ok("phone-page", "--out", str(page), "--address", "https://kuvert.example/")
    assert made["link"] == f"https://kuvert.example/#{made['key']}"
    assert made["key"].encode() in page.read_bytes()
    names = ("other", "cut", "plain", "good")
    whole = closed(made["key"], inside(FILES))
    other = closed(recipient_of(new_identity()), inside(FILES))
    for name, content in zip(names, (other, whole[:-9], b"Hej", whole), strict=True):
        (tmp_path / name).write_bytes(content)
    ran = house.run("import-envelope", "--by", "teams", *(str(tmp_path / each) for each in names))
    result = ran.answer["result"]
    assert ran.code == 3
    assert [each["kind"] for each in result["refused"]] == [
        "envelope.OtherVaultError",
        "envelope.EnvelopeChangedError",
        "envelope.NotAnEnvelopeError",
    ]
    (opened,) = result["opened"]
    assert [each["size"] for each in opened["files"]] == [len(content) for _, content in FILES]
    assert (opened["position"], opened["already"], opened["closed_at"]) == (4, 0, CLOSED)
    again = house.ok("import-envelope", str(tmp_path / "good"))["opened"][0]
    assert (again["files"], again["already"]) == ([], len(FILES))
    out = tmp_path / "out"
    house.ok("export", str(opened["files"][1]["exhibit"]), "--out", str(out))
    assert out.read_bytes() == FILES[1][1]


def test_an_address_or_a_file_that_cannot_be_is_refused(house: House, tmp_path: Path) -> None:
    assert house.run("phone-page", "--address", "http://kuvert.example").code == 2
    taken = tmp_path / "page.html"
    taken.write_bytes(b"mine")
    assert house.run("phone-page", "--out", str(taken)).code != 0
    assert taken.read_bytes() == b"mine"
