"""The copy elsewhere: what was sealed is in it, what was erased is not, and a vault is made of it again."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from app.actions.add_file import add_bytes
from app.actions.cases import begin_case, case_chains
from app.actions.copy_elsewhere import (
    NoCopyPlaceError,
    choose_copy_place,
    copy_now,
    copy_place,
    copy_state,
    recovery_key,
    restore_copy,
    stop_copying,
)
from app.actions.erase import EraseWish, erase
from app.actions.hand_over import hand_over
from app.actions.name_people import people_in, register_person
from app.actions.open_case import OpenCase
from app.actions.take_over import take_over
from app.actions.write_down import write_down
from app.casework.kinds.note import NoteDraft
from app.dossier import Choices
from app.elsewhere import (
    CopyFolderError,
    CopyKeyError,
    NoWholeCopyError,
    OtherKeyError,
    Restored,
    new_key,
)
from app.vocabulary import Relation, Zone
from evidence_store import ChainKind, HeadMemory, Vault, VaultExistsError, Verdict
from tests.fakes.keys import QUICK_KEYS
from tests.store.building import plain_vault
from tests.unit.actions.acting import captured
from tests.worlds import begin, order

NEW = "en helt ny lang adgangskode"
SECRET = b"Solvejs hemmelige ord"


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stik"
    folder.mkdir()
    return folder


def files(stick: Path) -> list[Path]:
    return sorted((stick / "bevismappe-kopi").rglob("*.age"))


def restored(stick: Path, key: str, target: Path) -> Restored:
    return restore_copy(stick, key, target, NEW, parameters=QUICK_KEYS)


def opened(target: Path) -> Vault:
    heads = HeadMemory(target.parent / "other heads")
    return Vault.open(target, NEW, heads=heads, parameters=QUICK_KEYS)


def same(one: Vault, other: Vault) -> None:
    """Both vaults have the same logs, bytes and small pictures."""
    assert one.vault_id == other.vault_id
    assert one.chains() == other.chains()
    for chain in one.chains():
        mine, theirs = list(one.entries(chain.id)), list(other.entries(chain.id))
        assert mine == theirs
        for entry in mine:
            part = entry.part("object")
            if chain.kind is not ChainKind.FOREIGN and part is not None and part.body is not None:
                with one.open_object(entry.id) as a, other.open_object(entry.id) as b:
                    assert a.read() == b.read()
                assert one.thumbnail(entry.id) == other.thumbnail(entry.id)


def test_a_vault_is_made_of_a_whole_copy_and_what_came_after(
    case: OpenCase, stick: Path, tmp_path: Path
) -> None:
    vault = case.vault
    captured(case)
    gone = add_bytes(case, SECRET, origin="a.txt")
    note = write_down(case, NoteDraft(text="Før kopien", zone=Zone.PRIVATE))
    register_person(case, Relation.CITIZEN, ("Solvej Grønlykke",))
    choose_copy_place(vault, stick, clock=case.clock)
    first = copy_now(vault, clock=case.clock)
    assert (first.written, len(files(stick))) == (1, 1)
    other = begin_case(vault, clock=case.clock, machine=case.machine, title="Nabosag")
    captured(other, 2)
    erase(case, gone, EraseWish())
    write_down(case, NoteDraft(text="Rettet", zone=Zone.PRIVATE), corrects=note)
    assert copy_state(vault).waiting == 6
    assert copy_now(vault, clock=case.clock).written == 6
    assert copy_state(vault).waiting == 0
    assert copy_now(vault, clock=case.clock).written == 0
    assert not any(SECRET in path.read_bytes() for path in files(stick))
    found = restored(stick, recovery_key(vault), tmp_path / "ny.bevismappe")
    assert (found.entries, found.files) == (vault.last_number(), 7)
    assert (found.damaged, found.unfit, found.lacking) == ((), 0, 0)
    with opened(tmp_path / "ny.bevismappe") as again:
        same(vault, again)
        assert again.verify().verdict is Verdict.CONSISTENT
        assert again.index_version == ""
        chains = next(each for each in case_chains(again) if each.case_id == case.chains.case_id)
        back = OpenCase(again, chains, case.clock, case.machine)
        assert back.state == case.state
        assert people_in(back) == people_in(case)
        captured(back, 5)
        assert again.verify().verdict is Verdict.CONSISTENT


def test_a_whole_copy_takes_the_place_of_what_it_holds_and_has_nothing_erased(
    case: OpenCase, stick: Path, tmp_path: Path
) -> None:
    gone = add_bytes(case, SECRET, origin="a.txt")
    choose_copy_place(case.vault, stick, clock=case.clock)
    copy_now(case.vault, clock=case.clock)
    erase(case, gone, EraseWish())
    copy_now(case.vault, clock=case.clock)
    assert len(files(stick)) == 2
    copy_now(case.vault, clock=case.clock, whole=True)
    (path,) = files(stick)
    key = recovery_key(case.vault)
    target = tmp_path / "ny.bevismappe"
    assert restored(stick, key, target).entries == case.vault.last_number()
    with opened(target) as again:
        same(case.vault, again)
    assert copy_place(case.vault).name.endswith(path.name)  # type: ignore[union-attr]


def test_a_whole_copy_is_due_after_a_week_and_where_the_last_is_gone(
    case: OpenCase, stick: Path
) -> None:
    choose_copy_place(case.vault, stick, clock=case.clock)
    copy_now(case.vault, clock=case.clock)
    assert copy_now(case.vault, clock=case.clock).written == 0
    case.clock.wait(8 * 24 * 60)  # type: ignore[attr-defined]
    assert copy_now(case.vault, clock=case.clock).written == 1
    shutil.rmtree(stick / "bevismappe-kopi")
    assert copy_now(case.vault, clock=case.clock).written == 1
    assert len(files(stick)) == 1


def test_what_waits_goes_on_waiting_while_the_stick_is_away(case: OpenCase, stick: Path) -> None:
    with pytest.raises(NoCopyPlaceError):
        copy_now(case.vault, clock=case.clock)
    choose_copy_place(case.vault, stick, clock=case.clock)
    copy_now(case.vault, clock=case.clock)
    away = stick.rename(stick.with_name("væk"))
    captured(case)
    with pytest.raises(CopyFolderError):
        copy_now(case.vault, clock=case.clock)
    state = copy_state(case.vault)
    assert (state.waiting, state.there) == (1, False)
    away.rename(stick)
    assert copy_now(case.vault, clock=case.clock).written == 1
    stop_copying(case.vault)
    assert copy_place(case.vault) is None


def test_what_is_damaged_or_lacking_is_named_and_the_rest_is_restored(
    case: OpenCase, stick: Path, tmp_path: Path
) -> None:
    vault = case.vault
    choose_copy_place(vault, stick, clock=case.clock)
    copy_now(vault, clock=case.clock)
    key, steps = recovery_key(vault), [set(files(stick))]
    for text in ("et", "to", "tre"):
        write_down(case, NoteDraft(text=text))
        copy_now(vault, clock=case.clock)
        steps.append(set(files(stick)))
    whole = stick / "bevismappe-kopi" / copy_place(vault).name  # type: ignore[union-attr]
    (middle,) = steps[2] - steps[1]
    middle.write_bytes(middle.read_bytes()[:-40])
    found = restored(stick, key, tmp_path / "a.bevismappe")
    assert (found.damaged, found.lacking) == ((middle.name,), 1)
    assert found.entries + found.unfit + 1 >= vault.last_number()
    with opened(tmp_path / "a.bevismappe") as again:
        assert again.verify().verdict is Verdict.CONSISTENT
    with pytest.raises(OtherKeyError):
        restored(stick, new_key(), tmp_path / "b.bevismappe")
    with pytest.raises(CopyKeyError):
        restored(stick, "AGE-SECRET-KEY-1", tmp_path / "b.bevismappe")
    with pytest.raises(VaultExistsError):
        restored(stick, key, tmp_path / "a.bevismappe")
    data = bytearray(whole.read_bytes())
    data[-30] ^= 1
    whole.write_bytes(data)
    with pytest.raises(NoWholeCopyError):
        restored(stick, key, tmp_path / "b.bevismappe")
    assert not (tmp_path / "b.bevismappe").exists()


def test_a_colleagues_log_is_copied_with_the_case(
    case: OpenCase, stick: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "theirs"
    folder.mkdir()
    with plain_vault(folder) as vault:
        theirs = begin(vault)
        gone = add_bytes(theirs, SECRET, origin="a.txt")
        add_bytes(theirs, b"noget andet", origin="b.txt")
        erase(theirs, gone, EraseWish())
        hand_over(theirs, order("own_copy", Choices(originals=(2,))), tmp_path / "samling.zip")
    choose_copy_place(case.vault, stick, clock=case.clock)
    copy_now(case.vault, clock=case.clock)
    take_over(case, [tmp_path / "samling.zip"])
    copy_now(case.vault, clock=case.clock)
    target = tmp_path / "ny.bevismappe"
    assert restored(stick, recovery_key(case.vault), target).unfit == 0
    with opened(target) as again:
        same(case.vault, again)
        assert again.verify().verdict is Verdict.CONSISTENT


class PulledOutError(BaseException):
    """The program ends here, as it would by a kill."""


def test_nothing_that_was_copied_is_lost_however_it_is_stopped(
    case: OpenCase, stick: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dice = random.Random(17)
    vault = case.vault
    choose_copy_place(vault, stick, clock=case.clock)
    copy_now(vault, clock=case.clock)
    replace, save = Path.replace, Vault.save_draft
    stops = 0

    def pulled(path: Path, target: Path) -> Path:
        nonlocal stops
        if path.parents[1].name == "bevismappe-kopi" and dice.random() < 0.2:
            stops += 1
            raise dice.choice([OSError(5, "pulled"), PulledOutError()])
        return replace(path, target)

    def killed(self: Vault, key: str, body: bytes, at: str) -> None:
        nonlocal stops
        if key == "copy/elsewhere" and dice.random() < 0.2:
            stops += 1
            raise PulledOutError
        save(self, key, body, at)

    monkeypatch.setattr(Path, "replace", pulled)
    monkeypatch.setattr(Vault, "save_draft", killed)
    for number in range(24):
        write_down(case, NoteDraft(text=f"nr. {number}"))
        try:
            done = copy_now(vault, clock=case.clock)
        except (CopyFolderError, PulledOutError):
            continue
        assert done.waiting == 0
    monkeypatch.undo()
    assert stops >= 5
    copied = copy_place(vault).copied  # type: ignore[union-attr]
    found = restored(stick, recovery_key(vault), tmp_path / "ny.bevismappe")
    assert found.entries >= copied
    assert (found.damaged, found.unfit) == ((), 0)
    copy_now(vault, clock=case.clock)
    found = restored(stick, recovery_key(vault), tmp_path / "hel.bevismappe")
    with opened(tmp_path / "hel.bevismappe") as again:
        same(vault, again)
