"""Make the dossier for one recipient and seal it.

The dossier prints the receipt code of the head H; sealing the PDF makes H+1. So between composing and sealing
nothing else may be sealed: that is checked inside the transaction.

A capture does not wait for a dossier. Where something was sealed meanwhile, the dossier is made once more with the code
of the newer head, of the case as it was at the beginning: what came meanwhile is in the log, but not in the dossier.
"""

from __future__ import annotations

import errno
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import datetime
from itertools import takewhile
from pathlib import Path
from typing import BinaryIO

import msgspec

from app.actions.disclose import Share, disclose, plan_disclosed
from app.actions.find_deadlines import find_deadlines
from app.actions.look_over import read_review
from app.actions.name_people import people_in
from app.actions.open_case import OpenCase
from app.actions.read_guidance import policy_in_force, read_guidance
from app.actions.share_texts import share_texts
from app.actions.write_along import WrittenAlong, write_along_with
from app.casework import LogMovedError, Part
from app.casework.kinds.disclosed import Disclosed
from app.casework.kinds.dossier import DossierFacts, DossierFile, ShownExhibit
from app.dossier import (
    Choices,
    Dossier,
    DossierAround,
    DueNow,
    Policy,
    PrintedReceipt,
    Rendered,
    SigningIdentity,
    compose,
    render,
    render_into,
)
from app.handover import list_files
from app.language import Language
from app.naming import People
from atomic_file import check_name
from evidence_store import (
    EntryId,
    LedgerChain,
    Receipt,
    StagedObject,
    StoredEntry,
    VaultError,
    receipt_code,
    write_ledger,
)

Progress = Callable[[int, int], None]
_PDF = "application/pdf"
# Whoever captures that often while one dossier is made is told so, and makes it afterwards.
_ATTEMPTS = 4


class DossierOrder(msgspec.Struct, frozen=True):
    """What a dossier is made from, beside the case.

    Attributes:
        recipient: the id of who it is for.
        choices: what the person chose.
        language: the language that it is written in.
        resources: where recipients, fonts and the travelling verifier lie.
        shares: what of the private chain goes along, by consent.
        packs: where accepted rule packs lie; None where they are not asked.
        signs: whose signature it gets; None where nobody signs.
    """

    recipient: str
    choices: Choices
    language: Language
    resources: Path
    shares: tuple[Share, ...] = ()
    packs: Path | None = None
    signs: SigningIdentity | None = None

    @property
    def fonts(self) -> Path:
        """The folder of the fonts."""
        return self.resources / "fonts"

    def policy(self) -> Policy:
        """Read the recipient's policy, as accepted packs have narrowed it.

        Raises:
            UnknownRecipientError, PolicyError: who it is for.
            BuiltInPackError: the guidance of the program cannot be read.
        """
        return policy_in_force(self.resources, self.recipient, self.packs)[0]

    def around(self, case: OpenCase, now: datetime) -> DossierAround:
        """Read what stands in a dossier beside the case: guidance, what is due, and what others may ask about.

        Raises:
            BuiltInPackError, RuleTableError, ReviewTableError: what comes with the program cannot be read.
        """
        force = read_guidance(self.resources, self.packs)
        deadlines = find_deadlines(case.state, force.rulebook, now).deadlines

        def code_of(entry: EntryId) -> str:
            with suppress(
                VaultError
            ):  # of a damaged page: the check names that, and the report is made all the same
                part = case.vault.entry(entry).part("object")
                return part.commitment if part is not None else ""
            return ""

        return DossierAround(
            force.notes, DueNow(deadlines, force.rulebook), read_review(self.resources), code_of
        )


class MadeDossier(msgspec.Struct, frozen=True):
    """A dossier that lies at its target and is sealed in the vault.

    ``receipt`` is the code to pass on: it belongs to the entry that sealed the dossier. The one printed in it belongs
    to the entry before, since no file can hold the code that covers it. ``along`` is what was written to go along in
    its package, by path, and ``edition`` its version there.
    """

    entry: EntryId
    dossier: Dossier
    pages: int
    size: int
    sha256: str
    receipt: Receipt
    along: Mapping[str, bytes] = {}
    edition: str = ""


