#!/usr/bin/env python3
"""Checks a Bevismappe package, packed or unpacked, with nothing but Python 3.8 or newer.

Usage: python3 verify.py [FOLDER|ZIP] [--expect CODE] [--authority SHA256] [--lang da|en] [--json]

Rules:
- Standard library only, no network, nothing is written, nothing from the package is run. Timestamps are handed to the
  computer's own OpenSSL, in a folder that is made for it and goes again; without it they are not checked.
- Names, lines, counts and sizes have limits; files are read in slices.
- Nothing is repaired or guessed: what is not exactly as the format says is a finding.
- No module is taken from the folder that this file lies in. "from __future__" would be: types are quoted instead.
- It answers one of ANCHORED, CONSISTENT, NOT CONFIRMED, INCOMPLETE, ALTERED, UNREADABLE, and names what it could not
  check.

Exit codes: 0 holds together, 1 altered, incomplete or not confirmed, 2 usage, 3 unreadable.
"""

import sys

if __name__ == "__main__":
    # Before anything else is imported: what lies beside this file, or where it is run, is not Python's own.
    if not (sys.flags.isolated or getattr(sys.flags, "safe_path", False)):
        del sys.path[0]
    sys.path[:] = [each for each in sys.path if each[:1] in ("/", "\\") or each[1:2] == ":"]

import abc
import argparse
import base64
import datetime as dt
import hashlib
import io
import itertools
import json
import os
import re
import stat
import struct
import subprocess
import tempfile
import zlib
from pathlib import Path
from typing import Any, BinaryIO, Iterator, NamedTuple

MAX_LINE = 4 * 1024 * 1024
MAX_NAME = 400
MAX_ENTRIES = 200_000
MAX_LEDGER = 256 * 1024 * 1024
MAX_PARTS = 64
MAX_TARGETS = 200_000
MAX_FILES = 20_000
MAX_ZIP = 2**32 - 2**17
MAX_ZIP_LIST = 64 * 1024 * 1024
MAX_TAG_FILE = 4 * 1024 * 1024
MAX_DEPTH = 32
MAX_INT = 2**53
MAX_FINDINGS = 200
SLICE = 1024 * 1024

TAG_FILES = (
    *("LAES-MIG.txt", "README.txt", "bag-info.txt", "bagit.txt", "manifest-sha256.txt"),
    *("verify.py", "verify.sh"),
)
TAG_MANIFEST = "tagmanifest-sha256.txt"
LEDGER = "data/ledger/evidence.txt"
DOSSIER = "data/dossier.pdf"
SYSTEM_FILES = (".DS_Store", "Thumbs.db", "desktop.ini")
SYSTEM_FOLDER = "__MACOSX"
FOLDERS = ("data", "data/exhibits", "data/ledger", "data/originals")
# What packages of format 2 may hold more. "More" is here whatever the part "package" of the last entry lists.
MORE_FOLDERS = ("data/media", "data/tables", "data/tokens", "data/witness")
MORE_TYPES = {
    "application/ocsp-response": "ors", "application/pkcs7-signature": "p7s", "application/pkix-cert": "cer",
    "application/pkix-crl": "crl", "application/timestamp-reply": "tsr",
}  # fmt: skip
ZIP_FIRST = ("LAES-MIG.txt", "README.txt", "verify.py", "verify.sh")
ZIP_LAST = ("bag-info.txt", "bagit.txt", "manifest-sha256.txt", TAG_MANIFEST)
BAGIT_TXT = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
MEDIA_TYPES = """
application/json=json application/pdf=pdf application/vnd.ms-outlook=msg application/zip=zip
audio/mp4=m4a audio/mpeg=mp3 audio/ogg=ogg audio/wav=wav image/gif=gif image/heic=heic
image/jpeg=jpg image/png=png image/tiff=tif image/webp=webp message/rfc822=eml
multipart/related=mhtml text/csv=csv text/html=txt text/plain=txt video/mp4=mp4
video/quicktime=mov video/webm=webm
"""
EXTENSIONS = dict(pair.split("=") for pair in MEDIA_TYPES.split())
OTHER_EXTENSION = "bin"
OBJECT_KINDS = {"exhibits": "exhibit_object", "originals": "original_object"}

MAX_STATEMENT = 64 * 1024
SAID = {"witness": "name", "text": "words"}
STATEMENT = re.compile(
    r"bevismappe/witness/1\nchain ([0-9a-f]{32})\nplace ([1-9][0-9]{0,8})\n"
    r"code ((?:[0-9A-HJKMNP-TV-Z]{4} ){7}[0-9A-HJKMNP-TV-Z]{4})\ntime ([^\n]*)\non (?:here|device)\n"
    r"name ([^\x00-\x1f\x7f]{1,200})\n((?:text [^\x00-\x1f\x7f]{1,2000}\n){1,40})"
    r"key ((?:[0-9a-f]{2}){1,300})\nsignature ((?:[0-9a-f]{2}){1,300})\n\Z"
)
P256_HEAD = bytes.fromhex("3059301306072a8648ce3d020106082a8648ce3d03010703420004")
P256_P = 2**256 - 2**224 + 2**192 + 2**96 - 1
P256_B = 0x5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B
P256_N = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551

HEX32 = re.compile(r"[0-9a-f]{32}\Z")
HEX64 = re.compile(r"[0-9a-f]{64}\Z")
NAME = re.compile(r"[a-z_]{1,32}\Z")
NUMBER = re.compile(r"(0|[1-9][0-9]{0,8})\Z")
TIME = re.compile(
    r"([0-9]{4})-([0-9]{2})-([0-9]{2})T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\.[0-9]{3}Z\Z"
)
LOOKED_INTO = (
    "tombstone",
    "dossier",
    "working_copy",
    "view",
    "dossier_package",
)  # of the facts; others may be of any version
EXHIBIT_FILE = re.compile(r"data/(exhibits|originals|media)/bilag-([0-9]{3,6})\.([a-z0-9]{2,5})\Z")
MADE_FILE = re.compile(
    r"data/(?:index\.html|tables/[a-z0-9][a-z0-9-]{0,39}\.(?:csv|json|jsonld))\Z"
)
ENTRY_FILE = re.compile(r"data/(tokens|witness)/([1-9][0-9]{0,8})\.([a-z0-9]{2,5})\Z")
FOREIGN_FILE = re.compile(r"data/ledger/foreign-[1-9][0-9]?\.txt\Z")
BAG_COUNT = re.compile(rb"Bag-Count: ([1-9][0-9]?) of ([1-9][0-9]?)\Z")
TOP_FOLDER = re.compile(r"bevismappe-[a-z0-9]{1,24}-[0-9a-hjkmnp-tv-z]{8}\Z")
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
MAX_CODE = 400
CODE_IGNORED = re.compile(
    "[\t-\r\x1c-\x20(),.:\x85\xa0\xad\u1680\u180e\u2000-\u200d\u2010-\u2015\u2028\u2029\u202f\u205f\u2060"
    "\u2212\u3000\ufeff-]+"
)

CHECKS = (
    *("structure", "packing", "system_files", "folder_name", "bag", "files", "ledger"),
    *("commitments", "chain", "times", "erasures", "dossier", "exhibits", "originals", "extras"),
    *("sizes", "witness", "expected_receipt", "verifier", "printed_receipt", "timestamps"),
)
# What is found there changes no verdict.
REMARKS = ("packing", "system_files", "folder_name", "times")
IN_LEDGER = ("ledger", "commitments", "chain", "times", "erasures")
OF_ENTRIES = (*IN_LEDGER, "dossier", "exhibits", "originals", "extras", "sizes", "witness")
WORST = ("ANCHORED", "CONSISTENT", "NOT CONFIRMED", "INCOMPLETE", "ALTERED", "UNREADABLE")
EXIT = dict(zip(WORST, (0, 0, 1, 1, 1, 3)))


class Finding(NamedTuple):
    """One thing that is not as it should be; ``check`` is the check that met it."""

    check: str
    kind: str
    verdict: str
    chain: str = ""
    seq: "int | None" = None
    exhibit: "int | None" = None
    path: str = ""
    expected: str = ""
    found: str = ""


class Part(NamedTuple):
    """A part as the ledger has it, without its words."""

    name: str
    commitment: str
    state: str


class Entry(NamedTuple):
    """What later checks need of an entry; ``facts`` and ``object`` are bodies where they are open."""

    seq: int
    time: str
    hash: str
    parts: "tuple[Part, ...]"
    facts: "dict[str, Any] | None"
    object: "dict[str, Any] | None"
    package: "dict[str, Any] | None" = None
    certificates: "dict[str, Any] | None" = None
    said: "dict[str, dict[str, Any]] | None" = None
    origin: "dict[str, Any] | None" = None

    @property
    def object_state(self) -> str:
        """State of the object part, or nothing where the entry has none."""
        if not self.parts:
            return "withheld"
        return next((part.state for part in self.parts if part.name == "object"), "")


class UnreadableError(Exception):
    """The target cannot be read as a package at all."""

    def __init__(self, kind: str, path: str = "", found: str = "") -> None:
        super().__init__(kind)
        self.finding = Finding("structure", kind, "UNREADABLE", path=path, found=found)


class RuleError(Exception):
    """A line or body breaks the format's rules."""


class CheckLettersError(ValueError):
    """A code was misread: the check letters behind its place do not fit."""


class Answer:
    """Collects findings and how each check ended."""

    def __init__(self, name: str = "") -> None:
        self.name = name
        self.ledger = LEDGER
        self.findings: list[Finding] = []
        self.left_out = 0
        self.counts: dict[str, int] = {}
        self.reasons: dict[str, str] = {}
        self.receipts: list[tuple[str, int, str]] = []
        self.matched: tuple[str, int, str] | None = None
        self.false_hashes: set[int] = set()
        self.withheld_entries = 0
        self.withheld_parts = 0
        self.entries = 0
        self.objects = 0
        self.without_file: list[int] = []
        self.verdict = "CONSISTENT"
        self.failed: set[str] = set()
        self.roots: set[str] = set(ROOTS)
        self.anchored: list[Anchor] = []

    def add(self, check: str, kind: str, verdict: str = "ALTERED", **facts: Any) -> None:
        """Note a finding; after MAX_FINDINGS they are only counted. One may say CONSISTENT: then it is a remark.

        Each names its file: the package itself, or the log with the part after a colon, where no other is given.
        """
        path = facts.get("path", "")
        if check in IN_LEDGER and path != self.ledger:
            facts["path"] = self.ledger + (":" + path if path else "")
        elif not path and check in OF_ENTRIES:
            facts["path"] = self.ledger
        elif not path and check != "expected_receipt":
            facts["path"] = self.name
        self.failed.add(check)
        self.verdict = max(self.verdict, verdict, key=WORST.index)
        if len(self.findings) < MAX_FINDINGS:
            self.findings.append(Finding(check, kind, verdict, **facts))
        else:
            self.left_out += 1

    def done(self, check: str, count: int) -> None:
        """Note that a check was carried through over ``count`` things."""
        self.counts[check] = self.counts.get(check, 0) + count

    def take(self, other: "Answer") -> None:
        """Note what another one noted."""
        for item in other.findings:
            self.add(**item._asdict())
        self.left_out += other.left_out

    def state(self, check: str) -> str:
        """passed, failed or not_checked."""
        if check in self.failed:
            return "failed"
        return "passed" if check in self.counts else "not_checked"


def sha256(data: bytes) -> str:
    """SHA-256 as 64 lower-case hex digits."""
    return hashlib.sha256(data).hexdigest()


def receipt_code(entry_hash: str) -> str:
    """The first 160 bits in Crockford base32, eight groups of four."""
    number = int(entry_hash[:40], 16)
    digits = "".join(ALPHABET[(number >> shift) & 31] for shift in range(155, -1, -5))
    return " ".join(digits[at : at + 4] for at in range(0, 32, 4))


