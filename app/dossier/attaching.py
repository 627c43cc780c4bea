"""The files within a report: the case's log as lines without words, and which fingerprint each exhibit has.

Whoever has the PDF alone can follow the receipt code at its foot through the log with them. An entry's line has its
number, its time and its hashes; of what an entry is, and of its parts, it says nothing.
"""

from __future__ import annotations

from app.dossier.model import Dossier
from app.dossier.pdf.about import Attached, Relation
from app.language import Language

LOG_NAME = "ledger.txt"
LIST_NAME = "manifest.txt"


def attached_files(dossier: Dossier, log: bytes, language: Language) -> tuple[Attached, ...]:
    """Return them.

    Args:
        dossier: the report.
        log: the ledger text of the case up to the printed code, of which nothing is opened; b"" where it is unknown.
        language: the one that the report is in.
    """
    files: list[Attached] = []
    if log:
        told = language.text("The case’s log up to this report, without its content")
        files.append(Attached(LOG_NAME, "text/plain", log, told, Relation.SUPPLEMENT))
    lines = [
        f"{exhibit.sha256}  {language.text('Exhibit {number}', number=exhibit.number)}\n"
        for exhibit in dossier.exhibits
        if exhibit.sha256
    ] + [f"{paper.sha256}  {paper.name}\n" for paper in dossier.papers]
    if log and lines:
        told = language.text("The fingerprint (SHA-256) of each exhibit that is shown")
        data = "".join(lines).encode("utf-8", "replace")
        files.append(Attached(LIST_NAME, "text/plain", data, told, Relation.SUPPLEMENT))
    return tuple(files)
