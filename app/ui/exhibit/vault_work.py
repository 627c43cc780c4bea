"""What the page does with the vault: each function is one job of the store lane, or of the work lane. No Qt."""

from __future__ import annotations

from pathlib import Path

import msgspec

from app.actions.mark_and_redact import set_layer
from app.actions.open_case import OpenCase
from app.casework import Exhibit, LayerUnreadableError, NoPictureError, layer_of, picture_of
from app.clock import stamp
from app.markup import Layer
from app.picture import Pixels, decode_own_png
from app.ui.exhibit.drafts import (
    draft_key,
    read_draft,
    read_steps,
    steps_key,
    write_draft,
    write_steps,
)
from app.ui.exhibit.model import History


class FoundExhibit(msgspec.Struct, frozen=True):
    """An exhibit as it was read.

    Attributes:
        case: the case it was read from.
        exhibit: as it stands.
        png: the bytes of the picture that marks lie on; None where the exhibit has no picture.
        sealed: what the newest working copy shows; None where that cannot be read.
        draft: the unsealed marks' bytes, if there are any.
        steps: the bytes of the steps that can be undone, if there are any.
    """

    case: OpenCase
    exhibit: Exhibit
    png: bytes | None
    sealed: Layer | None
    draft: bytes | None
    steps: bytes | None = None


class Opened(msgspec.Struct, frozen=True):
    """The picture of an exhibit, ready to be shown.

    Attributes:
        pixels: what marks lie on.
        restored: marks from before a crash that were never sealed, if there are any.
        history: the steps around what stands.
    """

    pixels: Pixels
    restored: Layer | None
    history: History = History()


def read_exhibit(case: OpenCase, number: int) -> FoundExhibit | None:
    """Read an exhibit with its picture; None where the case has no such number (store lane).

    Raises:
        VaultError: the picture was erased, or cannot be read.
    """
    exhibit = case.state.exhibit(number)
    if exhibit is None:
        return None
    try:
        with case.vault.open_object(picture_of(exhibit)) as source:
            png = source.read()
    except NoPictureError:
        return FoundExhibit(case, exhibit, None, None, None)
    try:
        sealed = layer_of(exhibit)
    except LayerUnreadableError:
        sealed = None
    draft, steps = (case.vault.draft(key(exhibit)) for key in (draft_key, steps_key))
    return FoundExhibit(case, exhibit, png, sealed, draft, steps)


def open_picture(found: FoundExhibit) -> Opened:
    """Decode the picture and see whether the draft still says something (work lane).

    Raises:
        OwnPngError: the picture is not one of ours.
    """
    pixels = decode_own_png(found.png or b"")
    if found.sealed is None:
        return Opened(pixels, None)
    size = (pixels.width_px, pixels.height_px)
    restored = read_draft(found.draft, found.exhibit, found.sealed, *size)
    return Opened(pixels, restored, read_steps(found.steps, restored or found.sealed, *size))


def keep_draft(case: OpenCase, number: int, layer: Layer, history: History) -> None:
    """Save the marks as they stand; marks that say no more than the sealed copy need no draft (store lane).

    The marks come first: steps that were kept around other marks are passed over when they are read.

    Raises:
        VaultError: they were not saved.
    """
    exhibit = case.state.exhibit(number)
    if exhibit is None:
        return
    at = stamp(case.clock.now().utc)
    if layer == layer_of(exhibit):
        case.vault.drop_draft(draft_key(exhibit))
    else:
        case.vault.save_draft(draft_key(exhibit), write_draft(layer, exhibit), at)
    if history == History():
        case.vault.drop_draft(steps_key(exhibit))
    else:
        case.vault.save_draft(steps_key(exhibit), write_steps(history, layer), at)


def seal_layer(case: OpenCase, number: int, layer: Layer, font: Path) -> bool:
    """Seal one working copy if the marks differ from the newest, and drop the draft with it (store lane).

    Returns:
        Whether a copy was sealed.

    Raises:
        VaultError: nothing was sealed; the draft is still there.
    """
    exhibit = case.state.exhibit(number)
    if exhibit is None:
        return False
    changed = layer != layer_of(exhibit)
    if changed:
        set_layer(case, exhibit, layer, font, draft=draft_key(exhibit))
    else:
        case.vault.drop_draft(draft_key(exhibit))
    return changed
