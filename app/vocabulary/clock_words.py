"""How far the computer's clock was checked, in words."""

from __future__ import annotations

from app.clock import NOT_CHECKED, ClockCheck, read_clock_check, stamp
from app.language import Language
from app.vocabulary.stamps import exact


def clock_check_words(code: str, language: Language) -> str:
    """Return a sentence on what an entry says of the computer's clock.

    Args:
        code: as the entry has it; "" is not checked.
        language: the one to say it in.
    """
    text = language.text
    if code in ("", NOT_CHECKED):
        return text("The computer’s clock was not checked.")
    check = read_clock_check(code)
    if check is None:
        return text("The computer’s clock was checked: {result}.", result=code)
    return text(
        "{how} The time server {server} was asked at {time}; its answer is not signed.",
        how=_how(check, language),
        server=check.server,
        time=exact(stamp(check.at), language),
    )


def _how(check: ClockCheck, language: Language) -> str:
    text, off = language.text, abs(check.offset_ms)
    if off <= check.error_ms:
        return text(
            "The computer’s clock was right to within {error} seconds.",
            error=language.seconds(off + check.error_ms),
        )
    values = {"off": language.seconds(off), "error": language.seconds(check.error_ms)}
    if check.offset_ms > 0:
        return text("The computer’s clock was {off} seconds slow, give or take {error}.", **values)
    return text("The computer’s clock was {off} seconds fast, give or take {error}.", **values)
