"""The wizard's own sentences. No Qt."""

from __future__ import annotations

from app.language import Language, deferred
from app.ui.report.model import ReportStep

STEPS = {
    ReportStep.RECIPIENT: deferred("Recipient"),
    ReportStep.CONTENT: deferred("Contents"),
    ReportStep.COVER: deferred("Black out"),
    ReportStep.LOOK: deferred("Look through"),
    ReportStep.SAVE: deferred("Save"),
}
"""On the pills."""

TITLES = {
    ReportStep.RECIPIENT: deferred("Who is it for?"),
    ReportStep.CONTENT: deferred("What shall be in it?"),
    ReportStep.COVER: deferred("Is there anything to cover?"),
    ReportStep.LOOK: deferred("Look through the report"),
    ReportStep.SAVE: deferred("Save the report"),
}

LEADS = {
    ReportStep.RECIPIENT: deferred(
        "Each recipient gets only what they need. You can see and change it all afterwards."
    ),
    ReportStep.CONTENT: deferred("The exhibits keep their numbers, whatever you choose."),
    ReportStep.COVER: deferred(
        "What others must not see can be covered with black. The originals stay untouched."
    ),
    ReportStep.LOOK: deferred("This is how the recipient sees it. Turn the pages on the right."),
    ReportStep.SAVE: deferred(
        "The report is not locked with your passphrase. Save it where only you can read it."
    ),
}

NEXT = {
    ReportStep.RECIPIENT: deferred("Next: contents"),
    ReportStep.CONTENT: deferred("Next: cover"),
    ReportStep.COVER: deferred("Next: look"),
    ReportStep.LOOK: deferred("Next: save"),
    ReportStep.SAVE: deferred("Save the report"),
}


def facts(pages: int, size: int, language: Language) -> str:
    """Return ``17 sider · omtrent 6,2 MB``."""
    return language.text(
        "{pages} · about {size}",
        pages=language.plural("{count} page", "{count} pages", pages),
        size=language.size(size),
    )
