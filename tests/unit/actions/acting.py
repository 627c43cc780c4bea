"""What tests of acts share: a machine, a captured exhibit, and what lies in a vault besides its ledger."""

from __future__ import annotations

from app.actions.capture_and_seal import CaptureWish, capture_and_seal
from app.actions.open_case import OpenCase
from app.casework import Exhibit, decode, fold
from evidence_store import Vault
from tests.fakes.screen import FakeScreen, striped_pixels
from tests.unit.house.tree import ROOT

ROOT_CASES = ROOT / "tests" / "data" / "cases"


def captured(case: OpenCase, seed: int = 0) -> Exhibit:
    """A new exhibit of 120 × 80 pixels."""
    screen = FakeScreen(case.clock, striped_pixels(120, 80, seed))
    (entry,) = capture_and_seal(case, screen, CaptureWish())
    exhibit = case.state.exhibit_of(entry)
    assert exhibit is not None
    return exhibit


def current(case: OpenCase, exhibit: Exhibit) -> Exhibit:
    """The exhibit as it now stands."""
    found = case.state.exhibit(exhibit.number)
    assert found is not None
    return found


def leftovers(vault: Vault) -> int:
    """Rows of bytes that belong to no entry."""
    with vault._using() as db:
        staged: int = db.execute("SELECT count(*) FROM staged").get
    return staged


def assert_state_is_what_is_sealed(case: OpenCase) -> None:
    """The state that acts have kept up to date equals the one folded anew from the vault."""
    chains = (case.chains.evidence, case.chains.private)
    assert case.state == fold(
        decode(entry) for chain in chains for entry in case.vault.entries(chain)
    )
