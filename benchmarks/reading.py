"""Text in pictures: how well twenty made-up posts are read, what is found in them, and how long a picture takes.

The peer is tesseract's own command on the same pixels, enlarged beforehand, with the same languages and one thread; the
system's version of it, which can be another one. Error rates have a promise beside them and no peer.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from PIL import Image

from app.naming import find_numbers
from app.picture import (
    LanguageData,
    Pixels,
    ReadText,
    WarmChild,
    decode_untrusted,
    find_language_data,
    read_words,
    sniff,
)
from app.vocabulary import Likeness
from benchmarks.rows import Row, against_peer, medians_ms
from tests.data.read_set import Post, errors, plain, posts

ROUNDS = 5
_QUICK = 4
_SCREENS, _PHOTOS, _NAMES = 0.02, 0.08, 0.95
_MOST_FALSE = 2
_TIMED = ("02-dark", "08-roomy", "12-condensed", "15-photo-letter")


def rows(*, quick: bool = False) -> list[Row]:
    """Error rates on screenshots and photos, numbers and names that were found, and seconds a picture."""
    data = find_language_data()
    found = posts()[:: 20 // _QUICK] if quick else posts()
    pictures = {post.name: _pixels(post) for post in found}
    with WarmChild() as warm:
        read = {name: read_words(pixels, data, warm=warm) for name, pixels in pictures.items()}
        told = _quality(found, read)
        timed = [pictures[name] for name in _TIMED if name in pictures] or [*pictures.values()][:1]
        ours = [_ours(pixels, data, warm, 1 if quick else ROUNDS) for pixels in timed]
    peer = [_command(pixels, data, 1 if quick else ROUNDS) for pixels in timed]
    label = f"text in a picture, {len(timed)} pictures"
    return [*told, against_peer(label, sum(ours), sum(peer), "tesseract's own command", 1.1)]


def _quality(found: Sequence[Post], read: dict[str, ReadText]) -> list[Row]:
    made: list[Row] = []
    for what, goal, chosen in (
        ("screenshots", _SCREENS, [post for post in found if not post.photo]),
        ("photos", _PHOTOS, [post for post in found if post.photo]),
    ):
        if chosen:
            wrong = sum(errors(read[post.name].text, post.words) for post in chosen)
            rate = 100 * wrong / sum(len(plain(post.words)) for post in chosen)
            label = f"letters read wrong, {len(chosen)} {what}"
            made.append(against_peer(label, rate, 100 * goal, "promise", 1.0, unit="%"))
    wanted = [number for post in found for number in post.cpr]
    numbers = [number for post in found for number in _numbers(read[post.name].text)]
    right = sum(number in numbers for number in wanted)
    missing = f"ten-digit numbers missed, of {len(wanted)}"
    made.append(Row(missing, len(wanted) - right, 0, "promise", 0, 0, 0, right == len(wanted), ""))
    false = len([number for number in numbers if number not in wanted])
    made.append(
        against_peer("numbers found that are none", false, _MOST_FALSE, "promise", 1, unit="")
    )
    names = [(post, name) for post in found for name in post.names]
    seen = sum(name in plain(read[post.name].text) for post, name in names)
    share = 100 * (1 - seen / len(names))
    label = f"names missed, of {len(names)}"
    return [*made, against_peer(label, share, 100 * (1 - _NAMES), "promise", 1.0, unit="%")]


def _numbers(text: str) -> list[str]:
    """The ten digits of what looks like the number of a person, however the lines are broken."""
    flat = plain(text).replace("- ", "-")
    return [
        flat[each.start : each.end] for each in find_numbers(flat) if each.likeness is Likeness.CPR
    ]


def _pixels(post: Post) -> Pixels:
    untrusted = post.path.read_bytes()
    return decode_untrusted(untrusted, sniff(untrusted)).pixels


def _ours(pixels: Pixels, data: LanguageData, warm: WarmChild, rounds: int) -> float:
    (spent,) = medians_ms(rounds, lambda: read_words(pixels, data, warm=warm))
    return spent


def _command(pixels: Pixels, data: LanguageData, rounds: int) -> float:
    size = (pixels.width_px, pixels.height_px)
    picture = Image.frombytes("RGB", size, pixels.rgb).convert("L")
    picture = picture.resize((2 * size[0], 2 * size[1]), Image.Resampling.BICUBIC)
    with tempfile.TemporaryDirectory() as name:
        path = Path(name, "picture.png")
        picture.save(path)
        words = ["tesseract", str(path), "-", "-l", data.languages, "--psm", "3"]
        more = {**os.environ, "OMP_THREAD_LIMIT": "1", "TESSDATA_PREFIX": str(data.folder)}
        (spent,) = medians_ms(
            rounds, lambda: subprocess.run(words, check=True, capture_output=True, env=more)
        )
    return spent
