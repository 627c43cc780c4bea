"""Loss: another program puts an older copy in the vault's place."""

from __future__ import annotations

from pathlib import Path

from app.actions.record_facts import write_note
from app.casework.records import NoteFacts, NoteText
from app.language import Language
from app.messages.notices import rescued_words
from app.ui.frame.presenter import FramePresenter
from app.ui.session import Session
from tests.e2e.walk.house import RESOURCES, House
from tests.fakes.desk import Desk
from tests.trial.telling import tell

DANISH = Language("da", RESOURCES / "locales")


def put_back(older: bytes, path: Path) -> None:
    """What a sync program does on a conflict: a new file of the same name."""
    fresh = path.with_name("fresh")
    fresh.write_bytes(older)
    fresh.replace(path)


def notes(session: Session) -> list[str]:
    texts = [each.current.text for each in session.state.notes]
    return [text.text for text in texts if isinstance(text, NoteText)]


def test_the_open_vaults_file_is_replaced(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    case = desk.open()
    older = desk.path.read_bytes()
    write_note(case, "før", NoteFacts())
    put_back(older, desk.path)
    write_note(case, "efter", NoteFacts())
    desk.session.publish()
    status = FramePresenter(desk.session, DANISH).status(storing=False)
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
