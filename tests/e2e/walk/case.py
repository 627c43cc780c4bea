"""A case with everything in it that must never leave, and the packages made of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from app.capture import ActiveWindow
from app.picture import Pixels
from tests.e2e.walk.house import MACHINE, House
from tests.fakes.screen import FakeScreen, striped_pixels

# What stands only in places that no recipient is shown.
CANARIES = {
    "private note": "kanariefugl-privat",
    "other case": "kanariefugl-anden-sag",
    "other case's title": "kanariefugl-titel",
    "window title": "kanariefugl-vindue",
    "file name": "kanariefugl-filnavn",
    "sender's name": "Kanariefugl Afsendersen",
    "sender's relation": "kanariefugl-relation",
    "neutral note": "kanariefugl-note",
    "contact's phone": "00 00 77 77",
    "doctor": "kanariefugl-dr-jensen",
    "machine": MACHINE.device,
    "system": MACHINE.os,
    "python": MACHINE.python,
}
RECIPIENTS = ("manager", "union_consultant")
BOX = (40, 30, 60, 20)


def fill(house: House, desktop: Pixels | None = None, files: Path | None = None) -> None:
    """Two cases; the first one with a capture, a redacted copy, a post, notes, contacts and messages."""
    picture = desktop or striped_pixels(200, 120)
    house.open_screen = lambda: FakeScreen(
        house.clock, picture, window=ActiveWindow(CANARIES["window title"], "chromium")
    )
    house.ok("case", "--name", "Mette Eks", "--workplace", "Nordby Kommune", "--title", "Min sag")
    house.ok("capture", "--all", "--url", "https://facebook.example/1")
    x, y, width, height = BOX
    house.ok(
        "mark",
        "1",
        "--shapes",
        house.shapes([{"shape": "number", "x": 20, "y": 90, "caption": "Påstand"}]),
    )
    house.ok("redact", "1", "--box", f"{x},{y},{width},{height}:Barns navn")
    house.ok(
        "incident", "--exhibit", "1", "--platform", "Facebook", "--handle", "@torben.eks",
        "--profile-name", CANARIES["sender's name"], "--relation", CANARIES["sender's relation"],
        "--quote", "Ring til hende privat 📞", "--first-seen", "23.11.2026 kl. 13.50",
    )  # fmt: skip
    house.ok("note", CANARIES["neutral note"])
    house.ok("note", CANARIES["private note"], "--private")
    house.ok("contact", "--role", "manager", "--phone", CANARIES["contact's phone"])
    house.ok("notify", "--role", "doctor", "--name", CANARIES["doctor"])
    house.ok("notify", "--role", "manager", "--name", "Anne Eks", "--channel", "phone")
    if files is not None:
        added = files / f"{CANARIES['file name']}.txt"
        added.write_text("vedlagt", encoding="utf-8")
        house.ok("add", str(added))
    house.ok("case", "--new", CANARIES["other case's title"])
    house.ok("note", CANARIES["other case"])
    house.ok("--case", "1", "list")


def hand_over(house: House, recipient: str) -> Path:
    """The package for one recipient."""
    target = house.folder / f"{recipient}.zip"
    house.ok("handover", "--for", recipient, "--out", str(target))
    return target


def encodings(text: str) -> Sequence[bytes]:
    """The ways in which a text can stand in a file: plain, JSON-escaped, UTF-16 both ways, as hex."""
    plain = text.encode()
    return (
        plain,
        text.encode("utf-16-be"),
        text.encode("utf-16-le"),
        text.encode("ascii", "backslashreplace"),
        plain.hex().encode(),
        plain.hex().upper().encode(),
        text.encode("utf-16-be").hex().upper().encode(),
    )
