"""What guidance there is: the program's own pack, and what accepted packs say in its place. Changes nothing."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from app.dossier import Policy, UnknownRecipientError, load_policy
from app.guidance import Origin
from app.packs import (
    InForce,
    Kept,
    KeptPacks,
    LeftOut,
    PackDocument,
    PackError,
    PackTableError,
    TrustFileError,
    in_force,
    narrowed,
    narrowed_by,
    read_builtin,
)

_RECIPIENTS = "recipients"


def read_guidance(resources: Path, packs: Path | None = None) -> InForce:
    """Read what is in force; a pack that does not fit any more is left out, and the program's own stands.

    Args:
        resources: where the program's own pack lies.
        packs: where accepted packs lie; None where they are not asked.

    Raises:
        BuiltInPackError: what comes with the program cannot be read.
    """
    builtin = read_builtin(resources)
    force = in_force(builtin)
    kept = _kept(packs)
    left_out = list(kept.left_out)
    taken: list[PackDocument] = []
    for document in kept.documents:
        try:
            check_recipients(resources, document)
            force = in_force(builtin, (*taken, document))
        except PackError as error:
            left_out.append(LeftOut(document.origin.publisher, document.origin.title, error))
        else:
            taken.append(document)
    return replace(force, left_out=tuple(left_out))


def _kept(packs: Path | None) -> Kept:
    if packs is None:
        return Kept()
    try:
        return KeptPacks(packs).read()
    except TrustFileError as error:
        return Kept(left_out=(LeftOut("", None, error),))


def check_recipients(resources: Path, document: PackDocument) -> None:
    """See that no recipient of a pack is shown more than the program's.

    Raises:
        PackOpensMoreError: one is.
        PackTableError: one is made from none that there is, or is no policy.
    """
    for recipient in document.recipient:
        try:
            base = load_policy(resources / _RECIPIENTS, recipient.based_on)
        except UnknownRecipientError as error:
            raise PackTableError(f"{recipient.id} is made from no recipient there is") from error
        narrowed(base, recipient)


def policy_in_force(
    resources: Path, recipient: str, packs: Path | None = None
) -> tuple[Policy, Origin | None]:
    """Return what a recipient is shown, and the pack that says so; None where the program does.

    Raises:
        UnknownRecipientError, PolicyError: who it is for.
        BuiltInPackError: what comes with the program cannot be read.
    """
    policy = load_policy(resources / _RECIPIENTS, recipient)
    if packs is None:
        return policy, None
    return narrowed_by(policy, read_guidance(resources, packs).packs)
