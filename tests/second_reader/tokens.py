"""Format 2: timestamps, handed to the computer's OpenSSL."""

import base64
import binascii
import datetime as dt
import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from tests.second_reader.bodies import is_time
from tests.second_reader.dossier import Case
from tests.second_reader.ledger import Entry
from tests.second_reader.names import place_of

LONGEST_TOKEN = 65_536
MOST_CERTIFICATES = 8
PATIENCE = 60

_SIGNED_DATA = bytes.fromhex("2a864886f70d010702")
_TST_INFO = bytes.fromhex("2a864886f70d0109100104")
_SHA256 = bytes.fromhex("608648016503040201")
_GENERALIZED = re.compile(
    rb"([0-9]{4})([0-9]{2})([0-9]{2})([0-9]{2})([0-9]{2})([0-9]{2})(?:\.([0-9]+))?Z"
)


class _FormError(ValueError):
    """This is no DER of the form that was expected."""


def _items(data: bytes) -> list[tuple[int, bytes, bytes]]:
    """The elements that stand in a row: tag, content, and the whole of each."""
    found: list[tuple[int, bytes, bytes]] = []
    at = 0
    while at < len(data):
        begin, tag = at, data[at]
        if tag & 31 == 31 or at + 2 > len(data):
            raise _FormError
        size, at = data[at + 1], at + 2
        if size & 0x80:
            count = size & 0x7F
            if not 1 <= count <= 4 or at + count > len(data):
                raise _FormError
            size, at = int.from_bytes(data[at : at + count], "big"), at + count
        if at + size > len(data):
            raise _FormError
        found.append((tag, data[at : at + size], data[begin : at + size]))
        at += size
    return found


def _inside(item: tuple[int, bytes, bytes], tag: int) -> list[tuple[int, bytes, bytes]]:
    if item[0] != tag:
        raise _FormError
    return _items(item[1])


def _stamped(answer: bytes) -> tuple[bytes, bytes, str]:
    """Algorithm and imprint of a granted token, and its time cut to milliseconds."""
    whole = _items(answer)
    if len(whole) != 1:
        raise _FormError
    status, token = _inside(whole[0], 0x30)
    if _inside(status, 0x30)[0][:2] not in ((2, b"\0"), (2, b"\1")):
        raise _FormError
    kind, wrapped = _inside(token, 0x30)
    if kind[:2] != (6, _SIGNED_DATA):
        raise _FormError
    (signed,) = _inside(wrapped, 0xA0)
    content = _inside(_inside(signed, 0x30)[2], 0x30)
    if content[0][:2] != (6, _TST_INFO):
        raise _FormError
    (octets,) = _inside(content[1], 0xA0)
    if octets[0] != 4:
        raise _FormError
    (info,) = _items(octets[1])
    fields = _inside(info, 0x30)
    algorithm, imprint = _inside(fields[2], 0x30)
    match = _GENERALIZED.fullmatch(fields[4][1])
    if fields[4][0] != 0x18 or match is None or imprint[0] != 4:
        raise _FormError
    year, month, day, hour, minute, second = (match[at].decode() for at in range(1, 7))
    rest = (match[7] or b"").decode()[:3].ljust(3, "0")
    return (
        _inside(algorithm, 0x30)[0][1],
        imprint[1],
        f"{year}-{month}-{day}T{hour}:{minute}:{second}.{rest}Z",
    )


def _certificates(entry: Entry) -> list[bytes]:
    listed = (entry.value("certificates") or {}).get("certificates")
    if not isinstance(listed, list) or not 1 <= len(listed) <= MOST_CERTIFICATES:
        raise _FormError
    found: list[bytes] = []
    for text in listed:
        if not isinstance(text, str):
            raise _FormError
        try:
            found.append(base64.b64decode(text, validate=True))
        except (binascii.Error, ValueError) as error:
            raise _FormError from error
    return found


def _pem(certificates: list[bytes]) -> bytes:
    return b"".join(
        b"-----BEGIN CERTIFICATE-----\n" + base64.encodebytes(der) + b"-----END CERTIFICATE-----\n"
        for der in certificates
    )


def _seconds(text: str) -> int:
    moment = dt.datetime.fromisoformat(text[:19]).replace(tzinfo=dt.UTC)
    return int(moment.timestamp())


def _is_in_order(case: Case, place: int, answer: bytes, tool: str) -> bool:
    entry = case.ledger.entries[place]
    facts, listed = entry.value("facts") or {}, entry.value("certificates") or {}
    head, at = case.place_of(facts.get("head")), facts.get("at")
    if facts.get("kind") != "timestamp" or listed.get("kind") != "timestamp_certificates":
        return False
    if head is None or head >= place or not isinstance(at, str) or not is_time(at):
        return False
    wanted = case.ledger.entries[head].hash
    try:
        certificates = _certificates(entry)
        algorithm, imprint, time = _stamped(answer)
    except (ValueError, IndexError):
        return False
    if algorithm != _SHA256 or imprint.hex() != wanted or time != at:
        return False
    with tempfile.TemporaryDirectory() as folder:
        root, others, token = (
            Path(folder) / name for name in ("root.pem", "others.pem", "token.tsr")
        )
        root.write_bytes(_pem(certificates[-1:]))
        others.write_bytes(_pem(certificates))
        token.write_bytes(answer)
        command = [
            tool,
            "ts",
            "-verify",
            "-digest",
            wanted,
            "-in",
            str(token),
            "-partial_chain",
            "-CAfile",
            str(root),
        ]
        command += ["-untrusted", str(others), "-attime", str(_seconds(at))]
        try:
            done = subprocess.run(command, capture_output=True, timeout=PATIENCE, check=False)
        except (OSError, subprocess.TimeoutExpired):
            return False
    return done.returncode == 0


def _tool() -> str | None:
    folders = os.environ.get("PATH", "").split(os.pathsep)
    folders = [folder for folder in folders if Path(folder).is_absolute()]
    return shutil.which("openssl", path=os.pathsep.join(folders))


def judge_tokens(case: Case) -> None:
    """Check each token against the entry that it is for."""
    tool = _tool()
    if tool is None:
        return
    for path in sorted(case.files):
        place = place_of(path)
        if place is None or place >= case.last.place:
            continue
        if not path.startswith("data/tokens/") or not path.endswith(".tsr"):
            continue
        entry, found = case.ledger.entries[place], case.files[path]
        value = entry.object()
        if (
            value is None
            or value["sha256"] != found.sha256
            or value["media_type"] != "application/timestamp-reply"
        ):
            continue
        if entry.value("facts") is None or entry.value("certificates") is None:
            continue
        case.report.done.add("timestamps")
        answer = found.text or b""
        if found.size > LONGEST_TOKEN or not _is_in_order(case, place, answer, tool):
            case.report.add("timestamp", path, place)
