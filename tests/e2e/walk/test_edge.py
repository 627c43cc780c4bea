"""Where the command line meets the world: whatever happens is one sentence or one object, with a documented code."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from app.capture import BlackPictureError, Grab
from app.cli.printing import print_json, print_lines
from app.cli.program import run_program
from app.settings import Settings
from evidence_store import Vault
from tests.e2e.walk.house import PASSPHRASE, House
from tests.fakes.keys import QUICK_KEYS
from tests.fakes.placeholder import only_its_name
from tests.fakes.screen import FakeScreen, striped_pixels
from tests.fakes.terminal import FakeTerminal
from tests.unit.house.tree import ROOT


def test_help_and_version_are_one_object_when_that_is_asked_for(house: House) -> None:
    for words, command, part in (
        (["--help"], "", "capture"),
        (["redact", "--help"], "redact", "X,Y,B,H:GRUND"),
        (["--version"], "", "Bevismappe"),
    ):
        ran = house.typed("--json", *words)
        assert ran.code == 0
        assert ran.answer["command"] == command
        assert part in ran.result["text"]


def test_json_and_language_may_stand_after_the_command(house: House) -> None:
    house.run("init")
    opened = ("--vault", str(house.vault), "--passphrase-file", str(house.passphrase_file))
    ran = house.typed(*opened, "note", "Et navn", "--json", "--lang", "da")
    assert (ran.code, ran.answer["command"]) == (0, "note")
    assert "vis denne hjælp" in house.typed("note", "--lang", "da", "--help").out


def test_help_works_in_english_where_the_catalogue_was_not_built(house: House) -> None:
    bare = house.folder / "resources"
    shutil.copytree(ROOT / "resources", bare, ignore=shutil.ignore_patterns("*.mo"))
    out, err = io.StringIO(), io.StringIO()
    tools = house.command_tools(out, err, resources=bare)
    assert run_program(["--help"], tools) == 0
    assert "show this help" in out.getvalue()
    assert run_program(["list"], tools) == 3
    assert "Install the program again" in err.getvalue()


def test_a_name_that_turns_the_reading_direction_is_shown_by_its_code(house: House) -> None:
    house.run("init")
    name = "faktura\u202egnp.exe"
    (house.folder / name).write_bytes(b"MZ")
    opened = ("--vault", str(house.vault), "--passphrase-file", str(house.passphrase_file))
    added = house.typed(*opened, "add", str(house.folder / name), str(house.folder / f"{name}.no"))
    listed = house.typed(*opened, "list")
    for ran in (added, listed):
        assert "\u202e" not in ran.out + ran.err
        assert "faktura[U+202E]gnp.exe" in ran.out + ran.err
    as_json = house.typed("--json", *opened, "list")
    assert "\u202e" not in as_json.out
    assert name in as_json.result["items"][0]["text"]


def test_names_that_are_no_utf_8_stay_two_and_the_list_shows_the_persons_own(house: House) -> None:
    house.run("init")
    names = [b"caf\xe9.txt", b"caf\xe8.txt"]
    for name in names:
        (house.folder / os.fsdecode(name)).write_text("words", encoding="utf-8")
    added = house.ok("add", *(str(house.folder / os.fsdecode(name)) for name in names))
    assert [each["name"] for each in added["added"]] == ["caf\\xe9.txt", "caf\\xe8.txt"]
    listed = house.ok("list")["items"]
    assert [each["text"].split(",")[0] for each in listed] == ["caf\\xe9.txt", "caf\\xe8.txt"]


def test_what_was_refused_is_named(house: House) -> None:
    house.run("init")
    ran = house.run("add", str(house.folder / "er her ikke.png"))
    assert ran.code == 3
    assert [each["name"] for each in ran.result["refused"]] == ["er her ikke.png"]


@pytest.mark.parametrize("words", [("--region", "-50,-50,90,90"), ("--region=-50,-50,90,90",)])
def test_a_region_that_begins_left_of_the_screen_is_understood(
    house: House, words: tuple[str, ...]
) -> None:
    house.run("init")
    (captured,) = house.ok("capture", *words)["captures"]
    assert (captured["width_px"], captured["height_px"]) == (40, 40)


def test_a_text_that_begins_with_a_minus_and_a_digit_is_a_text(house: House) -> None:
    house.run("init")
    assert house.run("note", "-5 grader og sne").code == 0
    assert "-5 grader og sne" in [each["text"] for each in house.ok("list")["items"]]


def test_a_name_that_is_too_long_is_told_as_such(house: House) -> None:
    for command in (["init"], ["list"]):
        ran = house.typed("--lang", "da", "--vault", str(house.folder / ("n" * 300)), *command)
        assert ran.code == 3
        assert "for lang til drevet" in ran.err


def test_a_choice_that_is_none_is_told_with_the_words_that_can_be_typed(house: House) -> None:
    message = house.run("notify", "--channel", "brevdue").answer["error"]["message"]
    assert "conversation, phone, mail" in message
    assert "<Channel" not in message


def test_help_speaks_the_language_and_leaves_the_process_as_it_was(house: House) -> None:
    before = dict(os.environ)
    assert "vis denne hjælp" in house.typed("--lang", "da", "note", "--help").out
    assert "show this help" in house.typed("--lang=en", "note", "--help").out
    assert dict(os.environ) == before


def test_a_usage_error_names_its_command(house: House) -> None:
    answer = house.run("redact", "1").answer
    assert (answer["command"], answer["exit_code"]) == ("redact", 2)


def test_every_command_says_that_nothing_can_be_remembered(house: House) -> None:
    shutil.rmtree(house.folder / "heads")
    (house.folder / "heads").write_text("a file where the folder should be")
    for words in (["note", "a"], ["list"], ["verify"], ["show", "b99"]):
        answer = house.run(*words).answer
        assert [each["kind"] for each in answer["notices"]] == ["heads_not_kept"]
        assert str(house.folder / "heads") in answer["notices"][0]["message"]
    checks = {check["name"]: check for check in house.run("verify").result["checks"]}
    assert (checks["held_heads"]["state"], checks["held_heads"]["reason"]) == (
        "not_checked",
        "not_kept",
    )
    said = house.typed(
        "--lang", "da", "--vault", str(house.vault),
        "--passphrase-file", str(house.passphrase_file), "verify",
    )  # fmt: skip
    assert "computeren kan ikke skrive ned, hvad den ved om loggen" in said.out
    assert "ville ikke blive opdaget" in said.err


def test_an_interrupted_command_ends_as_one_object_and_lets_go_of_the_screen(house: House) -> None:
    class Interrupted(FakeScreen):
        def grab_all(self) -> Grab:
            raise KeyboardInterrupt

    screen = Interrupted(house.clock, striped_pixels(20, 20))
    house.open_screen = lambda: screen
    ran = house.run("capture")
    assert (ran.code, ran.answer["error"]["kind"]) == (130, "KeyboardInterrupt")
    assert screen.closed


def test_a_screen_is_let_go_of_when_the_picture_is_refused(house: House) -> None:
    screen = FakeScreen(house.clock, striped_pixels(20, 20))
    screen.failure = BlackPictureError(0, 0, 20, 20)
    house.open_screen = lambda: screen
    assert house.run("capture").code == 3
    assert screen.closed


def test_input_that_ends_at_the_passphrase_is_an_interruption(house: House) -> None:
    class Ended(FakeTerminal):
        def can_ask(self) -> bool:
            return True

        def ask_secret(self, prompt: str) -> str:
            raise EOFError(prompt)

    house.terminal = Ended()
    assert house.typed("--vault", str(house.vault), "list").code == 130


def test_a_missing_catalogue_is_told_in_english(tmp_path: Path) -> None:
    house = House(tmp_path)
    out, err = io.StringIO(), io.StringIO()
    tools = house.command_tools(out, err, resources=tmp_path)
    assert run_program(["--lang", "da", "list"], tools) == 3
    assert "A part of the program is missing" in err.getvalue()


def test_half_surrogates_come_out_as_an_escape_and_never_as_an_error(house: House) -> None:
    ran = house.run("show", "\udcff")
    assert ran.code == 2
    assert "\udcff" in json.loads(ran.out)["error"]["message"]
    out = io.StringIO()
    print_json(out, {"x": "æ \udcff"})
    assert out.getvalue() == '{"x":"æ \\udcff"}\n'


def test_what_others_wrote_cannot_steer_the_terminal() -> None:
    out = io.StringIO()
    print_lines(out, "titel \x1b]0;nyt navn\x07\x9b2J", "to\nlinjer\tmed mere")
    assert out.getvalue() == "titel [U+001B]]0;nyt navn[U+0007][U+009B]2J\nto\nlinjer\tmed mere\n"


@pytest.fixture
def typed(tmp_path: Path) -> list[str]:
    """A command line in a process of its own, up to the command."""
    house = House(tmp_path)
    house.ok("init")
    return [
        sys.executable, "-m", "tests.start", "--lang", "en", "--vault", str(house.vault),
        "--passphrase-file", str(house.passphrase_file),
    ]  # fmt: skip


def test_a_reader_that_has_gone_is_no_error(typed: list[str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [*typed, "list"], cwd=ROOT, stdout=writing, stderr=subprocess.PIPE, text=True, check=False
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_full_disk_behind_the_answer_is_said(typed: list[str]) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            [*typed, "list"], cwd=ROOT, stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode == 13
    assert "Traceback" not in done.stderr
    assert done.stderr.startswith("There is no room on the drive.")


def test_settings_that_cannot_be_kept_do_not_stop_a_capture(house: House) -> None:
    (house.folder / "settings.ini").unlink()
    (house.folder / "settings.ini").mkdir()
    taken = house.ok("capture")
    assert house.ok("verify")["verdict"] == "CONSISTENT"
    assert [each["exhibit"] for each in taken["captures"]] == [1]


def test_a_backup_that_was_checked_is_not_the_vault_from_then_on(
    house: House, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.bevismappe"
    house.ok("backup", str(copy))
    house.ok("note", "siden da")
    # The copy is older than what this computer remembers, and that is said; but it was the copy that was checked.
    looked_at, own = house.run("verify", str(copy)), house.ok("verify")
    assert [each["kind"] for each in looked_at.result["findings"]] == ["head_shorter"]
    assert own["entries"] == looked_at.result["entries"] + 1
    assert Settings(house.folder / "settings.ini").vault == house.vault


def test_a_folder_that_is_missing_is_not_a_missing_vault(house: House, tmp_path: Path) -> None:
    ran = house.run("backup", str(tmp_path / "ikke her" / "x.bevismappe"))
    assert (ran.code, ran.answer["error"]["kind"]) == (3, "FileNotFoundError")
    assert str(tmp_path / "ikke her") in ran.answer["error"]["message"]


def test_a_passphrase_file_of_windows_own_editor_fits(house: House) -> None:
    words = house.passphrase_file.read_text("utf-8").strip()
    house.passphrase_file.write_bytes(b"\xef\xbb\xbf" + words.encode() + b"\r\n")
    assert house.run("list").code == 0


def test_a_last_vault_that_is_gone_is_missed_by_its_place(house: House) -> None:
    assert house.typed(
        "--lang", "en", "--vault", str(house.vault),
        "--passphrase-file", str(house.passphrase_file), "list",
    ).code == 0  # fmt: skip
    house.vault.rename(house.vault.with_name("moved"))
    for lang, word in (("en", "USB stick"), ("da", "usb-stik")):
        ran = house.typed("--json", "--lang", lang, "list")
        assert (ran.code, ran.answer["error"]["kind"]) == (10, "cli.LastVaultMissingError")
        assert str(house.vault) in ran.answer["error"]["message"]
        assert word in ran.answer["error"]["message"]
    named = house.run("list")
    assert (named.code, named.answer["error"]["kind"]) == (10, "evidence_store.VaultMissingError")


def test_a_vault_of_which_only_the_name_is_here_asks_for_no_passphrase(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    only_its_name(monkeypatch)
    ran = house.typed("--json", "--lang", "da", "--vault", str(house.vault), "list")
    assert (ran.code, ran.answer["error"]["kind"]) == (10, "evidence_store.PlaceholderError")
    assert "Behold altid på denne enhed" in ran.answer["error"]["message"]


def test_a_search_over_an_outdated_index_makes_it_anew_and_says_so(house: House) -> None:
    house.ok("note", "æblegrød")
    with Vault.open(house.vault, PASSPHRASE, heads=house.heads, parameters=QUICK_KEYS) as vault:
        vault.rebuild_index(lambda _entry: "", "0")
    ran = house.run("search", "æble")
    assert [item["text"] for item in ran.result["items"]] == ["æblegrød"]
    assert [each["kind"] for each in ran.answer["notices"]] == ["index_renewed"]
    assert "notices" not in house.run("search", "æble").answer
