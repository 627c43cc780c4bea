"""verify.sh answers alike under every shell and awk that its reader may have."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from evidence_store import BodyError, check_body
from tests.e2e.package.corruptions import CORRUPTIONS, Corruption, corrupted, held_code
from tests.e2e.package.forge import EntryDraft, Forged, PartDraft, body, good, object_body
from tests.e2e.package.verifiers import ask_app, ask_py, ask_sh, load_verify_py

BUSYBOX = shutil.which("busybox")
SHELLS = {"dash": ["dash"], "bash": ["bash", "--posix"], "ash": [BUSYBOX or "busybox", "sh"]}
TRIED = tuple(
    each
    for each in CORRUPTIONS
    if each.name
    in {
        "words_changed",
        "entry_dropped",
        "text_cut",
        "erased_called_withheld",
        "rechained_double_key",
        "rechained_wrong_parent",
        "rechained_list_of_exhibits",
        "rechained_entry_gone",
        "list_reversed",
        "tombstone_names_nothing",
        "bag_info_longer",
        "bag_info_without_end",
        "list_names_what_cannot_be",
        "rechained_65_parts",
        "hidden_parts_named",
        "rechained_erasure_of_later",
        "held_hash_put_back",
        "broken_after_wrong_words",
        "folder_called_otherwise",
    }
)


@pytest.fixture(scope="module")
def sound() -> Forged:
    return good()


@pytest.fixture(params=["mawk", "busybox"])
def tools(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A folder in which awk (and for busybox sed and sha256sum too) is that program."""
    folder = tmp_path / "tools"
    folder.mkdir()
    program = shutil.which(request.param)
    assert program is not None, f"{request.param} is needed for this test"
    for name in ["awk"] if request.param == "mawk" else ["awk", "sed", "sha256sum"]:
        (folder / name).symlink_to(program)
    return str(folder)


@pytest.mark.parametrize("shell", SHELLS)
def test_a_sound_package(tmp_path: Path, sound: Forged, shell: str, tools: str) -> None:
    folder = sound.unpack(tmp_path / "unpacked")
    code = sound.ledger.entries[9].hash
    assert code
    answer, exit_code = ask_sh(SHELLS[shell], folder, path=tools)
    assert (answer.verdict, answer.findings, exit_code) == ("CONSISTENT", frozenset(), 0)
    assert answer.codes == ask_app(folder).codes


@pytest.mark.parametrize("corruption", TRIED, ids=lambda each: each.name)
def test_damage_under_busybox_alone(
    tmp_path: Path, sound: Forged, corruption: Corruption, tools: str
) -> None:
    forged = corrupted(sound, corruption)
    folder = forged.unpack(tmp_path / forged.top)
    expect = "" if corruption.finding else held_code(sound, corruption)
    answer, _ = ask_sh(SHELLS["ash"], folder, expect, path=tools)
    assert answer.findings == ask_app(folder, expect).findings
    assert answer.verdict == corruption.verdict


def test_every_bad_body_is_refused_alike(tmp_path: Path, tools: str) -> None:
    """All bodies of the shared list stand in one ledger; each reader refuses exactly the same ones."""
    listed = json.loads((Path(__file__).parents[2] / "data" / "bad_bodies.json").read_bytes())
    bodies = [bytes.fromhex(each["hex"]) for each in listed]
    bodies += [
        body("note", text='æøå \U0001f600 " \\ \x7f'),
        b'{"kind":"x","version":1,"a":"\\ud83d\\ude00","b":[1,-0,{}],"c":[],"d":null} ',
        b'{"kind":"x","version":1,"kin\\u0064":1}',
        b'{"kind":"x","version":1,"a":"\\ud83d"}',
        b'{"kind":"x","version":1,"a":9007199254740992}',
        b'{"kind":"x","version":1,"a":-9007199254740993}',
        b'{"kind":"x","version":1,"a":01}',
        b'{"kind":"x","version":1,"a":' + b"[" * 31 + b"]" * 31 + b"}",
        b'{"kind":"x","version":1,"a":' + b"[" * 32 + b"]" * 32 + b"}",
        b'{"kind":"x","version":1,"a":"' + b"\xc3\xa6" * 2000 + b'"}',
        b'{"kind":"x","version":1,"a":"\xed\xa0\x80"}',
        b'{"kind":"x","version":1,"a":"\xc0\xaf"}',
        b'{"kind":"x","version":1,"a":"\xf4\x90\x80\x80"}',
        b'{"kind":"x","version":1,}',
        b'{"kind":"x","version":1}x',
        b'{"kind":"x","version":true}',
        b'{"version":1,"kind":"x"}',
    ]
    bodies = [each for each in bodies if b"\n" not in each and b"\0" not in each]
    forged = good()
    forged.ledger.entries[9:9] = [
        EntryDraft(0, "2026-11-23T13:08:30.000Z", [PartDraft("text", each, "0" * 64)])
        for each in bodies
    ]
    forged.ledger.reseal(9)
    forged.write_ledger()
    forged.relist()
    folder = forged.unpack(tmp_path / "unpacked")
    refused = set()
    for number, each in enumerate(bodies):
        try:
            check_body(each)
        except BodyError:
            refused.add(9 + number)
    assert len(refused) > 20
    answers = [
        ask_app(folder),
        ask_py(load_verify_py(), folder),
        ask_sh(["dash"], folder, path=tools)[0],
    ]
    for answer in answers:
        assert {seq for kind, seq, _, _ in answer.findings if kind == "body"} == refused