def check_letters(code: str, place: str) -> str:
    """The two letters that stand behind the place where a code is printed: the code and place in base 32, mod 479."""
    rest = 0
    for sign in code.replace(" ", "") + place:
        rest = (rest * 32 + ALPHABET.index(sign)) % 479
    return ALPHABET[10 + rest // 22] + ALPHABET[10 + rest % 22]


def written_code(code: str, seq: int) -> str:
    """A code as it is printed and read out."""
    return f"{code} /{seq} {check_letters(code, str(seq))}"


def read_expected(text: str) -> "tuple[str, int | None]":
    """A code as somebody wrote it down, with or without its place and check letters. Raises ValueError."""
    if len(text.encode("utf-8", "surrogatepass")) > MAX_CODE:
        raise ValueError(text[:20])
    plain = CODE_IGNORED.sub("", text).replace("\u00b7", "/")
    if any(letter > "\x7f" for letter in plain):  # some become A to Z in upper case
        raise ValueError(text)
    code, rest = plain.upper()[:32], plain.upper()[32:]
    code = code.replace("O", "0").replace("I", "1").replace("L", "1")
    if len(code) != 32 or any(letter not in ALPHABET for letter in code):
        raise ValueError(text)
    if not rest:
        return code, None
    match = re.match(
        r"(?:/+|(?=[PE]))(?:POST|PUNKT|ENTRY)?([0-9OIL]{1,9})(?:/*([A-Z]{2}))?\Z", rest
    )
    if not match:
        raise ValueError(text)
    place = match.group(1).replace("O", "0").replace("I", "1").replace("L", "1")
    if match.group(2) and match.group(2) != check_letters(code, place):
        raise CheckLettersError(text)
    return code, int(place)


def expected_extension(media_type: str) -> str:
    """The extension that a file of this media type has in a package."""
    return EXTENSIONS.get(media_type, OTHER_EXTENSION)


def known_file(name: str, form: int = 2) -> bool:
    """Whether a package of that format may hold a file of this name at all."""
    match = EXHIBIT_FILE.match(name)
    extensions = set(EXTENSIONS.values()) | {OTHER_EXTENSION}
    if match and (form > 1 or match.group(1) != "media"):
        number = int(match.group(2))
        return match.group(3) in extensions and number > 0 and match.group(2) == f"{number:03d}"
    if name in TAG_FILES or name in (TAG_MANIFEST, LEDGER, DOSSIER):
        return True
    of_entry = ENTRY_FILE.match(name)
    if form > 1 and of_entry:
        return of_entry.group(3) in extensions | set(MORE_TYPES.values())
    return form > 1 and bool(MADE_FILE.match(name) or FOREIGN_FILE.match(name))


def of_foreign(path: str) -> bool:
    """Whether a finding's path is in the log of somebody else."""
    return bool(FOREIGN_FILE.match(path.partition(":")[0]))


def is_more(name: str) -> bool:
    """Whether only packages of format 2 hold such a file."""
    return known_file(name) and not known_file(name, 1)


def extra_file(name: str, answer: Answer) -> None:
    """Note a name that no package holds: a remark where the computer itself puts such files beside others."""
    first, _, rest = name.partition("/")
    if first == SYSTEM_FOLDER and (rest or name.endswith("/")):
        name = SYSTEM_FOLDER
    elif first == "data" or name.rpartition("/")[2] not in SYSTEM_FILES:
        answer.add("structure", "unknown_file", path=shown(name))
        return
    if not any((item.kind, item.path) == ("system_file", shown(name)) for item in answer.findings):
        answer.add("system_files", "system_file", "CONSISTENT", path=shown(name))


def exhibit_of(name: str) -> "int | None":
    """The number of the Bilag a file name belongs to."""
    match = EXHIBIT_FILE.match(name) if known_file(name) else None
    return int(match.group(2)) if match else None


def shown(text: str, limit: int = 100) -> str:
    """A name from outside, made harmless for a terminal."""
    safe = "".join(c if " " <= c <= "~" else f"\\x{ord(c):02x}" for c in text[:limit])
    return safe + ("..." if len(text) > limit else "")


# -- where the files come from --------------------------------------------------------------------


class Tree(abc.ABC):
    """The files of a package by name with their sizes; ``crc`` only where it came in a zip.

    ``top`` is what the package's own folder is called, ``form`` the number of its format.
    """

    def __init__(self) -> None:
        self.form = 1
        self.top = ""
        self.files: dict[str, int] = {}
        self.crc: dict[str, int] = {}

    @abc.abstractmethod
    def open(self, name: str) -> BinaryIO:
        """A stream over one of the files."""

    @abc.abstractmethod
    def close(self) -> None:
        """Let go of what is held open."""


def is_ours(tree: Tree) -> bool:
    """Whether it is one of our packages, whole or not."""
    if LEDGER in tree.files or DOSSIER in tree.files:
        return True
    return read_start(tree, "bag-info.txt").startswith(b"Bevismappe-Package:")


def form_of(start: bytes) -> int:
    """The number of a package's format by how bag-info.txt begins; 1 where none is said."""
    match = re.match(rb"Bevismappe-Package: ([0-9]{1,9})(?:\n|\Z)", start)
    return max(int(match.group(1)), 1) if match else 1


def refuse_more(tree: Tree, answer: Answer) -> None:
    """In a package of format 1 what only format 2 has is no file of it."""
    tree.form = form_of(read_start(tree, "bag-info.txt"))
    for name in [name for name in tree.files if not known_file(name, tree.form)]:
        del tree.files[name]
        tree.crc.pop(name, None)
        extra_file(name, answer)


def read_start(tree: Tree, name: str) -> bytes:
    """The first bytes of a file; none where it is not there or cannot be read."""
    try:
        if name in tree.files:
            with tree.open(name) as file:
                return file.read(64)
    except OSError:
        pass  # told later
    return b""


class Folder(Tree):
    """An unpacked package: only known names are opened, links are never followed."""

    def __init__(self, root: Path, answer: Answer) -> None:
        super().__init__()
        self._root = root
        self.top = root.resolve().name
        self._seen = 0
        try:
            with self.open("bag-info.txt") as file:
                self.form = form_of(file.read(64))
        except OSError:
            pass  # told later
        self._folders = FOLDERS + (MORE_FOLDERS if self.form > 1 else ())
        self._walk("", answer)
        if not is_ours(self):
            raise UnreadableError("not_a_package")

    def _walk(self, folder: str, answer: Answer) -> None:
        with os.scandir(self._root / folder) as entries:
            found = list(itertools.islice(entries, MAX_FILES + 1 - self._seen))
        self._seen += len(found)
        if self._seen > MAX_FILES:
            raise UnreadableError("too_large", found=str(self._seen))
        for entry in sorted(found, key=lambda entry: entry.name):
            name = f"{folder}/{entry.name}" if folder else entry.name
            if entry.is_symlink():
                answer.add("structure", "not_a_file", path=shown(name), exhibit=exhibit_of(name))
            elif entry.is_dir(follow_symlinks=False) and name in self._folders:
                self._walk(name, answer)
            elif not known_file(name, self.form) and entry.is_dir(follow_symlinks=False):
                if name == SYSTEM_FOLDER:
                    extra_file(name + "/", answer)
                else:
                    answer.add("structure", "unknown_file", path=shown(name))
            elif not known_file(name, self.form):
                extra_file(name, answer)
            elif not entry.is_file(follow_symlinks=False):
                answer.add("structure", "not_a_file", path=shown(name), exhibit=exhibit_of(name))
            else:
                self.files[name] = entry.stat(follow_symlinks=False).st_size

    def open(self, name: str) -> BinaryIO:
        """A stream over a known file."""
        flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
        handle = os.open(self._root / name, flags | getattr(os, "O_BINARY", 0))
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            os.close(handle)
            raise OSError("not a regular file")
        return os.fdopen(handle, "rb")

    def close(self) -> None:
        """Nothing is held open."""


class Slice(io.RawIOBase):
    """A part of an open file as a stream of its own."""

    def __init__(self, file: BinaryIO, start: int, size: int) -> None:
        self._file, self._at, self._end = file, start, start + size

    def readable(self) -> bool:
        """It can only be read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill the buffer from where the last read ended."""
        self._file.seek(self._at)
        data = self._file.read(min(len(buffer), self._end - self._at))
        buffer[: len(data)] = data
        self._at += len(data)
        return len(data)


class Inflated(io.RawIOBase):
    """A deflated file as a stream. It ends where its data break off, or go on beyond the size that was claimed."""

    def __init__(self, packed: BinaryIO, size: int) -> None:
        self._packed, self._left = packed, size + 1
        self._inflate = zlib.decompressobj(-zlib.MAX_WBITS)

    def readable(self) -> bool:
        """It can only be read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill the buffer with what comes next."""
        data = b""
        while not data and self._left > 0 and not self._inflate.eof:
            packed = self._inflate.unconsumed_tail or self._packed.read(65536)
            if not packed:
                break
            try:
                data = self._inflate.decompress(packed, min(len(buffer), self._left))
            except zlib.error:
                break
        if self._inflate.eof and (self._inflate.unused_data or self._packed.read(1)):
            raise OSError("more data than the file has")
        self._left = self._left - len(data) if data else 0
        buffer[: len(data)] = data
        return len(data)


class Member(NamedTuple):
    """A file as the list at the end of a zip has it."""

    name: str
    flags: int
    method: int
    crc: int
    packed: int
    size: int
    at: int


class Zip(Tree):
    """A packed package. Every byte must be the one our writer would have put there.

    Where that is not so, but it is a sound zip that another program wrote, its files are read by its list and the
    rest is a remark. No byte may lie outside its files and headers, so that no reader can see other files in it.
    """

    LOCAL = struct.Struct("<4s5H3L2H")
    CENTRAL = struct.Struct("<4s6H3L5H2L")
    END = struct.Struct("<4s4H2LH")

    def __init__(self, path: Path, answer: Answer) -> None:
        super().__init__()
        if not path.is_file():
            raise UnreadableError("unreadable")
        self._file = path.open("rb")
        self._size = os.fstat(self._file.fileno()).st_size
        self._starts: dict[str, int] = {}
        self._begins: dict[int, int] = {}  # where the data begin, by where the header lies
        self._packed: dict[str, int] = {}
        exact = Answer(answer.name)
        try:
            self._walk(exact)
            listed = (
                self._listed() if any(item.kind[:4] == "zip_" for item in exact.findings) else None
            )
            if listed is not None:
                self._take(listed, answer)
            elif not TOP_FOLDER.match(self.top) and not is_ours(self):
                raise UnreadableError("not_a_package")
            else:
                answer.take(exact)
        except BaseException:
            self.close()
            raise

    def _walk(self, answer: Answer) -> None:
        """From header to header, then the list and the end: no byte may be left over."""
        if self._size > MAX_ZIP:
            raise UnreadableError("too_large", found=str(self._size))
        if self._signature(0) != b"PK\x03\x04":
            raise UnreadableError("not_a_package")
        central: list[bytes] = []
        at = 0
        while self._signature(at) == b"PK\x03\x04":
            if len(central) >= MAX_FILES:
                raise UnreadableError("too_large", found=str(len(central)))
            record, at = self._local(at, answer)
            if at < 0:
                refuse_more(self, answer)
                return
            central.append(record)
        if self._signature(at) == b"PK\x03":  # cut in the first bytes of a header
            self._cut(answer)
            refuse_more(self, answer)
            return
        self._tail(at, central, answer)
        names = list(self.files)
        if names != zip_order(names):
            answer.add("structure", "zip_form", found="order")
        refuse_more(self, answer)

    def _cut(self, answer: Answer) -> None:
        answer.add("structure", "zip_cut", "INCOMPLETE", found=str(self._size))

    def _signature(self, at: int) -> bytes:
        self._file.seek(at)
        return self._file.read(4)

    @staticmethod
    def _parted(name: bytes) -> "tuple[str, str]":
        """A member's first folder, or nothing, and what stands behind it."""
        folder, slash, rest = name.decode("latin-1").partition("/")
        return (folder, rest) if slash else ("", folder)

    def _local(self, at: int, answer: Answer) -> "tuple[bytes, int]":
        """Check one file's header; give the central record that belongs to it, and where it ends."""
        self._file.seek(at)
        head = self._file.read(self.LOCAL.size)
        if len(head) < self.LOCAL.size:
            self._cut(answer)
            return b"", -1
        fields = self.LOCAL.unpack(head)
        crc, packed, size, name_length, extra_length = fields[6:]
        raw = self._file.read(min(name_length, MAX_NAME))
        top, name = self._parted(raw)
        start = at + len(head) + name_length + extra_length
        if start - extra_length > self._size:
            self._cut(answer)
            return b"", -1
        self.top = self.top if at else top
        fixed = fields[1:6] == (20, 0, 0, 0, 0x21) and packed == size and extra_length == 0
        fixed = fixed and name_length <= MAX_NAME
        if not fixed or not TOP_FOLDER.match(top) or self.top != top:
            answer.add("structure", "zip_form", path=shown(name), exhibit=exhibit_of(name))
        if start + packed > self._size:
            where = {"path": shown(name), "exhibit": exhibit_of(name)}
            answer.add("structure", "zip_cut", "INCOMPLETE", **where)
            return b"", -1
        if not known_file(name):
            extra_file(name, answer)
        elif name in self.files:
            answer.add("structure", "duplicate_file", path=name, exhibit=exhibit_of(name))
        else:
            self.files[name], self.crc[name], self._starts[name] = packed, crc, start
        record = self.CENTRAL.pack(
            b"PK\x01\x02", 0x0314, *(20, 0, 0, 0, 0x21), crc, packed, size, name_length,
            *(0, 0, 0, 0), 0o100644 << 16, at,
        )  # fmt: skip
        return record + raw, start + packed

    def _tail(self, at: int, central: "list[bytes]", answer: Answer) -> None:
        """The central directory and the end record must follow, and then nothing."""
        directory = b"".join(central)
        end = self.END.pack(
            b"PK\x05\x06", 0, 0, len(central), len(central), len(directory), at, 0
        )  # fmt: skip
        expected = directory + end
        self._file.seek(at)
        found = self._file.read(len(expected) + 1)
        if found == expected:
            return
        if len(found) < len(expected) and expected.startswith(found):
            self._cut(answer)
            return
        for record in central:
            if found[: len(record)] != record:
                name = shown(self._parted(record[self.CENTRAL.size :])[1])
                answer.add("structure", "zip_form", path=name, exhibit=exhibit_of(name))
                return
            found = found[len(record) :]
        answer.add("structure", "zip_form", found="end")

    def _listed(self) -> "list[Member] | None":
        """Its files by the list at its end; None where list and headers do not agree, or leave bytes between."""
        self._file.seek(max(self._size - self.END.size - 20, 0))
        last = self._file.read()
        end = last[-self.END.size :]
        if len(end) < self.END.size or end[:4] != b"PK\x05\x06":
            return None
        if last[:4] == b"PK\x06\x07":
            raise UnreadableError("zip_method")
        _, disk, first, here, count, length, start, comment = self.END.unpack(end)
        if (
            disk
            or first
            or here != count
            or comment
            or start + length + self.END.size != self._size
        ):
            return None
        if count > MAX_FILES or length > MAX_ZIP_LIST:
            raise UnreadableError("too_large", found=str(count))
        self._file.seek(start)
        directory, at = self._file.read(length), 0
        members: list[Member] = []
        while directory[at : at + 4] == b"PK\x01\x02" and at + self.CENTRAL.size <= length:
            _, _, _, flags, method, _, _, crc, packed, size, *lengths, _, _, _, where = (
                self.CENTRAL.unpack_from(directory, at)
            )
            at += self.CENTRAL.size
            name = directory[at : at + lengths[0]].decode("latin-1")
            members.append(Member(name, flags, method, crc, packed, size, where))
            at += sum(lengths)
        if at != length or len(members) != count:
            return None
        at = 0
        for member in sorted(members, key=lambda member: member.at):
            at = self._end_of(member) if member.at == at else -1
        return members if at == start else None

    def _end_of(self, member: Member) -> int:
        """Where a member ends, if its own header says what the list says; otherwise -1."""
        self._file.seek(member.at)
        head = self._file.read(self.LOCAL.size)
        if len(head) < self.LOCAL.size or head[:4] != b"PK\x03\x04":
            return -1
        _, _, flags, method, _, _, crc, packed, size, name_length, extra_length = self.LOCAL.unpack(
            head
        )
        name = self._file.read(name_length).decode("latin-1")
        claimed, later = (member.crc, member.packed, member.size), flags & 8
        if (name, method, flags & 9) != (member.name, member.method, member.flags & 9):
            return -1
        if method not in (0, 8) or flags & 1 or 2**32 - 1 in (packed, size, *claimed[1:]):
            raise UnreadableError("zip_method", path=shown(name))
        if (crc, packed, size) != claimed and not (later and (crc, packed, size) == (0, 0, 0)):
            return -1
        if method == 0 and member.packed != member.size:
            return -1
        end = member.at + self.LOCAL.size + name_length + extra_length
        self._begins[member.at] = end
        end += member.packed
        if later:
            self._file.seek(end)
            told = self._file.read(16)
            skip = 4 if told[:4] == b"PK\x07\x08" else 0
            if told[skip : skip + 12] != struct.pack("<3L", *claimed):
                return -1
            end += skip + 12
        return int(end)

    def _take(self, members: "list[Member]", answer: Answer) -> None:
        """The files of a zip that another program wrote."""
        if sum(member.size for member in members) > MAX_ZIP:
            raise UnreadableError("too_large", found=str(sum(member.size for member in members)))
        marks = [
            name for name in (LEDGER, DOSSIER) for member in members
            if member.name == name or member.name.endswith("/" + name)
        ]  # fmt: skip
        top = next(
            (member.name[: -len(mark)] for mark in marks for member in members
             if (member.name == mark or member.name.endswith("/" + mark))
             and member.name[: -len(mark)].count("/") <= 1),
            members[0].name.partition("/")[0] + "/" if members else "",
        )  # fmt: skip
        self.files, self.crc, self._starts, self.top = {}, {}, {}, top[:-1]
        more: list[str] = []
        for member in members:
            name = member.name[len(top) :] if member.name.startswith(top) else member.name
            if name.endswith("/") or not name:
                if not member.size and name[:-1] in MORE_FOLDERS:
                    more.append(name)
                elif member.size or name not in ("", *(folder + "/" for folder in FOLDERS)):
                    extra_file(name, answer)
            elif not known_file(name) or not member.name.startswith(top):
                extra_file(name, answer)
            elif name in self.files:
                answer.add("structure", "duplicate_file", path=name, exhibit=exhibit_of(name))
            else:
                self.files[name], self.crc[name] = member.size, member.crc
                self._starts[name] = self._begins[member.at]
                if member.method == 8:
                    self._packed[name] = member.packed
        refuse_more(self, answer)
        for name in more if self.form < 2 else ():
            extra_file(name, answer)
        if not TOP_FOLDER.match(self.top) and not is_ours(self):
            raise UnreadableError("not_a_package")
        answer.add("packing", "zip_anew", "CONSISTENT")

    def open(self, name: str) -> BinaryIO:
        """A stream over a file in the package."""
        length = self._packed.get(name, self.files[name])
        stream = io.BufferedReader(Slice(self._file, self._starts[name], length), SLICE)
        if name in self._packed:
            return io.BufferedReader(Inflated(stream, self.files[name]), SLICE)
        return stream

    def close(self) -> None:
        """Close the zip."""
        self._file.close()


def zip_order(names: "list[str]") -> "list[str]":
    """The order in which a package's files stand in the zip."""
    first = [name for name in ZIP_FIRST if name in names]
    last = [name for name in ZIP_LAST if name in names]
    data = [name for name in names if name.startswith("data/")]
    return first + sorted(data) + last


# -- the bag --------------------------------------------------------------------------------------


def read_small(tree: Tree, name: str) -> bytes:
    """A text file of the bag; one that is far too large is cut, and so does not match."""
    with tree.open(name) as file:
        return bytes(file.read(MAX_TAG_FILE + 1))


def refuse_newer(tree: Tree) -> None:
    """A later format is judged by nobody who does not know it. Raises UnreadableError."""
    start = read_start(tree, "bag-info.txt")
    if form_of(start) > 2:
        raise UnreadableError("newer_format", "bag-info.txt", str(form_of(start)))
    for name in sorted(tree.files):
        ledger = re.match(rb"bevismappe/ledger/([0-9]{1,9})(?:\n|\Z)", read_start(tree, name))
        if name.startswith("data/ledger/") and ledger and int(ledger.group(1)) > 1:
            raise UnreadableError("newer_format", name, ledger.group(1).decode())


def hash_files(tree: Tree, answer: Answer) -> "dict[str, tuple[str, int]]":
    """Read each file once, in slices: its SHA-256 and size."""
    digests: dict[str, tuple[str, int]] = {}
    for name in sorted(tree.files):
        digest, size, crc = hashlib.sha256(), 0, 0
        try:
            with tree.open(name) as file:
                for data in iter(lambda: file.read(SLICE), b""):
                    digest.update(data)
                    size += len(data)
                    crc = zlib.crc32(data, crc) if tree.crc else 0
        except OSError:
            answer.add(
                "files", "unreadable_file", "UNREADABLE", path=name, exhibit=exhibit_of(name)
            )
            continue
        if name in tree.crc and crc != tree.crc[name]:
            answer.add("structure", "zip_form", path=name, exhibit=exhibit_of(name), found="crc")
        digests[name] = (digest.hexdigest(), size)
    return digests


def check_manifest(
    tree: Tree,
    manifest: str,
    wanted: "set[str]",
    digests: "dict[str, tuple[str, int]]",
    answer: Answer,
) -> None:
    """Every file that it should name, no other, in order, each with the right SHA-256."""
    listed: list[str] = []
    text = read_small(tree, manifest)
    lines = text.split(b"\n")
    last = lines.pop()
    if len(text) > MAX_TAG_FILE:
        lines, last = [], text
    if last:
        answer.add("bag", "manifest_form", path=manifest, found="end")
    for number, raw in enumerate(lines, 1):
        line = raw[:400].decode("latin-1")
        digest, name = line[:64], line[66:]
        if not HEX64.match(digest) or line[64:66] != "  " or not known_file(name, tree.form):
            answer.add("bag", "manifest_form", path=manifest, found=f"{number}: {shown(line, 90)}")
            continue
        listed.append(name)
        where: dict[str, Any] = {"path": name, "exhibit": exhibit_of(name)}
        if name not in wanted and name in digests:
            answer.add("bag", "manifest_form", path=manifest, found=f"{number}: {name}")
        elif name not in digests:
            if name not in (*TAG_FILES, TAG_MANIFEST, LEDGER, DOSSIER):  # those were missed already
                answer.add("structure", "file_missing", "INCOMPLETE", **where)
        elif digests[name][0] != digest:
            answer.add("files", "file_hash", expected=digest, found=digests[name][0], **where)
    if listed != sorted(set(listed)):
        answer.add("bag", "manifest_form", path=manifest, found="order")
    for name in sorted(wanted - set(listed)):
        answer.add("bag", "file_not_listed", path=name, exhibit=exhibit_of(name), found=manifest)
    answer.done("files", len(listed))


def check_bag(tree: Tree, digests: "dict[str, tuple[str, int]]", answer: Answer) -> None:
    """bagit.txt and both manifests; bag-info.txt waits for the ledger."""
    for name in (*TAG_FILES, TAG_MANIFEST, LEDGER, DOSSIER):
        if name not in digests:
            answer.add("structure", "file_missing", "INCOMPLETE", path=name)
    answer.done("structure", len(tree.files))
    if "bagit.txt" in digests and read_small(tree, "bagit.txt") != BAGIT_TXT:
        answer.add("bag", "bagit_txt", path="bagit.txt")
    if tree.form > 1 and "bag-info.txt" in digests:
        count = bag_count(read_small(tree, "bag-info.txt"))
        if count and count[1] > 1:
            found = f"{count[0]} of {count[1]}"
            answer.add("structure", "other_parts", "INCOMPLETE", path="bag-info.txt", found=found)
    payload = {name for name in digests if name.startswith("data/")}
    tags = {name for name in digests if name in TAG_FILES}
    for manifest, wanted in (("manifest-sha256.txt", payload), (TAG_MANIFEST, tags)):
        if manifest in digests:
            check_manifest(tree, manifest, wanted, digests, answer)
    answer.done("bag", len(payload) + len(tags))


def bag_count(text: bytes) -> "tuple[int, int] | None":
    """Which part of how many a package of format 2 says to be."""
    lines = text.split(b"\n")
    match = BAG_COUNT.match(lines[3]) if len(lines) > 3 else None
    count = (int(match.group(1)), int(match.group(2))) if match else (1, 0)
    return count if count[0] <= count[1] else None


def check_bag_info(
    tree: Tree, digests: "dict[str, tuple[str, int]]", last: Entry, answer: Answer
) -> None:
    """bag-info.txt is made of what else lies in the package, so it can be written again.

    What it says of sizes is only compared when all else fits: it follows from the files.
    """
    if "bag-info.txt" not in digests:
        return
    found = read_small(tree, "bag-info.txt")
    sizes = [size for name, (_, size) in digests.items() if name.startswith("data/")]
    oxum = f"{sum(sizes)}.{len(sizes)}\n".encode()
    claimed = re.search(rb"Payload-Oxum: ([0-9]{1,20}\.[0-9]{1,9}\n)\Z", found)
    if answer.verdict != "CONSISTENT" and claimed:
        oxum = claimed.group(1)
    count = bag_count(found) or (1, 1)
    parts = f"Bag-Count: {count[0]} of {count[1]}\n" if tree.form > 1 else ""
    expected = (
        f"Bevismappe-Package: {tree.form}\nBagging-Date: {last.time[:10]}\n"
        f"External-Identifier: {receipt_code(last.hash)} /{last.seq}\n{parts}Payload-Oxum: "
    )
    if found != expected.encode() + oxum:
        answer.add("bag", "bag_info", path="bag-info.txt")


# -- the ledger -----------------------------------------------------------------------------------


def check_body(body: bytes) -> "dict[str, Any]":
    """Read a part's body under the ledger's rules for JSON. Raises RuleError with the reason."""
    if too_deep(body):
        raise RuleError("depth")
    try:
        value = json.loads(
            body.decode("utf-8"),
            object_pairs_hook=_pairs,
            parse_int=_integer,
            parse_float=_refuse,
            parse_constant=_refuse,
        )
        # A lone surrogate can be written as an escape, but not as UTF-8.
        json.dumps(value, ensure_ascii=False).encode("utf-8")
    except RuleError:
        raise
    except (ValueError, RecursionError) as error:
        raise RuleError("json") from error
    if not isinstance(value, dict) or list(value)[:2] != ["kind", "version"] or body[:1] != b"{":
        raise RuleError("kind and version")
    version = value["version"]
    if not isinstance(value["kind"], str) or type(version) is not int or version < 1:
        raise RuleError("kind and version")
    return value


def too_deep(body: bytes) -> bool:
    """Whether brackets outside strings nest deeper than MAX_DEPTH; asked before any parser."""
    if body.count(b"{") + body.count(b"[") <= MAX_DEPTH:
        return False
    depth = deepest = 0
    for token in re.finditer(rb'"(?:[^"\\]|\\.)*"|[\[{]|[\]}]', body, re.DOTALL):
        depth += {b"[": 1, b"{": 1, b"]": -1, b"}": -1}.get(token.group(), 0)
        deepest = max(deepest, depth)
    return deepest > MAX_DEPTH


def _pairs(pairs: "list[tuple[str, Any]]") -> "dict[str, Any]":
    value = dict(pairs)
    if len(value) != len(pairs):
        raise RuleError("duplicate key")
    return value


def _integer(text: str) -> int:
    if len(text) > 17 or abs(int(text)) > MAX_INT:
        raise RuleError("integer")
    return int(text)


def _refuse(text: str) -> Any:
    raise RuleError("number " + text[:20])


class Lines:
    """The ledger's lines, one at a time, each without its LF."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.number = 0
        self._read = 0

    def next(self) -> bytes:
        """The next line. Raises RuleError at the end, or where a line is too long."""
        line = self._file.readline(MAX_LINE)
        self.number += 1
        self._read += len(line)
        if self._read > MAX_LEDGER:
            raise RuleError("cut")
        if not line.endswith(b"\n"):
            raise RuleError("cut" if len(line) < MAX_LINE else "line too long")
        return line[:-1]

    def words(self) -> "list[str]":
        """The next line as words, single spaces between."""
        line = self.next()
        if len(line) > 400:
            raise RuleError("line too long")
        return line.decode("latin-1").split(" ")


def read_ledger(file: BinaryIO, answer: Answer) -> "tuple[str, list[Entry], bool]":
    """The chain id, its entries as far as they can be read, and whether that is all of them."""
    lines, chain = Lines(file), ""
    entries: list[Entry] = []
    previous, targets = "0" * 64, 0
    try:
        header = lines.next()
        if header != b"bevismappe/ledger/1":
            raise RuleError("header")
        words = lines.words()
        if len(words) != 3 or words[0] != "chain" or not HEX32.match(words[1]):
            raise RuleError("chain")
        if words[2] != "evidence":
            raise RuleError("chain kind")
        chain = words[1]
        words = lines.words()
        while words[0] == "entry":
            if len(entries) >= MAX_ENTRIES:
                raise RuleError("too many entries")
            place = entries[-1].seq + 1 if entries else 0
            entry, words = read_entry(words, lines, chain, previous, place, answer)
            if entries and entries[-1].facts:
                entries[-1].facts.pop("exhibits", None)  # only the last dossier's are looked at
                entries[-1].facts.pop("files", None)
            if entries and entries[-1].package:
                entries[-1] = entries[-1]._replace(package=None)
            entries.append(entry)
            previous = entry.hash
            if entry.facts and entry.facts["kind"] == "tombstone":
                targets += sum(1 for _ in tombstone_targets(entry.facts))
            if targets > MAX_TARGETS:
                raise RuleError("too many entries")
        if len(words) != 2 or words[0] != "end" or not NUMBER.match(words[1]):
            raise RuleError("word")
        if file.read(1):
            raise RuleError("after end")
    except RuleError as error:
        where = entries[-1].seq + 1 if entries else 0
        verdict = "INCOMPLETE" if str(error) == "cut" else "ALTERED"
        answer.add("ledger", "ledger_form", verdict, chain=chain, seq=where,
                   found=f"line {lines.number}: {error}")  # fmt: skip
        return chain, entries, False
    check_end(words, chain, len(entries), answer)
    answer.done("ledger", lines.number)
    return chain, entries, True


def check_end(words: "list[str]", chain: str, count: int, answer: Answer) -> None:
    """The last line says how many entries there are."""
    if int(words[1]) != count or not count:
        verdict = "INCOMPLETE" if int(words[1]) >= count else "ALTERED"
        answer.add(
            "ledger", "entry_count", verdict, chain=chain, expected=words[1], found=str(count)
        )


def is_time(text: str) -> bool:
    """Whether it is a time of the format, of a day that there is."""
    match = TIME.match(text)
    try:
        return bool(match and dt.date(*(int(part) for part in match.groups())))
    except ValueError:
        return False


def read_entry(
    words: "list[str]", lines: Lines, chain: str, previous: str, place: int, answer: Answer
) -> "tuple[Entry, list[str]]":
    """Read and check one entry, given its first line; also give the line that follows it."""
    if len(words) != 6 or not NUMBER.match(words[1]) or not is_time(words[2]):
        raise RuleError("entry")
    if not all(HEX64.match(word) for word in words[3:]):
        raise RuleError("entry")
    seq, time, link, list_hash, entry_hash = int(words[1]), *words[2:]
    where: dict[str, Any] = {"chain": chain, "seq": seq}
    parts: list[Part] = []
    bodies: dict[str, dict[str, Any]] = {}
    found: list[dict[str, Any]] = []
    words = lines.words()
    while words[0] == "part":
        part, body = read_part(words, lines, found)
        if len(parts) >= MAX_PARTS or any(part.name == other.name for other in parts):
            raise RuleError("parts")
        parts.append(part)
        if body is not None:
            bodies[part.name] = body
        words = lines.words()
    states = [part.state for part in parts]
    if states and set(states) == {"withheld"}:
        raise RuleError("nothing open")
    listing = "".join(f"{part.name} {part.commitment}\n" for part in parts)
    text = f"bevismappe/entry/1\n{chain}\n{seq}\n{link}\n{time}\n{list_hash}\n"
    made = sha256(f"bevismappe/parts/1\n{listing}".encode())
    for each in found:
        if each["check"] == "structure":
            each["path"] = answer.ledger + ":" + each["path"]
        answer.add(**each, **where)
    if seq != place:
        answer.add("chain", "sequence", expected=str(place), found=str(seq), **where)
    if parts and made != list_hash:  # with no part shown, the entry's own hash holds the list
        answer.add("chain", "parts_hash", expected=list_hash, found=made, **where)
    if sha256(text.encode()) != entry_hash:
        made = sha256(text.encode())
        answer.false_hashes.add(seq)
        answer.add("chain", "entry_hash", expected=entry_hash, found=made, **where)
    if link != previous:
        answer.add("chain", "link", expected=previous, found=link, **where)
    if place == 0:
        check_genesis(bodies, parts, where, answer)
    else:
        check_order([part.name for part in parts], where, answer)
    entry = Entry(
        seq, time, entry_hash, tuple(parts), bodies.get("facts", {}).copy() or None,
        bodies.get("object"), bodies.get("package"), bodies.get("certificates"),
        {name: bodies[name] for name in ("witness", "text") if name in bodies}, bodies.get("origin"),
    )  # fmt: skip
    answer.done("chain", 1)
    answer.done("commitments", states.count("open"))
    answer.withheld_entries += not parts
    answer.withheld_parts += states.count("withheld")
    return entry, words


def read_part(
    words: "list[str]", lines: Lines, found: "list[dict[str, Any]]"
) -> "tuple[Part, dict[str, Any] | None]":
    """One part; where it is open its body must be well formed and match its commitment.

    What is wrong goes to ``found``: it is told when the whole entry could be read.
    """
    if len(words) < 4 or not NAME.match(words[1]) or not HEX64.match(words[2]):
        raise RuleError("part")
    part = Part(*words[1:4])
    if part.state in ("withheld", "erased") and len(words) == 4:
        return part, None
    if part.state != "open" or len(words) != 5 or not HEX64.match(words[4]):
        raise RuleError("part")
    line = lines.next()
    if not line.startswith(b"body "):
        raise RuleError("body")
    body = line[5:]
    tag = f"bevismappe/part/1\n{part.name}\n{words[4]}\n".encode()
    made = sha256(tag + body)
    if made != part.commitment:
        found.append({"check": "commitments", "kind": "commitment", "path": part.name,
                      "expected": part.commitment, "found": made})  # fmt: skip
    newer = False
    try:
        value = check_body(body)
        newer = is_newer(part.name, value)
        if newer:
            found.append({"check": "structure", "kind": "newer_format", "verdict": "UNREADABLE",
                          "path": part.name, "found": str(value["version"])})  # fmt: skip
        if part.name == "object":
            check_object_body(value)
    except RuleError as error:
        if not newer:
            found.append(
                {"check": "ledger", "kind": "body", "path": part.name, "found": str(error)}
            )
        return part, None
    if part.name in SAID:  # compared with what a witness signed; long words by their hash
        said = value.get(SAID[part.name])
        return part, {"said": sha256(said.encode()) if isinstance(said, str) else ""}
    if part.name == "origin":
        return part, named_there(value)
    keep = part.name in ("facts", "object", "genesis", "package", "certificates")
    return part, slim(value) if keep else None


def named_there(value: "dict[str, Any]") -> "dict[str, Any]":
    """Which entry of somebody else's log a part "origin" names; nothing where it names none."""
    entry, digest = value.get("entry"), value.get("hash")
    chain, seq = (entry.get("chain"), entry.get("seq")) if isinstance(entry, dict) else (None, None)
    if not isinstance(chain, str) or not HEX32.match(chain) or type(seq) is not int or seq < 0:
        return {}
    good = isinstance(digest, str) and HEX64.match(digest)
    return {"chain": chain, "seq": seq, "hash": digest if good else ""}


def is_newer(part: str, value: "dict[str, Any]") -> bool:
    """Whether it is of a later version than this file knows, and of a kind that is looked into."""
    looked_into = part in ("facts", "package") and value["kind"] in LOOKED_INTO
    return bool(value["version"] > 1 and (looked_into or part in ("object", "genesis")))


def slim(value: "dict[str, Any]") -> "dict[str, Any]":
    """What later checks look at, so that long bodies are not held in memory."""
    keys = ("kind", "version", "head", "exhibits", "files", "parent", "targets", "chain_kind",
            "made", "entries", "chains", "at", "certificates", "format", "chain", "sha256", "size",
            "media_type", "exhibit")  # fmt: skip
    if value["kind"] not in ("dossier", "tombstone"):
        value.pop("exhibits", None)
        value.pop("files", None)
        value.pop("targets", None)
    if value["kind"] != "dossier_package":
        for name in ("made", "entries", "chains"):
            value.pop(name, None)
    if value["kind"] not in ("timestamp", "timestamp_certificates"):
        value.pop("at", None)
        value.pop("certificates", None)
    return {key: value[key] for key in keys if key in value}


def check_object_body(value: "dict[str, Any]") -> None:
    """The fields of an object part. Raises RuleError."""
    size = value.get("size")
    good = set(value) == {"kind", "version", "sha256", "size", "media_type"}
    good = good and value["kind"] == "object" and isinstance(value["media_type"], str)
    good = good and isinstance(value.get("sha256"), str) and bool(HEX64.match(value["sha256"]))
    if not good or type(size) is not int or size < 0:
        raise RuleError("object")


def check_order(names: "list[str]", where: "dict[str, Any]", answer: Answer) -> None:
    """Every entry but the first begins with facts, ends with its object, and is no second genesis."""
    if "genesis" in names:
        answer.add("ledger", "genesis", **where)
    elif names and (names[0] != "facts" or "object" in names[:-1]):
        answer.add("ledger", "parts_order", **where)


def check_genesis(
    bodies: "dict[str, dict[str, Any]]",
    parts: "list[Part]",
    where: "dict[str, Any]",
    answer: Answer,
) -> None:
    """The first entry has one part, open, that says which chain this is."""
    body = bodies.get("genesis", {})
    if not body and any(part.name == "genesis" and part.state == "open" for part in parts):
        return  # told already: its body breaks the rules
    said = (body.get("kind"), body.get("format"), body.get("chain_kind"))
    # In Python, true is equal to 1; in the format it is not.
    version = body.get("format")
    fits = type(version) is int and said == ("genesis", 1, "evidence")
    if body.get("kind") == "genesis" and type(version) is int and version > 1:
        fits = True
        answer.add(
            "structure",
            "newer_format",
            "UNREADABLE",
            path=answer.ledger + ":genesis",
            found=str(version),
            **where,
        )
    if len(parts) != 1 or not fits:
        answer.add("ledger", "genesis", found=shown(json.dumps(body)), **where)


# -- what the entries say -------------------------------------------------------------------------


def reference(value: Any, chain: str) -> int:
    """The seq of a reference to an entry of this chain, or -1."""
    if not isinstance(value, dict) or value.get("chain") != chain:
        return -1
    seq = value.get("seq")
    return seq if type(seq) is int and seq >= 0 else -1


def check_erasures(chain: str, entries: "list[Entry]", answer: Answer) -> None:
    """Each erased part is named by a tombstone, and each named part is earlier and erased."""
    states = {(entry.seq, part.name): part.state for entry in entries for part in entry.parts}
    named: dict[tuple[int, str], int] = {}
    closed = {entry.seq for entry in entries if not entry.parts}
    for entry in entries:
        if entry.facts is None or entry.facts["kind"] != "tombstone":
            continue
        answer.done("erasures", 1)
        targets = list(tombstone_targets(entry.facts))
        if not targets:
            answer.add("erasures", "tombstone", chain=chain, seq=entry.seq)
        # What it names in another chain cannot be looked up here.
        named.update({(seq, name): entry.seq for other, seq, name in targets if other == chain})
    for (seq, name), by in named.items():
        state = states.get((seq, name))
        if seq >= by or (state is None and seq not in closed):
            answer.add("erasures", "tombstone", chain=chain, seq=by, path=shown(name))
        elif state is not None and state != "erased":
            where: dict[str, Any] = {"chain": chain, "seq": seq, "path": name}
            answer.add("erasures", "erased_but_kept", found=state, **where)
    for entry in entries:
        for part in entry.parts:
            if part.state == "erased" and (entry.seq, part.name) not in named:
                where = {"chain": chain, "seq": entry.seq, "path": part.name}
                answer.add("erasures", "erased_without_tombstone", **where)
    answer.done("erasures", 0)


def tombstone_targets(facts: "dict[str, Any]") -> "Iterator[tuple[str, int, str]]":
    """Each (chain, seq, part name) that a tombstone names, as far as it is well formed."""
    targets = facts.get("targets")
    for target in targets if isinstance(targets, list) else ():
        if not isinstance(target, dict):
            return
        chain, seq, parts = target.get("chain"), target.get("seq"), target.get("parts")
        if isinstance(chain, str) and type(seq) is int and isinstance(parts, list):
            for name in parts:
                if isinstance(name, str):
                    yield chain, seq, name


class Exhibit(NamedTuple):
    """An exhibit as the dossier's entry lists it."""

    number: int
    original: int
    shown: int


def read_exhibits(chain: str, entries: "list[Entry]", answer: Answer) -> "list[Exhibit]":
    """The last entry must be the one that sealed the dossier; it lists the exhibits."""
    last = entries[-1]
    where: dict[str, Any] = {"chain": chain, "seq": last.seq}
    facts = last.facts or {}
    answer.done("dossier", 1)
    if facts.get("kind") != "dossier":
        answer.add("dossier", "dossier_entry", "INCOMPLETE", found=str(facts.get("kind")), **where)
        return []
    if len(entries) < 2 or reference(facts.get("head"), chain) != last.seq - 1:
        answer.add("dossier", "dossier_head", expected=str(last.seq - 1), **where)
    exhibits: list[Exhibit] = []
    listed = facts.get("exhibits", [])
    for item in listed if isinstance(listed, list) else [None]:
        values = item if isinstance(item, dict) else {}
        number = values.get("number")
        exhibit = Exhibit(
            number if type(number) is int and 0 < number < 1_000_000 else 0,
            reference(values.get("original"), chain),
            reference(values.get("shown"), chain),
        )
        ordered = not exhibits or exhibit.number > exhibits[-1].number
        inside = all(0 < seq < last.seq for seq in exhibit[1:]) and exhibit.number > 0
        if not inside or not ordered:
            answer.add("exhibits", "exhibit_list", found=shown(json.dumps(item)), **where)
        else:
            exhibits.append(exhibit)
    return exhibits


class Claim(NamedTuple):
    """One file and the entry whose object part it must be."""

    check: str
    kind: str
    path: str
    seq: int
    exhibit: "int | None" = None


def claim_for(exhibit: Exhibit, entries: "list[Entry]", folder: str) -> Claim:
    """The file of what is shown, or of the original beside it, under the name that its media type gives it."""
    seq = exhibit.original if folder == "originals" else exhibit.shown
    media_type = (entries[seq].object or {}).get("media_type", "")
    path = f"data/{folder}/bilag-{exhibit.number:03d}.{expected_extension(media_type)}"
    return Claim(folder, OBJECT_KINDS[folder], path, seq, exhibit.number)


def listed_files(
    listed: Any, chain: str, last: Entry, exhibits: "list[Exhibit]", answer: Answer
) -> "list[Claim]":
    """The files that the dossier's entry lists: each of an exhibit of it, in order, under a name it can have."""
    claims: list[Claim] = []
    known = {exhibit.number: exhibit for exhibit in exhibits}
    before = (0, "")
    for item in listed if isinstance(listed, list) else [None]:
        values = item if isinstance(item, dict) else {}
        path, number = values.get("path"), values.get("number")
        match = EXHIBIT_FILE.match(path) if isinstance(path, str) and known_file(path, 1) else None
        if match and type(number) is int and number in known and number == int(match.group(2)):
            folder, exhibit = match.group(1), known[number]
            seq = exhibit.original if folder == "originals" else exhibit.shown
            if reference(values.get("entry"), chain) == seq and (number, folder) > before:
                before = (number, folder)
                claims.append(Claim(folder, OBJECT_KINDS[folder], match.group(0), seq, number))
                continue
        answer.add("exhibits", "exhibit_list", chain=chain, seq=last.seq,
                   found=shown(json.dumps(item)))  # fmt: skip
    return claims


def unlisted_files(
    chain: str, entries: "list[Entry]", exhibits: "list[Exhibit]", answer: Answer
) -> "tuple[list[Claim], set[int]]":
    """The files as they follow from what is open, for packages of which the dossier lists none.

    Also the exhibits of which it cannot be seen whether an original or an added file was to go along.
    """
    claims: list[Claim] = []
    unseen: set[int] = set()
    for exhibit in exhibits:
        entry = entries[exhibit.shown]
        if entry.object_state == "withheld":
            added = exhibit.original == exhibit.shown and (entry.facts or {}).get("kind") == "file"
            if added:
                unseen.add(exhibit.number)
            else:
                answer.add("exhibits", "exhibit_object", "INCOMPLETE", chain=chain, seq=entry.seq,
                           exhibit=exhibit.number, found="withheld")  # fmt: skip
        elif entry.object_state != "erased":
            claims.append(claim_for(exhibit, entries, "exhibits"))
        if exhibit.original == exhibit.shown:
            continue
        if entries[exhibit.original].object is None:
            unseen.add(exhibit.number)
        else:
            claims.append(claim_for(exhibit, entries, "originals"))
    return claims, unseen


def check_objects(
    tree: Tree,
    chain: str,
    entries: "list[Entry]",
    exhibits: "list[Exhibit]",
    digests: "dict[str, tuple[str, int]]",
    answer: Answer,
) -> None:
    """Each file that belongs here is here, each open object has its file and each file its open object."""
    for exhibit in exhibits:
        check_parent(chain, entries, exhibit, answer)
    last = entries[-1]
    listed = (last.facts or {}).get("files")
    unseen: set[int] = set()
    if listed is None:
        files, unseen = unlisted_files(chain, entries, exhibits, answer)
    else:
        files = listed_files(listed, chain, last, exhibits, answer)
    claims = [Claim("dossier", "dossier_object", DOSSIER, last.seq), *files]
    if tree.form > 1:
        claims += check_extras(tree, chain, entries, exhibits, digests, answer)
    answered: set[int] = set()
    for claim in claims:
        if claim.seq in answered:
            answer.add(
                "exhibits", "exhibit_list", chain=chain, seq=claim.seq, exhibit=claim.exhibit
            )
        answered.add(claim.seq)
        check_object(chain, entries[claim.seq], claim, digests, answer)
    check_witnesses(tree, chain, entries, claims, digests, answer)
    for path in sorted(set(digests) - {claim.path for claim in claims}):
        if EXHIBIT_FILE.match(path) and not is_more(path):
            answer.add("exhibits", "exhibit_extra", path=path, exhibit=exhibit_of(path))
    for place, entry in enumerate(entries):
        if entry.object is not None and place not in answered:
            answer.add("exhibits", "object_without_file", "INCOMPLETE", chain=chain, seq=entry.seq)
    with_file = {claim.exhibit for claim in files}
    answer.without_file += [each.number for each in exhibits if each.number not in with_file]
    folders = [claim.check for claim in files]
    # Where it cannot be seen whether more files were to go along, that is said, never "ok".
    for check, sure in (
        ("exhibits", "exhibits" in folders or not unseen),
        ("originals", not unseen),
    ):
        if sure:
            answer.done(check, folders.count(check))
        else:
            answer.reasons[check] = "unseen"


def extra_items(
    name: str, form: "re.Pattern[str]", last: Entry, chain: str, answer: Answer
) -> "Iterator[dict[str, Any]]":
    """Items of one of the lists of what goes along more: each with a path of that form, the paths rising.

    Whoever takes an item says by ``item["good"]`` whether it holds together; one that does not is told of.
    """
    listed = (last.package or {}).get(name)
    before = ""
    for item in listed if isinstance(listed, list) else [None]:
        values = dict(item) if isinstance(item, dict) else {}
        path = values.get("path")
        if isinstance(path, str) and form.match(path) and is_more(path) and path > before:
            before, values["good"] = path, False
            yield values
        if not values.get("good"):
            answer.add(
                "extras", "extra_list", chain=chain, seq=last.seq, found=shown(json.dumps(item))
            )


def check_extras(
    tree: Tree,
    chain: str,
    entries: "list[Entry]",
    exhibits: "list[Exhibit]",
    digests: "dict[str, tuple[str, int]]",
    answer: Answer,
) -> "list[Claim]":
    """What goes along in a package of format 2 beside dossier and exhibits; give those that are files of entries."""
    last = entries[-1]
    claims: list[Claim] = []
    answer.done("extras", 0)
    known = {exhibit.number: exhibit for exhibit in exhibits}
    listed: set[str] = set()
    if last.package is None:
        answer.add("extras", "extra_list", "INCOMPLETE", chain=chain, seq=last.seq, found="closed")
    elif last.package["kind"] != "dossier_package":
        answer.add(
            "extras", "extra_list", chain=chain, seq=last.seq, found=shown(last.package["kind"])
        )
    else:
        for item in extra_items("made", MADE_FILE, last, chain, answer):
            size, digest = item.get("size"), item.get("sha256")
            item["good"] = type(size) is int and size >= 0
            item["good"] = item["good"] and isinstance(digest, str) and bool(HEX64.match(digest))
            if item["good"]:
                listed.add(item["path"])
                check_extra(item["path"], (digest, size), digests, answer)
        either = re.compile(f"{ENTRY_FILE.pattern}|{EXHIBIT_FILE.pattern}")
        for item in extra_items("entries", either, last, chain, answer):
            seq, number = reference(item.get("entry"), chain), exhibit_of(item["path"])
            place = ENTRY_FILE.match(item["path"])
            item["good"] = 0 < seq < last.seq
            item["good"] = item["good"] and (
                int(place.group(2)) == seq if place else number in known
            )
            if item["good"]:
                listed.add(item["path"])
                claims.append(Claim("extras", "extra_file", item["path"], seq, number))
                if not place:
                    source = known[number or 0]
                    check_parent(chain, entries, source._replace(shown=seq), answer)
        taken = {chain}
        for item in extra_items("chains", FOREIGN_FILE, last, chain, answer):
            other, at, size = item.get("chain"), item.get("seq"), item.get("size")
            good = isinstance(other, str) and bool(HEX32.match(other)) and other not in taken
            good = good and type(at) is int and at >= 0 and type(size) is int and size >= 0
            digest = item.get("hash")
            item["good"] = good and isinstance(digest, str) and bool(HEX64.match(digest))
            if item["good"]:
                taken.add(str(other))
                listed.add(item["path"])
                theirs = check_foreign(tree, item, digests, answer)
                check_adopted(chain, entries, str(other), theirs, answer)
    for path in sorted(set(digests) - listed):
        if is_more(path):
            answer.add("extras", "extra_unlisted", path=path, exhibit=exhibit_of(path))
    return claims


def check_extra(
    path: str, due: "tuple[Any, Any]", digests: "dict[str, tuple[str, int]]", answer: Answer
) -> None:
    """One file that was made for the package."""
    found = digests.get(path)
    if found is None:
        answer.add(
            "extras", "extra_file", "INCOMPLETE", path=path, expected=due[0], found="missing"
        )
    elif found[0] != due[0]:
        answer.add("extras", "extra_file", path=path, expected=due[0], found=found[0])
    elif found[1] != due[1]:
        answer.add("sizes", "object_size", path=path, expected=str(due[1]), found=str(found[1]))
    answer.done("sizes", 1)


def check_adopted(
    chain: str,
    entries: "list[Entry]",
    other: str,
    theirs: "dict[int, tuple[str, str]]",
    answer: Answer,
) -> None:
    """Each entry that was taken over is, by place and hash, one of the log that it names, and has its bytes.

    The bytes are compared where both show the part "object". A log that does not go along is not looked at.
    """
    for entry in entries if theirs else []:
        named = entry.origin or {}
        if (entry.facts or {}).get("kind") != "adopt" or named.get("chain") != other:
            continue
        found, there = theirs.get(named["seq"], ("", ""))
        own = (entry.object or {}).get("sha256", "")
        expected = named["hash"]
        if found and found == expected:
            if not own or not there or own == there:
                continue
            expected, found = own, there
        answer.add(
            "extras",
            "adopted_entry",
            chain=chain,
            seq=entry.seq,
            expected=expected,
            found=found or "missing",
        )


def check_foreign(
    tree: Tree, item: "dict[str, Any]", digests: "dict[str, tuple[str, int]]", answer: Answer
) -> "dict[int, tuple[str, str]]":
    """The log of somebody else: whole by itself, and the one that was listed. Of its files nothing is here.

    Give the hash at each place of it, and the SHA-256 of the bytes where that is shown; nothing where it is not the
    one that was listed.
    """
    path = item["path"]
    if path not in digests:
        answer.add("extras", "extra_file", "INCOMPLETE", path=path, found="missing")
        return {}
    kept = (
        answer.counts.copy(),
        answer.withheld_entries,
        answer.withheld_parts,
        answer.false_hashes,
    )
    answer.ledger, answer.false_hashes = path, set()
    with tree.open(path) as file:
        chain, entries, whole = read_ledger(file, answer)
    if whole and entries:
        check_erasures(chain, entries, answer)
    check_times(entries, chain, {}, answer)
    answer.ledger = LEDGER
    answer.counts, answer.withheld_entries, answer.withheld_parts, answer.false_hashes = kept
    head = (chain, entries[-1].seq, entries[-1].hash) if entries else (chain, -1, "")
    theirs: dict[int, tuple[str, str]] = {}
    if head != (item["chain"], item["seq"], item["hash"]):
        answer.add("extras", "extra_file", path=path, expected=item["hash"], found=head[2])
    else:
        for entry in entries:
            theirs.setdefault(entry.seq, (entry.hash, (entry.object or {}).get("sha256", "")))
    if theirs and digests[path][1] != item["size"]:
        answer.add(
            "sizes",
            "object_size",
            path=path,
            expected=str(item["size"]),
            found=str(digests[path][1]),
        )
    answer.done("sizes", 1)
    return theirs


def check_witnesses(
    tree: Tree,
    chain: str,
    entries: "list[Entry]",
    claims: "list[Claim]",
    digests: "dict[str, tuple[str, int]]",
    answer: Answer,
) -> None:
    """What witnesses signed. The signature itself is reckoned by openssl, where it is on this machine."""
    keys: set[bytes] = set()
    openssl, looked_at, unsure = find_openssl(), 0, False
    for claim in claims:
        entry = entries[claim.seq]
        match = ENTRY_FILE.match(claim.path)
        if not match or match.group(1) != "witness" or match.group(3) != "txt":
            continue
        if claim.path not in digests or (entry.facts or {}).get("kind") != "witness":
            continue
        looked_at += 1
        with tree.open(claim.path) as file:
            data = file.read(MAX_STATEMENT + 1)
        flaw, signed = statement_flaw(data, chain, entry, entries, keys)
        if not flaw and signed:
            held = witness_openssl(openssl, *signed) if openssl else None
            unsure = unsure or held is None
            flaw = "another" if held is False else ""
        if flaw:
            answer.add(
                "witness",
                "witness_statement",
                chain=chain,
                seq=entry.seq,
                path=claim.path,
                found=flaw,
            )
    if unsure:
        answer.reasons["witness"] = "openssl"
    elif looked_at:
        answer.done("witness", looked_at)
    else:
        answer.reasons["witness"] = "no_witness"


def statement_flaw(
    data: bytes, chain: str, entry: Entry, entries: "list[Entry]", keys: "set[bytes]"
) -> "tuple[str, tuple[bytes, bytes, bytes] | None]":
    """What is wrong with a statement but for the signature; and key, signature and what was signed."""
    try:
        match = STATEMENT.match(data.decode("utf-8")) if len(data) <= MAX_STATEMENT else None
    except UnicodeDecodeError:
        match = None
    if match is None or not is_time(match.group(4)):
        return "form", None
    key, signature = bytes.fromhex(match.group(7)), bytes.fromhex(match.group(8))
    again = key in keys
    keys.add(key)
    flaw = key_flaw(key) or signature_flaw(signature)
    place, words = (
        int(match.group(2)),
        "\n".join(line[5:] for line in match.group(6).split("\n")[:-1]),
    )
    named = (entry.facts or {}).get("exhibit")
    if not flaw and (
        match.group(1) != chain or not 0 < place < entry.seq or not same(named, {"chain": chain, "seq": place})
        or match.group(3) != receipt_code(entries[place].hash)
    ):  # fmt: skip
        flaw = "other_code"
    if not flaw and again:
        flaw = "twice"
    for part, said in (("witness", match.group(5)), ("text", words)):
        sealed = (entry.said or {}).get(part)
        if not flaw and sealed is not None and sealed["said"] != sha256(said.encode()):
            flaw = "other_words"
    return flaw, (key, signature, data[: data.rindex(b"signature ")])


def same(value: Any, other: "dict[str, Any]") -> bool:
    """Whether two objects are alike, where true is not 1."""
    return bool(value == other) and type(value["seq"]) is int


def key_flaw(key: bytes) -> str:
    """Whether it is a public key on P-256, in the one form that is taken."""
    if len(key) != len(P256_HEAD) + 64 or not key.startswith(P256_HEAD):
        return "wrong_curve"
    x, y = (
        int.from_bytes(key[at : at + 32], "big") for at in (len(P256_HEAD), len(P256_HEAD) + 32)
    )
    on_curve = x < P256_P and y < P256_P and (y * y - x * x * x + 3 * x - P256_B) % P256_P == 0
    return "" if on_curve else "not_a_key"


def signature_flaw(signature: bytes) -> str:
    """Whether it is two numbers in DER, nothing more, with the lower s."""
    if len(signature) < 8 or signature[0] != 0x30 or signature[1] != len(signature) - 2:
        return "not_a_signature"
    numbers, at = [], 2
    for _ in range(2):
        piece = (
            signature[at + 2 : at + 2 + signature[at + 1]] if at + 2 <= len(signature) - 1 else b""
        )
        if not piece or signature[at] != 0x02 or len(piece) != signature[at + 1]:
            return "not_a_signature"
        if piece[0] > 127 or (piece[0] == 0 and (len(piece) == 1 or piece[1] < 128)):
            return "not_a_signature"
        numbers.append(int.from_bytes(piece, "big"))
        at += 2 + len(piece)
    if at != len(signature) or not all(0 < number < P256_N for number in numbers):
        return "not_a_signature"
    return "high_s" if numbers[1] > P256_N // 2 else ""


def witness_openssl(program: str, key: bytes, signature: bytes, signed: bytes) -> "bool | None":
    """Whether openssl takes the signature; nothing where it says neither."""
    pem = b"-----BEGIN PUBLIC KEY-----\n" + base64.encodebytes(key) + b"-----END PUBLIC KEY-----\n"
    try:
        with tempfile.TemporaryDirectory() as folder:
            paths = [Path(folder) / name for name in ("key.pem", "signature", "signed")]
            for path, content in zip(paths, (pem, signature, signed)):
                path.write_bytes(content)
            names = [str(path) for path in paths]
            done = subprocess.run(
                [program, "dgst", "-sha256", "-verify", names[0], "-signature", names[1], names[2]],
                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=60, check=False,
            )  # fmt: skip
    except (OSError, subprocess.SubprocessError):
        return None
    said = done.stdout.strip().lower()
    if said == b"verified ok" and done.returncode == 0:
        return True
    return False if said == b"verification failure" and done.returncode else None


def check_object(
    chain: str, entry: Entry, claim: Claim, digests: "dict[str, tuple[str, int]]", answer: Answer
) -> None:
    """One file against the object part of the entry that sealed it."""
    where: dict[str, Any] = {"chain": chain, "seq": entry.seq, "exhibit": claim.exhibit}
    where["path"] = claim.path
    body = entry.object
    if body is None:
        answer.add(claim.check, claim.kind, "INCOMPLETE", found="closed", **where)
        return
    found = digests.get(claim.path)
    where["expected"] = body["sha256"]
    due = expected_extension(body["media_type"])
    if ENTRY_FILE.match(claim.path):
        due = MORE_TYPES.get(body["media_type"], due)
    fits = claim.path.endswith("." + due)
    if found is None:
        answer.add(claim.check, claim.kind, "INCOMPLETE", found="missing", **where)
    elif found[0] != body["sha256"] or not fits:
        answer.add(claim.check, claim.kind, found=found[0], **where)
    elif found[1] != body["size"]:
        where["expected"] = str(body["size"])
        answer.add("sizes", "object_size", found=str(found[1]), **where)
    else:
        answer.objects += 1
    answer.done("sizes", 1)


def check_parent(chain: str, entries: "list[Entry]", exhibit: Exhibit, answer: Answer) -> None:
    """What is shown was made from the original, as far as the entries between are open."""
    seq = exhibit.shown
    for _ in range(MAX_DEPTH):
        facts = entries[seq].facts
        if seq == exhibit.original or facts is None:
            return
        parent = reference(facts.get("parent"), chain)
        if facts["kind"] not in ("working_copy", "view") or not 0 < parent < seq:
            break
        seq = parent
    answer.add("exhibits", "exhibit_parent", chain=chain, seq=exhibit.shown,
               exhibit=exhibit.number, expected=str(exhibit.original), found=str(seq))  # fmt: skip


def check_expected(
    expect: "tuple[str, int | None]", chain: str, entries: "list[Entry]", answer: Answer
) -> None:
    """Look for the code that the reader got another way."""
    code, seq = expect
    answer.done("expected_receipt", 1)
    # A hash that its own entry does not make stands for nothing.
    true = [entry for entry in entries if entry.seq not in answer.false_hashes]
    for entry in true:
        if receipt_code(entry.hash).replace(" ", "") == code and seq in (None, entry.seq):
            answer.matched = (chain, entry.seq, receipt_code(entry.hash))
            return
    found = next((receipt_code(entry.hash) for entry in true if entry.seq == seq), "")
    answer.add("expected_receipt", "receipt", "NOT CONFIRMED", chain=chain, seq=seq, expected=code,
               found=found)  # fmt: skip


def verify(
    target: Path,
    expect: "tuple[str, int | None] | None" = None,
    roots: "tuple[str, ...]" = (),
) -> Answer:
    """Run every check; never raises for what the target holds. ``roots`` are relied on beside those of this file."""
    answer = Answer(shown(target.name))
    answer.roots |= set(roots)
    try:
        tree = Folder(target, answer) if target.is_dir() else Zip(target, answer)
        try:
            verify_tree(tree, expect, answer)
        finally:
            tree.close()
        if answer.verdict == "CONSISTENT" and any(each.known for each in answer.anchored):
            answer.verdict = "ANCHORED"
    except UnreadableError as error:
        answer = Answer(answer.name)
        answer.add(**error.finding._asdict())
    except OSError as error:
        answer = Answer(answer.name)
        answer.add("structure", "unreadable", "UNREADABLE", found=str(error.strerror))
    return answer


def verify_tree(tree: Tree, expect: "tuple[str, int | None] | None", answer: Answer) -> None:
    """All checks over an opened package."""
    refuse_newer(tree)
    if tree.form == 1:
        answer.reasons["extras"] = "none"
    answer.done("system_files", 0)
    if tree.crc:
        answer.done("packing", 1)
    digests = hash_files(tree, answer)
    check_bag(tree, digests, answer)
    if LEDGER not in digests:
        return
    with tree.open(LEDGER) as file:
        chain, entries, whole = read_ledger(file, answer)
    answer.entries = len(entries)
    for entry in entries[-2:]:
        answer.receipts.append((chain, entry.seq, receipt_code(entry.hash)))
    if expect is not None and entries:
        check_expected(expect, chain, entries, answer)
    for check in ("erasures", "dossier", "exhibits", "originals", "extras", "sizes", "witness"):
        answer.reasons.setdefault(check, "ledger")
    numbers: dict[int, int] = {}
    if whole and entries:
        check_erasures(chain, entries, answer)
        if [entry.seq for entry in entries] == list(range(len(entries))):
            # References go by number: with numbers missing they would point at the wrong entry.
            numbers = check_story(tree, chain, entries, digests, answer)
        check_bag_info(tree, digests, entries[-1], answer)
        check_folder_name(tree.top, entries, answer)
    if entries:
        check_times(entries, chain, numbers, answer)


def check_times(
    entries: "list[Entry]", chain: str, numbers: "dict[int, int]", answer: Answer
) -> None:
    """Whether the times go the way of the places; a remark, since the place is what counts.

    Told last, so that no number of remarks crowds out a fault. Times are of one form: texts compare as times do.
    """
    answer.done("times", len(entries))
    for before, entry in zip(entries, entries[1:]):
        if entry.time < before.time:
            answer.add("times", "time_back", "CONSISTENT", chain=chain, seq=entry.seq,
                       exhibit=numbers.get(entry.seq), expected=before.time, found=entry.time)  # fmt: skip


def check_folder_name(name: str, entries: "list[Entry]", answer: Answer) -> None:
    """Whether it ends as the code begins that the dossier prints; a remark, since folders can be renamed."""
    if len(entries) < 2 or not TOP_FOLDER.match(name):
        return
    answer.done("folder_name", 1)
    due = receipt_code(entries[-2].hash).replace(" ", "")[:8].lower()
    if not name.endswith(due):
        answer.add("folder_name", "folder_name", "CONSISTENT", expected=due, found=name)


def check_story(
    tree: Tree,
    chain: str,
    entries: "list[Entry]",
    digests: "dict[str, tuple[str, int]]",
    answer: Answer,
) -> "dict[int, int]":
    """What the ledger says of the files; afterwards findings about its entries name the Bilag, as in the answer."""
    exhibits = read_exhibits(chain, entries, answer)
    if (entries[-1].facts or {}).get("kind") == "dossier":
        check_objects(tree, chain, entries, exhibits, digests, answer)
        if tree.form > 1:
            check_tokens(tree, chain, entries, digests, answer)
    numbers = {
        seq: item.number for item in reversed(exhibits) for seq in (item.original, item.shown)
    }
    answer.findings = [
        item._replace(exhibit=numbers[item.seq])
        if item.exhibit is None and item.seq in numbers and not of_foreign(item.path) else item
        for item in answer.findings
    ]  # fmt: skip
    return numbers


# -- tokens of timestamp authorities ---------------------------------------------------------------

MAX_TOKEN = 64 * 1024
MAX_CERTIFICATES = 8
# SHA-256 of the root certificates that the program knows; others are given with --authority.
ROOTS = {
    "552f7bdcf1a7af9e6ce672017f4f12abf77240c78e761ac203d1d9d20ac89988": "DigiCert Trusted Root G4",
    "9a6ec012e1a7da9dbe34194d478ad7c0db1822fb071df12981496ed104384113": "ACCVRAIZ1",
}
TOKEN_FILE = re.compile(r"data/tokens/([1-9][0-9]{0,8})\.tsr\Z")
STAMPED = re.compile(r"([0-9]{14})(?:\.([0-9]{1,9}))?Z\Z")


class Anchor(NamedTuple):
    """A token that is in order: an authority outside has seen the log up to entry ``seq``."""

    seq: int
    at: str
    by: str
    root: str
    known: bool
    token: int


def der(data: bytes, tag: "int | None" = None) -> "list[tuple[int, bytes, bytes]]":
    """The values that stand one after the other: tag, content, whole. With a tag: those inside the one of that tag."""
    values = []
    at = 0
    while at < len(data):
        size, begin = data[at + 1], at + 2
        if data[at] & 0x1F == 0x1F or size == 0x80 or size > 0x84:
            raise RuleError("der")
        if size > 0x80:
            count = size - 0x80
            size, begin = int.from_bytes(data[begin : begin + count], "big"), begin + count
        if begin + size > len(data):
            raise RuleError("der")
        values.append((data[at], data[begin : begin + size], data[at : begin + size]))
        at = begin + size
    if tag is None:
        return values
    if len(values) != 1 or values[0][0] != tag:
        raise RuleError("der")
    return der(values[0][1])


def read_token(reply: bytes) -> "tuple[str, str]":
    """What a token is for, as hex, and its time in whole milliseconds. Raises RuleError."""
    try:
        status, *tokens = der(reply, 0x30)
        if int.from_bytes(der(status[2], 0x30)[0][1], "big") > 1:
            raise RuleError("not granted")
        (token,) = tokens
        signed = der(der(token[2], 0x30)[1][2], 0xA0)[0]
        content = der(der(signed[2], 0x30)[2][2], 0x30)[1]
        info = der(der(content[2], 0xA0)[0][1], 0x30)
        algorithm, hashed = der(info[2][2], 0x30)
        when = STAMPED.match(info[4][1].decode("ascii"))
        if der(algorithm[2], 0x30)[0][1] != b"\x60\x86\x48\x01\x65\x03\x04\x02\x01" or not when:
            raise RuleError("another hash, or no time")
        moment = dt.datetime.strptime(when.group(1) + "+0000", "%Y%m%d%H%M%S%z")
    except (IndexError, ValueError) as error:
        raise RuleError("token") from error
    part = ((when.group(2) or "") + "000")[:3]
    return hashed[1].hex(), f"{moment:%Y-%m-%dT%H:%M:%S}.{part}Z"


def subject_of(certificate: bytes) -> str:
    """What a certificate calls its owner: the common name, else nothing."""
    try:
        fields = [each for each in der(der(certificate, 0x30)[0][2], 0x30) if each[0] != 0xA0]
        for relative in der(fields[4][2], 0x30):
            for pair in der(relative[2], 0x31):
                name, value = der(pair[2], 0x30)
                if name[1] == b"\x55\x04\x03":
                    return shown(value[1].decode("utf-8", "replace"), 200)
    except (IndexError, ValueError, RuleError):
        pass
    return ""


def find_openssl() -> "str | None":
    """Where OpenSSL is; never in the folder in which this is run, nor beside this file."""
    here = {Path.cwd().resolve(), Path(__file__).resolve().parent}
    for folder in map(Path, os.environ.get("PATH", "").split(os.pathsep)):
        if not folder.is_absolute() or folder.resolve() in here:
            continue
        for path in (folder / "openssl", folder / "openssl.exe"):
            if path.is_file() and os.access(str(path), os.X_OK):
                return str(path)
    return None


def openssl_says(
    openssl: str, reply: bytes, imprint: str, certificates: "list[bytes]", at: str
) -> "bool | None":
    """Whether OpenSSL takes the token for one of this root; None where it cannot tell. Its folder goes again."""
    moment = dt.datetime.strptime(at[:19], "%Y-%m-%dT%H:%M:%S").replace(tzinfo=dt.timezone.utc)
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / name for name in ("token.tsr", "root.pem", "between.pem")]
        pems = [as_pem(each) for each in certificates]
        for path, data in zip(paths, (reply, pems[-1].encode(), "".join(pems[:-1]).encode())):
            path.write_bytes(data)
        names = [str(path) for path in paths]
        command = [
            openssl, "ts", "-verify", "-digest", imprint, "-in", names[0], "-CAfile", names[1],
            "-untrusted", names[2], "-partial_chain", "-attime", str(int(moment.timestamp())),
        ]  # fmt: skip
        try:
            run = subprocess.run(
                command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT, timeout=60, cwd=folder, check=False,
            )  # fmt: skip
        except (OSError, subprocess.SubprocessError):
            return None
    if b"Verification: OK" in run.stdout:
        return run.returncode == 0
    return False if b"Verification: FAILED" in run.stdout else None


