"""A Dossier value becomes a PDF file: whole, or not at all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from app.dossier.attaching import attached_files
from app.dossier.hashing_writer import HashingWriter
from app.dossier.model import Dossier
from app.dossier.pages.book import Book
from app.dossier.pages.draw import Drawing
from app.dossier.pages.sheet import Sheets
from app.dossier.pages.signature import put_signature
from app.dossier.pages.typefaces import Typefaces
from app.dossier.pdf.about import About
from app.dossier.pictures import OpenObject, Pictures
from app.dossier.quick_turns import quick_turns
from app.dossier.rendered import Rendered
from app.dossier.signed_by import SigningIdentity
from app.dossier.signing.sealing import Seal, sign_into
from app.language import Language
from app.vocabulary import groups
from atomic_file import write_atomically


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
    """Write the PDF. Its pictures are the sealed ones, byte for byte; memory does not grow with their number.

    Args:
        dossier: from ``compose``.
        target: replaced when all is written; a failure leaves it as it was and no other file behind.
        open_object: gives the bytes of an entry's object as a stream.
        language: the one the dossier was composed in.
        fonts: resources/fonts.
        progress: called with pictures done and pictures in all between two pieces of the work, while nothing is
            held; raising from it cancels.
        log: the case's ledger text, of which nothing is opened; it goes along within the file.
        identity: signs it; None where nobody does.

    Raises:
        PictureChangedError: a picture is not what the ledger says.
        PictureFormError: a picture was not made by our own encoder.
        FontMissingError: the installation is not whole.
        OSError: the target cannot be written.
    """
    pictures = sum(1 for exhibit in dossier.exhibits if exhibit.picture)
    tell = (lambda: progress(pictures, pictures)) if progress is not None else None
    with write_atomically(target, tell) as file:
        return render_into(dossier, file, open_object, language, fonts, progress, log, identity)


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
    """Write the very same PDF to a stream: what shows it before it is saved keeps it in memory.

    Args:
        dossier: from ``compose``.
        sink: empty; of no use after a failure. Other arguments and errors as for ``render``.
        open_object: see ``render``.
        language: see ``render``.
        fonts: see ``render``.
        progress: see ``render``.
        log: see ``render``.
        identity: see ``render``.
    """
    shown = [exhibit for exhibit in dossier.exhibits if exhibit.picture]

    def report() -> None:
        if progress is not None:
            progress(pictures.right if pictures else 0, len(shown))

    pictures: Pictures | None = None
    pictures = Pictures(shown, open_object, report)
    attached = attached_files(dossier, log, language)
    about = About(dossier.cover.title, dossier.language, attached, dossier.made_at)
    with quick_turns(), HashingWriter(sink, report) as written:
        drawing = Drawing(written, Typefaces(fonts), about, pictures)

        def say_signed(sheets: Sheets) -> None:
            if identity is not None:
                put_signature(sheets, identity, language)

        book = Book(dossier, drawing, language, report, say_signed)
        frames = book.lay_out(pictures.sizes, pictures.still_rows)
        unsigned = drawing.finish(frames.every, frames.own, report)
        if identity is not None:
            said = seal_words(identity, dossier, language)
            sign_into(written, unsigned, Seal(identity, dossier.made_at, said, fonts))
        size, sha256 = written.finish()
    return Rendered(unsigned.pages, size, sha256, drawing.anchors)


def seal_words(identity: SigningIdentity, dossier: Dossier, language: Language) -> tuple[str, ...]:
    """Return what the seal on the first page says, in lines."""
    moment, known_by = language.moment(dossier.made_at), groups(identity.fingerprint, 8)
    if identity.holder is None:
        signed = language.text(
            "Signed digitally {moment}. The certificate’s fingerprint:", moment=moment
        )
        return signed, known_by
    name = identity.holder.name
    return (
        language.text("Signed digitally {moment} by {name}", moment=moment, name=name),
        language.text("The certificate’s fingerprint: {fingerprint}", fingerprint=known_by),
    )
