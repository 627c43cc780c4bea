"""Recipients who are shown less than ours: what stays shut is named, and nothing of it is opened."""

from __future__ import annotations

import pytest
from msgspec import structs

from app.casework.kinds.contact import ContactFacts
from app.casework.kinds.file import FileFacts
from app.casework.kinds.incident import IncidentFacts, IncidentSender, IncidentText
from app.casework.kinds.notification import NotificationFacts
from app.casework.kinds.working_copy import (
    WorkingCopyFacts,
    WorkingCopyMarks,
    WorkingCopyRedactions,
)
from app.dossier.policy import Policy
from app.markup.shapes import Box, Number, Redaction
from app.vocabulary import Role
from tests.unit.dossier.composing import (
    CONSULTANT,
    MANAGER,
    POLICE,
    composed,
    labelled,
    words_of,
    written,
)
from tests.unit.dossier.sample_case import SampleCase, made_picture, small_case


def without(policy: Policy, kind: str, part: str) -> Policy:
    opened = dict(policy.opened)
    opened[kind] = tuple(each for each in opened[kind] if each != part)
    return structs.replace(policy, opened=opened)


@pytest.mark.parametrize(
    ("kind", "part", "what", "why"),
    [
        ("incident", "sender", "Senders’ profiles", "Not needed by this recipient."),
        ("incident", "text", "Quotes and descriptions", "Not needed by this recipient."),
        (
            "notification",
            "to",
            "Names of those who were told",
            (
                "In the report’s own words they are named by their role. Pictures, quotes and the employee’s own words"
                " can show names: exhibits 1–3."
            ),
        ),
    ],
)
def test_a_part_that_this_recipient_is_not_shown_is_named_with_its_reason(
    kind: str, part: str, what: str, why: str
) -> None:
    told = {
        each.what: each.why
        for each in composed(small_case(), without(CONSULTANT, kind, part)).omissions
    }
    assert told[what] == why
    assert what not in {each.what for each in composed(small_case(), CONSULTANT).omissions}


def test_of_a_copy_whose_marks_stay_shut_it_is_not_said_that_it_is_marked() -> None:
    case = small_case()
    assert composed(case).exhibits[0].marked
    opened = {**MANAGER.opened, "working_copy": ("facts",)}
    exhibit = composed(case, structs.replace(MANAGER, opened=opened)).exhibits[0]
    assert (exhibit.marked, exhibit.captions, exhibit.picture) == (False, (), False)


def test_where_there_are_no_incidents_nothing_of_them_is_left_out() -> None:
    for part in ("sender", "text"):
        told = composed(SampleCase(), without(MANAGER, "incident", part)).omissions
        assert not {"Senders’ profiles", "Quotes and descriptions"} & {each.what for each in told}


def test_without_its_facts_no_notification_is_told() -> None:
    dossier = composed(small_case(), without(MANAGER, "notification", "facts"))
    assert written(dossier, "notifications") == ()
    assert not [item for item in dossier.timeline if item.what.startswith("Told")]


def test_a_contact_that_is_not_this_recipients_business_is_neither_named_nor_pointed_at() -> None:
    case = SampleCase()
    contact = case.add(ContactFacts(role=Role.DOCTOR, organisation="KANARIE-klinik"))
    told = case.add(
        NotificationFacts(role=Role.MANAGER, at="2026-11-23T13:30:00.000Z", contact=contact)
    )
    dossier = composed(case)
    (notification,) = written(dossier, "notifications")
    assert "KANARIE" not in notification.title
    assert (told.seq, "facts") not in dossier.opened
    assert (told.seq, "facts") in dossier.stated
    assert not [part for seq, part in dossier.opened if seq == contact.seq]


def test_an_exhibit_of_two_incidents_names_both() -> None:
    case = SampleCase()
    exhibit = case.capture(made_picture(9, 9), "2026-11-23T13:00:00.000Z", (9, 9))
    for words in ("et", "to"):
        case.add(
            IncidentFacts(platform="Facebook", exhibits=(exhibit,)), text=IncidentText(quote=words)
        )
    (shown,) = composed(case).exhibits
    assert labelled(shown.rows)["Shows incidents"] == "1, 2"
    (alone,) = composed(small_case(), exhibits=(1,)).exhibits
    assert "Shows incidents" not in labelled(alone.rows)


