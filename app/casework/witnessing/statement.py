"""The bytes that a witness signs, and whether a statement holds. Pure; docs/format.md, "A witness's statement".

A statement is a short text. All of it before its last line is signed; the key that signed stands in it, so that nobody
can say later that it was another one. It names one entry by chain, place and receipt code, and so the picture there.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import datetime
from enum import StrEnum

import msgspec

from app.casework.errors import CaseworkError
from app.p256 import Flaw, flaw_of
from app.vocabulary import WitnessedOn
from evidence_store import EntryId

STATEMENT_TYPE = "text/plain"
LONGEST_STATEMENT = 64 << 10  # bytes of a whole statement
LONGEST_NAME, LONGEST_LINE, MOST_LINES = 200, 2000, 40
_LINE = r"[^\x00-\x1f\x7f]"
_FORM = re.compile(
    r"bevismappe/witness/1\n"
    r"chain ([0-9a-f]{32})\n"
    r"place ([1-9][0-9]{0,8})\n"
    r"code ((?:[0-9A-HJKMNP-TV-Z]{4} ){7}[0-9A-HJKMNP-TV-Z]{4})\n"
    r"time ([0-9]{4}-[0-9]{2}-[0-9]{2}T(?:[01][0-9]|2[0-3])"
    r":[0-5][0-9]:[0-5][0-9]\.[0-9]{3}Z)\n"
    r"on (here|device)\n"
    rf"name ({_LINE}{{1,{LONGEST_NAME}}})\n"
    rf"((?:text {_LINE}{{1,{LONGEST_LINE}}}\n){{1,{MOST_LINES}}})"
    r"key ((?:[0-9a-f]{2}){1,300})\n"
    r"signature ((?:[0-9a-f]{2}){1,300})\n"
)
_UNFIT = re.compile(r"[\x00-\x1f\x7f]+")


class StatementFlaw(StrEnum):
    """Why a statement does not hold, in the order in which it is asked."""

    FORM = "form"
    NOT_A_KEY = "not_a_key"
    WRONG_CURVE = "wrong_curve"
    NOT_A_SIGNATURE = "not_a_signature"
    HIGH_S = "high_s"
    ANOTHER = "another"
    OTHER_CASE = "other_case"
    OTHER_CODE = "other_code"
    TWICE = "twice"


class StatementError(CaseworkError):
    """A witness's statement does not hold; nothing was sealed.

    Attributes:
        flaw: why.
    """

    def __init__(self, flaw: StatementFlaw) -> None:
        super().__init__(flaw.value)
        self.flaw = flaw


class NoStatementError(StatementError):
    """The file is no statement of a witness, or not a whole one."""


class UnsignedStatementError(StatementError):
    """The signature does not fit: something was changed, or the key is none that signs here."""


class ForeignStatementError(StatementError):
    """It speaks of something that is not in this case."""


class StatementAgainError(StatementError):
    """The statement, or another one by the same key, is sealed already."""


def refusal(flaw: StatementFlaw) -> StatementError:
    """Return the error that tells of a flaw."""
    match flaw:
        case StatementFlaw.FORM:
            return NoStatementError(flaw)
        case StatementFlaw.OTHER_CASE | StatementFlaw.OTHER_CODE:
            return ForeignStatementError(flaw)
        case StatementFlaw.TWICE:
            return StatementAgainError(flaw)
        case _:
            return UnsignedStatementError(flaw)


class NoNameOfWitnessError(CaseworkError):
    """Nobody typed a name."""


class NoWordsOfWitnessError(CaseworkError):
    """Nobody said what was seen."""


class LongStatementError(CaseworkError):
    """The name or the words are longer than a statement can be.

    Attributes:
        lines: how many lines the words may have.
        signs: how many letters a line may have.
    """

    def __init__(self) -> None:
        super().__init__("too long")
        self.lines, self.signs = MOST_LINES, LONGEST_LINE


class Statement(msgspec.Struct, frozen=True):
    """What a witness says of one entry.

    Attributes:
        entry: what was seen.
        code: its receipt code.
        time: when it was signed, a ledger stamp by the clock where it was.
        on: where.
        name: as it was typed.
        words: the lines, with a line feed between them.
        key: the public key that signs, SubjectPublicKeyInfo in DER.
    """

    entry: EntryId
    code: str
    time: str
    on: WitnessedOn
    name: str
    words: str
    key: bytes

    @property
    def signed_bytes(self) -> bytes:
        """What is signed: all lines but the last."""
        lines = "".join(f"text {line}\n" for line in self.words.split("\n"))
        return (
            f"bevismappe/witness/1\nchain {self.entry.chain}\nplace {self.entry.seq}\ncode {self.code}\n"
            f"time {self.time}\non {self.on.value}\nname {self.name}\n{lines}key {self.key.hex()}\n"
        ).encode()

    def with_signature(self, signature: bytes) -> bytes:
        """Return the whole statement, with a signature in DER."""
        return self.signed_bytes + f"signature {signature.hex()}\n".encode("ascii")


def said_by_witness(name: str, words: str) -> tuple[str, str]:
    """Return name and words as a statement can hold them: without blanks around them and signs that nobody sees.

    Raises:
        NoNameOfWitnessError, NoWordsOfWitnessError: nothing is left.
        LongStatementError: it is too long.
    """
    name = _UNFIT.sub(" ", name).strip()
    lines = [_UNFIT.sub(" ", line).strip() for line in words.splitlines()]
    lines = [line for line in lines if line]
    if not name:
        raise NoNameOfWitnessError
    if not lines:
        raise NoWordsOfWitnessError
    if len(name) > LONGEST_NAME or len(lines) > MOST_LINES or max(map(len, lines)) > LONGEST_LINE:
        raise LongStatementError
    return name, "\n".join(lines)


def read_statement(data: bytes) -> tuple[Statement, bytes]:
    """Return what a file says, and its signature.

    Raises:
        StatementError: it has not the form of a statement. Nothing else is asked here.
    """
    try:
        match = _FORM.fullmatch(data.decode("utf-8")) if len(data) <= LONGEST_STATEMENT else None
        if match is None:
            raise refusal(StatementFlaw.FORM)
        datetime.fromisoformat(match[4])
    except ValueError as error:
        raise refusal(StatementFlaw.FORM) from error
    words = "\n".join(line.removeprefix("text ") for line in match[7].split("\n")[:-1])
    statement = Statement(
        EntryId(match[1], int(match[2])), match[3], match[4], WitnessedOn(match[5]), match[6],
        words, bytes.fromhex(match[8]),
    )  # fmt: skip
    return statement, bytes.fromhex(match[9])


def flaw_in(
    statement: Statement,
    signature: bytes,
    *,
    chain: str,
    code: str,
    keys: Collection[str] = (),
    fingerprint: str = "",
) -> StatementFlaw | None:
    """Return why a statement does not hold, or None where it does.

    Args:
        statement: what the file says.
        signature: its last line.
        chain: of the log that it is to belong to.
        code: the receipt code of the entry that it names, "" where there is none that could be named.
        keys: fingerprints of the keys that signed before; each signs once.
        fingerprint: that of this key.
    """
    flaw = flaw_of(statement.key, signature, statement.signed_bytes)
    if flaw is not None:
        return _FLAWS[flaw]
    if statement.entry.chain != chain:
        return StatementFlaw.OTHER_CASE
    if statement.code != code:
        return StatementFlaw.OTHER_CODE
    return StatementFlaw.TWICE if fingerprint in keys else None


_FLAWS = {
    Flaw.NOT_A_KEY: StatementFlaw.NOT_A_KEY,
    Flaw.WRONG_CURVE: StatementFlaw.WRONG_CURVE,
    Flaw.NOT_A_SIGNATURE: StatementFlaw.NOT_A_SIGNATURE,
    Flaw.HIGH_S: StatementFlaw.HIGH_S,
    Flaw.ANOTHER: StatementFlaw.ANOTHER,
}
