"""The same input gives the same bytes."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

import pikepdf

from tests.e2e.dossier.made import made_pdf
from tests.unit.dossier.sample_case import ROOT, SampleCase, made_picture, small_case

_SCRIPT = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from app.dossier import Choices, compose, load_policy, render
from app.language import Language
from tests.unit.dossier.sample_case import FONTS, MADE_AT, RECIPIENTS, small_case
case, language = small_case(), Language("en", Path())
dossier = compose(case.state, load_policy(RECIPIENTS, "manager"), Choices(), language, case.receipt, MADE_AT)
print(render(dossier, Path(sys.argv[2]), case.open_object, language, FONTS).sha256)
"""


def test_the_same_case_gives_the_same_bytes_in_another_place_and_process(tmp_path: Path) -> None:
    digests = {hashlib.sha256(made_pdf(small_case(), tmp_path).read_bytes()).hexdigest()}
    for zone, locale, seed in (("Pacific/Kiritimati", "C", "1"), ("UTC", "da_DK.UTF-8", "77")):
        environment = {"TZ": zone, "LANG": locale, "LC_ALL": locale, "PYTHONHASHSEED": seed}
        done = subprocess.run(
            [sys.executable, "-c", _SCRIPT, str(ROOT), str(tmp_path / f"{seed}.pdf")],
            capture_output=True,
            check=True,
            env=environment,
        )
        digests.add(done.stdout.decode().strip())
    assert len(digests) == 1


def test_another_picture_gives_another_file_id(tmp_path: Path) -> None:
    ids = []
    for colour in ((1, 2, 3), (4, 5, 6)):
        case = SampleCase()
        case.capture(made_picture(9, 9, colour), "2026-11-23T13:00:00.000Z", (9, 9))
        with pikepdf.open(made_pdf(case, tmp_path)) as pdf:
            ids.append(bytes(pdf.trailer.ID[0]))
            assert pdf.trailer.ID[0] == pdf.trailer.ID[1]
    assert ids[0] != ids[1]
