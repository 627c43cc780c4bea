"""Every field of every opened part is printed on a page, or stands here with the reason why it must leave."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from app.actions.hand_over import hand_over
from app.actions.search import search_case
from app.casework import Exhibit, Field, FieldKind, Written
from app.casework.kinds.contact import CONTACT
from app.dossier import (
    WRITTEN_SECTIONS,
    Choices,
    ChosenWords,
    Policy,
    notes_to_choose,
    papers_to_choose,
    recipients,
    words_to_choose,
)
from app.dossier.composing import wording
from app.vocabulary import clock_check_words, day, in_words
from tests.e2e.walk.case import encodings
from tests.e2e.walk.every_kind import WRITTEN, bytes_of, word_of
from tests.e2e.walk.leaving import Leaving, fields, read_package, squeezed
from tests.e2e.walk.rich import FULL_LINK, MAIL, rich_case
from tests.e2e.walk.test_leaks import all_bytes
from tests.worlds import DANISH, RESOURCES, order

RECIPIENTS = recipients(RESOURCES / "recipients")

_FORM = "the form of every body; without it nothing can be checked"
_PLACE = "a place in this log, so that entries can be followed"
_PIXELS = "measured in the picture that travels, and seen in it"
_REPORT = "names what the report itself is made of"
TECHNICAL: Mapping[tuple[str, str], str] = {
    ("*", "kind"): _FORM,
    ("*", "version"): _FORM,
    ("genesis", "format"): _FORM,
    ("genesis", "vault"): "a random number that ties the log to one vault",
    ("genesis", "case"): "a random number that ties the log to one case",
    ("genesis", "chain_kind"): _FORM,
    ("genesis", "program"): "which version made the log",
    ("capture", "captured_at_local"): "the printed time once more, with the offset of that day",
    ("capture", "grab_id"): "a random number of the moment; it joins pictures of one grab",
    ("capture", "program"): "which version took the picture",
    **{
        ("capture_series", field): "printed in words where the picture is one of a series"
        for field in ("fit",)
    },
    **{
        ("dossier_package", field): "lists the page, tables and records that lie in this package"
        for field in (
            *("made.path", "made.sha256", "made.size", "edition"),
            *("before.chain", "before.seq"),
        )
    },
    ("file", "width_px"): _PIXELS,
    ("file", "height_px"): _PIXELS,
    ("file", "preview"): "whether the program could make a picture of it, which is seen",
    ("view", "width_px"): _PIXELS,
    ("view", "height_px"): _PIXELS,
    ("view", "parent.chain"): _PLACE,
    ("view", "parent.seq"): _PLACE,
    **{
        ("view_shown", field): "how the picture was made of the file; printed in words where it is not plain"
        for field in ("whole", "ground", "colours")
    },
    ("view_shown", "percent"): "how much smaller it was drawn; printed in words where it is not 100",
    ("view_pages", "drawn_as"): "what the view is; printed in words where it is no picture of the file",
    ("working_copy", "parent.chain"): _PLACE,
    ("working_copy", "parent.seq"): _PLACE,
    ("working_copy", "width_px"): _PIXELS,
    ("working_copy", "height_px"): _PIXELS,
    ("incident", "exhibits.chain"): _PLACE,
    ("incident", "exhibits.seq"): "places that the exhibit list or the list of what is left out prints",
    ("picture_text", "read_in.chain"): _PLACE,
    ("note", "about.chain"): _PLACE,
    ("notification", "sent.chain"): _PLACE,
    ("notification", "contact.chain"): _PLACE,
    ("notification", "contact.seq"): "the place of a contact whose facts are open, too",
    ("*", "corrects.chain"): _PLACE,
    ("dossier", "head.chain"): _PLACE,
    ("working_copy", "replaces.chain"): _PLACE,
    ("dossier", "recipient"): _REPORT,
    ("dossier", "language"): _REPORT,
    ("dossier", "exhibits.number"): _REPORT,
    ("dossier", "exhibits.original.chain"): _PLACE,
    ("dossier", "exhibits.original.seq"): _REPORT,
    ("dossier", "exhibits.shown.chain"): _PLACE,
    ("dossier", "exhibits.shown.seq"): _REPORT,
    ("dossier", "files.entry.chain"): _PLACE,
    ("dossier", "files.entry.seq"): _REPORT,
    ("dossier", "files.path"): _REPORT,
    ("dossier", "files.number"): _REPORT,
    ("object", "sha256"): "of a file that travels",
    ("object", "size"): "of a file that travels",
    ("object", "media_type"): "of a file that travels",
    **{
        ("working_copy_marks", f"marks.{field}"): "drawn, and seen in the picture that travels"
        for field in ("shape", "x", "y", "x1", "y1", "x2", "y2", "size_px", "text",
                      "box.x", "box.y", "box.width", "box.height")
    },
    **{
        ("working_copy_redactions", f"redactions.box.{field}"): "black, and seen in the picture that travels"
        for field in ("x", "y", "width", "height")
    },
}  # fmt: skip


_CHANGED = {"unknown": "", "no": "Ikke ændret bagefter.", "yes": "Rettet i hånden bagefter."}


def _moment(stamp: str) -> str:
    return wording.minute(stamp, DANISH)


PRINTED_AS: Mapping[tuple[str, str], Callable[[Any], str]] = {
    ("capture", "captured_at"): lambda stamp: wording.exact_time(stamp, DANISH),
    ("capture", "clock_check"): lambda code: clock_check_words(code, DANISH),
    ("capture", "method"): lambda _: "Skærmbillede af",
    ("capture", "context"): lambda _: "hele skærmen",
    ("file", "added_at"): lambda stamp: wording.exact_time(stamp, DANISH),
    # Only of a file that goes along, from an entry of an older version.
    ("file", "size"): DANISH.size,
    # Printed where there are more of them than are shown.
    ("view_pages", "pages"): lambda pages: f"af {pages}",
    ("view_pages", "drawn"): lambda drawn: f"første {drawn} sider",
    ("picture_text", "read_in.seq"): lambda _: "Læst i billedet i bilag",
    ("incident_quote_from", "changed"): lambda code: _CHANGED[code],
    ("notification", "sent.seq"): lambda seq: f"Punkt {seq} i sagens log",
    ("*", "corrects.seq"): lambda seq: f"forseglet som punkt {seq})",
    ("working_copy", "replaces.seq"): lambda seq: f"en tidligere kopi, punkt {seq}",
    ("dossier", "head.seq"): lambda seq: f"punkt {seq}",
    ("dossier", "pages"): lambda pages: f"Side 1 af {pages}",
}


FIELDS: Mapping[tuple[str, str], Field] = {
    (str(kind.parts[field.part].__struct_config__.tag), field.key): field
    for kind in WRITTEN
    for field in kind.fields
    if field.part
}


SECTIONS = {kind.tag: section for section, (kind, _) in WRITTEN_SECTIONS.items()}


COLLECTION = "colleague"
"""What is collected for a colleague: files as they were received, and nothing that was written down."""


class Packages:
    def __init__(self, folder: Path) -> None:
        case = rich_case(folder)
        self.chosen: dict[str, Leaving] = {}
        self.chosen_files: dict[str, Path] = {}
        with case.vault:
            for recipient in RECIPIENTS:
                hand_over(case, order(recipient), folder / f"{recipient}.zip")
            everything = Choices(
                originals=tuple(each.number for each in case.state.exhibits[-2:]),
            )
            for recipient in RECIPIENTS:
                path = folder / f"{recipient}-chosen.zip"
                policy = order(recipient).policy()
                shown = [each.number for each in case.state.exhibits]
                plain = tuple(each.number for each in case.state.exhibits if not each.context)
                chosen = replace(
                    everything,
                    notes=tuple(each.entry for each in notes_to_choose(case.state, policy)),
                    exhibits=plain if policy.examples else None,
                    papers=tuple(each.entry for _, each in papers_to_choose(case.state, policy)),
                    words=tuple(
                        ChosenWords(each.entry)
                        for _, each in words_to_choose(case.state, policy, shown)
                    ),
                )
                hand_over(case, order(recipient, choices=chosen), path)
                self.chosen_files[recipient] = path
                self.chosen[recipient] = read_package(path, folder)
            self.found = search_case(case, "KANARIEklik", 20)
            self.exhibits: tuple[Exhibit, ...] = tuple(case.state.exhibits)
        self.files = {each: folder / f"{each}.zip" for each in RECIPIENTS}
        self.leaving = {each: read_package(path, folder) for each, path in self.files.items()}


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Packages:
    return Packages(tmp_path_factory.mktemp("fields"))


def unexplained(leaving: Leaving) -> list[str]:
    pages = squeezed(leaving.pages).casefold()
    missing = []
    for seq, kind, part, path, value in fields(leaving):
        keys = ((kind, path), ("*", path))
        if any(key in TECHNICAL for key in keys) or _says_nothing(kind, path, value):
            continue
        field = FIELDS.get((kind, path.removesuffix(".chain")))
        if field is not None and field.names_entries:
            continue  # a place in this log
        printed = next((PRINTED_AS[key] for key in keys if key in PRINTED_AS), _usual(kind, path))
        if squeezed(printed(value)).casefold() not in pages:
            missing.append(f"{seq} {kind}.{part}.{path} = {value!r}")
    return missing


def _usual(kind: str, path: str) -> Callable[[Any], str]:
    """How the pages print a value where the table above does not say it."""
    field = FIELDS.get((kind, path.removesuffix(".seq")))
    match field.kind if field is not None else None:
        case FieldKind.TIME:
            return _moment
        case FieldKind.DAY:
            return lambda text: day(text, DANISH)
        case FieldKind.AMOUNT:
            return DANISH.amount
        case FieldKind.CHOICE | FieldKind.CARDS | FieldKind.CHOICES:
            choices = field.choices if field is not None else None
            assert choices is not None
            return lambda code: in_words(choices(code), DANISH, others=True)
        case FieldKind.ENTRY | FieldKind.ENTRIES:
            label = field.shown or field.label if field is not None else ""
            return lambda _: DANISH.text(label or "Belongs to")  # the row that names it
        case _:
            return str


def _says_nothing(tag: str, attribute: str, value: object) -> bool:
    """Whether a choice is the one that stands where nothing was said: nothing is printed of it."""
    return any(
        field.choices is not None and value in {field.silent, "unknown"}
        for kind in WRITTEN
        for field in kind.fields
        if (field.attr or field.name) == attribute
        and str(kind.parts[field.part].__struct_config__.tag) == tag
    )


@pytest.mark.parametrize("recipient", RECIPIENTS)
def test_every_opened_field_is_printed_or_technical(packages: Packages, recipient: str) -> None:
    assert "\n".join(unexplained(packages.leaving[recipient])) == ""


@pytest.mark.parametrize("recipient", RECIPIENTS)
def test_so_is_every_field_of_notes_and_originals_that_were_chosen(
    packages: Packages, recipient: str
) -> None:
    chosen = packages.chosen[recipient]
    notes = set() if recipient == COLLECTION else {"note", "note_text"}
    assert notes <= {kind for _, kind, _, _, _ in fields(chosen)}
    assert "\n".join(unexplained(chosen)) == ""


@pytest.mark.parametrize("recipient", RECIPIENTS)
def test_no_canary_is_in_a_package(packages: Packages, recipient: str, tmp_path: Path) -> None:
    haystack = all_bytes(packages.files[recipient], tmp_path)
    if recipient == COLLECTION:
        haystack = _without_originals(haystack, packages.files[recipient])
    assert not [each for each in encodings("KANARIE") if each in haystack]


def _without_originals(haystack: bytes, package: Path) -> bytes:
    """What is left where files go along as they were received: they hold whatever they held."""
    with zipfile.ZipFile(package) as archive:
        originals = [name for name in archive.namelist() if "/data/originals/" in name]
        assert originals
        for name in originals:
            haystack = haystack.replace(archive.read(name), b"")
    return haystack


@pytest.mark.parametrize("recipient", RECIPIENTS)
@pytest.mark.parametrize("chosen", [False, True], ids=["as usual", "all chosen"])
def test_no_word_of_a_part_that_stays_shut_is_in_a_package(
    packages: Packages, recipient: str, tmp_path: Path, *, chosen: bool
) -> None:
    policy = order(recipient).policy()
    opens = policy.opens_chosen if chosen else policy.opens
    files = packages.chosen_files if chosen else packages.files
    told = _around(all_bytes(files[recipient], tmp_path), "-ord", "-fil")
    shut = [
        word_of(kind, field)
        for kind in WRITTEN
        for field in kind.fields
        if word_of(kind, field) and not opens(kind.tag, field.part)
    ]
    shut += [
        bytes_of(kind).decode()
        for kind in WRITTEN
        if kind.takes_file and not opens(kind.tag, "object")
    ]
    assert "KANARIE-reaction-words-ord" in shut
    assert [word for word in shut for each in encodings(word) if each in told] == []


def _around(haystack: bytes, *ends: str) -> bytes:
    """What stands before every end of a word: a package holds hundreds of megabytes, and there are many words."""
    found = []
    for each in {encoded for end in ends for encoded in encodings(end)}:
        at = haystack.find(each)
        while at >= 0:
            found.append(haystack[max(at - 400, 0) : at + len(each)])
            at = haystack.find(each, at + 1)
    return b"\n".join(found)


@pytest.mark.parametrize("recipient", [each for each in RECIPIENTS if each != COLLECTION])
def test_the_size_of_a_file_that_stays_here_is_not_in_a_package(
    packages: Packages, recipient: str, tmp_path: Path
) -> None:
    haystack = all_bytes(packages.files[recipient], tmp_path)
    size = str(len(MAIL)).encode()
    assert not re.search(rb"(?<![0-9a-f])" + size + rb"(?![0-9a-f])", haystack)


def test_links_are_found_and_shown_in_full_in_the_vault(packages: Packages) -> None:
    assert packages.exhibits[0].original in packages.found
    assert getattr(packages.exhibits[0].facts, "url", "") == FULL_LINK
    assert len(packages.found) >= 3


def test_nothing_is_listed_as_technical_that_no_package_opens(packages: Packages) -> None:
    opened = {
        key
        for leaving in (*packages.leaving.values(), *packages.chosen.values())
        for _, kind, _, path, _ in fields(leaving)
        for key in ((kind, path), ("*", path))
    }
    # Only entries of older versions name the copy that they replace.
    assert [key for key in TECHNICAL if key not in opened] == [("working_copy", "replaces.chain")]


def _names_what_is_not_told(policy: Policy, kind: Written[Any], part: str) -> bool:
    return any(
        tag in SECTIONS and SECTIONS[tag] not in policy.sections
        for field in kind.fields
        if field.part == part and field.names_entries
        for tag in field.of
    )


@pytest.mark.parametrize("recipient", RECIPIENTS)
def test_every_part_that_may_be_opened_is_opened_and_every_field_of_it_says_something(
    packages: Packages, recipient: str
) -> None:
    """So that the tests above leave out no kind: a part stays shut only where it names what is not told."""
    policy = order(recipient).policy()
    leaving = packages.chosen[recipient]
    said = {(kind, path) for _, kind, _, path, _ in fields(leaving)}
    said |= {(kind, path.rpartition(".")[0]) for kind, path in said}
    missing = [
        f"{kind.tag}.{field.part}.{field.key}"
        for kind in WRITTEN
        for field in kind.fields
        if field.part
        and policy.opens_chosen(kind.tag, field.part)
        and (policy.tells_names or (kind.tag, field.part) != ("incident", "sender"))
        and kind is not CONTACT  # told where something names it that is told
        and not _names_what_is_not_told(policy, kind, field.part)
        and (str(kind.parts[field.part].__struct_config__.tag), field.key) not in said
    ]
    assert missing == []
