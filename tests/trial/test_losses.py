"""Loss: another program puts an older copy in the vault's place."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from app.casework.kinds.by_vault import RESTORED
from app.casework.kinds.note import NOTE, NoteFacts, NoteText
from app.messages.noticing import rescued_words
from app.ui.cover.unlocking import UnlockPresenter
from app.ui.frame.presenter import FramePresenter
from app.ui.session import Session
from tests.e2e.walk.house import House
from tests.trial.telling import tell
from tests.ui.cover.test_presenter import FakeUnlockPage
from tests.worlds import DANISH, PHRASE, Desk
from tests.written import write_note


def put_back(older: bytes, path: Path) -> None:
    """What a sync program does on a conflict: a new file of the same name."""
    fresh = path.with_name("fresh")
    fresh.write_bytes(older)
    fresh.replace(path)


def notes(session: Session) -> list[str]:
    texts = [each.current.text for each in session.state.of(NOTE)]
    return [text.text for text in texts if isinstance(text, NoteText)]


def test_the_open_vaults_file_is_replaced(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    case = desk.open()
    older = desk.path.read_bytes()
    write_note(case, "før", NoteFacts())
    put_back(older, desk.path)
    write_note(case, "efter", NoteFacts())
    desk.session.publish()
    status = FramePresenter(desk.session, desk.context.held, DANISH).status(storing=False)
    rescued = desk.session.rescued
    assert rescued is not None
    assert notes(desk.session) == ["før", "efter"]
    assert not status.safe
    assert desk.path.read_bytes() == older
    desk.session.close()
    house = House(tmp_path)
    house.vault = rescued.kept
    house.passphrase_file.write_text("seks danske ord helt uden prik\n", encoding="utf-8")
    assert [item["text"] for item in house.ok("list")["items"]] == ["før", "efter"]
    assert house.ok("verify")["verdict"] == "CONSISTENT"
    tell(
        "The vault's file is replaced while the window is open",
        "“gemt og låst” for each of the next items, and all of them gone at the next start",
        f"{status.saved}\n{rescued_words(rescued, DANISH)}",
    )


def test_an_older_copy_is_put_back_while_nothing_runs(tmp_path: Path) -> None:
    house = House(tmp_path)
    house.ok("init", "--title", "Synk")
    house.ok("note", "Note 1")
    older = house.vault.read_bytes()
    house.ok("note", "Note 2 (på denne computer)")
    put_back(older, house.vault)

    typed = ("--lang", "da", "--vault", str(house.vault), "--passphrase-file")
    listed = house.typed(*typed, str(house.passphrase_file), "list")
    refused = house.typed(*typed, str(house.passphrase_file), "note", "efter")
    assert listed.code == 0
    assert "senere punkt" in listed.err
    assert refused.code == 3
    assert house.vault.read_bytes() == older
    told = house.typed(*typed, str(house.passphrase_file), "verify")
    assert "(INCOMPLETE)" in told.out

    house.ok("restored", "--accept", "--why", "Synkroniseringen lagde den tilbage")
    house.ok("note", "efter tilbagerulning")
    accepted = house.typed(*typed, str(house.passphrase_file), "verify")
    assert accepted.code == 0
    assert "(CONSISTENT)" in accepted.out
    tell(
        "An older copy of the vault is put back, and a note is written",
        "nothing was said; the note took the lost one's place, and verify said ALTERED for ever",
        f"{listed.err}{refused.err}"
        f"after it was taken into use by its name: {accepted.out.splitlines()[0]}",
    )


def test_the_window_asks_what_to_do_with_an_older_copy(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    write_note(desk.open(), "Note 1", NoteFacts())
    desk.session.close()
    older = desk.path.read_bytes()
    desk.open()
    write_note(desk.case, "Note 2", NoteFacts())
    desk.session.close()
    put_back(older, desk.path)

    page = FakeUnlockPage()
    unlock = UnlockPresenter(replace(desk.context, language=DANISH), page)
    unlock.show()
    unlock.unlock(PHRASE)
    assert desk.session.case is None
    said = page.older
    assert "senere punkt" in said
    unlock.use_older()
    assert notes(desk.session) == ["Note 1"]
    assert len(desk.session.state.of(RESTORED)) == 1
    desk.session.close()
    tell(
        "The window is opened on an older copy",
        "it opened, and what came later was gone without a word",
        f"{said}\nand only then the person chooses: this one, the newer one, or only to look",
    )
