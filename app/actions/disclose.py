"""Share what one recipient may read of the private chain, in the report that is about to be made, and in no other.

For each thing that the person ticked, one entry is sealed in the chain of evidence, all of them in one transaction,
directly before the report is made. What it says is what the report prints, word for word. A file that goes along is
copied byte for byte, so that the entry holds it by itself and names no place of the private chain.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress

import msgspec

from app.actions.open_case import OpenCase
from app.casework import (
    Attached,
    CaseState,
    ConsentFileMissingError,
    ConsentMissingError,
    ConsentOutdatedError,
    MayShare,
    NoFileToShareError,
    NotOfferedError,
    happened_on,
    may_share,
    sentence_of,
)
from app.casework.kinds.disclosed import DISCLOSED, Disclosed, DisclosedFacts, DisclosedText
from app.dossier import Policy
from app.language import Language
from app.naming import People, without_names
from app.vocabulary import DisclosedForm
from evidence_store import EntryId, ObjectBody, ObjectDamagedError, StagedObject, VaultError


class Share(msgspec.Struct, frozen=True):
    """One private thing that goes along.

    Attributes:
        thing: an entry of it.
        words: what the report says of it; "" for the program's own sentence.
        dated: whether the day on which it happened is told.
        file: whether the file beside it goes along, as it was received.
    """

    thing: EntryId
    words: str = ""
    dated: bool = True
    file: bool = False


class Planned(msgspec.Struct, frozen=True):
    """What would be shared: as a report would print it, and the private file that would be copied."""

    shown: Disclosed
    file: Attached | None = None


def one_of_each(state: CaseState, policy: Policy) -> tuple[MayShare, ...]:
    """Return what this recipient's consents name, each thing once: where several name it, by one that still holds."""
    found: dict[EntryId, MayShare] = {}
    for each in may_share(state, policy.role):
        known = found.get(each.thing.id)
        if known is None or not known.stands:
            found[each.thing.id] = each
    return tuple(found.values())


def plan_disclosed(
    state: CaseState,
    policy: Policy,
    shares: Sequence[Share],
    language: Language,
    people: People | None = None,
) -> tuple[Planned, ...]:
    """Return what would be sealed, in the order of the consents; nothing is.

    ``people`` are called by another name in the words, where the recipient is told no names.

    Raises:
        ConsentMissingError: no consent of this recipient names a thing.
        ConsentOutdatedError: it was corrected since the person said yes.
        NotOfferedError: this recipient's report has no place for such a thing.
        ConsentFileMissingError: the consent does not say that its file may go along.
        NoFileToShareError: it holds no file.
    """
    known = People() if policy.tells_names or people is None else people
    wanted = {named_thing(state, share.thing): share for share in shares}
    possible = {each.thing.id: each for each in one_of_each(state, policy)}
    for entry, share in wanted.items():
        may = possible.get(entry)
        if may is None:
            raise ConsentMissingError(entry.seq)
        if not may.stands:
            raise ConsentOutdatedError(entry.seq)
        if may.topic not in policy.offered:
            raise NotOfferedError(entry.seq)
        if share.file and may.attached is None:
            raise NoFileToShareError(entry.seq)
        if share.file and not may.file:
            raise ConsentFileMissingError(entry.seq)
    return tuple(
        _planned(each, wanted[entry], language, known)
        for entry, each in possible.items()
        if entry in wanted
    )


def disclose(case: OpenCase, planned: Sequence[Planned]) -> tuple[Disclosed, ...]:
    """Seal what was planned, all of it or nothing, and return it with its entries.

    Raises:
        ObjectDamagedError: a file is not the one that was sealed; nothing was sealed.
        UnwritableTextError, VaultError: nothing was sealed.
    """
    if not planned:
        return ()
    with _copies(case, planned) as copies, case.act() as act:
        for each, content in zip(planned, copies, strict=True):
            text = each.shown.text
            said = text if isinstance(text, DisclosedText) else DisclosedText()
            act.seal({"facts": each.shown.facts, "text": said}, content=content)
    return tuple(case.state.of(DISCLOSED)[-len(planned) :])


@contextmanager
def _copies(case: OpenCase, planned: Sequence[Planned]) -> Iterator[list[StagedObject | None]]:
    """The files that go along, copied ahead of their entries; taken out again where nothing comes of it."""
    made: dict[int, StagedObject] = {}
    try:
        for at, each in enumerate(planned):
            if each.file is not None:
                made[at] = _copy(case, each.file)
        yield [made.get(at) for at in range(len(planned))]
    except BaseException:
        for content in made.values():
            with suppress(VaultError):
                case.vault.discard(content)
        raise


def _copy(case: OpenCase, file: Attached) -> StagedObject:
    if not isinstance(file.object, ObjectBody):
        raise TypeError(file)
    with case.vault.open_object(file.entry) as source:
        content = case.vault.stage(source, file.object.media_type)
    if content.sha256 != file.object.sha256:
        with suppress(VaultError):
            case.vault.discard(content)
        raise ObjectDamagedError(file.entry)
    return content


def _planned(each: MayShare, share: Share, language: Language, people: People) -> Planned:
    value = each.thing.current
    language = language.plain()
    file = each.attached if share.file else None
    return Planned(
        Disclosed(
            EntryId("", 0),
            "",
            DisclosedFacts(
                recipient=each.recipient,
                topic=each.topic,
                recorded_at=each.thing.time,
                token=each.token,
                form=DisclosedForm.NONE if file is None else DisclosedForm.AS_RECEIVED,
            ),
            DisclosedText(
                happened_on=happened_on(value) if share.dated else "",
                words=without_names(
                    share.words.strip() or sentence_of(value, language), people, language
                ),
                language=language.code,
            ),
            file.object if file is not None else None,
        ),
        file,
    )


def named_thing(state: CaseState, entry: EntryId) -> EntryId:
    """Return the entry that names the thing of an entry for ever; the entry itself where it is of none."""
    thing = state.thing_of(entry)
    named: EntryId = getattr(thing, "id", entry)
    return named
