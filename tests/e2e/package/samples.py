"""A dozen small packages whose answers stand in docs/format.md ("Samples"), for whoever writes a reader.

``python -m tests.e2e.package.samples FOLDER`` writes them as zips, with ``answers.json`` beside them.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.e2e.package import damages, forgeries, variant_zips
from tests.e2e.package.forge import Forged, older, receipt, small
from tests.e2e.package.forge_more import FILM, TABLE, second
from tests.e2e.package.forge_witness import with_statement
from tests.e2e.package.variant_ledgers import renumber
from tests.second_reader.answer import EXIT_CODES
from tests.second_reader.checking import read_package
from tests.second_reader.receipts import read_code


@dataclass(frozen=True)
class Sample:
    """``expect``: a receipt code that is given from outside, or ""."""

    name: str
    data: bytes
    expect: str = ""


def samples() -> Iterator[Sample]:
    """Yield them in the order of the page."""
    sound = small()
    last = sound.ledger.entries[-1]
    code = f"{receipt(last.hash)} /{last.seq}"
    yield Sample("whole", sound.zip(), code)
    yield Sample("zipped-anew", variant_zips.anew_plainly(sound))
    yield Sample("older", older().zip())
    yield Sample("numbers-over-999", _changed(lambda forged, _: renumber(forged, 998)))
    yield Sample("second-format", second().zip())
    yield Sample("witness-signed", with_statement().zip())
    yield Sample("clock-back", _changed(damages.resealed(3, forgeries.clock_set_back)))
    yield Sample("another-code", _changed(damages.resealed(2, damages.new_words)), code)
    yield Sample("file-taken-out", _changed(damages.stripped(2, damages.PICTURE_1, "object")))
    yield Sample("one-part-of-two", _one_part())
    yield Sample("zip-cut", sound.zip()[:-30])
    yield Sample("picture-changed", _changed(damages.flip_file(damages.PICTURE_1, relist=False)))
    yield Sample("words-changed", _changed(damages.ledger(damages.change_words)))
    yield Sample("made-anew", _changed(damages.resealed(4, damages.wrong_parent)))
    yield Sample("table-changed", _other_table())
    yield Sample("later-format", _changed(damages.newer_ledger))
    yield Sample("something-else", variant_zips.of_somebody_else())


def _one_part() -> bytes:
    forged = second()
    forged.count = "1 of 2"
    del forged.files[FILM]
    forged.relist()
    return forged.zip()


def _other_table() -> bytes:
    forged = second()
    forged.files[TABLE] += b"3;4\n"
    forged.relist()
    return forged.zip()


def _changed(change: Callable[[Forged, Random], None]) -> bytes:
    forged = small()
    change(forged, Random("samples"))
    return forged.zip()


def main(folder: Path) -> None:
    """Write the samples and what is to be answered."""
    folder.mkdir(parents=True, exist_ok=True)
    answers = {}
    for sample in samples():
        path = folder / f"{sample.name}.zip"
        path.write_bytes(sample.data)
        answer = read_package(path, read_code(sample.expect) if sample.expect else None)
        answers[path.name] = {
            "expect": sample.expect,
            "verdict": answer.verdict,
            "exit_code": EXIT_CODES[answer.verdict],
            "findings": [vars(finding) for finding in answer.findings],
            "checks": answer.checks,
            "codes": answer.codes,
        }
    (folder / "answers.json").write_text(json.dumps(answers, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