def as_pem(certificate: bytes) -> str:
    """A certificate as OpenSSL reads it."""
    text = base64.b64encode(certificate).decode("ascii")
    lines = "\n".join(text[at : at + 64] for at in range(0, len(text), 64))
    return f"-----BEGIN CERTIFICATE-----\n{lines}\n-----END CERTIFICATE-----\n"


def check_tokens(
    tree: Tree,
    chain: str,
    entries: "list[Entry]",
    digests: "dict[str, tuple[str, int]]",
    answer: Answer,
) -> None:
    """Each token that is there and is the one that was sealed, against the log that it is for."""
    found = [
        match
        for match in map(TOKEN_FILE.match, sorted(digests, key=lambda each: (len(each), each)))
        if match
    ]
    kept = [(match.group(0), int(match.group(1))) for match in found]
    openssl = find_openssl()
    for path, seq in kept:
        if not 0 < seq < len(entries) - 1:
            continue
        entry = entries[seq]
        sealed = entry.object or {}
        if sealed.get("sha256") != digests[path][0]:
            continue
        if sealed.get("media_type") != "application/timestamp-reply":
            continue
        if entry.facts is None or entry.certificates is None:
            continue  # held back: nobody can tell what it is to be for
        if openssl is None:
            answer.reasons["timestamps"] = "openssl"
            continue
        with tree.open(path) as file:
            reply = file.read(MAX_TOKEN + 1)
        wrong = judge_token(openssl, chain, entries, entry, reply, answer)
        if wrong is None:
            answer.reasons["timestamps"] = "openssl"
            continue
        answer.done("timestamps", 1)
        if wrong:
            answer.add("timestamps", "timestamp", chain=chain, seq=seq, path=path, found=wrong)


