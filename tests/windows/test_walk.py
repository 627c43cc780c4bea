"""The installed program by real keys and pointer: from the first run to the verified package.

A card lies on the screen as the post that is to be kept, in the window of another Windows program; every pixel of it
is known. What was kept is then looked at from Linux, in the file that Windows wrote.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from app.casework.kinds.capture import CaptureFacts, CaptureWindow
from app.clock import SystemClock
from app.picture import crop
from tests.e2e.package.verifiers import ask_py, load_verify_py
from tests.windows.desk import Desk, until
from tests.windows.kept import opened, picture_of
from tests.windows.programs import CARD, the_card, the_program
from tests.windows.walking import BOX, POST, WINDOW, capture, cover, first_run, report, verify

TITLE = "Opslag om en lærer på Ærø"


def test_the_installed_program_is_walked_through_by_keys_and_pointer(
    at_a_desk: Callable[[str], Desk], tmp_path: Path
) -> None:
    desk = at_a_desk("walk")
    desk.gaze = WINDOW
    documents = desk.prefix.user / "Documents"
    with the_card(desk, POST, TITLE) as shown, the_program(desk) as running:
        first_run(desk)
        before = SystemClock().now().utc
        capture(desk)
        after = SystemClock().now().utc
        cover(desk, shown)
        report(desk)
        (package,) = documents.glob("*.zip")
        verify(desk, package.name)
        desk.key("ctrl+q")
        until(lambda: running.poll() is not None, "the program has ended")
        assert running.returncode == 0

    (vault,) = documents.rglob("*.bevismappe")
    with opened(vault, tmp_path / "heads") as case:
        (exhibit,) = case.state.exhibits
        assert picture_of(case, exhibit.original) == shown
        (copy,) = exhibit.copies
        x, y, width, height = BOX
        inside = (x + width // 2, y + height // 2, 20, 20)
        assert crop(picture_of(case, copy.entry), *inside).rgb == bytes(20 * 20 * 3)
    assert isinstance(exhibit.facts, CaptureFacts)
    taken = datetime.fromisoformat(exhibit.facts.captured_at)
    assert before - timedelta(seconds=1) <= taken <= after
    assert exhibit.window == CaptureWindow(title=TITLE, program=CARD)
    answer = ask_py(load_verify_py(), package, "")
    assert (answer.verdict, answer.findings) == ("CONSISTENT", frozenset())
