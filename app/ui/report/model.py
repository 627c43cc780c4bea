"""What the wizard holds and what its page is told, as values, with the words of its steps. No Qt."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

import msgspec

from app.dossier import ChosenWords
from app.language import Language, deferred
from app.ui.questions import Question
from app.ui.routes import Route
from evidence_store import EntryId


class ReportStep(StrEnum):
    """The steps, in order."""

    RECIPIENT = "recipient"
    CONTENT = "content"
    COVER = "cover"
    LOOK = "look"
    SAVE = "save"

    @property
    def next(self) -> ReportStep | None:
        """The one after it."""
        steps = tuple(ReportStep)
        place = steps.index(self) + 1
        return steps[place] if place < len(steps) else None

    @property
    def before(self) -> ReportStep | None:
        """The one before it."""
        steps = tuple(ReportStep)
        place = steps.index(self)
        return steps[place - 1] if place else None


class SharedWish(msgspec.Struct, frozen=True):
    """A private thing that goes along.

    Attributes:
        token: of its consent.
        entry: which version of it.
        words: own words; "" for the program's.
        file: whether the file beside it goes along, too.
    """

    token: str
    entry: EntryId
    words: str = ""
    file: bool = False


class ReportDraft(msgspec.Struct, frozen=True):
    """What the person has chosen so far.

    Attributes:
        recipient: id of the policy.
        exhibits: numbers of what is included; None = as the policy says.
        exhibit_order: numbers of all in the order they stand in; what is not named follows. Empty = the case's.
        asks: ids of what is asked for; None = as the policy says.
        ask_order: ids of all in the order they stand in; what is not named follows. Empty = the policy's.
        notes: neutral notes that are printed; None = as the policy says.
        originals: exhibits whose file goes along as it was received; None = as the policy says.
        papers: what holds a file beside its words that goes along.
        clips: films of which the newest covered clip goes along.
        words: what has words that are shown only where they are chosen, and are.
        shared: what of the private chain goes along, by consent.
        links: links that are sent although they hold a name.
        own_asks: more to ask for, one on each line.
        summary: own words instead of the counted summary.
        title: for the cover instead of the case's.
    """

    recipient: str
    exhibits: frozenset[int] | None = None
    exhibit_order: tuple[int, ...] = ()
    asks: frozenset[str] | None = None
    ask_order: tuple[str, ...] = ()
    notes: frozenset[EntryId] | None = None
    originals: frozenset[int] | None = None
    papers: frozenset[EntryId] = frozenset()
    clips: frozenset[int] = frozenset()
    words: frozenset[ChosenWords] = frozenset()
    shared: tuple[SharedWish, ...] = ()
    links: frozenset[str] = frozenset()
    own_asks: str = ""
    summary: str = ""
    title: str = ""

    def for_another(self, recipient: str) -> ReportDraft:
        """Return the same own words in the same order of exhibits; what was chosen for the one before is not."""
        return ReportDraft(
            recipient,
            exhibit_order=self.exhibit_order,
            own_asks=self.own_asks,
            summary=self.summary,
            title=self.title,
        )


class RecipientOption(msgspec.Struct, frozen=True):
    """A recipient to choose: name, what they get in a line, and how many exhibits."""

    id: str
    name: str
    line: str
    badge: str


class ChoiceLine(msgspec.Struct, frozen=True):
    """Something that can be included.

    Attributes:
        key: names it.
        text: what it is.
        detail: more, in smaller letters; also why it is left out.
        checked: whether it is included.
        fixed: whether that cannot be changed.
    """

    key: str
    text: str
    detail: str = ""
    checked: bool = True
    fixed: bool = False


class SharedWords(msgspec.Struct, frozen=True):
    """The words in which something that is ticked stands in the report."""

    key: str
    title: str
    words: str


class Shared(msgspec.Struct, frozen=True):
    """What may be shared with this recipient.

    Attributes:
        lines: what a consent names.
        words: what is ticked, in words that can be changed.
        files: the files beside what is ticked.
        caution: what to think of before it is shared; "" for nothing.
        asks_again: whether something was corrected since the person said yes.
        asks_file: whether there is a file to which they did not say yes.
        may_offer: whether this recipient may be told of such things at all.
    """

    lines: tuple[ChoiceLine, ...] = ()
    words: tuple[SharedWords, ...] = ()
    files: tuple[ChoiceLine, ...] = ()
    caution: str = ""
    asks_again: bool = False
    asks_file: bool = False
    may_offer: bool = False


class PictureLine(msgspec.Struct, frozen=True):
    """One picture that leaves.

    Attributes:
        number: of the exhibit.
        words: its name.
        what: what it is, and when it was made.
        shown: the entry whose picture is printed.
        covered: how much is covered, and why.
        chips: what wants looking at in the texts about it.
        seen: the names that it probably shows, and what stands in the texts; "" where nothing is known.
    """

    number: int
    words: str
    what: str
    shown: EntryId
    covered: str
    chips: tuple[str, ...] = ()
    seen: str = ""


class Pictures(msgspec.Struct, frozen=True):
    """The pictures that leave: a sentence, and each exhibit with what it is and what to look for in it."""

    sentence: str
    exhibits: tuple[PictureLine, ...] = ()


class SeenLine(msgspec.Struct, frozen=True):
    """Something to read before it leaves, and where or why.

    Attributes:
        words: what it is.
        detail: where it stands, or why.
        exhibit: the one that it is about; 0 for none.
        cover: whether it can be covered in the picture of that exhibit.
        link: a link that the person may send or leave out; "" for none.
        sent: whether it is sent.
        key: by which the person ticks it off; "" for what there is nothing to look at.
        looked: whether it is ticked off.
        way: where it is mended.
        own: whether it was typed for this report, and is mended in the step with its contents.
    """

    words: str
    detail: str
    exhibit: int = 0
    cover: bool = False
    link: str = ""
    sent: bool = False
    key: str = ""
    looked: bool = False
    way: Route | None = None
    own: bool = False


class LastCheck(msgspec.Struct, frozen=True):
    """What to look at before it is saved.

    Attributes:
        headline: for whom it is, how long, and how large.
        asked: what others may come to ask about, what matters most first.
        more_asked: how much more of that there is.
        leaves: what the recipient gets.
        warnings: the policy's.
        seen: what can be read or seen in what leaves although the report itself does not tell it.
        omissions: what is left out, with the reason.
    """

    headline: str = ""
    asked: tuple[Question, ...] = ()
    more_asked: int = 0
    leaves: tuple[SeenLine, ...] = ()
    warnings: tuple[str, ...] = ()
    seen: tuple[SeenLine, ...] = ()
    omissions: tuple[SeenLine, ...] = ()


class Target(msgspec.Struct, frozen=True):
    """Where it will be saved, and as what.

    Attributes:
        folder: where.
        pdf: whether the report is saved by itself.
        package: whether the package is.
        signed: whether the PDF is signed.
        part_mb: how large a file of the package may be, 0 for one file.
        own_key: whether a key of the person's own signs, not the vault's.
    """

    folder: Path
    pdf: bool = True
    package: bool = False
    signed: bool = False
    part_mb: int = 0
    own_key: bool = False


class KeyShown(msgspec.Struct, frozen=True):
    """Whose key was opened, or why none was; both "" while none is asked for."""

    said: str = ""
    complaint: str = ""


class Names(msgspec.Struct, frozen=True):
    """What the files will be called."""

    pdf: str
    package: str


class Saved(msgspec.Struct, frozen=True):
    """What was saved, or printed where there are no files.

    Attributes:
        files: those that were saved.
        receipt: the receipt code with the place it stands for.
        square: the same as a square code, row by row, 1 for dark.
    """

    files: tuple[Path, ...]
    receipt: str
    square: tuple[bytes, ...]


class Buttons(msgspec.Struct, frozen=True):
    """The row below: the primary button's words, and what can be pressed; printing is shown in the last step alone."""

    primary: str
    can_go_on: bool
    can_go_back: bool
    can_cancel: bool
    shows_print: bool = False
    can_print: bool = False


