from __future__ import annotations

import io
import json
import os
import re
import shutil
from pathlib import Path

import pytest

from evidence_store import (
    CaseChains,
    Head,
    HeadMemory,
    LookOnlyError,
    Loss,
    NewPart,
    Vault,
    Verdict,
)
from tests.store.building import TIME, begin, note, plain_vault, text

VAULT = "ab" * 16


def _file(folder: Path) -> Path:
    return folder / "heads" / f"{VAULT}.json"


def test_each_commit_is_remembered_without_names_paths_or_times(
    vault: Vault, heads: HeadMemory, case: CaseChains, tmp_path: Path
) -> None:
    entry = note(vault, case.evidence, "ord")
    held = heads.held(vault.vault_id)
    assert held is not None
    assert held.key_salt == vault.key_salt
    assert Head(case.evidence, 1, entry.hash) in held.heads
    assert {head.chain for head in held.heads} == {case.evidence, case.private}
    kept = _file(tmp_path).read_text("ascii")
    assert set(json.loads(kept)) == {"kind", "version", "vault", "key_salt", "heads"}
    # Ids and hashes are random, and may hold any digits.
    told = re.sub(r'"[0-9a-f]{32}(?:[0-9a-f]{32})?"', "", kept)
    assert not [word for word in ("plain", str(tmp_path), "2026", "ord") if word in told]
    assert [path.name for path in _file(tmp_path).parent.iterdir()] == [f"{VAULT}.json"]


def test_remembering_writes_through_no_link(vault: Vault, case: CaseChains, tmp_path: Path) -> None:
    victim = tmp_path / "victim.txt"
    victim.write_text("mine", encoding="utf-8")
    for link in (_file(tmp_path), _file(tmp_path).with_suffix(".new")):
        link.unlink(missing_ok=True)
        link.symlink_to(victim)
    note(vault, case.evidence, "ord")
    assert victim.read_text(encoding="utf-8") == "mine"
    assert not _file(tmp_path).is_symlink()
    assert vault.heads_kept


def test_what_is_remembered_is_readable_by_its_owner_only(
    vault: Vault, case: CaseChains, tmp_path: Path
) -> None:
    note(vault, case.evidence, "ord")
    if os.name == "posix":
        assert _file(tmp_path).stat().st_mode & 0o777 == 0o600
        assert _file(tmp_path).parent.stat().st_mode & 0o777 == 0o700


def test_an_act_that_fails_is_not_remembered(
    vault: Vault, heads: HeadMemory, case: CaseChains
) -> None:
    before = heads.held(vault.vault_id)

    def fail() -> None:
        with vault.act() as act:
            act.append(case.evidence, [text("a")], time=TIME)

    with pytest.raises(Exception, match="facts"):
        fail()
    assert heads.held(vault.vault_id) == before


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"\xff",
        b"[]",
        b'{"kind":"bevismappe_heads","version":2}',
        b'{"kind":"x"}',
        b"\0" * 300,
    ],
)
def test_an_unreadable_file_is_not_remembered_and_is_written_anew(
    vault: Vault, heads: HeadMemory, case: CaseChains, tmp_path: Path, content: bytes
) -> None:
    _file(tmp_path).write_bytes(content)
    assert heads.held(VAULT) is None
    checks = {check.name.value: check for check in vault.verify().checks}
    assert (checks["held_heads"].state, checks["held_heads"].reason) == ("not_checked", "none_held")
    note(vault, case.evidence, "a")
    assert heads.held(VAULT) is not None


KEPT = (
    '{"kind":"bevismappe_heads","version":%(version)s,"vault":"%(vault)s","key_salt":"%(salt)s",'
    '"heads":[{"chain":"%(chain)s","seq":4,"hash":"%(hash)s"}]}\n'
)
GOOD = {"version": "1", "vault": VAULT, "salt": "0" * 32, "chain": "1" * 32, "hash": "2" * 64}


def test_what_an_earlier_program_remembered_is_read_for_ever(
    heads: HeadMemory, tmp_path: Path
) -> None:
    """These are the bytes that the first version writes: what is remembered outlives every update."""
    _file(tmp_path).parent.mkdir()
    _file(tmp_path).write_text(KEPT % GOOD, encoding="ascii")
    held = heads.held(VAULT)
    assert held is not None
    assert (held.version, held.vault, held.key_salt) == (1, VAULT, "0" * 32)
    assert held.heads == (Head("1" * 32, 4, "2" * 64),)
    heads.remember(VAULT, "0" * 32, held.heads)
    assert _file(tmp_path).read_text("ascii") == KEPT % GOOD


