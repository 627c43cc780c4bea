"""The page for a device of the witness's own, in Chromium from the disk; what it saves is taken in."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.actions.give_to_witness import save_witness_page
from app.actions.open_case import OpenCase
from app.actions.sign_as_witness import code_of_exhibit, take_statement
from app.casework.kinds.witness import WITNESS
from app.messages import page_texts
from app.vocabulary import WitnessedOn, groups
from evidence_store import format_receipt
from tests.cases import case, vault
from tests.e2e.browser import Browser, page_without_window
from tests.unit.actions.acting import captured
from tests.unit.house.tree import ROOT
from tests.worlds import DANISH

__all__ = ["case", "vault"]

SAID = "  Jeg så det </script> selv.\r\n\r\n\u2028Også\u0007 i dag.  "
SIGN = f"""
(async () => {{
  document.getElementById("name").value = " Åse \\u007f Øst ";
  document.getElementById("words").value = {json.dumps(SAID)};
  await sign();
  return [await file.text(), file.name, document.getElementById("key").textContent];
}})()
"""


@pytest.fixture
def page(case: OpenCase, tmp_path: Path) -> Iterator[Browser]:
    exhibit = captured(case)
    target = tmp_path / "page.html"
    texts = page_texts(exhibit.number, DANISH)
    texts["words"] = "</script><b>{{DATA}}"
    save_witness_page(
        case, exhibit.original, target, texts, language=DANISH, resources=ROOT / "resources"
    )
    with page_without_window(target) as browser:
        yield browser


def test_twenty_witnesses_sign_in_a_browser_and_each_statement_holds(
    page: Browser, case: OpenCase, tmp_path: Path
) -> None:
    exhibit = case.state.exhibits[0].original
    code = format_receipt(code_of_exhibit(case, exhibit), exhibit.seq)
    assert page.value("document.getElementById('code').textContent") == code  # as in the window
    first: Any = page.value("document.getElementById('words').value")
    assert first == "</script><b>{{DATA}}"
    page.value(
        "document.getElementById('name').dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter'}))"
    )
    assert page.value("document.getElementById('trouble').textContent") == "Skriv først dit navn."
    assert (
        page.value("document.activeElement.ariaInvalid + document.activeElement.id") == "truename"
    )
    for number in range(20):  # half of all signatures have the higher s first
        signed: Any = page.value(SIGN)
        text, name, print_of_key = signed
        saved = tmp_path / f"{number}-{name}"
        saved.write_bytes(text.encode("utf-8"))
        done = take_statement(case, saved)
        assert groups(done.fingerprint).split() == print_of_key.split()
    kept = case.state.of(WITNESS)
    assert len({each.fingerprint for each in kept}) == 20
    assert kept[0].facts.on is WitnessedOn.DEVICE
    assert kept[0].name == "Åse   Øst"
    assert kept[0].words == "Jeg så det </script> selv.\nOgså  i dag."
    _asked_for_nothing(page)


def _asked_for_nothing(page: Browser) -> None:
    asked = [
        each["params"]["request"]["url"]
        for each in page.told
        if each["method"] == "Network.requestWillBeSent"
    ]
    assert len(asked) == 1  # the page itself
    complaints = {"Log.entryAdded", "Runtime.consoleAPICalled", "Runtime.exceptionThrown"}
    assert not [each for each in page.told if each["method"] in complaints]
    blocked: Any = page.value(
        "fetch('https://example.invalid/').then(() => 'went', () => 'refused')"
    )
    assert blocked == "refused"
    assert any("Content Security Policy" in json.dumps(each) for each in page.told)
