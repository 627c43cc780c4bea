"""The dossier with one picture a page: ours beside a bare copy, img2pdf and reportlab's own pictures.

Every way runs in a process of its own that tells its time and its peak of memory, so that none pays for another's
habits and none hides what it holds. Imports are not counted. Pictures are 1080p frames as our encoder writes them.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, BinaryIO

from app.casework import CaseState, Part, decode, encode, fold
from app.casework.kinds.capture import CaptureFacts
from app.casework.kinds.case import CaseFacts
from app.dossier import Choices, Dossier, PrintedReceipt, compose, load_policy, render, render_into
from app.language import Language
from app.picture import encode_png
from benchmarks.frames import frames
from benchmarks.memory import peak_mb
from benchmarks.rows import Row, against_peer, table
from evidence_store import EntryId, PartState, SealedPart, StoredEntry

if TYPE_CHECKING:
    from app.dossier.pictures import OpenObject

ROUNDS = 5
SLOW_ROUNDS = 3  # for a peer that takes half a minute a round
COUNTS = (50, 200, 1000)
NAIVE_COUNT = 50
PREVIEW_COUNT = 40
_SLOW_COUNT = 1000
_SIZE = (1920, 1080)
_CHAIN = "e" * 32
_RESOURCES = Path(__file__).resolve().parents[1] / "resources"
_MOST_MEMORY_MB = 150.0
_FLAT = 1.25
_SIGNED = 2.5
_PREVIEW_MS = 300.0
_PREVIEW_SCALE = 1.5  # a page as wide as the window's pane, on a screen of 1.0


def rows() -> list[Row]:
    """All rows; makes its pictures in a folder that is gone afterwards."""
    found: list[Row] = []
    memory: dict[int, float] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _make_pictures(folder)
        naive_ms, _ = _measured("naive", NAIVE_COUNT, folder, 1)
        for count in COUNTS:
            rounds = SLOW_ROUNDS if count >= _SLOW_COUNT else ROUNDS
            ours, memory[count] = _measured("ours", count, folder, ROUNDS)
            copy, _ = _measured("copy", count, folder, ROUNDS)
            layout, _ = _measured("layout", count, folder, ROUNDS)
            img2pdf, img2pdf_mb = _measured("img2pdf", count, folder, rounds)
            naive = naive_ms * count / NAIVE_COUNT
            label = f"dossier of {count}"
            least = copy + layout
            found += [
                against_peer(label, ours, img2pdf, "img2pdf", 0.15, limit=least),
                against_peer(label, ours, least, "copy + sha256 + layout", 1.5, limit=least),
                against_peer(label, ours, naive, "reportlab drawImage, extrapolated", 0.02),
                against_peer(
                    f"{label}, memory", memory[count], img2pdf_mb, "img2pdf", 1.0, unit="MB"
                ),
            ]
            if count == _SLOW_COUNT:
                found += _signed_rows(count, folder, copy, layout)
        preview, _ = _measured("preview", PREVIEW_COUNT, folder, ROUNDS)
        found.append(
            against_peer(
                f"preview of {PREVIEW_COUNT}, first page", preview, _PREVIEW_MS, "promise", 1.0
            )
        )
    most = max(memory.values())
    found.append(
        against_peer("dossier, most memory", most, _MOST_MEMORY_MB, "promise", 1.0, unit="MB")
    )
    found.append(
        against_peer(
            "dossier, memory 1000 : 200", memory[1000], memory[200], "ours at 200", _FLAT, unit="MB"
        )
    )
    return found


def _signed_rows(count: int, folder: Path, copy: float, layout: float) -> list[Row]:
    """Both rows of a signed report; ``copy`` and ``layout`` are the milliseconds that they took."""
    signed, most = _measured("signed", count, folder, ROUNDS)
    # The goal speaks of the copies alone and adds the layout once, so the peer has that share of it.
    peer = 2 * copy + layout / _SIGNED
    return [
        against_peer(f"signed, {count}", signed, peer, "two copies + sha256, + layout", _SIGNED),
        against_peer(f"signed, {count}, memory", most, _MOST_MEMORY_MB, "promise", 1.0, unit="MB"),
    ]


def _make_pictures(folder: Path) -> None:
    for number, (_, pixels) in enumerate(frames(*_SIZE)):
        (folder / f"{number}.png").write_bytes(encode_png(pixels))


def _measured(way: str, count: int, folder: Path, rounds: int) -> tuple[float, float]:
    """Median milliseconds and highest peak in MB."""
    times, peaks = [], []
    for _ in range(rounds):
        command = [sys.executable, "-m", "benchmarks.dossier", way, str(count), str(folder)]
        done = subprocess.run(command, capture_output=True, check=True)
        answer = json.loads(done.stdout)
        times.append(answer["ms"])
        peaks.append(answer["mb"])
    return median(times), max(peaks)


# -- one way, in a process of its own ------------------------------------------------------------


def _files(folder: Path, count: int) -> list[Path]:
    pool = sorted(folder.glob("*.png"))
    return [pool[number % len(pool)] for number in range(count)]


def _ours(count: int, folder: Path) -> Callable[[], object]:
    _load()
    dossier_of, open_object, language = _of(count, folder)

    def work() -> object:
        target = folder / "ours.pdf"
        return render(dossier_of(), target, open_object, language, _RESOURCES / "fonts")

    return work


def _signed(count: int, folder: Path) -> Callable[[], object]:
    """The same report, signed, with the case's log within the file: a line of the log for each entry."""
    import app.dossier.signing.cms  # noqa: F401
    from app.dossier.signing.own_certificate import identity_of
    from app.p256 import key_of

    _load()
    dossier_of, open_object, language = _of(count, folder)
    line = json.dumps({"seq": count, "at": "2026-11-23T13:03:12.000Z", "hashes": ["3" * 64] * 3})
    log = f"{line}\n".encode() * (count + 2)
    identity = identity_of(key_of(count), datetime(2026, 11, 24, tzinfo=UTC))

    def work() -> object:
        target, fonts = folder / "signed.pdf", _RESOURCES / "fonts"
        return render(
            dossier_of(), target, open_object, language, fonts, log=log, identity=identity
        )

    return work


