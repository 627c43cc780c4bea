"""Makes packages by hand, and bad ones: an implementation of the format that shares nothing with the app's.

Entries are kept as plain drafts, so that a corruption can change one thing and choose whether the hashes
after it are made anew (``reseal``) and whether the lists of files are (``relist``).
"""

from __future__ import annotations

import copy
import hashlib
import json
import struct
import zlib
from dataclasses import dataclass, field
from pathlib import Path

CHAIN = "0123456789abcdef0123456789abcdef"
VAULT = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
CASE = "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LEDGER = "data/ledger/evidence.txt"
DOSSIER = "data/dossier.pdf"
TAGS = (
    "LAES-MIG.txt",
    "README.txt",
    "bag-info.txt",
    "bagit.txt",
    "manifest-sha256.txt",
    "verify.py",
    "verify.sh",
)


def sha(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def receipt(entry_hash: str) -> str:
    bits = f"{int(entry_hash[:40], 16):0160b}"
    code = "".join(ALPHABET[int(bits[at : at + 5], 2)] for at in range(0, 160, 5))
    return " ".join(code[at : at + 4] for at in range(0, 32, 4))


@dataclass
class PartDraft:
    name: str
    body: bytes
    salt: str
    state: str = "open"
    commitment: str = ""

    def commit(self) -> None:
        text = f"bevismappe/part/1\n{self.name}\n{self.salt}\n".encode()
        self.commitment = sha(text + self.body)


@dataclass
class EntryDraft:
    seq: int
    time: str
    parts: list[PartDraft]
    previous: str = ""
    parts_hash: str = ""
    hash: str = ""

    def part(self, name: str) -> PartDraft:
        return next(part for part in self.parts if part.name == name)

    def shows_something(self) -> bool:
        return any(part.state != "withheld" for part in self.parts)

    def facts(self) -> dict[str, object]:
        value: dict[str, object] = json.loads(self.part("facts").body)
        return value


@dataclass
class LedgerDraft:
    entries: list[EntryDraft]
    chain: str = CHAIN
    kind: str = "evidence"
    end: int | None = None

    def reseal(self, start: int = 0) -> None:
        """Make every hash from ``start`` on anew, as a skilled forger would."""
        for place, entry in enumerate(self.entries):
            if place < start:
                continue
            entry.seq = place
            for part in entry.parts:
                if part.state == "open":
                    part.commit()
            entry.previous = self.entries[place - 1].hash if place else "0" * 64
            self.rehash(place)

    def rehash(self, place: int) -> None:
        """Make one entry's own two hashes anew from what it says."""
        entry = self.entries[place]
        listing = "".join(f"{part.name} {part.commitment}\n" for part in entry.parts)
        entry.parts_hash = sha(f"bevismappe/parts/1\n{listing}".encode())
        text = f"bevismappe/entry/1\n{self.chain}\n{entry.seq}\n{entry.previous}\n{entry.time}\n"
        entry.hash = sha(f"{text}{entry.parts_hash}\n".encode())

    def text(self) -> bytes:
        lines: list[bytes] = [b"bevismappe/ledger/1", f"chain {self.chain} {self.kind}".encode()]
        for entry in self.entries:
            words = (entry.seq, entry.time, entry.previous, entry.parts_hash, entry.hash)
            lines.append(("entry " + " ".join(str(word) for word in words)).encode())
            for part in entry.parts if entry.shows_something() else ():
                line = f"part {part.name} {part.commitment} {part.state}"
                if part.state == "open":
                    lines += [f"{line} {part.salt}".encode(), b"body " + part.body]
                else:
                    lines.append(line.encode())
        end = len(self.entries) if self.end is None else self.end
        return b"\n".join([*lines, f"end {end}".encode(), b""])


@dataclass
class Forged:
    """A package: its files, and the ledger draft that its ledger was written from."""

    files: dict[str, bytes]
    ledger: LedgerDraft
    top: str = "bevismappe-leder-00000000"
    form: int = 1
    count: str = "1 of 1"
    notes: list[str] = field(default_factory=list)

    def copy(self) -> Forged:
        return copy.deepcopy(self)

    def relist(self) -> None:
        """Write bag-info, both lists of files and the folder's name anew, as a skilled forger would."""
        if len(self.ledger.entries) > 1:
            code = receipt(self.ledger.entries[-2].hash).replace(" ", "")
            self.top = f"bevismappe-leder-{code[:8].lower()}"
        payload = sorted(name for name in self.files if name.startswith("data/"))
        last = self.ledger.entries[-1]
        size = sum(len(self.files[name]) for name in payload)
        count = f"Bag-Count: {self.count}\n" if self.form > 1 else ""
        self.files["bag-info.txt"] = (
            f"Bevismappe-Package: {self.form}\nBagging-Date: {last.time[:10]}\n"
            f"External-Identifier: {receipt(last.hash)} /{last.seq}\n{count}"
            f"Payload-Oxum: {size}.{len(payload)}\n"
        ).encode()
        self.files["manifest-sha256.txt"] = self._list(payload)
        self.files["tagmanifest-sha256.txt"] = self._list(
            [name for name in TAGS if name in self.files]
        )

    def write_ledger(self) -> None:
        self.files[LEDGER] = self.ledger.text()

    def _list(self, names: list[str]) -> bytes:
        return "".join(f"{sha(self.files[name])}  {name}\n" for name in names).encode()

    def order(self) -> list[str]:
        first = ["LAES-MIG.txt", "README.txt", "verify.py", "verify.sh"]
        last = ["bag-info.txt", "bagit.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt"]
        rest = sorted(name for name in self.files if name not in first + last)
        return [name for name in (*first, *rest, *last) if name in self.files]

    def zip(self) -> bytes:
        return zip_of([(f"{self.top}/{name}", self.files[name]) for name in self.order()])

    def unpack(self, folder: Path) -> Path:
        for name, data in self.files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        return folder


def zip_of(members: list[tuple[str, bytes]]) -> bytes:
    """A zip written byte by byte, so that tests can say exactly what stands where."""
    out, directory = b"", b""
    for name, data in members:
        raw = name.encode()
        fields = (20, 0, 0, 0, 0x21, zlib.crc32(data), len(data), len(data), len(raw), 0)
        directory += struct.pack("<4sH5H3L2H", b"PK\x01\x02", 0x0314, *fields)
        directory += struct.pack("<3H2L", 0, 0, 0, 0o100644 << 16, len(out)) + raw
        out += struct.pack("<4s5H3L2H", b"PK\x03\x04", *fields) + raw + data
    end = struct.pack(
        "<4s4H2LH", b"PK\x05\x06", 0, 0, len(members), len(members), len(directory), len(out), 0
    )
    return out + directory + end


def body(kind: str, **fields: object) -> bytes:
    return json.dumps({"kind": kind, "version": 1, **fields}, ensure_ascii=False).encode()


def ref(seq: int, chain: str = CHAIN) -> dict[str, object]:
    return {"chain": chain, "seq": seq}


def object_body(data: bytes, media_type: str) -> bytes:
    return body("object", sha256=sha(data), size=len(data), media_type=media_type)


PNG = b"\x89PNG\r\n\x1a\n"
PICTURE_1 = PNG + b"billede et, som det blev taget \x00\x01\x02\xff"
PICTURE_2 = PNG + b"billede to med et navn, der skal vaek"
PICTURE_2_COVERED = PNG + b"billede to med sort hen over navnet"
MAIL = b"From: en\r\nTo: to\r\n\r\nhej\r\n"
MAIL_VIEW = PNG + b"visning af mailen"
BAGIT = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
PDF = b"%PDF-1.7\net lille dossier, kode trykt her\n%%EOF\n"
# The parts of each entry: name, body and state.
Plan = list[list[tuple[str, bytes, str]]]
VERIFIER = Path(__file__).parents[3] / "resources" / "verifier"


def small() -> Forged:
    """The same case with stand-ins for the verifiers, for what is tried very often."""
    forged = good()
    forged.files |= {"verify.py": b"p\n", "verify.sh": b"s\n"}
    forged.relist()
    return forged


def smallest() -> Forged:
    """A mail and its view, an erased part, a withheld entry: every kind of file and of line, and nothing twice."""
    listed = [
        {"number": 1, "entry": ref(2), "path": "data/exhibits/bilag-001.png"},
        {"number": 1, "entry": ref(1), "path": "data/originals/bilag-001.eml"},
    ]
    exhibits = [{"number": 1, "original": ref(1), "shown": ref(2)}]
    plan: Plan = [
        [("genesis", body("genesis", format=1, vault=VAULT, case=CASE, chain_kind="evidence",
                          program="0"), "open")],
        [("facts", body("file"), "open"), ("source", body("file_source"), "erased"),
         ("object", object_body(MAIL, "message/rfc822"), "open")],
        [("facts", body("view", parent=ref(1)), "open"), ("more", body("more"), "withheld"),
         ("object", object_body(MAIL_VIEW, "image/png"), "open")],
        [("facts", body("tombstone", targets=[{**ref(1), "parts": ["source"]}]), "open")],
        [("facts", body("note"), "withheld")],
        [("facts", body("dossier", head=ref(4), exhibits=exhibits, files=listed), "open"),
         ("object", object_body(PDF, "application/pdf"), "open")],
    ]  # fmt: skip
    return _forged(
        plan,
        {
            "LAES-MIG.txt": "Læs\n".encode(),
            "README.txt": b"Read\n",
            "verify.py": b"p\n",
            "verify.sh": b"s\n",
            "bagit.txt": BAGIT,
            DOSSIER: PDF,
            "data/exhibits/bilag-001.png": MAIL_VIEW,
            "data/originals/bilag-001.eml": MAIL,
        },
    )


def older() -> Forged:
    """The same case from a version whose dossiers did not list the files that go along."""
    forged = good()
    entry = forged.ledger.entries[-1]
    facts = {name: value for name, value in entry.facts().items() if name != "files"}
    entry.part("facts").body = json.dumps(facts).encode()
    forged.ledger.reseal(10)
    forged.write_ledger()
    forged.relist()
    return forged


def good() -> Forged:
    """Two captures (one with a name covered), a mail that travels with its view, and an erased note."""
    exhibits = [
        {"number": 1, "original": ref(2), "shown": ref(2)},
        {"number": 2, "original": ref(3), "shown": ref(4)},
        {"number": 3, "original": ref(5), "shown": ref(6)},
    ]
    listed = [
        {"number": 1, "entry": ref(2), "path": "data/exhibits/bilag-001.png"},
        {"number": 2, "entry": ref(4), "path": "data/exhibits/bilag-002.png"},
        {"number": 3, "entry": ref(6), "path": "data/exhibits/bilag-003.png"},
        {"number": 3, "entry": ref(5), "path": "data/originals/bilag-003.eml"},
    ]
    plan: Plan = [
        [("genesis", body("genesis", format=1, vault=VAULT, case=CASE, chain_kind="evidence",
                          program="Bevismappe 0.1.0"), "open")],
        [("facts", body("case", title="Sag æøå"), "withheld"), ("person", body("person"), "withheld")],
        [("facts", body("capture", captured_at="2026-11-23T13:03:11.042Z"), "open"),
         ("window", body("capture_window", title="Gruppen"), "withheld"),
         ("object", object_body(PICTURE_1, "image/png"), "open")],
        [("facts", body("capture", captured_at="2026-11-23T13:04:00.000Z"), "open"),
         ("object", object_body(PICTURE_2, "image/png"), "withheld")],
        [("facts", body("working_copy", parent=ref(3)), "open"),
         ("redactions", body("working_copy_redactions", redactions=[]), "withheld"),
         ("object", object_body(PICTURE_2_COVERED, "image/png"), "open")],
        [("facts", body("file", media_type="message/rfc822"), "open"),
         ("source", body("file_source", name='hån \u202e "citat" \\ & <b>.eml'), "open"),
         ("object", object_body(MAIL, "message/rfc822"), "open")],
        [("facts", body("view", parent=ref(5)), "open"),
         ("object", object_body(MAIL_VIEW, "image/png"), "open")],
        [("facts", body("note"), "open"), ("text", body("note_text", text="x"), "erased")],
        [("facts", body("tombstone", targets=[{**ref(7), "parts": ["text"]}]), "open")],
        [("facts", body("note"), "withheld"), ("text", body("note_text", text="y"), "withheld")],
        [("facts", body("dossier", head=ref(9), recipient="leder", exhibits=exhibits, files=listed), "open"),
         ("object", object_body(PDF, "application/pdf"), "open")],
    ]  # fmt: skip
    files = {
        "LAES-MIG.txt": "Læs mig\n".encode(),
        "README.txt": b"Read me\n",
        "verify.py": (VERIFIER / "verify.py").read_bytes(),
        "verify.sh": (VERIFIER / "verify.sh").read_bytes(),
        "bagit.txt": BAGIT,
        DOSSIER: PDF,
        "data/exhibits/bilag-001.png": PICTURE_1,
        "data/exhibits/bilag-002.png": PICTURE_2_COVERED,
        "data/exhibits/bilag-003.png": MAIL_VIEW,
        "data/originals/bilag-003.eml": MAIL,
    }
    return _forged(plan, files)


def _forged(plan: Plan, files: dict[str, bytes]) -> Forged:
    entries = []
    for seq, parts in enumerate(plan):
        drafts = [
            PartDraft(name, data, sha(f"salt {seq} {name}".encode()), state)
            for name, data, state in parts
        ]
        for draft in drafts:
            draft.commit()
        entries.append(EntryDraft(seq, f"2026-11-23T13:{seq:02d}:11.042Z", drafts))
    ledger = LedgerDraft(entries)
    ledger.reseal()
    forged = Forged(files, ledger)
    forged.write_ledger()
    forged.relist()
    return forged
