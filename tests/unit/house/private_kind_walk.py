"""Writes down something of a kind of the private chain, with money, choices, days and a file, by command and by form.

Run over a copy of the program that knows the kind, by test_new_kind.py; prints what was found, as JSON.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from app.actions.cases import only_case, open_case
from app.casework import written_kind
from app.casework.kinds.incident import INCIDENT
from app.ui.forms.form import Form
from app.ui.routes import Write
from evidence_store import Vault
from tests.e2e.walk.house import PASSPHRASE, House
from tests.fakes.keys import QUICK_KEYS
from tests.worlds import ENGLISH

SPELL = written_kind("spell")
DAYS = ("--from-on", "27.11.2026", "--to-on", "25.11.2026")
REST = ("--percent", "50", "--amount", "1.250,50", "--told", "hr", "--told", "manager")


def main(folder: Path) -> None:
    house = House(folder)
    told: dict[str, Any] = {}
    receipt = folder / "kvittering.txt"
    receipt.write_bytes(b"250 kr.")
    house.ok("init")
    house.ok("incident", "--why", "It is not true")
    told["refused"] = [
        house.run("spell", *words).code
        for words in (["--percent", "101"], ["--amount", "1,250"], ["--incident", "7"], [])
    ]
    made = house.run("spell", *DAYS, *REST, "--incident", "e2", "--file", str(receipt))
    told["made"] = made.answer
    house.ok("spell", "--to-on", "28.11.2026", "--corrects", "p1")
    told["listed"] = house.ok("list")["items"]
    told["found"] = house.ok("search", "kvittering")["items"]
    told["no_file"] = house.run("note", "x", "--file", str(receipt)).code
    with Vault.open(house.vault, PASSPHRASE, heads=house.heads, parameters=QUICK_KEYS) as vault:
        told |= _look(house, vault)
    sys.stdout.write(json.dumps(told))


def _look(house: House, vault: Vault) -> dict[str, Any]:
    case = open_case(vault, only_case(vault, ""), clock=house.clock, machine=house.machine)
    (spell,) = case.state.private_of(SPELL)
    (incident,) = case.state.of(INCIDENT)
    held = spell.current.attached
    assert held is not None
    platforms = ()
    form = Form(case, ENGLISH, platforms, Write("spell", corrects=spell.id))
    values = {**form.before, "amount": "99,50", "told": "doctor hr"}
    again = form.seal(case, values)
    (stands,) = case.state.private_of(SPELL)
    facts = stands.current.facts
    new = Form(case, ENGLISH, platforms, Write("spell"))
    now = house.clock.now().utc
    return {
        "facts": [spell.current.facts.percent, spell.current.facts.amount_oere, *spell.current.facts.told],
        "held": [held.entry.seq, vault.open_object(held.entry).read().decode()],
        "parts": [[part.name for part in entry.parts] for entry in vault.entries(case.chains.private)][1:],
        "about": [each.id == spell.id for each in case.state.private_about(incident.id, SPELL)],
        "outside": len(case.state.of(SPELL)) + len(case.state.about(incident.id, SPELL)),
        "form": dict(form.before),
        "by_form": [again.seq, facts.amount_oere, *facts.told, facts.percent],
        "kept_file": stands.current.attached == held,
        "new": [new.before["from_on"], new.before["percent"], new.before["told"]],
        "complaints": [
            new.complaint("percent", {"percent": "200"}, now),
            new.complaint("amount", {"amount": "1,250"}, now),
        ],
        "details": [[row.label, row.value] for row in SPELL.details_of(stands.current, ENGLISH)],
    }  # fmt: skip


if __name__ == "__main__":
    main(Path(sys.argv[1]))
