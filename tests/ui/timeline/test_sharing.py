"""Support that was offered is shared from its row: the person sees what can be read of it, and says the rest."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.actions.write_down import write_down
from app.casework.kinds.reaction import ReactionDraft
from app.casework.kinds.support import SUPPORT, SupportPerson, SupportText
from app.casework.kinds.support_offer import SUPPORT_OFFER, OfferDraft
from app.timeline import row_at
from app.ui.timeline.details import RowAction, row_actions_of
from app.ui.timeline.presenter import TimelinePresenter
from app.ui.timeline.share_dialog import ShareDialog
from app.vocabulary import ReactionKind, Role, SupportKind
from evidence_store import EntryId
from tests.ui.timeline.case import FakePage
from tests.worlds import ENGLISH, Desk


@pytest.fixture
def offer(desk: Desk, presenter: TimelinePresenter) -> EntryId:
    """Support that the person was offered; its row is chosen."""
    noted = OfferDraft(
        form=SupportKind.MANAGER_TALK,
        role=Role.MANAGER,
        name="kanariefugl-navn",
        what="kanariefugl-privat",
        at="2026-11-02T09:00:00.000Z",
    )
    entry = write_down(desk.case, noted)
    desk.session.publish()
    presenter.choose(row_at(desk.case.state, entry))
    return entry


def actions(desk: Desk, entry: EntryId) -> tuple[RowAction, ...]:
    row = row_at(desk.case.state, entry)
    assert row is not None
    return row_actions_of(desk.case.state, row)


def test_what_goes_along_is_told_and_only_what_is_said_now_is_shared(
    desk: Desk, page: FakePage, presenter: TimelinePresenter, offer: EntryId
) -> None:
    presenter.do(RowAction.SHARE)
    ((told, answer),) = page.asked
    assert "manager" in told
    assert "2 November 2026" in told
    assert "kanariefugl" not in told
    assert not desk.case.state.of(SUPPORT)
    answer("En samtale", "Anne Eks")
    (support,) = desk.case.state.of(SUPPORT)
    assert support.current.text == SupportText(what="En samtale")
    assert support.current.to == SupportPerson(name="Anne Eks")
    assert support.current.facts.form is SupportKind.MANAGER_TALK
    assert desk.acts.toasts[-1].title == "The support is noted."
    assert actions(desk, offer) == (RowAction.CORRECT, RowAction.HIDE, RowAction.ERASE)
    assert len(desk.case.state.private_of(SUPPORT_OFFER)) == 1


def test_only_an_offer_can_be_shared_and_not_while_it_is_put_aside(
    desk: Desk, presenter: TimelinePresenter, offer: EntryId
) -> None:
    assert actions(desk, offer) == (
        RowAction.CORRECT,
        RowAction.SHARE,
        RowAction.HIDE,
        RowAction.ERASE,
    )
    reaction = write_down(desk.case, ReactionDraft(reactions=(ReactionKind.SLEEP,)))
    assert RowAction.SHARE not in actions(desk, reaction)
    presenter.do(RowAction.HIDE)
    assert actions(desk, offer) == (RowAction.CORRECT, RowAction.SHOW_AGAIN, RowAction.ERASE)


def test_the_dialog_shares_by_its_button_and_by_escape_nothing(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    told: list[tuple[str, str]] = []

    def opened() -> ShareDialog:
        dialog = ShareDialog("Støtte", ENGLISH, window)
        dialog.shared.connect(lambda what, name: told.append((what, name)))
        dialog.open()
        return dialog

    QTest.keyClick(opened(), Qt.Key.Key_Escape)
    assert told == []
    dialog = opened()
    dialog.what.setPlainText(" En samtale ")
    dialog.name.setText("Anne")
    dialog.share.setFocus()
    QTest.keyClick(dialog.share, Qt.Key.Key_Space)
    assert told == [("En samtale", "Anne")]
