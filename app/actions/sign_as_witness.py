"""A witness signs what they saw of an exhibit here, or what they signed elsewhere is taken in; each is sealed.

The key that signs here is made for this one statement, stays in memory, and is not kept.
"""

from __future__ import annotations

from pathlib import Path

import msgspec

from app.actions.open_case import OpenCase
from app.capture import read_file
from app.casework.kinds.witness import (
    WITNESS,
    WitnessedFacts,
    WitnessedKey,
    WitnessedName,
    WitnessedText,
)
from app.casework.witnessing import (
    LONGEST_STATEMENT,
    STATEMENT_TYPE,
    Statement,
    StatementFlaw,
    flaw_in,
    read_statement,
    refusal,
    said_by_witness,
)
from app.clock import stamp
from app.p256 import fingerprint, new_key
from app.vocabulary import WitnessedOn
from evidence_store import EntryId, NewObject, receipt_code


class SealedStatement(msgspec.Struct, frozen=True):
    """A statement that was sealed, and the fingerprint of its key, which the witness keeps: 64 hex digits."""

    entry: EntryId
    exhibit: EntryId
    fingerprint: str


def code_of_exhibit(case: OpenCase, exhibit: EntryId) -> str:
    """Return the receipt code of an exhibit's own entry; "" where there is no such exhibit."""
    shown = case.state.exhibit_of(exhibit)
    if shown is None or shown.original != exhibit:
        return ""
    return receipt_code(case.vault.entry(exhibit).hash)


def sign_as_witness(case: OpenCase, exhibit: EntryId, name: str, words: str) -> SealedStatement:
    """Sign here, with a key that nobody keeps, and seal it.

    Args:
        case: open.
        exhibit: what was seen: the entry of its original.
        name: the witness’s, as they typed it.
        words: what they saw.

    Raises:
        NoNameOfWitnessError, NoWordsOfWitnessError, LongStatementError: it is refused; nothing was sealed.
        StatementError: there is no such exhibit.
        OnlyAnExampleError, VaultError: nothing was sealed.
    """
    name, words = said_by_witness(name, words)
    key, moment = new_key(), case.clock.now()
    statement = Statement(
        exhibit, code_of_exhibit(case, exhibit), stamp(moment.utc), WitnessedOn.HERE, name, words, key.spki
    )  # fmt: skip
    return _seal(case, statement.with_signature(key.sign(statement.signed_bytes)))


def take_statement(case: OpenCase, path: Path) -> SealedStatement:
    """Take in what a witness signed on a device of their own.

    Raises:
        StatementError: it is none, or does not hold here; nothing was sealed.
        CaptureError: the file cannot be read; nothing was sealed.
        OnlyAnExampleError, VaultError: nothing was sealed.
    """
    with read_file(path) as file:
        if file.size > LONGEST_STATEMENT:
            raise refusal(StatementFlaw.FORM)
        data = file.read()
    return _seal(case, data)


def _seal(case: OpenCase, data: bytes) -> SealedStatement:
    """Judge the bytes as any reader would, and keep them."""
    statement, signature = read_statement(data)
    key = fingerprint(statement.key)
    flaw = flaw_in(
        statement,
        signature,
        chain=case.chains.evidence,
        code=code_of_exhibit(case, statement.entry),
        keys={each.fingerprint for each in case.state.of(WITNESS)},
        fingerprint=key,
    )
    if flaw is not None:
        raise refusal(flaw)
    entry = case.seal(
        {
            "facts": WitnessedFacts(
                exhibit=statement.entry, on=statement.on, signed_at=statement.time
            ),
            "witness": WitnessedName(name=statement.name),
            "text": WitnessedText(words=statement.words),
            "key": WitnessedKey(fingerprint=key),
        },
        content=NewObject(data, STATEMENT_TYPE),
    )
    return SealedStatement(entry, statement.entry, key)
