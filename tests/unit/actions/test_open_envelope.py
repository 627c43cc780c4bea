"""What a phone closed for this vault becomes exhibits, each as it was; of any other envelope nothing is kept."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

import pytest

from app.actions.add_file import add_file
from app.actions.envelope_key import envelope_identity, envelope_recipient
from app.actions.hand_over import hand_over
from app.actions.open_case import OpenCase
from app.actions.open_envelope import is_envelope_file, open_envelope, opener_in_mails
from app.actions.phone_folder import look_into
from app.actions.save_phone_page import save_phone_page
from app.casework import Exhibit, told_of_picture
from app.casework.kinds.file import FileCarried, FileFacts, FileSource, FileWithin, carried
from app.envelope import (
    EnvelopeError,
    EnvelopeKeyError,
    LyingEnvelopeError,
    new_identity,
    recipient_of,
)
from app.picture import encode_png
from app.ui.lanes import StoppedError
from app.vocabulary import CarriedBy
from evidence_store import EntryId, ObjectBody
from tests.fakes.envelopes import closed, inside
from tests.fakes.screen import striped_pixels
from tests.unit.actions.acting import assert_state_is_what_is_sealed, leftovers
from tests.worlds import ENGLISH, order

PNG = encode_png(striped_pixels(64, 48))
VIDEO = b"\x00\x00\x00\x18ftypisom" + b"v" * 300_000
FILES = [("../IMG_1.png", PNG), ("VID.mp4", VIDEO), ("note.txt", b"Hej")]


def envelope(case: OpenCase, folder: Path, content: bytes | None = None) -> Path:
    path = folder / "k.age"
    path.write_bytes(
        closed(envelope_recipient(case), inside(FILES) if content is None else content)
    )
    return path


def of(case: OpenCase, entries: tuple[EntryId, ...]) -> list[Exhibit]:
    found = [case.state.exhibit_of(each) for each in entries]
    return [each for each in found if each is not None]


def sha256(exhibit: Exhibit) -> str:
    assert isinstance(exhibit.object, ObjectBody)
    return exhibit.object.sha256


def test_each_file_enters_as_it_was_with_how_it_came(case: OpenCase, tmp_path: Path) -> None:
    path = envelope(case, tmp_path)
    told: list[int] = []
    found = open_envelope(case, path, carried_by=CarriedBy.CABLE, progress=told.append)
    exhibits = of(case, found.entries)
    assert [sha256(each) for each in exhibits] == [
        hashlib.sha256(content).hexdigest() for _, content in FILES
    ]
    kinds = [each.facts.media_type for each in exhibits if isinstance(each.facts, FileFacts)]
    assert kinds == ["image/png", "video/mp4", "text/plain"]
    assert exhibits[0].view is not None
    assert isinstance(exhibits[0].source, FileSource)
    assert exhibits[0].source.name == "IMG_1.png"
    came = exhibits[1].carried
    assert isinstance(came, FileCarried)
    assert came == FileCarried(
        way=CarriedBy.CABLE,
        envelope=hashlib.sha256(path.read_bytes()).hexdigest(),
        position=2,
        of=3,
        closed="2026-11-30T20:32:11.250+01:00",
        opened=came.opened,
    )
    words = [each.value for each in carried(exhibits[1].carried, ENGLISH)]
    assert words[:2] == ["file 2 of 3", "Cable"]
    assert came.opened < exhibits[1].time < came.closed  # the phone's clock is a week ahead
    assert "one of the two clocks is wrong" in " ".join(told_of_picture(exhibits[1], ENGLISH))
    assert told
    assert told == sorted(told)
    assert leftovers(case.vault) == 0
    assert_state_is_what_is_sealed(case)


def test_the_same_envelope_is_kept_once_and_one_that_was_stopped_goes_on(
    case: OpenCase, tmp_path: Path
) -> None:
    path = envelope(case, tmp_path)
    whole = sum(len(content) for _, content in FILES)

    def stop(done: int) -> None:
        if done > whole // 2:
            raise StoppedError

    with pytest.raises(StoppedError):
        open_envelope(case, path, progress=stop)
    before = len(case.state.exhibits)
    assert 0 < before < len(FILES)
    assert leftovers(case.vault) == 0
    found = open_envelope(case, path)
    assert (len(found.entries), found.already) == (len(FILES) - before, before)
    assert open_envelope(case, path).entries == ()
    assert len(case.state.exhibits) == len(FILES)


def test_of_an_envelope_that_is_cut_or_lies_at_its_end_nothing_is_kept(
    case: OpenCase, tmp_path: Path
) -> None:
    path = envelope(case, tmp_path, inside(FILES, end={"files": 4}))
    with pytest.raises(LyingEnvelopeError):
        open_envelope(case, path)
    path.write_bytes(path.read_bytes()[:-100])
    with pytest.raises(EnvelopeError):
        open_envelope(case, path)
    assert not list(case.state.exhibits)
    assert leftovers(case.vault) == 0


def mail(folder: Path, *attached: bytes) -> Path:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@b.example", "c@b.example", "Kuvert"
    message.set_content("Her er den.")
    for content in attached:
        message.add_attachment(
            content, maintype="application", subtype="octet-stream", filename="telefon-kuvert.age"
        )
    path = folder / "mail.eml"
    path.write_bytes(message.as_bytes())
    return path


def test_an_envelope_in_a_mail_is_opened_and_one_for_another_vault_is_kept_as_it_is(
    case: OpenCase, tmp_path: Path
) -> None:
    ours = closed(envelope_recipient(case), inside(FILES), text=True)
    other = closed(recipient_of(new_identity()), inside(FILES))
    failed: list[EnvelopeError] = []
    opener = opener_in_mails(case, None, failed.append)
    entry = add_file(case, mail(tmp_path, ours, other), opener=opener)
    outer, *held, kept = case.state.exhibits
    assert outer.original == entry
    assert [sha256(each) for each in held] == [
        hashlib.sha256(content).hexdigest() for _, content in FILES
    ]
    assert all(each.within == FileWithin(parent=entry) for each in (*held, kept))
    assert isinstance(held[0].carried, FileCarried)
    assert held[0].carried.way is CarriedBy.MAIL
    assert sha256(kept) == hashlib.sha256(other).hexdigest()
    assert [type(each).__name__ for each in failed] == ["OtherVaultError"]


def test_a_folder_offers_an_envelope_until_all_of_it_is_in_the_case(
    case: OpenCase, tmp_path: Path
) -> None:
    folder = tmp_path / "phone"
    folder.mkdir()
    path = envelope(case, folder)
    since = case.clock.now().utc.replace(year=2000)
    seen = look_into(folder, since, case.state, {}).seen
    assert look_into(folder, since, case.state, seen).new == (path,)
    open_envelope(case, path)
    assert look_into(folder, since, case.state, seen).new == ()


def test_the_key_is_made_once_and_one_that_cannot_be_read_is_a_sentence(case: OpenCase) -> None:
    assert case.vault.kept_rows("age_key") == ()
    first = envelope_identity(case)
    assert envelope_identity(case) == first
    assert len(case.vault.kept_rows("age_key")) == 1
    with case.vault.act() as act:
        act.keep_row("age_key", "{}")
    with pytest.raises(EnvelopeKeyError):
        envelope_identity(case)


def test_the_secret_key_is_nowhere_but_in_the_vault(case: OpenCase, tmp_path: Path) -> None:
    open_envelope(case, envelope(case, tmp_path))
    save_phone_page(case, tmp_path / "page.html")
    hand_over(case, order(), tmp_path / "p.zip")
    case.vault.backup_plain(tmp_path / "plain", b"")
    secret = envelope_identity(case).encode()
    looked_at = 0
    for data in _every_byte(tmp_path):
        looked_at += 1
        for form in (secret, secret.lower(), secret.removeprefix(b"AGE-SECRET-KEY-1")):
            assert form not in data
    assert looked_at > 20
    assert envelope_recipient(case).encode() in (tmp_path / "page.html").read_bytes()


def _every_byte(folder: Path) -> Iterator[bytes]:
    for path in folder.rglob("*"):
        if path.is_file() and not path.name.startswith("plain.bevismappe"):
            yield path.read_bytes()
            if path.suffix == ".zip":
                with zipfile.ZipFile(path) as archive:
                    yield from (archive.read(name) for name in archive.namelist())


def test_envelopes_are_known_by_how_they_begin(case: OpenCase, tmp_path: Path) -> None:
    assert is_envelope_file(envelope(case, tmp_path))
    (tmp_path / "text").write_bytes(b"Hej")
    assert not is_envelope_file(tmp_path / "text")
    assert not is_envelope_file(tmp_path / "gone")
