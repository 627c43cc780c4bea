"""Starts of the installed program: the second one, one after a kill, and one beside a vault that is open elsewhere."""

from __future__ import annotations

from collections.abc import Callable

from tests.windows.desk import Desk, say, until
from tests.windows.programs import begin_vault, command, run_command, start, the_program
from tests.windows.walking import WINDOW


def test_a_second_start_hands_over_to_the_window_that_is_open(
    at_a_desk: Callable[[str], Desk],
) -> None:
    desk = at_a_desk("second-start")
    desk.gaze = WINDOW
    with the_program(desk) as first, start(desk.prefix, "--capture") as second:
        until(lambda: second.poll() is not None, "the second start has ended")
        assert second.returncode == 0
        assert first.poll() is None
        desk.find("Træk et felt.")
        desk.picture("its-wish-is-done")


def test_what_was_sealed_is_there_after_a_kill_and_the_vault_opens_again(
    at_a_desk: Callable[[str], Desk],
) -> None:
    desk = at_a_desk("killed")
    desk.gaze = WINDOW
    vault, phrase = begin_vault(desk.prefix)
    words = ("--vault", vault, "--passphrase-file", phrase)
    command(desk.prefix, *words, "note", "Skrevet før strømmen gik")
    with the_program(desk) as running:
        desk.click_under("Adgangskode")
        desk.type(desk.prefix.drive_c.joinpath("ord.txt").read_text("utf-8").strip())
        desk.key("Return")
        desk.find(say("Save the post first"))
        desk.key("ctrl+1")
        desk.find("Skrevet før strømmen gik")
        desk.picture("opened")
        # The vault is locked for others while its window is open.
        refused = run_command(desk.prefix, "--json", *words, "note", "Fra et andet program")
        assert refused.returncode == 11, refused
        desk.prefix.run("taskkill", "/f", "/im", "Bevismappe.exe")
        until(lambda: running.poll() is not None, "it is killed")
    answer = command(desk.prefix, *words, "verify")
    assert answer["result"]["verdict"] == "CONSISTENT"
    with the_program(desk):
        desk.find("Adgangskode")
        desk.picture("started-again")
