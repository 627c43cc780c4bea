"""The page of the report wizard, put together: its steps, the one in front, the pages beside it, and the row below."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QRect, QStandardPaths, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.folders import saving_folder
from app.ui import routes
from app.ui.context import UiContext
from app.ui.kit import (
    BarStep,
    Button,
    CardPage,
    Muted,
    PageFoot,
    PrimaryButton,
    StepBar,
    middle_column,
    named,
    spaced,
    text_percent,
)
from app.ui.kit.look import S2, S3, S5
from app.ui.kit.room import page_side
from app.ui.printing.printer import Printer
from app.ui.report.author_card import AuthorCard
from app.ui.report.authoring import AuthorAsked
from app.ui.report.content_step import ContentStep
from app.ui.report.halves import Halves
from app.ui.report.look_step import LookStep
from app.ui.report.model import (
    STEPS,
    Buttons,
    ChoiceLine,
    KeyShown,
    LastCheck,
    Names,
    Pictures,
    RecipientOption,
    ReportDraft,
    ReportStep,
    Saved,
    Shared,
    Target,
)
from app.ui.report.presenter import ReportPresenter
from app.ui.report.preview_pane import PreviewPane
from app.ui.report.private_copying import PrivateCopyOffer
from app.ui.report.reading_steps import CoverStep
from app.ui.report.recipient_step import RecipientStep
from app.ui.report.save_step import SaveStep
from app.ui.report.small_pictures import Small
from app.ui.routes import Route
from app.ui.screens import Bars, ScreenPage

_READING_PX = 600


class _QtPause:
    """Rings on the window's thread."""

    def __init__(self, parent: QWidget) -> None:
        self._timer = QTimer(parent)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._rung)
        self._ring: Callable[[], None] | None = None

    def start(self, milliseconds: int, ring: Callable[[], None]) -> None:
        self._ring = ring
        self._timer.start(milliseconds)

    def stop(self) -> None:
        self._timer.stop()
        self._ring = None

    def _rung(self) -> None:
        if self._ring is not None:
            self._ring()