def make_dossier(
    case: OpenCase, order: DossierOrder, target: Path, progress: Progress | None = None
) -> MadeDossier:
    """Compose, render to ``target``, seal.

    ``progress`` is told (pictures done, pictures in all) until the dossier is sealed, between two pieces of the work.
    It may use the vault, also to seal. What it raises stops the work: nothing is sealed then, and nothing lies at
    ``target``.

    Raises:
        UnfitNameError: the system takes no file of that name.
        FileExistsError: something lies at ``target``; it is not replaced.
        UnknownRecipientError, PolicyError: who it is for.
        UnknownExhibitError, UnknownAskError: what was chosen.
        ConsentError: something private may not go along; nothing was sealed.
        UnreadableRegisterError: nobody can tell whose names stay out; nothing was sealed.
        PictureChangedError: a picture is not the one that was sealed.
        FileNotFoundError: there is no such folder.
        LogMovedError: something was sealed meanwhile, again and again; no dossier was sealed and none lies at
            ``target``.
        VaultError: the dossier could not be sealed; none lies at ``target``.
    """
    must_be_free(target)

    def make(dossier: Dossier) -> MadeDossier:
        opener = case.vault.open_object
        log = ledger_of(case, dossier.receipt.head)
        rendered = render(
            dossier, target, opener, order.language, order.fonts, progress, log, order.signs
        )
        try:
            with target.open("rb") as pdf:
                return _seal(case, dossier, rendered, pdf, progress)
        except BaseException:
            target.unlink(missing_ok=True)
            raise

    return _until_sealed(case, order, make)


def make_dossier_in(
    case: OpenCase,
    order: DossierOrder,
    file: BinaryIO,
    progress: Progress | None = None,
    *,
    alone: bool = False,
    divided: bool = False,
) -> MadeDossier:
    """The same into an open file that can be read and begun anew: for a package, or ``alone`` for paper.

    The entry of one for a package also lists the files that go along, and what was written for it, so that a package
    from which one was taken can be told. ``divided``: the package may be shared out over several parts.
    """

    def make(dossier: Dossier) -> MadeDossier:
        file.seek(0)
        file.truncate()
        opener = case.vault.open_object
        log = ledger_of(case, dossier.receipt.head)
        rendered = render_into(
            dossier, file, opener, order.language, order.fonts, progress, log, order.signs
        )
        file.seek(0)
        if alone:
            return _seal(case, dossier, rendered, file, progress)
        files = list_files(dossier)
        along = write_along_with(case, dossier, files, order.language, divided=divided)
        return _seal(case, dossier, rendered, file, progress, files=files, along=along)

    return _until_sealed(case, order, make)


def _until_sealed(
    case: OpenCase, order: DossierOrder, make: Callable[[Dossier], MadeDossier]
) -> MadeDossier:
    policy = order.policy()
    people = people_in(case)
    state, moment = case.state, case.clock.now()
    around = order.around(case, moment.utc)
    shared = _shared(case, policy, order, people)
    _share_texts(case, policy, order, (people, shared, around))
    state, moment = case.state, case.clock.now()
    for attempts_left in reversed(range(_ATTEMPTS)):
        head = case.vault.head(case.chains.evidence)
        receipt = PrintedReceipt(head=head.id, code=receipt_code(head.hash))
        dossier = compose(
            state,
            policy,
            order.choices,
            order.language,
            receipt,
            moment.utc,
            example=case.example,
            shared=shared,
            around=around,
            people=people,
        )
        try:
            return make(dossier)
        except LogMovedError:
            if not attempts_left:
                raise
    raise AssertionError("the last attempt answers or raises")


def _share_texts(
    case: OpenCase,
    policy: Policy,
    order: DossierOrder,
    given: tuple[People, tuple[Disclosed, ...], DossierAround],
) -> None:
    """Seal what stands instead of texts that name somebody; not before the rest was found to be possible."""
    people, shared, around = given
    if policy.tells_names or not people.persons:
        return
    head = case.vault.head(case.chains.evidence)
    dossier = compose(
        case.state,
        policy,
        order.choices,
        order.language,
        PrintedReceipt(head=head.id, code=receipt_code(head.hash)),
        case.clock.now().utc,
        example=case.example,
        shared=shared,
        around=around,
        people=people,
    )
    share_texts(case, policy, dossier.told, dossier.language)


