"""A recipient of a pack: one of the program's that shows less, or says it in other words. Never more. Pure.

Rules:
- What it names has to be opened by the recipient that it is made from; what that one leaves shut stays shut.
  So it opens nothing of health, no names of senders, no private part and nothing that is opened for nobody.
- What is opened may only be opened one by one instead, or not at all.
- Sections may be left out, never added; those that every report has stay, in the same order.
- Who is left out of the log, and whether pictures of the whole screen go along, is the program's to say.
- Warnings are added, never taken away. Requests may be said in other words, or left out.
- The whole has to be a policy as the program reads its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from msgspec.structs import replace

from app.guidance import Origin
from app.packs.document import PackDocument, PackRecipient
from app.packs.errors import PackOpensMoreError, PackTableError

if TYPE_CHECKING:
    from app.dossier import Ask, Policy

_Opened = Mapping[str, tuple[str, ...]]


def narrowed(base: Policy, recipient: PackRecipient) -> Policy:
    """Return the policy of a pack's recipient, under the name of the one that it is made from.

    Raises:
        PackOpensMoreError: it opens what that one does not.
        PackTableError: what comes out of it is no policy.
    """
    from app.dossier import policy_faults  # the window stands before anything of dossiers is loaded

    opened: _Opened = base.opened
    if recipient.opened is not None:
        opened = recipient.opened
        _no_more(recipient.id, opened, base.opened)
    chosen: _Opened = base.opened_if_chosen
    if recipient.opened_if_chosen is not None:
        chosen = recipient.opened_if_chosen
        _no_more(recipient.id, chosen, base.opened, base.opened_if_chosen)
    elif recipient.opened is not None:
        # What opened only beside a part that is shut now stays shut with it.
        chosen = {
            kind: parts
            for kind, parts in chosen.items()
            if kind in opened or kind not in base.opened
        }
    offered = base.offered
    if recipient.offered is not None:
        offered = tuple(topic for topic in base.offered if topic in recipient.offered)
        for each in recipient.offered:
            if each not in base.offered:
                raise PackOpensMoreError(recipient.id, f"offered.{each}")
    sections = base.sections
    if recipient.sections is not None:
        for each in recipient.sections:
            if each not in base.sections:
                raise PackOpensMoreError(recipient.id, f"sections.{each}")
        sections = tuple(each for each in base.sections if each in recipient.sections)
    known = {ask.id for ask in base.asks}
    for id in (*recipient.asks, *recipient.asks_left_out):
        if id not in known:
            raise PackTableError(f"{recipient.id} names a request that is not there: {id[:60]}")
    policy = replace(
        base,
        name=recipient.name or base.name,
        header=recipient.header or base.header,
        kicker=recipient.kicker or base.kicker,
        opened=opened,
        opened_if_chosen=chosen,
        offered=offered,
        sections=sections,
        asks=tuple(
            _said(ask, recipient) for ask in base.asks if ask.id not in recipient.asks_left_out
        ),
        warnings=(*base.warnings, *recipient.warnings),
    )
    for fault in policy_faults(policy, base.recipient):
        raise PackTableError(f"{recipient.id} {fault}")
    return policy


def _said(ask: Ask, recipient: PackRecipient) -> Ask:
    words = recipient.asks.get(ask.id)
    return ask if words is None else replace(ask, da=words.da, en=words.en)


def _no_more(recipient: str, wanted: _Opened, *allowed: _Opened) -> None:
    for kind, parts in wanted.items():
        open_now = {part for each in allowed for part in each.get(kind, ())}
        for part in parts:
            if part not in open_now:
                raise PackOpensMoreError(recipient, f"{kind[:60]}.{part[:60]}")


def narrowed_by(base: Policy, documents: Iterable[PackDocument]) -> tuple[Policy, Origin | None]:
    """Return what a recipient is shown with packs in force, and the pack that says so; None where none does.

    Raises:
        PackOpensMoreError, PackTableError: a pack would open more, or is no policy.
    """
    policy, origin = base, None
    for document in documents:
        for recipient in document.recipient:
            if recipient.based_on == base.recipient:
                policy, origin = narrowed(base, recipient), document.origin
    return policy, origin
