"""Settings of this machine: an ini file in the user's configuration folder. Qt-free, no secrets.

What is printed in a dossier (name, workplace) is evidence and stands in the vault, not here. The file holds no
case titles: the last used case is remembered by its random id.
"""

from __future__ import annotations

import configparser
from contextlib import suppress
from io import StringIO
from pathlib import Path

import platformdirs

from atomic_file import write_atomically

_APP = "Bevismappe"
_FILE_NAME = "settings.ini"
_GENERAL = "general"
_WINDOW = "window"
_OUTSIDE = "outside"
_CASES = "last_case"
_BACKUPS = "last_backup"
_RECENT = "recent_cases"
_MOST_RECENT = 20
LOOKS = ("system", "light", "dark")
# The values of CarriedBy in app/vocabulary, which this file does not see.
CARRIED_BY = ("unknown", "cable", "mail", "teams", "onedrive", "airdrop", "usb", "other")
LEAST_TEXT_PERCENT, MOST_TEXT_PERCENT = 100, 200
TIME_SERVER = "ntp.se"  # Netnod's, open to everybody (ADR 0062)
LOCK_AFTER_MINUTES = 10
MOST_LOCK_MINUTES = 8 * 60
# A path may hold bytes that are no text; they come back as they were.
_PATHS = "surrogateescape"