def test_rows_with_nothing_in_them_are_left_out() -> None:
    case = SampleCase()
    case.capture(made_picture(9, 9), "2026-11-23T13:00:00.000Z", (9, 9), url="")
    case.capture(made_picture(8, 9), "2026-11-23T13:00:00.000Z", (8, 9), url="https://x.example/1")
    bare, linked = composed(case).exhibits
    assert "Link" not in labelled(bare.rows)
    assert labelled(linked.rows)["Link"] == "https://x.example/1"
    assert all(row.value for exhibit in (bare, linked) for row in exhibit.rows)


def test_who_took_a_picture_or_added_a_file_is_told_where_that_is_shown() -> None:
    case = SampleCase()
    case.add(
        FileFacts(added_at="2026-11-23T15:00:00.000Z", media_type="application/pdf"),
        png=b"x",
        media_type="application/pdf",
    )
    case.capture(made_picture(9, 9), "2026-11-23T13:00:00.000Z", (9, 9))
    unnamed = without(without(MANAGER, "capture", "person"), "file", "person")
    for policy, by in ((MANAGER, ", by Mette Eks"), (unnamed, "")):
        file, picture = (labelled(each.rows) for each in composed(case, policy).exhibits)
        assert "Link" not in file
        assert file["Added"] == (
            f"23 November 2026 at 16:00:00 Danish time (UTC+01:00; 15:00:00 UTC){by}"
        )
        assert picture["Captured"].endswith(f"UTC){by}. The computer’s clock was not checked.")


def test_the_address_that_was_seen_is_told_beside_the_link_where_it_is_another() -> None:
    link = "https://facebook.example/groups/nordby/posts/88120"
    for url, told in ((link, None), ("https://m.facebook.example/p/1", True), ("", None)):
        case = SampleCase()
        case.add(IncidentFacts(platform="Facebook", permalink=link, url=url))
        (incident,) = composed(case).incidents
        values = [row.value for row in incident.rows]
        assert values.count(link) == 1
        assert ("https://m.facebook.example/p/1" in values) is bool(told)


def test_the_address_of_a_picture_is_told_where_it_is_not_the_incidents_link() -> None:
    link = "https://facebook.example/groups/nordby/posts/88120"
    for url in (link, "https://m.facebook.example/p/1", ""):
        case = SampleCase()
        taken = case.capture(made_picture(9, 9), "2026-11-23T13:00:00.000Z", (9, 9), url=url)
        case.add(IncidentFacts(platform="Facebook", permalink=link, exhibits=(taken,)))
        (exhibit,) = composed(case).exhibits
        rows = labelled(exhibit.rows)
        assert rows["Link"] == link
        assert rows.get("Address when taken", "") == ("" if url == link else url)


def test_a_part_that_holds_more_than_the_pages_show_is_named_by_what_it_is_about() -> None:
    case = SampleCase()
    original = case.capture(made_picture(60, 40), "2026-11-23T13:00:00.000Z", (60, 40))
    copy = case.add(
        WorkingCopyFacts(parent=original, width_px=60, height_px=40),
        png=made_picture(60, 40, (0, 0, 0)),
        marks=WorkingCopyMarks(marks=(Number(10, 10, "KANARIE-under"),)),
        redactions=WorkingCopyRedactions(redactions=(Redaction(Box(0, 0, 30, 30), "navn"),)),
    )
    incident = case.add(
        IncidentFacts(platform="Facebook", exhibits=(original,)),
        sender=IncidentSender(profile_url="https://facebook.example/bo?fbclid=KANARIE-spor"),
        text=IncidentText(quote="ord"),
    )
    dossier = composed(case)
    told = [each.what for each in dossier.omissions]
    assert f"Exhibit 1: the marks, as entry {copy.seq} of the log has it" in told
    assert (copy.seq, "marks") in dossier.stated
    assert "KANARIE" not in words_of(dossier)
    # The police are told the profile, and not what followed whoever opened its link.
    dossier = composed(case, POLICE)
    told = [each.what for each in dossier.omissions]
    assert f"Incident 1: the sender’s profile, as entry {incident.seq} of the log has it" in told
    assert (incident.seq, "sender") in dossier.stated
    assert "KANARIE" not in words_of(dossier)


