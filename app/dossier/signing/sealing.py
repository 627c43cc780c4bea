"""The signature in the file: a seal on its first page, and the bytes that cover all the others.

Rules:
- What was there before is not touched: without the update the file is the one that was not signed.
- The seal stands above the header, where nothing else does. It is a tagged form field, and says what it shows.
- The time is the report's own: the same report, signed by the same key, is the same bytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from app.dossier.hashing_writer import HashingWriter
from app.dossier.pages import look
from app.dossier.pages.draw import Unsigned
from app.dossier.pages.ink import Ink
from app.dossier.pages.setting import Setter
from app.dossier.pages.sheet import SheetWords
from app.dossier.pages.typefaces import Typefaces
from app.dossier.pdf.syntax import text_string
from app.dossier.signed_by import SigningIdentity
from app.dossier.signing.update import Update

_ROOM = 4096  # bytes for the signature; ours takes some 900
_WITHOUT_CERTIFICATES = (
    2048  # what it takes beside them, by an RSA key of 8,192 bits, with some to spare
)
_PRINTED_LOCKED = 132
_PAD, _WIDTH, _WIDEST = 4.0, 300.0, 430.0
_TOP = 13.0
_STYLE = look.HEADER._replace(size=6.8, leading=8.6)
_RANGE = "[0000000000 0000000000 0000000000 0000000000]"


class Seal(NamedTuple):
    """What a signature needs beside the file.

    Attributes:
        identity: who signs.
        made_at: in UTC.
        lines: what the seal says, each set on a line of its own.
        fonts: resources/fonts.
    """

    identity: SigningIdentity
    made_at: datetime
    lines: Sequence[str]
    fonts: Path


def sign_into(written: HashingWriter, unsigned: Unsigned, seal: Seal) -> None:
    """Add the signature to a file that was just written."""
    from app.dossier.signing.cms import signed_data  # loads what most reports do not need

    update = Update(written.size, unsigned.end.size)
    widget, value, element = (update.reserve() for _ in range(3))
    width, height = _size_of(seal)
    bottom = look.PAGE_HEIGHT - _TOP - height
    rect = f"[{look.LEFT:.2f} {bottom:.2f} {look.LEFT + width:.2f} {bottom + height:.2f}]"
    said = text_string(" ".join(seal.lines))
    update.put(
        widget,
        f"<</Type/Annot/Subtype/Widget/FT/Sig/T(Signature1)/TU{said}/Contents{said}/F {_PRINTED_LOCKED}"
        f"/Rect{rect}/P {unsigned.page} 0 R/V {value} 0 R/StructParent {unsigned.next_key}"
        f"/AP<</N {_appearance(update, seal, width, height)} 0 R>>>>",
    )
    _replace(update, unsigned, widget, element)
    before = update.at + len(f"{value} 0 obj\n")
    head = (
        "<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached"
        f"/M(D:{seal.made_at:%Y%m%d%H%M%S}Z)/ByteRange{_RANGE}/Contents"
    )
    hole = before + len(head)
    room = _room_for(seal.identity)
    update.put(value, f"{head}<{'0' * 2 * room}>>>")
    data = update.finish(unsigned.root, unsigned.info, unsigned.end.id, unsigned.end.table)
    after = hole + 2 * room + 2
    total = written.size + len(data)
    covered = f"[0 {hole} {after} {total - after}]".ljust(len(_RANGE)).encode("ascii")
    data = data.replace(_RANGE.encode("ascii"), covered, 1)
    start = written.size
    digest = written.digest()
    digest.update(data[: hole - start])
    digest.update(data[after - start :])
    signature = signed_data(seal.identity, digest.digest())
    if len(signature) > room:
        raise AssertionError("the signature has no room")
    filled = b"<" + signature.hex().upper().encode("ascii").ljust(2 * room, b"0") + b">"
    written.write(data[: hole - start] + filled + data[after - start :])


def _room_for(identity: SigningIdentity) -> int:
    certificates = sum(map(len, (identity.certificate, *identity.others)))
    return max(_ROOM, certificates + _WITHOUT_CERTIFICATES)


def _replace(update: Update, unsigned: Unsigned, widget: int, element: int) -> None:
    """Write anew what has to name the field: the page, the tree of tags and the catalogue."""
    notes = " ".join(f"{each} 0 R" for each in (*unsigned.notes, widget))
    update.put(unsigned.page, f"<<{unsigned.page_body}/Annots[{notes}]>>")
    update.put(
        element,
        f"<</Type/StructElem/S/Form/P {unsigned.document} 0 R"
        f"/K[<</Type/OBJR/Pg {unsigned.page} 0 R/Obj {widget} 0 R>>]>>",
    )
    update.put(
        unsigned.document,
        f"<</Type/StructElem/S/Document/P {unsigned.tree} 0 R"
        f"/K[{unsigned.document_kids} {element} 0 R]>>",
    )
    key = unsigned.next_key
    leaf = update.add(f"<</Limits[{key} {key}]/Nums[{key} {element} 0 R]>>")
    places = update.add(f"<</Kids[{unsigned.leaves} {leaf} 0 R]>>")
    update.put(
        unsigned.tree,
        f"<</Type/StructTreeRoot/K[{unsigned.document} 0 R]"
        f"/ParentTree {places} 0 R/ParentTreeNextKey {key + 1}>>",
    )
    update.put(
        unsigned.root, f"<<{unsigned.root_body}/AcroForm<</Fields[{widget} 0 R]/SigFlags 3>>>>"
    )


def _size_of(seal: Seal) -> tuple[float, float]:
    """Return how wide and high the seal is: wider than usual where a line has a name."""
    setter = Setter(Typefaces(seal.fonts))
    words = max(setter.single(line, _STYLE, _WIDEST - 2 * _PAD).width for line in seal.lines)
    return max(_WIDTH, words + 2 * _PAD), 2 * _PAD + len(seal.lines) * _STYLE.leading


def _appearance(update: Update, seal: Seal, width: float, height: float) -> int:
    """Write how the seal looks; return its object."""
    typefaces = Typefaces(seal.fonts)
    setter = Setter(typefaces)
    ink = Ink(typefaces, 0, ())
    # The form has a system of its own, whose lower left corner is the seal's.
    top = look.PAGE_HEIGHT - height
    ink.draw(
        [
            SheetWords(
                _PAD,
                top + _PAD + (at + 0.76) * _STYLE.leading,
                setter.single(line, _STYLE, width - 2 * _PAD),
            )
            for at, line in enumerate(seal.lines)
        ]
    )
    words = "\n".join(piece for piece in ink.pieces if isinstance(piece, str))
    colour = f"{look.ACCENT.red:g} {look.ACCENT.green:g} {look.ACCENT.blue:g}"
    frame = f"0.8 w {colour} RG 0.4 0.4 {width - 0.8:.2f} {height - 0.8:.2f} re S"
    return update.stream(
        update.reserve(),
        f"/Type/XObject/Subtype/Form/BBox[0 0 {width:.2f} {height:.2f}]"
        f"/Resources<</Font<<{typefaces.write(update)}>>>>",
        f"{frame}\n{words}".encode("ascii"),
    )
