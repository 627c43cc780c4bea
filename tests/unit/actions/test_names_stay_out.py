"""Names, their genitives, user names and ids of profiles are in no byte that leaves, but for links that are sent."""

from __future__ import annotations

import io
import subprocess
import sys
import unicodedata
import zipfile
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pikepdf
import pytest

from app.actions.hand_over import HandedOver, hand_over
from app.actions.make_dossier import DossierOrder
from app.actions.name_people import (
    NamelessPersonError,
    NoSuchPersonError,
    forget_person,
    people_in,
    read_register,
    register_person,
)
from app.actions.open_case import OpenCase
from app.actions.preview_dossier import compose_dossier
from app.actions.write_down import write_down
from app.casework.kinds.incident import INCIDENT
from app.casework.kinds.incident_fields import IncidentDraft
from app.casework.kinds.note import NOTE, NoteDraft
from app.casework.kinds.notification import NotificationDraft
from app.casework.kinds.shared_text import SHARED_TEXT
from app.casework.named import shared_texts_of
from app.dossier import Choices
from app.naming import Pseudonym, UnreadableRegisterError
from app.vocabulary import Channel, Relation, Role
from evidence_store import ChainKind, HeadMemory, Vault
from tests.store.building import plain_vault
from tests.unit.actions.acting import captured
from tests.worlds import DANISH, RESOURCES, begin

LINK = "https://social.example/kvistgaard.torben/opslag/7"
OPEN_LINK = "https://social.example/grupper/nordby/12"
# What may stand in no byte: whole names and parts, however they are written, handles and ids.
NAMES = ("kvistgaard", "kvistgård", "torben", "grønlykke", "groenlykke", "solvej", "pernille")
IDS = ("kviste_92", "100077654321")
WITHOUT_NAMES = ("manager", "safety_rep", "shop_steward", "union_consultant", "insurer")


def fill(case: OpenCase) -> None:
    exhibit = captured(case)
    register_person(case, Relation.CITIZEN, ("Solvej Grønlykke",))
    register_person(case, Relation.CHILD, ("Pernille",))
    write_down(
        case,
        IncidentDraft(
            exhibits=(exhibit.original,),
            platform="Facebook",
            permalink=LINK,
            url=OPEN_LINK,
            handle="@kviste_92",
            profile_url="https://social.example/kvistgaard.torben",
            platform_id="100077654321",
            name="Torben Kvistgaard",
            quote="Solvejs datter Pernille kender Kvistgaards bil. Se kviste_92",
            description=f"Torben Kvistgård skrev om Groenlykke på {LINK}",
        ),
    )
    write_down(
        case,
        NotificationDraft(
            role=Role.MANAGER,
            channel=Channel.MAIL,
            said=f"At TORBEN har nævnt Solvej Grønlykkes barn, Pernille: {OPEN_LINK}",
            reply="Torben K. ringer. Vi ser på det",
        ),
    )
    write_down(case, NoteDraft(text="Fru Grønlykke ringede. 100077654321"))


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenCase]:
    with plain_vault(tmp_path_factory.mktemp("names")) as vault:
        case = begin(vault, "Sagen om Torben Kvistgaard")
        fill(case)
        yield case


def packed(
    case: OpenCase, recipient: str, folder: Path, **chosen: object
) -> tuple[HandedOver, Path]:
    choices = Choices(
        title="Om Torben",
        summary="Kvistgaards opslag om Pernille",
        own_asks=("et møde om Solvej",),
        notes=(case.state.of(NOTE)[0].entry,),
    )
    order = DossierOrder(recipient, msgspec.structs.replace(choices, **chosen), DANISH, RESOURCES)
    target = folder / f"{recipient}-{len(list(folder.iterdir()))}.zip"
    return hand_over(case, order, target), target


