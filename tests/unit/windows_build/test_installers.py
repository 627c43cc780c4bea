"""What an installer is told, and that neither it nor the zip knows the clock."""

from __future__ import annotations

import os
import re
import subprocess
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tools.windows.archive import pack
from tools.windows.compound import NoCompoundFileError, with_fixed_times
from tools.windows.msi import build_msi
from tools.windows.tree import tree_files
from tools.windows.wxs import Scope, describe, product_code

WIX = "{http://schemas.microsoft.com/wix/2006/wi}"
NOON_S = 1_764_072_000
FILES = ["Bevismappe.exe", "lib/a.py", "lib/deep/b.py", "program/main.py"]


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    folder = tmp_path / "tree"
    for name in FILES:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"this is {name}", encoding="utf-8")
        os.utime(path, (NOON_S, NOON_S))
    return folder


@pytest.mark.parametrize("scope", list(Scope))
def test_every_file_is_in_a_component_of_the_one_feature(scope: Scope) -> None:
    product = ET.fromstring(describe("1.2.3", scope, FILES, "tree"))
    sources = [file.attrib["Source"] for file in product.iter(f"{WIX}File")]
    components = [each.attrib["Id"] for each in product.iter(f"{WIX}Component")]
    named = [each.attrib["Id"] for each in product.iter(f"{WIX}ComponentRef")]
    assert sources == [f"tree/{name}" for name in FILES]
    assert sorted(components) == sorted(named)
    assert len(set(components)) == len(components)


@pytest.mark.parametrize("scope", list(Scope))
def test_a_component_is_the_same_one_in_the_next_version(scope: Scope) -> None:
    def guids(version: str, files: list[str]) -> dict[str, str]:
        product = ET.fromstring(describe(version, scope, files, "tree"))
        return {each.attrib["Id"]: each.attrib["Guid"] for each in product.iter(f"{WIX}Component")}

    before, after = guids("1.0", FILES), guids("1.1", [*FILES, "lib/new.py"])
    assert before.items() < after.items()
    assert len(set(after.values())) == len(after)


def test_each_scope_and_version_is_a_product_of_its_own() -> None:
    codes = {product_code(version, scope) for version in ("1.0", "1.1") for scope in Scope}
    assert len(codes) == 4


@pytest.mark.parametrize(("scope", "root"), [(Scope.PER_USER, "HKCU"), (Scope.PER_MACHINE, "HKLM")])
def test_only_the_part_of_the_registry_that_the_scope_may_write_is_written(
    scope: Scope, root: str
) -> None:
    product = ET.fromstring(describe("1.0", scope, FILES, "tree"))
    assert {value.attrib["Root"] for value in product.iter(f"{WIX}RegistryValue")} == {root}


def test_what_is_installed_for_one_person_is_taken_out_of_the_profile_again() -> None:
    product = ET.fromstring(describe("1.0", Scope.PER_USER, FILES, "tree"))
    folders = [
        each
        for each in product.iter(f"{WIX}Component")
        if each.find(f"{WIX}RemoveFolder") is not None
    ]
    assert len(folders) == 4  # the top, lib, lib/deep, program


def test_vaults_open_with_us_and_packages_may() -> None:
    text = describe("1.0", Scope.PER_USER, FILES, "tree")
    opened = re.findall(r'Key="Software\\Classes\\([^"]+)"', text)
    assert {".bevismappe", ".zip\\OpenWithProgids"} <= set(opened)
    assert ".zip" not in opened


@pytest.mark.parametrize("scope", list(Scope))
def test_an_installer_is_the_same_at_another_time(
    tree: Path, scope: Scope, monkeypatch: pytest.MonkeyPatch
) -> None:
    once = build_msi(tree, "1.0", scope, b"icon", NOON_S)
    monkeypatch.setenv("LD_PRELOAD", _faketime())
    monkeypatch.setenv("FAKETIME", "@2031-02-03 04:05:06")
    assert build_msi(tree, "1.0", scope, b"icon", NOON_S) == once


def test_an_installer_of_another_byte_is_another_one(tree: Path, tmp_path: Path) -> None:
    def code() -> str:
        path = tmp_path / "out.msi"
        path.write_bytes(build_msi(tree, "1.0", Scope.PER_USER, b"icon", NOON_S))
        told = subprocess.run(
            ["msiinfo", "suminfo", path], capture_output=True, text=True, check=True
        )
        assert "2025" in told.stdout
        found = re.search(r"UUID\): (\{[0-9A-F-]+\})", told.stdout)
        assert found
        return found[1]

    before = code()
    (tree / "lib/a.py").write_text("another", encoding="utf-8")
    os.utime(tree / "lib/a.py", (NOON_S, NOON_S))
    assert code() != before


def test_what_is_no_installer_is_refused() -> None:
    with pytest.raises(NoCompoundFileError):
        with_fixed_times(b"MZ" + bytes(600), NOON_S)


def test_the_zip_depends_on_the_folder_and_one_time_alone(tree: Path, tmp_path: Path) -> None:
    once = pack(tree, "Bevismappe", NOON_S)
    for name in tree_files(tree):
        os.utime(tree / name, (1, 1))
        (tree / name).chmod(0o600)
    assert pack(tree, "Bevismappe", NOON_S) == once
    assert pack(tree, "Bevismappe", NOON_S + 60) != once
    (tmp_path / "packed.zip").write_bytes(once)
    with zipfile.ZipFile(tmp_path / "packed.zip") as packed:
        assert packed.namelist() == [f"Bevismappe/{name}" for name in FILES]
        assert packed.testzip() is None


def _faketime() -> str:
    return str(next(Path("/usr/lib").glob("*/faketime/libfaketime.so.1")))
