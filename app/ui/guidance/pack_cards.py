"""The cards of rule packs: those in use with a place to drop another, and the one that is looked at."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from app.ui.guidance.packs import Offered, PackLine, PacksPresenter, ShownPacks
from app.ui.kit import (
    Badge,
    Button,
    Caption,
    Card,
    CardRule,
    DropZone,
    Fingerprint,
    FlowRow,
    LongText,
    Muted,
    PrimaryButton,
    QuietButton,
    Subheading,
    Text,
    empty_out,
    read_as,
    spaced,
)
from app.ui.kit.look import S1


class PacksCard(Card):
    """Packs in use, and a place for another.

    Attributes:
        drop: takes a file.
        removes: the buttons that take a pack out of use, by its name.
    """

    def __init__(self, presenter: PacksPresenter, text: Callable[..., str]) -> None:
        super().__init__()
        self._presenter, self._text = presenter, text
        self.removes: dict[str, QuietButton] = {}
        self.add(Subheading(text("Rule packs")))
        self.add(
            Muted(
                text(
                    "A union can publish guidance of its own. You see what it changes before you take it into use."
                )
            )
        )
        ground = QWidget()
        self._rows = spaced(QVBoxLayout(ground), S1, 0)
        self.add(ground)
        self.drop = DropZone(
            text("Drop a rule pack from your union here"), text("Choose a rule pack …")
        )
        self.drop.dropped.connect(self._dropped)
        self.drop.clicked.connect(self._choose)
        self.add(self.drop)

    def show_packs(self, shown: ShownPacks) -> None:
        """Show which are in use, and which are not any more."""
        self.removes.clear()
        empty_out(self._rows)
        for line in shown.lines:
            self._rows.addWidget(self._row(line))
        for words in shown.left_out:
            self._rows.addWidget(Text(words, kit="complaint"))

    def _row(self, line: PackLine) -> QWidget:
        row = QWidget()
        column = spaced(QVBoxLayout(row), S1, 0)
        head: list[QWidget] = [LongText(line.publisher, kit="strong")]
        if line.care:
            head.append(Badge(line.care, "wait"))
        column.addWidget(FlowRow(*head))
        column.addWidget(Text(line.words, kit="muted"))
        remove = QuietButton(self._text("Take out of use"))
        read_as(remove, f"{remove.text()}: {line.publisher}")
        remove.clicked.connect(partial(self._presenter.remove, line))
        self.removes[line.name] = remove
        column.addWidget(FlowRow(remove))
        return row

    def _dropped(self, files: list[Path]) -> None:
        self._presenter.look_at(files[0])

    def _choose(self) -> None:
        dialog = QFileDialog(self, self._text("Choose a rule pack"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(self._text("Rule packs (*.json)"))
        dialog.fileSelected.connect(lambda chosen: self._presenter.look_at(Path(chosen)))
        dialog.open()


class OfferedCard(Card):
    """A pack that is looked at: whose it is, its key, what it changes, and the two answers.

    Attributes:
        take: takes it into use.
        leave: puts it aside.
    """

    def __init__(
        self, offered: Offered, presenter: PacksPresenter, text: Callable[..., str]
    ) -> None:
        super().__init__()
        self.add(Caption(text("A rule pack, not in use yet")))
        self.add(Subheading(offered.publisher))
        self.add(LongText(offered.words))
        self.add(Caption(text("Fingerprint of the key")))
        self.add(Fingerprint(offered.fingerprint))
        self.add(Text(offered.key, kit="text" if offered.known else "complaint"))
        self.add(CardRule())
        self.add(Caption(text("What it changes")))
        if not offered.changes:
            self.add(Muted(text("It changes nothing.")))
        for change in offered.changes:
            self.add(FlowRow(LongText(change.title, kit="strong"), Badge(change.change)))
            for name, before, after in change.values:
                self.add(LongText(f"{name}: {before or '–'} → {after or '–'}", kit="muted"))
        self.add(CardRule())
        self.take = PrimaryButton(offered.button)
        self.leave = Button(text("Leave it"))
        self.take.clicked.connect(presenter.accept)
        self.leave.clicked.connect(presenter.leave)
        self.add(FlowRow(self.take, self.leave))
        read_as(self, f"{offered.publisher}. {offered.words}. {offered.key}")
