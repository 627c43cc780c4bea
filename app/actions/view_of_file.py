"""What is shown of a file that comes in, and what it says of itself, found out in the limited child."""

from __future__ import annotations

from pathlib import Path

import msgspec

from app.casework.kinds.file import FileClaims, FileContents, FileFilm, FileFindings, FileLikeness
from app.casework.kinds.view import ViewPages, ViewShown
from app.inert import shown
from app.picture import (
    DECODABLE,
    PAGED,
    SNIFF_LENGTH,
    WORDED,
    Block,
    DecodedPicture,
    InnerFile,
    PictureRefusedError,
    Pixels,
    Refusal,
    Said,
    WarmChild,
    carries_signature,
    decode_untrusted,
    difference_hash,
    draw_text_page,
    encode_png,
    read_untrusted,
    sniff,
    thumbnail,
)
from app.vocabulary import DrawnAs, PackedAnew, PictureColours, PictureGround, PictureWhole

_FONTS = Path(__file__).resolve().parents[2] / "resources" / "fonts"
LOOKED_INTO = DECODABLE | PAGED | WORDED
"""The media types of files that are looked into; all others are kept, and listed."""


class FileView(msgspec.Struct, frozen=True):
    """What is shown of a file: its pixels, as our own PNG and small, and what was done to them."""

    pixels: Pixels
    png: bytes
    small: bytes
    shown: ViewShown
    pages: ViewPages


class Looked(msgspec.Struct, frozen=True):
    """What was found in a file.

    Attributes:
        preview: ``shown``, or one word that says why nothing is.
        view: what is shown of it.
        findings: what there is beside its picture.
        claims: what it says of itself.
        words: the words in it.
        likeness: how its picture looks.
        inside: the files that lie in it.
        film: what was found out about it, where it is a film or sound.
    """

    preview: str
    view: FileView | None = None
    findings: FileFindings = FileFindings()
    claims: FileClaims = FileClaims()
    words: FileContents = FileContents()
    likeness: FileLikeness = FileLikeness()
    inside: tuple[InnerFile, ...] = ()
    film: FileFilm | None = None


def look_into(untrusted: bytes, media_type: str, warm: WarmChild | None = None) -> Looked:
    """Return what is shown of a file, and what it says.

    Args:
        untrusted: its bytes; none where it is too large to be looked into.
        media_type: what its first bytes speak of.
        warm: the child to ask, where many files come; else one is started.
    """
    if media_type not in LOOKED_INTO:
        picture = media_type.startswith("image/")
        return Looked(str(Refusal.UNSUPPORTED) if picture else "not_a_picture")
    if not untrusted:
        return Looked(str(Refusal.TOO_LARGE))
    try:
        if media_type in WORDED:
            return _look_into_words(untrusted, media_type, warm)
        look = decode_untrusted(untrusted, media_type, warm=warm)
    except PictureRefusedError as error:
        other = error.reason is Refusal.UNSUPPORTED and not media_type.startswith("image/")
        return Looked("not_a_picture" if other else str(error.reason))
    said = look.said
    return Looked(
        "shown",
        view_of(look, _pages(said)),
        FileFindings(more=look.more, signed=carries_signature(untrusted, media_type)),
        claims_of(said),
        FileContents(text=said.words, whole=said.words_whole),
        FileLikeness() if said.pages else FileLikeness(bits=difference_hash(look.pixels)),
    )


def _look_into_words(untrusted: bytes, media_type: str, warm: WarmChild | None) -> Looked:
    """Draw a page of our own with the words of a file, and with the pictures that its words show."""
    document = read_untrusted(untrusted, media_type, warm=warm)
    said = document.said
    pictures = {
        at: pixels
        for at, file in enumerate(document.inside)
        if file.pictured and (pixels := _pixels_of(file.untrusted, warm)) is not None
    }
    blocks = [Block(style, shown(words), place) for style, words, place in said.blocks]
    page = draw_text_page(blocks, pictures, _FONTS)
    pages = ViewPages(drawn_as=DrawnAs.TEXT, pages=page.pages, drawn=page.drawn)
    pixels = page.pixels
    return Looked(
        "shown",
        FileView(pixels, encode_png(pixels), thumbnail(pixels), ViewShown(), pages),
        claims=claims_of(said),
        words=FileContents(text=said.words, whole=said.words_whole),
        # What its words show is seen there, and is an exhibit of its own like the rest: it can be handed over alone.
        inside=document.inside,
    )


def _pixels_of(untrusted: bytes, warm: WarmChild | None) -> Pixels | None:
    media_type = sniff(untrusted[:SNIFF_LENGTH])
    if media_type not in DECODABLE:
        return None
    try:
        return decode_untrusted(untrusted, media_type, warm=warm).pixels
    except PictureRefusedError:
        return None


def view_of(look: DecodedPicture, pages: ViewPages) -> FileView:
    """Return a picture as it is shown and kept."""
    pixels = look.pixels
    return FileView(pixels, encode_png(pixels), thumbnail(pixels), _shown(look), pages)


def claims_of(said: Said) -> FileClaims:
    """Return what a file says of itself, in the words of the log."""
    return FileClaims(
        taken=said.taken,
        spot=said.place,
        packed=PackedAnew(said.packed or PackedAnew.NO),
        mailed=said.mailed,
        sender=said.sender,
        receivers=said.receivers,
        subject=said.subject,
        message_id=said.message_id,
        link=said.link,
        export=said.export,
    )


def _pages(said: Said) -> ViewPages:
    if not said.pages:
        return ViewPages()
    return ViewPages(drawn_as=DrawnAs.PAGES, pages=said.pages, drawn=said.pages_shown)


def _shown(look: DecodedPicture) -> ViewShown:
    """In the words of the log."""
    return ViewShown(
        whole=PictureWhole(look.whole.name.lower()),
        percent=look.percent,
        frames=look.frames,
        smaller=look.smaller,
        ground=PictureGround(look.ground.name.lower()),
        colours=PictureColours(look.colours.name.lower()),
    )
