"""The choices of single notes, files and words, and what is found in the files before they are ticked. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol

import msgspec

from app.actions.look_inside import inside_words, look_inside
from app.actions.open_case import OpenCase
from app.casework import CaseState, Exhibit
from app.dossier import Policy
from app.ui.context import UiContext
from app.ui.lanes import GiveWay
from app.ui.report import single_choices, single_words
from app.ui.report.model import ChoiceLine, ReportDraft
from evidence_store import EntryId


class SinglesView(Protocol):
    """What ``Singles`` asks of the view."""

    def show_notes(self, lines: tuple[ChoiceLine, ...]) -> None:
        """Show the neutral notes."""
        ...

    def show_words(self, lines: tuple[ChoiceLine, ...]) -> None:
        """Show what has words that are shown only where they are chosen."""
        ...

    def show_files(self, lines: tuple[ChoiceLine, ...]) -> None:
        """Show the files that can go along."""
        ...


class ChoiceBasis(msgspec.Struct, frozen=True):
    """What the choices are made in."""

    state: CaseState
    policy: Policy
    draft: ReportDraft


class Singles:
    """Ticks notes, files and words. ``change`` takes the draft's changed fields."""

    def __init__(
        self,
        context: UiContext,
        page: SinglesView,
        chosen: Callable[[], ChoiceBasis | None],
        change: Callable[..., None],
    ) -> None:
        self._context = context
        self._page = page
        self._chosen = chosen
        self._change = change
        # What was found in each file, by the entry of its original; "" while it is being looked for.
        self._inside: dict[EntryId, str] = {}

    def show(self) -> None:
        """Show the lines; what files tell of themselves follows when it was read."""
        now = self._chosen()
        if now is None:
            return
        language = self._context.language
        self._page.show_notes(single_choices.note_lines(now.state, now.policy, now.draft, language))
        every = (now.state, now.policy, now.draft, language)
        self._page.show_words(single_words.word_lines(*every))
        files = single_choices.file_lines(*every, self._inside)
        clips = single_choices.clip_lines(*every)
        self._page.show_files((*files, *clips, *single_choices.paper_lines(*every)))
        self._look_into(single_choices.added_files(now.state))

    def include_note(self, seq: int, *, included: bool) -> None:
        """Print a neutral note, or not."""
        now = self._chosen()
        if now is None:
            return
        default = single_choices.default_notes(now.state, now.policy)
        note = EntryId(now.state.evidence_chain, seq)
        before = default if now.draft.notes is None else now.draft.notes
        after = before | {note} if included else before - {note}
        self._change(notes=None if after == default else after)
        self.show()

    def include_words(self, key: str, *, included: bool) -> None:
        """Show the words of a line that are shown only where they are chosen, or not."""
        now = self._chosen()
        if now is None:
            return
        one, words = single_words.words_of(key, now.state), now.draft.words
        self._change(words=words | {one} if included else words - {one})
        self.show()

    def wish_file(self, key: str, *, included: bool) -> None:
        """The same for the line of a file: one that was added, or one that is kept beside words."""
        now, clip = self._chosen(), single_choices.clip_of(key)
        if now is not None and clip is not None:
            clips = now.draft.clips
            self._change(clips=clips | {clip} if included else clips - {clip})
            self.show()
            return
        paper = single_choices.paper_of(key, now.state) if now is not None else None
        if now is None or paper is None:
            self.include_file(int(key), included=included)
            return
        papers = now.draft.papers
        self._change(papers=papers | {paper} if included else papers - {paper})
        self.show()

    def include_file(self, number: int, *, included: bool) -> None:
        """Let a file go along as it was received, or not."""
        now = self._chosen()
        if now is None:
            return
        default = single_choices.default_files(now.state, now.policy, now.draft)
        before = default if now.draft.originals is None else now.draft.originals
        after = before | {number} if included else before - {number}
        self._change(originals=None if after == default else after)
        self.show()

    def _look_into(self, files: tuple[Exhibit, ...]) -> None:
        case = self._context.session.case
        new = [each for each in files if each.original not in self._inside]
        if case is None or not new:
            return
        self._inside |= dict.fromkeys((each.original for each in new), "")
        self._context.lanes.store_long(
            partial(self._read, case, new), self._when_read, lambda _: None
        )

    def _read(self, case: OpenCase, files: list[Exhibit], give_way: GiveWay) -> dict[EntryId, str]:
        found: dict[EntryId, str] = {}
        for exhibit in files:
            give_way()
            told = look_inside(case, exhibit)
            found[exhibit.original] = inside_words(told, self._context.language)
        return found

    def _when_read(self, found: dict[EntryId, str]) -> None:
        self._inside |= found
        self.show()
