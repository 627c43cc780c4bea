"""docs/format.md is tried out: its example runs, its lists are those of the code."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from evidence_store import CheckName, FindingKind, Vault, receipt_code
from evidence_store.connection import FORMAT_1
from evidence_store.schema import APPLICATION_ID

ROOT = Path(__file__).parents[2]
DOCUMENT = (ROOT / "docs" / "format.md").read_text("utf-8")


@pytest.mark.parametrize("tool", ["sha256sum", "openssl dgst -sha256 -r"])
def test_the_worked_example_prints_what_the_page_says(tool: str) -> None:
    found = re.search(r"```sh\n(.*?)```", DOCUMENT, re.DOTALL)
    assert found is not None
    script = found.group(1).replace("sha256sum", tool)
    done = subprocess.run(["/bin/sh", "-eu", "-c", script], capture_output=True, check=True)
    printed = done.stdout.decode().strip()
    assert f"It prints `{printed}`" in DOCUMENT
    assert f"`{receipt_code(printed)}`" in DOCUMENT


@pytest.mark.usefixtures("case")
def test_every_table_and_column_is_described(vault: Vault) -> None:
    db = vault._connection
    assert db is not None
    tables = DOCUMENT.split("\n### Tables\n")[1]
    sql = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB 'words_*'"
    for (table,) in list(db.execute(sql)):
        row = re.search(rf"^\| `{table}` \| ([^|]*)", tables, re.MULTILINE)
        assert row is not None, table
        columns = [name for (name,) in db.execute(f"SELECT name FROM pragma_table_info('{table}')")]
        assert re.findall(r"[a-z_]+(?=,|\s*$|\s*\()", row.group(1).strip()) == columns


def test_every_kind_of_finding_is_described() -> None:
    """Those of a vault here, those of a package's files beside the verifiers that travel."""
    documents = DOCUMENT + (ROOT / "docs" / "verify.md").read_text("utf-8")
    assert [kind.value for kind in FindingKind if f"`{kind}`" not in documents] == []


def test_the_checks_have_the_names_that_machines_read() -> None:
    """They stand in ``--json``, and stay."""
    assert " ".join(CheckName) == (
        "chain times commitments erasures genesis objects pages held_heads forks receipt report_file "
        "structure packing system_files folder_name bag files ledger dossier exhibits originals extras sizes "
        "witness expected_receipt verifier printed_receipt timestamps"
    )


def test_the_parameters_are_those_of_format_1() -> None:
    assert f"0x{APPLICATION_ID:08X}" in DOCUMENT
    assert f"algorithm `{FORMAT_1.algorithm}`" in DOCUMENT
    assert (
        f"{FORMAT_1.tcost} passes, {FORMAT_1.mcost // 1024} MiB, {FORMAT_1.pcost} lane" in DOCUMENT
    )
    assert f"{FORMAT_1.page_size} bytes" in DOCUMENT