def test_an_incident_whose_facts_hold_more_than_the_pages_show_is_no_exhibits_statement() -> None:
    case = SampleCase()
    incident = case.add(
        IncidentFacts(platform="Facebook", url="https://facebook.example/p/1?fbclid=KANARIE-spor"),
        text=IncidentText(quote="ord"),
    )
    dossier = composed(case)
    assert (incident.seq, "facts") in dossier.stated
    assert (incident.seq, "facts") not in dossier.opened
    (left_out,) = (each for each in dossier.omissions if each.what.startswith("Incident 1"))
    assert left_out.what == f"Incident 1, as entry {incident.seq} of the log has it"
    assert left_out.exhibit == 0
    assert [each.seq for each in dossier.statements] == [incident.seq]
    assert "KANARIE" not in words_of(dossier)


def test_boxes_that_are_not_each_seen_are_told_as_they_are_seen_and_stay_shut() -> None:
    inner, outer = Redaction(Box(2, 2, 9, 9), "navn"), Redaction(Box(0, 0, 30, 30), "navn")
    for boxes, shut in (((inner, outer), True), ((outer,), False)):
        case = SampleCase()
        original = case.capture(made_picture(60, 40), "2026-11-23T13:00:00.000Z", (60, 40))
        copy = case.add(
            WorkingCopyFacts(parent=original, width_px=60, height_px=40),
            png=made_picture(60, 40, (0, 0, 0)),
            marks=WorkingCopyMarks(),
            redactions=WorkingCopyRedactions(redactions=boxes),
        )
        dossier = composed(case)
        assert ((copy.seq, "redactions") in dossier.stated) is shut
        assert ((copy.seq, "redactions") in dossier.opened) is not shut
        told = {each.what for each in dossier.omissions}
        shut_words = f"Exhibit 1: the covered places, as entry {copy.seq} of the log has it"
        assert (shut_words in told) is shut
        assert "Exhibit 1: 1 place covered with black" in told


def test_a_senders_name_is_opened_to_whom_a_policy_names_it() -> None:
    opened = dict(MANAGER.opened)
    opened["incident"] = (*opened["incident"], "sender_name")
    case = small_case()
    (incident,) = (entry.id.seq for entry in case.entries if entry.part("sender_name"))
    assert (incident, "sender_name") in composed(
        case, structs.replace(MANAGER, opened=opened)
    ).opened
    assert (incident, "sender_name") not in composed(case).opened


def test_platforms_of_a_sender_are_named_once_and_only_where_there_are_some() -> None:
    case = SampleCase()
    for platform in ("Facebook", "", "Facebook", "TikTok"):
        case.add(
            IncidentFacts(platform=platform),
            sender=IncidentSender(profile_url="https://facebook.example/bo"),
        )
    (party,) = composed(case).parties
    assert labelled(party.rows)["Platform"] == "Facebook, TikTok"


def test_profiles_are_printed_for_whoever_is_told_names_and_said_to_be_left_out_for_others() -> (
    None
):
    for policy, said in ((MANAGER, False), (POLICE, True)):
        told = composed(small_case(), policy)
        assert ("@torben.eks" in words_of(told)) is said
        assert (
            any(each.what.startswith("Names and profiles") for each in told.omissions) is not said
        )


def test_an_older_copy_tells_no_reason_of_a_box_that_lies_under_another() -> None:
    case = SampleCase()
    original = case.capture(made_picture(64, 40), "2026-11-23T13:03:11.000Z", (64, 40))
    case.add(
        WorkingCopyFacts(parent=original, width_px=64, height_px=40),
        png=made_picture(64, 40, (0, 0, 0)),
        marks=WorkingCopyMarks(),
        redactions=WorkingCopyRedactions(
            redactions=(
                Redaction(Box(5, 5, 4, 4), "KANARIE-under"),
                Redaction(Box(1, 1, 20, 20), "barns navn"),
            )
        ),
    )
    dossier = composed(case)
    assert "KANARIE-under" not in words_of(dossier)
    (covered,) = (each for each in dossier.omissions if "covered with black" in each.what)
    assert covered.why == "barns navn"