class Settings:
    """The settings file; a missing or unreadable one is the same as an empty one.

    What is remembered is a convenience: a folder that takes no file must not keep anybody from sealing a picture, so
    a write that is refused is let be, and the value holds until the program ends.

    Attributes:
        file: the ini file.
    """

    def __init__(self, file: Path) -> None:
        """Read the file, if it is there."""
        self.file = file
        self._values = configparser.ConfigParser(interpolation=None)
        try:
            self._values.read_string(file.read_text(encoding="utf-8", errors=_PATHS))
        except (OSError, configparser.Error):
            self._values.clear()

    @property
    def packs(self) -> Path:
        """The folder of accepted rule packs and the keys of their publishers, beside the file."""
        return self.file.with_name("packs")

    @property
    def language(self) -> str:
        """The chosen language's code; empty while nothing was chosen."""
        return self._values.get(_GENERAL, "language", fallback="")

    @property
    def vault(self) -> Path | None:
        """The vault that was opened last."""
        path = self._values.get(_GENERAL, "vault", fallback="")
        return Path(path) if path else None

    @property
    def save_folder(self) -> Path | None:
        """The last folder that something was saved in and that no program copies elsewhere."""
        path = self._values.get(_GENERAL, "save_folder", fallback="")
        return Path(path) if path else None

    @property
    def look(self) -> str:
        """One of LOOKS; the system's until something else was chosen."""
        chosen = self._values.get(_WINDOW, "look", fallback="")
        return chosen if chosen in LOOKS else LOOKS[0]

    @property
    def text_percent(self) -> int:
        """Size of the text in the window, 100 to 200."""
        chosen = self._number("text_percent", LEAST_TEXT_PERCENT)
        return min(max(chosen, LEAST_TEXT_PERCENT), MOST_TEXT_PERCENT)

    @property
    def blur_pictures(self) -> bool:
        """Whether small pictures in lists are blurred; they are until somebody says otherwise."""
        return self._values.get(_WINDOW, "blur_pictures", fallback="yes") != "no"

    @property
    def words_only(self) -> bool:
        """Whether lists have words alone, and no small pictures; only when somebody said so."""
        return self._values.get(_WINDOW, "words_only", fallback="no") == "yes"

    @property
    def reads_with_gaps(self) -> bool:
        """Whether coarse words are shown with gaps; only when somebody said so."""
        return self._values.get(_WINDOW, "reads_with_gaps", fallback="no") == "yes"

    @property
    def phone_folder(self) -> Path | None:
        """The folder that a phone copies its pictures to; None where none is watched."""
        kept = self._values.get(_GENERAL, "phone_folder", fallback="")
        return Path(kept) if kept else None

    @property
    def phone_since(self) -> str:
        """When that folder was chosen, as a stamp; "" where none is."""
        return self._values.get(_GENERAL, "phone_since", fallback="")

    @property
    def carried_by(self) -> str:
        """Return how envelopes from the phone come here, as the person chose; "unknown" where nothing was chosen."""
        kept = self._values.get(_GENERAL, "carried_by", fallback="")
        return kept if kept in CARRIED_BY else CARRIED_BY[0]

    @property
    def phone_page(self) -> str:
        """Return the address at which the page for the phone stands; "" where there is none."""
        return self._values.get(_OUTSIDE, "phone_page", fallback="").strip()

    @property
    def posts_as_posted(self) -> bool:
        """Whether a post lies in the timeline where it was posted; only when somebody said so."""
        return self._values.get(_WINDOW, "posts_as_posted", fallback="no") == "yes"

    @property
    def keep_whole_screen(self) -> bool:
        """Whether a capture of a region keeps the whole screen too; only when somebody said so."""
        return self._values.get(_WINDOW, "keep_whole_screen", fallback="no") == "yes"

    @property
    def remind_of_breaks(self) -> bool:
        """Whether a break is suggested after a long time with exhibits; it is until somebody says otherwise."""
        return self._values.get(_WINDOW, "remind_of_breaks", fallback="yes") != "no"

    @property
    def kind_words(self) -> bool:
        """Whether a few words that reassure are shown; they are until somebody says otherwise."""
        return self._values.get(_WINDOW, "kind_words", fallback="yes") != "no"

    @property
    def asks_time_server(self) -> bool:
        """Whether the window compares the computer's clock with a time server's; not until somebody says so."""
        return self._values.get(_OUTSIDE, "ask_time_server", fallback="no") == "yes"

    @property
    def time_server(self) -> str:
        """The time server to ask, as it was written: name, or name:port."""
        return self._values.get(_OUTSIDE, "time_server", fallback="").strip() or TIME_SERVER

    @property
    def asks_authorities(self) -> bool:
        """Whether timestamp authorities are asked for tokens; not until somebody says so."""
        return self._values.get(_OUTSIDE, "ask_authorities", fallback="no") == "yes"

    @property
    def asks_outside(self) -> bool:
        """Whether anybody outside is asked by the window itself."""
        return self.asks_time_server or self.asks_authorities

    @property
    def authorities(self) -> Path:
        """The person's list of timestamp authorities, beside the file; it need not be there."""
        return self.file.with_name("authorities.json")

    @property
    def lock_minutes(self) -> int:
        """After how many idle minutes the window is locked; 0 is never."""
        chosen = self._number("lock_minutes", LOCK_AFTER_MINUTES)
        return min(max(chosen, 0), MOST_LOCK_MINUTES)

    @property
    def hotkey(self) -> str:
        """The keys that take a screenshot from every program, as they are kept; "" for the usual ones."""
        return self._values.get(_WINDOW, "hotkey", fallback="")

    @property
    def stays_in_tray(self) -> bool:
        """Whether the program goes on beside the clock when its window is closed; only when somebody said so."""
        return self._values.get(_WINDOW, "stays_in_tray", fallback="no") == "yes"

    @property
    def out_of_sharing(self) -> bool:
        """Whether our windows stay out of a shared screen; only when somebody said so."""
        return self._values.get(_WINDOW, "out_of_sharing", fallback="no") == "yes"

    @property
    def window_place(self) -> tuple[int, int, int, int] | None:
        """Where the window was left: its left and top, width and height; None before the first time."""
        kept = self._values.get(_WINDOW, "place", fallback="").split()
        try:
            left, top, width, height = map(int, kept)
        except ValueError:
            return None
        return left, top, width, height

    @property
    def window_maximised(self) -> bool:
        """Whether the window was left maximised."""
        return self._values.get(_WINDOW, "maximised", fallback="no") == "yes"

    def last_case(self, vault_id: str) -> str:
        """Id of the case that was used last in that vault, or ""."""
        return self._values.get(_CASES, vault_id, fallback="")

    def recent_cases(self, vault_id: str) -> tuple[str, ...]:
        """Ids of the cases that were used in that vault, the last one first."""
        return tuple(self._values.get(_RECENT, vault_id, fallback="").split())

    def remember_vault(self, path: Path) -> None:
        """Remember the vault that was opened, by the path as given: a link or a drive may lead elsewhere later."""
        self._set(_GENERAL, "vault", str(path.absolute()))

    @property
    def rescued_from(self) -> Path | None:
        """Where the file was that the remembered vault is the rescue of, until that was told."""
        kept = self._values.get(_GENERAL, "rescued_from", fallback="")
        return Path(kept) if kept else None

    def remember_rescue(self, lost: Path | None) -> None:
        """Remember from where the vault was rescued; None once it was told."""
        self._set(_GENERAL, "rescued_from", str(lost) if lost is not None else "")

    @property
    def moved_from(self) -> Path | None:
        """Where the file still lies that the vault was moved from, until the person has decided."""
        kept = self._values.get(_GENERAL, "moved_from", fallback="")
        return Path(kept) if kept else None

    def remember_move(self, old: Path | None) -> None:
        """Remember the file that the vault was moved from; None once it is decided."""
        self._set(_GENERAL, "moved_from", str(old) if old is not None else "")

    def last_backup(self, vault_id: str) -> str:
        """When that vault was last copied, as a stamp, or ""."""
        return self._values.get(_BACKUPS, vault_id, fallback="")

    def remember_backup(self, vault_id: str, stamp: str) -> None:
        """Remember when that vault was copied; where to is not kept."""
        self._set(_BACKUPS, vault_id, stamp)

    def remember_save_folder(self, folder: Path) -> None:
        """Remember a folder that something was saved in."""
        self._set(_GENERAL, "save_folder", str(folder))

    def remember_case(self, vault_id: str, case_id: str) -> None:
        """Remember the case that was used in that vault."""
        before = [each for each in self.recent_cases(vault_id) if each != case_id]
        self._set(_RECENT, vault_id, " ".join([case_id, *before][:_MOST_RECENT]))
        self._set(_CASES, vault_id, case_id)

    def remember_window(self, place: tuple[int, int, int, int], *, maximised: bool) -> None:
        """Remember where the window was left: its left and top, width and height."""
        self._set(_WINDOW, "place", " ".join(map(str, place)))
        self._set(_WINDOW, "maximised", "yes" if maximised else "no")

    def choose_language(self, code: str) -> None:
        """Remember the language; "" is the system's."""
        self._set(_GENERAL, "language", code)

    def choose_look(self, look: str) -> None:
        """Remember one of LOOKS."""
        self._set(_WINDOW, "look", look)

    def choose_text_percent(self, percent: int) -> None:
        """Remember the size of the text."""
        self._set(_WINDOW, "text_percent", str(percent))

    def choose_blur(self, *, blurred: bool) -> None:
        """Remember whether small pictures are blurred."""
        self._set(_WINDOW, "blur_pictures", "yes" if blurred else "no")

    def choose_phone_folder(self, folder: Path | None, since: str) -> None:
        """Remember the folder that a phone copies to, and since when; None is none."""
        self._set(_GENERAL, "phone_folder", str(folder.absolute()) if folder is not None else "")
        self._set(_GENERAL, "phone_since", since if folder is not None else "")

    def choose_carried_by(self, carried_by: str) -> None:
        """Remember how envelopes from the phone come here."""
        self._set(_GENERAL, "carried_by", carried_by)

    def choose_phone_page(self, address: str) -> None:
        """Remember the address at which the page for the phone stands; "" is none."""
        self._set(_OUTSIDE, "phone_page", address)

    def choose_words_only(self, *, only: bool) -> None:
        """Remember whether lists have words alone."""
        self._set(_WINDOW, "words_only", "yes" if only else "no")

    def choose_gaps(self, *, gaps: bool) -> None:
        """Remember whether coarse words are shown with gaps."""
        self._set(_WINDOW, "reads_with_gaps", "yes" if gaps else "no")

    def choose_posts_as_posted(self, *, posted: bool) -> None:
        """Remember whether a post lies where it was posted."""
        self._set(_WINDOW, "posts_as_posted", "yes" if posted else "no")

    def choose_whole_screen(self, *, kept: bool) -> None:
        """Remember whether the whole screen is kept too."""
        self._set(_WINDOW, "keep_whole_screen", "yes" if kept else "no")

    def choose_breaks(self, *, reminded: bool) -> None:
        """Remember whether a break is suggested."""
        self._set(_WINDOW, "remind_of_breaks", "yes" if reminded else "no")

    def choose_kind_words(self, *, shown: bool) -> None:
        """Remember whether a few words that reassure are shown."""
        self._set(_WINDOW, "kind_words", "yes" if shown else "no")

    def choose_asks_time_server(self, *, asks: bool) -> None:
        """Remember whether a time server is asked."""
        self._set(_OUTSIDE, "ask_time_server", "yes" if asks else "no")

    def choose_time_server(self, server: str) -> None:
        """Remember whom to ask for the time; "" for the one that is given."""
        self._set(_OUTSIDE, "time_server", server.strip())

    def choose_asks_authorities(self, *, asks: bool) -> None:
        """Remember whether timestamp authorities are asked."""
        self._set(_OUTSIDE, "ask_authorities", "yes" if asks else "no")

    def choose_lock_minutes(self, minutes: int) -> None:
        """Remember after how many idle minutes the window is locked; 0 is never."""
        self._set(_WINDOW, "lock_minutes", str(minutes))

    def choose_hotkey(self, keys: str) -> None:
        """Remember the keys that take a screenshot from every program."""
        self._set(_WINDOW, "hotkey", keys)

    def choose_stays_in_tray(self, *, stays: bool) -> None:
        """Remember whether the program goes on when its window is closed."""
        self._set(_WINDOW, "stays_in_tray", "yes" if stays else "no")

    def choose_out_of_sharing(self, *, out: bool) -> None:
        """Remember whether our windows stay out of a shared screen."""
        self._set(_WINDOW, "out_of_sharing", "yes" if out else "no")

    def _number(self, key: str, otherwise: int) -> int:
        try:
            return int(self._values.get(_WINDOW, key, fallback=""))
        except ValueError:
            return otherwise

    def _set(self, section: str, key: str, value: str) -> None:
        if self._values.get(section, key, fallback=None) == value:
            return
        if not self._values.has_section(section):
            self._values.add_section(section)
        self._values.set(section, key, value)
        with suppress(OSError):
            self._write()

    def _write(self) -> None:
        """Whole or not at all, also when two commands write at once."""
        self.file.parent.mkdir(parents=True, exist_ok=True)
        words = StringIO()
        self._values.write(words)
        with write_atomically(self.file, lasting=False) as file:
            file.write(words.getvalue().encode("utf-8", _PATHS))


def settings_file() -> Path:
    """Where this machine's settings lie."""
    return Path(platformdirs.user_config_dir(_APP, appauthor=False)) / _FILE_NAME


def heads_folder() -> Path:
    """Where the heads of vaults are remembered, away from the vaults themselves."""
    return Path(platformdirs.user_data_dir(_APP, appauthor=False)) / "heads"


def default_vault() -> Path:
    """Where a vault is made when nobody says otherwise."""
    return Path(platformdirs.user_documents_dir()) / "Bevismappe" / "min.bevismappe"
