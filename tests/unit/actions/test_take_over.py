"""What a colleague collected becomes ours: their log stays as it is, and both logs hold together."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.actions.add_file import add_file
from app.actions.hand_over import HandedOver, hand_over
from app.actions.open_case import OpenCase
from app.actions.take_over import take_over
from app.actions.write_down import write_down
from app.casework import OnlyAnExampleError
from app.casework.kinds.adopt import AdoptColleague, AdoptFacts, AdoptOrigin
from app.casework.kinds.note import NoteDraft
from app.dossier import Choices
from app.handover import PackageNotSoundError, verify_path
from app.vocabulary import Zone
from evidence_store import (
    ChainKind,
    EntryId,
    FindingKind,
    ForeignChainError,
    LedgerReader,
    PartState,
    Verdict,
)
from tests.store.building import plain_vault
from tests.unit.actions.acting import assert_state_is_what_is_sealed, captured
from tests.worlds import begin, order

SECRET = "KanariefuglZQX"
PRIVATE = "KanariefuglKunForMigZQY"


@pytest.fixture
def theirs(tmp_path: Path) -> Iterator[OpenCase]:
    """A colleague's case: two pictures, a text file and a note."""
    folder = tmp_path / "theirs"
    folder.mkdir()
    with plain_vault(folder) as vault:
        case = begin(vault, "Set af en kollega")
        captured(case)
        captured(case, seed=1)
        file = tmp_path / "log.txt"
        file.write_text(f"Det, der stod. {SECRET}", encoding="utf-8")
        add_file(case, file)
        write_down(case, NoteDraft(text=SECRET))
        write_down(case, NoteDraft(text=PRIVATE, zone=Zone.PRIVATE))
        yield case


@pytest.fixture
def collection(theirs: OpenCase, tmp_path: Path) -> Path:
    return collected(theirs, tmp_path / "samling.zip")


def collected(case: OpenCase, target: Path) -> Path:
    hand_over(case, order("colleague"), target)
    return target


def given(case: OpenCase, target: Path, choices: Choices | None = None) -> HandedOver:
    return hand_over(case, order("police", choices or Choices()), target)


def test_each_exhibit_gets_the_next_number_and_says_where_it_stands(
    case: OpenCase, theirs: OpenCase, collection: Path
) -> None:
    captured(case, seed=5)
    done = take_over(case, [collection], by="Mette")
    assert [each.number for each in case.state.exhibits] == [1, 2, 3, 4]
    assert [case.state.exhibit_of(each).number for each in done.exhibits] == [2, 3, 4]  # type: ignore[union-attr]
    for ours, their in zip(case.state.exhibits[1:], theirs.state.exhibits, strict=True):
        entry = theirs.vault.entry(their.original)
        assert isinstance(ours.origin, AdoptOrigin)
        assert (ours.origin.entry, ours.origin.hash) == (entry.id, entry.hash)
        assert (ours.origin.number, ours.origin.sealed_at) == (their.number, entry.time)
        assert ours.colleague == AdoptColleague(name="Mette")
        with (
            case.vault.open_object(ours.original) as a,
            theirs.vault.open_object(their.original) as b,
        ):
            assert a.read() == b.read()
    assert case.state.exhibits[1].view is not None
    assert case.vault.verify().findings == ()
    assert_state_is_what_is_sealed(case)


def test_their_log_is_kept_as_the_package_has_it(case: OpenCase, collection: Path) -> None:
    done = take_over(case, [collection])
    kept = next(each for each in case.vault.chains() if each.kind is ChainKind.FOREIGN)
    assert (kept.id, kept.case_id) == (done.chain, case.chains.case_id)
    with zipfile.ZipFile(collection) as package:
        name = next(each for each in package.namelist() if each.endswith("evidence.txt"))
        with package.open(name) as lines:
            assert tuple(LedgerReader(lines)) == tuple(case.vault.entries(done.chain))


def test_the_same_package_again_adds_nothing_and_a_later_one_what_is_new(
    case: OpenCase, theirs: OpenCase, collection: Path, tmp_path: Path
) -> None:
    first = take_over(case, [collection])
    again = take_over(case, [collection])
    assert (again.entries, again.exhibits, again.known) == (0, (), (1, 2, 3))
    captured(theirs, seed=9)
    later = take_over(case, [collected(theirs, tmp_path / "senere.zip")])
    assert (len(later.exhibits), later.known, later.chain) == (1, (1, 2, 3), first.chain)
    assert case.vault.verify().findings == ()


