"""Seal what a report says instead of texts that name somebody, before its head is taken."""

from __future__ import annotations

from collections.abc import Sequence

from app.actions.open_case import OpenCase
from app.casework.kinds.shared_text import SharedTextFacts, SharedTextWords
from app.dossier import Policy, ToldText


def share_texts(case: OpenCase, policy: Policy, told: Sequence[ToldText], language: str) -> bool:
    """Seal those that are not sealed yet, all or none; return whether there were any.

    Raises:
        UnwritableTextError, VaultError: nothing was sealed.
    """
    new = [each for each in told if each.sealed is None]
    if not new:
        return False
    with case.act() as act:
        for each in new:
            facts = SharedTextFacts(recipient=policy.role, source=each.source, part=each.part)
            words = SharedTextWords(fields=each.fields, language=language)
            act.seal({"facts": facts, "text": words})
    return True
