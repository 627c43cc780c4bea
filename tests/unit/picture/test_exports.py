"""Exports in the form that their programs publish. All of them are made up here, after what the makers have written."""

from __future__ import annotations

import io
import json
import zipfile

import pytest

from app.picture import PictureRefusedError, ReadDocument, Refusal, read_untrusted, sniff
from tests.unit.house.tree import ROOT

WEBP = (ROOT / "tests" / "data" / "cases" / "still.webp").read_bytes()
CHAT = (
    "[14.03.2026, 21.05.00] Afsender Eks: Hej æøå\n[14.03.2026, 21.06.00] Mette Eks: Stop nu\n"
    "[14.03.2026, 21.07.00] Afsender Eks: \u200e<vedhæftet: foto.webp>\n"
)
FACEBOOK = {
    "participants": [{"name": "Afsender Eks"}],
    "title": "Afsender Eks",
    "messages": [
        {"sender_name": "Mette Eks", "timestamp_ms": 1773522360000, "content": "Stop nu"},
        # As Facebook writes it: each byte of UTF-8 a letter of its own.
        {
            "sender_name": "Afsender Eks",
            "timestamp_ms": 1773522300000,
            "content": "Hej \u00c3\u00a6",
        },
    ],
}
TIKTOK = {
    "Direct Message": {
        "Direct Messages": {
            "ChatHistory": {
                "Chat History with afsender:": [
                    {"Date": "2026-03-14 20:05:00", "From": "afsender", "Content": "Hej"}
                ]
            }
        }
    }
}
SMS = (
    "<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n<smses count='2'>\n"
    "<sms address='+4500000000' date='1773522300000' type='1' body='Hej &#230;' contact_name='Afsender Eks'/>\n"
    "<sms address='+4500000000' date='1773522360000' type='2' body='Stop' contact_name='Afsender Eks'/>\n</smses>"
)
VCF = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Afsender\r\n  Eks\r\nTEL:+4500000000\r\nEND:VCARD\r\n"


def zipped(**files: bytes | str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name.replace("__", "."), data)
    return target.getvalue()


def read(untrusted: bytes | str) -> ReadDocument:
    data = untrusted.encode() if isinstance(untrusted, str) else untrusted
    return read_untrusted(data, sniff(data))


@pytest.mark.parametrize(
    ("export", "untrusted", "lines"),
    [
        ("WhatsApp", CHAT, CHAT.split("\n")[:2]),
        (
            "Facebook, Instagram",
            json.dumps(FACEBOOK),
            ["2026-03-14T21:05:00+00:00 Afsender Eks: Hej æ", "2026-03-14T21:06:00+00:00 Mette Eks: Stop nu"],
        ),
        ("TikTok", json.dumps(TIKTOK), ["2026-03-14 20:05:00 afsender: Hej"]),
        (
            "SMS Backup & Restore",
            SMS,
            [
                "2026-03-14T21:05:00+00:00 ← Afsender Eks +4500000000: Hej æ",
                "2026-03-14T21:06:00+00:00 → Afsender Eks +4500000000: Stop",
            ],
        ),
        ("vCard", VCF, ["FN:Afsender Eks", "TEL:+4500000000"]),
    ],
)  # fmt: skip
def test_an_export_is_words_in_the_order_of_time(
    export: str, untrusted: str, lines: list[str]
) -> None:
    said = read(untrusted).said
    assert said.export == export
    words = [text for style, text, _ in said.blocks if style == "text"]
    assert [line for line in words if line in lines] == lines


def test_a_chat_of_whatsapp_brings_its_pictures_along() -> None:
    document = read(zipped(_chat__txt=CHAT, foto__webp=WEBP))
    assert document.said.export == "WhatsApp"
    assert [(each.name, each.untrusted) for each in document.inside] == [("foto.webp", WEBP)]
    assert "Stop nu" in document.said.words


def test_any_other_zip_is_listed_and_nothing_of_it_is_unpacked() -> None:
    document = read(zipped(brev__txt="kanarie", foto__webp=WEBP))
    assert document.inside == ()
    assert document.said.words.split("\n")[0] == "+ brev.txt (7 B)"
    assert "kanarie" not in document.said.words


@pytest.mark.parametrize("text", ["Hej Mette", "{", "[]", '{"messages": [1]}', "<?xml ?><other/>"])
def test_any_other_text_is_kept_and_not_looked_into(text: str) -> None:
    with pytest.raises(PictureRefusedError) as caught:
        read(text)
    assert caught.value.reason is Refusal.UNSUPPORTED


def test_few_letters_that_would_become_many_do_not() -> None:
    laughs = "<!DOCTYPE smses [<!ENTITY a 'ha'>" + "".join(
        f"<!ENTITY {chr(98 + n)} '{f'&{chr(97 + n)};' * 10}'>" for n in range(9)
    )
    with pytest.raises(PictureRefusedError):
        read(f"<?xml version='1.0'?>{laughs}]><smses><sms body='&j;' date='1'/></smses>")
    with pytest.raises(PictureRefusedError):
        read('{"a":' * 60_000)


def test_a_bomb_in_a_chat_is_left_and_named() -> None:
    document = read(zipped(_chat__txt=CHAT, bombe__bin=bytes(60 << 20)))
    assert document.inside == ()
    assert "+ bombe.bin (62914560 B)" in document.said.words
    many = zipped(**{f"n{number}__txt": "" for number in range(3_500)})
    assert not read(many).said.words_whole
    whole = zipped(_chat__txt=CHAT, foto__webp=WEBP)
    for part in range(1, 6):
        with pytest.raises(PictureRefusedError):
            read(whole[: len(whole) * part // 6])
