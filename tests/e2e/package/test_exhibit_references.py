"""Which entry an exhibit may be: from the second on, and named by a number and by nothing else."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, cast

import pytest

from tests.e2e.package.forge import Forged, good, ref
from tests.e2e.package.verifiers import ask_app, ask_py, ask_sh, load_verify_py


def naming(seq: object) -> Forged:
    """The sound package with its first exhibit named by that, sealed anew."""
    forged = good()
    entry = forged.ledger.entries[-1]
    facts = cast("dict[str, Any]", entry.facts())
    named = {**ref(1), "seq": seq}
    facts["exhibits"][0] = {"number": 1, "original": named, "shown": named}
    facts["files"] = [each for each in facts["files"] if each["number"] != 1]
    entry.part("facts").body = json.dumps(facts).encode()
    forged.ledger.reseal(10)
    forged.write_ledger()
    forged.relist()
    return forged


@pytest.mark.parametrize(
    ("seq", "refused"), [(1, False), (0, True), ("1", True), (True, True), (-1, True)]
)
def test_an_exhibit_may_be_the_entry_after_the_first_and_is_named_by_a_number(
    tmp_path: Path, seq: object, refused: bool
) -> None:
    forged = naming(seq)
    folder = forged.unpack(tmp_path / forged.top)
    by_app, by_py = ask_app(folder), ask_py(load_verify_py(), folder)
    by_sh, _ = ask_sh(["sh"], folder)
    for answer in (by_app, by_py, by_sh):
        assert ("exhibit_list" in answer.kinds()) is refused
    assert by_app.findings == by_py.findings == by_sh.findings
