"""A mail and a saved page of unknown origin become words and the files in them; nothing is rendered or fetched."""

from __future__ import annotations

import random
from email.message import EmailMessage
from pathlib import Path

import pytest

from app.picture import (
    DecodeLimits,
    PictureRefusedError,
    ReadDocument,
    Refusal,
    read_untrusted,
    sniff,
)
from app.picture.picture_child import codes
from tests.posix import RUSAGE_SELF, getrusage
from tests.unit.house.tree import ROOT
from tests.unit.picture.outlook_file import compound, outlook_mail
from tests.unit.picture.test_untrusted import _child

CASES = ROOT / "tests" / "data" / "cases"
WEBP = (CASES / "still.webp").read_bytes()
MAIL, PAGE = "message/rfc822", "text/html"
HTML = (
    "<html><head><title>Titel</title><style>kanarie-stil</style><script>kanarie()</script></head><body>"
    "<h1>Overskrift</h1><p>Hej <b>Mette</b>, se <a href='http://x.invalid/a'>her</a></p>"
    "<img src='cid:foto'><img src='http://x.invalid/spor.gif'><iframe>kanarie-ramme</iframe></body></html>"
)


def mail() -> EmailMessage:
    made = EmailMessage()
    made["From"] = "Åse Ærlig <aase@eksempel.dk>"
    made["To"] = "mette@eksempel.dk"
    made["Subject"] = "Om din sag – se her"
    made["Date"] = "Sat, 14 Mar 2026 21:05:00 +0100"
    made["Message-ID"] = "<1@eksempel.dk>"
    made.set_content("ren tekst")
    return made


def full_mail() -> bytes:
    made = mail()
    made.add_alternative(HTML, subtype="html")
    html = list(made.iter_parts())[1]
    assert isinstance(html, EmailMessage)
    html.add_related(WEBP, "image", "webp", cid="<foto>")
    made.add_attachment(b"%PDF-1.7", "application", "pdf", filename="brev æøå.pdf")
    return bytes(made)


def words_of(document: ReadDocument, style: str = "text") -> list[str]:
    return [text for kind, text, _ in document.said.blocks if kind == style]


def answer_of(untrusted: bytes, media_type: str = MAIL) -> ReadDocument | Refusal:
    try:
        return read_untrusted(untrusted, media_type)
    except PictureRefusedError as refused:
        return refused.reason


def test_a_mail_says_who_when_and_what_about() -> None:
    said = read_untrusted(bytes(mail()), MAIL).said
    assert said.sender == "Åse Ærlig <aase@eksempel.dk>"
    assert said.receivers == "mette@eksempel.dk"
    assert said.subject == "Om din sag – se her"
    assert said.mailed == "2026-03-14T21:05:00+01:00"
    assert said.message_id == "<1@eksempel.dk>"
    assert said.words.endswith("ren tekst\n")


def test_html_becomes_words_with_where_its_links_go_and_the_pictures_it_brings() -> None:
    document = read_untrusted(full_mail(), MAIL)
    assert words_of(document, "title") == ["Overskrift"]
    assert words_of(document) == ["Hej Mette, se her <http://x.invalid/a>"]
    assert words_of(document, "away") == ["<img http://x.invalid/spor.gif>"]
    (picture,) = [place for kind, _, place in document.said.blocks if kind == "picture"]
    assert document.inside[picture].untrusted == WEBP
    assert "kanarie" not in document.said.words
    assert [(each.name, each.pictured) for each in document.inside] == [
        ("", True),
        ("brev æøå.pdf", False),
    ]


def test_a_mail_that_was_forwarded_is_a_file_in_the_mail() -> None:
    outer = mail()
    outer.add_attachment(mail())
    (inner,) = read_untrusted(bytes(outer), MAIL).inside
    assert sniff(inner.untrusted) == MAIL
    assert read_untrusted(inner.untrusted, MAIL).said.subject == "Om din sag – se her"