@pytest.mark.parametrize(
    "wrong",
    [
        {"version": "2"},
        {"version": "0"},
        {"chain": "x" * 32},
        {"chain": "1" * 31},
        {"hash": "x" * 64},
        {"hash": "2" * 63},
    ],
)
def test_heads_that_cannot_be_ours_are_not_believed(
    heads: HeadMemory, tmp_path: Path, wrong: dict[str, str]
) -> None:
    _file(tmp_path).parent.mkdir()
    _file(tmp_path).write_text(KEPT % (GOOD | wrong), encoding="ascii")
    assert heads.held(VAULT) is None


@pytest.mark.usefixtures("case")
def test_another_vaults_file_is_not_believed(heads: HeadMemory, tmp_path: Path) -> None:
    shutil.copy(_file(tmp_path), tmp_path / "heads" / f"{'cd' * 16}.json")
    assert heads.held("cd" * 16) is None


def test_a_commit_stands_even_where_it_cannot_be_remembered(tmp_path: Path) -> None:
    (tmp_path / "heads").write_text("a file where the folder should be")
    with plain_vault(tmp_path) as vault:
        case = begin(vault)
        entry = note(vault, case.evidence, "a")
        assert vault.heads_kept is False
        assert vault.head(case.evidence) == entry
        checks = {check.name.value: check for check in vault.verify().checks}
        assert checks["held_heads"].reason == "not_kept"


def test_memory_that_can_be_written_no_more_and_then_again_is_told_after_each_commit(
    vault: Vault, case: CaseChains, heads: HeadMemory
) -> None:
    note(vault, case.evidence, "a")
    shutil.rmtree(heads.folder)
    heads.folder.write_text("a file where the folder should be")
    kept = [vault.heads_kept]
    note(vault, case.evidence, "b")
    kept.append(vault.heads_kept)
    heads.folder.unlink()
    entry = note(vault, case.evidence, "c")
    assert [*kept, vault.heads_kept] == [True, False, True]
    held = heads.held(vault.vault_id)
    assert held is not None
    assert Head(case.evidence, 3, entry.hash) in held.heads


@pytest.mark.parametrize("broken", ["a file", "a file above", "a link to nowhere"])
def test_memory_that_cannot_be_written_is_known_before_anything_is_sealed(
    tmp_path: Path, broken: str
) -> None:
    folder = tmp_path / "profile" / "heads"
    assert HeadMemory(folder).can_keep()
    if broken == "a file above":
        (tmp_path / "profile").write_text("a file where the folder should be")
    else:
        folder.parent.mkdir()
        if broken == "a file":
            folder.write_text("a file where the folder should be")
        else:
            folder.symlink_to(tmp_path / "nowhere")
    assert not HeadMemory(folder).can_keep()
    with plain_vault(tmp_path, HeadMemory(folder)) as vault:
        assert vault.heads_kept is False


def test_of_chains_that_are_not_there_at_all_only_the_heads_are_known(
    tmp_path: Path, heads: HeadMemory
) -> None:
    path = tmp_path / "plain.bevismappe"
    with plain_vault(tmp_path, heads):
        pass
    shutil.copy(path, tmp_path / "older")
    with plain_vault(tmp_path, heads) as vault:
        case = begin(vault)
        entry = note(vault, case.evidence, "et")
        genesis = vault.head(case.private)
    os.replace(tmp_path / "older", path)
    with plain_vault(tmp_path, heads) as vault:
        lost = {loss.head.chain: loss for loss in vault.losses()}
    assert lost == {
        case.evidence: Loss(Head(case.evidence, 1, entry.hash), "", "", None, ""),
        case.private: Loss(Head(case.private, 0, genesis.hash), "", "", None, ""),
    }
    assert [lost[chain].missing for chain in (case.evidence, case.private)] == [2, 1]


