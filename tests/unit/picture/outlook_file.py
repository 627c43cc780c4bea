"""A mail as Outlook saves it, made byte by byte: [MS-CFB] for the file, [MS-OXMSG] for what stands in it."""

from __future__ import annotations

import struct
from collections.abc import Mapping

_SECTOR, _FREE, _END, _FAT = 512, 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_STORAGE, _STREAM, _ROOT = 1, 2, 5
Tree = Mapping[str, "bytes | Tree"]


def outlook_mail(
    subject: str, body: str, headers: str = "", attached: Mapping[str, bytes] | None = None
) -> bytes:
    """The bytes of a .msg with these words and files."""
    files = attached or {}
    tree: dict[str, bytes | Tree] = {
        "__nameid_version1.0": {"__substg1.0_00020102": bytes(16)},
        "__properties_version1.0": struct.pack("<8x4I8x", 0, len(files), 0, len(files))
        + _properties({0x0037: subject, 0x1000: body, 0x007D: headers, 0x001A: "IPM.Note"}),
        **_strings({0x0037: subject, 0x1000: body, 0x007D: headers, 0x001A: "IPM.Note"}),
    }
    for number, (name, data) in enumerate(files.items()):
        fixed = struct.pack("<HHIQ", 0x0003, 0x3705, 6, 1)
        held = struct.pack("<HHIII", 0x0102, 0x3701, 6, len(data), 0)
        tree[f"__attach_version1.0_#{number:08X}"] = {
            "__properties_version1.0": bytes(8) + fixed + held + _properties({0x3707: name}),
            "__substg1.0_37010102": data,
            **_strings({0x3707: name}),
        }
    return compound(tree)


def _strings(said: Mapping[int, str]) -> dict[str, bytes]:
    return {f"__substg1.0_{tag:04X}001F": words.encode("utf-16-le") for tag, words in said.items()}


def _properties(said: Mapping[int, str]) -> bytes:
    return b"".join(
        struct.pack("<HHIII", 0x001F, tag, 6, 2 * len(words) + 2, 0) for tag, words in said.items()
    )


def compound(tree: Tree) -> bytes:
    """A compound file; every stream is filled up to the 4096 bytes from which it lies in whole sectors."""
    entries: list[list[int | str]] = [["Root Entry", _ROOT, _FREE, _FREE, _END, 0]]
    sectors: list[bytes] = []
    links: list[int] = []

    def put(data: bytes) -> int:
        start = len(sectors)
        pieces = [
            data[at : at + _SECTOR].ljust(_SECTOR, b"\0") for at in range(0, len(data), _SECTOR)
        ]
        sectors.extend(pieces)
        links.extend([*range(start + 1, start + len(pieces)), _END])
        return start

    def add(names: Tree) -> int:
        places: list[int] = []
        for name in sorted(names, key=lambda each: (len(each), each.upper())):
            entries.append([name, _STREAM, _FREE, _FREE, _END, 0])
            places.append(len(entries) - 1)
        for place, after in zip(places, [*places[1:], _FREE], strict=True):
            entries[place][3] = after
            held = names[str(entries[place][0])]
            if isinstance(held, bytes):
                small.append((place, held))
            else:
                entries[place][1], entries[place][2] = _STORAGE, add(held)
        return places[0] if places else _FREE

    small: list[tuple[int, bytes]] = []
    entries[0][2] = add(tree)
    mini, mini_links = b"", list[int]()
    for place, data in small:
        entries[place][5] = len(data)
        if len(data) >= 4096:
            entries[place][4] = put(data)
        elif data:
            first = len(mini) // 64
            count = -(-len(data) // 64)
            entries[place][4] = first
            mini += data.ljust(count * 64, b"\0")
            mini_links += [*range(first + 1, first + count), _END]
    entries[0][4], entries[0][5] = put(mini or bytes(64)), len(mini)
    mini_table = put(struct.pack(f"<{len(mini_links)}I", *mini_links).ljust(_SECTOR, b"\xff"))
    mini_sectors = len(sectors) - mini_table
    folder = put(b"".join(_entry(*each) for each in entries))
    tables = 1
    while tables * 128 < len(sectors) + tables:
        tables += 1
    links += [_FAT] * tables
    fat = struct.pack(f"<{len(links)}I", *links).ljust(tables * _SECTOR, b"\xff")
    head = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16)
    head += struct.pack("<HHHHH6xIIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, tables, folder, 0, 4096,
                        mini_table, mini_sectors, _END, 0, len(sectors))  # fmt: skip
    listed = [*range(len(sectors), len(sectors) + tables)]
    head = head[:76] + struct.pack(f"<{len(listed)}I", *listed)
    return head.ljust(_SECTOR, b"\xff") + b"".join(sectors) + fat


def _entry(
    name: object, kind: object, child: object, right: object, start: object, size: object
) -> bytes:
    spelt = str(name).encode("utf-16-le") + b"\0\0"
    return spelt.ljust(64, b"\0") + struct.pack(
        "<HBBIII16xI16xIQ", len(spelt), kind, 1, _FREE, right, child, 0, start, size
    )