def test_a_page_saved_as_mhtml_names_its_address_and_brings_its_pictures() -> None:
    made = EmailMessage()
    made["From"] = "<Saved by Blink>"
    made["Snapshot-Content-Location"] = "https://eksempel.dk/opslag/1"
    made["Subject"] = "Opslag"
    made.set_content("<p>Ord</p><img src='https://eksempel.dk/b.webp'>", subtype="html")
    made.add_related(
        WEBP, "image", "webp", headers=["Content-Location: https://eksempel.dk/b.webp"]
    )
    untrusted = bytes(made)
    assert sniff(untrusted) == "multipart/related"
    document = read_untrusted(untrusted, "multipart/related")
    assert document.said.link == "https://eksempel.dk/opslag/1"
    assert [each.pictured for each in document.inside] == [True]


def test_a_saved_page_has_its_title_its_address_and_its_words() -> None:
    page = (
        "<!-- saved from url=(0029)https://eksempel.dk/opslag/2 --><meta charset=iso-8859-1>" + HTML
    ).encode("cp1252")
    document = read_untrusted(page, PAGE)
    assert (document.said.subject, document.said.link) == ("Titel", "https://eksempel.dk/opslag/2")
    assert "Hej Mette, se her <http://x.invalid/a>" in words_of(document)
    assert document.inside == ()
    assert "kanarie" not in document.said.words


@pytest.mark.parametrize(
    "head",
    [
        b"Subject: =?utf-8?b?////?=\r\n",
        b"Subject: =?kanarie-8?q?=C3?=\r\nFrom: \xff\xfe\x00\r\n",
        b"Date: Tor, 99 Kan 20266 99:99\r\nSubject: x\r\n",
        b"Subject: " + b"a" * 200_000 + b"\r\n",
        b"From: " + b"<" * 50_000 + b"\r\n",
        b'Subject: x\r\nContent-Type: text/plain; charset="' + b"x" * 9_000 + b'"\r\n',
        b"Subject: x\r\nContent-Type: multipart/mixed; boundary=\r\n",
        b"Subject: x\r\nContent-Type: multipart/mixed; boundary=B\r\n\r\n--B\r\n--B\r\n--B--",
        b"Subject: x\r\nContent-Disposition: attachment; filename*=utf-8''%FF%FE..%2F..%2Fx\r\n",
        b"Subject: x\r\nContent-Transfer-Encoding: base64\r\n\r\n!!!!====",
    ],
    ids=range(10),
)  # fmt: skip
def test_a_mail_that_lies_about_itself_is_read_as_far_as_it_goes(head: bytes) -> None:
    document = read_untrusted(head + b"\r\nord", MAIL)
    assert len(document.said.subject) <= 1_500
    assert all("/" not in each.name for each in document.inside)


def test_ten_thousand_parts_are_cut_and_a_tower_of_parts_is_read_or_refused() -> None:
    made = mail()
    made.make_mixed()
    part = b"--B\r\nContent-Type: image/png\r\nContent-Disposition: attachment; filename=a.png\r\n\r\nx\r\n"
    many = (
        b"Subject: x\r\nContent-Type: multipart/mixed; boundary=B\r\n\r\n"
        + part * 10_000
        + b"--B--"
    )
    document = read_untrusted(many, MAIL)
    assert len(document.inside) == 100
    assert not document.said.words_whole
    tower = b"Subject: x\r\n" + b"".join(
        b"Content-Type: multipart/mixed; boundary=B%d\r\n\r\n--B%d\r\n" % (number, number)
        for number in range(3_000)
    )
    assert isinstance(answer_of(tower), ReadDocument | Refusal)


@pytest.mark.parametrize(
    "html",
    [
        "<" * 100_000,
        "<div>" * 100_000,
        "<a href='" + "x" * 100_000,
        "&#" * 100_000,
        "<img src='data:image/png;base64," + "A" * 100_000 + "'>",
        "<script>" + "kanarie" * 100,
        "\x00\u202e\ud7ff<p>\u2066x",
        "<!--" * 50_000,
        "<p>x</p>" * 50_000,
    ],
    ids=range(9),
)
def test_html_that_means_harm_becomes_few_words(html: str) -> None:
    document = read_untrusted(b"<html>" + html.encode(), PAGE)
    assert len(document.said.blocks) <= 4_000
    assert len(document.said.words) <= 200_000
    assert "kanarie" not in document.said.words


