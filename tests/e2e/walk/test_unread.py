"""An entry that cannot be read, as an earlier version could seal one, is told by list, dossier and show."""

from __future__ import annotations

from pathlib import Path

from evidence_store import ChainKind, HeadMemory, NewPart, Vault
from tests.e2e.walk.house import PASSPHRASE, House
from tests.fakes.keys import QUICK_KEYS

BODIES = {
    "part": (
        b'{"kind":"incident","version":1,"platform":"Facebook"}',
        b'{"kind":"incident_text","version":1,"quote":[]}',
    ),
    "whole": (b'{"kind":"incident","version":2}', b'{"kind":"incident_text","version":1}'),
}


def seal_raw(house: House, heads: Path) -> None:
    """What the program itself refuses to seal now."""
    with Vault.open(
        house.vault, PASSPHRASE, heads=HeadMemory(heads), parameters=QUICK_KEYS
    ) as vault:
        chain = next(each for each in vault.chains() if each.kind is ChainKind.EVIDENCE)
        for facts, text in BODIES.values():
            with vault.act() as act:
                act.append(
                    chain.id,
                    [NewPart("facts", facts), NewPart("text", text)],
                    time="2026-11-23T17:00:00.000Z",
                )


def test_an_entry_that_cannot_be_read_has_a_line_and_stands_among_the_omissions(
    house: House,
) -> None:
    house.ok("note", "En note")
    seal_raw(house, house.folder / "heads")
    items = house.ok("list")["items"]
    part, whole = items[1:]
    assert (part["unread"], whole["unread"]) == ("unreadable", "newer")
    assert part["text"].endswith("Part of it cannot be read.")
    assert whole["text"] == "It was made by a newer version of the program."
    assert items[0]["unread"] == ""
    for item in (part, whole):
        assert house.ok("show", item["id"])["id"] == item["id"]

    made = house.ok("dossier", "--for", "manager", "--out", str(house.folder / "a.pdf"))
    numbers = ", ".join(item["id"].removeprefix("e") for item in (part, whole))
    assert any(numbers in warning for warning in made["warnings"])
    assert house.run("verify").code == 0
