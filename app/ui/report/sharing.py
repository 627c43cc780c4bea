"""What the person noted in private and said yes to sharing, chosen anew for each report. No Qt.

Rules:
- What a consent of this recipient names is offered, and never ticked beforehand.
- What is ticked is one version by one consent: where the thing is corrected, or the consent is withdrawn, it is not
  ticked any more.
- The file beside what is ticked is ticked by itself, and goes along only where the person said yes to the file, too.
- What was corrected since the person said yes is shown as it stands now, and goes along once they say yes again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

from msgspec.structs import replace

from app.actions.disclose import Share, one_of_each
from app.actions.open_case import OpenCase
from app.actions.write_down import write_down
from app.casework import (
    CaseState,
    MayShare,
    dotted,
    file_name_of,
    happened_on,
    sentence_of,
)
from app.casework.kinds.consent import ConsentDraft
from app.casework.kinds.disclosed import DISCLOSED
from app.dossier import Policy
from app.language import Language
from app.messages import explain
from app.ui import routes
from app.ui.context import UiContext
from app.ui.report.model import ChoiceLine, Shared, SharedWish, SharedWords
from app.ui.report.singles import ChoiceBasis
from app.vocabulary import Role, day, in_words
from evidence_store import EntryId


class SharingView(Protocol):
    """What ``Sharing`` asks of the view."""

    def show_shared(self, shared: Shared) -> None:
        """Show what may be shared with this recipient."""
        ...


class Sharing:
    """Ticks what is shared. ``change`` takes the draft's changed fields, ``lead_to`` the place to show beside it."""

    def __init__(
        self,
        context: UiContext,
        page: SharingView,
        chosen: Callable[[], ChoiceBasis | None],
        change: Callable[..., None],
        lead_to: Callable[..., None],
    ) -> None:
        self._context = context
        self._page = page
        self._chosen = chosen
        self._change = change
        self._lead_to = lead_to

    def show(self) -> None:
        """Show what may be shared."""
        now = self._chosen()
        if now is not None:
            self._page.show_shared(shown(now, self._context.language))

    def wish(self, key: str, *, included: bool) -> None:
        """Let something go along, or not."""
        now = self._chosen()
        each = _by_key(now, key)
        if now is None or each is None or not each.stands:
            return
        others = tuple(wish for wish in now.draft.shared if wish.token != each.token)
        wished = (SharedWish(each.token, each.thing.entry),) if included else ()
        self._change(shared=(*others, *wished))
        self.show()
        if included:
            self._lead_to(DISCLOSED.tag)

    def wish_file(self, key: str, *, included: bool) -> None:
        """Let the file beside something that is ticked go along, or not."""
        now = self._chosen()
        each = _by_key(now, key)
        if now is None or each is None or not each.file:
            return
        self._change(
            shared=tuple(
                replace(wish, file=included) if wish.token == each.token else wish
                for wish in now.draft.shared
            )
        )
        self.show()

    def say(self, key: str, words: str) -> None:
        """Let the report say it in other words; "" for those of the program."""
        now = self._chosen()
        each = _by_key(now, key)
        if now is None or each is None:
            return
        usual = sentence_of(each.thing.current, self._context.language.plain())
        own = "" if words.strip() == usual else words.strip()
        self._change(
            shared=tuple(
                replace(wish, words=own) if wish.token == each.token else wish
                for wish in now.draft.shared
            )
        )
        self.show()

    def say_yes_again(self) -> None:
        """Say yes to what was corrected, as it stands now; ticked it is not."""
        now, case = self._chosen(), self._context.session.case
        if now is None or case is None:
            return
        self._seal_yes(case, [each for each in _offered(now) if not each.stands], files=False)

    def say_yes_to_files(self) -> None:
        """Say yes to the files beside what is ticked; ticked they are not."""
        now, case = self._chosen(), self._context.session.case
        if now is not None and case is not None:
            without = [each for each in _with_files(now) if not each.file]
            self._seal_yes(case, without, files=True)

    def _seal_yes(self, case: OpenCase, said: Sequence[MayShare], *, files: bool) -> None:
        things: dict[EntryId, list[EntryId]] = {}
        for each in said:
            things.setdefault(each.consent, []).append(each.thing.id)
        self._context.lanes.store(
            partial(_say_yes, case, things, files=files),
            lambda _: self.show(),
            lambda error: self._context.acts.show_error(explain(error, self._context.language)),
        )

    def open_health(self) -> None:
        """Go where a yes is said; the report waits."""
        self._context.navigator.go(routes.Health())


