"""Who is called by another name in one report, and what the person has written for it without names. Pure."""

from __future__ import annotations

from msgspec.structs import replace

from app.casework import CaseState
from app.casework.named import people_of, texts_standing_for
from app.dossier.composing.choices import Choices
from app.dossier.composing.renaming import Renaming
from app.dossier.policy import Policy
from app.language import Language
from app.naming import People


def renaming_for(
    state: CaseState, policy: Policy, choices: Choices, language: Language, people: People | None
) -> Renaming:
    """Return what tells the texts; ``people`` is None for the senders of the case alone."""
    known = People() if policy.tells_names else people or people_of(state)
    return Renaming(known, language, choices.links, texts_standing_for(state, policy.role))


def without_names_in(choices: Choices, renaming: Renaming) -> Choices:
    """Return the choices with what the person has written for this report told with other names, too."""
    return replace(
        choices,
        title=renaming.words(choices.title),
        summary=renaming.words(choices.summary),
        own_asks=tuple(renaming.words(each) for each in choices.own_asks),
    )