STEPS = {
    ReportStep.RECIPIENT: deferred("Recipient"),
    ReportStep.CONTENT: deferred("Contents"),
    ReportStep.COVER: deferred("Black out"),
    ReportStep.LOOK: deferred("Look through"),
    ReportStep.SAVE: deferred("Save"),
}
"""On the step bar."""

TITLES = {
    ReportStep.RECIPIENT: deferred("Who is it for?"),
    ReportStep.CONTENT: deferred("What shall be in it?"),
    ReportStep.COVER: deferred("Is there anything to black out?"),
    ReportStep.LOOK: deferred("Before you send"),
    ReportStep.SAVE: deferred("Save the report"),
}

LEADS = {
    ReportStep.RECIPIENT: deferred(
        "Each recipient gets only what they need. You can see and change it all afterwards."
    ),
    ReportStep.CONTENT: deferred("The exhibits keep their numbers, whatever you choose."),
    ReportStep.COVER: deferred(
        "What others must not see can be covered with black. The originals stay untouched."
    ),
    ReportStep.LOOK: deferred(
        "This is how the recipient sees it. Turn its pages. The program itself sends nothing."
    ),
    ReportStep.SAVE: deferred(
        "The report is not locked with your passphrase. Save it where only you can read it."
    ),
}

NEXT = {
    ReportStep.RECIPIENT: deferred("Next: contents"),
    ReportStep.CONTENT: deferred("Next: black out"),
    ReportStep.COVER: deferred("Next: look"),
    ReportStep.LOOK: deferred("Next: save"),
    ReportStep.SAVE: deferred("Save the report"),
}


def pages_and_size(pages: int, size: int, language: Language) -> str:
    """Return ``17 sider · omtrent 6,2 MB``."""
    return language.text(
        "{pages} · about {size}",
        pages=language.plural("{count} page", "{count} pages", pages),
        size=language.size(size),
    )