def test_a_cut_tail_and_a_fork_are_found_and_stay_found(tmp_path: Path, heads: HeadMemory) -> None:
    path = tmp_path / "plain.bevismappe"
    with plain_vault(tmp_path, heads) as vault:
        case = begin(vault)
        note(vault, case.evidence, "et")
    shutil.copy(path, tmp_path / "older")
    with plain_vault(tmp_path, heads) as vault:
        lost = [note(vault, case.evidence, f"{n}") for n in range(2)][-1]
        assert vault.losses() == ()
    os.replace(tmp_path / "older", path)
    with plain_vault(tmp_path, heads) as vault:
        report = vault.verify()
        assert report.verdict is Verdict.INCOMPLETE
        found = report.findings[0]
        assert (found.kind, found.seq, found.expected, found.found) == ("head_shorter", 3, "3", "1")
        assert vault.losses() == (
            Loss(Head(case.evidence, 3, lost.hash), case.case_id, "evidence", 1, TIME),
        )
        assert (vault.losses()[0].missing, vault.losses()[0].forked) == (2, False)
        # Going on as if nothing had happened does not make it forgotten.
        for number in range(3):
            note(vault, case.evidence, f"fork {number}")
        report = vault.verify()
        assert (report.verdict, report.findings[0].kind) == (Verdict.ALTERED, "head_other")
        assert (vault.losses()[0].missing, vault.losses()[0].forked) == (1, True)
        with vault.act() as act:
            entry = act.restored(
                case.evidence, vault.losses()[0].head, [text("fra kopi")], time=TIME
            )
        assert json.loads(entry.parts[0].body or b"")["lost"] == {"seq": 3, "hash": lost.hash}
        assert vault.losses() == ()
        # A named fork is told, and is no alteration; here and on another computer that still holds the lost head.
        report = vault.verify()
        assert report.verdict is Verdict.CONSISTENT
        assert [(f.kind, f.seq, f.expected) for f in report.findings] == [
            ("named_fork", entry.id.seq, lost.hash)
        ]
    elsewhere = HeadMemory(tmp_path / "elsewhere")
    elsewhere.remember(VAULT, "00" * 16, [Head(case.evidence, 3, lost.hash)])
    with plain_vault(tmp_path, elsewhere) as vault:
        assert vault.losses() == ()
        assert vault.verify().verdict is Verdict.CONSISTENT
        after = note(vault, case.private, "another chain")
        held = elsewhere.held(VAULT)
        assert held is not None
        assert set(held.heads) == {
            Head(case.evidence, entry.id.seq, entry.hash),
            Head(case.private, after.id.seq, after.hash),
        }


def test_a_whole_case_that_was_lost_is_named_in_another_chain(
    tmp_path: Path, heads: HeadMemory
) -> None:
    path = tmp_path / "plain.bevismappe"
    with plain_vault(tmp_path, heads) as vault:
        kept = begin(vault)
    shutil.copy(path, tmp_path / "older")
    with plain_vault(tmp_path, heads) as vault:
        gone = begin(vault)
        note(vault, gone.evidence, "et")
    os.replace(tmp_path / "older", path)
    with plain_vault(tmp_path, heads) as vault:
        losses = {loss.head.chain: loss for loss in vault.losses()}
        assert set(losses) == {gone.evidence, gone.private}
        assert {(loss.case_id, loss.last, loss.forked) for loss in losses.values()} == {
            ("", None, False)
        }
        assert losses[gone.evidence].missing == 2
        with vault.act() as act:
            for loss in losses.values():
                entry = act.restored(kept.private, loss.head, [], time=TIME)
                body = json.loads(entry.parts[0].body or b"")
                assert body["lost"]["chain"] == loss.head.chain
        assert vault.losses() == ()
        report = vault.verify()
        assert (report.verdict, len(report.findings)) == (Verdict.CONSISTENT, 2)
        held = heads.held(VAULT)
        assert held is not None
        assert {head.chain for head in held.heads} == {kept.evidence, kept.private}


def test_a_vault_that_may_only_be_looked_at_takes_nothing_but_the_naming_of_its_losses(
    tmp_path: Path, heads: HeadMemory
) -> None:
    with plain_vault(tmp_path, heads) as vault:
        case = begin(vault)
        vault.look_only = True
        before = vault.head(case.evidence)
        with pytest.raises(LookOnlyError):
            note(vault, case.evidence, "a")
        with pytest.raises(LookOnlyError):
            vault.stage(io.BytesIO(b"a"), "image/png")
        vault.save_draft("form", b"a", TIME)
        assert vault.head(case.evidence) == before
        with vault.act(naming_losses=True) as act:
            act.restored(case.evidence, Head(case.evidence, 9, "9" * 64), [], time=TIME)
        assert vault.look_only is False
        note(vault, case.evidence, "a")


@pytest.mark.parametrize(
    "body",
    [
        b'{"kind":"restored","version":1}',
        b'{"kind":"restored","version":1,"lost":{"seq":"a","hash":"b"}}',
        b'{"kind":"restored","version":1,"lost":[]}',
    ],
)
def test_facts_that_claim_to_name_a_loss_and_do_not_are_passed_over(
    vault: Vault, case: CaseChains, body: bytes
) -> None:
    with vault.act() as act:
        act.append(case.evidence, [NewPart("facts", body)], time=TIME)
    assert vault.losses() == ()
    assert vault.verify().verdict is Verdict.CONSISTENT


@pytest.mark.usefixtures("case")
def test_a_chain_that_is_gone_is_incomplete(vault: Vault, heads: HeadMemory) -> None:
    held = heads.held(vault.vault_id)
    assert held is not None
    heads.remember(vault.vault_id, vault.key_salt, [*held.heads, Head("9" * 32, 4, "8" * 64)])
    report = vault.verify()
    assert [(f.kind, f.verdict, f.chain) for f in report.findings] == [
        ("chain_missing", Verdict.INCOMPLETE, "9" * 32)
    ]
