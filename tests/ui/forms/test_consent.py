"""The form of a consent: what may be shared, and beside it what of that may go along with its file."""

from __future__ import annotations

from app.actions.write_down import write_down, write_down_with_file
from app.casework.kinds.absence import AbsenceDraft
from app.casework.kinds.consent import CONSENT, ConsentScope
from app.casework.kinds.expense import ExpenseDraft
from app.language import Language
from app.ui.forms.form import Form
from app.ui.routes import Write
from app.vocabulary import Role
from tests.worlds import ENGLISH, Desk


def form_of(desk: Desk, language: Language = ENGLISH) -> Form:
    return Form(desk.case, language, (), Write("consent"))


def test_only_what_holds_a_file_has_a_tick_for_it_and_the_tick_is_sealed(desk: Desk) -> None:
    absence = AbsenceDraft(from_on="2026-11-24")
    write_down(desk.case, absence)
    assert "files" not in {field.key for field in form_of(desk).sheet.fields}
    receipt = desk.folder / "kvittering.txt"
    receipt.write_text("950 kr.", encoding="utf-8")
    paid = write_down_with_file(desk.case, ExpenseDraft(amount=95000), receipt)
    form = form_of(desk)
    (files,) = [field for field in form.sheet.fields if field.key == "files"]
    assert [option.value for option in files.options] == [f"p{paid.seq}"]
    values = {**form.first, "recipient": Role.MANAGER.value, "files": f"p{paid.seq}"}
    form.seal(desk.case, values)
    (consent,) = desk.case.state.private_of(CONSENT)
    scope = consent.current.scope
    assert isinstance(scope, ConsentScope)
    assert [(item.entry, item.file) for item in scope.items] == [(paid, True)]