def _preview(count: int, folder: Path) -> Callable[[], object]:
    """From a change to the first page as the window shows it: composed, written to memory, drawn."""
    from pypdfium2 import PdfDocument

    _load()
    dossier_of, open_object, language = _of(count, folder)

    def work() -> object:
        sink = BytesIO()
        render_into(dossier_of(), sink, open_object, language, _RESOURCES / "fonts")
        document = PdfDocument(sink.getvalue())
        return document[0].render(scale=_PREVIEW_SCALE).width

    work()  # the window has shown one before the change
    return work


def _load() -> None:
    """Load what is loaded once, before the clock starts."""

    import reportlab.pdfbase.ttfonts  # noqa: F401

    import app.dossier.rendering  # noqa: F401


def _of(count: int, folder: Path) -> tuple[Callable[[], Dossier], OpenObject, Language]:
    files = _files(folder, count)
    digests = {file: hashlib.sha256(file.read_bytes()).hexdigest() for file in set(files)}
    state = _case([(digests[file], file.stat().st_size) for file in files])
    language = Language("en", _RESOURCES / "locales")
    language.moment(datetime(2026, 11, 24, tzinfo=UTC))  # loads the names of months, once a process
    policy = load_policy(_RESOURCES / "recipients", "manager")
    receipt = PrintedReceipt(EntryId(_CHAIN, count + 1), " ".join(["7K2F"] * 8))
    made_at = datetime(2026, 11, 24, tzinfo=UTC)

    def open_object(id: EntryId) -> BinaryIO:
        return files[id.seq - 2].open("rb")

    return (
        lambda: compose(state, policy, Choices(), language, receipt, made_at),
        open_object,
        language,
    )


def _case(pictures: list[tuple[str, int]]) -> CaseState:
    genesis = {"kind": "genesis", "version": 1, "case": "c" * 32, "chain_kind": "evidence"}
    entries = [_entry(0, {"genesis": json.dumps(genesis).encode()})]
    entries.append(_entry(1, {"facts": _body(CaseFacts(title="Figures"))}))
    for seq, (sha256, size) in enumerate(pictures, start=2):
        sealed = {"kind": "object", "version": 1, "sha256": sha256, "size": size}
        facts = CaptureFacts(
            captured_at="2026-11-23T13:03:11.042Z",
            width_px=_SIZE[0],
            height_px=_SIZE[1],
            url=f"https://facebook.example/groups/nordby/posts/{seq}",
        )
        parts = {
            "facts": _body(facts),
            "object": json.dumps({**sealed, "media_type": "image/png"}).encode(),
        }
        entries.append(_entry(seq, parts))
    return fold(decode(entry) for entry in entries)


