"""What a signed report says of its signature: whose it is not, what it shows, and by which code it is known."""

from __future__ import annotations

from app.dossier.pages import look
from app.dossier.pages.rows import grouped
from app.dossier.pages.sheet import Sheets
from app.language import Language


def put_signature(sheets: Sheets, fingerprint: str, language: Language) -> None:
    """Set the part; ``fingerprint`` is that of the certificate, 64 hex digits."""
    sheets.skip(16)
    sheets.need(110)
    sheets.text(language.text("Signature"), look.PART)
    sheets.skip(5)
    sheets.text(
        language.text(
            "This report is signed with a key that was made in the case’s own vault and has never left it. A program"
            " that checks the signature sees whether one byte of the file was changed since. It says that the issuer"
            " is unknown, since no authority vouches for the key: compare the fingerprint of its certificate (SHA-256)"
            " with the one that its owner tells you another way."
        ),
        look.BODY,
    )
    sheets.skip(5)
    sheets.text(grouped(fingerprint), look.MONO)
