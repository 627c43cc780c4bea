"""What is said, before a dossier is made, of files: those that cannot be shown, and those that go along."""

from __future__ import annotations

from collections.abc import Sequence

from app.casework import listed
from app.casework.kinds.file import FileFacts, FileFindings
from app.dossier.composing.exhibits import DisclosedExhibit
from app.dossier.composing.films import keeps_overview
from app.language import Language


def file_warnings(showings: Sequence[DisclosedExhibit], language: Language) -> tuple[str, ...]:
    """Return one sentence for each file, by the name of its exhibit."""
    made: list[str] = []
    for showing in showings:
        facts = showing.source.facts  # said to the person, who may know the size
        if showing.along is not None and showing.redactions:
            made.append(
                language.text(
                    "Exhibit {number}: the original goes along too. Everything that you covered can be seen in it.",
                    number=showing.source.number,
                )
            )
        if not isinstance(facts, FileFacts):
            continue
        what = listed(facts.media_type, language.size(facts.size))
        words = {"number": showing.source.number, "what": what}
        if showing.along is not None:
            made.append(
                language.text(
                    "Exhibit {number} goes along as a file, as you received it ({what}). It can hold hidden "
                    "information, such as place, device, names and earlier text.",
                    **words,
                )
            )
            findings = showing.source.findings
            if isinstance(findings, FileFindings) and findings.more:
                made.append(
                    language.text(
                        "Exhibit {number}: the file holds more than the picture. What more there is goes along "
                        "with it.",
                        number=showing.source.number,
                    )
                )
        elif showing.object is None and keeps_overview(showing.source):
            made.append(
                language.text(
                    "Exhibit {number}: the overview of the film stays out, since something in the film is covered. "
                    "Cover it on the overview too to show that.",
                    number=showing.source.number,
                )
            )
        elif showing.object is None and not showing.uncovered:
            made.append(
                language.text(
                    "Exhibit {number} ({what}) cannot be shown as a picture. The report only names it, unless the "
                    "file goes along.",
                    **words,
                )
            )
    return tuple(made)