def _shared(
    case: OpenCase, policy: Policy, order: DossierOrder, people: People
) -> tuple[Disclosed, ...]:
    """Seal what goes along by consent, directly before the report; not before the rest was found to be possible."""
    if not order.shares:
        return ()
    planned = plan_disclosed(case.state, policy, order.shares, order.language, people)
    head = case.vault.head(case.chains.evidence)
    receipt = PrintedReceipt(head=head.id, code=receipt_code(head.hash))
    now = case.clock.now().utc
    shown = tuple(each.shown for each in planned)
    compose(
        case.state,
        policy,
        order.choices,
        order.language,
        receipt,
        now,
        shared=shown,
        people=people,
    )
    return disclose(case, planned)


def ledger_of(case: OpenCase, head: EntryId) -> bytes:
    """Return the log up to that entry as text, of which nothing is opened: no word of the case stands in it."""
    entries = takewhile(lambda entry: entry.id.seq <= head.seq, case.vault.entries(head.chain))
    chain = LedgerChain(head.chain, "evidence")
    return b"".join(
        write_ledger(chain, (msgspec.structs.replace(entry, parts=()) for entry in entries))
    )


def must_be_free(target: Path) -> None:
    """Ask before the work begins, and name the person's own path, not that of a file in the making.

    Raises:
        FileExistsError: something lies at ``target``.
        FileNotFoundError: the folder it should lie in is not there.
    """
    check_name(target)
    if target.exists():
        raise FileExistsError(errno.EEXIST, "exists", str(target))
    if not target.parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, "no such folder", str(target.parent))


def _seal(
    case: OpenCase,
    dossier: Dossier,
    rendered: Rendered,
    pdf: BinaryIO,
    progress: Progress | None,
    *,
    files: tuple[DossierFile, ...] | None = None,
    along: WrittenAlong | None = None,
) -> MadeDossier:
    pictures = sum(1 for each in dossier.exhibits if each.picture)

    def tell(*_: int) -> None:
        if progress is not None:
            progress(pictures, pictures)

    tell()  # the last moment at which it can be stopped, where the PDF is small
    _must_be_newest(case, dossier.receipt.head)  # before all of it is copied in vain
    facts = DossierFacts(
        head=dossier.receipt.head,
        recipient=dossier.recipient,
        language=dossier.language,
        pages=rendered.pages,
        exhibits=(
            *(
                ShownExhibit(number=each.number, original=each.original, shown=each.shown)
                for each in sorted(dossier.exhibits, key=lambda exhibit: exhibit.number)
            ),
            *(
                ShownExhibit(number=each.number, original=each.entry, shown=each.entry)
                for each in dossier.papers
            ),
        ),
        files=files,
    )
    staged = case.vault.stage(pdf, _PDF, progress=tell)
    try:
        parts: dict[str, Part] = {"facts": facts}
        if along is not None:
            parts["package"] = along.package
        sealed = _seal_after(case, dossier.receipt.head, parts, staged)
    except BaseException:
        with suppress(VaultError):
            case.vault.discard(staged)
        raise
    return MadeDossier(
        entry=sealed.id,
        dossier=dossier,
        pages=rendered.pages,
        size=rendered.size,
        sha256=rendered.sha256,
        receipt=Receipt(sealed.id.chain, sealed.id.seq, receipt_code(sealed.hash)),
        along=along.files if along is not None else {},
        edition=along.package.edition if along is not None else "",
    )


def _seal_after(
    case: OpenCase, head: EntryId, parts: Mapping[str, Part], content: StagedObject
) -> StoredEntry:
    with case.act() as act:
        _must_be_newest(case, head)
        return act.seal(parts, content=content)


def _must_be_newest(case: OpenCase, head: EntryId) -> None:
    if case.vault.head(case.chains.evidence).id != head:
        raise LogMovedError