def judge_token(
    openssl: str, chain: str, entries: "list[Entry]", entry: Entry, reply: bytes, answer: Answer
) -> "str | None":
    """What is wrong with a token, in a word; nothing where it is in order, and is noted. None: nobody here can tell."""
    facts, beside = entry.facts or {}, entry.certificates or {}
    place = reference(facts.get("head"), chain)
    texts, at = beside.get("certificates"), facts.get("at")
    fit = facts.get("kind") == "timestamp" and beside.get("kind") == "timestamp_certificates"
    fit = fit and 0 <= place < entry.seq and isinstance(at, str) and is_time(at)
    fit = fit and isinstance(texts, list) and 0 < len(texts) <= MAX_CERTIFICATES
    if not fit or not isinstance(texts, list) or not all(isinstance(each, str) for each in texts):
        return "facts"
    try:
        certificates = [base64.b64decode(each.encode("ascii"), validate=True) for each in texts]
        imprint, stated = read_token(reply if len(reply) <= MAX_TOKEN else b"")
    except (ValueError, RuleError):
        return "form"
    if imprint != entries[place].hash:
        return "imprint"
    said = openssl_says(openssl, reply, imprint, certificates, stated)
    if not said:
        return None if said is None else "signature"
    if stated != at:
        return "time"
    root = hashlib.sha256(certificates[-1]).hexdigest()
    answer.anchored.append(
        Anchor(place, at, subject_of(certificates[0]), root, root in answer.roots, entry.seq)
    )
    return ""


