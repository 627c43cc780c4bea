"""What each act seals, part by part and whole: nothing that was known at that moment is left out of the ledger."""

from __future__ import annotations

import hashlib
import tempfile
from pathlib import Path
from typing import Any

import pytest

from app.actions.add_file import add_file
from app.actions.capture_and_seal import CaptureWish, capture_and_seal
from app.actions.hand_over import hand_over
from app.actions.make_dossier import MadeDossier, make_dossier
from app.actions.mark_and_redact import set_layer
from app.actions.open_case import OpenCase
from app.capture import ActiveWindow, Region
from app.casework import LayerUnreadableError, Machine, Person, decode
from app.casework.kinds.capture import CaptureFacts, CaptureScreen, CaptureWindow, Monitor
from app.casework.kinds.dossier import DeliveryFacts, DossierFacts, ShownExhibit
from app.casework.kinds.file import FileFacts, FileFull, FileSource
from app.casework.kinds.view import ViewFacts
from app.casework.kinds.working_copy import (
    WorkingCopyFacts,
    WorkingCopyFull,
    WorkingCopyMarks,
    WorkingCopyRedactions,
)
from app.clock import stamp
from app.handover import verify_path
from app.markup import Box, Layer, Number, Redaction, burn, visible_layer
from app.picture import crop, encode_png, thumbnail
from app.vocabulary import CaptureMethod
from evidence_store import EntryId, EraseTarget, StagedObject, Verdict, receipt_code
from tests.fakes.drafts import draft_keys
from tests.fakes.screen import FakeScreen, striped_pixels
from tests.unit.actions.acting import captured, current, leftovers
from tests.worlds import FONT, MACHINE, order

DESKTOP = striped_pixels(120, 80)
LAYER = Layer((Number(90, 60, "her"),), (Redaction(Box(4, 4, 20, 9), "Barns navn"),))


def parts_of(case: OpenCase, entry: EntryId, *names: str) -> dict[str, object]:
    """Those parts of an entry, decoded."""
    decoded = decode(case.vault.entry(entry)).parts
    return {name: decoded[name] for name in names}


def bytes_of(case: OpenCase, entry: EntryId) -> bytes:
    with case.vault.open_object(entry) as source:
        return source.read()


def a_screen(case: OpenCase) -> FakeScreen:
    monitors = (Monitor(-20, -10, 120, 80, 150, "HDMI-1"),)
    return FakeScreen(case.clock, DESKTOP, monitors, ActiveWindow("Opslag", "firefox"))


def test_a_capture_says_when_and_where_it_was_taken_and_by_what(case: OpenCase) -> None:
    screen = a_screen(case)
    taken: list[str] = []
    real = case.clock.now

    def now() -> object:
        moment = real()
        taken.append(stamp(moment.utc))
        return moment

    case.clock.now = now  # type: ignore[method-assign, assignment]  # one clock for case and screen
    region, whole = capture_and_seal(
        case,
        screen,
        CaptureWish(region=Region(0, 0, 50, 40), context=True),
        new_grab_id=lambda: "ab" * 8,
    )
    assert len(taken) == 1, "the ledger's time is that of the grab, not of the sealing"
    shared = {
        "captured_at": taken[0],
        "captured_at_local": "2026-11-23T14:03:13.042+01:00",
        "clock_check": "not_checked",
        "grab_id": "ab" * 8,
        "program": MACHINE.program,
    }
    for entry, context, size, at, method in (
        (region, False, (50, 40), (0, 0), CaptureMethod.REGION),
        (whole, True, (120, 80), (-20, -10), CaptureMethod.SCREEN),
    ):
        sealed = case.vault.entry(entry)
        assert sealed.time == taken[0]
        assert parts_of(case, entry, "facts", "screen", "window", "person", "machine") == {
            "facts": CaptureFacts(
                **shared,  # type: ignore[arg-type]  # all of them are texts
                method=method,
                context=context,
                width_px=size[0],
                height_px=size[1],
            ),
            "screen": CaptureScreen(
                x=at[0],
                y=at[1],
                monitors=screen.monitors(),
                platform="fake",
                python=MACHINE.python,
                qt=MACHINE.qt,
                os=MACHINE.os,
            ),
            "window": CaptureWindow(title="Opslag", program="firefox"),
            "person": Person(),
            "machine": Machine(
                device=MACHINE.device,
                boot_id="b" * 32,
                monotonic_ms=3000,
                program=MACHINE.program,
                os=MACHINE.os,
            ),
        }
    pixels = crop(DESKTOP, 20, 10, 50, 40)
    assert bytes_of(case, region) == encode_png(pixels)
    assert bytes_of(case, whole) == encode_png(DESKTOP)
    assert case.vault.thumbnail(region) == thumbnail(pixels)
    assert case.vault.thumbnail(whole) == thumbnail(DESKTOP)


