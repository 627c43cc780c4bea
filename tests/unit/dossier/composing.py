"""The sample cases as dossiers, for tests that ask what is said in them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec

from app.dossier import Choices, Dossier, compose, load_policy
from app.dossier.model import PrintedThing
from app.dossier.policy import Policy
from app.language import Language
from tests.unit.dossier.sample_case import MADE_AT, RECIPIENTS, SampleCase

ENGLISH = Language("en", Path())
MANAGER = load_policy(RECIPIENTS, "manager")
POLICE = load_policy(RECIPIENTS, "police")
CONSULTANT = load_policy(RECIPIENTS, "union_consultant")


def composed(case: SampleCase, policy: Policy = MANAGER, **choices: Any) -> Dossier:
    return compose(case.state, policy, Choices(**choices), ENGLISH, case.receipt, MADE_AT)


def written(dossier: Dossier, section: str) -> tuple[PrintedThing, ...]:
    """What is told in a section of what the person wrote down."""
    return next((each.things for each in dossier.written if each.name == section), ())


def words_of(dossier: Dossier) -> str:
    value = msgspec.structs.replace(dossier, opened=frozenset(), objects=())
    return json.dumps(msgspec.to_builtins(value), ensure_ascii=False)


def labelled(rows: Any) -> dict[str, str]:
    return {row.label: row.value for row in rows}