# -- words ----------------------------------------------------------------------------------------


def read_texts(table: str) -> "dict[str, tuple[str, str]]":
    """Lines of ``name | dansk | English``."""
    rows = [line.split(" | ") for line in table.strip().split("\n")]
    return {name: (danish, english) for name, danish, english in rows}


CHECK_TEXTS = read_texts(
    """
structure | ingen fremmede filer | only the files that belong
packing | zip-filen er, som programmet skrev den | the zip is as the program wrote it
system_files | filer, computeren selv har lagt til | files that the computer added
folder_name | mappens navn passer til koden i rapporten | the folder's name fits the dossier's code
bag | fillisterne er hele | the lists of files are complete
files | filernes digitale fingeraftryk | fingerprints of the files
ledger | loggens form | form of the log
commitments | fingeraftryk af det, der er vist | fingerprints of what is shown
chain | loggens rækkefølge | the order of the log
times | tidspunkterne følger loggens rækkefølge | times follow the order of the log
erasures | slettede dele | erased parts
dossier | rapporten er den, der blev forseglet | the dossier is the one that was sealed
exhibits | bilagene er dem, der blev forseglet | the exhibits are those that were sealed
originals | originaler og tilføjede filer, der er med | originals and added files that go along
extras | andet, der er med: tabeller, tidsstempler, film | what else goes along: tables, tokens, films
sizes | filernes størrelse er den, der blev noteret | sizes of the files are as noted
witness | det, vidner har underskrevet | what witnesses signed
expected_receipt | den kontrolkode, du selv har | the receipt code you have yourself
verifier | kontrolprogrammerne i pakken | the verifiers in the package
printed_receipt | koden, der er trykt i rapporten | the code printed in the dossier
timestamps | tidsstempler udefra | timestamps from outside
"""
)
REASONS = read_texts(
    """
packing | pakken er pakket ud | the package is unpacked
folder_name | mappen hedder noget andet | the folder is called something else
expected_receipt | angiv den med --expect | give it with --expect
verifier | hent dem et andet sted, og sammenlign | get them elsewhere, and compare
printed_receipt | sammenlign selv med øjnene | compare by eye
timestamps | der er ingen, der kan kontrolleres | there are none that can be checked
openssl | programmet openssl er her ikke | the program openssl is not here
ledger | loggen er ikke hel | the log is not whole
none | pakker af format 1 har ikke andet | packages of format 1 have nothing else
no_witness | ingen har underskrevet noget i pakken | nobody signed anything in this package
unseen | kan ikke ses i denne pakke | cannot be seen in this package
other | noget, der skulle kontrolleres først, var ikke i orden | what had to be checked first was not in order
"""
)
STATE_TEXTS = read_texts(
    """
passed | i orden | ok
failed | ikke i orden | not in order
noted | se herunder | see below
not_checked | kan ikke kontrolleres her | not checked here
"""
)
FINDING_TEXTS = read_texts(
    """
bag_info | bag-info.txt passer ikke til pakken | bag-info.txt does not fit the package
bagit_txt | bagit.txt er ændret | bagit.txt was changed
body | en del er ikke gyldig JSON efter reglerne | a part is not valid JSON by the rules
commitment | en dels ord eller tallet ved den er ændret | a part's words or salt were changed
dossier_entry | er ikke det punkt, der forseglede rapporten | is not the entry that sealed the dossier
dossier_head | rapporten peger ikke på punktet før sig | does not point at the entry before it
dossier_object | rapporten er ikke den, der blev forseglet | the dossier is not the one that was sealed
duplicate_file | to filer har samme navn | two files have the same name
entry_count | antallet af punkter passer ikke | the number of entries does not fit
entry_hash | punktets fingeraftryk passer ikke | the entry's fingerprint does not fit
erased_but_kept | en del, der er meldt slettet, er her stadig | a part reported as erased is still here
erased_without_tombstone | en del mangler, men er ikke meldt slettet | a part is gone, but no entry erased it
timestamp | tidsstemplet passer ikke til loggen, eller det gælder ikke | does not fit the log, or is worthless
exhibit_extra | filen hører ikke til noget bilag | the file belongs to no exhibit
exhibit_list | rapportens liste over bilag hænger ikke sammen | the dossier's list of exhibits is wrong
exhibit_object | filen er ikke den, der blev forseglet | the file is not the one that was sealed
exhibit_parent | det viste er ikke lavet af det nævnte billede | was not made from the picture named
extra_file | filen er ikke den, der blev noteret | the file is not the one that was noted
extra_list | listen over andet, der er med, hænger ikke sammen | the list of what else goes along is wrong
adopted_entry | punktet findes ikke i kollegaens log | the colleague's log has no such entry
extra_unlisted | filen er ikke noteret i rapportens punkt | the file is not noted in the dossier's entry
file_hash | filen er ændret | the file was changed
file_missing | filen mangler | the file is missing
file_not_listed | filen står ikke i fillisten | the file is not in the list of files
folder_name | mappens navn passer ikke til koden i rapporten | does not have the name its dossier gave it
genesis | loggens første punkt er forkert | the first entry of the log is wrong
ledger_form | loggen følger ikke reglerne | the log breaks the rules
link | punktet følger ikke efter det før | the entry does not follow the one before
manifest_form | fillisten følger ikke reglerne | the list of files breaks the rules
newer_format | er lavet af en nyere udgave | was made by a newer version
not_a_file | er ikke en almindelig fil | is not an ordinary file
not_a_package | er ikke en pakke fra Bevismappe | is not a package from Bevismappe
object_without_file | punktets fil følger ikke med | the entry's file is not in the package
object_size | filens størrelse er ikke den, der blev noteret | the size is not the one that was noted
other_parts | er kun en del: der hører flere til | is one part only: there are more
original_object | originalen er ikke den, der blev forseglet | the original is not the one that was sealed
parts_order | delene står ikke i formatets rækkefølge | the parts are not in the order of the format
parts_hash | punktets liste over dele er ændret | the entry's list of parts was changed
receipt | koden hører ikke til noget punkt her | the receipt code belongs to no entry here
sequence | punktets nummer er forkert | the entry's number is wrong
system_file | er lagt til af computeren og ikke kontrolleret | was added by the computer and not checked
tombstone | en sletning nævner noget, der ikke findes | an erasure names what does not exist
too_large | for mange filer | too many files
unknown_file | hører ikke til (lagt til af systemet? pak ud igen) | does not belong (added by the system?)
unreadable | kan ikke læses | cannot be read
unreadable_file | filen kan ikke læses | the file cannot be read
witness_statement | det, vidnet har underskrevet, holder ikke | what the witness signed does not hold
zip_anew | er pakket igen, og hver fil er kontrolleret | was zipped anew; each file was checked
zip_cut | zip-filen er skåret af | the zip file was cut
zip_method | er pakket på en anden måde: pak zip-filen ud først | is packed another way: unpack the zip first
zip_form | zip-filen er ikke, som programmet skrev den | not as the program wrote the zip
"""
)
FINDING_TEXTS["time_back"] = (
    "tidspunktet ligger før det foregående: uret gik tilbage, eller det blev gemt senere, end det blev lavet",
    "its time is earlier than the one before: the clock went back, or it was saved later than it was made",
)
VERDICT_TEXTS = read_texts(
    """
ANCHORED | Uændret siden et tidsstempel udefra | Unchanged since a timestamp from outside
CONSISTENT | Alt passer sammen | Everything holds together
EARLIER | Koden passer, men dækker ikke rapporten | The code fits, but does not cover the dossier
INCOMPLETE | Noget mangler | Something is missing
ALTERED | Noget er ændret | Something was changed
UNREADABLE | Kan ikke læses som en pakke | Cannot be read as a package
not_a_package | Ikke en pakke fra Bevismappe | Not a package from Bevismappe
newer_format | Lavet af en nyere udgave af Bevismappe | Made by a newer version of Bevismappe
"""
)
VERDICT_TEXTS["NOT CONFIRMED"] = (
    "Koden hører ikke til denne pakke, eller er læst forkert",
    "The code does not belong to this package, or was misread",
)
USAGE_TEXTS = read_texts(
    """
code | er ikke en kontrolkode (32 tegn, og måske /41 KX) | not a receipt code (32 signs, then perhaps /41 KX)
root | er ikke en SHA-256 (64 tegn af 0-9 og a-f) | is no SHA-256 (64 signs of 0-9 and a-f)
letters | koden er læst forkert: de to bogstaver bagest passer ikke | misread: the two letters at its end do not fit
"""
)
LONG_TEXTS = {
    "CONSISTENT": """
Det er ikke bekræftet udefra. Kontrollen kan ikke se, om hele loggen er lavet om fra bunden, og enhver
kan lave en ny pakke. Næste skridt: Sammenlign kontrolkoden med en, du har fået ad en anden vej.
|
It is not confirmed from outside. The check cannot see whether the whole log was made anew, and anyone
can make a new package. Next: compare the receipt code with one that you got another way.
""",
    "ANCHORED": """
Det gælder alt til og med det punkt, tidsstemplet dækker. Det dækker ikke, hvad der kom efter, heller ikke
rapporten: Sammenlign også kontrolkoden.
|
That holds for all up to the entry that the timestamp covers. It does not cover what came after, nor the
dossier: compare the receipt code too.
""",
    "stamp": """
Tidsstempel fra {by}: Den {at} (UTC) fandtes alt til og med punkt {seq}, som det er nu.
|
Timestamp by {by}: on {at} (UTC) all up to entry {seq} was there, as it is now.
""",
    "stamp_unknown": """
Kontrolprogrammet kender ikke den, der står inde for det. Sammenlign rodcertifikatets SHA-256 med et, du
har fået ad en anden vej, og angiv det med --authority: {root}
|
This verifier does not know who vouches for it. Compare the SHA-256 of the root certificate with one that you
got another way, and give it with --authority: {root}
""",
    "matched_last": """
Din kontrolkode passer til punkt {seq}, pakkens sidste: Loggen, rapporten og de bilag, der er med, er
uændret, siden koden blev givet.
|
Your receipt code fits entry {seq}, the last of the package: the entries of the log, the dossier and
the exhibits that are here are unchanged since the code was given.
""",
    "matched_earlier": """
Din kontrolkode passer til punkt {seq}: Alt til og med det er uændret, siden koden blev givet.
Koden dækker hverken PDF'en eller valget af bilag. Rapporten blev først forseglet i punkt {last}.
Bed også om koden til punkt {last}.
|
Your receipt code fits entry {seq}: everything up to it is unchanged since the code was given.
The code covers neither the PDF nor the choice of exhibits. The dossier was sealed later, in entry {last}.
Ask for the code of entry {last} too.
""",
    "not_covered": """
Koden viser ikke, om noget, der før var vist, siden er taget ud. Den dækker heller ikke læs mig-filerne
og kontrolprogrammerne.
|
The code does not show whether something that was shown before has since been taken out. Nor does it cover
the read me files and the verifiers.
""",
    "NOT CONFIRMED": """
Læs koden igen. Passer den stadig ikke, så bed om den én gang til der, hvor du fik den.
|
Read the code once more. If it still does not fit, ask for it again from the one who gave it to you.
""",
    "not_a_package": """
Intet er kontrolleret. Det siger ikke, at noget er ændret.
|
Nothing was checked. It does not say that anything was changed.
""",
    "newer_format": """
Dette kontrolprogram kender ikke den udgave. Det siger ikke, at noget er ændret. Brug et nyere kontrolprogram.
|
This verifier does not know that version. It does not say that anything was changed. Use a newer verifier.
""",
    "findings": """
Hvad det er, og hvor, står under "Fund".
|
What it is, and where, stands under "Findings".
""",
    "withheld": """
Punkter i loggen, der ikke er vist: {entries}. Dele, der ikke er vist i de andre punkter: {parts}.
|
Entries of the log that are not shown: {entries}. Parts that are not shown in the others: {parts}.
""",
    "without_file": """
Bilag, hvis fil ikke er med i denne pakke: {numbers}
|
Exhibits (Bilag) whose file is not in this package: {numbers}
""",
    "limits": """
Kontrollen siger ikke, om opslaget var sandt, hvem der skrev det, eller om computerens ur gik rigtigt.
|
The check does not say whether the post was true, who wrote it, or whether the computer's clock was right.
""",
}


