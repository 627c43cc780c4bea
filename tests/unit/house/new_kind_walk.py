"""Writes down something of a new kind by its command, and looks for it in the list, the search and the timeline.

Run over a copy of the program that knows the kind, by test_new_kind.py; prints what was shown, as JSON.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from app.actions.cases import only_case, open_case
from app.timeline import Ways, all_rows
from app.ui.timeline.details import detail_of
from app.ui.timeline.lines import line_of
from evidence_store import Vault
from tests.e2e.walk.house import PASSPHRASE, House
from tests.fakes.keys import QUICK_KEYS
from tests.worlds import ENGLISH


def main(folder: Path) -> None:
    house = House(folder)
    house.ok("init")
    house.ok("leave", "Slept badly", "--role", "manager", "--until", "27.11.2026")
    house.ok("leave", "Slept badly again", "--corrects", "e2")
    listed, found = (house.ok(*words)["items"] for words in (["list"], ["search", "badly"]))
    with Vault.open(house.vault, PASSPHRASE, heads=house.heads, parameters=QUICK_KEYS) as vault:
        case_id = only_case(vault, "")
        state = open_case(vault, case_id, clock=house.clock, machine=house.machine).state
    (row,) = all_rows(state, Ways()).rows
    line, detail = line_of(state, row, ENGLISH), detail_of(state, row, ENGLISH)
    shown = {
        "listed": [(item["kind"], item["text"]) for item in listed],
        "found": [item["text"] for item in found],
        "row": [line.title, line.badge],
        "pane": [[field.label, field.whole, field.before] for field in detail.fields],
        "actions": list(detail.row_actions),
    }
    sys.stdout.write(json.dumps(shown))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
