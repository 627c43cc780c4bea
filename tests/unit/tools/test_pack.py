"""The tool of a publisher: a key by OpenSSL, and a pack that the program takes."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.packs import open_envelope
from tests.data.make_packs import FOLDER
from tools.pack.__main__ import main


def test_a_key_is_made_and_what_it_signs_is_opened(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    key, document, out = tmp_path / "key.pem", tmp_path / "pack.toml", tmp_path / "out.pack.json"
    assert main(["key", str(key)]) == 0
    public = capsys.readouterr().out.split('"')[1]
    text = (FOLDER / "kystens.toml").read_text("utf-8")
    document.write_text(text.replace("KEY", public), encoding="utf-8")
    assert main(["check", str(document)]) == 0
    assert main(["sign", str(document), "--key", str(key), "--out", str(out)]) == 0
    assert main(["check", str(out)]) == 0
    assert "Kystens Fagforbund" in capsys.readouterr().out
    opened = open_envelope(out.read_bytes())
    assert opened.publisher is not None
    assert opened.publisher.key == public
    assert key.stat().st_mode & 0o077 == 0


def test_nothing_is_written_over_and_another_key_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    key, out = tmp_path / "key.pem", tmp_path / "out.pack.json"
    assert main(["key", str(key)]) == 0
    assert main(["key", str(key)]) == 13
    document = tmp_path / "pack.toml"
    text = (FOLDER / "kystens.toml").read_text("utf-8")
    document.write_text(text.replace("KEY", "0f" * 32), encoding="utf-8")
    assert main(["sign", str(document), "--key", str(key), "--out", str(out)]) == 3
    assert "the document has to say" in capsys.readouterr().err
    assert not out.exists()
    assert main(["check", str(key)]) == 3