def long_text(name: str, lang: int, **values: object) -> str:
    """One of the longer texts."""
    return LONG_TEXTS[name].split("|")[lang].strip().format(**values)


def describe(finding: Finding, lang: int) -> str:
    """One finding as a sentence for a person."""
    words = []
    if finding.exhibit is not None:
        words.append(("Bilag {}", "Exhibit (Bilag) {}")[lang].format(finding.exhibit))
    if finding.seq is not None:
        words.append(("punkt {}", "entry {}")[lang].format(finding.seq))
    if finding.path:
        words.append(finding.path)
    subject = ", ".join(words) or ("Pakken", "The package")[lang]
    lines = [f"  - [{finding.kind}] {subject}: {FINDING_TEXTS[finding.kind][lang]}"]
    if finding.expected:
        lines.append(("      ventet: ", "      expected: ")[lang] + shown(finding.expected))
    if finding.found:
        lines.append(("      fundet: ", "      found: ")[lang] + shown(finding.found))
    return "\n".join(lines)


def print_stamps(answer: Answer, lang: int) -> None:
    """The newest token of each authority."""
    newest = {each.root: each for each in answer.anchored}
    for each in newest.values():
        at = each.at.replace("T", " ").rstrip("Z")
        print("\n" + long_text("stamp", lang, by=each.by or "?", at=at, seq=each.seq))
        if not each.known:
            print(long_text("stamp_unknown", lang, root=each.root))