class ReportPage(ScreenPage):
    """Shows what the presenter tells it."""

    bars = Bars.OWN

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        named(self, "page")
        self._language = context.language
        self._look = context.look
        self.pane = PreviewPane(context.language, context.look)
        self._step: ReportStep | None = None
        self._build()
        self.presenter = ReportPresenter(context, self, _QtPause(self), _save_folder(context))
        self._connect()

    # -- what the frame calls --------------------------------------------------------------------

    def open(self, route: Route) -> None:
        if isinstance(route, routes.Report):
            self.presenter.start(route.recipient)

    def come_back(self) -> None:
        self.presenter.start()

    def leave(self) -> None:
        self.presenter.leave()

    # -- what the presenter tells ----------------------------------------------------------------

    def show_step(self, step: ReportStep, title: str, lead: str) -> None:
        self.steps.show_step(step)
        self._page.title.setText(title)
        self._page.lead.setText(lead)
        for each, widget in self._of.items():
            widget.setVisible(each is step)
        self.halves.show_choices()
        if step is not self._step:  # who comes back from mending something goes on where they were
            self._page.area.verticalScrollBar().setValue(0)
        self._step = step

    def show_buttons(self, buttons: Buttons) -> None:
        self.primary.set_text(buttons.primary)
        self.primary.setEnabled(buttons.can_go_on)
        self.back.setEnabled(buttons.can_go_back)
        self.back.setVisible(buttons.can_cancel or buttons.can_go_back)
        self.print.setVisible(buttons.shows_print)
        self.print.setEnabled(buttons.can_print)
        self.cancel.setVisible(buttons.can_cancel)
        self.steps.setEnabled(buttons.can_cancel)

    def show_facts(self, text: str) -> None:
        self.facts.setText(text)

    def show_options(self, options: tuple[RecipientOption, ...], chosen: str) -> None:
        self.recipient.show_options(options, chosen)

    def show_author(self, asked: AuthorAsked | None) -> None:
        self.author.show_author(asked)

    def show_exhibits(self, lines: tuple[ChoiceLine, ...]) -> None:
        self.content.show_exhibits(lines)

    def show_notes(self, lines: tuple[ChoiceLine, ...]) -> None:
        self.content.show_notes(lines)

    def show_words(self, lines: tuple[ChoiceLine, ...]) -> None:
        self.content.show_words(lines)

    def show_files(self, lines: tuple[ChoiceLine, ...]) -> None:
        self.content.show_files(lines)

    def show_shared(self, shared: Shared) -> None:
        self.content.shared.show_shared(shared)

    def show_asks(self, lines: tuple[ChoiceLine, ...]) -> None:
        self.content.show_asks(lines)

    def show_texts(self, draft: ReportDraft, case_title: str) -> None:
        self.content.show_texts(draft, case_title)

    def show_pictures(self, pictures: Pictures) -> None:
        self.cover.show_pictures(pictures)

    def show_small(self, small: Small) -> None:
        self.cover.show_small(small)

    def show_check(self, check: LastCheck) -> None:
        self.look.show_check(check)
        self.saving.show_seen(check.seen)

    def show_target(self, target: Target, names: Names, complaint: str) -> None:
        self.saving.show_target(target, names, complaint)

    def show_saving(self, sentence: str) -> None:
        self.saving.show_saving(sentence)

    def show_key(self, shown: KeyShown) -> None:
        self.saving.key.show_key(shown)

    def forget_key(self) -> None:
        self.saving.key.forget()

    def show_saved(self, saved: Saved | None) -> None:
        self.saving.show_saved(saved)
        self._page.title.setVisible(saved is None)
        self._page.lead.setVisible(saved is None)
        if saved is None:
            self.pane.first_page()

    def show_notice(self, sentence: str) -> None:
        self.saving.show_notice(sentence)

    def show_private(self, offer: PrivateCopyOffer | None) -> None:
        self.saving.private.show_offer(offer)

    def show_private_answer(self, sentence: str, *, written: bool) -> None:
        self.saving.private.show_answer(sentence, written=written)

    def show_stick(self, sentence: str) -> None:
        self.saving.stick.tell(sentence)

    def is_there_a_printer(self) -> bool:
        from app.ui.printing.paper import is_there_a_printer  # loaded when somebody prints

        return is_there_a_printer()

    def choose_printer(self, pages: int) -> Printer | None:
        from app.ui.printing.paper import choose_paper

        return choose_paper(self, pages, self._language)

    def open_folder(self, folder: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def open_report(self, pdf: Path) -> bool:
        return QDesktopServices.openUrl(QUrl.fromLocalFile(str(pdf)))

    def copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = page_side(self.window().width(), text_percent())
        self._step_row.setContentsMargins(side, S3, 0, S2)

    # -- inside ----------------------------------------------------------------------------------

    def _build(self) -> None:
        text = self._language.text
        names = [text(STEPS[step]) for step in ReportStep]
        self.steps = StepBar(
            [
                BarStep(
                    step,
                    name,
                    text("{number} of {all} · {step}", number=at, all=len(names), step=name),
                )
                for at, (step, name) in enumerate(zip(ReportStep, names, strict=True), 1)
            ],
            text("Steps"),
            self._look,
            ahead=True,
        )
        self.recipient = RecipientStep(text("Recipients"), self._look)
        self.author = AuthorCard(self._language)
        first = QWidget()
        column = spaced(QVBoxLayout(first), S5, 0)
        column.addWidget(self.recipient)
        column.addWidget(self.author)
        self.content = ContentStep(self._language, self._look)
        self.cover = CoverStep(self._language, self._look)
        self.look = LookStep(self._language, self._look)
        self.saving = SaveStep(self._language, self._look)
        self._of: dict[ReportStep, QWidget] = {
            ReportStep.RECIPIENT: first,
            ReportStep.CONTENT: self.content,
            ReportStep.COVER: self.cover,
            ReportStep.LOOK: self.look,
            ReportStep.SAVE: self.saving,
        }
        self._page = CardPage(" ", " ", column_px=_READING_PX)
        self._page.stand(middle=False)
        for widget in self._of.values():
            self._page.add(widget)
        self._page.add_stretch()
        choices = QWidget()
        left = spaced(QVBoxLayout(choices), 0, 0)
        self._step_row = QVBoxLayout()
        self._step_row.addWidget(self.steps)
        left.addLayout(self._step_row)
        left.addWidget(middle_column(self._page), 1)
        self.halves = Halves(
            choices,
            self.pane,
            (text("Choices"), text("See the page")),
            text("Choices or page"),
        )
        column = spaced(QVBoxLayout(self), 0, 0)
        column.addWidget(self.halves, 1)
        column.addWidget(self._build_foot())

    def _build_foot(self) -> PageFoot:
        text = self._language.text
        self.cancel = Button(text("Cancel"))
        self.facts = Muted()
        self.facts.setWordWrap(False)
        self.back = Button(text("Back"))
        self.print = Button(text("Print"))
        self.primary = PrimaryButton("")
        foot = PageFoot(1 << 15)
        told = [self.pane.state, self.facts]
        foot.put([self.cancel], [*told, self.back, self.print, self.primary])
        return foot

    def _connect(self) -> None:
        presenter = self.presenter
        self.steps.chosen.connect(lambda step: presenter.go_to(ReportStep(step)))
        self.cancel.clicked.connect(presenter.put_away)
        self.back.clicked.connect(presenter.go_back)
        self.print.clicked.connect(presenter.print)
        self.primary.clicked.connect(presenter.go_on)
        self.recipient.chosen.connect(presenter.choose_recipient)
        self.author.written.connect(presenter.author.write)
        self.author.skipped.connect(presenter.author.skip)
        self.content.exhibit_wished.connect(
            lambda key, on: presenter.include_exhibit(int(key), included=on)
        )
        self.content.note_wished.connect(
            lambda key, on: presenter.singles.include_note(int(key), included=on)
        )
        self.content.words_wished.connect(
            lambda key, on: presenter.singles.include_words(key, included=on)
        )
        self.content.file_wished.connect(
            lambda key, on: presenter.singles.wish_file(key, included=on)
        )
        shared, sharing = self.content.shared, presenter.sharing
        shared.wished.connect(lambda key, on: sharing.wish(key, included=on))
        shared.said.connect(sharing.say)
        shared.yes_again.connect(sharing.say_yes_again)
        shared.file_wished.connect(lambda key, on: sharing.wish_file(key, included=on))
        shared.yes_to_files.connect(sharing.say_yes_to_files)
        shared.health_wanted.connect(sharing.open_health)
        self.content.exhibit_moved.connect(lambda key, to: presenter.move_exhibit(int(key), to))
        self.content.ask_moved.connect(presenter.move_ask)
        self.content.ask_wished.connect(lambda key, on: presenter.ask_for(key, wanted=on))
        self.content.written.connect(
            lambda own, summary, title: presenter.write(own_asks=own, summary=summary, title=title)
        )
        for ticks in self.content.lists:
            ticks.went_to.connect(lambda line, ticks=ticks: self._scroll_to(ticks, line))
        self.cover.opened.connect(presenter.open_exhibit)
        for looked_at in (self.cover.looked_at, self.look.looked_at):
            looked_at.connect(presenter.look_at)
            looked_at.connect(self.halves.show_page)
        look, through = self.look, presenter.through
        look.others_wanted.connect(through.look_over)
        look.question_taken.connect(through.take)
        look.mended.connect(through.mend)
        look.ticked.connect(lambda key, on: through.tick(key, looked=on))
        look.link_wished.connect(lambda link, sent: through.send_link(link, sent=sent))
        self.saving.look_wanted.connect(lambda: presenter.go_to(ReportStep.LOOK))
        self.saving.aimed.connect(presenter.finish.aim)
        self.saving.key.opening.connect(presenter.finish.key.open)
        self.saving.private.wanted.connect(presenter.private.save)
        self.saving.progress.part = lambda: presenter.finish.part
        self.saving.progress.cancelled.connect(presenter.finish.stop)
        self.saving.folder_wanted.connect(presenter.finish.open_folder)
        self.saving.report_wanted.connect(presenter.finish.open_report)
        self.saving.mail_wanted.connect(presenter.finish.draft_mail)
        self.saving.stick_wanted.connect(presenter.finish.make_stick)
        self.saving.copy_wanted.connect(presenter.finish.copy_receipt)
        self.saving.sheet_wanted.connect(presenter.finish.save_receipt)
        self.saving.handed_over.connect(presenter.finish.note_handed_over)
        self.pane.wanted.connect(presenter.want_page)

    def _scroll_to(self, widget: QWidget, line: QRect) -> None:
        area = self._page.area
        ground = area.widget()
        if ground is None:
            return
        top = widget.mapTo(ground, line.topLeft())
        area.ensureVisible(top.x(), top.y() + line.height() // 2, 0, line.height())


def _save_folder(context: UiContext) -> Path:
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    documents = Path(place) if place else Path.home()
    return saving_folder(context.settings.save_folder, documents.resolve(), Path.home())
