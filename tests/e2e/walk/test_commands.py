"""Each command does its act, says so in both languages, and refuses in one sentence with a documented code."""

from __future__ import annotations

import hashlib
import zipfile
from pathlib import Path

import pytest

from app.capture import BlackPictureError, WaylandError
from app.cli import COMMANDS
from app.cli.writing import WriteCommand
from tests.e2e.walk.house import PASSPHRASE, House
from tests.fakes.terminal import FakeTerminal
from tests.unit.house.tree import ROOT


def test_init_makes_a_vault_with_a_case_and_never_replaces_one(tmp_path: Path) -> None:
    house = House(tmp_path)
    made = house.ok("init")
    assert made["case"] == "My case"
    before = house.vault.read_bytes()
    again = house.run("init")
    assert again.code == 3
    assert again.answer["error"]["kind"] == "evidence_store.VaultExistsError"
    assert house.vault.read_bytes() == before


def test_danish_is_the_first_language(tmp_path: Path) -> None:
    house = House(tmp_path)
    ran = house.typed(
        "--vault", str(house.vault), "--passphrase-file", str(house.passphrase_file), "init"
    )
    assert "Første sag: Min sag" in ran.out


def test_init_offers_a_made_phrase_and_asks_for_it_again(tmp_path: Path) -> None:
    house = House(tmp_path)
    house.terminal = FakeTerminal(["", "something else"])
    refused = house.typed("--vault", str(house.vault), "init")
    assert refused.code == 2
    assert not house.vault.exists()
    phrase = house.terminal.said[0].split(": ")[1]
    assert len(phrase.split()) == 6

    house.terminal = FakeTerminal(["min egen lange sætning", "min egen lange sætning"])
    assert house.typed("--vault", str(house.vault), "init").code == 0
    house.terminal = FakeTerminal(["min egen lange sætning"])
    assert house.typed("--vault", str(house.vault), "list").code == 0


def test_a_wrong_passphrase_is_code_12_and_changes_nothing(house: House) -> None:
    before = house.vault.read_bytes()
    house.passphrase_file.write_text("noget andet\n", encoding="utf-8")
    assert house.run("list").code == 12
    assert house.vault.read_bytes() == before


def test_without_a_vault_it_is_code_10_and_nobody_is_asked(tmp_path: Path) -> None:
    house = House(tmp_path)
    house.terminal = FakeTerminal([PASSPHRASE])
    assert house.typed("--vault", str(house.vault), "list").code == 10
    assert house.terminal.asked == []


def test_without_anybody_to_ask_the_passphrase_file_is_named(house: House) -> None:
    ran = house.typed("--lang", "en", "--vault", str(house.vault), "list")
    assert ran.code == 2
    assert "--passphrase-file" in ran.err


def test_a_capture_is_sealed_and_comes_out_as_it_went_in(house: House, tmp_path: Path) -> None:
    sealed = house.ok("capture", "--region", "10,20,100,50", "--context")["captures"]
    assert [each["exhibit"] for each in sealed] == [1, 2]
    assert (sealed[0]["width_px"], sealed[0]["height_px"]) == (100, 50)
    assert (sealed[1]["width_px"], sealed[1]["height_px"]) == (200, 120)
    exported = house.ok("export", "1", "--out", str(tmp_path / "out.png"))
    data = (tmp_path / "out.png").read_bytes()
    assert hashlib.sha256(data).hexdigest() == exported["sha256"]


def test_an_export_is_readable_by_its_owner_alone(house: House, tmp_path: Path) -> None:
    house.ok("capture")
    house.ok("export", "1", "--out", str(tmp_path / "out.png"))
    assert (tmp_path / "out.png").stat().st_mode & 0o077 == 0


def test_an_export_never_replaces_a_file(house: House, tmp_path: Path) -> None:
    house.ok("capture")
    target = tmp_path / "there.txt"
    target.write_text("mine", encoding="utf-8")
    ran = house.run("export", "1", "--out", str(target))
    assert (ran.code, target.read_text("utf-8")) == (3, "mine")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["capture", "--region", "0,0,0,10"], 3),
        (["capture", "--region", "5000,5000,10,10"], 3),
        (["capture", "--region", "1,2,3"], 2),
        (["capture", "--screen", "7"], 2),
        (["capture", "--delay", "-1"], 2),
        (["show", "B7"], 2),
        (["show", "nothing"], 2),
        (["mark", "1", "--shapes", "no-such-file.json"], 3),
        (["redact", "1", "--box", "1,1,1,1:x"], 2),
        (["incident", "--published", "yesterday"], 2),
        (["incident", "--published", "25.10.2026 kl. 2.30"], 2),
        (["dossier", "--for", "nobody", "--out", "x.pdf"], 2),
        (["verify", "no-such-package.zip"], 3),
        (["--case", "7", "list"], 2),
        (["frobnicate"], 2),
        ([], 2),
    ],
)
def test_bad_input_is_one_sentence_with_a_code(house: House, words: list[str], code: int) -> None:
    ran = house.run(*words)
    assert ran.code == code, ran.out
    error = ran.answer.get("error")
    if error is not None:
        assert "Traceback" not in ran.out + ran.err
        assert error["message"].endswith((".", "}"))
    assert house.ok("list")["items"] == []


