"""The samples that docs/format.md lists are made by a script, and every reader answers as the page says."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path

import pytest

from tests.e2e.package.comparing import ask_second
from tests.e2e.package.samples import Sample, main, samples
from tests.e2e.package.verifiers import ROOT, ask_app, ask_py, ask_sh, load_verify_py

PAGE = (ROOT / "docs" / "format.md").read_text("utf-8")
ROWS = {
    name: (code.strip(), verdict, set(re.findall(r"`(\w+)`", findings)))
    for name, code, verdict, findings in re.findall(
        r"^\| `([a-z0-9-]+)` \| [^|]* \|( [a-z ]*)\| ([A-Z ]+) \| ([^|]*) \|$", PAGE, re.MULTILINE
    )
}


def test_the_page_lists_them_all() -> None:
    assert list(ROWS) == [sample.name for sample in samples()]
    assert len(ROWS) >= 12
    assert {verdict for _, verdict, _ in ROWS.values()} == {
        *("CONSISTENT", "NOT CONFIRMED", "INCOMPLETE", "ALTERED", "UNREADABLE")
    }


@pytest.mark.parametrize("sample", list(samples()), ids=lambda each: str(each.name))
def test_every_reader_answers_as_the_page_says(tmp_path: Path, sample: Sample) -> None:
    code, verdict, kinds = ROWS[sample.name]
    target = tmp_path / f"{sample.name}.zip"
    target.write_bytes(sample.data)
    assert bool(code) == bool(sample.expect)
    for answer in (
        ask_second(target, sample.expect),
        ask_app(target, sample.expect),
        ask_py(load_verify_py(), target, sample.expect),
    ):
        assert (answer.verdict, answer.kinds()) == (verdict, kinds)
        assert answer.matched is (code == "fits")
    if not any(kind.startswith("zip_") for kind in kinds):
        with zipfile.ZipFile(target) as archive:
            archive.extractall(tmp_path)
        (folder,) = (path for path in tmp_path.iterdir() if path.is_dir())
        answer, _ = ask_sh(["sh"], folder, sample.expect)
        assert (answer.verdict, answer.kinds()) == (verdict, kinds)


def test_the_script_writes_them_with_their_answers(tmp_path: Path) -> None:
    main(tmp_path)
    answers = json.loads((tmp_path / "answers.json").read_text("utf-8"))
    assert {path.name for path in tmp_path.glob("*.zip")} == set(answers)
    assert {name.removesuffix(".zip"): each["verdict"] for name, each in answers.items()} == {
        name: verdict for name, (_, verdict, _) in ROWS.items()
    }
    assert sum(path.stat().st_size for path in tmp_path.iterdir()) < 500_000
