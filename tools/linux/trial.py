"""``python -m tools.linux.trial``: the Debian package built twice, installed in a bare Debian, used there, and purged.

Every line that is printed is something that was seen. Pictures of the window are left in build/linux/trial/.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from app.version import PROGRAM
from demo.virtual_screen import x_server
from tools.checkout import commit_time
from tools.linux import places
from tools.linux.__main__ import build
from tools.linux.bare import HOME, Bare, bare_debian, lines_of, why_not
from tools.linux.strangers import PICTURES
from tools.linux.tree import copy_committed
from tools.linux.window_trial import try_window

_PHRASE = b"hest lampe vindue kaffe papir gulerod\n"
_CHECKOUT = "/srv/checkout"
_POLICY = "/etc/bevismappe/policy.toml"


def main() -> int:
    """Try the package. Return the exit code."""
    hindrance = why_not()
    if hindrance:
        print(f"The Debian package was not tried: {hindrance}.")
        return 0
    package = _same_bytes()
    with bare_debian() as bare, x_server(1366, 768, ("-ac",)) as display:
        before = bare.files()
        _install(bare, package)
        installed = bare.files()
        _seen(
            f"installed with {len(installed - before)} files and nothing that is only recommended"
        )
        _try_commands(bare)
        _try_policy(bare)
        try_window(bare, display, places.BUILD / "trial", _seen)
        _must(not bare.running(), "nothing of it runs on when the window is closed")
        _try_demo(bare, display)
        _untouched(bare, installed)
        _purge(bare, installed)
    print("The Debian package works.")
    return 0


def _seen(words: str) -> None:
    print(f"  seen: {words}", flush=True)


def _must(fact: object, words: str) -> None:
    if not fact:
        raise SystemExit(f"NOT SO: {words}")
    _seen(words)


def _same_bytes() -> Path:
    """Build it twice under circumstances that must not matter, and return it."""
    made = []
    # Whoever commits meanwhile gives the project another date.
    os.environ["SOURCE_DATE_EPOCH"] = str(commit_time())
    for number, (mask, zone) in enumerate(((0o022, "UTC"), (0o077, "Asia/Tokyo"))):
        os.umask(mask)
        os.environ["TZ"] = zone
        if sys.platform != "win32":
            time.tzset()
        package = places.BUILD / "twice" / str(number) / places.PACKAGE
        build(package, level=0)
        made.append(package)
    os.umask(0o022)
    first, second = (package.read_bytes() for package in made)
    _must(first == second, "two builds have the same bytes")
    return made[0]


def _install(bare: Bare, package: Path) -> None:
    inside = bare.outside("/tmp/bevismappe.deb")  # noqa: S108 - of the bare system, which is ours alone
    shutil.copyfile(package, inside)
    bare.apt("install", str(inside))
    inside.unlink()


def _try_commands(bare: Bare) -> None:
    said = lines_of(bare.run("bevismappe", "--version")).strip()
    _must(said == PROGRAM, f"bevismappe --version says {said}")
    phrase = bare.give("phrase.txt", _PHRASE)
    made = _answer(bare, phrase, "init")
    _must(made["path"].startswith(HOME), f"a vault is made at {made['path']}")
    names = [bare.give(name, content) for name, content in PICTURES.items()]
    added = _answer(bare, phrase, "add", *names)["added"]
    shown = sorted(each["name"] for each in added if each["preview"] == "shown")
    _must(shown == sorted(PICTURES), f"the child decodes {', '.join(shown)}")
    done = bare.run("bevismappe")
    _must(done.returncode == 69, "without a screen the window says so and ends with 69")


def _try_policy(bare: Bare) -> None:
    file = bare.outside(_POLICY)
    file.parent.mkdir()
    phrase = f"{HOME}/phrase.txt"
    for folder, code in (("~/bestemt", 0), ("/srv/no/such", 13)):
        file.write_text(f'vault_folder = "{folder}"\n', "utf-8")
        done = bare.run("bevismappe", "--lang", "en", "--passphrase-file", phrase, "init")
        lines_of(done, (code,))
        _must(
            (code == 0) is bare.outside(f"{HOME}/bestemt/min.bevismappe").exists() or code,
            f"with vault_folder = {folder} a new vault ends with {code}",
        )
    shutil.rmtree(file.parent)


def _try_demo(bare: Bare, display: str) -> None:
    """Drive the demonstration's walk from a checkout, with the installed command."""
    checkout = bare.outside(_CHECKOUT)
    copy_committed(checkout, ("app", "evidence_store", "atomic_file", "resources", "demo"))
    done = bare.run(
        *("python3", "-B", "-m", "demo", "--out", f"{HOME}/demo", "--command", "bevismappe"),
        env={
            "DISPLAY": display,
            "PYTHONPATH": f"{_CHECKOUT}:/{places.HOME}/lib",
            "QT_QPA_PLATFORM": "xcb",
        },
    )
    shutil.rmtree(checkout)
    last = lines_of(done).strip().splitlines()[-1]
    _must(done.returncode == 0, f"the demonstration, driven against bevismappe: {last}")


def _untouched(bare: Bare, installed: frozenset[str]) -> None:
    words = bare.words("dpkg", "--verify", "bevismappe")
    _must(
        lines_of(bare.run(*words[words.index("dpkg") :])) == "", "dpkg finds every file as it was"
    )
    new = sorted(bare.files() - installed)
    _must(not new, f"nothing is written outside the home folder {new or ''}".strip())


def _purge(bare: Bare, installed: frozenset[str]) -> None:
    kept = _kept(bare)
    bare.apt("purge", "bevismappe")
    left = [path for path in sorted(bare.files()) if "bevismappe" in path.lower()]
    _must(not left, f"purged, nothing is left outside the home folders {left or ''}".strip())
    _must(not bare.files() - installed, "and nothing is there that was not there before")
    names = ("min.bevismappe", "settings.ini", ".json")
    _must(
        _kept(bare) == kept and all(any(path.endswith(name) for path in kept) for name in names),
        "vault, settings and head memory are as they were",
    )


def _kept(bare: Bare) -> Mapping[str, bytes]:
    """Return what lies in the person's home folder."""
    home = bare.outside(HOME)
    return {str(path): path.read_bytes() for path in home.rglob("*") if path.is_file()}


def _answer(bare: Bare, phrase: str, *words: str) -> dict[str, Any]:
    done = bare.run("bevismappe", "--json", "--passphrase-file", phrase, *words)
    answer: dict[str, Any] = json.loads(lines_of(done))["result"]
    return answer


if __name__ == "__main__":
    sys.exit(main())
