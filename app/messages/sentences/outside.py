"""What is said of the errors of time from outside."""

from __future__ import annotations

from app.language import deferred
from app.messages.sentences.sentence import REFUSED, USAGE, Sentence, says

SENTENCES: dict[str, Sentence] = {
    "anchor.ServerNameError": says(
        USAGE,
        deferred(
            "“{server}” is no name of a time server. Nothing was sent or changed. Write a name such as ntp.se."
        ),
    ),
    "anchor.NoTimeAnswerError": says(
        REFUSED,
        deferred(
            "The time server {server} did not answer. Nothing was changed, and everything is saved as before. "
            "Look at the name and the network, or try another server."
        ),
    ),
    "anchor.UnfitTimeAnswerError": says(
        REFUSED,
        deferred(
            "What the time server {server} answered cannot be used. Nothing was changed, and everything is saved as "
            "before. Try again later, or another server."
        ),
    ),
}
