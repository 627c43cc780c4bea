"""Whole dossiers as text, and the case they are of: everything that is said, compared with what was said before.

``python -m tests.unit.dossier.golden`` writes the files in tests/data/dossiers anew. Look at the difference line by
line before it is committed: every sentence in it reaches somebody.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from msgspec import structs

from app.casework.kinds.capture import CaptureFacts
from app.casework.kinds.case import CaseFacts
from app.casework.kinds.file import FileFacts, FileSource
from app.casework.kinds.hidden import Hidden
from app.casework.kinds.incident import (
    IncidentFacts,
    IncidentSender,
    IncidentSenderName,
    IncidentText,
)
from app.casework.kinds.note import NOTE, NoteFacts, NoteText
from app.casework.kinds.notification import NotificationFacts, NotificationPerson, NotificationText
from app.casework.kinds.working_copy import (
    WorkingCopyFacts,
    WorkingCopyFull,
    WorkingCopyMarks,
    WorkingCopyRedactions,
)
from app.dossier import Dossier, load_policy
from app.markup.shapes import Box, Number, Redaction
from app.vocabulary import CaptureMethod, Channel, IncidentKind, Role, Visibility
from evidence_store import EntryId
from tests.fakes.ledger import without
from tests.unit.dossier.composing import composed, written
from tests.unit.dossier.sample_case import EVIDENCE, PRIVATE, RECIPIENTS, SampleCase, made_picture
from tests.unit.dossier.whole_case import whole_case

FOLDER = Path(__file__).resolve().parents[2] / "data" / "dossiers"
CHOICES: dict[str, dict[str, Any]] = {
    "manager": {},
    "manager-chosen": {
        "exhibits": (8, 1, 14),
        "asks": ("safety", "meeting"),
        "own_asks": ("En parkeringsplads ved døren",),
        "summary": "Først skete det ene.\n\nSå det andet.",
        "title": "Min egen titel",
        "newest_first": True,
    },
    "manager-whole-screens": {"context": True},
    "union_consultant": {},
    "union_consultant-one": {"exhibits": (4,)},
    "union_consultant-notes": {"originals": (6, 16)},
    "colleague": {},
    "insurer": {},
    "own_copy": {},
    "police": {},
    "safety_rep": {},
    "shop_steward": {},
}


def rich_case() -> SampleCase:
    """The whole case, and what makes a dossier say why something is not in it."""
    case = whole_case()
    case.add(CaseFacts(title="Min sag om opslag, 2026", local_ref="ME-12"))
    hidden = case.capture(made_picture(30, 20), "2026-11-24T08:00:00.000Z", (30, 20))
    case.add(Hidden(target=hidden))
    erased = case.capture(made_picture(31, 20), "2026-11-24T08:01:00.000Z", (31, 20))
    erase(case, erased, "facts", "window", "object")
    lost = case.capture(made_picture(32, 20), "2026-11-24T08:02:00.000Z", (32, 20))
    case.add(Hidden(target=_copy(case, lost, "Maskeret: navn")))
    _copies(case)
    _words(case)
    _told(case)
    return case


def _copies(case: SampleCase) -> None:
    """A copy with a number that is hidden, one without words, one whose boxes nobody can read, and two files."""
    first = case.capture(made_picture(200, 120), "2026-11-24T08:03:00.000Z", (200, 120))
    _copy(case, first, "Maskeret: navn; Maskeret: adresse", numbers=(10, 60, 150))
    second = case.capture(
        made_picture(33, 20),
        "2026-11-24T08:04:00.000Z",
        (33, 20),
        method=CaptureMethod.ALL_SCREENS,
        clock_check="ntp",
    )
    gone = _copy(case, second, "Maskeret: navn")
    case.entries = [
        without(entry, "redactions") if entry.id == gone else entry for entry in case.entries
    ]
    case.add(
        CaptureFacts(captured_at="", width_px=34, height_px=20),
        "2026-11-24T08:05:00.000Z",
        png=made_picture(34, 20),
        person="",
    )
    case.add(
        FileFacts(added_at="2026-11-24T08:06:00.000Z", media_type="application/zip", size=999),
        png=b"PK",
        media_type="application/zip",
        source=FileSource(name="KANARIE-filnavn.zip"),
        person="",
    )


def _copy(
    case: SampleCase, original: EntryId, reason: str, *, numbers: tuple[int, ...] = ()
) -> EntryId:
    width = 200 if numbers else 32
    return case.add(
        WorkingCopyFacts(parent=original, width_px=width, height_px=120 if numbers else 20),
        png=made_picture(width, 20, (0, 0, 0)),
        marks=WorkingCopyMarks(
            marks=tuple(Number(x, 60, f"ved {x}" if x != 60 else "") for x in numbers)
        ),
        redactions=WorkingCopyRedactions(
            redactions=(Redaction(Box(0, 0, 9, 9), reason), Redaction(Box(20, 0, 9, 9), reason))
        ),
        full=WorkingCopyFull(),
    )


def erase(case: SampleCase, target: EntryId, *names: str) -> None:
    """Take those parts out of an entry, and seal the tombstone that says so."""
    case.entries = [
        without(entry, *names) if entry.id == target else entry for entry in case.entries
    ]
    listed = ",".join(f'"{name}"' for name in names)
    body = '{"kind":"tombstone","version":1,"targets":[{"chain":"%s","seq":%d,"parts":[%s]}]}'
    case.add_bodies({"facts": (body % (target.chain, target.seq, listed)).encode()})


def _words(case: SampleCase) -> None:
    """Incidents with little in them, and one that cannot be read whole."""
    case.add(IncidentFacts(platform="Sms", form=IncidentKind.TEXT_MESSAGE))
    case.add(
        IncidentFacts(
            platform="TikTok",
            url="https://tiktok.example/@bo",
            visibility=Visibility.UNKNOWN,
            published_at="2026-11-20T10:00:00.000Z",
            first_seen_at="2026-11-25T10:00:00.000Z",
        ),
        sender=IncidentSender(handle="bo", profile_url="not an address"),
        sender_name=IncidentSenderName(display_name="Bo Eks"),
        text=IncidentText(description="Uden citat.", why_offensive="Det er ikke sandt."),
    )
    case.add_bodies(
        {
            "facts": b'{"kind":"incident","version":1,"platform":"Forum"}',
            "text": b'{"kind":"incident_text","version":1,"quote":[]}',
        }
    )
    case.add_bodies({"facts": b'{"kind":"of_a_later_year","version":1}'})
    case.add(
        NoteFacts(about=EntryId(EVIDENCE, 5)), text=NoteText(text="En neutral note.\n\nTo afsnit.")
    )
    note = case.add(NoteFacts(), text=NoteText(text="En note, der blev rettet."))
    case.add(NoteFacts(corrects=note), text=NoteText(text="Noten, som den er nu."))
    case.add(NoteFacts(), chain=PRIVATE, text=NoteText(text="KANARIE-privat-note"))


def _told(case: SampleCase) -> None:
    case.add(
        NotificationFacts(role=Role.UNION_CONSULTANT, at="", channel=Channel.OTHER),
        to=NotificationPerson(name="Jens Eks"),
        text=NotificationText(),
    )
    first = case.add(
        NotificationFacts(role=Role.POLICE, at="2026-11-25T09:00:00.000Z", channel=Channel.PHONE),
        text=NotificationText(said="Anmeldte truslen."),
    )
    case.add(
        NotificationFacts(
            role=Role.POLICE,
            at="2026-11-25T09:30:00.000Z",
            channel=Channel.PHONE,
            reply_at="2026-11-26T09:30:00.000Z",
            corrects=first,
        ),
        text=NotificationText(said="Anmeldte truslen.", reply="Sagen har fået et nummer."),
    )


def dossier_of(case: SampleCase, name: str) -> Dossier:
    """The dossier of that name, as in CHOICES."""
    policy = load_policy(RECIPIENTS, name.partition("-")[0])
    notes: dict[str, Any] = {}
    if name.endswith("-notes"):
        ids = (note.id for note in case.state.of(NOTE) if note.id.chain == EVIDENCE)
        notes["notes"] = tuple(ids)
    return composed(case, policy, **CHOICES[name], **notes)


def as_text(dossier: Dossier) -> str:
    """Every field of a dossier, one a line; parts of the log by entry."""
    lines: list[str] = []
    for field in structs.fields(dossier):
        value = getattr(dossier, field.name)
        if field.name == "written":
            lines += (line for name in _sections(dossier) for line in _written(dossier, name))
            continue
        lines.append(f"# {_CALLED.get(field.name, field.name)}")
        if field.name == "sections":
            names = (_CALLED.get(name, name) for name in value)
            lines += (f"<Section.{name.upper()}: {name!r}>" for name in names)
        elif isinstance(value, frozenset):
            seqs = sorted({seq for seq, _ in value})
            lines += [
                f"{seq}: {' '.join(sorted(part for at, part in value if at == seq))}"
                for seq in seqs
            ]
        else:
            lines += _lines(value, "")
        if field.name == "warnings":
            lines += _written(dossier, "notes")
    return "\n".join(lines) + "\n"


def _sections(dossier: Dossier) -> tuple[str, ...]:
    """What was written down and is not chosen one by one; notes stand further down in the files."""
    return ("notifications", *(each.name for each in dossier.written if each.name not in _ONE))


def _written(dossier: Dossier, section: str) -> Iterator[str]:
    yield f"# {section}"
    for thing in written(dossier, section):
        name, *plain = _plain_fields(thing)
        yield " ".join((_ONE.get(section, name), *(each for each in plain if each != "text=''")))
        yield "  rows:"
        yield from _lines(thing.rows, "    ")


# What has another name in the code since the files were written.
_CALLED = {
    "asks": "requests",
    "PrintedRow": "Row",
    "PrintedExhibit": "Exhibit",
    "PrintedIncident": "Incident",
}
# Leads to where it is mended.
_TOLD_TO_NOBODY = {("PrintedIncident", "source"), ("PrintedThing", "source")}
_ONE = {"notifications": "Notification", "notes": "Note"}


def _lines(value: object, indent: str) -> Iterator[str]:
    """A value without structure inside is one line."""
    if isinstance(value, tuple):
        for each in value:
            yield from _lines(each, indent)
    elif hasattr(value, "__struct_fields__"):
        yield indent + " ".join(_plain_fields(value))
        for field in structs.fields(value):  # type: ignore[arg-type]  # it is one
            inner = getattr(value, field.name)
            if (type(value).__name__, field.name) in _TOLD_TO_NOBODY:
                continue
            if isinstance(inner, tuple) or _is_struct(inner):
                yield f"{indent}  {field.name}:"
                yield from _lines(inner, indent + "    ")
    else:
        yield f"{indent}{value!r}"


def _plain_fields(value: Any) -> Iterator[str]:
    name = type(value).__name__
    yield _CALLED.get(name, name)
    for field in structs.fields(value):
        inner = getattr(value, field.name)
        plain = not isinstance(inner, tuple) and not _is_struct(inner)
        if plain and (name, field.name) not in _TOLD_TO_NOBODY:
            yield f"{field.name}={inner!r}"


def _is_struct(value: object) -> bool:
    return hasattr(value, "__struct_fields__")


def main() -> int:
    """Write the files anew."""
    FOLDER.mkdir(exist_ok=True)
    case = rich_case()
    for name in CHOICES:
        text = as_text(dossier_of(case, name))
        (FOLDER / f"{name}.txt").write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
