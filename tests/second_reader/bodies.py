"""Bodies of parts ("Bodies"): JSON read letter by letter, since the rules are narrower than any library's."""

from __future__ import annotations

import re
from typing import Any

_BLANKS = re.compile(r"[ \t\r]*")
_TEXT = re.compile(r'"((?:[^"\\\x00-\x1f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*)"')
_ESCAPE = re.compile(r'\\(?:u([0-9a-fA-F]{4})|(["\\/bfnrt]))')
_NUMBER = re.compile(r"(-?(?:0|[1-9][0-9]*))(?![0-9.eE])")
_SHORT = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_WORDS = {"true": True, "false": False, "null": None}
_DEEPEST = 32
_LARGEST = 2**53


class BodyError(Exception):
    """It breaks a rule."""


def read_body(raw: bytes) -> dict[str, Any]:
    """The object that a body holds. Raises BodyError."""
    if b"\n" in raw or raw[:1] != b"{":
        raise BodyError
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise BodyError from error
    value, at = _value(text, 0, 1)
    if at != len(text) or list(value)[:2] != ["kind", "version"]:
        raise BodyError
    if not isinstance(value["kind"], str) or not is_whole(value["version"]) or value["version"] < 1:
        raise BodyError
    return dict(value)


def is_whole(value: object) -> bool:
    """Whether it is a whole number: in Python true is one, in JSON it is not."""
    return isinstance(value, int) and not isinstance(value, bool)


def _skip(text: str, at: int) -> int:
    match = _BLANKS.match(text, at)
    return match.end() if match else at


def _value(text: str, at: int, depth: int) -> tuple[Any, int]:
    """A value that begins at a place, and where the next token does."""
    at = _skip(text, at)
    sign = text[at : at + 1]
    if sign in ("{", "["):
        if depth > _DEEPEST:
            raise BodyError
        return _several(text, at + 1, depth, sign)
    if sign == '"':
        return _string(text, at)
    number = _NUMBER.match(text, at)
    if number:
        if len(number[1]) > 17 or abs(int(number[1])) > _LARGEST:
            raise BodyError
        return int(number[1]), _skip(text, number.end())
    for word, value in _WORDS.items():
        if text.startswith(word, at):
            return value, _skip(text, at + len(word))
    raise BodyError


def _several(text: str, at: int, depth: int, opened: str) -> tuple[Any, int]:
    keys: dict[str, Any] = {}
    items: list[Any] = []
    closing = "}" if opened == "{" else "]"
    at = _skip(text, at)
    if text[at : at + 1] == closing:
        return (keys if opened == "{" else items), _skip(text, at + 1)
    while True:
        if opened == "{":
            at = _skip(text, at)
            if text[at : at + 1] != '"':
                raise BodyError
            key, at = _string(text, at)
            if key in keys or text[at : at + 1] != ":":
                raise BodyError
            keys[key], at = _value(text, at + 1, depth + 1)
        else:
            item, at = _value(text, at, depth + 1)
            items.append(item)
        sign = text[at : at + 1]
        if sign == closing:
            return (keys if opened == "{" else items), _skip(text, at + 1)
        if sign != ",":
            raise BodyError
        at += 1


def _string(text: str, at: int) -> tuple[str, int]:
    match = _TEXT.match(text, at)
    if match is None:
        raise BodyError
    plain = _ESCAPE.sub(
        lambda each: chr(int(each[1], 16)) if each[1] else _SHORT.get(each[2], each[2]), match[1]
    )
    try:
        # Two halves of a pair, each an escape of its own, become one letter; one half alone is none.
        plain = plain.encode("utf-16-le", "surrogatepass").decode("utf-16-le")
    except UnicodeDecodeError as error:
        raise BodyError from error
    return plain, _skip(text, match.end())
