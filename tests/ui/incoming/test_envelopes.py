"""Envelopes that come in with other files: their files are kept, and of one that is not ours a sentence is said."""

from __future__ import annotations

from pathlib import Path

from app.actions.envelope_key import envelope_recipient
from app.actions.open_case import OpenCase
from app.casework.kinds.file import FileCarried
from app.envelope import new_identity, recipient_of
from app.vocabulary import CarriedBy
from tests.fakes.envelopes import closed, inside
from tests.ui.incoming.acting import PNG, Bench, picture_file
from tests.ui.incoming.test_presenter import names


def test_an_envelope_brings_its_files_and_one_for_another_vault_is_told_while_the_rest_goes_on(
    bench: Bench, case: OpenCase, tmp_path: Path
) -> None:
    bench.context.settings.choose_carried_by("airdrop")
    ours, other = tmp_path / "ours.age", tmp_path / "other.age"
    held = inside([("a.png", PNG), ("b.png", PNG + b"more")])
    ours.write_bytes(closed(envelope_recipient(case), held))
    other.write_bytes(closed(recipient_of(new_identity()), held))
    bench.presenter.add([other, ours, picture_file(tmp_path)])
    assert names(case) == ["a.png", "b.png", "foto.png"]
    came = [each.carried for each in case.state.exhibits]
    ways = [each.way for each in came if isinstance(each, FileCarried)]
    assert ways == [CarriedBy.AIRDROP, CarriedBy.AIRDROP, CarriedBy.UNKNOWN]
    assert bench.sheet.shown is not None
    (refused,) = bench.sheet.shown.refused
    assert "ikke til denne bevismappe" in refused
    bench.presenter.close()
    bench.presenter.add([ours])
    assert len(case.state.exhibits) == 3
    assert bench.sheet.shown is not None
    assert "allerede i sagen (2)" in bench.sheet.shown.refused[0]