@pytest.mark.parametrize("failure", [WaylandError("x"), BlackPictureError(0, 0, 9, 9)])
def test_a_screen_that_gives_nothing_seals_nothing(house: House, failure: Exception) -> None:
    def refuse() -> None:
        raise failure

    house.open_screen = refuse  # type: ignore[assignment]
    assert house.run("capture").code == 3
    assert house.ok("list")["items"] == []


def test_files_are_kept_and_a_refused_one_does_not_stop_the_rest(
    house: House, tmp_path: Path
) -> None:
    (tmp_path / "empty.png").write_bytes(b"")
    (tmp_path / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\nand then nothing")
    (tmp_path / "mail.eml").write_bytes(b"From: a@b.example\r\n\r\nHej\r\n")
    names = ["empty.png", "broken.png", "mail.eml", "gone.txt"]
    ran = house.run("add", *(str(tmp_path / name) for name in names))
    assert ran.code == 3
    assert [each["position"] for each in ran.result["refused"]] == [1, 4]
    previews = [each["preview"] for each in ran.result["added"]]
    assert previews == ["damaged", "shown"]
    house.ok("export", "2", "--out", str(tmp_path / "out.eml"))
    assert (tmp_path / "out.eml").read_bytes() == (tmp_path / "mail.eml").read_bytes()


def test_notes_are_found_and_corrections_keep_the_old_value(house: House) -> None:
    first = house.ok("note", "Grøn bus ved åen")["id"]
    house.ok("note", "Blå bus ved åen", "--corrects", first)
    assert house.ok("search", "bus ved å")["items"][0]["text"] == "Blå bus ved åen"
    old = house.ok("show", first)
    text = next(part for part in old["parts"] if part["name"] == "text")
    assert text["body"]["text"] == "Grøn bus ved åen"


def test_a_correction_keeps_what_it_does_not_name(house: House) -> None:
    told = house.ok("notify", "--role", "manager", "--name", "Anne", "--said", "Vist opslaget")[
        "id"
    ]
    house.ok("notify", "--corrects", told, "--reply", "Møde i morgen")
    parts = {each["name"]: each["body"] for each in house.ok("show", "e3")["parts"]}
    assert parts["facts"]["role"] == "manager"
    assert parts["to"]["name"] == "Anne"
    assert parts["text"] == {
        "kind": "notification_text",
        "version": 1,
        "said": "Vist opslaget",
        "reply": "Møde i morgen",
    }


def test_private_notes_stand_in_their_own_log(house: House) -> None:
    assert house.ok("note", "Kun til mig", "--private")["id"] == "p1"
    assert house.ok("list")["items"][0]["id"] == "p1"


def test_cases_are_kept_apart_and_the_last_used_one_is_meant(house: House) -> None:
    house.ok("note", "i den første")
    house.ok("case", "--new", "Den anden")
    assert house.ok("list")["items"] == []
    assert len(house.ok("--case", "1", "list")["items"]) == 1
    assert len(house.ok("list")["items"]) == 1
    assert house.ok("--case", "den anden", "list")["items"] == []


def test_a_receipt_confirms_the_vault_until_it_was_given(house: House) -> None:
    house.ok("note", "før")
    receipt = house.ok("receipt")
    house.ok("note", "efter")
    report = house.ok("verify", "--expect", f"{receipt['code']}/{receipt['seq']}")
    assert report["verdict"] == "CONSISTENT"
    assert report["matched"]["seq"] == receipt["seq"]
    assert house.run("verify", "--expect", "7K2F").code == 2


def test_every_command_has_help_in_both_languages(tmp_path: Path) -> None:
    house = House(tmp_path)
    for command in COMMANDS:
        for lang in ("da", "en"):
            with pytest.MonkeyPatch.context() as patch:
                patch.setenv("COLUMNS", "100")
                ran = house.typed("--lang", lang, command.NAME, "--help")
            assert ran.code == 0


def test_every_command_is_documented() -> None:
    documented = (ROOT / "docs" / "commands.md").read_text("utf-8")
    for command in COMMANDS:
        # What writes something down has an option for each field: --help lists them, and only its name stands here.
        begins = "`" if isinstance(command, WriteCommand) else "| `"
        assert f"{begins}{command.NAME}" in documented, command.NAME


def test_a_correction_of_an_event_keeps_its_exhibits_unless_others_are_named(house: House) -> None:
    house.ok("capture")
    house.ok("capture")
    event = house.ok("incident", "--exhibit", "1", "--first-seen", "23.11.2026 kl. 13.50")["id"]
    kept = house.ok("incident", "--corrects", event, "--platform", "Facebook")["id"]
    facts = house.ok("show", kept)["parts"][0]["body"]
    assert [each["seq"] for each in facts["exhibits"]] == [2]
    assert facts["first_seen_at"] == "2026-11-23T12:50:00.000Z"
    other = house.ok("incident", "--corrects", event, "--exhibit", "2", "--first-seen", "")["id"]
    facts = house.ok("show", other)["parts"][0]["body"]
    assert [each["seq"] for each in facts["exhibits"]] == [3]
    assert facts["first_seen_at"] == ""


def test_the_correction_of_a_private_note_is_private(house: House) -> None:
    first = house.ok("note", "kun mig", "--private")["id"]
    assert house.ok("note", "stadig kun mig", "--corrects", first)["id"] == "p2"
    neutral = house.ok("note", "alle må se den")["id"]
    assert house.run("note", "skjult", "--private", "--corrects", neutral).code == 2
    assert house.run("note", "om den private", "--about", first).code == 2


@pytest.mark.parametrize("command", ["incident", "contact", "notify", "note"])
def test_only_a_thing_of_its_own_kind_is_corrected(house: House, command: str) -> None:
    house.ok("capture")
    words = ["note", "x"] if command == "note" else [command]
    ran = house.run(*words, "--corrects", "B1")
    assert (ran.code, ran.answer["error"]["kind"]) == (2, "cli.NotThatKindError")


def test_a_day_to_follow_up_is_a_day(house: House) -> None:
    told = house.ok("notify", "--role", "manager", "--follow-up", "1. december 2026")["id"]
    assert house.ok("show", told)["parts"][0]["body"]["follow_up_on"] == "2026-12-01"
    assert house.run("notify", "--follow-up", "en dag").code == 2


def test_a_case_that_is_begun_takes_the_names_that_were_typed(house: House) -> None:
    house.ok("case", "--new", "Den anden", "--name", "Mette Eks", "--ref", "J-17")
    lines = {each["text"] for each in house.ok("search", "Mette")["items"]}
    assert lines == {"Mette Eks"}


def test_a_thing_is_found_once_by_old_words_and_new(house: House) -> None:
    first = house.ok("note", "Grøn bus ved åen")["id"]
    house.ok("note", "Blå bus ved åen", "--corrects", first)
    for words in ("bus", "grøn", "blå"):
        found = house.ok("search", words)["items"]
        assert [(each["id"], each["text"]) for each in found] == [(first, "Blå bus ved åen")]


@pytest.mark.parametrize("limit", ["0", "-3"])
def test_a_limit_below_one_finds_nothing_and_ends(house: House, limit: str) -> None:
    house.ok("note", "ord")
    assert house.ok("search", "ord", f"--limit={limit}")["items"] == []


def test_a_list_asks_the_vault_for_no_single_entry(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    house.ok("capture")
    house.ok("note", "ord")
    house.ok("contact", "--role", "manager", "--name", "Anne", "--organisation", "Nordby")

    def refuse(*_: object) -> None:
        raise AssertionError("a list is told from the state")

    monkeypatch.setattr("evidence_store.Vault.entry", refuse)
    texts = [each["text"] for each in house.ok("list")["items"]]
    assert texts == ["screenshot, 200 × 120", "ord", "manager, Anne, Nordby"]


def test_screen_nought_is_no_screen(house: House) -> None:
    assert house.run("capture", "--screen", "0").code == 2


def test_a_dossier_takes_exhibits_by_any_of_their_ids(house: House, tmp_path: Path) -> None:
    for _ in range(3):
        house.ok("capture")
    words = ["handover", "--for", "manager", "--exhibit", "B1", "--exhibit", "3"]
    handed = house.ok(*words, "--out", str(tmp_path / "p.zip"))
    assert handed["exhibits"] == [1, 3]
    missing = house.run("dossier", "--for", "manager", "--exhibit", "B9", "--out", "x.pdf")
    assert missing.code == 2


def test_a_region_may_begin_left_of_the_first_screen(house: House) -> None:
    sealed = house.ok("capture", "--region=-20,-10,100,50")["captures"]
    assert (sealed[0]["width_px"], sealed[0]["height_px"]) == (80, 40)


def test_a_saved_package_is_not_called_handed_over_until_it_is_noted(
    house: House, tmp_path: Path
) -> None:
    made = house.ok("handover", "--for", "manager", "--out", str(tmp_path / "p.zip"))
    kinds = [each["kind"] for each in house.ok("list")["items"]]
    assert "package" in kinds
    assert "hand-over" not in kinds
    noted = house.ok("handed-over", made["id"], "--name", "Lene Eks", "--channel", "meeting")["id"]
    facts, to = house.ok("show", noted)["parts"][:2]
    assert facts["body"]["what"]["seq"] == int(made["id"].removeprefix("e"))
    assert (facts["body"]["role"], facts["body"]["channel"]) == ("manager", "meeting")
    assert facts["body"]["at"]
    assert to["body"]["name"] == "Lene Eks"
    assert [each["id"] for each in house.ok("search", "Lene")["items"]] == [noted]
    again = house.ok("handed-over", made["id"], "--corrects", noted, "--role", "hr")["id"]
    facts, to = house.ok("show", again)["parts"][:2]
    assert (facts["body"]["role"], facts["body"]["channel"]) == ("hr", "meeting")
    assert to["body"]["name"] == "Lene Eks"


def test_that_the_recipient_has_it_is_noted_with_the_hand_over(
    house: House, tmp_path: Path
) -> None:
    made = house.ok("handover", "--for", "manager", "--out", str(tmp_path / "q.zip"))
    noted = house.ok("handed-over", made["id"], "--channel", "meeting")["id"]
    later = house.ok(
        *("handed-over", made["id"], "--corrects", noted),
        *("--received-at", "24.11.2026 kl. 9.30", "--receipt", "tak, modtaget"),
    )["id"]
    parts = {each["name"]: each["body"] for each in house.ok("show", later)["parts"]}
    assert parts["receipt"]["at"] == "2026-11-24T08:30:00.000Z"
    assert parts["receipt"]["text"] == "tak, modtaget"
    assert parts["facts"]["channel"] == "meeting"
    assert noted in [each["id"] for each in house.ok("search", "modtaget")["items"]]
    assert (made["version"], len(made["paths"])) == ("1.0", 1)


def test_only_a_package_or_a_dossier_is_handed_over(house: House) -> None:
    note = house.ok("note", "noget")["id"]
    assert house.run("handed-over", note).code == 2
    assert house.run("handed-over", "e999").code == 2


def test_who_got_a_report_is_shown_to_no_recipient(house: House, tmp_path: Path) -> None:
    """That the union got one is not the manager's business."""
    made = house.ok("handover", "--for", "union_consultant", "--out", str(tmp_path / "u.zip"))
    house.ok("handed-over", made["id"], "--name", "Kanariefugl Modtagersen")
    for recipient in ("manager", "union_consultant"):
        target = tmp_path / f"{recipient}.zip"
        house.ok("handover", "--for", recipient, "--out", str(target))
        with zipfile.ZipFile(target) as archive:
            for name in archive.namelist():
                assert b"Kanariefugl" not in archive.read(name)
                assert b"handed_over" not in archive.read(name)


def test_times_that_can_hardly_be_meant_are_said_and_sealed_as_they_stand(house: House) -> None:
    """The house's clock stands in November 2026."""
    for words, remarks in (
        (["--first-seen", "23.11.2062 kl. 14.03"], ["still to come"]),
        (["--published", "23.11.2062 kl. 14.03"], ["still to come"]),
        (
            ["--published", "22.11.2026 14.03", "--first-seen", "21.11.2026 14.03"],
            ["before it was posted"],
        ),
        (["--published", "21.11.2026 14.03", "--first-seen", "22.11.2026 14.03"], []),
    ):
        ran = house.ok("incident", "--platform", "Facebook", *words)
        assert len(ran["remarks"]) == len(remarks)
        assert all(part in said for part, said in zip(remarks, ran["remarks"], strict=True))
        (facts,) = [
            part for part in house.ok("show", ran["id"])["parts"] if part["name"] == "facts"
        ]
        assert facts["body"]["platform"] == "Facebook"
    told = house.ok(
        "notify", "--role", "manager", "--at", "22.11.2026 14.03", "--reply-at", "21.11.2026 14.03"
    )
    assert "before you told them" in told["remarks"][0]
    assert house.ok("notify", "--role", "manager")["remarks"] == []
