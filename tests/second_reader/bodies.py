"""Bodies of parts: one JSON object in UTF-8 on one line, by strict rules."""

import datetime as dt
import json
import re
from collections.abc import Mapping
from typing import Any

DEEPEST = 32
LARGEST = 2**53

_TOKEN = re.compile(r'"(?:[^"\\]++|\\.)*+"?|[\[\]{}]', re.DOTALL)
_TIME = re.compile(
    r"([0-9]{4})-([0-9]{2})-([0-9]{2})T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\.[0-9]{3}Z"
)
HEX64 = re.compile(r"[0-9a-f]{64}")
HEX32 = re.compile(r"[0-9a-f]{32}")


class BodyError(ValueError):
    """The body breaks the rules."""


def _refuse(text: str) -> Any:
    raise BodyError(text)


def _whole(text: str) -> int:
    if len(text) > 20:
        raise BodyError("number")
    number = int(text)
    if abs(number) > LARGEST:
        raise BodyError("number")
    return number


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        raise BodyError("a key twice")
    return made


def _too_deep(text: str) -> bool:
    depth = 0
    for match in _TOKEN.finditer(text):
        sign = match[0]
        if sign in "{[":
            depth += 1
            if depth > DEEPEST:
                return True
        elif sign in "]}":
            depth -= 1
    return False


def _has_half(value: Any) -> bool:
    if isinstance(value, str):
        return not value.isascii() and any(0xD800 <= ord(sign) <= 0xDFFF for sign in value)
    if isinstance(value, dict):
        return any(_has_half(key) or _has_half(item) for key, item in value.items())
    if isinstance(value, list):
        return any(_has_half(item) for item in value)
    return False


def read_body(body: bytes) -> dict[str, Any]:
    """The object that a body holds; BodyError where it breaks the rules."""
    if not body.startswith(b"{") or b"\n" in body:
        raise BodyError("opening")
    try:
        text = body.decode("utf-8")
        if _too_deep(text):
            raise BodyError("depth")
        value = json.loads(
            text,
            object_pairs_hook=_object,
            parse_float=_refuse,
            parse_constant=_refuse,
            parse_int=_whole,
        )
    except (ValueError, RecursionError) as error:
        raise BodyError("no JSON") from error
    if not isinstance(value, dict) or (b"\\u" in body and _has_half(value)):
        raise BodyError("half of a pair")
    keys = list(value)[:2]
    if keys != ["kind", "version"] or not isinstance(value["kind"], str):
        raise BodyError("kind")
    if not is_whole(value["version"]) or value["version"] < 1:
        raise BodyError("version")
    return value


def is_whole(value: object) -> bool:
    """Whether this is a whole number (and not true or false)."""
    return isinstance(value, int) and not isinstance(value, bool)


def is_from(value: object, least: int) -> bool:
    """Whether this is a whole number from `least`."""
    return isinstance(value, int) and not isinstance(value, bool) and value >= least


def is_hex(value: object, form: re.Pattern[str] = HEX64) -> bool:
    """Whether this is a text of so many hex digits."""
    return isinstance(value, str) and form.fullmatch(value) is not None


def is_object(value: Mapping[str, Any]) -> bool:
    """Whether a body of a part `object` has exactly its five fields."""
    return (
        set(value) == {"kind", "version", "sha256", "size", "media_type"}
        and value["kind"] == "object"
        and is_hex(value["sha256"])
        and is_from(value["size"], 0)
        and isinstance(value["media_type"], str)
    )


def is_time(text: str) -> bool:
    """Whether a text is a time of a day that the calendar has."""
    match = _TIME.fullmatch(text)
    if match is None:
        return False
    try:
        dt.date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return False
    return True
