"""An exhibit: an original with what was made from it, as a value to show, and how its picture is shown, in sentences.

A part that cannot be read is a Gap in the place of its value; a part that an entry does not have is None.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

import msgspec

from app.casework.decoded import Gap
from app.casework.kinds.adopt import AdoptColleague, AdoptOrigin
from app.casework.kinds.capture import CaptureFacts, CaptureScreen, CaptureSeries, CaptureWindow
from app.casework.kinds.file import (
    FileCarried,
    FileClaims,
    FileFacts,
    FileFilm,
    FileFindings,
    FileFrame,
    FileLikeness,
    FileSource,
    FileWithin,
    clocks_disagree,
)
from app.casework.kinds.view import View, ViewPages, ViewShown, pages_sentences
from app.casework.kinds.working_copy import WorkingCopy
from app.casework.part import Machine, Person
from app.language import Language
from app.vocabulary import in_words
from evidence_store import EntryId, ObjectBody

# Of 64 places. Pages of text differ by seven and more; a picture of one colour has no look at all.
_FEW_BITS = 2
_NO_LOOK = frozenset({"", "0" * 16, "f" * 16})


_SAVED_PAGES = frozenset({"text/html", "multipart/related"})


class ExhibitKind(StrEnum):
    """Where an original came from."""

    CAPTURE = "capture"
    FILE = "file"
    ADOPT = "adopt"


class Exhibit(msgspec.Struct, frozen=True):
    """An original with what was made from it.

    Attributes:
        number: counts the originals of the evidence chain from 1; never changes.
        original: the entry that sealed it.
        time: when it was sealed.
        kind: captured here, a file that was added, or taken over from a colleague.
        facts: how it was captured or added; a Gap where that is withheld or erased.
        screen: where on the desktop, and by what (captures).
        window: the window that had the focus (captures).
        source: the name the file had (files).
        findings: what was found in it beside its picture (files).
        claims: what it says of itself (files).
        within: the file that it lay in (files).
        likeness: how its picture looks (files).
        origin: where it stands in a colleague's chain (those taken over).
        colleague: whose computer that was (those taken over).
        carried: how it came in an envelope from a phone (files).
        film: what was found out about it, where it is a film or sound (files).
        frame: from which film it was taken, and when in it (files).
        told: the facts as they were sealed for others, while ``facts`` have link and size in full; None where the
            entry is of a time when the part held everything.
        object: size, type and fingerprint of the original.
        person: who acted.
        machine: on what.
        views: pictures made from a file, oldest first.
        copies: working copies, newest last.
        hidden: put out of sight; the number stays.
        series: the series of pictures it belongs to (captures).
    """

    number: int
    original: EntryId
    time: str
    kind: ExhibitKind
    facts: CaptureFacts | FileFacts | Gap
    screen: CaptureScreen | Gap | None = None
    window: CaptureWindow | Gap | None = None
    source: FileSource | Gap | None = None
    told: CaptureFacts | FileFacts | None = None
    object: ObjectBody | Gap | None = None
    person: Person | Gap | None = None
    machine: Machine | Gap | None = None
    views: tuple[View, ...] = ()
    copies: tuple[WorkingCopy, ...] = ()
    hidden: bool = False
    findings: FileFindings | Gap | None = None
    series: CaptureSeries | Gap | None = None
    claims: FileClaims | Gap | None = None
    within: FileWithin | Gap | None = None
    likeness: FileLikeness | Gap | None = None
    origin: AdoptOrigin | Gap | None = None
    colleague: AdoptColleague | Gap | None = None
    carried: FileCarried | Gap | None = None

    @property
    def received(self) -> bool:
        """Whether it came as a file, or from a colleague, and was not captured by this program on this computer."""
        return self.kind is not ExhibitKind.CAPTURE

    @property
    def number_there(self) -> int:
        """Its number in the colleague's own log; 0 where it was not taken over, or that cannot be read."""
        return self.origin.number if isinstance(self.origin, AdoptOrigin) else 0

    film: FileFilm | Gap | None = None
    frame: FileFrame | Gap | None = None

    @property
    def view(self) -> View | None:
        """The newest picture that can stand for the file."""
        return next((view for view in reversed(self.views) if _usable(view)), None)

    @property
    def copy(self) -> WorkingCopy | None:
        """The newest working copy that is not hidden and whose picture is there."""
        pictures = (copy for copy in reversed(self.copies) if copy.clip is None)
        return next((copy for copy in pictures if _usable(copy)), None)

    @property
    def clips(self) -> tuple[WorkingCopy, ...]:
        """Clips of a film in which something is covered, that are not hidden and are there; newest last."""
        return tuple(copy for copy in self.copies if copy.clip is not None and _usable(copy))

    @property
    def shown(self) -> EntryId:
        """The entry of the picture to show: newest working copy, else view, else the original."""
        chosen = self.copy or self.view
        return chosen.entry if chosen else self.original

    @property
    def entries(self) -> tuple[EntryId, ...]:
        """The original and all that was made from it."""
        derived: tuple[View | WorkingCopy, ...] = (*self.views, *self.copies)
        return (self.original, *(each.entry for each in derived))

    def alike(self, exhibits: Iterable[Exhibit]) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Return the numbers of other exhibits that are the same file, and of those whose pictures look like this one.

        The second is a hint: a picture that was scaled or packed anew looks like itself, and so do pages of text.
        """
        same: list[int] = []
        looking: list[int] = []
        own, look = _sha256(self), _look(self)
        for each in exhibits:
            if each.original == self.original:
                continue
            if own and _sha256(each) == own:
                same.append(each.number)
            elif look is not None and (other := _look(each)) is not None:
                looking += [each.number] if (look ^ other).bit_count() <= _FEW_BITS else []
        return tuple(same), tuple(looking)

    @property
    def taken_from(self) -> EntryId | None:
        """The entry of the film that it is a frame of; None where it is none."""
        return self.frame.parent if isinstance(self.frame, FileFrame) else None

    @property
    def context(self) -> bool:
        """Whether it is the whole screen, taken together with a region."""
        return isinstance(self.facts, CaptureFacts) and self.facts.context


def _sha256(exhibit: Exhibit) -> str:
    return exhibit.object.sha256 if isinstance(exhibit.object, ObjectBody) else ""


def _look(exhibit: Exhibit) -> int | None:
    likeness = exhibit.likeness
    if not isinstance(likeness, FileLikeness) or likeness.bits in _NO_LOOK:
        return None
    try:
        return int(likeness.bits, 16)
    except ValueError:
        return None


def lying_in(exhibits: Iterable[Exhibit], parent: EntryId) -> tuple[Exhibit, ...]:
    """Return the files that lay in another, such as what was attached to a mail."""
    return tuple(each for each in exhibits if parent_of(each) == parent)


def parent_of(exhibit: Exhibit) -> EntryId | None:
    """Return the entry of the file that an exhibit lay in, such as its mail; None where it lay in none."""
    return exhibit.within.parent if isinstance(exhibit.within, FileWithin) else None


def came_with(number: int, language: Language) -> str:
    """Return what is said of a file beside its name: which exhibit it lay in."""
    return language.text("came with exhibit {number}", number=number)


def _usable(derived: View | WorkingCopy) -> bool:
    return not derived.hidden and isinstance(derived.object, ObjectBody)


def shown_sentences(shown: ViewShown, language: Language) -> tuple[str, ...]:
    """What a reader of the picture has to know: nothing where it is shown as it is."""
    text = language.text
    sentences: list[str] = []
    if shown.frames > 1:
        sentences.append(text("The first picture of {count}.", count=shown.frames))
    sentences.append(in_words(shown.whole, language, percent=shown.percent))
    if shown.smaller > 1:
        sentences.append(text("Shown at 1/{times} of its width and height.", times=shown.smaller))
    sentences += [in_words(shown.ground, language), in_words(shown.colours, language)]
    return tuple(filter(None, sentences))


def told_of_picture(exhibit: Exhibit, language: Language) -> tuple[str, ...]:
    """All that its owner has to know of an added file's picture, what the file holds beside it included."""
    view, findings = exhibit.view, exhibit.findings
    sentences: tuple[str, ...] = ()
    if view is not None and isinstance(view.shown, ViewShown):
        sentences = shown_sentences(view.shown, language)
    if view is not None and isinstance(view.pages, ViewPages):
        sentences = (*sentences, *pages_sentences(view.pages, language))
    if isinstance(exhibit.claims, FileClaims):
        packed = in_words(exhibit.claims.packed, language)
        sentences = (*sentences, packed) if packed else sentences
    if isinstance(findings, FileFindings) and findings.more:
        more = language.text(
            "The file holds more than the picture. What more there is, is not shown."
        )
        sentences = (*sentences, more)
    if isinstance(findings, FileFindings) and findings.signed:
        signed = language.text("The file carries the camera’s own signature (C2PA), not checked.")
        sentences = (*sentences, signed)
    if clocks_disagree(exhibit.carried):
        clocks = language.text(
            "By the phone’s clock the envelope was closed after it was opened here: one of the two clocks is wrong."
        )
        sentences = (*sentences, clocks)
    return sentences


def may_show_a_post(exhibit: Exhibit) -> bool:
    """Return whether it can show a post: a picture, a video or a saved page; not a mail, a PDF or a contact card."""
    if exhibit.kind is ExhibitKind.CAPTURE:
        return True
    media_type = getattr(exhibit.facts, "media_type", "")
    return media_type.startswith(("image/", "video/")) or media_type in _SAVED_PAGES
