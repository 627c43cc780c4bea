"""Hands over the page for the phone, and notes how envelopes come. No Qt.

Rules:
- The vault's key is made when the page is first opened; only its public half is shown.
- Without an address there is no code to scan: the page is handed over as a file.
- How envelopes come is what the person says; it is noted with each file of those that are opened later.
"""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

import msgspec

from app.actions.envelope_key import envelope_recipient
from app.actions.save_phone_page import save_phone_page
from app.envelope import PageAddressError, code_of, key_ending, link_for, read_address
from app.folders import saving_folder
from app.messages import explain
from app.ui.acts import Toast
from app.ui.case_presenter import CasePresenter
from app.ui.context import UiContext
from app.ui.phone_envelope.ways import Way, ways
from app.vocabulary import CarriedBy


class ShownEnvelope(msgspec.Struct, frozen=True):
    """The page.

    Attributes:
        ending: the last signs of the vault's key; "" until it is known.
        address: where the page for the phone stands; "" where it stands nowhere.
        link: the address with the key; "" without an address.
        code: the link as a square code, row by row, 1 for dark; empty without an address.
        complaint: what is wrong with the address that was typed.
        way: how envelopes come.
        ways: the ways to choose from.
    """

    ending: str = ""
    address: str = ""
    link: str = ""
    code: tuple[bytes, ...] = ()
    complaint: str = ""
    way: CarriedBy = CarriedBy.UNKNOWN
    ways: tuple[Way, ...] = ()


class EnvelopeView(Protocol):
    """What the presenter asks of the page."""

    def show_envelope(self, shown: ShownEnvelope) -> None:
        """Show how it stands."""
        ...


class EnvelopePresenter(CasePresenter):
    """Knows the key of the open vault.

    Attributes:
        shown: what is on the page.
    """

    def __init__(self, context: UiContext, page: EnvelopeView) -> None:
        super().__init__(context)
        self.shown = ShownEnvelope()
        self._page = page
        self._key = ""

    def accepts(self) -> bool:
        """Return whether a vault of one's own is open; says so where there is none."""
        if super().accepts() and self._context.session.own_case is None:
            text = self._context.language.text
            self._context.acts.toast(Toast(text("This is not part of the example.")))
            return False
        return self._context.session.own_case is not None

    def _show(self) -> None:
        case = self._context.session.own_case
        if case is None or self._state is None:
            self._key = ""
            return
        self._context.lanes.store(lambda: envelope_recipient(case), self._known, self._failed)

    def _known(self, key: str) -> None:
        self._key = key
        self._tell()

    def _failed(self, error: BaseException) -> None:
        self._context.acts.show_error(explain(error, self._context.language))

    def _tell(self, complaint: str = "") -> None:
        settings, language = self._context.settings, self._context.language
        address = settings.phone_page
        try:
            link = link_for(address, self._key) if address and self._key else ""
        except PageAddressError as error:  # written into the settings by hand
            link, complaint = "", explain(error, language).sentence
        self.shown = ShownEnvelope(
            ending=key_ending(self._key) if self._key else "",
            address=address,
            link=link,
            code=code_of(link) if link else (),
            complaint=complaint,
            way=CarriedBy(settings.carried_by),
            ways=ways(language),
        )
        self._page.show_envelope(self.shown)

    def choose_address(self, written: str) -> None:
        """Take an address for the page, or none; one where no page can stand is complained of and not kept."""
        try:
            address = read_address(written)
        except PageAddressError as error:
            self._tell(explain(error, self._context.language).sentence)
            return
        self._context.settings.choose_phone_page(address)
        self._tell()

    def choose_way(self, way: CarriedBy) -> None:
        """Note how envelopes come from now on."""
        if way is not self.shown.way:
            self._context.settings.choose_carried_by(way.value)
            self._tell()

    def page_file(self, documents: Path) -> Path:
        """Return where the page is saved unless the person says otherwise."""
        folder = saving_folder(self._context.settings.save_folder, documents, Path.home())
        return folder / f"{self._context.language.text('Phone envelope')}.html"

    def save_page(self, target: Path) -> None:
        """Write the page with the key in it, to be taken to the phone."""
        case = self._context.session.own_case
        if case is None:
            return
        self._context.lanes.store(
            lambda: save_phone_page(case, target), lambda _: self._saved(target), self._failed
        )

    def _saved(self, target: Path) -> None:
        text = self._context.language.text
        self._context.acts.toast(
            Toast(
                text("The page for the phone is saved: {name}", name=target.name),
                text(
                    "Take it to the phone by cable, mail or Teams, and open it in the browser there."
                ),
            )
        )

    def fetch(self) -> None:
        """Ask for envelopes and other files to keep."""
        self._context.acts.add_files(())
