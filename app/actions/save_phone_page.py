"""Hand over the page with which a phone closes envelopes for this vault, as a file that needs no network."""

from __future__ import annotations

from pathlib import Path

from app.actions.envelope_key import envelope_recipient
from app.actions.open_case import OpenCase
from app.envelope import page_for
from atomic_file import write_atomically


def save_phone_page(case: OpenCase, target: Path) -> None:
    """Write the page with the vault's public key in it; one that is there is replaced.

    Raises:
        PageMissingError: the page is not among the program's files; nothing was written.
        EnvelopeKeyError, VaultError: there is no key; nothing was written.
        OSError: the file cannot be written; nothing of it is left.
    """
    page = page_for(envelope_recipient(case))
    with write_atomically(target) as file:
        file.write(page)
