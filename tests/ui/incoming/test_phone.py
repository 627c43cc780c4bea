"""New files from the phone are offered once, and taken on the person's word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.ui import routes
from app.ui.incoming.phone import PhoneOffers
from app.ui.incoming.watching import PhoneWatch
from tests.worlds import Desk


class Bench:
    """A desk with a folder from the phone; ``taken`` is what was kept."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.phone = desk.folder / "phone"
        self.phone.mkdir()
        self.taken: list[Path] = []
        self.offers = PhoneOffers(desk.context, self._take)
        desk.settings.choose_phone_folder(self.phone, "1970-01-01T00:00:00+00:00")

    def _take(self, paths: Sequence[Path]) -> None:
        self.taken += paths

    def put(self, *names: str) -> None:
        for name in names:
            (self.phone / name).write_bytes(name.encode())

    def look_twice(self) -> None:
        self.offers.look()
        self.offers.look()

    def titles(self) -> list[str]:
        return [each.title for each in self.desk.acts.toasts]


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    desk = Desk(tmp_path)
    desk.open()
    yield Bench(desk)
    desk.session.close()


def test_what_is_new_is_offered_once_and_taken_when_wanted(bench: Bench) -> None:
    bench.put("a.jpg", "b.jpg", "c.jpg")
    bench.look_twice()
    bench.offers.look()

    assert bench.titles() == ["3 new files from the phone"]
    assert bench.taken == []
    bench.desk.acts.toasts[0].actions[0].act()
    assert [each.name for each in bench.taken] == ["a.jpg", "b.jpg", "c.jpg"]
    assert not bench.desk.settings.words_only


def test_saving_without_showing_leaves_lists_with_words_alone(bench: Bench) -> None:
    bench.put("a.jpg")
    bench.look_twice()

    bench.desk.acts.toasts[0].actions[1].act()

    assert [each.name for each in bench.taken] == ["a.jpg"]
    assert bench.desk.settings.words_only


def test_the_menu_asks_once_more_and_says_where_there_is_nothing(bench: Bench) -> None:
    bench.offers.ask()
    assert bench.titles() == ["There is nothing new in the folder from the phone."]
    bench.put("a.jpg")
    bench.look_twice()
    bench.offers.ask()
    assert bench.titles()[1:] == ["1 new file from the phone"] * 2


def test_a_folder_that_is_away_is_told_when_somebody_asks(bench: Bench) -> None:
    bench.phone.rmdir()
    bench.offers.look()
    assert bench.titles() == []
    bench.offers.ask()
    assert bench.titles() == ["The folder from the phone cannot be read now. Nothing was changed."]


def test_without_a_folder_the_menu_leads_to_where_one_is_chosen(bench: Bench) -> None:
    bench.desk.settings.choose_phone_folder(None, "")
    bench.offers.ask()
    assert bench.desk.navigator.routes == [routes.Settings()]


def test_a_file_that_comes_while_it_watches_is_offered(bench: Bench, qtbot: QtBot) -> None:
    watch = PhoneWatch(bench.offers, bench.desk.settings)
    watch._soon.setInterval(30)
    watch.follow()
    qtbot.waitUntil(lambda: watch._watcher.directories() == [str(bench.phone)])
    bench.put("a.jpg")
    qtbot.waitUntil(lambda: bench.titles() == ["1 new file from the phone"])

    bench.desk.settings.choose_phone_folder(None, "")
    watch.follow()
    assert not watch._watcher.directories()
    assert not watch._poll.isActive()
