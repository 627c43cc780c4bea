"""Makes the sample vault of format 1. It was run once; the file it made is frozen and opened by a test for ever.

Run again only for a new format version, into a new folder: ``python -m tests.data.make_samples FOLDER``.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from evidence_store import EraseTarget, HeadMemory, NewObject, NewPart, Vault

PASSPHRASE = "rødgrød æble ål 2026"
TIME = "2026-11-23T13:03:11.042Z"


def _facts(kind: str) -> NewPart:
    return NewPart("facts", b'{"kind":"%s","version":1}' % kind.encode())


def _text(words: str) -> NewPart:
    return NewPart("text", b'{"kind":"note_text","version":1,"text":"%s"}' % words.encode())


def make(folder: Path) -> None:
    """One case with notes, an object of two rows, one held twice, and one erased."""
    folder.mkdir(parents=True)
    path = folder / "sample.bevismappe"
    with (
        tempfile.TemporaryDirectory() as memory,
        Vault.create(path, PASSPHRASE, heads=HeadMemory(Path(memory))) as vault,
    ):
        with vault.act() as act:
            case = act.begin_case(time=TIME, program="bevismappe 0.1.0")
            act.append(
                case.evidence,
                [_facts("note"), _text("Æblegrød på Åen")],
                time=TIME,
                index_text="Æblegrød på Åen",
            )
            picture = NewObject(b"picture" * 1000, "image/png")
            act.append(
                case.evidence, [_facts("capture")], time=TIME, object=picture, thumbnail=b"small"
            )
            act.append(case.private, [_facts("file")], time=TIME, object=picture)
            large = NewObject(bytes(1024 * 1024 + 1), "video/mp4")
            act.append(case.evidence, [_facts("file")], time=TIME, object=large)
            gone = act.append(
                case.private,
                [_facts("note"), _text("slettet")],
                time=TIME,
                object=NewObject(b"slettet", "text/plain"),
                index_text="slettet",
            )
        with vault.act() as act:
            target = EraseTarget(gone.id, ("text", "object"))
            act.erase(case.private, [target], [_text("efter aftale")], time=TIME)
        vault.save_draft("form", b"kladde", TIME)
        lines = [f"{receipt.seq} {receipt.code}" for receipt in vault.verify().receipts]
    (folder / "passphrase.txt").write_text(PASSPHRASE + "\n", encoding="utf-8")
    (folder / "receipts.txt").write_text("\n".join(lines) + "\n", encoding="ascii")


if __name__ == "__main__":
    make(Path(sys.argv[1]))
