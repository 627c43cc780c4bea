"""What is done for the vault from the settings: asked first, told in words, and nothing lost when it goes wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.actions.cases import list_cases, name_author, open_case
from app.actions.open_case import OpenCase
from app.casework.kinds.case import Author
from app.settings import Settings
from app.ui.lanes import GiveWay
from app.ui.preferences.care import VaultCare
from app.ui.preferences.care_model import Care, CareAnswer, CareField, Facts
from app.ui.printing.printer import PrinterError
from evidence_store import Vault, receipt_code
from tests.fakes.lanes import DirectLanes, HeldLanes
from tests.unit.actions.acting import captured
from tests.worlds import PHRASE, Desk

NEW = "seks helt andre ord her"


class FakePage:
    """Remembers what it was told to show."""

    def __init__(self) -> None:
        self.facts = Facts("", "", "", "")
        self.care: Care | None = None
        self.phrase = ""
        self.complaints: dict[CareField | None, str] = {}
        self.running = ""
        self.answer: CareAnswer | None = None
        self.forgotten = 0

    def show_facts(self, facts: Facts) -> None:
        self.facts = facts

    def show_care(self, care: Care | None) -> None:
        self.care = care

    def show_phrase(self, phrase: str) -> None:
        self.phrase = phrase

    def complain(self, field: CareField | None, words: str) -> None:
        self.complaints = {} if field is None else {**self.complaints, field: words}

    def show_running(self, sentence: str) -> None:
        self.running = sentence

    def show_answer(self, answer: CareAnswer | None) -> None:
        self.answer = answer

    def forget(self) -> None:
        self.forgotten += 1

    @property
    def told(self) -> tuple[str, ...]:
        assert self.answer is not None
        return self.answer.lines


class FakePrinter:
    """Takes one PDF, or refuses."""

    def __init__(self, *, refuses: bool = False) -> None:
        self.pdf = b""
        self._refuses = refuses

    def print_pdf(self, pdf: bytes, give_way: GiveWay) -> int:
        if self._refuses:
            raise PrinterError
        self.pdf = pdf
        give_way(1, 1)
        return 1


@pytest.fixture
def page() -> FakePage:
    return FakePage()


@pytest.fixture
def care(desk: Desk, page: FakePage) -> VaultCare:
    care = VaultCare(desk.context, page)
    care.refresh()
    return care


def test_the_passphrase_is_changed_and_a_new_sheet_is_offered(
    desk: Desk, care: VaultCare, page: FakePage
) -> None:
    captured(desk.case)
    code = receipt_code(desk.case.vault.head(desk.case.chains.evidence).hash)
    care.begin(Care.PASSPHRASE)
    care.change(PHRASE, NEW, f" {NEW} ")

    assert page.told[0] == "The passphrase is changed."
    assert page.answer is not None
    assert page.answer.next[0] is Care.SHEET
    assert page.forgotten
    assert desk.session.knows(NEW)
    assert not desk.session.knows(PHRASE)
    assert receipt_code(desk.case.vault.head(desk.case.chains.evidence).hash) == code
    captured(desk.case, seed=2)


@pytest.mark.parametrize(
    ("present", "new", "again", "field"),
    [
        ("noget andet", NEW, NEW, CareField.PRESENT),
        (PHRASE, NEW, "ikke det samme", CareField.AGAIN),
        (PHRASE, "kort", "kort", CareField.NEW),
        (PHRASE, "", "", CareField.NEW),
    ],
)
def test_a_passphrase_that_cannot_be_taken_is_told_by_its_field(
    desk: Desk,
    care: VaultCare,
    page: FakePage,
    present: str,
    new: str,
    again: str,
    field: CareField,
) -> None:
    care.begin(Care.PASSPHRASE)
    care.change(present, new, again)

    assert [key for key, words in page.complaints.items() if words] == [field]
    assert page.answer is None
    assert page.running == ""
    assert desk.session.knows(PHRASE)


def test_six_words_are_suggested(care: VaultCare, page: FakePage) -> None:
    care.begin(Care.PASSPHRASE)
    care.suggest()
    assert len(page.phrase.split()) == 6


def test_others_get_at_the_vault_while_the_passphrase_is_changed(
    tmp_path: Path, page: FakePage
) -> None:
    lanes = HeldLanes()
    desk = Desk(tmp_path, lanes)
    desk.open()
    care = VaultCare(desk.context, page)
    care.begin(Care.PASSPHRASE)
    asked: list[str] = []
    lanes.between = lambda: asked.append("others")
    care.change(PHRASE, NEW, NEW)
    assert page.running == "Changing the passphrase …"
    lanes.run_all()
    assert asked, "it gives way between its slices"
    assert desk.session.knows(NEW)
    desk.session.close()


def test_a_change_that_is_stopped_leaves_the_passphrase(tmp_path: Path, page: FakePage) -> None:
    lanes = HeldLanes()
    desk = Desk(tmp_path, lanes)
    desk.open()
    care = VaultCare(desk.context, page)
    care.begin(Care.PASSPHRASE)
    lanes.between = care.leave
    care.change(PHRASE, NEW, NEW)
    lanes.run_all()

    assert desk.session.knows(PHRASE)
    assert (page.care, page.running) == (None, "")
    desk.session.close()


def test_a_backup_is_written_checked_and_remembered(
    desk: Desk, care: VaultCare, page: FakePage, tmp_path: Path
) -> None:
    assert page.facts.backup == "Not done yet from this computer"
    target = tmp_path / "kopi.bevismappe"
    care.begin(Care.BACKUP)
    care.back_up(target)

    assert page.told[:2] == ("The copy is written and checked.", str(target))
    assert page.facts.backup.startswith("Last done ")
    assert Settings(desk.settings.file).last_backup(desk.case.vault.vault_id)
    care.back_up(target)
    assert "already" in page.complaints[CareField.FOLDER]


def test_a_folder_that_is_copied_elsewhere_is_to_be_chosen_twice(
    care: VaultCare, page: FakePage, tmp_path: Path
) -> None:
    synced = tmp_path / "OneDrive"
    synced.mkdir()
    care.begin(Care.BACKUP)
    care.back_up(synced / "kopi.bevismappe")
    assert "OneDrive" in page.complaints[CareField.FOLDER]
    assert not (synced / "kopi.bevismappe").exists()
    care.back_up(synced / "kopi.bevismappe")
    assert (synced / "kopi.bevismappe").exists()


def test_a_backup_is_tried_and_told_how_old_it_is(
    desk: Desk, care: VaultCare, page: FakePage, tmp_path: Path
) -> None:
    copy = tmp_path / "kopi.bevismappe"
    desk.case.vault.backup(copy)
    care.begin(Care.REHEARSAL)
    care.rehearse(copy, PHRASE)
    assert page.told[0].startswith("The copy can be used.")
    assert "It holds everything that this computer remembers of the vault." in page.told

    captured(desk.case)
    care.rehearse(copy, PHRASE)
    assert "1 later entry is not in it. Make a new backup." in page.told
    assert page.answer is not None
    assert page.answer.good
    assert isinstance(desk.lanes, DirectLanes)
    assert desk.lanes.jobs.count("work long") == 2


@pytest.mark.parametrize("which", ["none", "wrong passphrase", "the vault itself", "no vault"])
def test_a_copy_that_cannot_be_tried_is_told_by_its_field(
    desk: Desk, care: VaultCare, page: FakePage, tmp_path: Path, which: str
) -> None:
    copy = tmp_path / "kopi.bevismappe"
    desk.case.vault.backup(copy)
    letter = tmp_path / "brev.txt"
    letter.write_bytes(b"x" * 5000)
    care.begin(Care.REHEARSAL)
    match which:
        case "none":
            care.rehearse(None, PHRASE)
        case "wrong passphrase":
            care.rehearse(copy, "noget helt andet")
        case "the vault itself":
            care.rehearse(desk.path, PHRASE)
        case _:
            care.rehearse(letter, PHRASE)
    assert page.answer is None
    assert any(page.complaints.values())


def test_a_damaged_copy_is_called_damaged(
    desk: Desk, care: VaultCare, page: FakePage, tmp_path: Path
) -> None:
    captured(desk.case)
    copy = tmp_path / "kopi.bevismappe"
    desk.case.vault.backup(copy)
    data = bytearray(copy.read_bytes())
    data[-200] ^= 0xFF
    copy.write_bytes(data)
    care.begin(Care.REHEARSAL)
    care.rehearse(copy, PHRASE)
    assert page.told[0] == "The copy can be opened, but something in it is damaged."
    assert page.answer is not None
    assert not page.answer.good


def test_the_vault_is_moved_and_the_old_file_goes_only_when_somebody_says_so(
    desk: Desk, care: VaultCare, page: FakePage, tmp_path: Path
) -> None:
    folder = tmp_path / "usb"
    folder.mkdir()
    old = desk.path
    care.begin(Care.MOVE)
    care.move(folder)

    new = folder / old.name
    assert page.told[:2] == ("The vault is moved.", str(new))
    assert (desk.case.vault.path, desk.settings.vault) == (new, new.resolve())
    assert old.exists()
    assert page.facts == Facts(str(new), page.facts.backup, "", str(old))
    captured(desk.case)
    care.delete_old()
    assert not old.exists()
    assert page.facts.old == ""
    assert page.told == ("The old file is deleted.",)


def test_the_old_file_is_kept_where_it_holds_something_that_the_vault_lacks(
    desk: Desk, care: VaultCare, page: FakePage, tmp_path: Path
) -> None:
    folder = tmp_path / "usb"
    folder.mkdir()
    old = desk.path
    care.begin(Care.MOVE)
    care.move(folder)
    desk.session.close()
    with desk.open_vault() as left:  # somebody goes on in the old file after all
        left.look_only = False
        captured(desk_case(desk, left))
    desk.session.unlock(folder / old.name, PHRASE)
    desk.session.look_on()
    care.delete_old()
    assert old.exists()
    assert page.told[0].startswith("The old file was kept")
    care.keep_old()
    assert page.facts.old == ""
    assert old.exists()


def desk_case(desk: Desk, vault: Vault) -> OpenCase:
    (line,) = list_cases(vault)
    return open_case(vault, line.case_id, clock=desk.clock, machine=desk.machine)


def test_a_recovery_sheet_is_saved_and_names_whose_it_is(
    desk: Desk, care: VaultCare, page: FakePage, tmp_path: Path
) -> None:
    target = tmp_path / "ark.pdf"
    care.begin(Care.SHEET)
    care.save_sheet("forkert", "Mette Eks", target)
    assert page.complaints[CareField.PRESENT]
    assert not target.exists()
    assert page.facts.name == ""

    care.save_sheet(PHRASE, " Mette Eks ", target)
    assert target.read_bytes().startswith(b"%PDF")
    assert page.told[0] == "The recovery sheet is saved."
    assert desk.session.state.author == Author(name="Mette Eks")
    assert page.facts.name == "Mette Eks"


def test_a_name_that_stands_in_the_case_is_not_sealed_again(
    desk: Desk, care: VaultCare, tmp_path: Path
) -> None:
    name_author(desk.case, Author(name="Mette", workplace="Nordby"))
    before = desk.case.vault.head(desk.case.chains.evidence)
    care.begin(Care.SHEET)
    care.save_sheet(PHRASE, "Mette", tmp_path / "ark.pdf")
    assert desk.case.vault.head(desk.case.chains.evidence) == before


def test_a_recovery_sheet_is_printed_without_a_file(
    care: VaultCare, page: FakePage, tmp_path: Path
) -> None:
    before, printer = sorted(tmp_path.rglob("*")), FakePrinter()
    care.begin(Care.SHEET)
    care.print_sheet(PHRASE, "", printer)
    assert printer.pdf.startswith(b"%PDF")
    assert page.told == ("1 page was sent to the printer.",)
    assert sorted(tmp_path.rglob("*")) == before
    care.print_sheet(PHRASE, "", FakePrinter(refuses=True))
    assert page.answer is not None
    assert not page.answer.good


def test_when_the_vault_is_closed_nothing_more_is_shown_or_done(
    desk: Desk, care: VaultCare, page: FakePage, tmp_path: Path
) -> None:
    care.begin(Care.PASSPHRASE)
    desk.session.close()
    desk.session.publish()
    assert (page.care, page.facts.path) == (None, "")
    assert page.forgotten
    care.change(PHRASE, NEW, NEW)
    care.back_up(tmp_path / "kopi.bevismappe")
    care.move(tmp_path)
    care.rehearse(tmp_path / "kopi.bevismappe", PHRASE)
    care.save_sheet(PHRASE, "", tmp_path / "ark.pdf")
    assert page.running == ""
    assert not list(tmp_path.glob("*.pdf"))
