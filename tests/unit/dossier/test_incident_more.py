"""What else is said of a post, as each reader of a report is told of it."""

from __future__ import annotations

from app.casework import parts_of
from app.casework.kinds.incident_fields import IncidentDraft
from app.casework.kinds.request import RequestDraft
from app.dossier import Dossier
from app.dossier.policy import Policy
from app.vocabulary import Affected, Basis, ContentTag, Direction, Role, Severity
from evidence_store import EntryId
from tests.unit.dossier.composing import CONSULTANT, MANAGER, composed, labelled, words_of
from tests.unit.dossier.sample_case import SampleCase
from tests.unit.dossier.test_at_work import opened, sealed

NOW = "2026-11-23T13:03:11.042Z"
EVERYTHING = IncidentDraft(
    platform="Facebook",
    tags=(ContentTag.PICTURE_OF_ME, ContentTag.LEGITIMATE_CRITICISM),
    directed_at=Direction.SENT,
    basis_description=Basis.SEEN,
    affected=(Affected.PARTNER,),
    severity=Severity.UNBEARABLE,
    before="KAoptakt",
    sender_mail="KAmail",
    sender_phone="KAtelefon",
)


def rows(dossier: Dossier, at: int = 0) -> dict[str, str]:
    return labelled(dossier.incidents[at].rows)


def left_out(dossier: Dossier) -> str:
    return " ".join(each.what for each in dossier.omissions)


def test_everybody_reads_what_is_in_it_and_how_it_is_known_in_words_for_others() -> None:
    case = SampleCase()
    entry = sealed(case, EVERYTHING)
    for policy in (MANAGER, CONSULTANT):
        dossier = composed(case, policy)
        told = rows(dossier)
        assert told["Content"] == "Picture of the employee, legitimate criticism"
        assert told["How it is aimed"] == "Sent to the employee"
        assert told["Basis of the description"] == "Seen by the employee"
        assert {"circumstances", "tags", "relations"} <= opened(dossier, entry)


def test_who_else_is_hit_is_for_the_union_and_the_rest_for_nobody_here() -> None:
    case = SampleCase()
    entry = sealed(case, EVERYTHING)
    for_manager, for_consultant = composed(case, MANAGER), composed(case, CONSULTANT)
    assert "Also hit" not in rows(for_manager)
    assert rows(for_consultant)["Also hit"] == "Partner"
    for dossier in (for_manager, for_consultant):
        assert "KA" not in words_of(dossier)
        assert "bear" not in words_of(dossier)
        assert not {"self_view", "run_up", "sender_contact"} & opened(dossier, entry)
    assert "what went before" in left_out(for_manager)
    assert "who else is hit, how bad it is to the employee" in left_out(for_manager)
    assert "who else is hit" not in left_out(for_consultant)


def test_a_report_says_so_whether_there_is_anything_or_not() -> None:
    case, other = SampleCase(), SampleCase()
    sealed(case, EVERYTHING)
    sealed(other, IncidentDraft(platform="Facebook"))
    assert left_out(composed(case)) == left_out(composed(other))


def _joined(policy: Policy) -> tuple[Dossier, EntryId]:
    """A post of a series, after a warning that only the union hears of."""
    case = SampleCase()
    first = sealed(case, IncidentDraft(platform="Facebook"))
    warned = sealed(case, RequestDraft(what="KAbedt", role=Role.SHOP_STEWARD))
    entry = sealed(case, IncidentDraft(series=(first,), repost_of=first, after_warning=warned))
    return composed(case, policy), entry


def test_a_post_names_others_as_the_report_calls_them() -> None:
    dossier, entry = _joined(CONSULTANT)
    told = rows(dossier, 1)
    assert told["Same series"] == told["Posted again from"] == "Incident 1"
    assert told["Earlier warning"] == "Asked: shop steward, 23 November 2026"
    assert "relations" in opened(dossier, entry)


def test_what_names_something_a_reader_is_not_told_of_stays_shut_and_says_the_rest() -> None:
    dossier, entry = _joined(MANAGER)
    told = rows(dossier, 1)
    assert told["Same series"] == "Incident 1"
    assert "Earlier warning" not in told
    assert "KA" not in words_of(dossier)
    assert (entry.seq, "relations") in dossier.stated
    assert "relations" not in opened(dossier, entry)
    assert "Incident 2: what it belongs together with" in left_out(dossier)


def test_a_post_of_a_time_before_these_parts_is_told_as_it_was() -> None:
    case = SampleCase()
    parts = parts_of(case.state, IncidentDraft(platform="Facebook"), None, NOW)
    case.add(parts["facts"])
    assert rows(composed(case))["Where"] == "Facebook"
