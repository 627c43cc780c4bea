"""Make the example case to look at: a vault of its own in a temporary folder, thrown away when it is left.

Rules:
- Nothing of the person's own is ever sealed into it: once it is filled, it takes marks, black boxes and reports of
  what it holds, and nothing else (``OpenCase.example``).
- It is remembered nowhere: neither as the vault that was open last, nor among the heads that this computer knows.
"""

from __future__ import annotations

import secrets
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

import msgspec

from app.actions.cases import make_vault, only_case, open_case
from app.actions.example_case import fill_example_case, read_example
from app.actions.machine import MachineFacts
from app.actions.open_case import OpenCase
from app.capture import ActiveWindow, StillScreen
from app.clock import Clock
from app.language import Language
from app.markup import Box
from app.picture import decode_own_png
from evidence_store import PARAMETERS, HeadMemory, Parameters, Vault

_WORDS = 24
_MACHINE = "example"


class ShownExample(msgspec.Struct, frozen=True):
    """The example, open: its folder is removed by ``throw_away``."""

    folder: Path
    vault: Vault
    case: OpenCase

    def throw_away(self) -> None:
        """Close the vault and remove everything of the example; may be called twice."""
        self.vault.close()
        shutil.rmtree(self.folder, ignore_errors=True)


def show_example(
    resources: Path,
    language: Language,
    *,
    clock: Clock,
    machine: MachineFacts,
    parameters: Sequence[Parameters] = PARAMETERS,
) -> ShownExample:
    """Make the vault, fill its case with the story, and close it to everything else.

    Args:
        resources: where the story, the post and the fonts lie.
        language: the story's; it is there in Danish and English.
        clock: the story's times are counted back from it.
        machine: noted with each entry, but for the computer's own name.
        parameters: how the vault is encrypted.

    Raises:
        OSError: the temporary folder cannot be made.
        VaultError, CaptureError: it could not be sealed; nothing is left behind.
    """
    folder = Path(tempfile.mkdtemp(prefix="bevismappe-example-"))
    try:
        return _made(folder, resources, language, clock, machine, parameters)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def _made(
    folder: Path,
    resources: Path,
    language: Language,
    clock: Clock,
    machine: MachineFacts,
    parameters: Sequence[Parameters],
) -> ShownExample:
    example = read_example(resources, language.code)
    machine = msgspec.structs.replace(machine, device=_MACHINE)
    vault = make_vault(
        folder / "example.bevismappe",
        secrets.token_urlsafe(_WORDS),
        heads=HeadMemory(folder / "heads"),
        clock=clock,
        machine=machine,
        title=example.case.title,
        parameters=parameters,
    )
    try:
        case = open_case(vault, only_case(vault, ""), clock=clock, machine=machine)
        demo = resources / "demo"
        window = ActiveWindow(f"{example.incident.platform} – {example.incident.venue}", "example")
        picture = decode_own_png((demo / "post.png").read_bytes())
        screen = StillScreen(picture, window, clock)
        fill_example_case(
            case,
            example,
            screen,
            screen.place,
            _places(demo / "post-places.toml"),
            font=resources / "fonts" / "NotoSans-Bold.ttf",
        )
        case.example = True
    except BaseException:
        vault.close()
        raise
    return ShownExample(folder, vault, case)


def _places(file: Path) -> dict[str, Box]:
    told = msgspec.toml.decode(file.read_bytes(), type=dict[str, tuple[int, int, int, int]])
    return {name: Box(*place) for name, place in told.items()}
