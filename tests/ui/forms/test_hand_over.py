"""Who got a report is noted apart from saving it, and prefilled from what was saved."""

from __future__ import annotations

from pathlib import Path

from app.actions.hand_over import hand_over
from app.actions.make_dossier import make_dossier
from app.casework.kinds.contact import ContactFacts, ContactPerson
from app.casework.kinds.handed_over import HANDED_OVER, HandedOverPerson
from app.ui.forms.presenter import FormPresenter
from app.ui.routes import Write
from app.vocabulary import Channel, Role
from evidence_store import EntryId
from tests.fakes.form_page import FakeFormPage
from tests.worlds import Desk, order
from tests.written import keep_contact


def saved(desk: Desk, folder: Path, name: str, recipient: str = "manager") -> EntryId:
    """A package."""
    return hand_over(
        desk.case, order(recipient, language=desk.context.language), folder / name
    ).delivery


def test_it_is_filled_in_from_the_package_and_sealed_as_it_stands(
    desk: Desk, form: FormPresenter, page: FakeFormPage, tmp_path: Path
) -> None:
    keep_contact(desk.case, ContactFacts(role=Role.MANAGER), ContactPerson(name="Lene Eks"))
    older = saved(desk, tmp_path, "a.zip")
    saved(desk, tmp_path, "b.zip", "union_consultant")
    form.open(Write("handed_over", about=older))
    assert page.values["what"] == str(older.seq)
    assert (page.values["role"], page.values["name"]) == ("manager", "Lene Eks")
    assert page.values["at"]
    form.save()
    (given,) = desk.session.state.of(HANDED_OVER)
    facts = given.current.facts
    assert (facts.what, facts.role, facts.channel) == (older, Role.MANAGER, Channel.MAIL)
    assert facts.at
    assert given.current.to == HandedOverPerson(name="Lene Eks")


def test_another_report_brings_its_recipient_along(
    desk: Desk, form: FormPresenter, page: FakeFormPage, tmp_path: Path
) -> None:
    older = saved(desk, tmp_path, "a.zip")
    newer = saved(desk, tmp_path, "b.zip", "union_consultant")
    form.open(Write("handed_over"))
    assert page.values["what"] == str(newer.seq)
    assert page.values["role"] == "union_consultant"
    form.change("what", str(older.seq))
    assert page.values["role"] == "manager"


def test_a_report_without_a_package_can_be_given_too(
    desk: Desk, form: FormPresenter, page: FakeFormPage, tmp_path: Path
) -> None:
    made = make_dossier(desk.case, order(language=desk.context.language), tmp_path / "r.pdf")
    form.open(Write("handed_over", about=made.entry))
    form.change("channel", "meeting")
    form.save()
    (given,) = desk.session.state.of(HANDED_OVER)
    assert (given.current.facts.what, given.current.facts.channel) == (made.entry, Channel.MEETING)


def test_a_correction_keeps_what_was_given_and_the_old_words(
    desk: Desk, form: FormPresenter, page: FakeFormPage, tmp_path: Path
) -> None:
    package = saved(desk, tmp_path, "a.zip")
    saved(desk, tmp_path, "b.zip", "union_consultant")
    form.open(Write("handed_over", about=package))
    form.save()
    (given,) = desk.session.state.of(HANDED_OVER)
    form.open(Write("handed_over", corrects=given.id))
    assert page.values["what"] == str(package.seq)
    form.change("name", "Lene Eks")
    form.save()
    (given,) = desk.session.state.of(HANDED_OVER)
    assert given.current.to == HandedOverPerson(name="Lene Eks")
    assert given.current.facts.what == package
    assert len(given.earlier) == 1


def test_without_a_report_there_is_nothing_to_give(desk: Desk, form: FormPresenter) -> None:
    assert not form.accepts(Write("handed_over"))
    assert form.form is None
