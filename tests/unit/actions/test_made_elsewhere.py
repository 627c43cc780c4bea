"""Real files of every format, made by other programs: kept, seen, found, covered, in what leaves, whole by choice.

docs/testing.md lists the programs. Exports of chats and phones are made up by us: their programs are not to be had.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from app.actions.add_file import add_file
from app.actions.hand_over import hand_over
from app.actions.mark_and_redact import mark_and_redact
from app.actions.open_case import OpenCase
from app.actions.read_text import found_in_picture, read_exhibit_text
from app.actions.search import search_case
from app.casework import Exhibit
from app.dossier import Choices
from app.markup import Box, Redaction
from app.picture import Pixels, WarmChild, decode_own_png, sniff
from evidence_store import EntryId
from tests.store.building import plain_vault
from tests.unit.house.tree import ROOT
from tests.unit.picture import test_exports as exports
from tests.worlds import FONT, begin, order

FOLDER = ROOT / "tests/data/made_elsewhere"
COVER = Redaction(Box(10, 10, 120, 40), "navn")
INSIDE = (60, 30)
BLACK = (0, 0, 0)


class Sort(NamedTuple):
    """A format: the file's type, what is found in it, and whether its words are read in the picture.

    ``word`` "" says that there is no word in it.
    """

    name: str
    media_type: str
    word: str = "Lærkevej"
    in_picture: bool = False


SORTS = (
    *(
        Sort(name, f"image/{form}", in_picture=True)
        for name, form in (
            ("shot.png", "png"), ("photo.jpg", "jpeg"), ("photo.webp", "webp"), ("photo.heic", "heic"),
            ("photo.avif", "avif"), ("photo.gif", "gif"), ("photo.bmp", "bmp"), ("photo.tif", "tiff"),
        )
    ),
    Sort("page.pdf", "application/pdf"),
    Sort("page.mhtml", "multipart/related"),
    Sort("saved.html", "text/html"),
    Sort("letter.eml", "message/rfc822"),
    Sort("letter.msg", "application/x-ole-storage", "This is the subject"),
    Sort("card.vcf", "text/plain"),
    Sort("mixed.zip", "application/zip", "letter.txt"),
    Sort("film.mp4", "video/mp4", ""),
    Sort("film.webm", "video/webm", ""),
    Sort("sound.m4a", "audio/mp4", ""),
    Sort("sound.mp3", "audio/mpeg", ""),
    Sort("sound.ogg", "audio/ogg", ""),
    # Made up by us, in the form that their makers publish.
    Sort("facebook.json", "text/plain", "Stop nu"),
    Sort("instagram.json", "text/plain", "Stop nu"),
    Sort("tiktok.json", "text/plain", "Hej"),
    Sort("whatsapp.zip", "application/zip", "Stop nu"),
    Sort("sms.xml", "text/plain", "Stop"),
)  # fmt: skip
MADE_UP = {
    "facebook.json": json.dumps(exports.FACEBOOK).encode(),
    "instagram.json": json.dumps(exports.FACEBOOK | {"title": "Instagram"}).encode(),
    "tiktok.json": json.dumps(exports.TIKTOK).encode(),
    "whatsapp.zip": exports.zipped(_chat__txt=exports.CHAT),
    "sms.xml": exports.SMS.encode(),
}
NOT_SEEN = frozenset({"sound.m4a", "sound.mp3", "sound.ogg"})


class Brought:
    """A case with each of them, covered where it is seen, and two packages for the police."""

    def __init__(self, case: OpenCase, folder: Path) -> None:
        self.case = case
        self.files = {
            sort.name: MADE_UP.get(sort.name) or (FOLDER / sort.name).read_bytes() for sort in SORTS
        }
        self.entries: dict[str, EntryId] = {}
        with WarmChild() as warm:
            for sort in SORTS:
                path = folder / sort.name
                path.write_bytes(self.files[sort.name])
                self.entries[sort.name] = add_file(case, path, warm=warm)
                assert path.read_bytes() == self.files[sort.name]
                if sort.in_picture:
                    read_exhibit_text(case, self.exhibit(sort.name), warm=warm)
        for sort in SORTS:
            if sort.name not in NOT_SEEN:
                mark_and_redact(case, self.exhibit(sort.name), redactions=[COVER], font=FONT)
        self.chosen = self._package(folder / "med.zip", range(1, len(case.state.exhibits) + 1))
        self.without = self._package(folder / "uden.zip", ())

    def exhibit(self, name: str) -> Exhibit:
        exhibit = self.case.state.exhibit_of(self.entries[name])
        assert exhibit is not None
        return exhibit

    def picture(self, entry: EntryId) -> Pixels:
        with self.case.vault.open_object(entry) as source:
            return decode_own_png(source.read())

    def _package(self, path: Path, originals: Sequence[int]) -> dict[str, bytes]:
        hand_over(self.case, order("police", Choices(originals=tuple(originals))), path)
        with zipfile.ZipFile(path) as archive:
            return {name.split("/", 1)[1]: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def brought(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Brought]:
    folder = tmp_path_factory.mktemp("elsewhere")
    with plain_vault(folder) as vault:
        yield Brought(begin(vault), folder)


@pytest.mark.parametrize("sort", SORTS, ids=lambda sort: sort.name)
def test_it_is_kept_seen_found_covered_and_leaves_as_it_was_chosen(
    brought: Brought, sort: Sort
) -> None:
    case, exhibit = brought.case, brought.exhibit(sort.name)
    whole = brought.files[sort.name]
    with case.vault.open_object(exhibit.original) as kept:
        assert kept.read() == whole
    assert sniff(whole) == sort.media_type
    if sort.word:
        assert exhibit.original in search_case(case, sort.word, 99)
        assert found_in_picture(case, exhibit.original, sort.word) is sort.in_picture

    number = f"bilag-{exhibit.number:03}"
    files = {name for name in brought.chosen if name.startswith(f"data/originals/{number}.")}
    assert [brought.chosen[name] for name in files] == [whole]
    assert not any(name.startswith(f"data/originals/{number}.") for name in brought.without)
    assert not any(whole in held for held in brought.without.values())

    if sort.name in NOT_SEEN:
        assert exhibit.view is None
        return
    assert exhibit.view is not None
    seen, shown = brought.picture(exhibit.view.entry), brought.picture(exhibit.shown)
    assert seen.colour_at(*INSIDE) != BLACK
    assert shown.colour_at(*INSIDE) == BLACK
    for package in (brought.chosen, brought.without):
        assert decode_own_png(package[f"data/exhibits/{number}.png"]) == shown