def shares_of(
    state: CaseState, policy: Policy, wishes: tuple[SharedWish, ...]
) -> tuple[Share, ...]:
    """Return what goes along: what was ticked, as far as it still may."""
    wished = {wish.token: wish for wish in wishes}
    return tuple(
        Share(
            each.thing.id,
            wished[each.token].words,
            file=wished[each.token].file and each.file and each.attached is not None,
        )
        for each in one_of_each(state, policy)
        if _ticked(each, wished.get(each.token)) and each.topic in policy.offered
    )


def shown(now: ChoiceBasis, language: Language) -> Shared:
    """Return the lines, with the words of those that are ticked."""
    if not now.policy.offered:
        return Shared()
    offered = _offered(now)
    wished = {wish.token: wish for wish in now.draft.shared}
    ticked = [each for each in offered if _ticked(each, wished.get(each.token))]
    caution = ""
    if ticked and now.policy.role is Role.MANAGER:
        caution = language.text(
            "You are about to share health information with your manager. It is voluntary. Share only what is needed"
            " for support, absence or a report of the injury."
        )
    return Shared(
        lines=tuple(_line(each, wished.get(each.token), language) for each in offered),
        words=tuple(
            SharedWords(each.token, _title(each, language), _words(each, wished, language))
            for each in ticked
        ),
        files=tuple(_file_line(each, wished, language) for each in _with_files(now)),
        asks_file=any(not each.file for each in _with_files(now)),
        caution=caution,
        asks_again=any(not each.stands for each in offered),
        may_offer=True,
    )


def _line(each: MayShare, wish: SharedWish | None, language: Language) -> ChoiceLine:
    text = language.text
    words = _words(each, {each.token: wish} if wish else {}, language)
    again = text("You corrected it after you said yes. This is how it stands now.")
    return ChoiceLine(
        key=each.token,
        text=_title(each, language),
        detail=words if each.stands else f"{words}\n{again}",
        checked=_ticked(each, wish),
        fixed=not each.stands,
    )


def _file_line(each: MayShare, wished: dict[str, SharedWish], language: Language) -> ChoiceLine:
    text = language.text
    said = text("It goes along in a package (zip), as you got it. Look through it first.")
    if not each.file:
        said = text("You said yes to the words, and not to the file.")
    wish = wished.get(each.token)
    return ChoiceLine(
        key=each.token,
        text=text("The file too: {name}", name=file_name_of(each.thing.current)),
        detail=f"{_title(each, language)}\n{said}",
        checked=each.file and wish is not None and wish.file,
        fixed=not each.file,
    )


def _title(each: MayShare, language: Language) -> str:
    happened = happened_on(each.thing.current)
    return dotted(in_words(each.topic, language), day(happened, language) if happened else "")


def _words(each: MayShare, wished: dict[str, SharedWish], language: Language) -> str:
    wish = wished.get(each.token)
    own = wish.words if wish is not None and _ticked(each, wish) else ""
    return own or sentence_of(each.thing.current, language.plain())


def _ticked(each: MayShare, wish: SharedWish | None) -> bool:
    return wish is not None and each.stands and wish.entry == each.thing.entry


def _offered(now: ChoiceBasis) -> tuple[MayShare, ...]:
    return tuple(
        each for each in one_of_each(now.state, now.policy) if each.topic in now.policy.offered
    )


def _with_files(now: ChoiceBasis) -> tuple[MayShare, ...]:
    """Return what is ticked and has a file beside it."""
    wished = {wish.token: wish for wish in now.draft.shared}
    return tuple(
        each
        for each in _offered(now)
        if each.attached is not None and _ticked(each, wished.get(each.token))
    )


def _by_key(now: ChoiceBasis | None, key: str) -> MayShare | None:
    offered = _offered(now) if now is not None else ()
    return next((each for each in offered if each.token == key), None)


def _say_yes(case: OpenCase, said: dict[EntryId, list[EntryId]], *, files: bool) -> None:
    for consent, things in said.items():
        named = ConsentDraft(files=tuple(things)) if files else ConsentDraft(items=tuple(things))
        write_down(case, named, corrects=consent)
