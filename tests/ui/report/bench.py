"""A presenter of the wizard with everything around it."""

from __future__ import annotations

from typing import cast

from app.ui.report.model import ReportStep, Target
from app.ui.report.presenter import ReportPresenter
from app.ui.session import Session
from tests.fakes.lanes import DirectLanes, HeldLanes
from tests.fakes.navigator import FakeActs, FakeNavigator
from tests.ui.report.wizard import FakePage, FakePause, House


class Bench:
    """Asks as the page would, and looks at what it was told."""

    def __init__(
        self, house: House, session: Session, lanes: DirectLanes | HeldLanes | None = None
    ) -> None:
        self.house = house
        self.session = session
        self.lanes = lanes or DirectLanes(after_store=session.publish)
        self.context = house.make_context(session, self.lanes)
        self.page = FakePage()
        self.pause = FakePause()
        self.presenter = ReportPresenter(self.context, self.page, self.pause, house.documents)

    @property
    def navigator(self) -> FakeNavigator:
        return cast("FakeNavigator", self.context.navigator)

    @property
    def acts(self) -> FakeActs:
        return cast("FakeActs", self.context.acts)

    def build(self) -> None:
        self.pause.pass_by()

    def text(self) -> str:
        """Every word of the pages as they are shown."""
        for index in range(self.page.pane.count):
            self.presenter.want_page(index, 300)
        return " ".join(picture.text for _, picture in self.page.pane.pages)

    def aim(self, *, pdf: bool = True, package: bool = False) -> None:
        self.presenter.finish.aim(Target(self.house.documents, pdf, package))

    def save(self) -> None:
        self.presenter.go_to(ReportStep.SAVE)
        self.presenter.go_on()

    def files(self) -> list[str]:
        return sorted(path.name for path in self.house.documents.iterdir())
