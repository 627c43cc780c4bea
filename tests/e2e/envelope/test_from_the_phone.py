"""The page in a browser as a phone has it: what it closes is what the vault opens, and nobody is asked."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

import pytest

from app.actions.add_file import add_file
from app.actions.envelope_key import envelope_recipient
from app.actions.open_case import OpenCase
from app.actions.open_envelope import opener_in_mails
from app.actions.save_phone_page import save_phone_page
from app.envelope import EnvelopeError, key_ending
from evidence_store import ObjectBody
from tests.cases import case, vault
from tests.e2e.envelope.phone import NO_ROOM, NO_WEBCRYPTO, mail_with, phone_with
from tests.unit.house.tree import ROOT

__all__ = ["case", "vault"]

HEIC = (ROOT / "tests" / "data" / "cases" / "foto.heic").read_bytes()
VIDEO = b"\x00\x00\x00\x18ftypmp42" + bytes(range(256)) * 9000


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    folder = tmp_path / "phone"
    folder.mkdir()
    made = [folder / "IMG_2231.HEIC", folder / "VID æøå.mp4", folder / "note.txt"]
    for path, content in zip(made, (HEIC, VIDEO, b"Kun til den ansatte"), strict=True):
        path.write_bytes(content)
    return made


def test_what_the_phone_closed_comes_out_of_a_mail_byte_for_byte_and_nobody_was_asked(
    case: OpenCase, files: list[Path], tmp_path: Path
) -> None:
    page = tmp_path / "page.html"
    save_phone_page(case, page)
    out = tmp_path / "out"
    out.mkdir()
    # As from a file on a phone, which is no place that WebCrypto works in.
    with phone_with(page, out, script=NO_WEBCRYPTO) as phone:
        assert phone.words("ending") == key_ending(envelope_recipient(case))
        phone.pick(files)
        phone.close()
        envelope = phone.saved()
        assert [each for each in phone.asked_for() if not each.startswith("blob:")] == []
        assert phone.complaints() == []
        # The policy holds: an attempt to ask somebody is refused by the browser, and would be seen here.
        phone.browser.value("fetch('https://bevismappe.example/').catch(() => 0)")
        assert "connect-src" in str(phone.complaints())
        phone.browser.value(f"{{{NO_ROOM}}}")
        phone.press("again")
        phone.pick(files[:1])
        assert "ikke plads" in phone.refused()
    mail = mail_with(envelope, tmp_path)
    carried = mail.read_bytes()
    for content in (HEIC, VIDEO, b"Kun til den ansatte"):
        piece = content[-600:-300] or content
        assert piece not in envelope
        assert base64.b64encode(piece)[4:-4] not in carried.replace(b"\n", b"")
    failed: list[EnvelopeError] = []
    add_file(case, mail, opener=opener_in_mails(case, None, failed.append))
    assert failed == []
    held = [
        each.object.sha256 for each in case.state.exhibits if isinstance(each.object, ObjectBody)
    ]
    assert held[1:] == [hashlib.sha256(each.read_bytes()).hexdigest() for each in files]
    assert case.state.exhibits[1].view is not None
