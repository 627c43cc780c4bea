"""What is only for the person, on paper: a PDF of its own that a password of its own locks (AES-256).

It is no part of any report or package, says nothing of the log, and is no PDF/A, which may not be locked.
"""

from __future__ import annotations

import io
import secrets
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO, Literal

import pikepdf

from app.dossier.model import PrintedSection
from app.dossier.one_sheet import drawn
from app.dossier.pages import look
from app.dossier.pages.facts import facts_height, put_facts
from app.dossier.pages.sheet import Sheets
from app.dossier.pdf.about import About
from app.dossier.private_facts import PrivateFacts
from app.language import Language

_AES_256: Literal[6] = 6  # the revision of PDF 2.0 (ISO 32000-2, 7.6.4)


def make_private_copy(
    facts: PrivateFacts, password: str, target: BinaryIO, language: Language, fonts: Path
) -> int:
    """Write the locked file, and return how many pages it has. Nothing of it is ever written unlocked.

    Args:
        facts: what it says.
        password: opens it; its strength is for the caller to check.
        target: an empty file.
        language: of its words.
        fonts: resources/fonts.

    Raises:
        FontMissingError: the installation is not whole.
    """
    text = language.text
    title = text("Only for me")
    foot = f"{text('Bevismappe')} · {text('Confidential')} · {facts.made_on}"

    def fill(sheets: Sheets) -> None:
        _fill(sheets, facts, title, language)

    pdf = drawn(fill, fonts, foot, About(title, language.code))
    with pikepdf.open(io.BytesIO(pdf)) as file:
        file.save(
            target,
            encryption=pikepdf.Encryption(
                user=password, owner=secrets.token_hex(32), R=_AES_256, aes=True, metadata=True
            ),
        )
        return len(file.pages)


def _fill(sheets: Sheets, facts: PrivateFacts, title: str, language: Language) -> None:
    text = language.text
    sheets.bookmark("private", title, 0)
    sheets.text(title, look.COVER_TITLE)
    sheets.text(" · ".join(filter(None, (facts.title, facts.made_on))), look.COVER_META)
    sheets.skip(6)
    sheets.text(
        text(
            "This is what you wrote for yourself. It is in no report and in no package. Whoever has the file and its"
            " password can read all of it."
        ),
        look.BODY,
    )
    for section in facts.sections:
        _section(sheets, section)


def _section(sheets: Sheets, section: PrintedSection) -> None:
    sheets.skip(20)
    sheets.need(110)
    sheets.bookmark(section.name, section.heading, 0)
    sheets.text(section.heading, look.SECTION)
    for thing in section.things:
        sheets.skip(8)
        sheets.need(30 + min(facts_height(sheets, thing.rows), 160))
        sheets.text(thing.title, look.PART)
        sheets.skip(3)
        sheets.rule(0.5, look.HAIRLINE)
        sheets.skip(5)
        _paragraphs(sheets, thing.text.split("\n"))
        put_facts(sheets, thing.rows)


def _paragraphs(sheets: Sheets, paragraphs: Sequence[str]) -> None:
    for paragraph in paragraphs:
        if paragraph.strip():
            sheets.text(paragraph.strip(), look.BODY)
            sheets.skip(4)
