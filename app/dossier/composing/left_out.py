"""What of written kinds is left out and why, whether there is any or not: how many there are is nobody's business.

Of words that are shown only where they are chosen it is said that only those are here; not which, and not of how many.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from app.dossier.composing.exhibits import DisclosedExhibit
from app.dossier.composing.incidents import DisclosedIncident
from app.dossier.composing.names import names_all_the_same
from app.dossier.model import Omission
from app.dossier.policy import WRITTEN_SECTIONS, Policy
from app.language import Language


def kinds_left_out(
    policy: Policy,
    showings: Sequence[DisclosedExhibit],
    incidents: Sequence[DisclosedIncident],
    language: Language,
) -> Iterable[Omission]:
    """Yield the kinds and the parts of them that stay shut, each once; notes are told of by themselves."""
    said: set[tuple[str, str]] = set()
    for section, (kind, how) in WRITTEN_SECTIONS.items():
        if how.one_by_one:
            continue
        if section not in policy.sections or not policy.opens(kind.tag, "facts"):
            yield Omission(
                language.text(how.heading), language.text("Not needed by this recipient.")
            )
            continue
        for part, (what, why) in (*how.left_out.items(), *how.also_left_out.items()):
            if (what, why) in said or policy.opens(kind.tag, part):
                continue
            said.add((what, why))
            reason = why_shut(policy, kind.tag, part, language) or language.text(why)
            if part in how.left_out:
                reason += f" {names_all_the_same(showings, incidents, language)}"
            yield Omission(language.text(what), reason)


def why_shut(policy: Policy, kind: str, part: str, language: Language) -> str:
    """Return what is said of a part that is shown only of chosen entries; "" for one that is not shown at all."""
    if not policy.opens_chosen(kind, part):
        return ""
    return language.text("Only what the employee chose is part of this edition.")
