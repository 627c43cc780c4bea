"""The same five pictures by each road: the same SHA-256, or told to be others than those they look like."""

from __future__ import annotations

import io
import random
import zipfile
from email.message import EmailMessage
from pathlib import Path

from PIL import Image, ImageFilter

from app.actions.add_file import add_file
from app.actions.open_case import OpenCase
from app.casework import Exhibit
from app.picture import WarmChild
from evidence_store import ObjectBody

COUNT = 5


def picture(seed: int) -> bytes:
    """A small photo of nothing, each another one."""
    pick = random.Random(seed)
    rough = Image.frombytes("RGB", (8, 6), pick.randbytes(8 * 6 * 3))
    made = io.BytesIO()
    smooth = rough.resize((160, 120), Image.Resampling.BICUBIC).filter(ImageFilter.BoxBlur(2))
    smooth.save(made, "JPEG", quality=92)
    return made.getvalue()


PICTURES = {f"IMG_{2200 + seed}.jpg": picture(seed) for seed in range(COUNT)}


def by_folder(folder: Path) -> list[Path]:
    paths = [folder / name for name in PICTURES]
    for path, (_, data) in zip(paths, PICTURES.items(), strict=True):
        path.write_bytes(data)
    return paths


def by_mail(folder: Path) -> list[Path]:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "mig@eks.example", "mig@eks.example", "Billeder"
    mail.set_content("Se billederne.")
    for name, data in PICTURES.items():
        mail.add_attachment(data, maintype="image", subtype="jpeg", filename=name)
    (folder / "mail.eml").write_bytes(mail.as_bytes())
    return [folder / "mail.eml"]


def by_zip(folder: Path) -> list[Path]:
    """As a chat is exported."""
    lines = (
        f"12.11.2026, 21.4{at} - Mig: {name} (fil vedhæftet)" for at, name in enumerate(PICTURES)
    )
    with zipfile.ZipFile(folder / "chat.zip", "w") as archive:
        archive.writestr("_chat.txt", "\n".join(lines))
        for name, data in PICTURES.items():
            archive.writestr(name, data)
    return [folder / "chat.zip"]


def by_messenger(folder: Path) -> list[Path]:
    """Smaller and packed anew."""
    paths = [folder / name for name in PICTURES]
    for path, data in zip(paths, PICTURES.values(), strict=True):
        Image.open(io.BytesIO(data)).resize((120, 90)).save(path, "JPEG", quality=60)
    return paths


def hash_of(exhibit: Exhibit) -> str:
    assert isinstance(exhibit.object, ObjectBody)
    return exhibit.object.sha256


def test_a_picture_is_the_same_file_by_each_road_or_told_to_be_another(
    case: OpenCase, tmp_path: Path
) -> None:
    roads = {}
    with WarmChild() as warm:
        for road in (by_folder, by_mail, by_zip, by_messenger):
            folder = tmp_path / road.__name__
            folder.mkdir()
            before = len(case.state.exhibits)
            for path in road(folder):
                add_file(case, path, warm=warm)
            found = case.state.exhibits[before:]
            roads[road.__name__] = [
                each for each in found if hash_of(each) and "image" in str(each.facts)
            ]
    assert {name: len(each) for name, each in roads.items()} == dict.fromkeys(roads, COUNT)
    first = roads["by_folder"]
    for name in ("by_mail", "by_zip"):
        assert [hash_of(each) for each in roads[name]] == [hash_of(each) for each in first]
    for own, packed in zip(first, roads["by_messenger"], strict=True):
        same, looking = packed.alike(case.state.exhibits)
        assert same == ()
        assert own.number in looking
        assert packed.number in own.alike(case.state.exhibits)[1]
    assert len({hash_of(each) for each in first}) == COUNT
