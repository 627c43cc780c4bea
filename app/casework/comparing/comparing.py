"""Compares sources word by word, and says of each place that parts them how sure that is. Pure.

Rules:
- A difference is named only where both sides are sure of what they say. Words that a file holds are sure. Words that
  were read in a picture are sure where the engine was, where their place says the same when it is read again, and where
  they are not such as machines take for one another.
- A word that one source does not have is sure where there is no room for it in the other one's picture.
- What is not sure is told as such and breaks no agreement; that there was any is said.
- Sources that have less than three words, or less than half of a stretch, in common are not compared.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

import msgspec

from app.casework.comparing.aligning import Aligned, Place, aligned
from app.casework.comparing.words import SourceWord, distance, folded, joined, normal
from app.vocabulary import Agreement

_READ_SURE, _READ_WELL, _READ_BEST = 60, 80, 90
_CONTEXT = 4

Again = Callable[[int, int, int], Sequence[str]]
"""Reads a place of a source again, from one word to before another: what stands there each time."""


class Source(msgspec.Struct, frozen=True):
    """What one source says; ``read`` where its words were read in pixels by a machine."""

    words: tuple[SourceWord, ...]
    read: bool = False


class Spot(msgspec.Struct, frozen=True):
    """A place where sources part.

    Attributes:
        said: by source, the words that stand there; "" for none, None where it was not compared there.
        before: the words before it, in which they agree.
        after: the words behind it.
        sure: whether it is named as a difference.
        odd: the sources that say there what most do not; all that say something else than the first where no side is
            the larger one.
    """

    said: tuple[str | None, ...]
    before: str
    after: str
    sure: bool
    odd: tuple[int, ...]


class Comparison(msgspec.Struct, frozen=True):
    """What came of it.

    Attributes:
        outcome: in one word.
        compared: by source, whether it was.
        agree: how many of these say the same.
        words: how many words the stretch has.
        spots: where they part, in order.
        stretch: the words that were compared, as the first of the sources has them.
    """

    outcome: Agreement
    compared: tuple[bool, ...]
    agree: int = 0
    words: int = 0
    spots: tuple[Spot, ...] = ()
    stretch: str = ""


def compare(
    sources: Sequence[Source], again: Again = lambda _source, _first, _last: ()
) -> Comparison:
    """Return whether sources say the same.

    Args:
        sources: two or more.
        again: reads a place again; without it what was read is less often sure.
    """
    # What a file says is no reading: it is what the others are held against, where there is such a file.
    order = sorted(range(len(sources)), key=lambda at: sources[at].read)
    best: dict[int, Aligned] = {}
    ground = order[0]
    for at in order:
        found = {
            other: beside
            for other in range(len(sources))
            if other != at
            and (beside := aligned(sources[at].words, sources[other].words)) is not None
        }
        if len(found) > len(best):
            ground, best = at, found
    if not best:
        return Comparison(Agreement.NOT_COMPARED, tuple(False for _ in sources))
    return _Comparing(sources, ground, best, again).whole()


class _Comparing:
    """Sources beside one of them."""

    def __init__(
        self, sources: Sequence[Source], ground: int, beside: dict[int, Aligned], again: Again
    ) -> None:
        self._sources = sources
        self._ground = ground
        self._beside = beside
        self._again = again
        self._words = sources[ground].words

    def whole(self) -> Comparison:
        first = min(each.first for each in self._beside.values())
        last = max(each.last for each in self._beside.values())
        spots = tuple(filter(None, map(self._spot, self._stretches())))
        compared = tuple(
            at == self._ground or at in self._beside for at in range(len(self._sources))
        )
        sure = [spot for spot in spots if spot.sure]
        outcome = Agreement.AGREE
        if sure:
            outcome = Agreement.DIFFER
        elif spots:
            outcome = Agreement.UNSURE
        lines = (spot.odd for spot in sure)
        apart = {at for odd in lines for at in odd}
        agree = sum(compared) - len(apart)
        return Comparison(
            outcome, compared, agree, last - first, spots, _plain(self._words[first:last])
        )

    def _stretches(self) -> list[tuple[int, int]]:
        """Return where anybody parts from the ground, touching places together."""
        found: list[tuple[int, int]] = []
        places = (place for each in self._beside.values() for place in each.places)
        for first, last in sorted((place.first, place.last) for place in places):
            if found and (first < found[-1][1] or (first, last) == found[-1]):
                found[-1] = (found[-1][0], max(last, found[-1][1]))
            else:
                found.append((first, last))
        return found

    def _spot(self, stretch: tuple[int, int]) -> Spot | None:
        first, last = stretch
        ours = self._words[first:last]
        said: list[str | None] = [None] * len(self._sources)
        said[self._ground] = _plain(ours)
        held = {self._ground: joined(ours)}
        sure = unsure = False
        for other, beside in self._beside.items():
            touching = [
                each
                for each in beside.places
                if (each.first < last and first < each.last) or (each.first, each.last) == stretch
            ]
            if not touching:
                inside = beside.first <= first and last <= beside.last
                said[other] = _plain(ours) if inside else None
                if inside:
                    held[other] = joined(ours)
                continue
            doubt, words = self._parted(other, beside, touching, stretch)
            if doubt is None:
                said[other], held[other] = _plain(ours), joined(ours)
                continue
            said[other] = _plain(words)
            held[other] = joined(words)
            sure, unsure = sure or doubt, unsure or not doubt
            if not doubt:
                del held[other]
        if not sure and not unsure:
            return None
        before = _plain(self._words[max(0, first - _CONTEXT) : first])
        after = _plain(self._words[last : last + _CONTEXT])
        return Spot(tuple(said), before, after, sure, _odd(held, self._ground) if sure else ())

    def _parted(
        self, other: int, beside: Aligned, places: list[Place], stretch: tuple[int, int]
    ) -> tuple[bool | None, tuple[SourceWord, ...]]:
        """Return whether it is sure that a source says something else there (None: it does not), and what it says."""
        there = self._sources[other].words
        first, last = places[0].other_first, places[-1].other_last
        at = stretch[0]
        while at < places[0].first and at in beside.pairs:
            first, at = min(first, beside.pairs[at]), at + 1
        answers = [self._sure(other, place) for place in places]
        words = there[first:last]
        told = [each for each in answers if each is not None]
        return (any(told) if told else None), words

    def _sure(self, other: int, place: Place) -> bool | None:
        ours = self._words[place.first : place.last]
        theirs = self._sources[other].words[place.other_first : place.other_last]
        read, read_there = self._sources[self._ground].read, self._sources[other].read
        one, two = joined(ours), joined(theirs)
        if one == two:
            return None
        if not ours or not theirs:
            return self._lacking(other, place, missing_here=not ours)
        if not read and not read_there:
            return True
        sides = []
        if read:
            sides.append(self._reading(self._ground, place.first, place.last, two))
        if read_there:
            sides.append(self._reading(other, place.other_first, place.other_last, one))
        if None in sides:
            return None
        return all(sides)

    def _reading(self, source: int, first: int, last: int, against: str) -> bool | None:
        """Return whether what was read at a place is surely something else than ``against``; None where it is not."""
        words = self._sources[source].words[first:last]
        said, sureness = joined(words), min(word.confidence for word in words)
        readings = [normal(each) for each in self._again(source, first, last)]
        if against in readings:
            return None
        if folded(said) == folded(against):
            # One letter that is often misread: it says something only where it is read in the same way each time.
            return False if sureness >= _READ_BEST and set(readings) <= {said} else None
        if any(folded(each) == folded(against) for each in readings):
            return None
        if readings:
            steady = said in readings or len(set(readings)) == 1
            near = distance(folded(said), folded(against)) == 1 and not said.isdigit()
            least = _READ_WELL if near else _READ_SURE
            return steady and (sureness >= least or (len(set(readings)) == 1 and said in readings))
        far = distance(folded(said), folded(against)) > 1
        return sureness >= (_READ_WELL if far else _READ_BEST)

    def _lacking(self, other: int, place: Place, *, missing_here: bool) -> bool | None:
        """Return whether it is sure that one of both lacks words that the other has."""
        lacks, has = (self._ground, other) if missing_here else (other, self._ground)
        first, last = (
            (place.other_first, place.other_last) if missing_here else (place.first, place.last)
        )
        at = place.first if missing_here else place.other_first
        words = self._sources[has].words[first:last]
        if self._sources[has].read:
            # A sign or the edge of a picture is read as a letter or two.
            if len(joined(words)) < 2 or min(word.confidence for word in words) < _READ_SURE:
                return None
            if min(word.confidence for word in words) < _READ_WELL:
                return False
        if _whole_lines(self._sources[has].words, first, last):
            return False
        if not self._sources[lacks].read:
            return True
        return _no_room(self._sources[lacks].words, at, len(_plain(words)))


def _odd(held: dict[int, str], ground: int) -> tuple[int, ...]:
    """Return the sources that say what most do not."""
    counted = Counter(held.values()).most_common()
    most = counted[0][0]
    if len(counted) > 1 and counted[1][1] == counted[0][1]:
        most = held[ground]
    return tuple(sorted(at for at, said in held.items() if said != most))


def _plain(words: Sequence[SourceWord]) -> str:
    return " ".join(word.text for word in words)


def _whole_lines(words: Sequence[SourceWord], first: int, last: int) -> bool:
    """Return whether words fill whole lines: a heading or a picture's description, which not every source has."""
    begins = first == 0 or words[first - 1].line != words[first].line
    ends = last == len(words) or words[last].line != words[last - 1].line
    return begins and ends


def _no_room(words: Sequence[SourceWord], at: int, letters: int) -> bool:
    """Return whether words that were read stand so close that so many letters do not fit between them."""
    if not 0 < at < len(words) or words[at - 1].line != words[at].line:
        return False
    left, right = words[at - 1], words[at]
    if not left.width or not right.width:
        return False
    wide = (left.width + right.width) / max(1, len(left.text) + len(right.text))
    return right.left - (left.left + left.width) < 0.6 * wide * (letters + 1)
