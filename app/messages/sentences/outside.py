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
    "anchor.AuthorityAddressError": says(
        USAGE,
        deferred(
            "“{address}” is no address of a timestamp authority. Nothing was sent or changed. Write one such as "
            "http://time.example.com/tsa."
        ),
    ),
    "anchor.AuthorityNameError": says(
        USAGE,
        deferred(
            "“{name}” cannot be used here: a name must be new and of 60 signs at most, a policy digits and dots. "
            "Nothing was changed."
        ),
    ),
    "anchor.UnknownAuthorityError": says(
        USAGE,
        deferred(
            "No timestamp authority of the list is called “{name}”. Nothing was sent or changed."
        ),
    ),
    "anchor.RootFileError": says(
        REFUSED,
        deferred(
            "{name} holds no certificate. Nothing was changed. Choose the authority’s root certificate, a file of "
            "the form PEM or DER."
        ),
    ),
    "anchor.NoAuthorityError": says(
        REFUSED,
        deferred(
            "No timestamp authority is chosen. Nothing was sent or changed. Choose one of the list, or add one."
        ),
    ),
    "anchor.AuthorityAwayError": says(
        REFUSED,
        deferred(
            "The timestamp authority {authority} cannot be reached. Nothing was changed, and everything is saved "
            "as before. It is asked again later."
        ),
    ),
    "anchor.NoSecretLineError": says(
        REFUSED,
        deferred(
            "{authority} is asked by https, and this program has no library for that. Nothing was sent or changed, and "
            "everything is saved as before. Choose an address that begins with http: the timestamp is signed either "
            "way, and what is sent is no secret."
        ),
    ),
    "anchor.AuthoritySlowError": says(
        REFUSED,
        deferred(
            "The timestamp authority {authority} did not answer in time. Nothing was changed, and everything is "
            "saved as before. It is asked again later."
        ),
    ),
    "anchor.AuthorityStatusError": says(
        REFUSED,
        deferred(
            "The timestamp authority {authority} refused with the number {reason}. Nothing was changed, and "
            "everything is saved as before. Look at the address, or take another authority."
        ),
    ),
    "anchor.AnswerTooLargeError": says(
        REFUSED,
        deferred(
            "The timestamp authority {authority} sent far more than a timestamp, which was not read. Nothing "
            "was changed, and everything is saved as before."
        ),
    ),
    "anchor.NoTokenError": says(
        REFUSED,
        deferred(
            "What {authority} sent is no timestamp. Nothing was changed, and everything is saved as before. Look "
            "at the address, or take another authority."
        ),
    ),
    "anchor.NotGrantedError": says(
        REFUSED,
        deferred(
            "The timestamp authority {authority} gave no timestamp. Nothing was changed, and everything is "
            "saved as before. Try again later, or take another authority."
        ),
    ),
    "anchor.OtherNonceError": says(
        REFUSED,
        deferred(
            "The timestamp of {authority} answers another question, and was not kept. Nothing was changed, and "
            "everything is saved as before."
        ),
    ),
    "anchor.OtherHashError": says(
        REFUSED,
        deferred(
            "The timestamp of {authority} is for something else, and was not kept. Nothing was changed, and "
            "everything is saved as before."
        ),
    ),
    "anchor.OtherPolicyError": says(
        REFUSED,
        deferred(
            "The timestamp of {authority} was given by other rules than asked for, and was not kept. Nothing was "
            "changed, and everything is saved as before."
        ),
    ),
    "anchor.ExpiredTokenError": says(
        REFUSED,
        deferred(
            "The certificate of {authority} has run out. Its timestamp was not kept. Nothing was changed, and "
            "everything is saved as before. Take another authority."
        ),
    ),
    "anchor.ForeignTokenError": says(
        REFUSED,
        deferred(
            "The timestamp is not signed by {authority}, and was not kept. Nothing was changed, and everything "
            "is saved as before. Look at the address and the root certificate."
        ),
    ),
}
