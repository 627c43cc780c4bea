"""A choice counts at once; the name on dossiers is sealed once for each change."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.actions.cases import name_author
from app.casework.kinds.case import AUTHOR, Author
from app.settings import Settings
from app.ui.acts import ChangedSetting
from app.ui.hotkey.keeper import HotkeyKeeper
from app.ui.hotkey.keys import Hotkey
from app.ui.preferences.presenter import PreferencesPresenter, SettingChoices
from evidence_store import DiskFullError
from tests.fakes.grabber import FakeGrabber
from tests.fakes.navigator import FakeAround
from tests.worlds import Desk


class FakePage:
    """Remembers what it was told to show."""

    def __init__(self) -> None:
        self.choices: SettingChoices | None = None
        self.author = Author()
        self.open_case = False
        self.state = ""
        self.unsaved = False
        self.shown = 0
        self.saved: list[str] = []
        self.hotkey = ("", "", False)
        self.tray = ("", False)

    def show_saved(self, row: str) -> None:
        self.saved.append(row)

    def show_choices(self, choices: SettingChoices) -> None:
        self.choices = choices

    def show_tray(self, words: str, *, possible: bool) -> None:
        self.tray = (words, possible)

    def show_hotkey(self, hotkey: Hotkey, words: str, *, possible: bool) -> None:
        self.hotkey = (hotkey.portable(), words, possible)

    def show_author(self, author: Author, *, open_case: bool) -> None:
        self.author, self.open_case = author, open_case
        self.shown += 1

    def show_author_state(self, words: str, *, unsaved: bool) -> None:
        self.state, self.unsaved = words, unsaved


@pytest.fixture
def page() -> FakePage:
    return FakePage()


def test_the_window_can_be_closed_to_its_icon_only_where_there_is_a_place_for_it(
    desk: Desk, page: FakePage
) -> None:
    around = FakeAround()
    context = desk.make_context(desk.session, desk.lanes, around=around)
    preferences = PreferencesPresenter(context, page)
    gone = "This desktop has no place for the icon: closing the window ends the program."
    goes_on = (
        "Screenshots can still be taken. The icon opens the window again, and ends the program."
    )
    for there, words in ((False, gone), (True, goes_on)):
        around.tray = there
        preferences.show()
        assert page.tray == (words, there)


K = Hotkey("K", alt=True, shift=True)
J = Hotkey("J", alt=True, shift=True)


def test_keys_for_every_program_are_shown_chosen_and_refused(desk: Desk, page: FakePage) -> None:
    desktop = FakeGrabber(J.portable())
    keeper = HotkeyKeeper(desk.settings, possible=True)
    keeper.start(desktop.open, lambda: None)
    context = desk.make_context(desk.session, desk.lanes, hotkey=keeper)
    preferences = PreferencesPresenter(context, page)
    preferences.show()
    assert page.hotkey == (
        "Ctrl+Shift+F8",
        "It works, also while another program is in front.",
        True,
    )
    preferences.wait_for_keys(waiting=True)
    assert desktop.keys() == ""
    preferences.wait_for_keys(waiting=False)
    preferences.choose_hotkey(K)
    assert page.saved == ["hotkey"]
    assert (desktop.keys(), desk.settings.hotkey) == (K.portable(), K.portable())

    preferences.choose_hotkey(J)
    assert page.hotkey[:2] == (
        K.portable(),
        "Another program uses Alt+Shift+J. The keys are as before.",
    )
    assert (desktop.keys(), desk.settings.hotkey) == (K.portable(), K.portable())


def test_keys_that_have_become_free_are_taken_when_the_settings_are_looked_at(
    desk: Desk, page: FakePage
) -> None:
    desktop = FakeGrabber("Ctrl+Shift+F8")
    keeper = HotkeyKeeper(desk.settings, possible=True)
    keeper.start(desktop.open, lambda: None)
    preferences = PreferencesPresenter(
        desk.make_context(desk.session, desk.lanes, hotkey=keeper), page
    )
    preferences.show()
    assert page.hotkey[1] == "Another program uses Ctrl+Shift+F8. Choose other keys."
    desktop.others.clear()
    preferences.show()
    assert page.hotkey[1] == "It works, also while another program is in front."


def test_where_no_keys_can_be_had_the_field_is_off(
    preferences: PreferencesPresenter, page: FakePage
) -> None:
    assert not page.hotkey[2]
    assert "while Bevismappe is in front" in page.hotkey[1]


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
    preferences.choose_kind_words(shown=False)
    preferences.choose_tray(stays=True)
    preferences.choose_sharing(out=True)
    preferences.choose_gaps(gaps=True)
    assert desk.acts.applied == [
        each
        for each in ChangedSetting
        if each
        not in {ChangedSetting.TIME_SERVER, ChangedSetting.AUTHORITIES, ChangedSetting.PHONE}
    ]
    assert page.saved == [
        "language",
        "look",
        "text_size",
        "blur",
        "whole_screen",
        "lock",
        "breaks",
        "kind_words",
        "tray",
        "sharing",
        "gaps",
    ]
    again = Settings(desk.settings.file)
    assert (again.look, again.text_percent, again.lock_minutes) == ("dark", 150, 5)
    assert (again.blur_pictures, again.keep_whole_screen) == (False, True)
    assert not again.remind_of_breaks
    assert not again.kind_words


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