@pytest.mark.posix("the memory of a process is told another way there")
def test_a_large_mail_leaves_this_process_small_and_noise_is_never_more_than_words() -> None:
    before = getrusage(RUSAGE_SELF).ru_maxrss
    large = b"Subject: x\r\n\r\n" + b"<p>" * (20 << 20)
    assert isinstance(answer_of(large), ReadDocument | Refusal)
    assert getrusage(RUSAGE_SELF).ru_maxrss - before < 150 * 1024
    noise = random.Random(7)
    whole = full_mail()
    for _ in range(12):
        at = noise.randrange(len(whole))
        damaged = whole[:at] + noise.randbytes(40) + whole[at + 40 :]
        assert isinstance(answer_of(damaged), ReadDocument | Refusal)


@pytest.mark.parametrize(
    "said",
    [
        '{"inside": [["a", 5, false]]}',
        '{"inside": [["a", -1, false]]}',
        '{"blocks": [["text", "x", 0]]}',
        '{"blocks": [["text"]]}',
        '{"kanarie": 1}',
        '{"subject": 7}',
        "[]",
        "{",
    ],
)
def test_what_a_broken_child_says_of_a_mail_is_not_believed(
    said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    head = codes.HEAD.pack(codes.MAGIC, 0, 0, 1, 1, 0, 100, 0, 0, 0)
    tail = codes.TAIL.pack(codes.TAIL_MAGIC, len(said), 0) + said.encode()
    _child(tmp_path, monkeypatch, f"import sys; sys.stdout.buffer.write({head + tail!r})")
    assert answer_of(bytes(mail())) is Refusal.DAMAGED


def test_another_type_is_not_even_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.picture.child_process.subprocess.Popen", None)
    assert answer_of(b"x", "text/csv") is Refusal.UNSUPPORTED


def test_a_mail_larger_than_is_read_is_refused() -> None:
    limits = DecodeLimits(max_input_bytes=10)
    with pytest.raises(PictureRefusedError) as caught:
        read_untrusted(bytes(mail()), MAIL, limits)
    assert caught.value.reason is Refusal.TOO_LARGE


# -- Outlook -------------------------------------------------------------------------------------

OUTLOOK = "application/x-ole-storage"
HEADERS = "From: Åse <aase@eksempel.dk>\r\nTo: mette@eksempel.dk\r\nDate: Sat, 14 Mar 2026 21:05:00 +0100\r\n"


def test_a_mail_as_outlook_saves_it_says_the_same_as_any_other() -> None:
    files = {"foto.webp": WEBP, "..\\..\\lille.txt": b"lille"}
    untrusted = outlook_mail("Om din sag – æøå", "Hej\r\nMette", HEADERS, files)
    assert sniff(untrusted) == OUTLOOK
    document = read_untrusted(untrusted, OUTLOOK)
    assert document.said.sender == "Åse <aase@eksempel.dk>"
    assert document.said.subject == "Om din sag – æøå"
    assert document.said.mailed == "2026-03-14T21:05:00+01:00"
    assert words_of(document) == ["Hej", "Mette"]
    held = [(each.name, each.untrusted) for each in document.inside]
    assert held == [("foto.webp", WEBP), ("lille.txt", b"lille")]


def test_another_file_of_office_is_kept_and_is_no_mail() -> None:
    assert answer_of(compound({"WordDocument": bytes(5_000)}), OUTLOOK) is Refusal.UNSUPPORTED


def test_a_damaged_mail_of_outlook_is_read_or_refused() -> None:
    whole = outlook_mail("x", "y" * 5_000, HEADERS, {"foto.webp": WEBP})
    noise = random.Random(11)
    answers = [answer_of(whole[: len(whole) * part // 6], OUTLOOK) for part in range(1, 6)]
    for _ in range(8):
        at = noise.randrange(512, len(whole))
        damaged = whole[:at] + noise.randbytes(64) + whole[at + 64 :]
        answers.append(answer_of(damaged, OUTLOOK))
    assert all(isinstance(each, ReadDocument | Refusal) for each in answers)
