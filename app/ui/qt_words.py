"""Qt's own words where its Danish has gaps, or writes a word otherwise than the rest of the window.

The gaps are in file dialogs, in the dialog for printing and in what files are called; they were found by comparing
its catalogue with a complete one. In everything else Qt's own catalogue is asked.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTranslator

from app.language import Language, deferred

_WORDS = {
    "QFileDialog": {
        "&Look in:": deferred("&Look in:"),
        "Files of &type:": deferred("Files of &type:"),
    },
    "QPlatformTheme": {
        "Cancel": deferred("Cancel"),
        "Ignore": deferred("Ignore"),
    },
    "QAbstractFileIconProvider": {
        "Drive": deferred("Drive"),
        "File": deferred("File"),
        "Folder": deferred("Folder"),
        "Shortcut": deferred("Shortcut"),
        "Unknown": deferred("Unknown kind"),
    },
    "QPrintSettingsOutput": {
        "Double Sided Printing": deferred("Print on both sides"),
        "Long side binding": deferred("Turn on the long edge"),
        "Short side binding": deferred("Turn on the short edge"),
        "Off": deferred("Off"),
        "Page &Set:": deferred("&Pages:"),
    },
    "QPageSetupWidget": {
        "Portrait": deferred("Portrait"),
        "Landscape": deferred("Landscape"),
        "Reverse portrait": deferred("Reverse portrait"),
        "Reverse landscape": deferred("Reverse landscape"),
        "Page &order:": deferred("Page &order:"),
        "Pages &per sheet:": deferred("Pages &per sheet:"),
    },
    "QCupsJobWidget": {
        "&Billing information:": deferred("&Billing information:"),
        "&Start:": deferred("Page before &the rest:"),
        "&End:": deferred("Page &after the rest:"),
        "Job &priority:": deferred("P&riority:"),
        "Scheduled &printing:": deferred("Print &later:"),
    },
}


class QtWords(QTranslator):
    """Translates what Qt's own catalogue leaves out or says otherwise; asked before that one."""

    def __init__(self, language: Language, parent: QObject) -> None:
        super().__init__(parent)
        self._language = language

    def isEmpty(self) -> bool:
        return False

    def translate(
        self, context: str, text: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        del disambiguation, n
        known = _WORDS.get(context, {}).get(text)
        return self._language.text(known) if known is not None else None
