"""Says in a small window what the program was started with and does not know, where no printed line is seen."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtGui import QIcon

from app.language import Language
from app.settings import Settings
from app.ui.kit import Dialog, PrimaryButton, Text, apply_style, load_fonts, look, style_window
from app.ui.running import make_application

_LONGEST = 200


def tell_unknown_words(
    words: Sequence[str], language: Language, settings: Settings, resources: Path
) -> None:
    """Show the words, and what could have been meant, until the person has read it."""
    application = make_application(["bevismappe"])
    load_fonts(resources)
    application.setWindowIcon(QIcon(str(resources / "icons" / "bevismappe.svg")))
    chosen = look(dark=settings.look == "dark", text_percent=settings.text_percent)
    apply_style(application, chosen, resources)
    window = UnknownWords(words, language)
    style_window(window, chosen)
    window.exec()


class UnknownWords(Dialog):
    """What was not understood, and what the program can be started with.

    Attributes:
        said: the words.
        hint: what could have been meant.
        done_button: closes it.
    """

    def __init__(self, words: Sequence[str], language: Language) -> None:
        text = language.text
        super().__init__(text("Bevismappe did not understand that"), None)
        self.setWindowTitle("Bevismappe")
        told = " ".join(words)
        cut = told if len(told) <= _LONGEST else f"{told[:_LONGEST]}…"
        self.said = Text(text("It does not know “{words}”. Nothing was changed.", words=cut))
        self.said.allow_selection()
        self.hint = Text(
            text(
                "It opens a vault (.bevismappe) and checks a package (.zip). Commands are for bevismappe-cli."
            )
        )
        self.done_button = PrimaryButton(text("Close"))
        self.done_button.setDefault(True)
        self.done_button.clicked.connect(self.accept)
        self.add(self.said)
        self.add(self.hint)
        self.put_foot(self.done_button)
        self.setAccessibleDescription(f"{self.said.text()} {self.hint.text()}")
        self.done_button.setFocus()
