"""The card on which the key that works in every program is tried."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from app.language import Language
from app.ui.first_run.trial import Trial
from app.ui.hotkey.field import HotkeyField
from app.ui.kit import Card, FieldForm, Lead, Muted, Subheading, Text
from app.ui.kit.scale import widest

_FIELD_PX = 240


class HotkeyCard(Card):
    """Says which keys to press, and shows that they came."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        text = language.text
        self._language = language
        self.column.setSpacing(14)
        self.add(
            Lead(
                text(
                    "A post may be gone in a moment. These keys take a screenshot of it, whichever program you are in."
                )
            )
        )
        self.wanted = Subheading("")
        self.quiet = Muted(text("No picture is taken here: you only try the keys."))
        self.came = Text(kit="fits")
        self.trouble = Text(kit="complaint")
        self.asks = Text(
            text(
                "At the first pictures your desktop may ask whether Bevismappe may see the screen. Say yes to that. "
                "The picture stays on this computer."
            )
        )
        for part in (self.wanted, self.quiet, self.came, self.trouble, self.asks):
            self.add(part)
        self.field = HotkeyField(language)
        widest(self.field, _FIELD_PX)
        form = FieldForm()
        form.add(
            text("Other keys"),
            self.field,
            text("Press the field, and then the keys that you would rather have."),
        )
        self.add(form)

    def show_trial(self, trial: Trial) -> None:
        """Show the keys, and how the trial goes."""
        text = self._language.text
        before = self.came.text()
        self.field.show_keys(trial.hotkey)
        self.wanted.setText(
            text("Press {keys} now", keys=trial.keys or trial.hotkey.words(self._language))
        )
        self.came.setText(text("✓ It works. The keys came.") if trial.came else "")
        self.trouble.setText(trial.trouble)
        waits = not trial.came and not trial.trouble
        self.wanted.setVisible(trial.works)
        self.quiet.setVisible(waits)
        self.came.setVisible(trial.came)
        self.asks.setVisible(trial.asks)
        self.trouble.setVisible(bool(trial.trouble))
        if trial.came and not before:
            said = QAccessibleAnnouncementEvent(self.came, self.came.text())
            QAccessible.updateAccessibility(said)
