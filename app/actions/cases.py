"""Acts on cases as a whole: make a vault with its first case, start another case, open one, name it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec
from msgspec import structs

from app.actions.machine import MachineFacts
from app.actions.open_case import CaseAct, OpenCase
from app.casework import INDEX_VERSION, CaseLine, NoSuchCaseError, decode
from app.casework.kinds.case import Author, CaseFacts
from app.clock import Clock, stamp
from evidence_store import (
    PARAMETERS,
    CaseChains,
    Chain,
    ChainKind,
    HeadMemory,
    Parameters,
    Vault,
    check_strength,
)

_TITLE_BODY = b'{"kind":"case",'
_TOMBSTONE_BODY = b'{"kind":"tombstone",'


class NewVault(msgspec.Struct, frozen=True):
    """What the recovery sheet and the first answer tell of a vault that was just made."""

    path: str
    vault_id: str
    format_version: int
    key_salt: str
    case: str


def create_vault(
    path: Path,
    passphrase: str,
    *,
    heads: HeadMemory,
    clock: Clock,
    machine: MachineFacts,
    title: str,
    parameters: Sequence[Parameters] = PARAMETERS,
) -> NewVault:
    """Make a vault and its first case, and close it. Raises as ``make_vault``."""
    with make_vault(
        path,
        passphrase,
        heads=heads,
        clock=clock,
        machine=machine,
        title=title,
        parameters=parameters,
    ) as vault:
        return NewVault(
            path=str(path),
            vault_id=vault.vault_id,
            format_version=vault.format_version,
            key_salt=vault.key_salt,
            case=title,
        )


def make_vault(
    path: Path,
    passphrase: str,
    *,
    heads: HeadMemory,
    clock: Clock,
    machine: MachineFacts,
    title: str,
    parameters: Sequence[Parameters] = PARAMETERS,
) -> Vault:
    """Make a vault and its first case, and leave it open. A failure before the case exists leaves no vault behind.

    Raises:
        VaultExistsError: something lies at that path already; it is not touched.
        EmptyPassphraseError, WeakPassphraseError, UnwritableTextError: the passphrase or the title cannot be used.
        VaultMissingError: there is no such folder.
        ReadOnlyError, DiskFullError, DiskFaultError: the drive does not take it.
    """
    check_strength(passphrase)
    vault = Vault.create(
        path, passphrase, heads=heads, parameters=parameters, index_version=INDEX_VERSION
    )
    try:
        begin_case(vault, clock=clock, machine=machine, title=title)
    except BaseException:
        vault.close()
        # Made by us a moment ago, and empty: a second try must not find it in its way.
        path.unlink(missing_ok=True)
        raise
    return vault


def begin_case(
    vault: Vault,
    *,
    clock: Clock,
    machine: MachineFacts,
    title: str,
    author: Author | None = None,
) -> OpenCase:
    """Start a case in one transaction: two chains, its title, and whose it is, when that is known.

    Args:
        vault: where it goes.
        clock: asked for each entry's time.
        machine: noted with each entry.
        title: its name; it can be changed later.
        author: as another case has it.

    Raises:
        UnwritableTextError: the title cannot be written down; there is no case.
        VaultError: there is no case.
    """
    with vault.act() as act:
        chains = act.begin_case(time=stamp(clock.now().utc), program=machine.program)
        case = OpenCase(vault, chains, clock, machine)
        named = CaseAct(case, act)
        named.seal({"facts": CaseFacts(title=title)})
        if author is not None:
            named.seal({"facts": structs.replace(author, corrects=None)})
    case.follow(named.sealed)
    return case


def case_chains(vault: Vault) -> tuple[CaseChains, ...]:
    """The cases of a vault in order of creation."""
    kinds: dict[str, dict[ChainKind, Chain]] = {}
    for chain in vault.chains():
        kinds.setdefault(chain.case_id, {})[chain.kind] = chain
    return tuple(
        CaseChains(
            case_id=case_id,
            evidence=chains[ChainKind.EVIDENCE].id,
            private=chains[ChainKind.PRIVATE].id,
        )
        for case_id, chains in kinds.items()
    )


def list_cases(vault: Vault) -> tuple[CaseLine, ...]:
    """Every case with its number and present title, those that were erased whole with the day of it."""
    return tuple(
        _line_of(vault, number, chains) for number, chains in enumerate(case_chains(vault), start=1)
    )


def only_case(vault: Vault, last: str) -> str:
    """Id of the case used last, or of the only one; "" where the person has to say. Reads no entry."""
    ids = [chains.case_id for chains in case_chains(vault)]
    if last in ids:
        return last
    return ids[0] if len(ids) == 1 else ""


def open_case(vault: Vault, case_id: str, *, clock: Clock, machine: MachineFacts) -> OpenCase:
    """Open one case by its id.

    Raises:
        NoSuchCaseError: the vault has no such case.
        DamagedVaultError: its log cannot be read.
    """
    for chains in case_chains(vault):
        if chains.case_id == case_id:
            return OpenCase(vault, chains, clock, machine)
    raise NoSuchCaseError(case_id)


def rename_case(case: OpenCase, title: str, local_ref: str) -> None:
    """Give the case a title and a reference; the earlier ones stay readable in the log."""
    case.seal({"facts": CaseFacts(title=title, local_ref=local_ref)})


def name_author(case: OpenCase, author: Author) -> None:
    """Note whose dossier it is."""
    case.seal({"facts": author})


def _line_of(vault: Vault, number: int, chains: CaseChains) -> CaseLine:
    """Give the newest title; only the few entries that carry one are decoded.

    Every case begins with an entry that carries one. It goes with the whole case alone: of a case without any, the last
    tombstone says when that was.
    """
    title, titled, erased_at = "", False, ""
    for entry in vault.entries(chains.evidence):
        facts = entry.part("facts")
        body = facts.body or b"" if facts is not None else b""
        if body.startswith(_TOMBSTONE_BODY):
            erased_at = entry.time
        if not body.startswith(_TITLE_BODY):
            continue
        named = decode(entry).parts.get("facts")
        if isinstance(named, CaseFacts):
            title, titled = named.title, True
    return CaseLine(number, chains.case_id, title, "" if titled else erased_at)
