"""The dossier as it would be if it were made now, in memory: nothing is sealed, and nothing touches a disk.

It is composed by the same code from the same case, policy and choices as the one that ``make_dossier`` writes. What can
differ is what belongs to the moment: the time of making, and the receipt code once more has been sealed.

A PDF that is too large to be held in memory is not shown; what it would say is told all the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import TYPE_CHECKING

import msgspec

from app.actions.disclose import plan_disclosed
from app.actions.find_leaks import find_leaks
from app.actions.make_dossier import DossierOrder, Progress, ledger_of
from app.actions.name_people import people_in
from app.actions.open_case import OpenCase
from app.dossier import Dossier, Found, PrintedReceipt, compose, render_into
from evidence_store import receipt_code

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer


MOST_BYTES = 400_000_000


class PreviewedDossier(msgspec.Struct, frozen=True):
    """A dossier that was not made: what it would say, and its whole PDF.

    Where that is too large, there are no pages and no bytes. ``places`` are those of the ``Rendered`` PDF, ``leaks`` is
    what could slip out, and ``called`` what people are called in it, with their names, where they are not named.
    """

    dossier: Dossier
    pages: int
    pdf: bytes
    places: Mapping[str, int] = {}
    leaks: tuple[Found, ...] = ()
    called: tuple[tuple[str, str], ...] = ()


def preview_dossier(
    case: OpenCase,
    order: DossierOrder,
    progress: Progress | None = None,
    *,
    most_bytes: int = MOST_BYTES,
) -> PreviewedDossier:
    """Compose and render.

    ``progress`` is told (pictures done, pictures in all); what it raises stops the work. A PDF of more than
    ``most_bytes`` is not kept.

    Raises:
        UnknownRecipientError, PolicyError: who it is for.
        UnknownExhibitError, UnknownAskError: what was chosen.
        PictureChangedError: a picture is not the one that was sealed.
        VaultError: the case could not be read.
    """
    dossier = compose_dossier(case, order)
    leaks, called = find_leaks(case, order, dossier), _called(case, order)
    sink, opener = _Sink(most_bytes), case.vault.open_object
    try:
        log = ledger_of(case, dossier.receipt.head)
        rendered = render_into(dossier, sink, opener, order.language, order.fonts, progress, log)
    except _TooLargeError:
        return PreviewedDossier(dossier, 0, b"", {}, leaks, called)
    return PreviewedDossier(
        dossier, rendered.pages, sink.getvalue(), rendered.places, leaks, called
    )


def _called(case: OpenCase, order: DossierOrder) -> tuple[tuple[str, str], ...]:
    if order.policy().tells_names:
        return ()
    return tuple(
        (each.pseudonym.words(order.language), ", ".join((*each.names, *each.handles)[:2]))
        for each in people_in(case).persons
        if each.names or each.handles
    )


def compose_dossier(case: OpenCase, order: DossierOrder) -> Dossier:
    """What the dossier would say, without its pages: warnings, and what is left out.

    Raises:
        UnknownRecipientError, PolicyError: who it is for.
        DossierError: what was chosen is not there, or cannot go along.
        ConsentError: something private may not go along.
        VaultError: the case could not be read.
    """
    head = case.vault.head(case.chains.evidence)
    receipt = PrintedReceipt(head=head.id, code=receipt_code(head.hash))
    now = case.clock.now().utc
    policy = order.policy()
    around = order.around(case, now)
    people = people_in(case)
    planned = plan_disclosed(case.state, policy, order.shares, order.language, people)
    return compose(
        case.state,
        policy,
        order.choices,
        order.language,
        receipt,
        now,
        example=case.example,
        shared=tuple(each.shown for each in planned),
        around=around,
        people=people,
    )


class _TooLargeError(Exception):
    """There is more than is to be held."""


class _Sink(BytesIO):
    """Memory up to a limit."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most

    def write(self, data: ReadableBuffer, /) -> int:
        if self.tell() + memoryview(data).nbytes > self._most:
            raise _TooLargeError
        return super().write(data)
