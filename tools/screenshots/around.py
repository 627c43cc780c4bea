"""What stands around the case: contacts, deadlines, the vault's care, the example, help, and the cover."""

from __future__ import annotations

from app.actions.name_people import register_person
from app.actions.write_down import write_down
from app.casework import Draft
from app.casework.kinds.absence import AbsenceDraft
from app.casework.kinds.care_contact import CareDraft
from app.casework.kinds.consent import ConsentDraft
from app.casework.kinds.expense import ExpenseDraft
from app.casework.kinds.incident import INCIDENT
from app.casework.kinds.injury_step import InjuryDraft
from app.casework.kinds.reaction import ReactionDraft
from app.messages import Message
from app.ui import routes
from app.ui.contacts.view import ContactsPage
from app.ui.cover.cover import Cover
from app.ui.deadlines.view import DeadlinesPage
from app.ui.health.view import HealthPage
from app.ui.letters.view import LettersPage
from app.ui.look_over.view import LookOverPage
from app.ui.next_step.view import NextStepPage
from app.ui.pattern.view import PatternPage
from app.ui.people.view import PeoplePage
from app.ui.phone_envelope.view import EnvelopePage
from app.ui.preferences.care_forms import RehearsalForm
from app.ui.preferences.care_model import Care
from app.ui.preferences.view import PreferencesPage
from app.ui.report.view import ReportPage
from app.ui.timeline.view import TimelinePage
from app.vocabulary import (
    CareKind,
    CareStatus,
    DoneBy,
    ExpenseKind,
    InjuryStep,
    Intensity,
    ReactionKind,
    Relation,
    Role,
)
from tools.screenshots.beforehand import shoot_beforehand
from tools.screenshots.camera import until
from tools.screenshots.tour import Tour

NEW_WORDS = "lampe hest trappe vindue skov bord"


