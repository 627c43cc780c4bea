"""What people are sent, as it is seen: a mail and what was attached, a letter, a saved page, a chat, a contact card."""

from __future__ import annotations

import io
import zipfile
from email.message import EmailMessage
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from app.actions.add_file import add_file
from app.timeline import EXHIBIT
from app.ui import routes
from app.ui.exhibit.view import ExhibitPage
from app.ui.report.model import ReportStep
from app.ui.report.view import ReportPage
from app.ui.timeline.view import TimelinePage
from tools.screenshots.desk import ROOT
from tools.screenshots.tour import Tour

_PHOTO = ROOT / "tests" / "data" / "cases" / "foto.heic"
_PAGE = """<html><head><title>Borgere i Nordby</title></head><body><h1>Hun lyver</h1>
<p>Mette Eks fra Familieafdelingen er ligeglad. <a href="https://nabolaget.example/88120">Læs mere</a></p>
<script>alert(1)</script><p>Ring til hende privat, og sig, hvad I mener.</p></body></html>"""
_CHAT = (
    "[14.03.2026, 21.05.00] Afsender Eks: Du skal passe på\n"
    "[14.03.2026, 21.06.00] Mette Eks: Stop nu\n"
    "[14.03.2026, 21.07.00] Afsender Eks: Jeg ved, hvor du bor\n"
)
_CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Afsender Eks\r\nTEL:+4500000000\r\nEND:VCARD\r\n"


class Received(Tour):
    """With the demonstration's vault open."""

    def walk(self) -> int:
        """Take the pictures; answers the next one's number."""
        self.unlock()
        numbers = self._add()
        self._timeline(numbers)
        for name, number in numbers.items():
            self._editor(name, number)
        self._report()
        self.close()
        return self.camera.number

    def _add(self) -> dict[str, int]:
        """Keep one of each; the number of each exhibit by what it is."""
        case = self.built.session.case
        if case is None:
            raise LookupError("no case is open")
        folder = self.desk.documents / "modtaget"
        folder.mkdir()
        made: dict[str, int] = {}
        for name, path in _files(folder).items():
            made[name] = len(case.state.exhibits) + 1
            add_file(case, path)
        made["attachment"] = made["mail"] + 1
        self.built.session.publish()
        return made

    def _timeline(self, numbers: dict[str, int]) -> None:
        self.ways.go(routes.Timeline())
        page = self.page(TimelinePage)
        rows = page.model.timeline.rows
        for name, number in numbers.items():
            (place,) = (
                at
                for at, row in enumerate(rows)
                if row.kind is EXHIBIT and getattr(row.thing, "number", 0) == number
            )
            page.list.choose(place)
            self.open_pane(page)
            self.press("Show picture", page.pane)
            self.shoot(f"received-{name}")
            if not page.list.isVisible():
                page.pane.back.click()

    def _editor(self, name: str, number: int) -> None:
        self.ways.go(routes.Exhibit(number))
        page = self.page(ExhibitPage)
        self.camera.settle("the editor")
        page.presenter.uncover()
        self.camera.settle("the picture")
        self.shoot(f"received-{name}-editor")

    def _report(self) -> None:
        """How the wizard offers them, and the page of the attachment."""
        self.ways.go(routes.Report("union_consultant"))
        page = self.page(ReportPage)
        page.presenter.go_to(ReportStep.CONTENT)
        self.until_drawn(page.pane)
        self.shoot("received-report")


def _files(folder: Path) -> dict[str, Path]:
    chat = io.BytesIO()
    with zipfile.ZipFile(chat, "w") as archive:
        archive.writestr("_chat.txt", _CHAT)
    made = {
        "mail": ("Fra Afsender Eks.eml", _mail()),
        "letter": ("brev fra advokat.pdf", _letter()),
        "page": ("Borgere i Nordby.html", _PAGE.encode()),
        "chat": ("WhatsApp-chat.zip", chat.getvalue()),
        "card": ("Afsender Eks.vcf", _CARD.encode()),
    }
    for name, data in made.values():
        (folder / name).write_bytes(data)
    return {kind: folder / name for kind, (name, _) in made.items()}


def _mail() -> bytes:
    made = EmailMessage()
    made["From"] = "Afsender Eks <afsender@eksempel.invalid>"
    made["To"] = "mette@eksempel.invalid"
    made["Subject"] = "Om din afgørelse"
    made["Date"] = "Sat, 14 Mar 2026 21:05:00 +0100"
    made.set_content("Nu har du fået det, som du ville. Vi ses i avisen.\n\nAfsender Eks")
    made.add_attachment(_PHOTO.read_bytes(), "image", "heic", filename="dit hus.heic")
    return bytes(made)


def _letter() -> bytes:
    target = io.BytesIO()
    canvas = Canvas(target)
    for number in (1, 2):
        canvas.setFont("Helvetica", 14)
        canvas.drawString(72, 740, f"Brev om sagen, side {number}")
        canvas.drawString(72, 710, "Vi skriver på vegne af vores klient.")
        canvas.showPage()
    canvas.save()
    return target.getvalue()
