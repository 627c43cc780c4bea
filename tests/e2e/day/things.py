"""What comes in beside pictures of the screen: a photo of a phone, a PDF, a mail, a video; and a picture to paste."""

from __future__ import annotations

import shutil
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

_HEIC = Path(__file__).parents[2] / "data" / "cases" / "foto.heic"
# A file of type and a box for the content, empty: whoever plays it finds nothing, but it is what a video begins with.
_MP4 = b"\0\0\0\x18ftypisom\0\0\0\1isommp41" + b"\0\0\0\x08mdat"


def write_things(folder: Path) -> list[Path]:
    """Write the files; return them in the order in which they are brought in."""
    photo, letter, mail, video = (
        folder / name for name in ("foto.heic", "brev.pdf", "mail.eml", "film.mp4")
    )
    shutil.copy(_HEIC, photo)
    sheet = BytesIO()
    canvas = Canvas(sheet)
    canvas.drawString(72, 720, "Kære Mette. Vi har set opslaget.")
    canvas.save()
    letter.write_bytes(sheet.getvalue())
    message = EmailMessage()
    message["From"], message["To"] = "bo@eksempel.example", "mette@eksempel.example"
    message["Date"], message["Subject"] = "Mon, 12 Oct 2026 21:47:00 +0200", "Opslaget"
    message.set_content("Har du set det her?")
    mail.write_bytes(bytes(message))
    video.write_bytes(_MP4)
    return [photo, letter, mail, video]
