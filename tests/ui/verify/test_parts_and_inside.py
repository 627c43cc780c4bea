"""Several parts are checked as one package, and what lies in a checked package is seen without a vault."""

from __future__ import annotations

from pathlib import Path

from app.actions.open_package import ReadFile
from app.ui.verify.presenter import VerifyPresenter
from tests.ui.verify.fake_page import FakePage
from tests.unit.house.tree import ROOT

SAMPLE = ROOT / "tests" / "data" / "package-v1" / "bevismappe-sample.zip"
SECOND = ROOT / "tests" / "data" / "package-v2" / "bevismappe-sample.zip"


def test_parts_of_one_package_are_checked_together_and_again_with_a_code(
    page: FakePage, presenter: VerifyPresenter
) -> None:
    presenter.check(SAMPLE, "", [SAMPLE, SAMPLE])
    assert page.outcome is not None
    assert page.outcome.subject == "bevismappe-sample.zip and 2 more parts"
    presenter.check_again((SAMPLE.parent / "receipts.txt").read_text("ascii").splitlines()[-1])
    assert page.outcome.subject == "bevismappe-sample.zip and 2 more parts"


def test_parts_of_two_packages_are_refused_in_a_sentence(
    page: FakePage, presenter: VerifyPresenter
) -> None:
    presenter.check(SAMPLE, "", [SAMPLE.parents[1] / "package-v2" / SAMPLE.name])
    assert page.outcome is None
    assert page.refusal.startswith("These are not parts of one package")


def test_what_lies_in_a_checked_package_is_seen_without_a_vault(
    page: FakePage, presenter: VerifyPresenter
) -> None:
    presenter.check(SECOND, "")
    assert page.outcome is not None
    assert page.outcome.openable
    presenter.look_inside()
    assert page.inside is not None
    assert [each.number for each in page.inside.exhibits] == [1, 2, 3, 4]
    (first, *_) = [each.shown for each in page.inside.exhibits if each.shown is not None]
    presenter.picture(first)
    assert [path for path, _ in page.pictures] == ["data/exhibits/bilag-001.png"]
    presenter.picture(ReadFile("data/dossier.pdf", 1, "application/pdf"))
    presenter.picture(ReadFile("data/exhibits/bilag-077.png", 1, "image/png"))
    presenter.picture(ReadFile("../../etc/passwd", 1, "image/png"))
    assert len(page.no_pictures) >= 2
    presenter.leave_inside()
    assert page.inside is None


def test_a_package_of_format_1_or_one_that_was_changed_is_not_offered_to_be_seen(
    page: FakePage, presenter: VerifyPresenter, tmp_path: Path
) -> None:
    changed = bytearray(SECOND.read_bytes())
    changed[len(changed) // 2] ^= 1
    (tmp_path / "p.zip").write_bytes(changed)
    for path in (SAMPLE, tmp_path / "p.zip"):
        presenter.check(path, "")
        assert page.outcome is not None
        assert not page.outcome.openable
    presenter.check(SAMPLE, "")
    presenter.look_inside()
    assert page.refusal.startswith("That cannot be shown")