def test_a_collection_has_captures_and_files_and_nothing_that_was_written_or_is_private(
    theirs: OpenCase, collection: Path
) -> None:
    with zipfile.ZipFile(collection) as package:
        held = {name.partition("/")[2]: package.read(name) for name in package.namelist()}
    private = theirs.chains.private
    assert not [name for name, data in held.items() if PRIVATE.encode() in data]
    assert not [name for name, data in held.items() if private.encode() in data]
    secret = [name for name, data in held.items() if SECRET.encode() in data]
    assert secret == ["data/originals/bilag-003.txt"]
    pictures = [name for name in held if name.startswith("data/exhibits/")]
    assert len(pictures) == 2
    open_parts = {
        (facts.body or b"").partition(b",")[0]: {
            part.name for part in entry.parts if part.state is PartState.OPEN
        }
        for entry in LedgerReader(io.BytesIO(held["data/ledger/evidence.txt"]))
        if (facts := entry.part("facts")) is not None
    }
    assert b'{"kind":"note"' not in open_parts
    assert open_parts[b'{"kind":"capture"'] == {"facts", "series", "person", "object"}


def test_the_vaults_check_finds_an_exhibit_that_the_other_log_has_not(
    case: OpenCase, collection: Path
) -> None:
    done = take_over(case, [collection])
    there = EntryId(done.chain, 2)
    kept = case.vault.entry(there).hash
    origins = (
        AdoptOrigin(entry=there, hash=kept),
        AdoptOrigin(entry=there, hash="0" * 64),
        AdoptOrigin(entry=EntryId(done.chain, 999), hash=kept),
        AdoptOrigin(entry=EntryId("0" * 32, 2), hash=kept),
        AdoptOrigin(),
    )
    last = [case.seal({"facts": AdoptFacts(), "origin": each}) for each in origins][-1]
    findings = case.vault.verify().findings
    assert [(each.kind, each.seq, each.verdict) for each in findings] == [
        (FindingKind.ADOPTED_ENTRY, last.seq - 3, Verdict.ALTERED),
        (FindingKind.ADOPTED_ENTRY, last.seq - 2, Verdict.ALTERED),
        (FindingKind.ADOPTED_ENTRY, last.seq - 1, Verdict.INCOMPLETE),
    ]


def test_a_forged_package_is_refused_and_nothing_is_taken_over(
    case: OpenCase, collection: Path, tmp_path: Path
) -> None:
    data = bytearray(collection.read_bytes())
    at = data.index(b"IDAT") + 40
    data[at] ^= 1
    forged = tmp_path / "forfalsket.zip"
    forged.write_bytes(data)
    head = case.vault.head(case.chains.evidence)
    with pytest.raises(PackageNotSoundError) as caught:
        take_over(case, [forged])
    assert caught.value.verdict is Verdict.ALTERED
    with pytest.raises(PackageNotSoundError) as caught:
        take_over(case, [collection], expect="J1TA D6FH QCWE 3M1W QSGR 9BH4 04J2 WRYD")
    assert caught.value.verdict is Verdict.NOT_CONFIRMED
    assert case.vault.head(case.chains.evidence) == head
    assert len(case.vault.chains()) == 2


def test_our_own_package_is_refused(case: OpenCase, tmp_path: Path) -> None:
    captured(case)
    hand_over(case, order("own_copy"), tmp_path / "egen.zip")
    with pytest.raises(ForeignChainError):
        take_over(case, [tmp_path / "egen.zip"])


def test_the_example_takes_nothing_over(case: OpenCase, collection: Path) -> None:
    case.example = True
    with pytest.raises(OnlyAnExampleError):
        take_over(case, [collection])


def test_the_package_made_of_it_carries_their_log_without_its_words(
    case: OpenCase, theirs: OpenCase, collection: Path, tmp_path: Path
) -> None:
    take_over(case, [collection])
    done = given(case, tmp_path / "p.zip", Choices(originals=(1,)))
    assert verify_path(tmp_path / "p.zip").findings == ()
    with zipfile.ZipFile(tmp_path / "p.zip") as package:
        (name,) = [each for each in package.namelist() if "foreign-" in each]
        assert name.endswith("data/ledger/foreign-1.txt")
        text = package.read(name)
        with package.open(name) as lines:
            entries = tuple(LedgerReader(lines))
    whole = tuple(theirs.vault.entries(theirs.chains.evidence))
    assert [each.hash for each in entries] == [each.hash for each in whole[: len(entries)]]
    shown = {
        (entry.id.seq, part.name)
        for entry in entries
        for part in entry.parts
        if part.state is PartState.OPEN
    }
    first = theirs.state.exhibits[0].original.seq
    assert shown == {(0, "genesis"), (first, "object")}
    assert SECRET.encode() not in text
    listed = done.made.dossier.exhibits
    assert [each.number for each in listed] == [1, 2, 3]
