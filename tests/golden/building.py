"""Seal the made-up year: each act of year.toml as the window would do it, at its own time.

Rules:
- A case is written by the same act as the window's (``write_down``); nothing goes past it.
- Pictures are drawn, not photographed: a post as plain as it can be, with the words that the act quotes.
- The clock only goes forward. Salts, ids and so the fingerprints differ between two buildings; what is told does not.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw, ImageFont

from app.actions.capture_and_seal import CaptureWish, capture_and_seal
from app.actions.cases import begin_case, name_author
from app.actions.open_case import OpenCase
from app.actions.write_down import write_down
from app.capture import ActiveWindow
from app.casework import Field, FieldKind, Written, written_kind
from app.casework.kinds.case import Author
from app.clock import DANISH_TIME, stamp
from app.picture import Pixels
from evidence_store import EntryId, Vault
from tests.fakes.clock import FakeClock
from tests.fakes.screen import FakeScreen
from tests.unit.house.tree import ROOT
from tests.worlds import MACHINE

YEAR = Path(__file__).with_name("year.toml")
BEGINS = datetime(2025, 12, 1, 7, tzinfo=UTC)
ENDS = datetime(2026, 11, 23, 13, tzinfo=UTC)
"""When it is looked at."""

_FONTS = ROOT / "resources" / "fonts"
_SIZE = (680, 360)


class Building:
    """A year under way.

    Attributes:
        case: the case so far.
        named: what was made, by the names that other acts use.
    """

    def __init__(self, vault: Vault, clock: FakeClock | None = None) -> None:
        """Begin the case; nothing else is in it yet.

        Args:
            vault: a new one.
            clock: it is set to the time of each act; it must not be later than the first one.
        """
        self._said = tomllib.loads(YEAR.read_text(encoding="utf-8"))
        self._clock = clock or FakeClock(BEGINS)
        self.named: dict[str, EntryId] = {}
        about = self._said["case"]
        self.case = begin_case(vault, clock=self._clock, machine=MACHINE, title=about["title"])
        name_author(self.case, Author(**about["author"]))

    def all(self) -> OpenCase:
        """Do every act, and give the case."""
        for act in self._said["act"]:
            self._do(act)
        return self.case

    def _do(self, act: Mapping[str, Any]) -> None:
        says = dict(act.get("says", {}))
        self._clock.go_to(_utc(act["at"]))
        pictures = self._pictures(act, says)
        if act["kind"] == "capture":
            return
        kind = written_kind(act["kind"])
        if pictures and any(field.name == "exhibits" for field in kind.fields):
            says["exhibits"] = pictures
        entry = write_down(
            self.case,
            kind.draft(**{name: self._value(kind, name, value) for name, value in says.items()}),
            corrects=self.named[act["corrects"][1:]] if "corrects" in act else None,
        )
        if "name" in act:
            self.named[act["name"]] = entry

    def _pictures(self, act: Mapping[str, Any], says: Mapping[str, Any]) -> list[EntryId]:
        made: list[EntryId] = []
        title = f"{says.get('venue', says.get('platform', 'Opslag'))}"
        for number in range(act.get("pictures", 0)):
            shown = drawn(says.get("name", ""), says.get("quote", says.get("words", "")), number)
            screen = FakeScreen(self._clock, shown, window=ActiveWindow(title, "firefox"))
            made += capture_and_seal(self.case, screen, CaptureWish(url=act.get("link", "")))
        return made

    def _value(self, kind: Written[Any], name: str, value: object) -> object:
        """A value of the file as the draft has it."""
        field = kind.field(name)
        if isinstance(value, datetime):
            return stamp(_utc(value))
        if isinstance(value, date):
            return value.isoformat()
        if isinstance(value, str) and value.startswith("@"):
            return self.named[value[1:]]
        if isinstance(value, list):
            return tuple(
                each if isinstance(each, EntryId) else self._one(field, each) for each in value
            )
        return self._one(field, value)

    def _one(self, field: Field, value: Any) -> object:
        if field.kind in {FieldKind.ENTRY, FieldKind.ENTRIES}:
            return self.named[value[1:]]
        return field.choices(value) if field.choices is not None else value


def drawn(name: str, words: str, number: int) -> Pixels:
    """A post as a picture: a name, some words, and which part of the thread it is."""
    image = Image.new("RGB", _SIZE, "#f0f2f5")
    pen = ImageDraw.Draw(image)
    plain = ImageFont.truetype(str(_FONTS / "NotoSans-Regular.ttf"), 20)
    bold = ImageFont.truetype(str(_FONTS / "NotoSans-Bold.ttf"), 22)
    pen.rounded_rectangle((24, 24, _SIZE[0] - 24, _SIZE[1] - 24), 12, fill="#ffffff")
    pen.ellipse((48, 48, 100, 100), fill="#8fa3ad")
    pen.text((116, 60), name or "Ukendt afsender", font=bold, fill="#1c2b33")
    y = 124
    for line in _lines(words or "…", plain):
        pen.text((48, y), line, font=plain, fill="#1c2b33")
        y += 30
    pen.text((48, _SIZE[1] - 64), f"Side {number + 1}", font=plain, fill="#65676b")
    return Pixels(*_SIZE, image.tobytes())


def _lines(words: str, font: ImageFont.FreeTypeFont) -> list[str]:
    lines = [""]
    for word in words.split():
        longer = f"{lines[-1]} {word}".strip()
        if font.getlength(longer) > _SIZE[0] - 96:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def _utc(danish: datetime) -> datetime:
    return danish.replace(tzinfo=DANISH_TIME).astimezone(UTC)
