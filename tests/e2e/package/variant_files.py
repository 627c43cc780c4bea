"""Changes by chance of a package's files, of its lists, and of what lies on the disk beside them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random

from tests.e2e.package.damages import flip
from tests.e2e.package.forge import DOSSIER, LEDGER, TAGS, Forged, sha
from tests.posix import mkfifo

_BAG_INFO, _MANIFEST, _TAGS = "bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt"
_NAMES = (
    *(
        "data/exhibits/bilag-009.png",
        "data/originals/bilag-002.mp4",
        "data/exhibits/bilag-1000.bin",
    ),
    *("data/exhibits/bilag-0009.png", "data/exhibits/bilag-000.png", "data/exhibits/bilag-9.png"),
    *(
        "data/exhibits/bilag-009.exe",
        "data/exhibits/bilag-1000000.png",
        "data/more.txt",
        "more.txt",
    ),
    *(
        ".DS_Store",
        "Thumbs.db",
        "data/Thumbs.db",
        "data/exhibits/.DS_Store",
        "__MACOSX/a",
        "__MACOSX/b/._c",
    ),
    *(
        "desktop.ini",
        "notes/desktop.ini",
        "data/ledger/private.txt",
        "__MACOSX",
        "data/tables/a.csv",
        "data/index.html",
        "data/tokens/3.tsr",
        "data/ledger/foreign-2.txt",
    ),
)


def _perhaps_relist(forged: Forged, random: Random) -> None:
    if random.random() < 0.6 and LEDGER in forged.files:
        forged.relist()


def _tags_anew(forged: Forged) -> None:
    names = [name for name in TAGS if name in forged.files]
    forged.files[_TAGS] = "".join(f"{sha(forged.files[name])}  {name}\n" for name in names).encode()


def contents(forged: Forged, random: Random) -> None:
    name = random.choice(sorted(forged.files))
    data = forged.files[name]
    forged.files[name] = random.choice([flip(data, random), data + b"\n", data[:-1], b""])
    _perhaps_relist(forged, random)


def deletions(forged: Forged, random: Random) -> None:
    for _ in range(random.randint(1, 2)):
        del forged.files[random.choice(sorted(forged.files))]
    _perhaps_relist(forged, random)


def additions(forged: Forged, random: Random) -> None:
    for name in random.sample(_NAMES, random.randint(1, 2)):
        if not any(
            other.startswith(f"{name}/") or name.startswith(f"{other}/") for other in forged.files
        ):
            forged.files[name] = random.choice([b"", b"more"])
    _perhaps_relist(forged, random)


def swaps(forged: Forged, random: Random) -> None:
    first, second = random.sample(
        [name for name in sorted(forged.files) if name.startswith("data/")], 2
    )
    forged.files[first], forged.files[second] = forged.files[second], forged.files[first]
    _perhaps_relist(forged, random)


def lists(forged: Forged, random: Random) -> None:
    name = random.choice([_MANIFEST, _TAGS])
    if name not in forged.files:
        return
    text = forged.files[name].split(b"\n")
    at = random.randrange(max(len(text) - 1, 1))
    match random.randrange(11):
        case 0:
            del text[at]
        case 1:
            text.insert(at, text[at])
        case 2:
            text[at], text[at - 1] = text[at - 1], text[at]
        case 3:
            text[at] = flip(text[at] or b"x", random, 0, 1)
        case 4:
            text[at] = text[at].replace(b"  ", random.choice([b" ", b" *", b"\t", b"   "]), 1)
        case 5:
            text[at] += random.choice([b" ", b"\r", b"x"])
        case 6:
            text.insert(at, b"")
        case 7:
            text = text[:-1]
        case 8:
            other = random.choice([_MANIFEST, _TAGS, "bagit.txt", DOSSIER, random.choice(_NAMES)])
            text.insert(at, b"0" * 64 + b"  " + other.encode())
        case 9:
            text[at] = text[at].upper()
        case _:
            text = [line + b"\r" for line in text[:-1]] + text[-1:]
    forged.files[name] = b"\n".join(text)
    if name == _MANIFEST and random.random() < 0.7 and _TAGS in forged.files:
        _tags_anew(forged)


def bag_texts(forged: Forged, random: Random) -> None:
    name = random.choice([_BAG_INFO, _BAG_INFO, "bagit.txt"])
    if name not in forged.files:
        return
    text = forged.files[name]
    number = random.choice(
        [b"0", b"01", b"2", b"3", b"002", b"999999999", b"1000000000", b"-1", b"1 ", b"x", b""]
    )
    forged.files[name] = random.choice(
        [
            text.replace(b"Package: 1", b"Package: " + number),
            text.replace(b"Package: 1\n", b"Package: 1\r\n"),
            text.replace(b"\n", b"\r\n"),
            text[:-1],
            text + b"\n",
            text + b"Contact-Name: x\n",
            b"\xef\xbb\xbf" + text,
            text.replace(b"Oxum: ", b"Oxum: 0"),
            text.replace(b"Oxum: ", b"Oxum: x"),
            text.replace(b"Identifier: ", b"Identifier:  "),
            text.lower(),
            b"".join(reversed(text.splitlines(keepends=True))),
        ]
    )
    if random.random() < 0.7 and _TAGS in forged.files:
        _tags_anew(forged)


def formats(forged: Forged, random: Random) -> None:
    number = random.choice(
        [b"0", b"01", b"2", b"02", b"999999999", b"1000000000", b"1 ", b"1\r", b"x"]
    )
    forged.files[LEDGER] = forged.files[LEDGER].replace(
        b"bevismappe/ledger/1", b"bevismappe/ledger/" + number, 1
    )
    _perhaps_relist(forged, random)


def folder_names(forged: Forged, random: Random) -> None:
    """The folder is called something else, often nothing that a package is called."""
    forged.top = random.choice(
        ["pakke", "bevismappe-leder-00000000", "bevismappe-fag-" + forged.top[-8:], forged.top + " (1)",
         "bevismappe-Leder-" + forged.top[-8:], "bevismappe--" + forged.top[-8:]]
    )  # fmt: skip


def as_it_is(folder: Path, _: Random) -> Path:
    return folder


def with_a_link(folder: Path, random: Random) -> Path:
    """A link in a file's place, or of a name that no package has."""
    name = random.choice(
        [*_NAMES[:10], "bagit.txt", DOSSIER, LEDGER, "data/exhibits/bilag-001.png", ".DS_Store"]
    )
    path = folder / name
    if path.is_file() and not path.is_symlink():
        path.rename(folder.parent / "moved")
        path.symlink_to(folder.parent / "moved")
    elif not path.exists() and path.parent.is_dir():
        path.symlink_to("/dev/null")
    return folder


def with_a_folder(folder: Path, random: Random) -> Path:
    """A folder in a file's place, or one that no package has."""
    name = random.choice(
        [
            *_NAMES[:6],
            "bagit.txt",
            DOSSIER,
            "data/exhibits/bilag-001.png",
            "__MACOSX",
            "data/__MACOSX",
            ".DS_Store",
        ]
    )
    path = folder / name
    if path.is_file():
        path.unlink()
    if not path.exists() and path.parent.is_dir():
        path.mkdir()
        (path / "inside.txt").write_bytes(b"x")
    return folder


def with_a_pipe(folder: Path, random: Random) -> Path:
    path = folder / random.choice(
        ["README.txt", DOSSIER, "pipe", "data/exhibits/bilag-001.png", "data/pipe"]
    )
    path.unlink(missing_ok=True)
    if path.parent.is_dir():
        mkfifo(path)
    return folder


CHANGES = (
    contents,
    deletions,
    additions,
    additions,
    swaps,
    lists,
    lists,
    bag_texts,
    formats,
    folder_names,
)
ON_DISK: tuple[Callable[[Path, Random], Path], ...] = (
    *[as_it_is] * 7,
    with_a_link,
    with_a_folder,
    with_a_pipe,
)
