"""A process that is killed in the middle of a form leaves what was typed in the vault."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from pytestqt.qtbot import QtBot

from app.ui.forms.presenter import FormPresenter
from app.ui.forms.view import FormsPage
from app.ui.kit import TextArea
from app.ui.routes import Write
from tests.unit.house.tree import ROOT
from tests.worlds import Desk

CHILD = Path(__file__).with_name("killed_child.py")


def test_after_a_kill_in_the_middle_of_a_note_its_draft_is_there_again(
    tmp_path: Path, qtbot: QtBot
) -> None:
    child = subprocess.Popen(
        [sys.executable, str(CHILD), str(tmp_path)],
        stdout=subprocess.PIPE,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    try:
        assert child.stdout is not None
        assert child.stdout.readline() == b"kept\n"
        child.kill()
        assert child.wait() != 0
    finally:
        child.kill()
        child.communicate()

    desk = Desk(tmp_path)
    desk.open()
    forms = FormsPage(desk.context)
    qtbot.addWidget(forms)
    forms.open(Write("note"))
    assert isinstance(forms.presenter, FormPresenter)
    assert forms.body is not None
    field = forms.body.fields["text"]
    assert isinstance(field, TextArea)
    assert field.value() == "Kl. 9 ringede en fremmed"
    assert not forms.restored.isHidden()
    desk.session.close()
