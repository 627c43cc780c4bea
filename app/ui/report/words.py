"""The wizard's own sentences. No Qt."""

from __future__ import annotations

from app.language import Language, deferred
from app.ui.report.model import Step

STEPS = {
    Step.RECIPIENT: deferred("Recipient"),
    Step.CONTENT: deferred("Contents"),
    Step.COVER: deferred("Black out"),
    Step.LOOK: deferred("Look through"),
    Step.SAVE: deferred("Save"),
}
"""On the pills."""

TITLES = {
    Step.RECIPIENT: deferred("Who is it for?"),
    Step.CONTENT: deferred("What shall be in it?"),
    Step.COVER: deferred("Is there anything to cover?"),
    Step.LOOK: deferred("Look through the report"),
    Step.SAVE: deferred("Save the report"),
}

LEADS = {
    Step.RECIPIENT: deferred(
        "Each recipient gets only what they need. You can see and change it all afterwards."
    ),
    Step.CONTENT: deferred("The exhibits keep their numbers, whatever you choose."),
    Step.COVER: deferred(
        "What others must not see can be covered with black. The originals stay untouched."
    ),
    Step.LOOK: deferred("This is how the recipient sees it. Turn the pages on the right."),
    Step.SAVE: deferred(
        "The report is not locked with your passphrase. Save it where only you can read it."
    ),
}

NEXT = {
    Step.RECIPIENT: deferred("Next: contents"),
    Step.CONTENT: deferred("Next: cover"),
    Step.COVER: deferred("Next: look"),
    Step.LOOK: deferred("Next: save"),
    Step.SAVE: deferred("Save the report"),
}


def facts(pages: int, size: int, language: Language) -> str:
    """``17 sider · omtrent 6,2 MB``."""
    return language.text(
        "{pages} · about {size}",
        pages=language.plural("{count} page", "{count} pages", pages),
        size=language.size(size),
    )
