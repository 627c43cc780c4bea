"""What no file of the project may be or contain."""

from __future__ import annotations

import re
import tomllib

from app.version import VERSION
from tests.unit.house.tree import ROOT, files

LONGEST = 400
# It travels alone, so all that it needs is in one file; a second file would be one more to trust.
LONGER = {"resources/verifier/verify.py"}

# Written in halves, or this file would be found.
REGISTRIES = [
    left + right
    for left, right in [
        ("pypi", ".org"),
        ("python", "hosted.org"),
        ("deb.", "debian.org"),
        ("archive.", "ubuntu.com"),
        ("registry.", "npmjs"),
        ("repo1.", "maven.org"),
        ("artifact", "registry"),
    ]
]
MACHINE_PATH = re.compile(rb"(?<![\w./~-])/(?:work|root|home|Users)/[\w.-]+")


def test_no_python_file_holds_two_ideas() -> None:
    lengths = {str(path): _lines(path) for path in files("*.py")}
    assert not {path: n for path, n in lengths.items() if n > LONGEST and path not in LONGER}


def test_no_file_names_where_packages_come_from() -> None:
    hosts = re.compile("|".join(map(re.escape, REGISTRIES)).encode())
    assert not {str(path): found for path in files() if (found := hosts.findall(_bytes(path)))}


def test_no_file_names_a_path_of_somebodys_machine() -> None:
    named = {str(path): MACHINE_PATH.findall(_bytes(path)) for path in files()}
    assert not {path: found for path, found in named.items() if found}


def test_no_test_is_skipped_or_expected_to_fail_and_nothing_is_a_stub() -> None:
    silenced = re.compile(
        r"(?:mark\.|pytest\.)(?:skip|xfail)|importor" + r"skip|raise NotImplemented" + "Error"
    )
    found = {str(path): silenced.findall(_text(path)) for path in files("*.py")}
    found.pop("tests/unit/house/test_files.py")
    assert not {path: what for path, what in found.items() if what}


def test_screens_take_their_fields_from_the_kit_whose_fields_leave_the_wheel_to_the_page() -> None:
    raw = re.compile(
        r"\bQ(?:Double)?SpinBox\b|\bQ(?:Date|Time|DateTime)Edit\b|\bQComboBox\b|\bQSlider\b"
    )
    found = {
        str(path): raw.findall(_text(path))
        for path in files("*.py")
        if str(path).startswith("app/ui/") and not str(path).startswith("app/ui/kit/")
    }
    assert not {path: what for path, what in found.items() if what}


def test_qt_decodes_no_picture_of_a_stranger() -> None:
    """Only lists, and the blurred picture beside a form, read files by Qt: thumbnails, JPEGs of our own."""
    reads = re.compile(
        r"imageData\(|\.fromData\(|loadFromData|QImageReader|QMovie|\.image\(\)|\.pixmap\(\)"
        r"|Q(?:Image|Pixmap)\((?:str\(|\"|f\")|small_image\("
    )
    found = {
        str(path): reads.findall(_text(path))
        for path in files("*.py")
        if str(path).startswith("app/ui/")
    }
    assert {path: what for path, what in found.items() if what} == {
        "app/ui/forms/picture_pane.py": ["small_image("],
        "app/ui/kit/picture.py": ["small_image(", ".fromData("],
        "app/ui/report/picture_row.py": ["small_image("],
        "app/ui/timeline/pictures.py": ["small_image("],
    }


def test_every_locked_package_has_one_version_and_its_hashes() -> None:
    versions: dict[str, set[str]] = {}
    for lock in ("run", "dev", "setup"):
        text = (ROOT / f"requirements/{lock}.txt").read_text("utf-8").replace("\\\n", " ")
        for line in filter(None, (line.partition(" #")[0].strip() for line in text.splitlines())):
            if line.startswith("#"):
                continue
            name, pinned, _ = re.split(r"(==[^ ]+)", line, maxsplit=1)
            assert "--hash=sha256:" in line, name
            versions.setdefault(name, set()).add(pinned)
    assert not {name: each for name, each in versions.items() if len(each) > 1}


def test_what_the_program_needs_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    needed = {re.split(r"[ ;>=<]", line)[0] for line in project["project"]["dependencies"]}
    locked = re.findall(
        r"^([\w.-]+)==", (ROOT / "requirements/run.txt").read_text("utf-8"), re.MULTILINE
    )
    assert {name.lower() for name in needed} <= {name.lower() for name in locked}


def test_the_demonstration_is_no_part_of_what_is_installed() -> None:
    build = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]
    wheel = build["targets"]["wheel"]
    assert {"app", "evidence_store", "resources"} <= set(wheel["packages"])
    assert not [path for path in [*wheel["packages"], *wheel["force-include"]] if "demo" in path]


def test_the_documents_link_only_to_what_is_there() -> None:
    link = re.compile(r"\]\((?!https?:|mailto:|#)([^)#]+)")
    dead = {
        f"{path}: {target}"
        for path in files("*.md")
        for target in link.findall(_text(path))
        if not (ROOT / path.parent / target).exists()
    }
    assert not dead


def test_the_map_names_only_files_that_are_there() -> None:
    rooms = r"`((?:app|evidence_store|atomic_file|resources|tests|tools|docs)/[\w./-]+|main\.py)`"
    text = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    assert not [path for path in re.findall(rooms, text) if not (ROOT / path).exists()]
    bare = set(re.findall(r"`([\w-]+\.(?:py|toml))`", text))
    assert bare
    assert not bare - {path.name for path in files()}


def test_the_version_stands_in_two_places_that_agree() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["version"] == VERSION


def _lines(path: object) -> int:
    return len(_text(path).splitlines())


def _text(path: object) -> str:
    return _bytes(path).decode("utf-8")


def _bytes(path: object) -> bytes:
    return (ROOT / str(path)).read_bytes()


# PEP 594 and its like: what newer Pythons have no more. The bundle for Windows has a newer one than 3.11.
GONE = re.compile(
    r"\s*(?:import|from) (?:aifc|asynchat|asyncore|audioop|cgi|cgitb|chunk|crypt|distutils|imghdr|imp|lib2to3|mailcap"
    r"|msilib|nis|nntplib|ossaudiodev|pipes|smtpd|sndhdr|spwd|sunau|telnetlib|uu|xdrlib)\b"
)


def test_nothing_needs_a_module_that_newer_pythons_do_not_have() -> None:
    """One did, and no mail could be seen on Windows."""
    rooms = ("app", "evidence_store", "atomic_file", "resources")
    found = []
    for path in (each for room in rooms for each in files("*.py", under=room)):
        before = ""
        for line in (ROOT / path).read_text("utf-8").splitlines():
            if GONE.match(line) and "suppress(ImportError)" not in before:
                found.append(f"{path}: {line.strip()}")
            before = line
    assert found == []
