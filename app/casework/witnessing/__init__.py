"""What a witness signs: the bytes of a statement, and whether it holds. This file is the door."""

from app.casework.witnessing.statement import (
    LONGEST_STATEMENT,
    STATEMENT_TYPE,
    ForeignStatementError,
    LongStatementError,
    NoNameOfWitnessError,
    NoStatementError,
    NoWordsOfWitnessError,
    Statement,
    StatementAgainError,
    StatementError,
    StatementFlaw,
    UnsignedStatementError,
    flaw_in,
    read_statement,
    refusal,
    said_by_witness,
)

__all__ = [
    "LONGEST_STATEMENT",
    "STATEMENT_TYPE",
    "ForeignStatementError",
    "LongStatementError",
    "NoNameOfWitnessError",
    "NoStatementError",
    "NoWordsOfWitnessError",
    "Statement",
    "StatementAgainError",
    "StatementError",
    "StatementFlaw",
    "UnsignedStatementError",
    "flaw_in",
    "read_statement",
    "refusal",
    "said_by_witness",
]