@pytest.mark.parametrize(("length", "refused"), [(19_000, False), (20_000, True)])
def test_a_key_that_is_too_long_for_it_alone_is_refused(
    tmp_path: Path, length: int, refused: bool
) -> None:
    """No version of the program has written such a key; the document says that here the answers part."""
    forged = good()
    long = b'{"kind":"x","version":1,"' + b"k" * length + b'":1}'
    drafted = EntryDraft(0, "2026-11-23T13:08:30.000Z", [PartDraft("text", long, "0" * 64)])
    forged.ledger.entries[9:9] = [drafted]
    forged.ledger.reseal(9)
    forged.write_ledger()
    forged.relist()
    folder = forged.unpack(tmp_path / "unpacked")
    by_py, by_sh = ask_py(load_verify_py(), folder), ask_sh(["dash"], folder)[0]
    told = [{kind for kind, *_ in answer.findings} & {"body"} for answer in (by_py, by_sh)]
    assert told == [set(), {"body"} if refused else set()]


def test_hostile_names_are_harmless(tmp_path: Path, sound: Forged, tools: str) -> None:
    folder = sound.unpack(tmp_path / "unpacked")
    names = ["$(touch owned)", "`touch owned`", "-n", "a\nb", "\x1b[31m", "'; touch owned; '", "*",
             "\u202egnp.exe", "data\\x", "=cmd", " "]  # fmt: skip
    for name in names:
        (folder / name).write_bytes(b"x")
    (folder / "data" / "exhibits" / "bilag-001.png\n").write_bytes(b"x")
    answer, code = ask_sh(["dash"], folder, path=tools)
    assert code == 1
    assert len([each for each in answer.findings if each[0] == "unknown_file"]) >= len(names) - 2
    assert not list(folder.rglob("owned"))
    assert not Path("owned").exists()
    assert len(ask_app(folder).findings) == len(names) + 1


def test_nothing_is_written_beside_the_package(tmp_path: Path, sound: Forged, tools: str) -> None:
    folder = sound.unpack(tmp_path / "unpacked")
    before = sorted(folder.rglob("*"))
    ask_sh(["dash"], folder, path=tools)
    assert sorted(folder.rglob("*")) == before


def test_a_zip_must_be_unpacked_first(tmp_path: Path, sound: Forged) -> None:
    target = tmp_path / "package.zip"
    target.write_bytes(sound.zip())
    answer, code = ask_sh(["dash"], target)
    assert (answer.verdict, code) == ("UNREADABLE", 3)


def test_an_object_of_no_picture_kind_keeps_its_name(tmp_path: Path, tools: str) -> None:
    forged = good()
    data = b"MZ whatever"
    forged.files["data/originals/bilag-003.bin"] = data
    del forged.files["data/originals/bilag-003.eml"]
    forged.ledger.entries[5].part("object").body = object_body(data, "application/x-msdownload")
    dossier = forged.ledger.entries[10].part("facts")
    dossier.body = dossier.body.replace(b"bilag-003.eml", b"bilag-003.bin")
    forged.ledger.reseal(5)
    forged.write_ledger()
    forged.relist()
    folder = forged.unpack(tmp_path / "unpacked")
    assert ask_sh(["dash"], folder, path=tools)[0].verdict == "CONSISTENT"
    assert ask_app(folder).verdict == "CONSISTENT"