def _body(part: Part) -> bytes:
    return encode(part)


def _entry(seq: int, parts: dict[str, bytes]) -> StoredEntry:
    sealed = tuple(
        SealedPart(name, "2" * 64, PartState.OPEN, salt="3" * 64, body=body)
        for name, body in parts.items()
    )
    id = EntryId(_CHAIN, seq)
    return StoredEntry(id, "2026-11-23T13:03:12.000Z", "0" * 64, "1" * 64, f"{seq:064x}", sealed)


def _copy(count: int, folder: Path) -> Callable[[], object]:
    """What nobody can do without: read every byte, hash it, write it."""
    files = _files(folder, count)

    def work() -> object:
        digest = hashlib.sha256()
        with (folder / "copy.bin").open("wb") as target:
            for file in files:
                with file.open("rb") as source:
                    while piece := source.read(1 << 20):
                        digest.update(piece)
                        target.write(piece)
            target.flush()
            os.fsync(target.fileno())
        return digest.hexdigest()

    return work


def _layout(count: int, folder: Path) -> Callable[[], object]:
    """The same words on as many pages by reportlab's own layout, without pictures."""
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Spacer

    styles = getSampleStyleSheet()
    lines = (
        "Captured 23 November 2026 at 14:03:11 Danish time (UTC+01:00; 13:03:11 UTC), clock not checked",
        "Link https://facebook.example/groups/nordby/posts/88120",
        "Method: Screenshot of a whole screen, 1920 x 1080 pixels",
        "3fa9c1d2 77b041e8 90ac3355 e1f20b7d 5c6622aa 19f0d3c4 8b7e0012 aa91ff34",
        "Original: Shown here unchanged, sealed as entry 41 in the case's log",
        "The fingerprint belongs to the sealed picture. The time is the computer's own.",
    )

    def work() -> object:
        story = []
        for number in range(count):
            story += [Paragraph(f"Exhibit {number}", styles["Heading1"]), Spacer(1, 300)]
            story += [Paragraph(line, styles["BodyText"]) for line in lines]
            story.append(PageBreak())
        SimpleDocTemplate(str(folder / "layout.pdf"), invariant=1).build(story)
        return count

    return work


def _img2pdf(count: int, folder: Path) -> Callable[[], object]:
    import img2pdf

    files = [str(file) for file in _files(folder, count)]

    def work() -> object:
        with (folder / "img2pdf.pdf").open("wb") as target:
            img2pdf.convert(files, outputstream=target)
        return None

    return work


def _naive(count: int, folder: Path) -> Callable[[], object]:
    """What one writes first: drawImage. Each picture has a file of its own, or reportlab would keep only one."""
    from reportlab.pdfgen.canvas import Canvas

    own = folder / "naive"
    own.mkdir(exist_ok=True)
    files = []
    for number, file in enumerate(_files(folder, count)):
        files.append(own / f"{number}.png")
        files[-1].write_bytes(file.read_bytes())

    def work() -> object:
        canvas = Canvas(str(folder / "naive.pdf"))
        for file in files:
            canvas.drawImage(str(file), 50, 400, 495, 278)
            canvas.showPage()
        canvas.save()
        return None

    return work


def _child(way: str, count: int, folder: Path) -> None:
    ways = {
        "ours": _ours,
        "signed": _signed,
        "preview": _preview,
        "copy": _copy,
        "layout": _layout,
        "img2pdf": _img2pdf,
        "naive": _naive,
    }
    work = ways[way](count, folder)
    for made in (*folder.glob("*.pdf"), folder / "copy.bin"):  # nobody pays for taking it away
        made.unlink(missing_ok=True)
    start = time.perf_counter()
    work()
    spent = (time.perf_counter() - start) * 1000
    print(json.dumps({"ms": spent, "mb": peak_mb()}))


if __name__ == "__main__":
    if len(sys.argv) == 4:
        _child(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]))
    else:
        print(
            f"{os.cpu_count()} processors, medians of {ROUNDS}, {SLOW_ROUNDS} for img2pdf of 1000"
        )
        print(table(rows()))