def test_a_copy_says_what_it_was_burned_from_and_what_it_replaces(case: OpenCase) -> None:
    exhibit = captured(case)
    first = set_layer(case, exhibit, Layer(LAYER.marks), FONT)
    second = set_layer(case, current(case, exhibit), LAYER, FONT)
    burned = burn(DESKTOP, LAYER, FONT)
    assert parts_of(case, second, "facts", "redactions", "full") == {
        "facts": WorkingCopyFacts(parent=exhibit.original, width_px=120, height_px=80),
        "redactions": WorkingCopyRedactions(redactions=LAYER.redactions),
        "full": WorkingCopyFull(marks=LAYER.marks, redactions=LAYER.redactions, replaces=first),
    }
    told = visible_layer(LAYER, 120, 80, FONT).marks
    assert told == LAYER.marks  # all of it is seen
    assert parts_of(case, second, "marks") == {"marks": WorkingCopyMarks(marks=told)}
    assert bytes_of(case, second) == encode_png(burned)


def test_the_small_picture_of_a_copy_is_that_of_the_copy(case: OpenCase) -> None:
    exhibit = captured(case)
    copy = set_layer(case, exhibit, LAYER, FONT)
    assert case.vault.thumbnail(copy) == thumbnail(burn(DESKTOP, LAYER, FONT))
    assert case.vault.thumbnail(copy) != case.vault.thumbnail(exhibit.original)


@pytest.mark.parametrize("part", ["marks", "redactions", "full"])
def test_no_layer_is_laid_over_one_that_cannot_be_read(case: OpenCase, part: str) -> None:
    """What it covered is not known any more, and a new copy would uncover it."""
    exhibit = captured(case)
    copy = set_layer(case, exhibit, LAYER, FONT)
    with case.vault.act() as act:
        targets = [EraseTarget(copy, (part,))]
        act.erase(case.chains.evidence, targets, [], time="2026-11-23T15:00:00.000Z")
    opened = OpenCase(case.vault, case.chains, case.clock, MACHINE)
    head = case.vault.head(case.chains.evidence)
    with pytest.raises(LayerUnreadableError):
        set_layer(opened, current(opened, exhibit), Layer(LAYER.marks), FONT)
    assert case.vault.head(case.chains.evidence) == head


def test_a_draft_goes_with_the_copy_it_led_to_and_with_no_other(case: OpenCase) -> None:
    exhibit = captured(case)
    case.vault.save_draft("editor", b"x", "2026-11-23T15:00:00.000Z")
    set_layer(case, exhibit, LAYER, FONT)
    assert draft_keys(case.vault) == ("editor",)
    set_layer(case, current(case, exhibit), LAYER, FONT, draft="editor")
    assert draft_keys(case.vault) == ()


def test_an_added_picture_says_what_it_is_and_what_it_was_called(
    case: OpenCase, tmp_path: Path
) -> None:
    path = tmp_path / "foto æ.png"
    path.write_bytes(encode_png(DESKTOP))
    entry = add_file(case, path)
    facts, source = parts_of(case, entry, "facts", "source").values()
    assert isinstance(facts, FileFacts)
    assert isinstance(source, FileSource)
    assert facts == FileFacts(
        added_at=case.vault.entry(entry).time,
        media_type="image/png",
        width_px=120,
        height_px=80,
        preview="shown",
    )
    assert source.name == "foto æ.png"
    assert parts_of(case, entry, "full") == {"full": FileFull(size=path.stat().st_size)}
    (exhibit,) = case.state.exhibits
    assert exhibit.view is not None
    assert parts_of(case, exhibit.view.entry, "facts") == {
        "facts": ViewFacts(parent=entry, width_px=120, height_px=80)
    }
    assert bytes_of(case, entry) == path.read_bytes()
    assert case.vault.thumbnail(entry) == thumbnail(DESKTOP)


def made(case: OpenCase, target: Path, **more: object) -> MadeDossier:
    return make_dossier(
        case,
        order(),
        target,
        **more,  # type: ignore[arg-type]  # the progress alone
    )


