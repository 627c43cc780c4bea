"""A choice counts at once; the name on dossiers is sealed once for each change."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.actions.cases import name_author
from app.casework.kinds.case import AUTHOR, Author
from app.settings import Settings
from app.ui.acts import ChangedSetting
from app.ui.preferences.presenter import Choices, PreferencesPresenter
from evidence_store import DiskFullError
from tests.worlds import Desk


class FakePage:
    """Remembers what it was told to show."""

    def __init__(self) -> None:
        self.choices: Choices | None = None
        self.author = Author()
        self.open_case = False
        self.state = ""
        self.unsaved = False
        self.shown = 0
        self.saved: list[str] = []

    def show_saved(self, row: str) -> None:
        self.saved.append(row)

    def show_choices(self, choices: Choices) -> None:
        self.choices = choices

    def show_author(self, author: Author, *, open_case: bool) -> None:
        self.author, self.open_case = author, open_case
        self.shown += 1

    def show_author_state(self, words: str, *, unsaved: bool) -> None:
        self.state, self.unsaved = words, unsaved


@pytest.fixture
def page() -> FakePage:
    return FakePage()


@pytest.fixture
def preferences(desk: Desk, page: FakePage) -> PreferencesPresenter:
    preferences = PreferencesPresenter(desk.context, page)
    preferences.show()
    return preferences


def test_each_choice_is_kept_and_told_at_once(
    desk: Desk, preferences: PreferencesPresenter, page: FakePage
) -> None:
    preferences.choose_language("en")
    preferences.choose_look("dark")
    preferences.choose_text_percent(150)
    preferences.choose_blur(blurred=False)
    preferences.choose_whole_screen(kept=True)
    preferences.choose_lock_minutes(5)
    preferences.choose_breaks(reminded=False)
    assert desk.acts.applied == list(ChangedSetting)
    assert page.saved == [
        "language",
        "look",
        "text_size",
        "blur",
        "whole_screen",
        "lock",
        "breaks",
    ]
    again = Settings(desk.settings.file)
    assert (again.look, again.text_percent, again.lock_minutes) == ("dark", 150, 5)
    assert (again.blur_pictures, again.keep_whole_screen) == (False, True)
    assert not again.remind_of_breaks


def test_the_whole_screen_is_not_kept_until_somebody_says_so(
    preferences: PreferencesPresenter, page: FakePage
) -> None:
    assert page.choices is not None
    assert (page.choices.whole_screen, page.choices.blur) == (False, True)


def test_the_name_is_sealed_once_and_only_when_it_changed(
    desk: Desk, preferences: PreferencesPresenter, page: FakePage
) -> None:
    preferences.write_author("Mette Eks", "socialrådgiver", "Nordby")
    assert page.unsaved
    preferences.save_author()
    preferences.save_author()
    assert len(desk.session.state.of(AUTHOR)) == 1
    assert (page.unsaved, bool(page.state)) == (False, True)
    preferences.write_author("Mette Eks", "socialrådgiver", "Nordby")
    assert not page.unsaved


def test_what_is_being_typed_is_not_taken_away_by_something_that_happens_meanwhile(
    desk: Desk, preferences: PreferencesPresenter, page: FakePage
) -> None:
    shown = page.shown
    preferences.write_author("Mette", "", "")
    name_author(desk.case, Author(name="En anden"))
    desk.session.publish()
    assert page.shown == shown
    preferences.save_author()
    assert desk.session.state.author == Author(name="Mette")


def test_another_case_shows_its_own_name(
    desk: Desk, preferences: PreferencesPresenter, page: FakePage
) -> None:
    preferences.write_author("Mette", "", "")
    preferences.save_author()
    preferences.write_author("Mette E", "", "")
    desk.session.begin("To")
    desk.session.publish()
    assert (page.author.name, page.unsaved) == ("Mette", False)


def test_a_full_disk_is_said_and_what_was_typed_stays_to_be_saved(
    desk: Desk,
    preferences: PreferencesPresenter,
    page: FakePage,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*_: object) -> None:
        raise DiskFullError(Path("/a"))

    preferences.write_author("Mette", "", "")
    with monkeypatch.context() as patched:
        patched.setattr(desk.case.vault, "act", refuse)
        preferences.save_author()
    assert page.state
    assert page.unsaved
    preferences.save_author()
    assert desk.session.state.author == Author(name="Mette")


def test_without_a_vault_nothing_can_be_written_there(
    desk: Desk, preferences: PreferencesPresenter, page: FakePage
) -> None:
    desk.session.close()
    desk.session.publish()
    preferences.write_author("Mette", "", "")
    preferences.save_author()
    assert not page.open_case
