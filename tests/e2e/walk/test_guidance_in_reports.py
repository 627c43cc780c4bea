"""What is printed of guidance in a report, and that a pack narrows what its recipient is shown."""

from __future__ import annotations

import subprocess
from datetime import UTC, datetime
from pathlib import Path

from tests.e2e.walk.house import House
from tests.e2e.walk.test_packs import accept
from tests.fakes.clock import FakeClock


def report(house: House, recipient: str) -> str:
    """A report, read by poppler; its lines joined."""
    target = house.folder / f"{recipient}.pdf"
    house.ok("dossier", "--for", recipient, "--out", str(target))
    done = subprocess.run(
        ["pdftotext", "-enc", "UTF-8", str(target), "-"], capture_output=True, check=True
    )
    return " ".join(done.stdout.decode("utf-8").split())


def test_a_report_has_guidance_with_its_day_and_that_it_is_no_advice(house: House) -> None:
    house.ok("incident", "--quote", "Ord")
    said = report(house, "union_consultant")
    assert "This is general guidance, not legal advice." in said
    assert "The five weeks no longer hold" in said
    assert "checked 30 November 2026" in said
    assert "out of date" not in said


def test_packs_that_have_run_out_are_marked_on_paper_too(tmp_path: Path) -> None:
    house = House(tmp_path)
    house.ok("init")
    accept(house, "kompasset")
    assert "Before the meeting with your manager" in report(house, "union_consultant")
    later = House(tmp_path, clock=FakeClock(datetime(2028, 1, 2, 12, tzinfo=UTC)))
    (tmp_path / "union_consultant.pdf").unlink()
    said = report(later, "union_consultant")
    assert "Before the meeting with your manager out of date" in said
    assert "From the pack of Fagforeningen Kompasset" in said
    assert "The five weeks no longer hold out of date" in said


def test_the_recipient_of_a_pack_has_its_words_until_the_pack_is_gone(house: House) -> None:
    house.ok("incident", "--quote", "Ord")
    accept(house, "birkelunden")
    said = report(house, "union_consultant")
    assert "Consultant in Birkelunden" in said
    packed = house.ok("guidance")["packs"]
    assert [each["publisher"] for each in packed] == ["Samvirket Birkelunden"]
    house.ok("guidance", "--remove", packed[0]["name"])
    (house.folder / "union_consultant.pdf").unlink()
    assert "Consultant in Birkelunden" not in report(house, "union_consultant")
