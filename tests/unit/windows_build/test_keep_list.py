"""What stays in the bundle is said by rules with reasons, and each rule has to fit the parts."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest

from tests.unit.house.tree import ROOT, files
from tools.windows.keeping import KeepList, KeepListError, Rule, read_keep_list
from tools.windows.parts import read_parts

FILES = ["a/__init__.py", "a/deep/er/x.py", "a/deep/y.py", "a/tests/z.py", "a-1.dist-info/METADATA"]


def _list(*files: str, but_not: tuple[str, ...] = ()) -> KeepList:
    return KeepList((Rule("part", "for a test", files, but_not),), {"other": "not wanted"})


@pytest.mark.parametrize(
    ("pattern", "kept"),
    [
        ("a/*.py", ["a/__init__.py"]),
        ("a/**/*.py", ["a/__init__.py", "a/deep/er/x.py", "a/deep/y.py", "a/tests/z.py"]),
        ("a/**", ["a/__init__.py", "a/deep/er/x.py", "a/deep/y.py", "a/tests/z.py"]),
        ("a-*.dist-info/METADATA", ["a-1.dist-info/METADATA"]),
        ("a/deep/y.py", ["a/deep/y.py"]),
    ],
)
def test_a_pattern_names_files_as_its_stars_reach(pattern: str, kept: list[str]) -> None:
    assert _list(pattern).kept("part", FILES) == kept


def test_what_a_rule_takes_out_again_does_not_stay() -> None:
    kept = _list("a/**", but_not=("a/tests/*",)).kept("Part", FILES)
    assert "a/tests/z.py" not in kept
    assert "a/deep/y.py" in kept


@pytest.mark.parametrize("where", ["files", "but_not"])
def test_a_rule_that_names_nothing_is_an_error(where: str) -> None:
    rule = _list("gone/*") if where == "files" else _list("a/**", but_not=("gone/*",))
    with pytest.raises(KeepListError, match="gone"):
        rule.kept("part", FILES)


def test_a_part_that_is_left_out_has_its_reason_and_one_that_nobody_knows_is_an_error() -> None:
    assert _list("a/**").kept("other", FILES) == []
    with pytest.raises(KeepListError, match="stranger"):
        _list("a/**").kept("stranger", FILES)


def test_a_rule_without_a_reason_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "keep.toml"
    path.write_text('without = {}\n[[keep]]\nof = "part"\nwhy = " "\nfiles = ["a/*"]\n', "utf-8")
    with pytest.raises(KeepListError, match="part"):
        read_keep_list(path)


def test_the_keep_list_of_the_product_knows_each_part_and_no_other() -> None:
    keep = read_keep_list()
    known = {rule.of for rule in keep.rules} | set(keep.without)
    assert known == {"python", *(pin.name for pin in read_parts().wheels)}
    assert not {rule.of for rule in keep.rules} & set(keep.without)


def test_every_room_of_qt_that_the_program_enters_stays() -> None:
    """D-Bus apart: it is entered where the system has one, and Windows has none."""
    entered = re.compile(r"^\s*(?:from|import) PySide6\.(Qt\w+)", re.MULTILINE)
    used = {
        room
        for path in files("*.py")
        if path.parts[0] in ("app", "evidence_store", "main.py")
        for room in entered.findall((ROOT / path).read_text("utf-8"))
    }
    named = {name for rule in read_keep_list().rules for name in rule.files}
    assert {room for room in used if f"PySide6/{room}.pyd" not in named} == {"QtDBus"}


def test_what_the_features_need_stays() -> None:
    named = {name for rule in read_keep_list().rules for name in rule.files}
    assert {
        "PySide6/Qt6PrintSupport.dll",
        "pypdfium2_raw/**",
        "PIL/_imagingcms.*.pyd",
        "PIL/_webp.*.pyd",
        "PIL/_avif.*.pyd",
        "tzdata/zoneinfo/Europe/*",
    } <= named
    assert not [name for name in named if "python.exe" in name or "pythonw" in name]


SIGNED = """
import json, sys
from datetime import UTC, datetime
from app.dossier.signing.cms import signed_data
from app.dossier.signing.own_certificate import identity_of
from app.p256 import flaw_of, new_key
key = new_key()
assert signed_data(identity_of(key, datetime(2026, 12, 1, tzinfo=UTC)), bytes(32))
assert flaw_of(key.spki, key.sign(b""), b"") is None
rooms = ("cryptography", "_cffi_backend", "cffi")
loaded = [m for n, m in sys.modules.items() if n.partition(".")[0] in rooms]
json.dump([m.__file__ for m in loaded if hasattr(m, "__file__")], sys.stdout)
"""


def test_what_a_signature_loads_stays() -> None:
    told = subprocess.run(
        [sys.executable, "-c", SIGNED], cwd=ROOT, capture_output=True, text=True, check=True
    )
    loaded = {
        Path(each).as_posix().rpartition("/site-packages/")[2] for each in json.loads(told.stdout)
    }
    assert {each.partition("/")[0].partition(".")[0] for each in loaded} == {
        "cryptography",
        "_cffi_backend",
    }
    for part in ("cryptography", "cffi"):
        there = {each.as_posix() for each in metadata.files(part) or ()}
        kept = read_keep_list().kept(part, [each.replace(".so", ".pyd") for each in there])
        assert {each.replace(".so", ".pyd") for each in loaded & there} <= set(kept)


LOADED = """
import json, sys, tempfile
from pathlib import Path
from app.dossier.pages.qr import code_bits, page_code_bits
from app.dossier.pdf.truetype import TrueTypeFont
import app.dossier.rendering
font = TrueTypeFont(Path("resources/fonts/NotoSans-Regular.ttf").read_bytes())
font.subset("Æ")
assert code_bits("https://example.org/")[0] and page_code_bits("BEVIS1")[0]
json.dump([[n.partition(".")[0], m.__file__] for n, m in sys.modules.items()
           if n.partition(".")[0] in ("reportlab", "segno")], sys.stdout)
"""


def test_what_a_report_loads_of_its_libraries_stays() -> None:
    """A report that could not be made on Windows was found there alone: a module had loaded its neighbours."""
    told = subprocess.run(
        [sys.executable, "-c", LOADED], cwd=ROOT, capture_output=True, text=True, check=True
    )
    found = json.loads(told.stdout)
    for package, needed in (
        ("reportlab", "reportlab/pdfbase/ttfonts.py"),
        ("segno", "segno/encoder.py"),
    ):
        loaded = {
            Path(file).as_posix().rpartition("/site-packages/")[2]
            for name, file in found
            if name == package
        }
        assert needed in loaded
        there = [each.as_posix() for each in metadata.files(package) or ()]
        assert loaded <= set(read_keep_list().kept(package, there))
