"""What a signed report says of its signature: whose it is or is not, what it shows, and by which code it is known."""

from __future__ import annotations

from app.dossier.pages import look
from app.dossier.pages.rows import grouped
from app.dossier.pages.sheet import Sheets
from app.dossier.signed_by import Holder, SigningIdentity
from app.language import Language


def put_signature(sheets: Sheets, identity: SigningIdentity, language: Language) -> None:
    """Set the part."""
    sheets.skip(16)
    sheets.need(110)
    sheets.text(language.text("Signature"), look.PART)
    sheets.skip(5)
    said = _of_the_vault(language) if identity.holder is None else _of(identity.holder, language)
    sheets.text(said, look.BODY)
    sheets.skip(5)
    sheets.text(grouped(identity.fingerprint), look.MONO)


def _of_the_vault(language: Language) -> str:
    return language.text(
        "This report is signed with a key that was made in the case’s own vault and has never left it. A program"
        " that checks the signature sees whether one byte of the file was changed since. It says that the issuer"
        " is unknown, since no authority vouches for the key: compare the fingerprint of its certificate (SHA-256)"
        " with the one that its owner tells you another way."
    )


def _of(holder: Holder, language: Language) -> str:
    told = {"name": holder.name, "issuer": holder.issuer, "until": language.day(holder.until)}
    if holder.issuer:
        return language.text(
            "This report is signed with a certificate that names {name}. {issuer} has issued it, and it holds until"
            " {until}. A program that checks the signature sees whether one byte of the file was changed since, and"
            " whether it trusts the issuer. The fingerprint of the certificate (SHA-256):",
            **told,
        )
    return language.text(
        "This report is signed with a certificate that names {name} and was issued by nobody else. It holds until"
        " {until}. A program that checks the signature sees whether one byte of the file was changed since. It says"
        " that the issuer is unknown: compare the fingerprint of the certificate (SHA-256) with the one that its"
        " owner tells you another way.",
        **told,
    )