def test_a_dossier_says_for_whom_it_is_and_what_it_shows(case: OpenCase, tmp_path: Path) -> None:
    exhibits = [captured(case, seed) for seed in range(2)]
    copy = set_layer(case, exhibits[1], LAYER, FONT)
    head = case.vault.head(case.chains.evidence).id
    done = made(case, tmp_path / "d.pdf")
    facts = parts_of(case, done.entry, "facts")["facts"]
    assert isinstance(facts, DossierFacts)
    assert done.pages > 1
    assert (facts.head, facts.recipient, facts.language) == (head, "manager", "da")
    assert facts.pages == done.pages
    assert facts.exhibits == (
        ShownExhibit(number=1, original=exhibits[0].original, shown=exhibits[0].original),
        ShownExhibit(number=2, original=exhibits[1].original, shown=copy),
    )
    content = (tmp_path / "d.pdf").read_bytes()
    assert bytes_of(case, done.entry) == content
    assert (done.size, done.sha256) == (len(content), hashlib.sha256(content).hexdigest())
    assert done.receipt.code == receipt_code(case.vault.entry(done.entry).hash)
    assert (done.receipt.chain, done.receipt.seq) == (done.entry.chain, done.entry.seq)


def test_a_capture_while_the_pages_are_staged_makes_the_dossier_anew_with_the_newer_head(
    case: OpenCase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After the last look at the head and before the sealing: only the look inside the transaction sees it."""
    captured(case)
    real = case.vault.stage
    staged: list[StagedObject] = []

    def stage(*arguments: Any, **more: Any) -> StagedObject:
        staged.append(real(*arguments, **more))
        if len(staged) == 1:
            captured(case, seed=7)
        return staged[-1]

    monkeypatch.setattr(case.vault, "stage", stage)
    done = hand_over(case, order(), tmp_path / "p.zip")
    assert len(staged) == 2
    assert len(case.state.exhibits) == 2
    assert done.made.entry.seq == done.made.dossier.receipt.head.seq + 1
    report = verify_path(tmp_path / "p.zip", expect=done.receipt.code)
    assert (report.verdict, report.findings) == (Verdict.CONSISTENT, ())
    assert leftovers(case.vault) == 0


class StoppedError(Exception):
    pass


def test_a_dossier_can_be_stopped_until_it_is_sealed_and_leaves_nothing(
    case: OpenCase, tmp_path: Path
) -> None:
    captured(case)
    head = case.vault.head(case.chains.evidence)
    stopped = 0
    while _stopped_at(case, tmp_path / "r.pdf", stopped + 1):
        stopped += 1
        assert not (tmp_path / "r.pdf").exists()
        assert leftovers(case.vault) == 0
        assert case.vault.head(case.chains.evidence) == head
    # How often it tells how far it is depends on how long the disk takes; never less than this.
    assert stopped >= 5
    assert case.vault.head(case.chains.evidence).id.seq == head.id.seq + 1


def _stopped_at(case: OpenCase, target: Path, at: int) -> bool:
    """Make a dossier and stop it at a call of its progress; return whether it came so far."""
    calls: list[int] = []

    def stop(_done: int, _of: int) -> None:
        calls.append(1)
        if len(calls) == at:
            raise StoppedError

    try:
        made(case, target, progress=stop)
    except StoppedError:
        return True
    return False


def test_a_delivery_says_what_went_to_whom(
    case: OpenCase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    captured(case)
    # Whatever is written on the way lies beside the target, not where the system keeps what is passing.
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "is not there"))
    done = hand_over(case, order("union_consultant"), tmp_path / "p.zip")
    content = (tmp_path / "p.zip").read_bytes()
    assert parts_of(case, done.delivery, "facts") == {
        "facts": DeliveryFacts(
            dossier=done.made.entry,
            recipient="union_consultant",
            package_sha256=hashlib.sha256(content).hexdigest(),
            package_size=len(content),
        )
    }
    assert (done.package_sha256, done.package_size) == (
        hashlib.sha256(content).hexdigest(),
        len(content),
    )
    facts = parts_of(case, done.made.entry, "facts")["facts"]
    assert isinstance(facts, DossierFacts)
    assert facts.recipient == "union_consultant"
    sealed = case.vault.entry(done.made.entry)
    assert done.receipt.code == receipt_code(sealed.hash)
    assert done.receipt.seq == sealed.id.seq
