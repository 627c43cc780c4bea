"""The rules that every body keeps, checked before it is sealed and whenever it is verified. Pure.

A body is kept and hashed as the exact bytes it came as, so nothing is ever written out anew. In return it
must mean the same to every reader of JSON:
- one object in UTF-8 on one line that opens with ``{``: no byte order mark stands before it. Within a text U+FEFF
  is a letter like any other;
- its first key is ``kind`` (text), its second ``version`` (whole number from 1);
- no key twice, no floats, no NaN or Infinity, no whole number beyond 2^53 either way;
- no half of a surrogate pair;
- brackets no deeper than 32.

The same rules stand in the verifier that travels with a package; tests/data/bad_bodies.json holds both to them.
"""

from __future__ import annotations

import json
import re
from typing import Any, NoReturn

from evidence_store.errors import BodyError

# What a line of a package's ledger holds, with room for its first word. Longer bodies were sealed before there was this
# limit, and stay valid in the vault; they leave with no package.
MAX_BODY = 4 * 1024 * 1024 - 64
MAX_DEPTH = 32
MAX_INT = 2**53
_TOKEN = re.compile(rb'"(?:[^"\\]|\\.)*"|[\[{]|[\]}]', re.DOTALL)
_STEP = {b"[": 1, b"{": 1, b"]": -1, b"}": -1}


def check_body(body: bytes) -> dict[str, Any]:
    """Return the object that a body holds.

    Raises:
        BodyError: with the rule that it breaks.
    """
    if b"\n" in body:
        raise BodyError("line break")
    if body[:1] != b"{":
        raise BodyError("not an object")
    if _too_deep(body):
        raise BodyError("depth")
    value = _parse(body)
    if not isinstance(value, dict) or list(value)[:2] != ["kind", "version"]:
        raise BodyError("kind and version")
    version = value["version"]
    if not isinstance(value["kind"], str) or type(version) is not int or version < 1:
        raise BodyError("kind and version")
    return value


def _parse(body: bytes) -> object:
    try:
        value: object = json.loads(
            body.decode("utf-8"),
            object_pairs_hook=_without_twins,
            parse_int=_whole_number,
            parse_float=_refuse_float,
            parse_constant=_refuse_constant,
        )
        # Half a surrogate pair can be written as an escape, but not as UTF-8.
        json.dumps(value, ensure_ascii=False).encode("utf-8")
    except UnicodeError as error:
        raise BodyError("not UTF-8") from error
    except (ValueError, RecursionError) as error:
        raise BodyError("not JSON") from error
    return value


def _too_deep(body: bytes) -> bool:
    if body.count(b"{") + body.count(b"[") <= MAX_DEPTH:
        return False
    depth = deepest = 0
    for token in _TOKEN.finditer(body):
        depth += _STEP.get(token.group(), 0)
        deepest = max(deepest, depth)
    return deepest > MAX_DEPTH


def _without_twins(pairs: list[tuple[str, object]]) -> dict[str, object]:
    value = dict(pairs)
    if len(value) != len(pairs):
        raise BodyError("key twice")
    return value


def _whole_number(text: str) -> int:
    # The length first: turning very long digits into a number is slow, and refused by Python itself.
    if len(text) > len(str(-MAX_INT)) or abs(int(text)) > MAX_INT:
        raise BodyError("number too large")
    return int(text)


def _refuse_float(text: str) -> NoReturn:
    raise BodyError(f"float {text[:20]}")


def _refuse_constant(text: str) -> NoReturn:
    raise BodyError(f"constant {text}")
