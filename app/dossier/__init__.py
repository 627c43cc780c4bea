"""What each recipient gets: policy, composition, pages. This file is the room's only door.

``render`` and ``render_into`` are loaded when first asked for, since the PDF libraries take a tenth of a second.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from app.dossier.composing.choices import Choices
from app.dossier.composing.chosen import NoFile, examples_of, notes_to_choose, why_no_file
from app.dossier.composing.deadlines import DueNow
from app.dossier.composing.papers import papers_to_choose
from app.dossier.composing.words import ChosenWords, parts_to_choose, says, words_to_choose
from app.dossier.composition import DossierAround, compose
from app.dossier.errors import (
    CertificateEndedError,
    CertificateNotYetError,
    ClipNotPossibleError,
    DossierError,
    FontMissingError,
    KeyFilePasswordError,
    NoKeyFileError,
    NoKeyInFileError,
    OriginalNotPossibleError,
    PaperNotPossibleError,
    PictureChangedError,
    PictureFormError,
    PolicyError,
    PrivateNoteError,
    SigningKeyError,
    UnfitKeyError,
    UnknownAskError,
    UnknownExhibitError,
    UnknownNoteError,
    UnknownRecipientError,
    WordsNotPossibleError,
)
from app.dossier.found import Found, found_in_texts, likeness_words, place_words
from app.dossier.looking import PictureLook, pictures_to_look_at, said_of
from app.dossier.model import (
    Dossier,
    PrintedExhibit,
    PrintedReceipt,
    PrintedRow,
    PrintedSection,
    PrintedThing,
    Section,
    Standing,
    exhibit_place,
)
from app.dossier.on_paper.digits import Alike, compared, has_digit, read_at, same_digits, words_at
from app.dossier.on_paper.found import (
    CodeState,
    OtherWord,
    PaperPage,
    PaperReceipt,
    PaperReport,
    PaperState,
    state_of_page,
)
from app.dossier.on_paper.letters import can_be_compared, letters_of, word_compared
from app.dossier.on_paper.lying import Lying, lying_by_code, lying_of
from app.dossier.page_code import PageCode, page_code_text, read_page_code
from app.dossier.policy import (
    WRITTEN_SECTIONS,
    Ask,
    Policy,
    load_policy,
    policy_faults,
    recipients,
)
from app.dossier.private_facts import PrivateFacts
from app.dossier.read_in_pictures import found_in_pictures
from app.dossier.receipt_facts import ReceiptFacts
from app.dossier.receipt_square import ReceiptSquare, read_receipt_square, receipt_square_text
from app.dossier.recovery_facts import RecoveryFacts
from app.dossier.rendered import Rendered
from app.dossier.signed_by import LONGEST_KEY_FILE, Holder, SigningIdentity
from app.dossier.talking_facts import TalkingFacts
from app.dossier.told import LinkWithName, ToldText
from app.dossier.witness_facts import WitnessFacts

if TYPE_CHECKING:
    from app.dossier.pictures import OpenObject
    from app.language import Language
    from app.p256 import PrivateKey

__all__ = [
    "LONGEST_KEY_FILE",
    "WRITTEN_SECTIONS",
    "Alike",
    "Ask",
    "CertificateEndedError",
    "CertificateNotYetError",
    "Choices",
    "ChosenWords",
    "ClipNotPossibleError",
    "CodeState",
    "Dossier",
    "DossierAround",
    "DossierError",
    "DueNow",
    "FontMissingError",
    "Found",
    "Holder",
    "KeyFilePasswordError",
    "LinkWithName",
    "Lying",
    "NoFile",
    "NoKeyFileError",
    "NoKeyInFileError",
    "OriginalNotPossibleError",
    "OtherWord",
    "PageCode",
    "PaperNotPossibleError",
    "PaperPage",
    "PaperReceipt",
    "PaperReport",
    "PaperState",
    "PictureChangedError",
    "PictureFormError",
    "PictureLook",
    "Policy",
    "PolicyError",
    "PrintedExhibit",
    "PrintedReceipt",
    "PrintedRow",
    "PrintedSection",
    "PrintedThing",
    "PrivateFacts",
    "PrivateNoteError",
    "ReceiptFacts",
    "ReceiptSquare",
    "RecoveryFacts",
    "Rendered",
    "Section",
    "SigningIdentity",
    "SigningKeyError",
    "Standing",
    "TalkingFacts",
    "ToldText",
    "UnfitKeyError",
    "UnknownAskError",
    "UnknownExhibitError",
    "UnknownNoteError",
    "UnknownRecipientError",
    "WitnessFacts",
    "WordsNotPossibleError",
    "can_be_compared",
    "compared",
    "compose",
    "examples_of",
    "exhibit_place",
    "found_in_pictures",
    "found_in_texts",
    "has_digit",
    "identity_from_file",
    "letters_of",
    "likeness_words",
    "load_policy",
    "lying_by_code",
    "lying_of",
    "make_private_copy",
    "make_receipt_sheet",
    "make_recovery_sheet",
    "make_talking_sheet",
    "make_witness_sheet",
    "notes_to_choose",
    "page_code_text",
    "papers_to_choose",
    "parts_to_choose",
    "pictures_to_look_at",
    "place_words",
    "policy_faults",
    "read_at",
    "read_page_code",
    "read_receipt_square",
    "receipt_square_rows",
    "receipt_square_text",
    "recipients",
    "render",
    "render_into",
    "said_of",
    "same_digits",
    "says",
    "signing_identity",
    "state_of_page",
    "why_no_file",
    "word_compared",
    "words_at",
    "words_to_choose",
]


def render(
    dossier: Dossier,
    target: Path,
    open_object: OpenObject,
    language: Language,
    fonts: Path,
    progress: Callable[[int, int], None] | None = None,
    log: bytes = b"",
    identity: SigningIdentity | None = None,
) -> Rendered:
    """Write the PDF and return what it became; see app.dossier.rendering."""
    from app.dossier.rendering import render as render_now

    return render_now(dossier, target, open_object, language, fonts, progress, log, identity)


def render_into(
    dossier: Dossier,
    sink: BinaryIO,
    open_object: OpenObject,
    language: Language,
    fonts: Path,
    progress: Callable[[int, int], None] | None = None,
    log: bytes = b"",
    identity: SigningIdentity | None = None,
) -> Rendered:
    """Write the PDF to a stream and return what it became; see app.dossier.rendering."""
    from app.dossier.rendering import render_into as render_now

    return render_now(dossier, sink, open_object, language, fonts, progress, log, identity)


def signing_identity(key: PrivateKey, made_at: datetime) -> SigningIdentity:
    """Return the key with its certificate; see app.dossier.signing.own_certificate."""
    from app.dossier.signing.own_certificate import identity_of

    return identity_of(key, made_at)


def identity_from_file(data: bytes, password: str, at: datetime) -> SigningIdentity:
    """Return who a PKCS#12 file lets sign; see app.dossier.signing.key_file."""
    from app.dossier.signing.key_file import identity_from_file as read_now

    return read_now(data, password, at)