def all_that_leaves(package: Path) -> str:
    """Every byte as text: each member, and the streams of the PDF inflated, in small letters."""
    found = [package.read_bytes()]
    with zipfile.ZipFile(package) as archive:
        for name in archive.namelist():
            data = archive.read(name)
            found += [name.encode(), data]
            if name.endswith(".pdf"):
                found += streams(data)
    text = "\n".join(
        each.decode(encoding, "ignore") for each in found for encoding in ("utf-8", "utf-16-be")
    )
    return unicodedata.normalize("NFC", text).casefold()


def streams(pdf: bytes) -> list[bytes]:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        made = [each.read_bytes() for each in document.objects if isinstance(each, pikepdf.Stream)]
    said = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True)
    return [*made, said.stdout]


@pytest.mark.parametrize("recipient", WITHOUT_NAMES)
def test_no_name_stands_in_any_byte_of_what_they_get(
    filled: OpenCase, recipient: str, tmp_path: Path
) -> None:
    _, package = packed(filled, recipient, tmp_path)
    leaves = all_that_leaves(package)
    assert not [each for each in (*NAMES, *IDS) if each in leaves]
    assert "afsender a" in leaves
    if recipient == "manager":
        for said in ("borger a’s datter barn 1 kender afsender a’s bil", OPEN_LINK):
            assert said in leaves


def test_the_police_and_the_own_copy_are_told_the_names(filled: OpenCase, tmp_path: Path) -> None:
    for recipient in ("police", "own_copy"):
        made, package = packed(filled, recipient, tmp_path)
        leaves = all_that_leaves(package)
        assert all(each in leaves for each in ("torben kvistgaard", "kviste_92", LINK))
        assert made.made.dossier.told == ()


def test_a_link_that_holds_a_name_leaves_only_where_it_is_sent(
    filled: OpenCase, tmp_path: Path
) -> None:
    _, package = packed(filled, "manager", tmp_path, links=(LINK,))
    leaves = all_that_leaves(package)
    assert LINK in leaves
    left = leaves.replace(LINK, "")
    assert not [each for each in (*NAMES, *IDS) if each in left]


def test_the_changed_words_are_sealed_before_the_head_is_taken_and_once_for_a_role(
    filled: OpenCase, tmp_path: Path
) -> None:
    first, _ = packed(filled, "union_consultant", tmp_path)
    sealed = len(filled.state.of(SHARED_TEXT))
    again, _ = packed(filled, "union_consultant", tmp_path)
    assert len(filled.state.of(SHARED_TEXT)) == sealed
    for made in (first.made, again.made):
        opened = made.dossier.opened
        for told in made.dossier.told:
            assert told.sealed is not None
            assert told.sealed.seq <= made.dossier.receipt.head.seq
            assert {(told.sealed.seq, "facts"), (told.sealed.seq, "text")} <= opened
            assert (told.source.seq, told.part) not in opened


