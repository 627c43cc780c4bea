"""Nothing that a recipient's policy does not name comes into a dossier."""

from __future__ import annotations

import json
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.casework import KIND_PARTS
from app.dossier import load_policy, recipients
from app.dossier.policy import NEVER_OPENED, Policy
from app.vocabulary import Role
from tests.unit.dossier.composing import CONSULTANT, MANAGER, composed, words_of
from tests.unit.dossier.sample_case import (
    CANARIES,
    DOCTOR_CANARY,
    EVIDENCE,
    PRIVATE,
    RECIPIENTS,
    SENDER_NAME_CANARY,
    SampleCase,
    small_case,
)


def _tokens(case: SampleCase) -> dict[tuple[int, str, str], set[str]]:
    """Every text in every part of the evidence chain: by (seq, kind, part)."""
    found: dict[tuple[int, str, str], set[str]] = {}
    for entry in case.entries:
        if entry.id.chain != EVIDENCE:
            continue
        bodies = {part.name: json.loads(part.body or b"{}") for part in entry.parts}
        kind = str(bodies.get("facts", bodies.get("genesis", {})).get("kind"))
        for name, body in bodies.items():
            texts = set(_texts({key: each for key, each in body.items() if key != "kind"}))
            found[entry.id.seq, kind, name] = {text for text in texts if text.startswith("KK")}
            if "sha256" in body:
                found[entry.id.seq, kind, name].add(body["sha256"])
    return found


def _texts(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for each in value.values() for text in _texts(each)]
    if isinstance(value, list):
        return [text for each in value for text in _texts(each)]
    return []


def _marked_case() -> SampleCase:
    """The small case with each text of the evidence replaced by a word of its own."""
    case = small_case()
    state = SampleCase()
    count = 0
    for entry in case.entries:
        bodies: dict[str, bytes] = {}
        for part in entry.parts:
            body = json.loads(part.body or b"{}")
            for key, value in body.items():
                if key in _FREE_TEXTS and isinstance(value, str):
                    count += 1
                    body[key] = f"KK{count:04d}"
            for mark in body.get("marks", []):
                mark["caption"] = "KKcaption"
            for redaction in body.get("redactions", []):
                redaction["reason"] = "KKreason"
            bodies[part.name] = json.dumps(body).encode()
        if bodies.keys() != {"genesis"}:
            state._append(bodies, entry.id.chain, entry.time)
    state.objects = case.objects
    return state


_FREE_TEXTS = {
    *(
        "title",
        "local_ref",
        "name",
        "job_title",
        "workplace",
        "program",
        "url",
        "media_type",
        "python",
        "qt",
        "os",
    ),
    *(
        "platform",
        "venue_name",
        "permalink",
        "published_at_text",
        "audience",
        "handle",
        "profile_url",
    ),
    *(
        "platform_id",
        "display_name",
        "relation",
        "quote",
        "why_offensive",
        "description",
        "text",
        "phone",
    ),
    *(
        "mail",
        "organisation",
        "said",
        "what",
        "reply",
        "actor",
        "device",
        "boot_id",
        "clock_source",
    ),
}
# Of which kinds such a policy chooses all entries.
_CHOICE_OF = {
    (False, False): (),
    (True, False): ("note",),
    (False, True): ("file",),
    (True, True): ("note", "file"),
}
_MARKED = _marked_case()
_MARKED_TOKENS = _tokens(_MARKED)


@st.composite
def _policies(draw: st.DrawFn) -> Policy:
    opened: dict[str, tuple[str, ...]] = {}
    for kind, parts in KIND_PARTS.items():
        known = [part for part in (*parts, "person") if part not in NEVER_OPENED | {"facts"}]
        if not draw(st.booleans()):
            continue
        chosen = draw(st.sets(st.sampled_from(known))) if known else set()
        if kind == "working_copy" and "object" in chosen:
            chosen |= {"marks", "redactions"}
        opened[kind] = ("facts", *sorted(chosen))
    left_out = draw(st.sets(st.sampled_from(list(Role))))
    if_chosen = {"note": ("facts", "text"), "file": ("object",)} if draw(st.booleans()) else {}
    return msgspec.structs.replace(
        MANAGER,
        opened=opened,
        log_leaves_out=tuple(left_out),
        opened_if_chosen=if_chosen,
        notes=draw(st.booleans()),
        files=draw(st.booleans()),
    )


@given(_policies(), st.booleans())
@settings(max_examples=150)
def test_nothing_comes_through_that_the_policy_does_not_name(policy: Policy, context: bool) -> None:
    dossier = composed(_MARKED, policy, context=context)
    words = words_of(dossier)
    kinds = {(seq, part): kind for seq, kind, part in _MARKED_TOKENS}
    chosen = _CHOICE_OF[policy.notes, policy.files]
    let_through = dossier.opened | dossier.stated
    assert not dossier.opened & dossier.stated
    for seq, part in let_through:
        kind = kinds[seq, part]
        opens = policy.opens_chosen if kind in chosen else policy.opens
        assert opens(kind, part)
    for (seq, _, part), tokens in _MARKED_TOKENS.items():
        if (seq, part) not in let_through:
            assert not [token for token in tokens if token in words], (seq, part)
    assert {id.seq for id in dossier.objects} == {
        seq for seq, part in dossier.opened if part == "object"
    }


@given(_policies())
def test_the_private_chain_is_not_looked_at(policy: Policy) -> None:
    without = SampleCase()
    without.entries = [entry for entry in _MARKED.entries if entry.id.chain != PRIVATE]
    without._next = _MARKED._next
    assert composed(_MARKED, policy) == composed(without, policy)


@pytest.mark.parametrize("recipient", recipients(RECIPIENTS))
def test_no_canary_is_in_any_dossier(recipient: str) -> None:
    words = words_of(composed(small_case(), load_policy(RECIPIENTS, recipient)))
    for canary in CANARIES:
        assert canary not in words
    assert (SENDER_NAME_CANARY in words) == (recipient in ("own_copy", "police"))
    assert (DOCTOR_CANARY in words) == (recipient == "own_copy")


def test_the_manager_is_not_told_names_of_others_and_the_consultant_is() -> None:
    assert "Hanne Eks" not in words_of(composed(small_case(), MANAGER))
    assert "Hanne Eks" in words_of(composed(small_case(), CONSULTANT))
