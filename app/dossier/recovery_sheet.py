"""The recovery sheet: one page to print and put away, with all that is needed to open the vault again.

It is made in memory; where it is written is for the person to say, since the passphrase stands on it.
"""

from __future__ import annotations

from pathlib import Path

from app.dossier.model import Manner, PrintedRow
from app.dossier.one_sheet import drawn, put_heading, put_point
from app.dossier.pages import look
from app.dossier.pages.look import Style
from app.dossier.pages.rows import put_rows
from app.dossier.pages.setting import Span
from app.dossier.pages.sheet import Ground, Sheets
from app.dossier.pages.typefaces import Face
from app.dossier.pdf.about import About
from app.dossier.recovery_facts import RecoveryFacts
from app.language import Language

_PHRASE = Style(Face.MONO, 15.0, 24.0, look.INK)
_PADDING = 16.0


def make_recovery_sheet(facts: RecoveryFacts, language: Language, fonts: Path) -> bytes:
    """Return the sheet as a PDF.

    Raises:
        FontMissingError: the installation is not whole.
    """
    title = language.text("Recovery sheet for your vault")
    return drawn(
        lambda sheets: _fill(sheets, facts, title, language),
        fonts,
        language.text("Bevismappe"),
        About(title, language.code),
    )


def _fill(sheets: Sheets, facts: RecoveryFacts, title: str, language: Language) -> None:
    text = language.text
    put_heading(sheets, text("Keep this away from the computer"), title)
    sheets.skip(4)
    sheets.text(
        text(
            "With the passphrase below, everything in the vault can be read. Without it, nobody can open the vault: "
            "it cannot be reset, neither by us nor by your IT department."
        ),
        look.BODY,
    )
    sheets.skip(20)
    _passphrase(sheets, facts.passphrase, text("Passphrase"))
    sheets.skip(24)
    put_rows(
        sheets,
        (
            *([PrintedRow(text("Name"), facts.owner)] if facts.owner else ()),
            PrintedRow(text("Vault"), facts.path),
            PrintedRow(text("Made on"), facts.made_on),
            PrintedRow(text("Vault number"), facts.vault_id, Manner.CODE),
            PrintedRow(text("Number for recovery"), facts.key_salt, Manner.CODE),
            PrintedRow(text("Format"), str(facts.format_version)),
            *(
                [PrintedRow(text("Key of the copy"), facts.copy_key, Manner.CODE)]
                if facts.copy_key
                else ()
            ),
        ),
    )
    sheets.skip(16)
    sheets.text(text("Where to keep it"), look.PART)
    sheets.skip(4)
    sheets.rule(0.6, look.HAIRLINE)
    sheets.skip(8)
    for advice in (
        text("Print it, and put it where you keep your passport, or with somebody you trust."),
        text(
            "Do not leave it in your office, in your mail or beside the vault. Delete the file when it is printed."
        ),
        text(
            "Take it out when you have forgotten the passphrase, or when the vault moves to another computer."
        ),
        text(
            "The numbers and the format are needed if the file is damaged. Give them to whoever helps you."
        ),
    ):
        put_point(sheets, advice)


def _passphrase(sheets: Sheets, passphrase: str, label: str) -> None:
    """Set the phrase large and alone, so that it can be read off without a mistake."""
    lines = sheets.setter.lines((Span(passphrase, _PHRASE),), look.WIDTH - 2 * _PADDING)
    height = len(lines) * _PHRASE.leading + look.SMALL.leading + 2 * _PADDING
    sheets.need(height)
    sheets.put(Ground(look.LEFT, sheets.y, look.WIDTH, height, look.GROUND, look.EDGE))
    sheets.y += _PADDING - 4
    sheets.text(label, look.SMALL_BOLD, x=look.LEFT + _PADDING)
    sheets.y += 4
    for line in lines:
        sheets.line(line, _PHRASE.leading, look.LEFT + _PADDING)
    sheets.y += _PADDING
