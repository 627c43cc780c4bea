"""Compare what several exhibits of one post say: words in pictures, a saved page, a phone's picture, an export.

In three steps, since reading pictures takes seconds and needs no vault: gather, compare, seal. Pictures are read by
machine; where words part, the place is read again, twice and larger, before it is called a difference. What was read is
kept in the cache as for searching; what came of it is sealed when the person says so.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

from app.actions.open_case import OpenCase
from app.actions.read_text import keep_text, picture_to_read, text_read
from app.casework import Exhibit, NoPictureError, decode
from app.casework.comparing import Comparison, Source, SourceWord, compare, words_of_text
from app.casework.kinds.compared import (
    COMPARED,
    Compared,
    ComparedFacts,
    ComparedSpot,
    ComparedTools,
    ComparedWords,
)
from app.casework.kinds.file import FileContents
from app.picture import (
    LanguageData,
    Pixels,
    ReadText,
    WarmChild,
    decode_own_png,
    find_language_data,
    read_words,
    straight,
)
from evidence_store import EntryId

RULES = 1
"""The version of how words are compared; it counts up with every change of the rules."""
_TIMES_LARGER = (2, 3)
_FEWEST = 2
_MOST_READ_AGAIN = 40
Between = Callable[[int, int], None]


class TooFewSourcesError(Exception):
    """Fewer than two exhibits were chosen whose words can be had."""


class GatheredSource(msgspec.Struct, frozen=True):
    """An exhibit with what there is to read: its own words, what was read before, or its picture."""

    exhibit: Exhibit
    words: str = ""
    read: ReadText | None = None
    png: bytes = b""


class ComparedSources(msgspec.Struct, frozen=True):
    """What came of it, with what was read newly; nothing of it is sealed yet."""

    exhibits: tuple[Exhibit, ...]
    comparison: Comparison
    tools: tuple[str, ...]
    newly_read: tuple[tuple[Exhibit, ReadText], ...] = ()

    @property
    def facts(self) -> ComparedFacts:
        """What came of it, as it is sealed."""
        comparison = self.comparison
        sure = sum(spot.sure for spot in comparison.spots)
        return ComparedFacts(
            exhibits=tuple(each.original for each in self.exhibits),
            outcome=comparison.outcome,
            agree=comparison.agree,
            comparable=sum(comparison.compared),
            word_count=comparison.words,
            differences=sure,
            unsure=len(comparison.spots) - sure,
        )

    @property
    def spots(self) -> tuple[ComparedSpot, ...]:
        """Where they part, as it is sealed."""
        return tuple(
            ComparedSpot(each.said, each.before, each.after, each.sure, each.odd)
            for each in self.comparison.spots
        )


def sources_beside(case: OpenCase, exhibit: Exhibit) -> tuple[Exhibit, ...]:
    """Return the exhibits that may show the same post: those that one event names together, itself first."""
    state = case.state
    found = [exhibit]
    for incident in state.incidents_about(exhibit):
        found += [
            each
            for each in state.exhibits
            if each not in found and not each.hidden and incident in state.incidents_about(each)
        ]
    return tuple(found)


def gather_sources(case: OpenCase, exhibits: Sequence[Exhibit]) -> tuple[GatheredSource, ...]:
    """Return what there is to read of exhibits; those with no words and no picture are left out.

    Raises:
        TooFewSourcesError: fewer than two are left.
        VaultError: it cannot be read.
    """
    found = []
    for exhibit in exhibits:
        contents = decode(case.vault.entry(exhibit.original)).parts.get("contents")
        if isinstance(contents, FileContents) and contents.text.strip():
            found.append(GatheredSource(exhibit, words=contents.text))
            continue
        try:
            png = picture_to_read(case, exhibit)
        except NoPictureError:
            continue
        found.append(GatheredSource(exhibit, read=text_read(case, exhibit), png=png))
    if len(found) < _FEWEST:
        raise TooFewSourcesError
    return tuple(found)


def compare_sources(
    sources: Sequence[GatheredSource],
    give_way: Between = lambda _done, _all: None,
    data: LanguageData | None = None,
) -> ComparedSources:
    """Read what was not read before, and compare; the vault is not needed.

    Args:
        sources: see ``gather_sources``.
        give_way: told (sources done, sources in all) between two; what it raises ends the work.
        data: what the engine knows of languages; where nothing is given it is looked for.

    Raises:
        CannotReadWordsError: this machine lacks what it needs to read a picture.
        PictureRefusedError: reading took too long or too much.
    """
    with WarmChild() as warm:
        reading = _Reading(data, warm)
        said: list[Source] = []
        tools: list[str] = []
        newly: list[tuple[Exhibit, ReadText]] = []
        for done, each in enumerate(sources):
            give_way(done, len(sources))
            if each.words:
                said.append(Source(words_of_text(each.words)))
                tools.append("")
                continue
            read = each.read or reading.of(decode_own_png(each.png), give_way, done, len(sources))
            if each.read is None:
                newly.append((each.exhibit, read))
            said.append(Source(_words_of(read), read=True))
            tools.append(f"{read.tool} {read.version} ({read.languages})")
        comparison = compare(said, _Again(sources, said, reading, give_way))
    return ComparedSources(
        tuple(each.exhibit for each in sources), comparison, tuple(tools), tuple(newly)
    )


def keep_read(case: OpenCase, compared: ComparedSources) -> None:
    """Keep what was read newly, so that search finds it too. Raises VaultError."""
    for exhibit, read in compared.newly_read:
        keep_text(case, exhibit, read)


def seal_comparison(case: OpenCase, compared: ComparedSources) -> EntryId:
    """Seal what came of it.

    Raises:
        OnlyAnExampleError, VaultError: nothing was sealed.
    """
    stretch = compared.comparison.stretch
    return case.seal(
        {
            "facts": compared.facts,
            "tools": ComparedTools(tools=compared.tools, rules=RULES),
            "spots": ComparedWords(stretch=stretch, spots=compared.spots),
        }
    )


def comparisons_of(case: OpenCase, exhibit: Exhibit) -> tuple[Compared, ...]:
    """Return the comparisons in which an exhibit was, in the order of the log."""
    return tuple(each for each in case.state.of(COMPARED) if exhibit.original in each.exhibits)


class _Reading:
    """Reads pictures with one engine."""

    def __init__(self, data: LanguageData | None, warm: WarmChild) -> None:
        self._data = data
        self._warm = warm

    def of(self, pixels: Pixels, give_way: Between, done: int, count: int) -> ReadText:
        """Read a whole picture."""
        return read_words(
            pixels, self._language(), lambda _done, _all: give_way(done, count), warm=self._warm
        )

    def line(self, pixels: Pixels) -> str:
        """Read a picture of one line of words."""
        words = read_words(pixels, self._language(), warm=self._warm, line=True).words
        return " ".join(word.text for word in words)

    def _language(self) -> LanguageData:
        if self._data is None:
            self._data = find_language_data()
        return self._data


class _Again:
    """Reads places again, larger."""

    def __init__(
        self,
        sources: Sequence[GatheredSource],
        said: Sequence[Source],
        reading: _Reading,
        give_way: Between,
    ) -> None:
        self._sources = sources
        self._said = said
        self._reading = reading
        self._give_way = give_way
        self._pixels: dict[int, Pixels] = {}
        self._left = _MOST_READ_AGAIN

    def __call__(self, source: int, first: int, last: int) -> tuple[str, ...]:
        """Return what stands at a place, read twice; nothing where too much was asked for or it is no one line."""
        words = self._said[source].words[first:last]
        if self._left <= 0 or len({word.line for word in words}) != 1:
            return ()
        self._left -= 1
        count = len(self._sources)
        self._give_way(count - 1, count)
        if source not in self._pixels:
            self._pixels[source] = decode_own_png(self._sources[source].png)
        left, top = min(word.left for word in words), min(word.top for word in words)
        right = max(word.left + word.width for word in words)
        under = max(word.top + word.height for word in words)
        beside = max(2, (under - top) // 6)
        width, height = right - left + 2 * beside, under - top + 2 * beside
        x, y = left - beside, top - beside
        corners = ((x, y), (x, y + height), (x + width, y + height), (x + width, y))
        return tuple(
            self._reading.line(straight(self._pixels[source], corners, width * by, height * by))
            for by in _TIMES_LARGER
        )


def _words_of(read: ReadText) -> tuple[SourceWord, ...]:
    return tuple(
        SourceWord(
            word.text, word.line, word.confidence, word.left, word.top, word.width, word.height
        )
        for word in read.words
    )
