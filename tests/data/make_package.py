"""Makes the sample package of format 2. It was run once; the file it made is frozen and verified by a test for ever.

That of format 1 was made by an earlier version of this. Run again only for a new format version, into a new folder:
``python -m tests.data.make_package FOLDER``.
"""

from __future__ import annotations

import hashlib
import itertools
import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from app.casework import decode, encode, fold
from app.casework.kinds.dossier import DossierFacts, DossierPackage, FileMade, ShownExhibit
from app.casework.kinds.file import FileFacts, FileSource
from app.casework.kinds.view import ViewFacts
from app.dossier import Choices, Dossier, PrintedReceipt, compose, load_policy, render
from app.handover import (
    AlongSource,
    Changes,
    FileAlong,
    build_package,
    list_files,
    load_verifier_files,
    write_along,
)
from evidence_store import (
    EntryId,
    EraseTarget,
    HeadMemory,
    NewObject,
    NewPart,
    StoredEntry,
    Vault,
    receipt_code,
)
from tests.unit.dossier.sample_case import (
    EVIDENCE,
    FONTS,
    MADE_AT,
    PRIVATE,
    RECIPIENTS,
    ROOT,
    SampleCase,
    made_picture,
    small_case,
)
from tests.worlds import DANISH

NAME = "bevismappe-sample.zip"
TIME = "2026-11-24T08:00:00.000Z"
MAIL = b"From: en@example.invalid\r\nTo: to@example.invalid\r\n\r\nhej\r\n"


def _case() -> SampleCase:
    """The small case, and a mail that travels with the picture made of it."""
    case = small_case()
    mail = case.add(
        FileFacts(added_at=TIME, media_type="message/rfc822", size=len(MAIL)),
        png=MAIL,
        media_type="message/rfc822",
        source=FileSource(name="KANARIE-filnavn.eml"),
    )
    case.add(ViewFacts(parent=mail), png=made_picture(30, 20))
    return case


def _salts() -> Iterator[bytes]:
    """Like random ones, and the same at every run: a salt tells nothing once its body is shown."""
    return (hashlib.sha256(b"sample %d" % number).digest() for number in itertools.count())


def _seal(vault: Vault, case: SampleCase) -> None:
    """The made-up case as entries of a true vault; a note's words and the window of a capture are erased again."""
    with vault.act() as act:
        act.begin_case(time=TIME, program="bevismappe 0.1.0")
        for entry in case.entries:
            if entry.id.seq == 0:
                continue
            parts = [NewPart(p.name, p.body or b"") for p in entry.parts if p.name != "object"]
            act.append(entry.id.chain, parts, time=entry.time, object=_object(case, entry))
    for kind, part in (("note", "text"), ("capture", "window")):
        found = next(e for e in vault.entries(EVIDENCE) if decode(e).kind == kind)
        with vault.act() as act:
            act.erase(EVIDENCE, [EraseTarget(found.id, (part,))], [], time=TIME)


def _object(case: SampleCase, entry: StoredEntry) -> NewObject | None:
    body = entry.part("object")
    if body is None:
        return None
    return NewObject(case.objects[entry.id], json.loads(body.body or b"")["media_type"])


def _along(vault: Vault, dossier: Dossier) -> dict[str, bytes]:
    """The page, the tables and the records, as for a first version."""
    files = []
    for file in list_files(dossier):
        part = vault.entry(file.entry).part("object")
        body = json.loads(part.body or b"") if part is not None else {}
        files.append(
            FileAlong(file.number, file.path, body["sha256"], body["size"], body["media_type"])
        )
    times = {each.id.seq: each.time for each in vault.entries(EVIDENCE)}
    return write_along(AlongSource(dossier, tuple(files), Changes(), times), DANISH)


def _listed(along: dict[str, bytes]) -> DossierPackage:
    made = tuple(
        FileMade(path, hashlib.sha256(data).hexdigest(), len(data)) for path, data in along.items()
    )
    return DossierPackage(made=made, edition="1.0")


def make(folder: Path) -> None:
    """One case with a covered exhibit, an open one, a withheld file, a mail with its original, a hidden note, and
    the erased window of a capture."""
    folder.mkdir(parents=True)
    ids = iter(["b" * 32, "c" * 32, EVIDENCE, PRIVATE])
    salts = _salts()
    language = DANISH
    with (
        tempfile.TemporaryDirectory() as scratch,
        Vault.create(
            Path(scratch) / "v.bevismappe",
            "kun til prøven",
            heads=HeadMemory(Path(scratch) / "heads"),
            new_id=lambda: next(ids),
            new_salt=lambda: next(salts),
        ) as vault,
    ):
        _seal(vault, _case())
        state = fold(decode(e) for chain in vault.chains() for e in vault.entries(chain.id))
        head = vault.head(EVIDENCE)
        dossier = compose(
            state,
            load_policy(RECIPIENTS, "manager"),
            Choices(originals=(4,)),
            language,
            PrintedReceipt(EntryId(EVIDENCE, head.id.seq), receipt_code(head.hash)),
            MADE_AT,
        )
        pdf = Path(scratch) / "dossier.pdf"
        rendered = render(dossier, pdf, vault.open_object, language, FONTS)
        facts = DossierFacts(
            head=head.id,
            recipient=dossier.recipient,
            language=dossier.language,
            pages=rendered.pages,
            exhibits=tuple(
                ShownExhibit(number=each.number, original=each.original, shown=each.shown)
                for each in dossier.exhibits
            ),
            files=list_files(dossier),
        )
        along = _along(vault, dossier)
        with vault.act() as act:
            sealed = act.append(
                EVIDENCE,
                [NewPart("facts", encode(facts)), NewPart("package", encode(_listed(along)))],
                time=TIME,
                object=NewObject(pdf.read_bytes(), "application/pdf"),
            )
        evidence, _ = vault.chains()
        entries: list[StoredEntry] = list(vault.entries(EVIDENCE))
        build_package(
            evidence,
            entries,
            dossier.opened,
            vault.open_object,
            load_verifier_files(ROOT / "resources" / "verifier"),
            folder / NAME,
            along=along,
        )
    lines = [f"{receipt_code(e.hash)} /{e.id.seq}" for e in (head, sealed)]
    (folder / "receipts.txt").write_text("\n".join(lines) + "\n", encoding="ascii")


if __name__ == "__main__":
    make(Path(sys.argv[1]))
