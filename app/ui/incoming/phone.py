"""New files in the folder that a phone copies to are offered, and taken on the person's word. No Qt.

Rules:
- Nothing is taken by itself, and nothing is shown: the offer says how many there are.
- What was offered is not offered again by itself; the menu asks for it once more.
- Only while a case of one's own is open.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from app.actions.phone_folder import PhoneLook, SeenFile, look_into
from app.settings import Settings
from app.ui import routes
from app.ui.acts import ChangedSetting, Toast, ToastAction
from app.ui.context import UiContext


class PhoneOffers:
    """Offers what is new in one folder.

    Attributes:
        looked: called after each look.
    """

    def __init__(self, context: UiContext, take: Callable[[Sequence[Path]], None]) -> None:
        """Look at nothing yet.

        Args:
            context: the window's tools.
            take: keeps files.
        """
        self.looked: Callable[[PhoneLook], None] = lambda _look: None
        self._context = context
        self._take = take
        self._folder: Path | None = None
        self._seen: dict[Path, SeenFile] = {}
        self._offered: set[Path] = set()
        self._looking = self._asked = False

    def ask(self) -> None:
        """Say what there is now, offered before or not; without a folder, show where one is chosen."""
        if self._context.settings.phone_folder is None:
            self._context.navigator.go(routes.Settings())
            return
        self._asked = True
        self._offered.clear()
        self.look()

    def look(self) -> None:
        """Look into the folder beside the window, and offer what is new."""
        folder, since = self._context.settings.phone_folder, _moment(self._context.settings)
        case = self._context.session.own_case
        if folder is None or case is None or self._looking:
            return
        if folder != self._folder:
            self._folder, self._seen = folder, {}
            self._offered.clear()
        self._looking = True
        self._context.lanes.work(
            partial(look_into, folder, since, case.state, self._seen), self._found, self._failed
        )

    def _failed(self, _error: BaseException) -> None:
        self._looking = False

    def _found(self, look: PhoneLook) -> None:
        self._looking, self._seen = False, look.seen
        fresh = any(each not in self._offered for each in look.new)
        self._offered.update(look.new)
        if fresh:
            self._asked = self._asked and look.waits
            self._offer(look.new)
        elif self._asked and not look.waits:
            self._asked = False
            self._tell_nothing(away=look.away)
        self.looked(look)

    def _offer(self, files: tuple[Path, ...]) -> None:
        language = self._context.language
        text = language.text
        title = language.plural(
            "{count} new file from the phone", "{count} new files from the phone", len(files)
        )
        self._context.acts.toast(
            Toast(
                title,
                text("Nothing is taken before you say so. What lies in the folder stays there."),
                (
                    ToastAction(text("Save them"), partial(self._take, files), primary=True),
                    ToastAction(text("Save without showing me"), partial(self._unseen, files)),
                ),
                count=len(files),
            )
        )

    def _unseen(self, files: tuple[Path, ...]) -> None:
        settings = self._context.settings
        if not settings.words_only:
            settings.choose_words_only(only=True)
            self._context.acts.apply(ChangedSetting.READING)
        self._take(files)

    def _tell_nothing(self, *, away: bool) -> None:
        text = self._context.language.text
        self._context.acts.toast(
            Toast(text("The folder from the phone cannot be read now. Nothing was changed."))
            if away
            else Toast(text("There is nothing new in the folder from the phone."))
        )


def _moment(settings: Settings) -> datetime:
    """Return when the folder was chosen; the beginning of time where the file does not tell."""
    try:
        return datetime.fromisoformat(settings.phone_since).astimezone(UTC)
    except ValueError:
        return datetime.fromtimestamp(0, UTC)
