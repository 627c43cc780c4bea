"""Dossier and package: head H is printed, H+1 seals the dossier, H+2 says that the package left; all or nothing."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from app.actions.export_original import export_original
from app.actions.hand_over import HandedOver, hand_over
from app.actions.make_dossier import MadeDossier, make_dossier, make_dossier_in
from app.actions.open_case import OpenCase
from app.casework import LogMovedError, decode
from app.casework.kinds.dossier import DELIVERY, DOSSIER, DeliveryFacts, DossierFacts
from app.casework.kinds.note import NoteFacts
from app.dossier import Choices, UnknownExhibitError, render
from app.handover import PackageNotWrittenError, verify_path
from atomic_file import UnfitNameError, names
from evidence_store import Verdict, receipt_code
from tests.unit.actions.acting import captured, leftovers
from tests.worlds import order
from tests.written import write_note

Progress = Callable[[int, int], None]


def made(
    case: OpenCase,
    target: Path,
    choices: Choices | None = None,
    progress: Progress | None = None,
) -> MadeDossier:
    return make_dossier(case, order(choices=choices), target, progress)


def handed(case: OpenCase, target: Path, progress: Progress | None = None) -> HandedOver:
    return hand_over(case, order(), target, progress)


def files(folder: Path) -> set[str]:
    """What lies beside the vault and what belongs to it."""
    names = {path.name for path in folder.iterdir()} - {"heads"}
    return {name for name in names if not name.startswith("plain.bevismappe")}


def test_the_dossier_names_the_head_before_it_and_its_bytes_are_sealed(
    case: OpenCase, tmp_path: Path
) -> None:
    captured(case)
    head = case.vault.head(case.chains.evidence)
    done = made(case, tmp_path / "d.pdf")
    assert done.entry.seq == head.id.seq + 1
    assert done.dossier.receipt.code == receipt_code(head.hash)
    facts = decode(case.vault.entry(done.entry)).parts["facts"]
    assert isinstance(facts, DossierFacts)
    assert facts.head == head.id
    with case.vault.open_object(done.entry) as sealed:
        assert sealed.read() == (tmp_path / "d.pdf").read_bytes()


def test_a_log_that_moves_again_and_again_gives_no_dossier_and_leaves_nothing(
    case: OpenCase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    captured(case)

    def slowly(*arguments: object) -> object:
        rendered = render(*arguments)  # type: ignore[arg-type]  # handed through as they came
        write_note(case, "imens", NoteFacts())
        return rendered

    monkeypatch.setattr("app.actions.make_dossier.render", slowly)
    with pytest.raises(LogMovedError):
        made(case, tmp_path / "d.pdf")
    assert files(tmp_path) == set()
    assert leftovers(case.vault) == 0
    assert len(case.state.of(DOSSIER)) == 0


def test_a_dossier_is_of_the_case_it_began_with_whatever_is_captured_meanwhile(
    case: OpenCase, tmp_path: Path
) -> None:
    captured(case)
    write_note(case, "før", NoteFacts())
    began_with = case.state
    for act, name in ((made, "d.pdf"), (handed, "p.zip")):
        calls: list[int] = []

        def capture(_done: int, _of: int, calls: list[int] = calls) -> None:
            calls.append(1)
            if len(calls) in {2, 4}:
                captured(case, seed=len(calls))

        done = act(case, tmp_path / name, progress=capture)
        dossier = done.dossier if isinstance(done, MadeDossier) else done.made.dossier
        entry = done.entry if isinstance(done, MadeDossier) else done.made.entry
        before = case.vault.entry(dossier.receipt.head)
        assert entry.seq == before.id.seq + 1
        assert dossier.receipt.code == receipt_code(before.hash)
        assert [each.number for each in dossier.exhibits] == [
            each.number for each in began_with.exhibits
        ]
        began_with = case.state
    assert len(case.state.exhibits) == 5
    assert leftovers(case.vault) == 0
    assert files(tmp_path) == {"d.pdf", "p.zip"}
    report = verify_path(tmp_path / "p.zip")
    assert (report.verdict, report.findings) == (Verdict.CONSISTENT, ())
    assert case.vault.verify().findings == ()


def test_making_a_dossier_gives_way_only_while_nothing_is_held(
    case: OpenCase, tmp_path: Path
) -> None:
    captured(case)
    calls: list[tuple[int, int]] = []

    def look(done: int, of: int) -> None:
        assert not case.vault._lock._is_owned()  # type: ignore[attr-defined]  # CPython's own word for it
        calls.append((done, of))

    handed(case, tmp_path / "p.zip", progress=look)
    done = made(case, tmp_path / "d.pdf", progress=look)
    export_original(
        case, done.entry, tmp_path / "o.pdf", progress=lambda size: look(size, done.size)
    )
    assert len(calls) > 30
    assert calls[-1] == (done.size, done.size)


def test_nothing_is_made_under_a_name_that_windows_would_hide(
    case: OpenCase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = files(tmp_path), case.vault.head(case.chains.evidence)
    monkeypatch.setattr(names, "_SYSTEM", "win32")
    for leave in (made, handed):
        with pytest.raises(UnfitNameError):
            leave(case, tmp_path / "rapport:b.pdf")
    with pytest.raises(UnfitNameError):
        made(case, tmp_path / "NUL")
    assert (files(tmp_path), case.vault.head(case.chains.evidence)) == before


def test_a_dossier_never_replaces_a_file(case: OpenCase, tmp_path: Path) -> None:
    target = tmp_path / "d.pdf"
    target.write_text("min egen", encoding="utf-8")
    with pytest.raises(FileExistsError):
        made(case, target)
    assert target.read_text("utf-8") == "min egen"


def test_a_folder_that_is_not_there_is_named_by_its_own_path(
    case: OpenCase, tmp_path: Path
) -> None:
    for act in (made, handed):
        with pytest.raises(FileNotFoundError) as caught:
            act(case, tmp_path / "findes ikke" / "x")
        assert caught.value.filename == str(tmp_path / "findes ikke")


def test_a_choice_that_is_not_there_seals_nothing(case: OpenCase, tmp_path: Path) -> None:
    head = case.vault.head(case.chains.evidence)
    with pytest.raises(UnknownExhibitError):
        made(case, tmp_path / "d.pdf", Choices(exhibits=(7,)))
    assert case.vault.head(case.chains.evidence) == head
    assert files(tmp_path) == set()


def test_a_hand_over_is_head_dossier_delivery_in_that_order(case: OpenCase, tmp_path: Path) -> None:
    captured(case)
    head = case.vault.head(case.chains.evidence).id.seq
    done = handed(case, tmp_path / "p.zip")
    assert done.made.dossier.receipt.head.seq == head
    assert done.made.entry.seq == head + 1
    assert done.delivery.seq == head + 2
    facts = decode(case.vault.entry(done.delivery)).parts["facts"]
    assert isinstance(facts, DeliveryFacts)
    assert facts.dossier == done.made.entry
    assert facts.package_sha256 == hashlib.sha256((tmp_path / "p.zip").read_bytes()).hexdigest()
    assert files(tmp_path) == {"p.zip"}


def test_the_package_ends_with_the_entry_that_sealed_its_dossier(
    case: OpenCase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    captured(case)

    def then_a_capture(*arguments: object, **choices: object) -> MadeDossier:
        done = make_dossier_in(*arguments, **choices)  # type: ignore[arg-type]  # handed through as they came
        captured(case, seed=4)
        return done

    monkeypatch.setattr("app.actions.hand_over.make_dossier_in", then_a_capture)
    done = handed(case, tmp_path / "p.zip")
    with zipfile.ZipFile(tmp_path / "p.zip") as package:
        ledger = next(name for name in package.namelist() if name.endswith("evidence.txt"))
        lines = package.read(ledger).decode().splitlines()
    entries = [line.split()[1] for line in lines if line.startswith("entry ")]
    assert entries[-1] == str(done.made.entry.seq)
    assert verify_path(tmp_path / "p.zip").verdict is Verdict.CONSISTENT


def test_a_package_that_cannot_be_written_notes_no_delivery(
    case: OpenCase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    captured(case)

    def refuse(*_: object, **__: object) -> None:
        raise PackageNotWrittenError(tmp_path / "p.zip", 28)

    monkeypatch.setattr("app.actions.hand_over.build_parts", refuse)
    with pytest.raises(PackageNotWrittenError):
        handed(case, tmp_path / "p.zip")
    assert len(case.state.of(DELIVERY)) == 0
    assert len(case.state.of(DOSSIER)) == 1
    assert files(tmp_path) == set()


def test_a_package_whose_delivery_cannot_be_noted_does_not_stay(
    case: OpenCase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    captured(case)

    class LostError(Exception):
        pass

    def refuse(*_: object, **__: object) -> None:
        raise LostError

    monkeypatch.setattr(OpenCase, "seal", refuse)
    with pytest.raises(LostError):
        handed(case, tmp_path / "p.zip")
    assert files(tmp_path) == set()
