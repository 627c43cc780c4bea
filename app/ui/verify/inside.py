"""What lies in a package that was checked: its exhibits with their pictures, and what is told. Only to look at."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.actions.open_package import ReadExhibit, ReadFile, ReadPackage, ReadRow
from app.inert import shown
from app.language import Language
from app.picture import Pixels
from app.ui.kit import (
    Button,
    Card,
    FlowRow,
    Heading,
    LongText,
    Muted,
    Subheading,
    Text,
    Title,
    breakable,
    spaced,
)
from app.ui.kit.look import GRID_PX

_WIDEST_PX = 1000


class InsideView(QWidget):
    """Shows one package.

    Signals:
        back: to the answer of the check.
        picture_wanted: of which file.
    """

    back = Signal()
    picture_wanted = Signal(object)

    def __init__(self, package: ReadPackage, language: Language) -> None:
        super().__init__()
        self._text = language.text
        self._pictures: dict[str, tuple[Button, QLabel]] = {}
        self.to_answer = Button(language.text("Back to the result"))
        self.to_answer.clicked.connect(self.back)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2 * GRID_PX)
        self._column.addWidget(FlowRow(self.to_answer))
        self._head(package)
        for exhibit in package.exhibits:
            self._exhibit(exhibit)
        self._told(package)

    def show_picture(self, file: ReadFile, pixels: Pixels) -> None:
        """Show a picture where it was asked for."""
        button, label = self._pictures[file.path]
        wide, high = pixels.width_px, pixels.height_px
        image = QImage(pixels.rgb, wide, high, 3 * wide, QImage.Format.Format_RGB888)
        width = min(wide, _WIDEST_PX, max(200, self.width() - 6 * GRID_PX))
        scaled = image.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
        label.setPixmap(QPixmap.fromImage(scaled))
        label.show()
        button.hide()

    def show_no_picture(self, file: ReadFile, sentence: str) -> None:
        """Say why it is not shown."""
        button, label = self._pictures[file.path]
        label.setText(sentence)
        label.show()
        button.setEnabled(False)

    def _head(self, package: ReadPackage) -> None:
        card = Card()
        card.add(Title(_cut(package.title)))
        card.add(Muted(_cut(package.subtitle)))
        card.add(_rows(package.cover))
        version = package.version
        card.add(Subheading(self._text("Version {name}", name=version.name)))
        for message, numbers in (
            (self._text("New exhibits: {numbers}"), version.added),
            (self._text("No longer in it: exhibit {numbers}"), version.removed),
            (self._text("Another picture is shown of exhibit {numbers}"), version.shown_anew),
        ):
            if numbers:
                card.add(Text(message.format(numbers=", ".join(map(str, numbers)))))
        for told in version.told:
            card.add(LongText(shown(told)))
        self._column.addWidget(card)

    def _exhibit(self, exhibit: ReadExhibit) -> None:
        card = Card()
        name = self._text("Exhibit {number}", number=exhibit.number)
        card.add(Heading(f"{name} · {_cut(exhibit.title)}"))
        if exhibit.shown is None:
            card.add(Muted(self._text("The file does not go along.")))
        else:
            self._picture(card, name, exhibit.shown)
        card.add(_rows(exhibit.details))
        self._column.addWidget(card)

    def _picture(self, card: Card, name: str, file: ReadFile) -> None:
        button, label = Button(self._text("Show the picture")), QLabel()
        button.setAccessibleName(f"{self._text('Show the picture')}: {name}")
        label.setAccessibleName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setMinimumWidth(1)  # a picture does not widen the page
        label.hide()
        button.clicked.connect(lambda: self.picture_wanted.emit(file))
        self._pictures[file.path] = (button, label)
        card.add(label)
        card.add(FlowRow(button))

    def _told(self, package: ReadPackage) -> None:
        text = self._text
        if package.timeline:
            card = Card()
            card.add(Heading(text("Timeline")))
            card.add(_rows(tuple(ReadRow(each.when, each.what) for each in package.timeline)))
            self._column.addWidget(card)
        for incident in package.incidents:
            card = Card()
            name = text("Incident {number}", number=incident.number)
            card.add(Heading(f"{name} · {_cut(incident.title)}"))
            card.add(_rows(incident.details))
            self._column.addWidget(card)
        for section in package.sections:
            card = Card()
            card.add(Heading(_cut(section.heading)))
            for thing in section.things:
                card.add(Subheading(_cut(thing.title)))
                if thing.text:
                    card.add(LongText(shown(thing.text)))
                card.add(_rows(thing.details))
            self._column.addWidget(card)


def _rows(rows: tuple[ReadRow, ...]) -> QWidget:
    """Labels with their values below them; a long link or code in one breaks."""
    made = QWidget()
    column = spaced(QVBoxLayout(made), GRID_PX // 2, 0)
    for each in rows:
        words = LongText(shown(each.value))
        words.setAccessibleName(f"{shown(each.label)}: {shown(each.value)}")
        column.addWidget(Muted(shown(each.label)))
        column.addWidget(words)
    return made


def _cut(text: str) -> str:
    """A stranger's words for a heading: nothing in them steers, and long ones break."""
    return breakable(shown(text))
