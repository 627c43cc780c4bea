"""An authority is asked for a token: the good answer, and every bad one, each with an error of its own."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.anchor import (
    AnchorError,
    AnswerTooLargeError,
    Authority,
    AuthorityAwayError,
    AuthorityError,
    AuthorityNameError,
    AuthorityStatusError,
    ExpiredTokenError,
    ForeignTokenError,
    HttpRoad,
    NoSecretLineError,
    NotGrantedError,
    NoTokenError,
    OtherHashError,
    OtherNonceError,
    OtherPolicyError,
    RootFileError,
    Stamped,
    UnknownAuthorityError,
    ask_authority,
    given_authorities,
    judge_token,
    keep_authorities,
    read_authorities,
    root_prints,
    used_authorities,
    with_authority,
    with_use,
    without_authority,
)
from app.anchor.der import (
    INTEGER,
    SEQUENCE,
    DerError,
    as_integer,
    as_oid,
    read_one,
    read_some,
    write_oid,
)
from app.anchor.tsp import read_reply, write_request
from app.messages import explain
from demo.authority import OTHER_POLICY, POLICY, REPLY, LocalAuthority
from tests.fakes.authority import (
    DeadRoad,
    DirectRoad,
    listed,
    refusal,
    root_of,
    signed_by,
)
from tests.worlds import ENGLISH, RESOURCES

IMPRINT = hashlib.sha256(b"a head").digest()
OTHER = hashlib.sha256(b"another head").digest()


@pytest.fixture(scope="module")
def local(tmp_path_factory: pytest.TempPathFactory) -> LocalAuthority:
    return LocalAuthority(tmp_path_factory.mktemp("authority"))


@pytest.fixture(scope="module")
def good(local: LocalAuthority) -> Stamped:
    return ask_authority(listed(local), IMPRINT, DirectRoad(local.respond))


def nonce_in(question: bytes) -> int:
    values = [each for each in read_some(read_one(question), SEQUENCE) if each.tag == INTEGER]
    return as_integer(values[-1])


def test_a_good_answer_is_kept_with_all_that_is_needed_to_check_it(
    local: LocalAuthority, good: Stamped
) -> None:
    assert good.policy == POLICY
    assert good.accuracy is not None
    assert good.signer == "Example Time"
    assert len(good.certificates) == 2
    judged = judge_token(good.reply, IMPRINT, good.certificates, root_prints([listed(local)]))
    assert (judged.at, judged.known, judged.wrong) == (good.at, True, "")


@pytest.mark.parametrize("key", ["EC", "RSA"])
def test_openssl_agrees(key: str, tmp_path: Path) -> None:
    local = LocalAuthority(tmp_path / "tsa", key=key)
    good = ask_authority(listed(local), IMPRINT, DirectRoad(local.respond))
    (local.folder / "kept.tsr").write_bytes(good.reply)
    at = str(int(good.at.timestamp()))
    check = ("ts", "-verify", "-in", "kept.tsr", "-CAfile", "root.pem", "-attime", at, "-digest")
    assert "Verification: OK" in local.run(*check, IMPRINT.hex())
    with pytest.raises(subprocess.CalledProcessError):
        local.run(*check, OTHER.hex())


def test_only_a_fingerprint_and_a_random_number_leave(local: LocalAuthority) -> None:
    road = DirectRoad(local.respond)
    ask_authority(listed(local), IMPRINT, road)
    (question,) = road.asked
    assert question == write_request(IMPRINT, nonce_in(question))
    assert len(question) < 80


def test_two_questions_have_two_random_numbers(local: LocalAuthority) -> None:
    road = DirectRoad(local.respond)
    for _ in range(2):
        ask_authority(listed(local), IMPRINT, road)
    assert nonce_in(road.asked[0]) != nonce_in(road.asked[1])


BAD: dict[str, tuple[Callable[[LocalAuthority, bytes], bytes], type[AuthorityError]]] = {
    "another nonce": (
        lambda local, question: local.reply(write_request(IMPRINT, nonce_in(question) ^ 1)),
        OtherNonceError,
    ),
    "another hash": (
        lambda local, question: local.reply(write_request(OTHER, nonce_in(question))),
        OtherHashError,
    ),
    "another policy": (
        lambda local, question: local.reply(
            write_request(IMPRINT, nonce_in(question), OTHER_POLICY)
        ),
        OtherPolicyError,
    ),
    "not granted": (lambda _local, _question: refusal("no time today"), NotGrantedError),
    "a certificate for something else": (
        lambda local, question: signed_by(
            local, "serves.pem", "stamper.key", IMPRINT, nonce_in(question)
        ),
        ForeignTokenError,
    ),
    "signed by itself": (
        lambda local, question: signed_by(
            local, "root.pem", "root.key", IMPRINT, nonce_in(question), own=True
        ),
        ForeignTokenError,
    ),
    "half of it": (lambda local, question: local.reply(question)[:700], NoTokenError),
    "nothing": (lambda _local, _question: b"", NoTokenError),
    "a page": (lambda _local, _question: b"<html><body>Log in</body></html>", NoTokenError),
    "more behind it": (lambda local, question: local.reply(question) + b"\0", NoTokenError),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_answer_has_an_error_of_its_own(local: LocalAuthority, name: str) -> None:
    answer, error = BAD[name]
    local.certify("stamper.csr", "serves.pem", section="serves")
    asked = replace(listed(local), policy=POLICY)
    with pytest.raises(error) as raised:
        ask_authority(asked, IMPRINT, DirectRoad(lambda q: (200, REPLY, answer(local, q))))
    assert type(raised.value) is error


def test_a_certificate_that_has_run_out_is_told(tmp_path: Path) -> None:
    local = LocalAuthority(tmp_path / "tsa", days=-1)
    with pytest.raises(ExpiredTokenError):
        ask_authority(listed(local), IMPRINT, DirectRoad(local.respond))


def test_another_authority_of_the_same_name_is_another(
    local: LocalAuthority, tmp_path: Path, good: Stamped
) -> None:
    other = LocalAuthority(tmp_path / "tsa")
    with pytest.raises(ForeignTokenError):
        ask_authority(listed(local), IMPRINT, DirectRoad(other.respond))
    judged = judge_token(good.reply, IMPRINT, good.certificates, root_prints([listed(other)]))
    assert (judged.known, judged.wrong) == (False, "")


def test_what_http_says_is_looked_at_before_what_came(local: LocalAuthority) -> None:
    for status, kind, error in (
        (503, REPLY, AuthorityStatusError),
        (302, REPLY, AuthorityStatusError),
        (200, "text/html", NoTokenError),
    ):
        with pytest.raises(error):
            ask_authority(
                listed(local),
                IMPRINT,
                DirectRoad(lambda q, s=status, k=kind: (s, k, local.reply(q))),  # type: ignore[misc]
            )
    with pytest.raises(AuthorityAwayError):
        ask_authority(listed(local), IMPRINT, DeadRoad())
    assert issubclass(AnswerTooLargeError, AuthorityError)


def test_whatever_byte_is_another_nothing_else_is_believed(
    local: LocalAuthority, good: Stamped
) -> None:
    trusted = root_prints([listed(local)])
    for at in range(0, len(good.reply), 5):
        changed = bytearray(good.reply)
        changed[at] ^= 0x41
        judged = judge_token(bytes(changed), IMPRINT, good.certificates, trusted)
        assert judged.wrong or judged.at == good.at, at
    for end in range(0, len(good.reply), 37):
        assert judge_token(good.reply[:end], IMPRINT, good.certificates, trusted).wrong == "form"


def test_a_kept_token_is_judged_by_what_it_is_for(local: LocalAuthority, good: Stamped) -> None:
    trusted = root_prints([listed(local)])
    assert judge_token(good.reply, OTHER, good.certificates, trusted).wrong == "imprint"
    assert judge_token(good.reply, IMPRINT, (), trusted).known  # its root came along
    assert judge_token(good.reply, IMPRINT, ("%",), trusted).wrong == "form"


@pytest.mark.parametrize(
    "dotted", ["1.2.3", "2.999.1", "1.3.6.1.4.1.99999.1", "0.39", "2.5.29.128"]
)
def test_an_identifier_is_read_back_as_it_was_written(dotted: str) -> None:
    assert as_oid(read_one(write_oid(dotted))) == dotted


@pytest.mark.parametrize("written", ["", "1", "1.x", "3.1", "1.40", "1..2", "-1.2"])
def test_what_is_no_identifier_is_refused(written: str) -> None:
    with pytest.raises(DerError):
        write_oid(written)


def test_a_reply_of_bytes_made_by_chance_is_none() -> None:
    for start in (b"", b"0", b"0\x80", b"0\x84\xff\xff\xff\xff", b"\x1f\x01", b"0\x03\x02\x01\x00"):
        with pytest.raises(DerError):
            read_reply(start + b"\x30" * 40)


# -- the list --------------------------------------------------------------------------------------


def test_the_given_list_has_roots_and_asks_one(tmp_path: Path) -> None:
    given = given_authorities(RESOURCES)
    assert [(each.name, each.used, each.qualified, each.claims_qualified) for each in given] == [
        ("DigiCert", True, False, False),
        ("ACCV", False, False, True),
    ]
    assert len(root_prints(given)) == 2
    assert read_authorities(tmp_path / "none.json", RESOURCES) == given


def test_without_a_library_for_https_it_is_said_and_nothing_is_sent(
    local: LocalAuthority, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "ssl", None)  # as in the program for Windows
    authority = listed(local, address="https://t.example/tsa")
    with pytest.raises(NoSecretLineError) as refused:
        ask_authority(authority, bytes(32), HttpRoad())
    said = explain(refused.value, ENGLISH).sentence
    assert "by https" in said
    assert "everything is saved" in said
    assert "begins with http:" in said
    with pytest.raises(NoSecretLineError):
        with_authority((), name="Ny", address="https://t.example/", root=local.folder / "root.pem")
    with_authority((), name="Ny", address="http://t.example/", root=local.folder / "root.pem")


def test_a_list_is_kept_and_one_that_cannot_be_read_is_none(
    local: LocalAuthority, tmp_path: Path
) -> None:
    kept, root = tmp_path / "c" / "authorities.json", local.folder / "root.pem"
    made = with_authority(
        given_authorities(RESOURCES), name=" Min  egen ", address="https://t.example/tsa", root=root
    )
    keep_authorities(kept, made)
    assert read_authorities(kept, RESOURCES) == made
    assert made[-1].name == "Min egen"
    assert made[-1].certificate == root_of(local)
    assert [each.name for each in used_authorities(made)] == ["DigiCert", "Min egen"]
    kept.write_bytes(b"{")
    assert read_authorities(kept, RESOURCES) == given_authorities(RESOURCES)


def test_two_are_asked_at_most(local: LocalAuthority) -> None:
    names = ("A", "B", "C")
    listed_ = tuple(listed(local, name) for name in names)[:2]
    three = (*listed_, Authority("C", "http://c.example/", listed_[0].root))
    assert [each.name for each in used_authorities(with_use(three, "c", used=True))] == ["B", "C"]
    assert [each.name for each in used_authorities(with_use(three, "A", used=False))] == ["B"]
    assert [each.name for each in without_authority(three, "B")] == ["A", "C"]
    with pytest.raises(UnknownAuthorityError):
        with_use(three, "D", used=True)
    with pytest.raises(UnknownAuthorityError):
        without_authority(three, "")


@pytest.mark.parametrize(
    ("name", "address", "root", "policy"),
    [
        ("", "http://t.example/", "root.pem", ""),
        ("digicert", "http://t.example/", "root.pem", ""),
        ("A", "ftp://t.example/", "root.pem", ""),
        ("A", "http://me:word@t.example/", "root.pem", ""),
        ("A", "http://t.example:99999/", "root.pem", ""),
        ("A", "t.example", "root.pem", ""),
        ("A", "http://t.example/", "stamper.key", ""),
        ("A", "http://t.example/", "none.pem", ""),
        ("A", "http://t.example/", "", ""),
        ("A", "http://t.example/", "root.pem", "1.x"),
    ],
)
def test_what_is_no_authority_is_refused(
    local: LocalAuthority, name: str, address: str, root: str, policy: str
) -> None:
    with pytest.raises(AnchorError) as raised:
        with_authority(
            given_authorities(RESOURCES),
            name=name,
            address=address,
            root=local.folder / root,
            policy=policy,
        )
    assert isinstance(raised.value, (AuthorityNameError, RootFileError)) or address in str(
        raised.value
    )
