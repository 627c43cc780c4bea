"""A mail with the report in it that nobody has sent: it names nobody, and its file is the report's bytes."""

from __future__ import annotations

from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest

from app.actions.mail_draft import mail_draft
from app.language import Language
from tests.worlds import DANISH, ENGLISH

REPORT = b"%PDF-1.7\r\n" + bytes(range(256)) * 400


@pytest.mark.parametrize("language", [DANISH, ENGLISH], ids=["da", "en"])
def test_it_is_a_draft_with_the_report_as_it_lies_there(tmp_path: Path, language: Language) -> None:
    pdf, target = tmp_path / "Sagen om Torben – til leder.pdf", tmp_path / "mail.eml"
    pdf.write_bytes(REPORT)
    mail_draft(pdf, target, language)
    message = message_from_bytes(target.read_bytes(), policy=default)
    assert message["X-Unsent"] == "1"
    assert not {"To", "From", "Cc", "Bcc", "Date", "Message-ID"} & set(message.keys())
    (attached,) = message.iter_attachments()
    assert attached.get_content() == REPORT
    assert attached.get_content_type() == "application/pdf"
    assert b"Torben" not in target.read_bytes()
    assert message.get_body() is not None
