"""What was found of a print becomes what the page shows, as an answer of a check does. No Qt."""

from __future__ import annotations

from app.dossier import CodeState, PaperPage, PaperReport, PaperState, state_of_page
from app.language import Language, deferred
from app.messages import page_lines, page_name, paper_word
from app.ui.verify.outcome import CheckOutcome, FindingGroup, OutcomeTone

_TONES = {
    PaperState.SAME: OutcomeTone.HOLDS,
    PaperState.OTHER: OutcomeTone.CHANGED,
    PaperState.UNSURE: OutcomeTone.UNKNOWN,
    PaperState.NOT_COMPARED: OutcomeTone.UNKNOWN,
}
_ADVICE = {
    PaperState.SAME: deferred("There is nothing you need to do."),
    PaperState.OTHER: deferred(
        "Look at the place yourself, in the print and in the report. Keep the print as it is."
    ),
    PaperState.UNSURE: deferred("Compare the places that are named with the report yourself."),
    PaperState.NOT_COMPARED: deferred("Read below what was missing. Scan those pages once more."),
}
_WORDS = {
    PaperState.SAME: deferred("Alike"),
    PaperState.OTHER: deferred("Other"),
    PaperState.UNSURE: deferred("Not sure"),
    PaperState.NOT_COMPARED: deferred("Not compared"),
}


def outcome_of_print(report: PaperReport, subject: str, language: Language) -> CheckOutcome:
    """Return what is shown of a print that was compared; ``subject`` names the scans."""
    text = language.text
    meaning = (
        []
        if report.readable
        else [
            text(
                "Text cannot be read by machine on this computer, so only codes and pictures were compared."
            )
        ]
    )
    return CheckOutcome(
        tone=_TONES[report.state],
        word=paper_word(report, language),
        subject=subject,
        meaning=tuple(meaning),
        advice=text(_ADVICE[report.state]),
        shown=(text("whether the log still has the entry that the code was given for"),)
        if report.receipts_alone
        else (
            text("which sealed page each page of the print claims to be"),
            text("whether its words are those of the sealed page, as far as a machine reads them"),
        ),
        not_shown=(text("whether what was sealed after it was changed: check that too"),)
        if report.receipts_alone
        else (
            text("whether something was added, or changed where a machine is not sure"),
            text("whether the sealed report was changed: check that too"),
        ),
        fits=False,
        groups=tuple(_group(page, language) for page in report.pages),
        checks=(),
        codes=(),
    )


def _group(page: PaperPage, language: Language) -> FindingGroup:
    state = state_of_page(page)
    tone = OutcomeTone.SURE if state is PaperState.SAME else _TONES[state]
    word = language.text(_WORDS[state])
    if page.code is CodeState.MISSING and page.receipt is None:
        word = language.text("No code")
    return FindingGroup(page_name(page, language), tuple(page_lines(page, language)), tone, word)