def make_private_copy(
    facts: PrivateFacts, password: str, target: BinaryIO, language: Language, fonts: Path
) -> int:
    """Write what is only for the person, locked by a password; see app.dossier.private_copy."""
    from app.dossier.private_copy import make_private_copy as make_now

    return make_now(facts, password, target, language, fonts)


def receipt_square_rows(square: ReceiptSquare) -> tuple[bytes, ...]:
    """Return the code of a receipt as ``receipt_rows`` of app.dossier.pages.qr does."""
    from app.dossier.pages.qr import receipt_rows

    return tuple(receipt_rows(receipt_square_text(square)))


def make_receipt_sheet(facts: ReceiptFacts, language: Language, fonts: Path) -> bytes:
    """Return the receipt on paper as a PDF of one page; see app.dossier.receipt_sheet."""
    from app.dossier.receipt_sheet import make_receipt_sheet as make_now

    return make_now(facts, language, fonts)


def make_recovery_sheet(facts: RecoveryFacts, language: Language, fonts: Path) -> bytes:
    """Return the recovery sheet as a PDF; see app.dossier.recovery_sheet."""
    from app.dossier.recovery_sheet import make_recovery_sheet as make_now

    return make_now(facts, language, fonts)


def make_talking_sheet(facts: TalkingFacts, language: Language, fonts: Path) -> bytes:
    """Return the sheet for a talk as a PDF of one page; see app.dossier.talking_sheet."""
    from app.dossier.talking_sheet import make_talking_sheet as make_now

    return make_now(facts, language, fonts)


def make_witness_sheet(facts: WitnessFacts, language: Language, fonts: Path) -> bytes:
    """Return the sheet that a witness signs by hand as a PDF of one page; see app.dossier.witness_sheet."""
    from app.dossier.witness_sheet import make_witness_sheet as make_now

    return make_now(facts, language, fonts)