def print_text(answer: Answer, target: Path, lang: int) -> None:
    """The answer for a person, calm and with the verdict last."""
    print(("Kontrol af ", "Check of ")[lang] + shown(target.name, 200) + "\n")
    for check in CHECKS:
        state = answer.state(check)
        word = "noted" if state == "failed" and check in REMARKS else state
        what = CHECK_TEXTS[check][lang]
        if check == "erasures" and state == "passed" and not answer.counts[check]:
            what = ("ingen sletninger", "no erasures")[lang]
        line = f"  [{check}] {STATE_TEXTS[word][lang]}: {what}"
        if state == "not_checked":
            reason = answer.reasons.get(check, check if check in REASONS else "other")
            line += f" ({REASONS[reason][lang]})"
        elif answer.counts.get(check):
            line += f" ({answer.counts[check]})"
        print(line)
    if answer.without_file:
        numbers = ", ".join(map(str, answer.without_file))
        print("\n" + long_text("without_file", lang, numbers=numbers))
    if answer.entries:
        counts = {"entries": answer.withheld_entries, "parts": answer.withheld_parts}
        print("\n" + long_text("withheld", lang, **counts))
    if answer.findings:
        total = len(answer.findings) + answer.left_out
        print("\n" + ("Fund", "Findings")[lang] + f" ({total}):")
        for finding in answer.findings:
            print(describe(finding, lang))
    print()
    for at, (_, seq, code) in enumerate(answer.receipts, 1):
        named = (
            "Pakkens kontrolkode (sammenlign denne)",
            "The package's receipt code (compare this one)",
        )
        if at < len(answer.receipts):
            named = ("Koden, der er trykt i rapporten", "The code printed in the dossier")
        print(f"{named[lang]}: {written_code(code, seq)}")
    print_stamps(answer, lang)
    matched = answer.matched if answer.verdict in ("ANCHORED", "CONSISTENT") else None
    last = answer.receipts[-1][1] if answer.receipts else None
    word = "EARLIER" if matched and matched[1] != last else answer.verdict
    if answer.findings and answer.findings[0].kind in ("not_a_package", "newer_format"):
        word = answer.findings[0].kind
    print(
        "\n" + ("RESULTAT: ", "RESULT: ")[lang] + f"{VERDICT_TEXTS[word][lang]} ({answer.verdict})"
    )
    if matched:
        which = "matched_last" if matched[1] == last else "matched_earlier"
        print(long_text(which, lang, seq=matched[1], last=last))
        print(long_text("not_covered", lang))
    else:
        print(long_text(word if word in LONG_TEXTS else "findings", lang))
    print(long_text("limits", lang))


