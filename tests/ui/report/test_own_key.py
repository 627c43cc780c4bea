"""Signing by a key of the person's own in the wizard's last step."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import serialization
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.report.model import KeyShown, ReportStep, Target
from app.ui.report.view import ReportPage
from app.ui.session import Session
from tests.fakes.key_files import (
    ISSUER,
    NAME,
    PASSWORD,
    authority,
    certificate_of,
    elliptic,
    key_file,
)
from tests.fakes.lanes import HeldLanes
from tests.ui.report.bench import Bench
from tests.ui.report.opened import opened
from tests.ui.report.wizard import House, case_of

KEY, CA = elliptic(), elliptic(number=7)
CERTIFICATE = certificate_of(KEY, CA)
FILE = key_file(KEY, CERTIFICATE, (authority(CA),))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "mig.p12"
    path.write_bytes(FILE)
    return path


def _at_the_end(bench: Bench) -> None:
    bench.presenter.go_to(ReportStep.SAVE)
    bench.presenter.finish.aim(Target(bench.house.documents, signed=True, own_key=True))


def _can_save(bench: Bench) -> bool:
    return bench.page.buttons is not None and bench.page.buttons.can_go_on


def test_the_report_waits_for_the_key_is_signed_by_it_and_forgets_it(
    bench: Bench, file: Path
) -> None:
    _at_the_end(bench)
    assert not _can_save(bench)
    bench.presenter.finish.save()
    assert bench.files() == []
    bench.presenter.finish.key.open(file, PASSWORD)
    assert bench.page.key.said == (
        f"{NAME}, issued by {ISSUER}, holds until 1 January 2030. The name stands in the report."
    )
    assert _can_save(bench)
    bench.presenter.go_on()
    (report,) = bench.house.documents.iterdir()
    certificate = CERTIFICATE.public_bytes(serialization.Encoding.DER)
    assert certificate.hex().upper().encode() in report.read_bytes()
    assert case_of(bench.session).vault.kept_rows("signing") == ()
    assert bench.presenter.finish.key.identity is None
    assert bench.page.key == KeyShown()


def test_a_wrong_password_is_said_at_the_field_and_nothing_can_be_saved(
    bench: Bench, file: Path
) -> None:
    _at_the_end(bench)
    bench.presenter.finish.key.open(file, "forkert")
    assert "does not open the file with your key" in bench.page.key.complaint
    assert not _can_save(bench)
    bench.presenter.finish.key.open(file.with_name("none.p12"), PASSWORD)
    assert "none.p12" in bench.page.key.complaint
    bench.presenter.finish.aim(Target(bench.house.documents, signed=True))
    assert _can_save(bench)


def test_a_key_that_is_read_after_the_report_was_left_is_not_taken(
    house: House, session: Session, file: Path
) -> None:
    lanes = HeldLanes()
    bench = Bench(house, session, lanes)
    bench.presenter.start()
    _at_the_end(bench)
    bench.presenter.finish.key.open(file, PASSWORD)
    bench.presenter.finish.begin()
    lanes.run_all()
    assert bench.presenter.finish.key.identity is None
    assert bench.page.key == KeyShown()
    bench.presenter.leave()


@pytest.fixture
def page(qapp: QApplication, qtbot: QtBot, session: Session, house: House) -> Iterator[ReportPage]:
    house.apply_look(qapp)
    page = opened(qtbot, session, house)
    yield page
    page.leave()


def test_fields_for_it_stand_where_it_was_chosen_and_are_empty_afterwards(
    page: ReportPage, file: Path
) -> None:
    page.steps.step(ReportStep.SAVE).click()
    key = page.saving.key
    assert not key.isVisible()
    page.saving.signed.setChecked(True)
    assert key.of_vault.isVisible()
    assert not key.own.isVisible()
    key.kind.choose("own")
    assert key.own.isVisible()
    assert not key.of_vault.isVisible()
    assert not page.primary.isEnabled()
    key.file.setText(str(file))
    key.password.line.setText(PASSWORD)
    key.open_key.click()
    assert page.primary.isEnabled()
    page.primary.click()
    assert page.saving.done_title.isVisible()
    assert (key.file.text(), key.password.value()) == ("", "")
