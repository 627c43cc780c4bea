"""What the program has on the desktop beside its window: the key, the icon beside the clock, the file that opens it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from app.casework import in_series
from app.casework.kinds.capture import CaptureWindow
from tests.windows.desk import Desk, say, until
from tests.windows.kept import opened, picture_of
from tests.windows.programs import (
    CARD,
    PASSPHRASE,
    begin_vault,
    command,
    the_card,
    the_program,
)
from tests.windows.walking import POST, WINDOW, capture, is_dimmed

TITLE = "Et opslag, der læses"
ICON = (1908, 990)
CORNER = (1500, 600, 420, 400)
BAR = (1000, 635, 920, 200)
"""Below the post, where the bar of a series stands."""
VAULT = "min.bevismappe"
NOTE = "Skrevet om morgenen"


def test_the_key_takes_a_picture_while_another_program_is_used(
    at_a_desk: Callable[[str], Desk], tmp_path: Path
) -> None:
    desk = at_a_desk("key")
    desk.gaze = WINDOW
    begin(desk)
    with the_program(desk) as running:
        unlock(desk)
        with the_card(desk, POST, TITLE) as shown:
            # Its window came last and has the keys: ours would not have them.
            capture(desk)
        choose_of_icon(desk, "Quit")
        until(lambda: running.poll() is not None, "the program has ended")

    with opened(desk.prefix.drive_c / VAULT, tmp_path / "heads", PASSPHRASE) as case:
        (exhibit,) = case.state.exhibits
        assert picture_of(case, exhibit.original) == shown
        assert exhibit.window == CaptureWindow(title=TITLE, program=CARD)


def test_a_key_that_another_program_holds_is_told(at_a_desk: Callable[[str], Desk]) -> None:
    desk = at_a_desk("key-taken")
    desk.gaze = WINDOW
    begin(desk)
    with the_card(desk, POST, TITLE, holds_keys=True), the_program(desk):
        unlock(desk)
        # The message of it is gone before the eyes have read the page; the line at the bottom stays.
        desk.find("Et andet program bruger Ctrl+Skift+F8")
        desk.picture("told")
        desk.click_at(POST[0] + 10, POST[1] + 10)
        desk.key("ctrl+shift+F8")
        desk.at_rest()
        assert not is_dimmed(desk), "the key is the other program's"


def test_a_double_click_on_a_vault_opens_the_window_with_it_and_hands_it_over(
    at_a_desk: Callable[[str], Desk],
) -> None:
    desk = at_a_desk("double-click")
    desk.gaze = WINDOW
    begin(desk)
    (desk.prefix.drive_c / "hos naboen.bevismappe").write_bytes(
        (desk.prefix.drive_c / VAULT).read_bytes()
    )
    know_file_types(desk)
    with double_click(desk, f"C:\\{VAULT}"):
        until(lambda: "Bevismappe" in desk.windows(), "the window is shown")
        desk.take_keys()
        desk.find("Adgangskode")
        desk.find(VAULT)
        desk.picture("opened")
        with double_click(desk, "C:\\hos naboen.bevismappe"):
            desk.find("naboen.bevismappe")
            desk.picture("handed-over")
        assert desk.windows().count("Bevismappe") == 1


def test_the_icon_beside_the_clock_takes_a_picture_and_opens_the_window(
    at_a_desk: Callable[[str], Desk],
) -> None:
    desk = at_a_desk("icon")
    begin(desk)
    with the_program(desk) as running:
        desk.gaze = WINDOW
        unlock(desk)
        with the_card(desk, POST, TITLE):
            choose_of_icon(desk, "Take screenshot")
            until(lambda: is_dimmed(desk), "the overlay covers the screen")
            desk.key("Escape")
            until(lambda: not is_dimmed(desk), "the overlay is gone")
            choose_of_icon(desk, "Hide now")
            desk.picture("hidden")
            until(lambda: not desk.sees(NOTE), "nothing of the case is seen")
            choose_of_icon(desk, "Open Bevismappe")
            desk.picture("opened")
        assert running.poll() is None


def test_a_series_takes_the_same_area_at_each_press_of_the_key(
    at_a_desk: Callable[[str], Desk], tmp_path: Path
) -> None:
    desk = at_a_desk("series")
    desk.gaze = WINDOW
    begin(desk)
    with the_program(desk) as running:
        unlock(desk)
        with the_card(desk, POST, TITLE) as shown:
            choose_of_icon(desk, "Take a series")
            until(lambda: is_dimmed(desk), "the overlay covers the screen")
            x, y, width, height = POST
            desk.drag((x, y), (x + width - 1, y + height - 1))
            desk.gaze = BAR
            for count in (1, 2, 3):
                if count > 1:
                    desk.key("ctrl+shift+F8")
                desk.find(f"Serie: {count} billede")
                desk.picture(f"bar-{count}")
            desk.click(say("Done"))
        desk.gaze = WINDOW
        desk.find(say("About the post in Exhibit {number}", number="1–3"))
        desk.picture("form")
        choose_of_icon(desk, "Quit")
        until(lambda: running.poll() is not None, "the program has ended")

    with opened(desk.prefix.drive_c / VAULT, tmp_path / "heads", PASSPHRASE) as case:
        exhibits = case.state.exhibits
        found = [in_series(case.state, each) for each in exhibits]
        # Neither the bar nor the dashes around it are in any of them.
        assert [picture_of(case, each.original) for each in exhibits] == [shown] * 3
    assert [each.short if each is not None else "" for each in found] == ["1/3", "2/3", "3/3"]


def choose_of_icon(desk: Desk, words: str) -> None:
    """Press the icon with the right button, and what is then offered."""
    gaze, desk.gaze = desk.gaze, CORNER

    def offered() -> bool:
        desk.click_at(*ICON, button=3)
        return desk.sees(say("Open Bevismappe")) is not None

    until(offered, "the icon has a menu")
    desk.picture("icon")
    desk.click(say(words))
    desk.gaze = gaze


def begin(desk: Desk) -> None:
    """A vault with a case of one note, which the window opens at its start."""
    vault, phrase = begin_vault(desk.prefix, f"C:\\{VAULT}")
    command(desk.prefix, "--vault", vault, "--passphrase-file", phrase, "note", NOTE)


def unlock(desk: Desk) -> None:
    """Type the passphrase."""
    desk.click_under("Adgangskode")
    desk.type(PASSPHRASE)
    desk.key("Return")
    desk.find(say("Save the post first"))
    desk.key("ctrl+1")
    desk.find(NOTE)


def know_file_types(desk: Desk) -> None:
    """Have Wine 8 know the person's own types of files: it looks for them where those of the whole computer stand."""
    for name in (".bevismappe", "Bevismappe.Vault.1"):
        own, all_users = (f"{root}\\Software\\Classes\\{name}" for root in ("HKCU", "HKLM"))
        desk.prefix.run("reg", "copy", own, all_users, "/s", "/f")


@contextmanager
def double_click(desk: Desk, file: str) -> Iterator[None]:
    """What the desktop does when a file is pressed twice."""
    running = desk.prefix.start("start", "/wait", file)
    try:
        yield
    finally:
        running.terminate()
        running.wait()