def as_json(answer: Answer) -> str:
    """The answer for a program."""
    names = ("chain", "seq", "code")
    receipts = [dict(zip(names, receipt)) for receipt in answer.receipts]
    return json.dumps(
        {
            "verdict": answer.verdict,
            "findings": [finding._asdict() for finding in answer.findings],
            "findings_left_out": answer.left_out,
            "checks": [
                {"name": name, "state": answer.state(name), "count": answer.counts.get(name, 0)}
                for name in CHECKS
            ],
            "receipts": receipts,
            "matched": dict(zip(names, answer.matched)) if answer.matched else None,
            "entries": answer.entries,
            "objects": answer.objects,
            "exhibits_without_file": answer.without_file,
            "withheld_entries": answer.withheld_entries,
            "withheld_parts": answer.withheld_parts,
            "anchored": [each._asdict() for each in answer.anchored],
        },
        indent=1,
    )


def speak_utf8(*streams: "Any") -> None:
    """Write UTF-8 into files and pipes, where Windows has a code page that lacks letters; a terminal knows its own."""
    for stream in streams:
        if hasattr(stream, "reconfigure"):
            if not stream.isatty():
                stream.reconfigure(encoding="utf-8")
            stream.reconfigure(errors="backslashreplace")


def main(arguments: "list[str]") -> int:
    """Read the arguments, check, print, and give the exit code."""
    parser = argparse.ArgumentParser(prog="verify.py", description=__doc__.splitlines()[0])
    parser.add_argument("target", nargs="?", help="folder or zip (default: where this file lies)")
    parser.add_argument("--expect", metavar="CODE", help="a receipt code you got another way")
    parser.add_argument("--authority", metavar="SHA256", action="append", default=[],
                        help="a timestamp authority's root certificate, by its SHA-256")  # fmt: skip
    parser.add_argument("--lang", choices=("da", "en"), default="da")
    parser.add_argument("--json", action="store_true")
    speak_utf8(sys.stdout, sys.stderr)
    options = parser.parse_args(arguments)
    expect = None
    if options.expect is not None:
        try:
            expect = read_expected(options.expect)
        except CheckLettersError:
            parser.error("--expect: " + USAGE_TEXTS["letters"][options.lang == "en"])
        except ValueError:
            parser.error("--expect: " + USAGE_TEXTS["code"][options.lang == "en"])
    roots = tuple(re.sub("[ :]", "", each).lower() for each in options.authority)
    if not all(HEX64.match(each) for each in roots):
        parser.error("--authority: " + USAGE_TEXTS["root"][options.lang == "en"])
    target = Path(options.target or Path(__file__).parent).resolve()
    answer = verify(target, expect, roots)
    if options.json:
        print(as_json(answer))
    else:
        print_text(answer, target, 0 if options.lang == "da" else 1)
    return EXIT[answer.verdict]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
