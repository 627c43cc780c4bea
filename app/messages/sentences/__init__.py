"""The sentence and the exit code of each error, by room and class.

Written as: what happened, is the evidence safe, what now. Placeholders are the error's own public fields.
Exit codes: 2 usage, 3 input refused or unreadable, 10 no vault, 11 open elsewhere, 12 passphrase or start of the file,
13 read-only or disk fault, 130 interrupted by the person.
"""

from app.messages.sentences import casework, coming_in, commands, keeping, leaving, outside
from app.messages.sentences.casework import REASONS
from app.messages.sentences.commands import BY_NUMBER
from app.messages.sentences.sentence import Sentence

SENTENCES: dict[str, Sentence] = {
    **keeping.SENTENCES,
    **casework.SENTENCES,
    **coming_in.SENTENCES,
    **leaving.SENTENCES,
    **commands.SENTENCES,
    **outside.SENTENCES,
}

__all__ = ["BY_NUMBER", "REASONS", "SENTENCES", "Sentence"]