def test_a_package_with_other_names_holds_together_for_whoever_checks_it(
    filled: OpenCase, tmp_path: Path
) -> None:
    _, package = packed(filled, "manager", tmp_path)
    with zipfile.ZipFile(package) as archive:
        archive.extractall(tmp_path / "out")
    (script,) = (tmp_path / "out").rglob("verify.py")
    done = subprocess.run(
        [sys.executable, "-I", script, str(package)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout[-800:]


def test_a_preview_says_the_same_and_seals_nothing(filled: OpenCase) -> None:
    before = filled.vault.head(filled.chains.evidence).id
    order = DossierOrder("safety_rep", Choices(title="Torben"), DANISH, RESOURCES)
    dossier = compose_dossier(filled, order)
    assert dossier.cover.title == "Afsender A"
    assert {each.link for each in dossier.links} == {
        LINK,
        "https://social.example/kvistgaard.torben",
    }
    assert filled.vault.head(filled.chains.evidence).id == before


def test_erasing_an_entry_lists_what_stood_in_reports_for_it(
    filled: OpenCase, tmp_path: Path
) -> None:
    packed(filled, "manager", tmp_path)
    (incident,) = filled.state.of(INCIDENT)
    listed = shared_texts_of(filled.state, incident.entry)
    assert {"facts", "text"} <= {each.facts.part for each in listed}
    assert shared_texts_of(filled.state, filled.vault.head(filled.chains.evidence).id) == ()


def test_the_key_stands_on_no_chain_and_in_no_plain_backup(
    filled: OpenCase, tmp_path: Path
) -> None:
    words = ("Bodil Kanariefugl", "kanarie_navn", "99887766554")
    register_person(filled, Relation.COLLEAGUE, words[:1], words[1:2], words[2:])
    filled.vault.backup_plain(tmp_path / "plain", b"")
    everything = [path.read_bytes() for path in (tmp_path / "plain").rglob("*") if path.is_file()]
    for chain in filled.vault.chains():
        for entry in filled.vault.entries(chain.id):
            everything += [part.body or b"" for part in entry.parts]
    assert len(everything) > 20
    for word in (*words, "people_key"):
        assert not [each for each in everything if word.encode() in each]
    assert {each.kind for each in filled.vault.chains()} == {ChainKind.EVIDENCE, ChainKind.PRIVATE}


def test_what_people_are_called_stays_whoever_comes_later(vault: Vault) -> None:
    case = begin(vault)
    assert register_person(case, Relation.CITIZEN, ("Åse Prøve",)).words(DANISH) == "Borger A"
    assert register_person(case, Relation.CITIZEN, ("Bo Prøve",)).words(DANISH) == "Borger B"
    forget_person(case, Pseudonym(Relation.CITIZEN, "A"))
    assert register_person(case, Relation.CITIZEN, ("Ib Prøve",)).words(DANISH) == "Borger C"
    more = register_person(case, Relation.CITIZEN, ("Bo Eks",), mark="B")
    assert more == Pseudonym(Relation.CITIZEN, "B")
    # Another case of the vault has its own.
    other = begin(vault, "En anden")
    assert people_in(other).persons == ()
    assert register_person(other, Relation.CHILD, ("Ida",)).words(DANISH) == "Barn 1"
    assert [each.names for each in people_in(case).persons] == [
        ("Bo Prøve", "Bo Eks"),
        ("Ib Prøve",),
    ]


def test_nobody_is_registered_without_a_name_and_no_sender_without_a_letter(case: OpenCase) -> None:
    with pytest.raises(NamelessPersonError):
        register_person(case, Relation.CITIZEN, ("  ",))
    with pytest.raises(NoSuchPersonError):
        register_person(case, Relation.SENDER, ("Torben",))
    with pytest.raises(NoSuchPersonError):
        register_person(case, Relation.CITIZEN, ("Torben",), mark="B")
    with pytest.raises(NoSuchPersonError):
        forget_person(case, Pseudonym(Relation.CITIZEN, "A"))
    assert case.vault.kept_rows("people_key") == ()


def test_where_the_register_cannot_be_read_nothing_leaves(vault: Vault, tmp_path: Path) -> None:
    case = begin(vault)
    with vault.act() as act:
        act.keep_row(
            "people_key", '{"case":"' + case.chains.case_id + '","register":"{\\"x\\":1}"}'
        )
    with pytest.raises(UnreadableRegisterError):
        read_register(case)
    before = vault.head(case.chains.evidence).id
    with pytest.raises(UnreadableRegisterError):
        hand_over(case, DossierOrder("police", Choices(), DANISH, RESOURCES), tmp_path / "p.zip")
    assert not (tmp_path / "p.zip").exists()
    assert vault.head(case.chains.evidence).id == before


def test_the_register_is_there_after_opening_again(tmp_path: Path) -> None:
    heads = HeadMemory(tmp_path / "heads")
    with plain_vault(tmp_path, heads) as vault:
        case = begin(vault)
        register_person(case, Relation.RELATIVE, ("Åse Prøve",))
        assert len(vault.kept_rows("people_key")) == 1
        register_person(case, Relation.RELATIVE, ("Ib Prøve",))
        assert [len(each) > 0 for each in vault.kept_rows("people_key")] == [True, True]
        assert "Ib" in vault.kept_rows("people_key")[-1]