class Around(Tour):
    """With the demonstration's vault open; it lies elsewhere at the end."""

    def walk(self) -> int:
        """Take the pictures; answers the next one's number."""
        self.unlock()
        self._next_step()
        self._contacts()
        self._people()
        self._deadlines()
        self._guidance()
        self._health()
        self._look_over()
        self._beforehand()
        self._example()
        self._settings()
        self._help_and_error()
        self._cover()
        self.close()
        return self.camera.number

    def _next_step(self) -> None:
        self.ways.go(routes.NextStep())
        self.page(NextStepPage)
        self.shoot("next")
        self.ways.go(routes.Letters("manager"))
        page = self.page(LettersPage)
        until(lambda: page.detail is not None, "a letter is shown")
        self.shoot("letters")
        page.presenter.delete()
        self.page(NextStepPage)
        self.built.window.toasts.clear()

    def _contacts(self) -> None:
        self.ways.go(routes.Contacts())
        page = self.page(ContactsPage)
        self.shoot("contacts")
        list(page.rows.values())[-1].click()
        self.shoot("contacts-another")

    def _people(self) -> None:
        case = self.built.session.case
        if case is None:
            raise RuntimeError("no case is open")
        register_person(case, Relation.CITIZEN, ("Lars Holm",), ("larsholm",))
        self.ways.go(routes.People())
        page = self.page(PeoplePage)
        until(lambda: len(page.list.rows) > 1, "the register is read")
        self.shoot("people")
        page.presenter.add()
        self.shoot("people-form")
        page.presenter.give_up()

    def _deadlines(self) -> None:
        self.ways.go(routes.Deadlines())
        page = self.page(DeadlinesPage)
        self.shoot("deadlines")
        if page.first is not None:
            page.first.why.ask.click()
            self.shoot("deadlines-why")

    def _guidance(self) -> None:
        self.ways.go(routes.Guidance())
        self.shoot("guidance")
        self.ways.go(routes.Guidance("three_days"))
        self.shoot("guidance-read")

    def _health(self) -> None:
        self.ways.go(routes.Health())
        self.shoot("health-empty")
        self._note_health()
        page = self.page(HealthPage)
        page.presenter.opened()
        self.shoot("health-covered")
        page.presenter.uncover()
        self.shoot("health")
        page.presenter.withdraw(page.presenter.shown.readers[0])
        until(lambda: not page.presenter.shown.readers[0].holds, "the consent is withdrawn")
        self.built.window.toasts.clear()
        self.shoot("health-withdrawn")

    def _note_health(self) -> None:
        """Write down a few weeks, as a person would."""
        case = self.built.session.case
        if case is None:
            raise RuntimeError("no case is open")
        post = next(iter(case.state.of(INCIDENT))).id
        reaction = ReactionDraft(
            reactions=(ReactionKind.SLEEP, ReactionKind.WORRY),
            intensity=Intensity.STRONG,
            incidents=(post,),
        )
        absence = AbsenceDraft(from_on="2026-11-24", to_on="2026-11-27", percent=50)
        drafts: list[Draft] = [
            reaction,
            CareDraft(form=CareKind.DOCTOR, status=CareStatus.HELD, name="Eva Eks"),
            absence,
            ExpenseDraft(form=ExpenseKind.PSYCHOLOGIST, amount=95000, refunded=40000),
            InjuryDraft(step=InjuryStep.EMPLOYER_REPORT, by=DoneBy.EMPLOYER, ref="24/77"),
        ]
        entries = [write_down(case, each) for each in drafts]
        write_down(case, ConsentDraft(recipient=Role.MANAGER, items=(entries[2],)))

    def _beforehand(self) -> None:
        case = self.built.session.case
        if case is None:
            raise RuntimeError("no case is open")
        shoot_beforehand(self, case)

    def _look_over(self) -> None:
        self.ways.go(routes.LookOver())
        self.page(LookOverPage)
        self.shoot("look-over")
        self.ways.go(routes.Pattern())
        self.page(PatternPage)
        self.shoot("pattern")
        self.ways.go(routes.PhoneEnvelope())
        envelope = self.page(EnvelopePage)
        until(lambda: bool(envelope.presenter.shown.ending), "the key is known")
        self.shoot("phone-envelope")

    def _example(self) -> None:
        session = self.built.session
        self.acts.show_example()
        until(lambda: session.example, "the example is shown")
        page = self.page(TimelinePage)
        self.camera.settle("the example")
        page.list.choose(0)
        self.shoot("example")
        self.ways.go(routes.Write("note"))
        until(lambda: self.built.window.toasts.shown, "a toast says that this is the example")
        self.shoot("example-refused", ends=False)
        self.built.window.toasts.clear()
        self.ways.go(routes.Report("manager"))
        self.until_drawn(self.page(ReportPage).pane)
        self.shoot("example-report", ends=False)
        self.acts.leave_example()
        until(lambda: not session.example, "one's own case is back")
        self.page(TimelinePage)

    def _settings(self) -> None:
        self.ways.go(routes.Settings())
        page = self.page(PreferencesPage)
        self.shoot("settings")
        care = page.care
        for each in Care:
            care.begin(each)
            self.shoot(f"care-{each}")
        copy = self.desk.home / "usb" / "kopi.bevismappe"
        copy.parent.mkdir()
        care.begin(Care.BACKUP)
        care.back_up(copy)
        self._answered(page, "care-backup-done")
        care.begin(Care.REHEARSAL)
        form = page.care_page.form
        if isinstance(form, RehearsalForm):
            form.show_copy(copy)
        care.rehearse(copy, "forkert")
        until(lambda: form is not None and form.form.errors, "the words are refused")
        self.shoot("care-rehearsal-refused")
        care.rehearse(copy, self.desk.passphrase)
        self._answered(page, "care-rehearsal-done")
        care.begin(Care.PASSPHRASE)
        care.change(self.desk.passphrase, NEW_WORDS, NEW_WORDS)
        self._answered(page, "care-passphrase-done")
        care.begin(Care.SHEET)
        care.save_sheet(NEW_WORDS, "Mette Eks", copy.parent / "ark.pdf")
        self._answered(page, "care-sheet-done")
        care.begin(Care.MOVE)
        care.move(copy.parent)
        self._answered(page, "care-move-done")
        care.leave()
        self.shoot("settings-moved")

    def _answered(self, page: PreferencesPage, name: str) -> None:
        until(lambda: page.care_page.answer is not None, f"the answer comes: {name}")
        self.shoot(name)

    def _help_and_error(self) -> None:
        self.built.window.named_actions["help"].trigger()
        self.shoot("help")
        self.ways.go(routes.Timeline())
        sentence = self.desk.language.text(
            "Something went wrong that we had not foreseen ({kind}). "
            "What was saved and locked before is still there. Try again, or open the program anew.",
            kind="ValueError",
        )
        self.acts.show_error(Message("unforeseen", sentence, 70), "ValueError")
        dialog = self.dialog("the error")
        self.camera.shoot_over("error", dialog)
        dialog.close()

    def _cover(self) -> None:
        self.acts.hide_now()
        self.shoot("hidden")
        cover = self.built.frame.acts.cover
        if isinstance(cover, Cover):
            cover.presenter.lock_now()
            cover.presenter.reveal()
            cover.presenter.try_passphrase("forkert")
        self.shoot("hidden-asking")
