from __future__ import annotations

from pathlib import Path

import pytest

from app.casework import KIND_PARTS, KINDS
from app.dossier import PolicyError, UnknownRecipientError, load_policy, recipients
from app.dossier.policy import NEVER_OPENED, Policy
from app.vocabulary import DisclosedTopic, Role, Zone
from tests.unit.dossier.sample_case import RECIPIENTS


def _changed(folder: Path, old: str, new: str) -> Policy:
    text = (RECIPIENTS / "manager.toml").read_text(encoding="utf-8")
    assert old in text
    (folder / "manager.toml").write_text(text.replace(old, new, 1), encoding="utf-8")
    return load_policy(folder, "manager")


@pytest.mark.parametrize("recipient", recipients(RECIPIENTS))
def test_every_recipient_file_loads_and_speaks_both_languages(recipient: str) -> None:
    policy = load_policy(RECIPIENTS, recipient)
    assert bool(policy.asks) == ("asks" in policy.sections)
    assert policy.header.of("da") != policy.header.of("en")


EVERYBODY = (
    "colleague",
    "insurer",
    "manager",
    "own_copy",
    "police",
    "safety_rep",
    "shop_steward",
    "union_consultant",
)
TOLD_NAMES = {"own_copy", "police"}


def test_a_colleague_is_given_exhibits_and_nothing_that_was_written_down() -> None:
    policy = load_policy(RECIPIENTS, "colleague")
    assert set(policy.opened) == {
        *("genesis", "case", "author", "capture", "file", "view", "working_copy", "timestamp"),
    }
    assert (set(policy.opened_if_chosen), policy.files, policy.offered) == ({"file"}, True, ())


def test_eight_recipients_are_there() -> None:
    assert recipients(RECIPIENTS) == EVERYBODY


def test_the_police_are_not_told_what_was_asked_of_the_workplace_or_whom_else_one_told() -> None:
    police = load_policy(RECIPIENTS, "police")
    for kind in ("request", "answer", "measure", "support", "notification", "concern", "idea"):
        assert not any(police.opens(kind, part) for part in KIND_PARTS[kind])
    assert police.opens("incident", "sender_name")


def test_a_work_injury_case_hears_of_the_workplaces_knowing_and_of_nobody_else() -> None:
    insurer = load_policy(RECIPIENTS, "insurer")
    assert set(Role) - set(insurer.log_leaves_out) == {Role.MANAGER, Role.HR, Role.INSURER}
    assert not insurer.opens("notification", "text")
    assert insurer.first_page == ()  # a deadline of the police is not theirs


def test_the_own_copy_is_offered_nothing_private() -> None:
    assert load_policy(RECIPIENTS, "own_copy").offered == ()


@pytest.mark.parametrize("recipient", recipients(RECIPIENTS))
def test_parts_that_name_machine_windows_and_files_are_opened_for_nobody(recipient: str) -> None:
    policy = load_policy(RECIPIENTS, recipient)
    for kind, parts in KIND_PARTS.items():
        for part in (*parts, "machine"):
            if part in NEVER_OPENED:
                assert not policy.opens(kind, part)


@pytest.mark.parametrize("recipient", recipients(RECIPIENTS))
def test_a_sender_is_known_by_profile_and_by_name_only_to_the_police_and_oneself(
    recipient: str,
) -> None:
    policy = load_policy(RECIPIENTS, recipient)
    assert policy.opens("incident", "sender") == (recipient != "colleague")
    assert policy.opens("incident", "sender_name") == (recipient in TOLD_NAMES)


@pytest.mark.parametrize("recipient", recipients(RECIPIENTS))
def test_a_kind_nobody_thought_of_stays_shut(recipient: str) -> None:
    policy = load_policy(RECIPIENTS, recipient)
    assert not policy.opens("health", "facts")
    assert not policy.opens("incident", "diary")
    assert not policy.opens("note", "text")


@pytest.mark.parametrize("recipient", ["manager", "safety_rep"])
def test_nobody_at_work_sees_talks_with_union_doctor_and_family(recipient: str) -> None:
    left_out = {role.value for role in load_policy(RECIPIENTS, recipient).log_leaves_out}
    assert {"union_consultant", "shop_steward", "doctor", "relative"} <= left_out


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("context = false", "context = false\nnames = true"),
        ('incident = ["facts"', 'incident = ["facts", "diary"'),
        ('incident = ["facts"', 'rumour = ["facts"'),
        ('capture = ["facts"', 'capture = ["facts", "machine"'),
        ('capture = ["facts"', 'capture = ["facts", "window"'),
        ('file = ["facts"', 'file = ["facts", "source"'),
        ('incident = ["facts", ', "incident = ["),
        ('"marks", "redactions", "object"', '"marks", "object"'),
        ('"union_consultant", "shop_steward"', '"union_consultant", "neighbour"'),
        ('"cover", "asks"', '"asks", "cover"'),
        ('"omissions", "integrity"', '"integrity"'),
        ('"timeline", ', '"timeline", "timeline", '),
        ('"timeline", ', '"timeline", "gossip", '),
        ('id = "guidelines"', 'id = "meeting"'),
        ('da = "at det bliver registreret internt"', 'da = ""'),
        ('recipient = "manager"', 'recipient = "police"'),
        ('recipient = "manager"', "recipient = ["),
    ],
)
def test_a_recipient_file_with_a_fault_is_refused(tmp_path: Path, old: str, new: str) -> None:
    with pytest.raises(PolicyError) as caught:
        _changed(tmp_path, old, new)
    assert caught.value.reason


@pytest.mark.parametrize("kind", [kind.tag for kind in KINDS if kind.zones == {Zone.PRIVATE}])
@pytest.mark.parametrize("table", ["[opened]", "[opened_if_chosen]"])
def test_a_file_that_names_a_kind_of_the_private_chain_is_refused(
    tmp_path: Path, table: str, kind: str
) -> None:
    with pytest.raises(PolicyError) as caught:
        _changed(tmp_path, f"\n{table}\n", f'\n{table}\n{kind} = ["facts"]\n')
    assert "private" in caught.value.reason


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"absence", "reaction"', '"absence", "absence"'),
        ('"absence", "reaction"', '"absence", "diary"'),
        ('"disclosed", ', ""),
        ("\n[opened]\n", '\n[opened]\ndisclosed = ["facts"]\n'),
        ("\n[opened_if_chosen]\n", '\n[opened_if_chosen]\ndisclosed = ["facts", "text"]\n'),
    ],
)
def test_what_is_shared_is_offered_by_topic_and_opened_by_no_file(
    tmp_path: Path, old: str, new: str
) -> None:
    with pytest.raises(PolicyError):
        _changed(tmp_path, old, new)


def test_a_manager_is_offered_less_than_the_consultant() -> None:
    manager, consultant = (
        load_policy(RECIPIENTS, each) for each in ("manager", "union_consultant")
    )
    assert manager.offered == ("absence", "reaction", "expense")
    assert set(consultant.offered) == set(DisclosedTopic)


def test_an_unknown_recipient_is_named_with_those_there_are() -> None:
    with pytest.raises(UnknownRecipientError) as caught:
        load_policy(RECIPIENTS, "../manager")
    assert caught.value.known == EVERYBODY
